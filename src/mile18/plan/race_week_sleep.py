"""The nights of race week: when to be in bed, and the last coffee before it."""

from collections.abc import Iterator
from datetime import time

from msgspec.structs import replace

from mile18.plan.race_week_morning import Morning
from mile18.plan.race_week_task import DAY_MINUTES, Task, clock, length_words
from mile18.profile import Profile
from mile18.science.sleep import bedtime, caffeine_cutoff
from mile18.units import number

NIGHTS = 7
BED_HOURS = 8.0
MOST_BED_HOURS = 10.0
# A bedtime that leaves fewer or more hours than this was mistyped.
LIKELY_HOURS = (4.0, 12.0)
_EXAMPLE_WAKE = time(6, 30)
_GONE = "those nights are past"


def bed_hours(profile: Profile) -> float:
    """Hours in bed to plan for: 8, or as many as the runner usually sleeps if that is more.

    Source: sleep-nsf-hours, sleep-extension-trial.
    """
    return min(MOST_BED_HOURS, max(BED_HOURS, profile.sleep.usual_hours or 0))


def planned_hours(profile: Profile, by: Morning) -> float | None:
    """Hours between the runner's own bedtime and wake time before the race; None if unlikely."""
    bed = profile.sleep.race_bedtime
    if bed is None or by.wake is None:
        return None
    hours = ((by.wake - bed.hour * 60 - bed.minute) % DAY_MINUTES) / 60
    return hours if LIKELY_HOURS[0] <= hours <= LIKELY_HOURS[1] else None


def sleep_tasks(profile: Profile, by: Morning) -> Iterator[Task]:
    """A bedtime for each of the seven nights before the race, the last one by the clock."""
    hours = bed_hours(profile)
    for days_before in range(NIGHTS, 1, -1):
        yield _night(profile, hours, days_before)
    if by.wake is None:
        yield _last_night(_words(profile, hours), hours)
        return
    own = planned_hours(profile, by)
    yield from _last_day(profile, hours if own is None else own, by.wake, ideal=hours)


def _night(profile: Profile, hours: float, days_before: int) -> Task:
    return Task(
        id=f"sleep-D-{days_before}",
        topic="sleep",
        title=f"Be in bed for {number(hours)} h",
        detail=_words(profile, hours),
        why="Three longer nights were followed by a faster time trial in a small study. A link "
        "with cramps is not shown.",
        evidence=("sleep-nsf-hours", "sleep-extension-trial", "caffeine-cutoff"),
        grade="B",
        days_before=days_before,
        slot="evening",
        series="Bedtimes",
        gone=_GONE,
    )


def _words(profile: Profile, hours: float) -> str:
    bed = bedtime(_EXAMPLE_WAKE, hours)
    words = (
        f"Count {number(hours)} h back: up at {_EXAMPLE_WAKE:%H:%M} means in bed by {bed:%H:%M}."
    )
    if profile.nerves.caffeine_habit == 0:
        return words
    return f"{words} The last coffee is 9 h before bed, at {_earlier(caffeine_cutoff(bed).coffee)}."


def _last_night(detail: str, hours: float) -> Task:
    return Task(
        id="sleep-D-1",
        topic="sleep",
        title=f"Be in bed for {number(hours)} h",
        detail=detail,
        why="Most athletes sleep worse before a race. In one study it bore no clear relation to "
        "results, though tests find a loss when the night is cut short. Whether extra sleep "
        "beforehand helps is open.",
        evidence=("sleep-prerace-common", "sleep-loss-meta", "sleep-banking"),
        grade="B",
        days_before=1,
        slot="evening",
        series="Bedtimes",
        gone=_GONE,
    )


def _last_day(profile: Profile, hours: float, wake: int, *, ideal: float) -> Iterator[Task]:
    minute = wake - round(60 * hours)
    days_before, at = clock(0, minute)
    up = clock(0, wake)[1]
    detail = f"{length_words(round(60 * hours))} before you get up at {up:%H:%M}."
    if hours < ideal:
        better = bedtime(up, ideal)
        detail += f" In bed by {better:%H:%M} it would be {number(ideal)} h."
    night = _last_night(detail, hours)
    yield replace(night, title="Be in bed", days_before=days_before, at=at, slot="")
    if profile.nerves.caffeine_habit == 0:
        return
    cut = caffeine_cutoff(at)
    coffee_before = (
        at.hour * 60 + at.minute - cut.coffee.hour * 60 - cut.coffee.minute
    ) % DAY_MINUTES
    days_before, _ = clock(0, minute - coffee_before)
    coffee = _rounded(cut.coffee)
    yield Task(
        id="caffeine-D-1",
        topic="sleep",
        title="Have your last coffee",
        detail=f"About 9 h before bed; a strong dose of 200 mg or so by {_earlier(cut.strong_dose)}.",
        why="Caffeine cost 45 minutes of sleep on average.",
        evidence=("caffeine-cutoff",),
        grade="A",
        days_before=days_before,
        at=coffee,
        series="Caffeine",
        gone="its time is past",
    )


def _rounded(at: time) -> time:
    return at.replace(minute=at.minute - at.minute % 5)


def _earlier(at: time) -> str:
    return f"{_rounded(at):%H:%M}"
