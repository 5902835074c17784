"""Metres at a pace: by a window, since single points lie."""

import random
from array import array
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.records.activity import Track
from mile18.records.pace import metres_at, stretches

PACE = 320.0


def track(
    speeds: list[float], step: float = 1.0, pauses: tuple[tuple[float, float], ...] = ()
) -> Track:
    """A run with these speeds in m/s, one each step."""
    seconds = array("d", (at * step for at in range(len(speeds) + 1)))
    metres = array("d", accumulate((speed * step for speed in speeds), initial=0.0))
    return Track(seconds, metres, pauses)


GOAL, EASY = 1000 / PACE, 1000 / 400


@pytest.mark.parametrize("step", [1, 6])
def test_a_stretch_at_goal_pace_counts_whole(step: int) -> None:
    block = [EASY] * (600 // step) + [GOAL] * (2400 // step) + [EASY] * (600 // step)
    assert metres_at(track(block, step), PACE) == pytest.approx(GOAL * 2400, rel=0.015)


def test_whole_metres_and_noise_change_little() -> None:
    dice = random.Random(7)
    even = track([GOAL] * 2400)
    whole = Track(even.seconds, array("d", map(round, even.metres)))
    noisy = Track(
        even.seconds, array("d", (metre + dice.uniform(-0.3, 0.3) for metre in even.metres))
    )
    for each in (whole, noisy):
        assert metres_at(each, PACE) == pytest.approx(GOAL * 2400, rel=0.015)


@pytest.mark.parametrize(
    ("share", "counts"), [(0.975, True), (1.025, True), (0.96, False), (1.04, False)]
)
def test_three_percent_is_the_edge(share: float, counts: bool) -> None:
    found = metres_at(track([GOAL * share] * 600), PACE)
    assert found == pytest.approx(GOAL * share * 600 if counts else 0.0)


def test_no_window_reaches_over_a_pause_or_a_gap() -> None:
    run = track([GOAL] * 600, pauses=((300.0, 500.0),))
    with_records = metres_at(run, PACE)
    assert with_records == pytest.approx(GOAL * 400, rel=0.01)
    seconds = array("d", [*range(301), *(at + 90 for at in range(301, 601))])
    gap = Track(seconds, track([GOAL] * 600).metres)
    assert metres_at(gap, PACE) == pytest.approx(GOAL * 599, rel=0.01)
    assert [len(part) for part, _ in stretches(gap)] == [301, 300]


def test_short_bursts_are_no_goal_pace() -> None:
    assert metres_at(track([GOAL] * 14), PACE) == 0.0


@given(
    speeds=st.lists(st.floats(0, 8), max_size=200),
    pauses=st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), max_size=3),
)
def test_never_more_than_was_run(speeds: list[float], pauses: list[tuple[float, float]]) -> None:
    run = track(speeds, pauses=tuple(pauses))
    assert 0 <= metres_at(run, PACE) <= run.metres[-1] + 1e-6


def test_points_that_go_back_in_time_are_left_out() -> None:
    run = Track(array("d", [0, 10, 5, 20]), array("d", [0, 30, 15, 60]))
    assert list(stretches(run)) == [([0, 10, 20], [0, 30, 60])]
    assert metres_at(Track(array("d"), array("d")), PACE) == 0.0
