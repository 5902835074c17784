"""Carbohydrate before and during a race, and caffeine."""

from math import floor
from typing import NamedTuple

from mile18.science.checks import above_zero, body_mass, duration, within

LOADING_G_PER_KG = (10.0, 12.0)
LOADING_LEAST_G_PER_KG = 8.0
PRE_EVENT_MEAL_G_PER_KG = (1.0, 4.0)
CAFFEINE_MG_PER_KG = (3.0, 6.0)
LAST_PORTION_MINUTES = 30

# Keeps 11 × 20 min from missing its own mark by a rounding error.
_MARK_SLACK = 1e-9


class Doses(NamedTuple):
    """Minutes after the start at which to take a portion, and the grams they add up to."""

    minutes: tuple[float, ...]
    grams: float


def loading_grams(
    kg: float, low: float = LOADING_G_PER_KG[0], high: float = LOADING_G_PER_KG[1]
) -> tuple[float, float]:
    """Return the lowest and highest grams a day for loading, from `low` and `high` g per kg.

    Source: carb-loading-acsm (10–12 g/kg for 36–48 h before more than 90 min), with
    carb-loading-range (7–12) and carb-loading-minimum (8) as amounts to pass in.
    Raises ValueError for a body weight that is not positive or a range outside 0 to 20 g/kg.
    """
    body_mass("body weight", kg)
    within("highest amount", high, 0, 20, "g/kg")
    return within("lowest amount", low, 0, high, "g/kg") * kg, high * kg


def pre_event_meal_grams(kg: float) -> tuple[float, float]:
    """Return the lowest and highest grams 1–4 h before the start: 1–4 g per kg.

    Source: carb-preevent-meal.
    Raises ValueError for a body weight that is not positive.
    """
    low, high = PRE_EVENT_MEAL_G_PER_KG
    return low * body_mass("body weight", kg), high * kg


def during_band(seconds: float) -> tuple[float, float]:
    """Return the lowest and highest g/h for a race of `seconds`, whatever the body weight.

    Up to 1 h 0–30 (nothing or a mouth rinse is enough), to 2.5 h 30–60, longer 60–90, the top
    only as glucose with fructose and practised. The sources overlap: some print 30 g/h from 1 h,
    60 from 2 h and 90 from 2.5 h, so near an edge both bands are in use.
    Source: carb-in-race-dose, carb-under-75, carb-not-body-mass.
    Raises ValueError for a time that is not positive.
    """
    hours = duration("race time", seconds) / 3600
    if hours <= 1:
        return 0.0, 30.0
    return (30.0, 60.0) if hours <= 2.5 else (60.0, 90.0)


def race_grams(seconds: float, grams_per_hour: float) -> float:
    """Return the grams that `grams_per_hour` adds up to in `seconds` (arithmetic, no source).

    Raises ValueError for a time that is not positive or an intake outside 0 to 500 g/h.
    """
    return within("intake", grams_per_hour, 0, 500, "g/h") * duration("race time", seconds) / 3600


def portion_minutes(grams_per_hour: float, grams_per_portion: float) -> float:
    """Return the minutes between portions that give `grams_per_hour` (arithmetic, no source).

    Raises ValueError for an intake above 500 g/h, a portion above 1 000 g, or either not above 0.
    """
    portion = above_zero("portion", grams_per_portion, 1000, "g")
    return 60 * portion / above_zero("intake", grams_per_hour, 500, "g/h")


def intake_per_hour(grams_per_portion: float, every_minutes: float) -> float:
    """Return the g/h of a portion taken every so many minutes (arithmetic, no source needed).

    Raises ValueError for a portion not above 0 or above 1 000 g, or an interval below 1 minute.
    """
    portion = above_zero("portion", grams_per_portion, 1000, "g")
    return 60 * portion / within("interval", every_minutes, 1, 60_000, "min")


def doses(seconds: float, grams_per_portion: float, every_minutes: float) -> Doses:
    """Return the minute marks for a portion every so many minutes, and their total grams.

    The first mark is one interval after the start, and none is rounded up. A mark less than
    30 minutes before the finish is left out, since little of it would still arrive; a mark exactly
    30 minutes before still counts.
    Source: carb-in-race-dose; the rule for the last portion is a judgement.
    Raises ValueError for a time or portion that is not positive, or an interval below 1 minute.
    """
    last = duration("race time", seconds) / 60 - LAST_PORTION_MINUTES
    portion = above_zero("portion", grams_per_portion, 1000, "g")
    within("interval", every_minutes, 1, 60_000, "min")
    count = max(0, floor(last / every_minutes + _MARK_SLACK))
    return Doses(tuple(every_minutes * n for n in range(1, count + 1)), portion * count)


def caffeine_milligrams(kg: float) -> tuple[float, float]:
    """Return the lowest and highest caffeine in mg about 60 min before: 3–6 mg per kg.

    Source: caffeine-dose; no evidence about cramps.
    Raises ValueError for a body weight that is not positive.
    """
    low, high = CAFFEINE_MG_PER_KG
    return low * body_mass("body weight", kg), high * kg
