"""Drinking on the card: the plan and its two guards, without the runner's body mass."""

import re
from collections.abc import Iterator

from mile18.plan.card_parts import DrinkPart, gaps, lines
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_fluids import Fluids
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.topics.health.withheld import withheld
from mile18.topics.nutrition.fluids import NEEDED_FROM
from mile18.topics.race.questions import lasts_longer_than
from mile18.units import Units, number

# Kilograms beside their share of body mass would give the body mass away.
_KILOGRAMS = re.compile(r"\{kg:[\d.]+\} \(([^)]*)\)")
_BEFORE_START = "fluid-pre-event"
_MASS = "race.body_mass"


def drink_part(day: RaceDay, units: Units) -> DrinkPart:
    """How to drink on the way; what to drink before the start belongs to race week."""
    notes = [each for each in day.fluids.notes if _BEFORE_START not in each.evidence]
    said = (Said(_KILOGRAMS.sub(r"\1", each.text), each.evidence, each.loud) for each in notes)
    return DrinkPart(lines=lines((*_plan(day.fluids), *said), units), gaps=gaps(_lacks(day), units))


def _plan(fluids: Fluids) -> Iterator[Said]:
    rate = f"{{L/h:{number(fluids.drink)}}}" if fluids.drink is not None else ""
    whose = "Your answer" if fluids.withheld else "Your plan"
    if fluids.to_thirst:
        yield Said(f"{whose}: to thirst, about {rate}." if rate else f"{whose}: to thirst.")
    elif rate:
        yield Said(f"{whose}: {rate}.")


def _lacks(day: RaceDay) -> Iterator[Lack]:
    yield from (each for each in day.fluids.lacks if _MASS not in each.questions)
    if withheld(day.profile.health, day.profile.race) & {"drinking", "two per cent"}:
        return
    if lasts_longer_than(day.profile.race, NEEDED_FROM) is not False:
        yield from lack(day.profile, "No loss or gain without your body mass.", _MASS)
