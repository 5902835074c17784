"""What a slope costs a runner, and what a line of heights climbs."""

from collections.abc import Sequence
from itertools import pairwise

from mile18.science.checks import within

STEEPEST_MEASURED = 0.45
# Runners left to themselves gained 13.8% downhill, far less than the cost alone would let them.
LEAST_EFFORT = 0.88
STEEPEST = 0.3


def running_cost(slope: float) -> float:
    """Return the cost of running in J/(kg m) at a slope (rise over run, 0.05 is 5%).

    Source: hill-minetti, measured from -0.45 to 0.45 by 10 mountain runners on a treadmill.
    Raises ValueError outside of that.
    """
    i = within("slope", slope, -STEEPEST_MEASURED, STEEPEST_MEASURED)
    cost = 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + 3.6
    return float(cost)


def effort(slope: float) -> float:
    """Return the time that a metre takes at this slope, as a multiple of a level one.

    Uphill it is the cost, downhill no less than 0.88: a bound of ours, after what runners did when
    left to themselves. Source: hill-minetti, hill-observed. Raises ValueError as `running_cost`.
    """
    return max(running_cost(slope) / running_cost(0), LEAST_EFFORT)


def climb(heights: Sequence[float]) -> tuple[float, float]:
    """Return the metres up and the metres down along heights in m."""
    steps = [after - before for before, after in pairwise(heights)]
    return sum(max(step, 0.0) for step in steps), sum(max(-step, 0.0) for step in steps)


def slopes(heights: Sequence[float], step: float) -> list[float]:
    """Return the slope between heights in m that lie `step` m apart, none beyond 0.3.

    Source: hill-gps-noise; steeper than that no road is, but a wrong height looks like it.
    """
    return [
        max(-STEEPEST, min(STEEPEST, (after - before) / step))
        for before, after in pairwise(heights)
    ]


def smoothed(
    metres: Sequence[float], heights: Sequence[float], count: int, window: float
) -> list[float]:
    """Return `count` + 1 heights, evenly spaced from the first to the last of `metres`.

    Each is the mean height over `window` m around it, along straight lines between the points: many
    noisy points of a recording even out, the few of a planned route stay nearly as they are.
    `metres` rises. Source: hill-gps-noise.
    """
    start, end = metres[0], metres[-1]
    areas = [0.0]
    for (a, b), (low, high) in zip(pairwise(metres), pairwise(heights), strict=True):
        areas.append(areas[-1] + (b - a) * (low + high) / 2)
    found, at = [heights[0]], 0
    for each in range(1, count):
        place = start + (end - start) * each / count
        # A narrower window at both ends keeps it centred.
        reach = min(window / 2, place - start, end - place)
        left, at = _area(metres, heights, areas, place - reach, at)
        right, _ = _area(metres, heights, areas, place + reach, at)
        found.append((right - left) / (2 * reach))
    return [*found, heights[-1]]


def _area(
    metres: Sequence[float], heights: Sequence[float], areas: Sequence[float], place: float, at: int
) -> tuple[float, int]:
    """The area under the heights up to a place, and the index of the point before it from `at` on."""
    while at < len(metres) - 2 and metres[at + 1] <= place:
        at += 1
    span = metres[at + 1] - metres[at]
    share = (place - metres[at]) / span if span else 0.0
    here = heights[at] + share * (heights[at + 1] - heights[at])
    return areas[at] + (place - metres[at]) * (heights[at] + here) / 2, at
