"""Running and walking in turns: blended splits, portions in the walks."""

import pytest
from golden_race import TODAY, golden
from hypothesis import given
from hypothesis import strategies as st

from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.pages import day_page
from mile18.plan.day.walks import WALK_PACE, Walks, walks_of
from mile18.topics.race.questions import Race
from mile18.units import SI
from mile18.writers.text import text


def day(run: float | None, walk: float | None) -> RaceDay:
    return race_day(golden(race={"run_minutes": run, "walk_minutes": walk}), TODAY)


def told(made: RaceDay) -> str:
    return " ".join(text(day_page(made, SI, 80), 80).split())


def test_the_splits_are_the_mean_and_the_pace_between_the_walks_is_said() -> None:
    # 600 s at 320 s/km are 1.875 km; a minute of walking is 0.1 km of them, so 540 s for 1.775 km.
    assert Walks(540, 60).running_pace(320) == pytest.approx(540 / 1.775)
    shown = told(day(9, 1))
    assert "You plan 9 min of running, 1 of walking." in shown
    assert "you run at about 5:04/km, if you walk at 10:00/km (a judgement)" in shown
    assert day(9, 1).pacing.splits(SI, 5) == day(None, None).pacing.splits(SI, 5)


def test_portions_fall_into_walks() -> None:
    minutes = [each.minute for each in day(9, 1).fuel.portions]
    # Every 20 min, and the walks begin at 9, 19, 29 …
    assert minutes[:3] == [19, 39, 59]
    assert len(minutes) == len(day(None, None).fuel.portions)


def test_half_an_answer_is_asked_about() -> None:
    assert "How you take your walk breaks. → Race: … and walk for" in told(day(9, None))
    assert walks_of(Race(run_minutes=9.0)) is None
    assert "walk breaks" not in told(day(None, None))


def test_no_pace_is_made_up_where_walking_would_do() -> None:
    assert Walks(540, 60).running_pace(WALK_PACE) is None
    assert Walks(540, 60).running_pace(700) is None


@given(st.floats(15, 7200), st.floats(15, 1800), st.floats(0, 100_000))
def test_the_nearest_walk_is_one_of_them(run: float, walk: float, seconds: float) -> None:
    walks = Walks(run, walk)
    found = walks.nearest(seconds)
    turns = (found - run) / (run + walk)
    assert turns == pytest.approx(round(turns), abs=1e-6)
    assert found <= max(run, seconds + (run + walk) / 2 + 1e-6)


@given(st.floats(15, 7200), st.floats(15, 1800), st.floats(150, 599))
def test_run_and_walk_come_to_the_pace_in_all(run: float, walk: float, pace: float) -> None:
    faster = Walks(run, walk).running_pace(pace)
    if faster is not None:
        assert run / faster + walk / WALK_PACE == pytest.approx((run + walk) / pace)
        assert faster <= pace
