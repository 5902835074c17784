"""Fluids: the loss or gain to expect, between losing over 2 % of body mass and gaining any."""

from typing import Literal

from msgspec import Struct

from mile18.plan.race_day_fluid_words import before_words, drink_warnings, guard_words
from mile18.plan.race_day_goal import no_target, target
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, Balance, balance, pre_event_millilitres
from mile18.topics.fluids import ALLOWED_LOSS, NEEDED_FROM, gains_weight, measured_sweat
from mile18.topics.race import lasts_longer_than

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


def fluids(profile: Profile) -> Fluids:
    """The balance for the goal; without a sweat test only thirst, and no amount.

    Source: fluid-acsm-2pc, fluid-eah-risk, fluid-eah-limit, fluid-eah-prevent,
    fluid-sweat-formula, fluid-pre-event.
    """
    race, nutrition = profile.race, profile.nutrition
    aim, kg = target(race), race.body_mass
    sweat, drink = measured_sweat(nutrition), nutrition.drink_per_hour
    hours = aim.seconds / 3600 if aim else None
    least = found = None
    if sweat is not None and kg is not None and hours is not None:
        least = balance(kg, sweat, 0, hours).hold_two_percent_l_per_h
        found = None if drink is None else balance(kg, sweat, drink, hours)
    most = None if sweat is None else min(sweat, OVERDRINK_RED_LINE_L_H)
    guard = _guard(gains_weight(nutrition), found)
    short = lasts_longer_than(race, NEEDED_FROM) is False
    return Fluids(
        sweat=sweat,
        drink=drink,
        to_thirst=nutrition.drink_plan == "to_thirst",
        hours=hours,
        body_mass=kg,
        balance=found,
        guard=guard,
        least=least,
        most=most,
        before_ml=pre_event_millilitres(kg) if kg is not None else None,
        notes=(
            *drink_warnings(profile),
            *guard_words(guard, found, least, most, short=short),
            *before_words(profile),
        ),
        lacks=_lacks(profile, sweat, short=short),
    )


def _guard(gains: bool, found: Balance | None) -> Guard | None:
    if gains:
        return "gain"
    if found is None:
        return None
    return "loss" if -found.net_percent > ALLOWED_LOSS else "between"


def _lacks(profile: Profile, sweat: float | None, *, short: bool) -> tuple[Lack, ...]:
    found = lack(profile, "No amounts before the start without your body mass.", "race.body_mass")
    if short:
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
