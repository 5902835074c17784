"""Sweat, drink and body weight."""

from typing import NamedTuple

from mile18.science.checks import above_zero, body_mass, within
from mile18.science.pace import MARATHON_KM, MARATHON_MARGIN_KM

# A warning line, never a target (fluid-eah-limit).
OVERDRINK_RED_LINE_L_H = 1.5

# What nobody without a sweat test is told to exceed; editorial, after fluid-eah-risk,
# fluid-planning-range, fluid-immda-model and fluid-small-slow.
MOST_L_H, MOST_LONG_L_H, MOST_LONG_LIGHT_L_H = 0.8, 0.6, 0.5
LONG_HOURS, LIGHT_KG = 4, 60
LONG_RISKY_L_H = 0.75
MARATHON_LITRES = 3.0

PICKLE_JUICE_MOST_ML = 100


class Balance(NamedTuple):
    """What a drink plan does to body weight: kg, % of body weight, and L/h that would lose 2%."""

    net_kg: float
    net_percent: float
    hold_two_percent_l_per_h: float


def _hours(hours: float) -> float:
    return above_zero("time", hours, 1000, "h")


def _rate(name: str, litres_per_hour: float) -> float:
    return within(name, litres_per_hour, 0, 20, "L/h")


def sweat_rate(
    before_kg: float, after_kg: float, drunk_l: float, urine_l: float, hours: float
) -> float:
    """Return the sweat rate in L/h from weights in kg, drink and urine in L, and hours.

    Source: fluid-sweat-formula; burned fuel counts as sweat, so long runs read a little high.
    Raises ValueError for numbers that are not possible, also together (sweat below zero).
    """
    _hours(hours)
    lost = body_mass("weight before", before_kg) - body_mass("weight after", after_kg)
    drunk = within("drink", drunk_l, 0, 100, "L")
    sweat = lost + drunk - within("urine", urine_l, 0, 100, "L")
    if sweat < 0:
        raise ValueError(
            f"sweat comes to {sweat:g} L, allowed is 0 L or more: check weights, drink and urine"
        )
    return sweat / hours


def mass_change_percent(before_kg: float, after_kg: float) -> float:
    """Return the change in body weight in %, below zero for a loss, from kg before and after.

    Source: fluid-acsm-2pc, fluid-nata-range.
    Raises ValueError for a body weight that is not positive.
    """
    before = body_mass("weight before", before_kg)
    return 100 * (body_mass("weight after", after_kg) - before) / before


def balance(kg: float, sweat_l_h: float, drink_l_h: float, hours: float) -> Balance:
    """Return what drinking `drink_l_h` against `sweat_l_h` (both L/h) does over `hours`.

    `hold_two_percent_l_per_h` is the least drink that loses no more than 2%, 0 when none is
    needed; it can be more than a gut absorbs. Source: fluid-acsm-2pc.
    Raises ValueError for a body weight or time that is not positive, or a rate outside 0 to 20 L/h.
    """
    body_mass("body weight", kg)
    sweat = _rate("sweat rate", sweat_l_h)
    net = (_rate("drink", drink_l_h) - sweat) * _hours(hours)
    hold = max(0.0, sweat - 0.02 * kg / hours)
    return Balance(net, 100 * net / kg, hold)


def most_to_plan(hours: float, kg: float | None) -> float:
    """Return the most drink in L/h to plan without a sweat test, in a race of `hours`.

    An unknown body weight counts as light. Source: fluid-planning-range, fluid-eah-risk,
    fluid-immda-model, fluid-small-slow; the steps are a judgement.
    """
    if hours <= LONG_HOURS:
        return MOST_L_H
    return MOST_LONG_LIGHT_L_H if kg is None or kg < LIGHT_KG else MOST_LONG_L_H


def risky_without_test(
    litres_per_hour: float, hours: float | None, kg: float | None, km: float | None
) -> bool:
    """Whether so much drink, planned without a sweat test, calls for a loud caution.

    What is None is not known, and then counts for nothing. Source: as `most_to_plan`; over 3 L in
    a marathon: fluid-eah-risk.
    """
    if litres_per_hour > MOST_L_H:
        return True
    if hours is None:
        return False
    long = hours > LONG_HOURS
    light = kg is not None and kg < LIGHT_KG
    marathon = km is not None and abs(km - MARATHON_KM) <= MARATHON_MARGIN_KM
    return (
        (long and litres_per_hour >= LONG_RISKY_L_H)
        or (long and light and litres_per_hour > MOST_LONG_L_H)
        or (marathon and litres_per_hour * hours > MARATHON_LITRES + 1e-9)
    )


def pre_event_millilitres(kg: float) -> tuple[float, float]:
    """Return the lowest and highest drink in mL at least 4 h before: 5–7 mL per kg.

    Source: fluid-pre-event.
    Raises ValueError for a body weight that is not positive.
    """
    body_mass("body weight", kg)
    return 5 * kg, 7 * kg


def pickle_juice_millilitres(kg: float) -> float:
    """Return the dose of the pickle-juice trial in mL: 1 mL per kg, at most 100 mL.

    Source: pickle-juice-trial, which pickle-juice-null could not confirm.
    Raises ValueError for a body weight that is not positive.
    """
    return min(body_mass("body weight", kg), PICKLE_JUICE_MOST_ML)
