"""Race week as data."""

from typing import Any

from mile18.plan.data import caution_data
from mile18.plan.week.food import Loading
from mile18.plan.week.task import Task
from mile18.plan.week.week import RaceWeek
from mile18.units import SI, localise

SCHEMA = 1


def week_data(name: str, week: RaceWeek) -> dict[str, Any]:
    """Race week as plain data in SI units; `at` is the runner's own clock."""
    return {
        "schema": SCHEMA,
        "profile": name,
        "today": week.countdown.today.isoformat(),
        "days_to_race": week.countdown.days,
        "headline": week.headline,
        "gate": {"status": week.gate.status, "reasons": [each.text for each in week.gate.reasons]},
        "now": [each.text for each in week.now],
        "warnings": [caution_data(each) for each in week.warnings],
        "days": [
            {
                "days_to_race": day.days_to_race,
                "date": day.date.isoformat() if day.date else None,
                "tasks": [_task(task) for task in day.tasks],
            }
            for day in week.days
        ],
        "loading": _loading(week.loading) if week.loading else None,
        "no_longer_fits": [
            {"what": each.what, "why": each.why, "private": each.private} for each in week.dropped
        ],
        "not_needed": [{"what": each.what, "why": each.why} for each in week.not_needed],
        "not_known": [
            {"what": localise(each.what, SI), "questions": each.questions} for each in week.lacking
        ],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "topic": task.topic,
        "title": localise(task.title, SI),
        "detail": localise(task.detail, SI),
        "why": localise(task.why, SI),
        "evidence": task.evidence,
        "grade": task.grade,
        "status": task.status,
        "when": task.when,
        "at": f"{task.at:%H:%M}" if task.at else None,
        "minutes_before_start": task.before_start,
        "planned_days_to_race": task.planned,
        "private": task.private,
    }


def _loading(loading: Loading) -> dict[str, Any]:
    return {
        "g_per_kg": loading.g_per_kg,
        "grams_a_day": loading.grams,
        "own_grams_a_day": loading.own_grams,
        "days": [
            {
                "days_to_race": day.days_before,
                "eaten_g": day.eaten,
                "portions": [
                    {
                        "id": each.id,
                        "food": localise(each.portion.words, SI),
                        "grams": each.portion.grams,
                        "done": each.done or day.done,
                    }
                    for each in day.servings
                ],
            }
            for day in loading.days
        ],
    }
