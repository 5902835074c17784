"""The races in the pictures of the README: the example as it is, as it was, and once it is run."""

import os
import random
from datetime import UTC, date, datetime, time, timedelta

from athletes import fill
from fit_files import run
from msgspec.structs import replace
from record_files import garmin_nights, garmin_summaries, zipped

from mile18.factor import Changes
from mile18.plan.history import with_point
from mile18.profile import Profile
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


def with_a_watch(store: Store) -> Opened:
    """A race with little answered, and the export of a watch in the home folder."""
    dice = random.Random(18)
    runs: list[tuple[datetime, float, int]] = []
    strength: list[tuple[datetime, float, int]] = []
    files: dict[str, bytes | str] = {}
    nights: dict[date, float] = {}
    for week in range(16):
        monday = NOW.date() - timedelta(days=NOW.weekday() + 7 * (16 - week))
        build = 0.7 + 0.03 * min(week, 12) - (0.25 if week % 4 == 3 else 0.0)
        for day, km in ((1, 8.0), (3, 12.0), (5, 10.0), (6, 26.0)):
            start = datetime.combine(monday + timedelta(days=day), time(7, dice.randrange(60)))
            metres = round(1000 * km * build * dice.uniform(0.92, 1.05))
            if day == 3 and week > 6:
                # Four hours ahead is UTC in spring.
                begun = (start + timedelta(hours=4)).replace(tzinfo=UTC)
                files[f"{week}.fit"] = run(begun, metres, 320, shift=-4 * 3600)
                runs.append((start, float(metres), round(metres * 0.32)))
            else:
                runs.append((start, float(metres), round(metres * 0.352)))
        if week % 3:
            strength.append((datetime.combine(monday, time(18)), 0.0, 2400))
    for days in range(1, 40):
        if days not in (5, 12):
            nights[NOW.date() - timedelta(days=days)] = round(dice.gauss(6.8, 0.7), 2)
    export: dict[str, bytes | str] = {
        "DI_CONNECT/runs_0_summarizedActivities.json": garmin_summaries(runs),
        "DI_CONNECT/more_0_summarizedActivities.json": garmin_summaries(
            strength, "strength_training"
        ),
        "DI_CONNECT/x_sleepData.json": garmin_nights(nights),
        "DI_CONNECT/Part1.zip": zipped(files),
    }
    (store.folder.parent / "export.zip").write_bytes(zipped(export))
    race = EXAMPLE.race
    kept = {
        "name": race.name,
        "date": race.date,
        "distance": race.distance,
        "goal_time": race.goal_time,
    }
    return store.create(NAME, Profile().with_changes({"race": kept}))
