"""Race day as data, in SI units and whole seconds; what is not known is null, a list is empty."""

from typing import Any

from mile18.plan.day.day import RaceDay
from mile18.plan.day.hours import hour_data
from mile18.plan.day.plans import Plan
from mile18.plan.day.stations import Station
from mile18.plan.day.timeline import COARSE, Split, Timeline
from mile18.topics.heat.hours import in_race
from mile18.topics.race.course import ascent

SCHEMA = 1
_PLAN = (
    "goal", "splits", "each", "half", "portions", "stations", "course", "heat", "plans",
)  # fmt: skip


def day_data(name: str, day: RaceDay) -> dict[str, Any]:
    """Race day as plain data; while the health gate is shut nothing of a plan is in it."""
    head = {
        "schema": SCHEMA,
        "profile": name,
        "today": day.countdown.today.isoformat(),
        "days_to_race": day.countdown.days,
        "gate": {"status": day.gate.status, "reasons": [each.text for each in day.gate.reasons]},
    }
    if day.gate.shut:
        return head | dict.fromkeys(_PLAN) | {"withheld": []}
    return head | _plan(day) | {"withheld": _withheld(day)}


def _plan(day: RaceDay) -> dict[str, Any]:
    aim, line = day.goal.target, day.pacing.line
    return {
        "goal": {"km": aim.km, "seconds": aim.seconds, "pace": round(aim.pace, 1)} if aim else None,
        "splits": [_split(line, each) for each in line.splits(COARSE)] if line else [],
        "each": [_split(line, each) for each in line.splits(1)] if line else [],
        "half": _at(line, line.km / 2) if line else None,
        "portions": [
            _at(line, each.km) | {"elapsed": round(60 * each.minute), "product": each.name}
            for each in day.fuel.portions
        ],
        "stations": [
            _at(line, each.km)
            | {
                "offers": each.offers,
                "cutoff": each.closes.isoformat() if each.closes else None,
                "margin": each.margin,
            }
            for each in _places(day)
        ],
        "course": _course(day),
        "heat": {
            "hours": hour_data(in_race(day.profile.race, day.profile.heat)),
            "warmest": day.profile.heat.temperature,
            "flags": day.heat.flags,
        },
        "plans": [_lettered(each) for each in day.plans.all],
    }


def _places(day: RaceDay) -> list[Station]:
    """Aid stations and cut-offs in the order of the course; one place with both counts once."""
    stations = {each.km: each for each in (*day.stations.cut_offs, *day.stations.all)}
    return [stations[km] for km in sorted(stations)]


def _at(line: Timeline | None, km: float) -> dict[str, Any]:
    """A place with the seconds since the start, and the time of day where the start is known."""
    found = line.clock_at(km) if line else None
    days, clock = found or (None, None)
    return {
        "km": round(km, 4),
        "elapsed": line.elapsed_at(km) if line else None,
        "clock": clock.isoformat() if clock else None,
        "days": days,
    }


def _split(line: Timeline, split: Split) -> dict[str, Any]:
    before = line.km_at(split.elapsed - split.seconds)
    long = split.at_km - before
    return _at(line, split.at_km) | {"pace": round(split.seconds / long, 1) if long else None}


def _course(day: RaceDay) -> dict[str, Any] | None:
    course, climbed = day.profile.course, ascent(day.profile.course)
    if course.length is None:
        return None
    up, down = (round(each) for each in climbed) if climbed else (None, None)
    km = day.profile.race.distance or course.length
    return {"km": km, "ascent": up, "descent": down, "source": course.source}


def _lettered(plan: Plan) -> dict[str, Any]:
    return {
        "plan": plan.letter,
        "celsius": plan.celsius,
        "goal": plan.goal,
        "times": list(plan.times or ()),
        "suggested": plan.suggested,
    }


def _withheld(day: RaceDay) -> list[dict[str, str]]:
    return [{"what": each.id, "why": each.why} for each in day.withheld.all]
