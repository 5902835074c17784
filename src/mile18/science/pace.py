"""Race-time predictions as a named range, even pace, and what a stop costs."""

from typing import NamedTuple

from mile18.science.checks import distance, duration, within
from mile18.science.race_models import (
    HALF_MARATHON_KM,
    KM_PER_MILE,
    MARATHON_KM,
    daniels_gilbert_score,
    daniels_gilbert_seconds,
    riegel,
    vickers_vertosick,
)

__all__ = [
    "HALF_MARATHON_KM",
    "KM_PER_MILE",
    "MARATHON_KM",
    "Prediction",
    "daniels_gilbert_score",
    "daniels_gilbert_seconds",
    "even_pace",
    "finish_after_stop",
    "predictions",
    "riegel",
    "slowed",
    "vickers_vertosick",
]

_MARGIN_KM = 0.5
EXAMPLE = "Riegel 1.15 (example)"


class Prediction(NamedTuple):
    """One model's finish time in seconds, with the evidence id it rests on."""

    model: str
    seconds: float
    evidence: str


def predictions(
    from_km: float, seconds: float, to_km: float, weekly_km: float | None = None
) -> tuple[Prediction, ...]:
    """Return every model's time in seconds for `to_km`, fastest first.

    Vickers-Vertosick joins only where its data apply: a marathon (within 0.5 km) predicted from a
    shorter race with the weekly distance known; Riegel at 1.15, an example of a slower exponent
    without a study behind it, only beyond the half marathon (by more than 0.5 km).
    Source: formula-vdot, formula-riegel, formula-riegel-bias.
    Raises ValueError for a time or distance that is not positive.
    """
    score = daniels_gilbert_score(from_km, seconds)
    found = [
        Prediction("Daniels-Gilbert", daniels_gilbert_seconds(score, to_km), "formula-vdot"),
        Prediction("Riegel 1.06", riegel(seconds, from_km, to_km), "formula-riegel"),
    ]
    if to_km > HALF_MARATHON_KM + _MARGIN_KM:
        slower = riegel(seconds, from_km, to_km, 1.15)
        found.append(Prediction(EXAMPLE, slower, "formula-riegel-bias"))
    to_marathon = abs(to_km - MARATHON_KM) <= _MARGIN_KM
    shorter = from_km < MARATHON_KM - _MARGIN_KM
    if weekly_km is not None and to_marathon and shorter:
        by_volume = vickers_vertosick(seconds, from_km, weekly_km)
        found.append(Prediction("Vickers-Vertosick", by_volume, "formula-riegel-bias"))
    return tuple(sorted(found, key=lambda each: each.seconds))


def even_pace(km: float, seconds: float) -> float:
    """Return the even pace in seconds per km (arithmetic, no source needed).

    Raises ValueError for a distance or time that is not positive.
    """
    return duration("race time", seconds) / distance("race distance", km)


def slowed(seconds: float, percent: float) -> float:
    """Return a time or pace in seconds made slower by `percent` (arithmetic, no source needed).

    Raises ValueError for a time that is not positive or a percentage outside 0 to 100.
    """
    return duration("time", seconds) * (1 + within("slowdown", percent, 0, 100, "%") / 100)


def finish_after_stop(
    goal_seconds: float, race_km: float, at_km: float, stopped_seconds: float, slower_by: float
) -> float:
    """Return the finish in seconds after even pace to `at_km`, a stop, then a slower pace.

    `slower_by` is a fraction of the pace: 0.05 is 5 % slower (arithmetic, no source needed).
    Raises ValueError for a time or distance that is not positive, a stop before the start or
    after the finish, or a fraction outside 0 to 10.
    """
    pace = even_pace(race_km, goal_seconds)
    within("kilometre of the stop", at_km, 0, race_km, "km")
    within("time stopped", stopped_seconds, 0, 3_600_000, "s")
    within("slowing", slower_by, 0, 10, "of the pace")
    return goal_seconds + stopped_seconds + pace * (race_km - at_km) * slower_by
