"""A race that ends on another day is over then, and what comes after it is counted from there."""

from datetime import date, time, timedelta

import pytest

from mile18.plan.week.week import race_week
from mile18.plan.words import countdown_words
from mile18.profile import Profile
from mile18.topics.race.questions import countdown_to

RACE = date(2027, 5, 1)
LONG = Profile().with_changes(
    {
        "race": {
            "date": RACE,
            "start_time": time(18),
            "distance": 164.0,
            "goal_time": 28 * 3600,
        }
    }
)


@pytest.mark.parametrize(
    ("after", "days", "told"),
    [
        (-1, 1, "race tomorrow"),
        (0, 0, "race day"),
        (1, 0, "race day"),
        (2, -1, "raced yesterday"),
        (3, -2, "raced 2 days ago"),
    ],
)
def test_it_is_not_over_while_it_runs(after: int, days: int, told: str) -> None:
    countdown = countdown_to(LONG.race, RACE + timedelta(days=after))
    assert countdown.days == days
    assert countdown_words(countdown) == told


def test_what_comes_after_is_counted_from_the_finish() -> None:
    tasks = {task.id: task for task in race_week(LONG, RACE).tasks}
    assert tasks["debrief"].day == RACE + timedelta(days=2)
    # What to watch for is read ahead, on the day of the start.
    assert tasks["after-race"].day == RACE
    morning = LONG.with_changes({"race": {"start_time": time(9), "goal_time": 13_500}})
    tasks = {task.id: task for task in race_week(morning, RACE).tasks}
    assert tasks["debrief"].day == RACE + timedelta(days=1)


def test_without_a_start_or_a_goal_the_day_of_the_race_counts() -> None:
    for unknown in ("race.start_time", "race.goal_time"):
        countdown = countdown_to(LONG.with_answer(unknown, None).race, RACE + timedelta(days=1))
        assert countdown.days == -1
