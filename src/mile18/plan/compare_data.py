"""A comparison as plain data for programs, in SI units."""

from typing import Any

from msgspec import to_builtins

from mile18.evidence.disclaimers import READINESS
from mile18.factor import Factor
from mile18.plan.compare import Comparison
from mile18.plan.report import caution_data
from mile18.readiness import Interval, Readiness
from mile18.units import SI, localise

SCHEMA = 1


def compare_data(comparison: Comparison, names: tuple[str, str]) -> dict[str, Any]:
    """Only what differs; in `levers`, `open_to` is the side that still could pull what the other has.

    `applies` is null while it is open whether a race needs a factor.
    """
    return {
        "schema": SCHEMA,
        "about": READINESS,
        "today": comparison.a.countdown.today.isoformat(),
        "a": _side(names[0], comparison.a),
        "b": _side(names[1], comparison.b),
        "same_answers": comparison.same_answers,
        "answers": [
            {
                "question": f"{each.topic}.{each.question.key}",
                "prompt": each.question.prompt,
                "a": to_builtins(each.a),
                "b": to_builtins(each.b),
            }
            for each in comparison.answers
        ],
        "factors": [
            {
                "id": each.a.rule.id,
                "title": each.a.rule.title,
                "a": _points(each.a),
                "b": _points(each.b),
            }
            for each in comparison.factors
        ],
        "levers": [
            {
                "factor": each.lever.factor,
                "action": localise(each.lever.action, SI),
                "points": round(each.lever.points, 1),
                "lead_days": each.lever.lead_days,
                "open_to": each.open_to,
            }
            for each in comparison.levers
        ],
    }


def _side(name: str, readiness: Readiness) -> dict[str, Any]:
    said, asked = readiness.answered
    return {
        "profile": name,
        "days_to_race": readiness.countdown.days,
        "readiness": _interval(readiness.overall),
        "race_morning": _interval(readiness.race_morning),
        "answered": round(said / asked, 2),
        "gate": readiness.gate.status,
        "warnings": [caution_data(each) for each in readiness.warnings],
    }


def _interval(interval: Interval) -> dict[str, int]:
    return {"low": int(interval.low + 0.5), "high": int(interval.high + 0.5)}


def _points(each: Factor) -> dict[str, Any]:
    return {"low": each.low, "high": each.high, "applies": each.verdict.applies}
