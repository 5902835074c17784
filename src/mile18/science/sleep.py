"""Hours of sleep, the time to be in bed, and the last caffeine before it."""

from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from mile18.science.checks import within

COFFEE_HOURS_BEFORE_BED = 8.8
STRONG_DOSE_HOURS_BEFORE_BED = 13.2

_MINUTES_A_DAY = 24 * 60


class CaffeineCutoff(NamedTuple):
    """Clock times of the last coffee (about 107 mg) and the last strong dose (about 217 mg)."""

    coffee: time
    strong_dose: time


def _earlier(clock: time, minutes: float) -> time:
    of_day = round(clock.hour * 60 + clock.minute - minutes) % _MINUTES_A_DAY
    return clock.replace(hour=of_day // 60, minute=of_day % 60, second=0, microsecond=0)


def mean_hours(hours: Sequence[float]) -> float:
    """Return the mean of the nights' hours of sleep (arithmetic; for use with sleep-adult-hours).

    Raises ValueError for no nights, or a night outside 0 to 24 h.
    """
    if not hours:
        raise ValueError("number of nights is 0, allowed is 1 or more")
    return sum(within("sleep", night, 0, 24, "h") for night in hours) / len(hours)


def bedtime(wake: time, hours: float, minutes_to_fall_asleep: float = 0) -> time:
    """Return the clock time to be in bed for `hours` of sleep before `wake`, to the minute.

    Arithmetic, for use with sleep-nsf-hours; the clock turns back past midnight.
    Raises ValueError for sleep outside 0 to 20 h or falling asleep outside 0 to 180 min.
    """
    asleep = 60 * within("sleep", hours, 0, 20, "h")
    return _earlier(
        wake, asleep + within("time to fall asleep", minutes_to_fall_asleep, 0, 180, "min")
    )


def caffeine_cutoff(bedtime: time) -> CaffeineCutoff:
    """Return the clock times to stop: 8.8 h before bed for a coffee, 13.2 h for a strong dose.

    Each at the quarter of an hour before. Source: caffeine-cutoff, the cautious side of
    caffeine-trial-2024. Times turn back past midnight. Raises nothing.
    """
    return CaffeineCutoff(
        _quarter(_earlier(bedtime, 60 * COFFEE_HOURS_BEFORE_BED)),
        _quarter(_earlier(bedtime, 60 * STRONG_DOSE_HOURS_BEFORE_BED)),
    )


def _quarter(clock: time) -> time:
    return clock.replace(minute=clock.minute - clock.minute % 15)
