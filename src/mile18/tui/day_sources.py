"""The claims that each part of race day rests on."""

from collections.abc import Iterable, Iterator

from mile18.plan.day.day import RaceDay
from mile18.plan.day.words import Said
from mile18.tui.day_names import COURSE, CRAMP, FLUIDS, FUEL, GOAL, HEAT, PACING, PLANS


def sources(day: RaceDay, part: str) -> tuple[str, ...]:
    """The ids of the claims behind the part with this title, each once; all for any other title."""
    found = {
        GOAL: lambda: _goal(day),
        PACING: lambda: _of([*([day.pacing.cap] if day.pacing.cap else []), *day.pacing.notes]),
        HEAT: lambda: _heat(day),
        PLANS: lambda: _plans(day),
        FUEL: lambda: _of(day.fuel.notes),
        FLUIDS: lambda: _of(day.fluids.notes),
        COURSE: lambda: _of(day.stations.notes),
        CRAMP: lambda: _of((*day.cramp.lines, *day.cramp.notes)),
    }.get(part, lambda: day.evidence)
    return tuple(dict.fromkeys(found()))


def _of(said: Iterable[Said]) -> Iterator[str]:
    for each in said:
        yield from each.evidence


def _goal(day: RaceDay) -> Iterator[str]:
    for each in day.goal.predictions:
        yield each.evidence
    yield from _of([*([day.goal.standing] if day.goal.standing else []), *day.goal.notes])


def _heat(day: RaceDay) -> Iterator[str]:
    for model in day.heat.load.models if day.heat.load else ():
        yield from model.evidence
    yield from _of(day.heat.notes)


def _plans(day: RaceDay) -> Iterator[str]:
    for plan in day.plans.all:
        for model in plan.load.models if plan.load else ():
            yield from model.evidence
        yield from _of(plan.notes)
    yield from _of(day.plans.notes)
