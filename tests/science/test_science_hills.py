"""Slopes: their cost as measured, its bounds, and heights without the noise of a recording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science.hills import LEAST_EFFORT, climb, effort, running_cost, slopes, smoothed


@pytest.mark.parametrize(
    ("slope", "times_level"),
    [
        (-0.20, 0.5000), (-0.10, 0.5977), (-0.05, 0.7628), (-0.03, 0.8494), (-0.02, 0.8969), (0, 1),
        (0.02, 1.1134), (0.03, 1.1737), (0.05, 1.3014), (0.10, 1.6578), (0.15, 2.0603),
    ],
)  # fmt: skip
def test_the_cost_is_that_of_the_source(slope: float, times_level: float) -> None:
    assert running_cost(slope) / running_cost(0) == pytest.approx(times_level, abs=5e-5)


@pytest.mark.parametrize(
    ("slope", "cost"), [(0, 3.60), (0.45, 19.43), (-0.20, 1.80), (-0.45, 4.03)]
)
def test_the_cost_meets_what_was_measured(slope: float, cost: float) -> None:
    assert running_cost(slope) == pytest.approx(cost, abs=0.005)


@pytest.mark.parametrize("slope", [0.46, -0.46, float("nan")])
def test_no_cost_where_nobody_measured_it(slope: float) -> None:
    with pytest.raises(ValueError, match="slope"):
        running_cost(slope)


@pytest.mark.parametrize(("slope", "mean"), [(0.02, 1.0052), (0.05, 1.0907)])
def test_what_a_hill_costs_up_is_not_won_down(slope: float, mean: float) -> None:
    assert (effort(slope) + effort(-slope)) / 2 == pytest.approx(mean, abs=1e-4)


@given(st.floats(-0.45, 0.45))
def test_no_descent_is_run_faster_than_the_bound(slope: float) -> None:
    assert effort(slope) >= LEAST_EFFORT


def test_ten_flat_kilometres_with_noise_climb_next_to_nothing() -> None:
    # Heights that differ by 2 m either way every 10 m, in an order that repeats nowhere.
    noise = [2 * ((each * 7919 % 1009) / 504 - 1) for each in range(1001)]
    metres = [10.0 * each for each in range(1001)]
    assert climb(noise)[0] > 500
    assert climb(smoothed(metres, noise, 50, 200))[0] < 20


def test_a_planned_route_keeps_its_climb() -> None:
    metres = [130.0 * each for each in range(101)]
    heights = [50 * abs((each % 20) / 10 - 1) for each in range(101)]
    assert climb(smoothed(metres, heights, 65, 200))[0] > 0.85 * climb(heights)[0]


@given(
    st.lists(st.tuples(st.floats(0.1, 500), st.floats(-400, 4000)), min_size=2, max_size=60),
    st.integers(1, 80),
)
def test_smoothing_stays_between_the_lowest_and_the_highest(
    parts: list[tuple[float, float]], count: int
) -> None:
    metres, at = [], 0.0
    for step, _ in parts:
        metres.append(at)
        at += step
    heights = [height for _, height in parts]
    found = smoothed(metres, heights, count, 200)
    assert len(found) == count + 1
    assert found[0] == heights[0]
    assert found[-1] == heights[-1]
    assert all(min(heights) - 1e-3 <= each <= max(heights) + 1e-3 for each in found)


def test_a_wrong_height_makes_no_wall() -> None:
    assert slopes([0, 900, 0], 200) == [0.3, -0.3]
