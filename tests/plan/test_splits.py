"""Splits: whole seconds that add up to the goal, for km and miles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.plan.day.timeline import COARSE, Split, Timeline, timeline, unit_km
from mile18.science.pace import KM_PER_MILE, MARATHON_KM, even_pace
from mile18.topics.race.questions import Target
from mile18.units import SI, Units

MILES = Units(distance="mi")


def even(km: float, seconds: int) -> Timeline:
    return timeline(Target(km, seconds))


def splits(km: float, seconds: int, every_km: float) -> tuple[Split, ...]:
    return even(km, seconds).splits(every_km)


@pytest.mark.parametrize(
    ("seconds", "per_km", "per_mile", "five_km"),
    [
        (10_800, 256.0, 411.9, 21 * 60 + 20),
        (12_600, 298.6, 480.6, 24 * 60 + 53),
        (13_500, 319.9, 514.9, 26 * 60 + 40),
        (14_400, 341.3, 549.2, 28 * 60 + 26),
        (16_200, 383.9, 617.9, 32 * 60),
    ],
)
def test_the_pace_bands_in_print(
    seconds: int, per_km: float, per_mile: float, five_km: int
) -> None:
    pace = even_pace(MARATHON_KM, seconds)
    assert round(pace, 1) == per_km
    assert round(pace * KM_PER_MILE, 1) == per_mile
    assert splits(MARATHON_KM, seconds, COARSE)[0].seconds == five_km


@given(st.floats(1, 250), st.integers(600, 172_800), st.sampled_from([SI, MILES]))
def test_splits_add_up_to_the_goal_to_the_second(km: float, seconds: int, units: Units) -> None:
    for count in (1, COARSE):
        found = splits(km, seconds, count * unit_km(units))
        assert sum(split.seconds for split in found) == seconds
        assert found[-1].elapsed == seconds
        assert found[-1].at_km == km
        assert all(split.seconds >= 0 for split in found)
        ends = [split.at_km for split in found]
        assert ends == sorted(set(ends))


@given(st.floats(1, 250), st.integers(600, 172_800))
def test_an_elapsed_time_is_even_pace_rounded(km: float, seconds: int) -> None:
    for split in splits(km, seconds, 1.0):
        assert abs(split.elapsed - seconds * split.at_km / km) <= 0.5 + 1e-6


@pytest.mark.parametrize(("km", "count"), [(5.0, 5), (10.0, 10), (21.0975, 22), (42.195, 43)])
def test_a_whole_distance_leaves_no_stub(km: float, count: int) -> None:
    assert len(splits(km, 3600, 1.0)) == count


def test_a_marathon_has_26_miles_and_a_bit() -> None:
    found = splits(MARATHON_KM, 13_500, KM_PER_MILE)
    assert len(found) == 27
    assert found[0].seconds == 515
    assert found[25].at_km == pytest.approx(26 * KM_PER_MILE)


def test_a_race_shorter_than_a_stretch_is_one_split() -> None:
    (only,) = splits(3.0, 900, 5.0)
    assert (only.at_km, only.seconds, only.elapsed) == (3.0, 900, 900)


def test_halves_of_a_second_are_rounded_up() -> None:
    assert even(1.0, 601).elapsed_at(0.5) == 301


def test_a_stretch_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="allowed is"):
        splits(1.0, 60, 0.0)
