"""Plans A, B and C on the card, and the weather that they were made for."""

from collections.abc import Iterator

from mile18.plan.card_parts import Line, PlanPart, PlanRow, gaps, lines
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_heat import HeatDay
from mile18.plan.race_day_page import spanned
from mile18.plan.race_day_plan import Plan
from mile18.plan.race_day_plans import Plans
from mile18.plan.race_day_words import Lack, Said, listed
from mile18.topics.heat.expected import Span
from mile18.units import Units, amount, clock, pace

_MODEL = "heat-mantzios"
ORGANISER = "An estimate; the organiser's flag counts."


def plan_part(day: RaceDay, units: Units) -> PlanPart:
    """The plans as far as they are answered; a suggestion of the models is named as one."""
    plans = day.plans.all
    rows = tuple(row for plan in plans if (row := _row(plan, _air(plan, plans, units), units)))
    notes = lines((*_general(day.plans), *_notes(plans)), units)
    return PlanPart(
        rows=rows,
        lines=(*notes, *(Line(text) for text in _weather(day.heat, units))),
        gaps=gaps(_lacks(day), units),
    )


def _row(plan: Plan, air: str, units: Units) -> PlanRow | None:
    if plan.goal is None and plan.finish is None and plan.celsius is None:
        return None
    if plan.times is None:
        return PlanRow(plan.letter, air, "", "", "no goal time")
    finish = spanned(*plan.times, clock)
    per = spanned(*plan.pace, lambda each: pace(each, units)) if plan.pace else ""
    source = "the models' range; you set no goal" if plan.suggested else ""
    return PlanRow(plan.letter, air, finish, per, source)


def _air(plan: Plan, plans: tuple[Plan, ...], units: Units) -> str:
    if plan.letter == "A":
        hotter = [each.celsius for each in plans[1:] if each.celsius is not None]
        return f"below {_degrees(min(hotter), units)}" if hotter else "no hotter plan written"
    return "" if plan.celsius is None else f"from {_degrees(plan.celsius, units)}"


def _general(plans: Plans) -> Iterator[Said]:
    # How the models' ranges come about matters only where one of them stands for a goal.
    suggested = any(plan.suggested for plan in plans.all)
    yield from (each for each in plans.notes if suggested or _MODEL not in each.evidence)


def _notes(plans: tuple[Plan, ...]) -> Iterator[Said]:
    letters: dict[Said, list[str]] = {}
    for plan in plans:
        for note in plan.notes:
            letters.setdefault(note, []).append(plan.letter)
    for note, of in letters.items():
        if f"lan {of[0]}" in note.text:
            yield note
        else:
            yield Said(f"Plan {listed(of)}: {note.text}", note.evidence, note.loud)


def _lacks(day: RaceDay) -> Iterator[Lack]:
    a, b, c = day.plans.all
    # That the weather lacks is told once, not for each plan.
    yield from (each for each in a.lacks if "heat.temperature" not in each.questions)
    yield from b.lacks
    yield from c.lacks
    yield from (each for each in day.heat.lacks if "heat.temperature" in each.questions)


def _weather(heat: HeatDay, units: Units) -> Iterator[str]:
    found = heat.load
    if found is None:
        return
    dew = f", dew point {_between(found.dew_point, units)}" if found.dew_point else ""
    yield (
        f"Expected: {_degrees(found.celsius, units)}{dew}; WBGT {_between(found.wbgt, units)}, "
        f"flag {heat.flags}. {ORGANISER}"
    )
    if heat.finish:
        yield f"Two models make {spanned(*heat.finish, clock)} of your goal in it."


def _between(span: Span, units: Units) -> str:
    return spanned(*span, lambda each: amount(each, "°C", units, 1))


def _degrees(celsius: float, units: Units) -> str:
    return amount(celsius, "°C", units, 0 if units.temperature == "°F" else 1)
