"""Fluids: the loss or gain to expect, between losing over 2 % of body mass and gaining any."""

from typing import Literal

from msgspec import Struct

from mile18.plan.race_day_fluid_words import (
    before_words,
    by_thirst,
    drink_cautions,
    guard_words,
    long_words,
)
from mile18.plan.race_day_goal import no_target, target
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, Balance, balance, pre_event_millilitres
from mile18.topics.health.withheld import withheld
from mile18.topics.nutrition.fluids import ALLOWED_LOSS, NEEDED_FROM, gains_weight, measured_sweat
from mile18.topics.race.questions import lasts_longer_than

Guard = Literal["gain", "loss", "between"]
SWEAT_TEST = (
    "nutrition.sweat_mass_before",
    "nutrition.sweat_mass_after",
    "nutrition.sweat_drunk",
    "nutrition.sweat_urine",
    "nutrition.sweat_duration",
)


class Fluids(Struct, frozen=True, kw_only=True):
    """The drink plan in L/h against the sweat measured, over the hours of the goal.

    `guard` is the side it falls out on; `least` and `most` in L/h hold both guards: no more than
    2 % lost, nothing gained and never over 1.5 L/h. `before_ml` is the drink before the start.
    Over 5 h or 50 km there is no balance and no limit; where amounts are `withheld`, `drink` is
    the runner's own answer and all others are None.
    """

    sweat: float | None
    drink: float | None
    to_thirst: bool
    hours: float | None
    body_mass: float | None
    balance: Balance | None
    guard: Guard | None
    least: float | None
    most: float | None
    before_ml: tuple[float, float] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]
    withheld: bool = False


def fluids(profile: Profile) -> Fluids:
    """The balance for the goal; without a sweat test only thirst, and no amount.

    Source: fluid-acsm-2pc, fluid-eah-risk, fluid-eah-limit, fluid-eah-prevent,
    fluid-sweat-formula, fluid-pre-event, fluid-ultra-loss.
    """
    race, nutrition = profile.race, profile.nutrition
    hidden = withheld(profile.health, race)
    drink, cautions = nutrition.drink_per_hour, tuple(drink_cautions(profile))
    if "drinking" in hidden:
        return _own(profile, (*cautions, *by_thirst(own=drink is not None)))
    aim, kg = target(race), race.body_mass
    sweat = measured_sweat(nutrition)
    hours = aim.seconds / 3600 if aim else None
    too_long = "two per cent" in hidden
    least = found = None
    if sweat is not None and kg is not None and hours is not None and not too_long:
        least = balance(kg, sweat, 0, hours).hold_two_percent_l_per_h
        found = None if drink is None else balance(kg, sweat, drink, hours)
    most = None if sweat is None or too_long else min(sweat, OVERDRINK_RED_LINE_L_H)
    guard = _guard(gains_weight(nutrition), found)
    short = lasts_longer_than(race, NEEDED_FROM) is False
    words = long_words() if too_long else guard_words(guard, found, least, most, short=short)
    return Fluids(
        sweat=None if too_long else sweat,
        drink=drink,
        to_thirst=nutrition.drink_plan == "to_thirst",
        hours=hours,
        body_mass=kg,
        balance=found,
        guard=guard,
        least=least,
        most=most,
        before_ml=pre_event_millilitres(kg) if kg is not None else None,
        notes=(*cautions, *words, *before_words(profile)),
        lacks=_lacks(profile, sweat, without_balance=short or too_long),
    )


def _own(profile: Profile, notes: tuple[Said, ...]) -> Fluids:
    """The runner's own answers, where amounts of drink are withheld."""
    nutrition = profile.nutrition
    return Fluids(
        sweat=None,
        drink=nutrition.drink_per_hour,
        to_thirst=nutrition.drink_plan == "to_thirst",
        hours=None,
        body_mass=None,
        balance=None,
        guard="gain" if gains_weight(nutrition) else None,
        least=None,
        most=None,
        before_ml=None,
        notes=notes,
        lacks=(),
        withheld=True,
    )


def _guard(gains: bool, found: Balance | None) -> Guard | None:
    if gains:
        return "gain"
    if found is None:
        return None
    return "loss" if -found.net_percent > ALLOWED_LOSS else "between"


def _lacks(profile: Profile, sweat: float | None, *, without_balance: bool) -> tuple[Lack, ...]:
    found = lack(profile, "No amounts before the start without your body mass.", "race.body_mass")
    if without_balance:
        return found
    if sweat is None:
        what = "No loss or gain without a weighed run."
        missing = lack(profile, what, *SWEAT_TEST)
        unlikely = Lack("The weighed run does not add up: check its five figures.", SWEAT_TEST)
        return (*(missing or (unlikely,)), *found)
    what = "No loss or gain without a drink an hour."
    return (
        *lack(profile, what, "nutrition.drink_per_hour"),
        *no_target(profile, "No loss or gain over the race."),
        *found,
    )
