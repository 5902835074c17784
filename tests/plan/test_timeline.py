"""The timeline: it ends on the goal, runs both ways, and a level course changes nothing."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.plan.day.timeline import EasyStart, Timeline, clock_after, timeline
from mile18.topics.race.questions import Target, fastest_pace, slowest_pace


@st.composite
def races(draw: st.DrawFn) -> Timeline:
    km = draw(st.floats(1, 250))
    seconds = draw(st.integers(round(km * fastest_pace(km)) + 1, round(km * slowest_pace(km))))
    aim = Target(km, seconds)
    calm = st.builds(EasyStart, st.floats(0.1, km / 3), st.just(aim.pace * 1.03), st.just(0))
    easy = draw(st.none() | calm)
    heights = draw(st.just([]) | st.lists(st.floats(-100, 3000), min_size=2, max_size=50))
    return timeline(aim, easy=easy, heights=heights, start=time(7, 30))


@given(races())
def test_it_ends_on_the_goal_to_the_second(line: Timeline) -> None:
    assert line.seconds_at(line.km) == line.finish == line.seconds[-1]
    assert line.seconds_at(0) == 0


@given(races(), st.floats(0, 1))
def test_kilometres_and_seconds_lead_to_each_other(line: Timeline, share: float) -> None:
    km = share * line.km
    assert line.km_at(line.seconds_at(km)) == pytest.approx(km, abs=1e-6)
    assert line.seconds_at(line.km_at(share * line.finish)) == pytest.approx(
        share * line.finish, abs=1e-3
    )


@given(races())
def test_time_never_stands_still(line: Timeline) -> None:
    assert all(before < after for before, after in pairwise(line.seconds))
    assert all(before < after for before, after in pairwise(line.kms))


@given(st.integers(2, 300), st.floats(-100, 3000))
def test_a_level_course_changes_nothing(count: int, height: float) -> None:
    aim, easy = Target(42.195, 13500), EasyStart(3, 327, 21)
    plain = timeline(aim, easy=easy)
    level = timeline(aim, easy=easy, heights=[height] * count)
    for km in range(43):
        assert level.seconds_at(km) == pytest.approx(plain.seconds_at(km), abs=1e-6)


def test_what_the_opening_costs_is_spread_over_the_rest() -> None:
    line = timeline(Target(42.195, 13500), easy=EasyStart(3, 327, 21))
    assert line.elapsed_at(3) == 3 * 327
    rest = (13500 - 981) / 39.195
    assert line.seconds_at(20) - line.seconds_at(19) == pytest.approx(rest)
    assert line.elapsed_at(5) == 1620
    assert line.seconds_at(42.195 / 2) > 13500 / 2


def test_up_is_slower_and_down_no_faster_than_the_bound() -> None:
    line = timeline(Target(10, 3000), heights=[0, 100, 0])
    up, down = line.seconds_at(5), 3000 - line.seconds_at(5)
    assert up / down == pytest.approx(1.1134 / 0.8969, abs=1e-3)


@pytest.mark.parametrize(
    ("start", "seconds", "days", "clock"),
    [
        (time(7, 30), 0, 0, time(7, 30)),
        (time(7, 30), 13500, 0, time(11, 15)),
        (time(23, 0), 3600, 1, time(0, 0)),
        (time(18, 0), 28 * 3600, 1, time(22, 0)),
        (time(12, 0), 48 * 3600, 2, time(12, 0)),
    ],
)
def test_the_clock_runs_on_over_midnight(start: time, seconds: int, days: int, clock: time) -> None:
    assert clock_after(start, seconds) == (days, clock)


def test_no_clock_without_a_start() -> None:
    assert timeline(Target(10, 3000)).clock_at(5) is None


@pytest.mark.parametrize(
    ("start", "km", "closes", "margin"),
    [
        (time(7, 30), 30.1, time(12, 5), 16500 - 9631),
        (time(7, 30), 42.195, time(11, 0), -900),
        (time(22, 0), 42.195, time(2, 0), 900),
    ],
)
def test_what_is_left_to_a_cutoff(start: time, km: float, closes: time, margin: int) -> None:
    line = timeline(Target(42.195, 13500), start=start)
    found = line.margin(km, closes)
    assert found == pytest.approx(margin, abs=1)


@given(races(), st.floats(0.5, 2))
def test_another_goal_is_the_same_race_slower_or_faster(line: Timeline, share: float) -> None:
    other = line.in_seconds(round(line.finish * share))
    assert other.finish == round(line.finish * share)
    assert other.seconds_at(line.km / 2) == pytest.approx(
        line.seconds_at(line.km / 2) * other.finish / line.finish
    )
