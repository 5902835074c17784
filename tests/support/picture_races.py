"""The races in the pictures of the README: the example as it is, as it was, and once it is run."""

import os
from datetime import date, datetime, timedelta

from athletes import fill
from msgspec.structs import replace

from mile18.factor import Changes
from mile18.plan.history import with_point
from mile18.storage.store import Opened, Store
from mile18.topics.health.episode import Episode
from mile18.tui.races.example import example

NOW = datetime(2027, 4, 20, 8, 41)  # noqa: DTZ001 - the runner's own clock
NAME = "flying-pig-2027"
EXAMPLE = example(NOW.date())
EARLIER: Changes = {
    "race": {"goal_time": 13_200},
    "sleep": {"nights": None, "rested": "rarely"},
    "training": {"weekly_distance": 44.0, "longest_run": 26.0},
    "nutrition": {"fuel_practised": "no"},
    "nerves": {"routine": None},
}
HAPPENED: Changes = {
    "debrief": {
        "result": "finished",
        "time": 14_085,
        "half_time": 6_690,
        "cramped": True,
        "temperature": 23.0,
        "humidity": 65.0,
        "sun": "mixed",
        "portions": 6.0,
        "drunk": 1.9,
        "slept_last_night": 5.0,
        "slept_before": 6.8,
        "change": "First half slower, and the gel at km 30 earlier.",
    },
    "health": {
        "episodes": (
            Episode(
                date=date(2027, 5, 2),
                km=35.5,
                muscle="calf",
                helped=("stretch", "slowing"),
                stopped=70,
                severity="moderate",
            ),
        )
    },
}


def as_it_is(store: Store) -> Opened:
    """The example race, written now."""
    opened = store.create(NAME, EXAMPLE)
    os.utime(opened.path, (NOW.timestamp(), NOW.timestamp()))
    return opened


def athletes(store: Store) -> None:
    """A coach's folder of forty athletes, of whom none is open."""
    fill(store.folder, 40)


def with_a_past(store: Store) -> Opened:
    """The example race, saved five days ago as it was then, with earlier days in its history."""
    profile = EXAMPLE.with_changes(EARLIER)
    for days, hours in ((27, 5.0), (22, 5.5), (16, 6.0), (9, 6.0)):
        earlier = profile.with_answer("sleep.usual_hours", hours)
        profile = with_point(earlier, NOW.date() - timedelta(days=days))
    opened = store.create(NAME, profile)
    then = NOW.astimezone() - timedelta(days=5)
    return store.save(opened, replace(EXAMPLE, history=profile.history), now=then)


def raced(store: Store) -> Opened:
    """The example race with what happened in it."""
    return store.create(NAME, EXAMPLE.with_changes(HAPPENED))
