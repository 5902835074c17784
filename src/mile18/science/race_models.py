"""Published models that turn one race into the time for another distance."""

from math import exp, sqrt

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
