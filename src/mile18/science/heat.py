"""Heat in one place: air, heat index, WBGT, flags, slowing, and getting used to it."""

from mile18.science.air import (
    celsius,
    dew_point,
    fahrenheit,
    humidity_from_dew_point,
    vapour_pressure,
)
from mile18.science.checks import within
from mile18.science.hadley import hadley_joined, hadley_slowdown, hadley_sum
from mile18.science.heat_index import heat_index, heat_index_fahrenheit, regression_fahrenheit
from mile18.science.wbgt import Flag, flag, wbgt_shade, wbgt_slowdown, wbgt_sun, wet_bulb

__all__ = [
    "Flag",
    "acclimatisation",
    "celsius",
    "dew_point",
    "fahrenheit",
    "flag",
    "hadley_joined",
    "hadley_slowdown",
    "hadley_sum",
    "heat_index",
    "heat_index_fahrenheit",
    "humidity_from_dew_point",
    "regression_fahrenheit",
    "vapour_pressure",
    "wbgt_shade",
    "wbgt_slowdown",
    "wbgt_sun",
    "wet_bulb",
]

_FULL_AFTER_SESSIONS = 10
_FADE_PER_DAY = 0.025


def acclimatisation(sessions_14d: int, days_since_last: float) -> float:
    """Return how far a block of hot sessions has got you used to heat, 0 to 100 %.

    `sessions_14d` are the hot sessions in the 14 days that end with the last one. The gain is
    100 × (1 − (1 − n ÷ 10)²): 75 % after five sessions, 100 % from ten. It then fades by 2.5 %
    of itself for each day since the last session, in a straight line to 0 after 40 days.
    Both curves are a judgement built on heat-acclimation-time and heat-decay, not a measurement.
    Raises ValueError outside 0 to 42 sessions or 0 to 36 500 days.
    """
    within("hot sessions", sessions_14d, 0, 42)
    within("days since the last hot session", days_since_last, 0, 36_500)
    missing = max(0.0, 1 - sessions_14d / _FULL_AFTER_SESSIONS)
    return 100 * (1 - missing**2) * max(0.0, 1 - _FADE_PER_DAY * days_since_last)
