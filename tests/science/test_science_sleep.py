"""Sleep: means, bedtimes across midnight, and the last caffeine."""

import inspect
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import sleep


def minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@pytest.mark.parametrize(
    ("hours", "expected"), [([7], 7), ([6.2, 7.0], 6.6), ([0, 8, 8.5], 5.5), ((24,), 24)]
)
def test_mean_hours(hours: list[float], expected: float) -> None:
    assert sleep.mean_hours(hours) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wake", "hours", "falling_asleep", "expected"),
    [
        (time(4, 30), 7.5, 0, time(21, 0)),
        (time(4, 30), 7.5, 15, time(20, 45)),
        (time(9, 0), 8, 0, time(1, 0)),
        (time(8, 0), 8, 0, time(0, 0)),
        (time(6, 0), 7 + 1 / 3, 0, time(22, 40)),
        (time(6, 0), 0, 0, time(6, 0)),
    ],
)
def test_bedtime(wake: time, hours: float, falling_asleep: float, expected: time) -> None:
    assert sleep.bedtime(wake, hours, falling_asleep) == expected


@pytest.mark.parametrize(
    ("bed", "coffee", "strong_dose"),
    [
        (time(22, 0), time(13, 0), time(8, 45)),
        (time(23, 0), time(14, 0), time(9, 45)),
        (time(21, 0), time(12, 0), time(7, 45)),
        (time(0, 30), time(15, 30), time(11, 15)),
    ],
)
def test_last_caffeine(bed: time, coffee: time, strong_dose: time) -> None:
    assert sleep.caffeine_cutoff(bed) == (coffee, strong_dose)
    assert sleep.caffeine_cutoff(bed).coffee == coffee


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sleep.mean_hours([]), "number of nights is 0, allowed is 1 or more"),
        (lambda: sleep.mean_hours([7, -1]), "sleep is -1 h, allowed is 0 to 24 h"),
        (lambda: sleep.mean_hours([float("nan")]), "sleep is nan h"),
        (lambda: sleep.bedtime(time(6), 21), "sleep is 21 h, allowed is 0 to 20 h"),
        (lambda: sleep.bedtime(time(6), 8, -5), "time to fall asleep is -5 min"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    assert inspect.isfunction(call)
    with pytest.raises(ValueError, match=message):
        call()


whole_minutes = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@given(whole_minutes, st.integers(0, 1200), st.integers(0, 180))
def test_sleeping_from_bedtime_ends_at_the_wake_time(
    wake: time, asleep: int, falling_asleep: int
) -> None:
    bed = sleep.bedtime(wake, asleep / 60, falling_asleep)
    assert (minutes(bed) + asleep + falling_asleep) % 1440 == minutes(wake)


@given(st.lists(st.floats(0, 24), min_size=1))
def test_the_mean_lies_between_the_shortest_and_the_longest_night(hours: list[float]) -> None:
    assert min(hours) - 1e-9 <= sleep.mean_hours(hours) <= max(hours) + 1e-9


@given(whole_minutes)
def test_the_last_coffee_is_at_the_quarter_before_and_never_later(bed: time) -> None:
    for at, hours in zip(sleep.caffeine_cutoff(bed), (8.8, 13.2), strict=True):
        assert at.minute % 15 == 0
        assert 0 <= (minutes(bed) - minutes(at)) % 1440 - 60 * hours < 15
