"""Race-time predictions as a named range, even pace, and what a stop costs."""

from math import exp, floor, sqrt
from typing import NamedTuple

from mile18.science.checks import above_zero, distance, duration, within

KM_PER_MILE = 1.609344
MARATHON_KM = 42.195
HALF_MARATHON_KM = 21.0975

_TOLERANCE_MINUTES = 1e-9


def riegel(seconds: float, from_km: float, to_km: float, exponent: float = 1.06) -> float:
    """Return the time in seconds for `to_km`, given `seconds` over `from_km`.

    Source: formula-riegel; 1.06 flatters half of marathoners (formula-riegel-bias).
    Raises ValueError for a time or distance that is not positive, or an exponent outside 0 to 3.
    """
    duration("race time", seconds)
    ratio = distance("target distance", to_km) / distance("race distance", from_km)
    return float(seconds * ratio ** within("exponent", exponent, 0, 3))


def _share_of_maximum(minutes: float) -> float:
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def daniels_gilbert_score(km: float, seconds: float) -> float:
    """Return the Daniels-Gilbert score (mL of oxygen per kg and minute) of a race.

    Source: formula-vdot.
    Raises ValueError for a distance or time that is not positive, or a pace outside 1 to 40
    minutes per km: slower than that, the formula has the runner use less than no oxygen.
    """
    minutes = duration("race time", seconds) / 60
    pace = within("pace", minutes / distance("race distance", km), 1, 40, "min per km")
    speed = 1000 / pace
    oxygen = -4.60 + 0.182258 * speed + 0.000104 * speed * speed
    return oxygen / _share_of_maximum(minutes)


def daniels_gilbert_seconds(score: float, km: float) -> float:
    """Return the time in seconds that gives `score` over `km`, the inverse of the score.

    Source: formula-vdot.
    Raises ValueError for a score outside 0 to 400 or a distance that is not positive.
    """
    above_zero("score", score, 400)
    metres = 1000 * distance("target distance", km)
    minutes = metres / 250
    # The speed for a known oxygen use is a plain quadratic, and the share of maximum
    # changes so little with time that feeding it back settles in about ten rounds.
    for _ in range(40):
        oxygen = score * _share_of_maximum(minutes)
        root = sqrt(0.182258**2 + 4 * 0.000104 * (4.60 + oxygen))
        settled = metres * 2 * 0.000104 / (root - 0.182258)
        if abs(settled - minutes) < _TOLERANCE_MINUTES:
            break
        minutes = settled
    return settled * 60


def _miles_ten(weekly_km: float) -> float:
    return within("weekly distance", weekly_km, 0, 1000, "km") / KM_PER_MILE / 10


def vickers_vertosick(seconds: float, from_km: float, weekly_km: float) -> float:
    """Return the marathon time in seconds from one shorter race and the weekly distance in km.

    Source: formula-riegel-bias (vickers2016), with Riegel at 1.07 inside.
    Raises ValueError for a race that is not shorter than a marathon, a time that is not
    positive, or a weekly distance outside 0 to 1000 km.
    """
    if distance("race distance", from_km) >= MARATHON_KM:
        raise ValueError(f"race distance is {from_km:g} km, allowed is less than {MARATHON_KM} km")
    metres = 1000 * MARATHON_KM
    by_riegel = metres / riegel(seconds, from_km, MARATHON_KM, 1.07)
    speed = 0.16018617 + 0.83076202 * by_riegel + 0.06423826 * _miles_ten(weekly_km)
    return metres / speed


def as_spoken(seconds: float) -> int:
    """Return a model's time as people say it: to 5 s below an hour, to the minute above.

    A judgement: no model is truer than that.
    """
    step = 5 if seconds < 3600 else 60
    return step * floor(seconds / step + 0.5)


MARATHON_MARGIN_KM = 0.5
_SAME_KM = 0.01
# Oxygen tables end at the marathon.
_DANIELS_UP_TO_KM = 43
EXAMPLE = "Riegel 1.15 (example)"
BY_VOLUME = "Vickers-Vertosick"


class Prediction(NamedTuple):
    """One model's finish time in seconds, with the evidence id it rests on."""

    model: str
    seconds: float
    evidence: str


def predictions(
    from_km: float, seconds: float, to_km: float, weekly_km: float | None = None
) -> tuple[Prediction, ...]:
    """Return every model's time in seconds for `to_km` as people say it, fastest first.

    Daniels-Gilbert is left out beyond the marathon, for which it was not made.
    Vickers-Vertosick joins only where its data apply: a marathon (within 0.5 km) predicted from a
    shorter race with the weekly distance known; Riegel at 1.15, an example of a slower exponent
    without a study behind it, only beyond the half marathon (by more than 0.5 km).
    Source: formula-vdot, formula-riegel, formula-riegel-bias.
    Raises ValueError for a time or distance that is not positive.
    """
    found = [Prediction("Riegel 1.06", riegel(seconds, from_km, to_km), "formula-riegel")]
    if max(from_km, to_km) <= _DANIELS_UP_TO_KM:
        score = daniels_gilbert_score(from_km, seconds)
        by_oxygen = daniels_gilbert_seconds(score, to_km)
        found.append(Prediction("Daniels-Gilbert", by_oxygen, "formula-vdot"))
    if to_km > HALF_MARATHON_KM + MARATHON_MARGIN_KM:
        slower = riegel(seconds, from_km, to_km, 1.15)
        found.append(Prediction(EXAMPLE, slower, "formula-riegel-bias"))
    to_marathon = abs(to_km - MARATHON_KM) <= MARATHON_MARGIN_KM
    shorter = from_km < MARATHON_KM - MARATHON_MARGIN_KM
    if weekly_km is not None and to_marathon and shorter:
        by_volume = vickers_vertosick(seconds, from_km, weekly_km)
        found.append(Prediction(BY_VOLUME, by_volume, "formula-riegel-bias"))
    # Over the distance that was run nothing is predicted, and nothing rounded.
    same = abs(from_km - to_km) < _SAME_KM
    told = [each if same else each._replace(seconds=as_spoken(each.seconds)) for each in found]
    return tuple(sorted(told, key=lambda each: each.seconds))


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

    `slower_by` is a fraction of the pace: 0.05 is 5% slower (arithmetic, no source needed).
    Raises ValueError for a time or distance that is not positive, a stop before the start or
    after the finish, or a fraction outside 0 to 10.
    """
    pace = even_pace(race_km, goal_seconds)
    within("kilometre of the stop", at_km, 0, race_km, "km")
    within("time stopped", stopped_seconds, 0, 3_600_000, "s")
    within("slowing", slower_by, 0, 10, "of the pace")
    return goal_seconds + stopped_seconds + pace * (race_km - at_km) * slower_by
