"""Fluids on race day: how to drink, between losing too much and gaining any."""

from collections.abc import Iterator
from datetime import time
from typing import Literal

from msgspec import Struct

from mile18.evidence.disclaimers import FLUIDS
from mile18.plan.day.pacing import Aim
from mile18.plan.day.words import Lack, Said, lack
from mile18.plan.week.morning import DRINK_BEFORE
from mile18.profile import Unanswered
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, Balance, balance, pre_event_millilitres
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING
from mile18.topics.health.restraints import Restraints
from mile18.topics.nutrition.fluids import (
    ALLOWED_LOSS,
    NEEDED_FROM,
    USUAL_L_H,
    gains_weight,
)
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, longer_than
from mile18.units import number

# A loss beyond this in % of body weight is no plan but a slip in one of the figures.
UNLIKELY_LOSS = 10
BEFORE_HOURS = DRINK_BEFORE // 60


def by_thirst(*, own: bool) -> Iterator[Said]:
    """What is said where amounts of drink are withheld; `own` if a caution says it already."""
    if not own:
        yield Said(ASK_ABOUT_DRINKING, ("fluid-eah-prevent",))
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def long_words() -> Iterator[Said]:
    """What is said of a race over 5 h or 50 km in the place of any target."""
    yield Said(
        "In a race this long, drink by thirst and expect to weigh less at the finish. The body burns "
        "fuel and frees water.",
        ("fluid-ultra-loss", "fluid-ultra-2pc"),
    )
    yield Said(
        "If a scale shows your starting weight or more, stop drinking.",
        ("fluid-eah-risk", "fluid-ultra-loss"),
    )
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def guard_words(
    guard: str | None,
    found: Balance | None,
    least: float | None,
    most: float | None,
    *,
    short: bool,
) -> Iterator[Said]:
    """Where the plan ends up between the guards, and the litres an hour that hold both."""
    if found is not None and guard is not None:
        yield _end(guard, found, least)
    if least is not None and most is not None and not short:
        yield _room(least, most)
    if short:
        yield Said("In a race this short, drinking to thirst is enough.", ("fluid-thirst-vs-plan",))
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def before_words(
    millilitres: tuple[float, float], start: time | None, up_before: int | None
) -> Said:
    """What to drink before the start of a runner who is `up_before` minutes ahead, if known.

    Source: fluid-pre-event, fluid-eah-prevent.
    """
    low, high = (f"{{L:{number(each / 1000, 3)}}}" for each in millilitres)
    by = f", by {_earlier(start)}" if start is not None else ""
    guideline = f"Before the start: one guideline is {low} to {high} at least {BEFORE_HOURS} hours"
    if up_before is not None and up_before < DRINK_BEFORE:
        amount = f"Before the start: one guideline is {low} to {high}"
        text = (
            f"{amount}. You get up too late to drink it 4 hours ahead: have it with breakfast, in "
            "sips."
        )
    else:
        text = (
            f"{guideline} ahead{by}, slowly and no more than thirst allows. Have a little more 2 "
            "hours ahead only if you pass no urine or it is dark."
        )
    return Said(text, ("fluid-pre-event", "fluid-eah-prevent"))


def _end(guard: str, found: Balance, least: float | None) -> Said:
    kg, percent = abs(found.net_kg), abs(found.net_percent)
    shown = f"{{kg:{number(kg, 2)}}} ({number(percent, 1)}% of your body weight)"
    if guard == "gain":
        return Said(
            f"By the finish you would weigh {shown} more than at the start: drink less.",
            ("fluid-eah-risk", "fluid-acsm-2pc"),
            loud=True,
        )
    if percent > UNLIKELY_LOSS:
        return Said(
            f"These amounts come to a loss of {shown}. That is more than is likely in a race. "
            "Check them, and let thirst guide you.",
            ("fluid-acsm-2pc",),
            loud=True,
        )
    if guard == "loss":
        return Said(
            f"You would lose about {shown}, more than 2%.{_holding(least)}",
            ("fluid-acsm-2pc", "fluid-nata-range", "fluid-planning-range"),
        )
    return Said(f"You would lose about {shown}: no more than 2%, and no gain.", ("fluid-acsm-2pc",))


def _holding(least: float | None) -> str:
    if least is None or not USUAL_L_H[1] < least <= OVERDRINK_RED_LINE_L_H:
        return ""
    usual = f"{{L/h:{USUAL_L_H[0]:g}}} to {{L/h:{USUAL_L_H[1]:g}}}"
    return (
        f" {{L/h:{number(least)}}} would keep the loss to 2%, above the {usual} often advised: "
        "slowing down may serve you better."
    )


def _room(least: float, most: float) -> Said:
    claims = ("fluid-acsm-2pc", "fluid-eah-limit")
    if least > most:
        return Said(
            "At this pace no amount keeps both limits (no gain, at most 2% lost). Slow down.",
            claims,
        )
    return Said(
        f"If you sweat as in your sweat test, you would gain weight above {{L/h:{number(most)}}}, "
        f"and lose over 2% below {{L/h:{number(least)}}}. In cooler air or at an easier pace, drink "
        "less. Let thirst choose.",
        claims,
    )


def _earlier(start: time) -> str:
    minutes = (start.hour * 60 + start.minute - 60 * BEFORE_HOURS) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


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
    2% lost, nothing gained and never over 1.5 L/h. `before_ml` is the drink before the start.
    `needed` says whether the race is long enough for more than thirst.
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
    needed: bool | None
    before_ml: tuple[float, float] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]
    withheld: bool = False


def fluids(
    race: Race,
    span: tuple[float, float] | None,
    nutrition: Nutrition,
    hidden: Restraints,
    cautions: tuple[Said, ...],
    sweat: float | None,
    aim: Aim,
    up_before: int | None,
    unanswered: Unanswered,
) -> Fluids:
    """The balance for the goal, with the sweat weighed in L/h; without it only thirst, no amount.

    The race takes from and to the seconds of `span`. Where amounts of drink are `hidden` only the runner's own is left. `cautions` come first;
    `up_before` are the minutes from getting up to the start.
    Source: fluid-acsm-2pc, fluid-eah-risk, fluid-eah-limit, fluid-eah-prevent,
    fluid-sweat-formula, fluid-pre-event, fluid-ultra-loss.
    """
    drink, kg = nutrition.drink_per_hour, race.body_mass
    gains = gains_weight(drink, sweat)
    if "drinking" in hidden:
        return _own(nutrition, (*cautions, *by_thirst(own=drink is not None)), gains=gains)
    hours = aim.target.seconds / 3600 if aim.target else None
    too_long = "two per cent" in hidden
    least = found = most = None
    if sweat is not None and not too_long:
        most = min(sweat, OVERDRINK_RED_LINE_L_H)
        least, found = planned_balance(kg, sweat, drink, hours)
    guard = _guard(gains, found)
    needed = longer_than(span, NEEDED_FROM)
    short = needed is False
    words = long_words() if too_long else guard_words(guard, found, least, most, short=short)
    before = None if kg is None or short else pre_event_millilitres(kg)
    ahead = () if before is None else (before_words(before, race.start_time, up_before),)
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
        needed=needed,
        before_ml=before,
        notes=(*cautions, *words, *ahead),
        lacks=_lacks(aim, sweat, unanswered, without_balance=short or too_long),
    )


def planned_balance(
    kg: float | None, sweat: float, drink: float | None, hours: float | None
) -> tuple[float | None, Balance | None]:
    """The least drink in L/h that holds 2%, whatever is planned, and what the plan comes to."""
    if kg is None or hours is None:
        return None, None
    found = balance(kg, sweat, drink or 0, hours)
    return found.hold_two_percent_l_per_h, None if drink is None else found


def _own(nutrition: Nutrition, notes: tuple[Said, ...], *, gains: bool) -> Fluids:
    """The runner's own answers, where amounts of drink are withheld."""
    return Fluids(
        sweat=None,
        drink=nutrition.drink_per_hour,
        to_thirst=nutrition.drink_plan == "to_thirst",
        hours=None,
        body_mass=None,
        balance=None,
        guard="gain" if gains else None,
        least=None,
        most=None,
        needed=None,
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


def _lacks(
    aim: Aim, sweat: float | None, unanswered: Unanswered, *, without_balance: bool
) -> tuple[Lack, ...]:
    found = lack(
        unanswered, "No amounts before the start without your body weight.", "race.body_mass"
    )
    if without_balance:
        return found
    if sweat is None:
        what = "No estimate of weight change without a sweat test."
        missing = lack(unanswered, what, *SWEAT_TEST)
        unlikely = Lack("The sweat test does not add up: check its five figures.", SWEAT_TEST)
        return (*(missing or (unlikely,)), *found)
    what = "No estimate of weight change without a drink an hour."
    return (
        *lack(unanswered, what, "nutrition.drink_per_hour"),
        *aim.lacks("No loss or gain over the race."),
        *found,
    )
