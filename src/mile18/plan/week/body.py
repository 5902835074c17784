"""Training and sleep in the days before the race."""

from collections.abc import Iterator
from datetime import time

from msgspec.structs import replace

from mile18.plan.week.constant import STRENGTH_STOP
from mile18.plan.week.morning import Morning
from mile18.plan.week.task import DAY_MINUTES, PRACTICAL, Task, clock_at
from mile18.science.sleep import bedtime, caffeine_cutoff
from mile18.topics.race.questions import Race, Target, target
from mile18.topics.sleep import Sleep
from mile18.topics.training.questions import Training
from mile18.units import length_words, number

HALF = 0.5
TAPER_LATEST = 10
# Up to here no run before the race is long.
SHORT_RACE_KM = 10


def training_tasks(
    race: Race, training: Training, days_left: int | None, *, easy_only: bool
) -> Iterator[Task]:
    """The tasks of the last two weeks of training; with `easy_only` nothing hard or long.

    Source: train-taper-bosquet, train-taper-wang, rf-premuscle-damage.
    """
    if easy_only:
        yield STRENGTH_STOP
        yield _easy(training, days_left)
        return
    begun = days_left is not None and days_left < TAPER_LATEST
    # Whoever planned two weeks is in them by now, and is not told that they too late.
    if not (begun and training.taper == "two_weeks_or_more"):
        yield _taper(training.weekly_distance, 14)
    yield _taper(training.weekly_distance, 7)
    if training.strength_sessions != 0:
        yield STRENGTH_STOP
    if race.distance is None or race.distance > SHORT_RACE_KM:
        yield _last_long(training.longest_run)
    yield _last_fast(target(race))
    yield _easy(training, days_left)


def _taper(weekly: float | None, days_before: int) -> Task:
    if weekly:
        half = number(HALF * weekly, 0)
        amount = f"Run about {{km:{half}}} this week, not {{km:{number(weekly, 1)}}}"
    else:
        amount = "Run about half your usual distance this week"
    first = days_before == 14
    return Task(
        id=f"taper-{days_before}",
        topic="training",
        title="Start the taper" if first else "Keep to half your distance",
        detail=f"{amount}. Keep your usual number of runs, some of them still fast.",
        why="A taper of two weeks with 41–60% less distance helped performance most. A link with "
        "cramps has not been tested.",
        evidence=("train-taper-bosquet", "train-taper-wang"),
        grade="A",
        days_before=days_before,
        latest=TAPER_LATEST if first else 3,
        gone="fewer than two weeks are left; half the distance in the last week is the usual "
        "replacement, not tested"
        if first
        else "fewer than three days are left: run easily or rest",
    )


def _last_long(longest: float | None) -> Task:
    half = f" ({{km:{number(HALF * longest, 0)}}})" if longest and longest >= 1 else ""
    return Task(
        id="last-long",
        topic="training",
        title="Do your last longer run",
        detail=f"Run at most half of your longest{half}, easily. Wear the kit and eat the food "
        "that you "
        "will use on race day.",
        why=f"It leaves a week to recover and is the last rehearsal of kit and fuel. {PRACTICAL}",
        evidence=("train-taper-bosquet", "carb-gut-training"),
        days_before=7,
        latest=5,
        gone="fewer than five days are left: rest is worth more",
    )


def _last_fast(aim: Target | None) -> Task:
    pace = f", {{pace:{aim.pace:.2f}}}" if aim else ""
    return Task(
        id="last-fast",
        topic="training",
        title="Do your last faster running",
        detail=f"Run a few minutes at goal pace{pace}, then home easily. Do nothing hard after "
        "today.",
        why="A taper keeps some pace and cuts distance. The day is practical advice, not tested.",
        evidence=("train-taper-bosquet",),
        days_before=4,
        gone="the last three days are for easy running",
    )


def _easy(training: Training, days_left: int | None) -> Task:
    detail = "Short and easy runs only, or rest."
    close = days_left is not None and days_left <= 3
    if training.hard_last_3_days == "hard" and close:
        detail += " You noted a hard session in the last three days, so rest more than you run."
    return Task(
        id="easy-days",
        topic="training",
        title="Only easy running until the race",
        detail=detail,
        why="In one long race, more training in the last three days was linked with cramps. That "
        "may be chance.",
        evidence=("rf-premuscle-damage",),
        days_before=3,
        latest=1,
        gone="today is the race",
    )


COFFEE = (
    "To be careful, have your last coffee about 9 h before bed, and a strong dose (200 mg or "
    "more) 13 h before."
)
NIGHTS = 7
BED_HOURS = 8.0
MOST_BED_HOURS = 10.0
# A bedtime that leaves fewer or more hours than this was mistyped.
LIKELY_HOURS = (4.0, 12.0)
_EXAMPLE_WAKE = time(6, 30)
_GONE = "those nights are past"


def bed_hours(sleep: Sleep) -> float:
    """Hours in bed to plan for: 8, or as many as the runner usually sleeps if that is more.

    Source: sleep-nsf-hours, sleep-extension-trial.
    """
    return min(MOST_BED_HOURS, max(BED_HOURS, sleep.usual_hours or 0))


def planned_hours(sleep: Sleep, by: Morning) -> float | None:
    """Hours between the runner's own bedtime and wake time before the race; None if unlikely.

    An hour that the clock jumps in that night is counted.
    """
    bed = sleep.race_bedtime
    if bed is None or by.wake is None:
        return None
    asleep = (by.wake - bed.hour * 60 - bed.minute) % DAY_MINUTES - (by.jump or 0)
    hours = asleep / 60
    return hours if LIKELY_HOURS[0] <= hours <= LIKELY_HOURS[1] else None


def sleep_tasks(sleep: Sleep, by: Morning, *, coffee: bool) -> Iterator[Task]:
    """A bedtime for each of the seven nights before the race, the last one by the clock.

    With the hour of the last coffee for who drinks `coffee`.
    """
    hours = bed_hours(sleep)
    detail = _words(hours, coffee=coffee)
    for days_before in range(NIGHTS, 1, -1):
        yield _night(detail, hours, days_before)
    if by.wake is None:
        yield _last_night(detail, hours)
        return
    own = planned_hours(sleep, by)
    yield from _last_day(hours if own is None else own, by, by.wake, ideal=hours, coffee=coffee)


def _night(detail: str, hours: float, days_before: int) -> Task:
    return Task(
        id=f"sleep-D-{days_before}",
        topic="sleep",
        title=f"Be in bed for {number(hours)} h",
        detail=detail,
        why="Three longer nights were followed by a faster time trial in a small study. A link "
        "with cramps is not shown.",
        evidence=(
            "sleep-nsf-hours",
            "sleep-extension-trial",
            "caffeine-cutoff",
            "caffeine-trial-2024",
        ),
        grade="B",
        days_before=days_before,
        slot="evening",
        series="Bedtimes",
        gone=_GONE,
    )


def _words(hours: float, *, coffee: bool) -> str:
    bed = bedtime(_EXAMPLE_WAKE, hours)
    words = (
        f"Count {number(hours)} h back: to get up at {_EXAMPLE_WAKE:%H:%M}, be in bed by "
        f"{bed:%H:%M}."
    )
    if not coffee:
        return words
    return f"{words} {COFFEE}"


def _last_night(detail: str, hours: float) -> Task:
    return Task(
        id="sleep-D-1",
        topic="sleep",
        title=f"Be in bed for {number(hours)} h",
        detail=detail,
        why="Most athletes sleep worse before a race. In one study there was no clear link with "
        "results, though tests find a loss when the night is cut short. Whether extra sleep "
        "beforehand helps is not settled.",
        evidence=("sleep-prerace-common", "sleep-loss-meta", "sleep-banking"),
        grade="B",
        days_before=1,
        slot="evening",
        series="Bedtimes",
        gone=_GONE,
    )


_CLOCKS = {
    True: " The clocks go forward this night, and that is counted.",
    False: " The clocks go back this night, and that is counted.",
    None: " Clocks may change this night. Enter the race's time zone, and it is counted.",
}


def _last_day(
    hours: float, by: Morning, wake: int, *, ideal: float, coffee: bool
) -> Iterator[Task]:
    jump = by.jump or 0
    minute = wake - jump - round(60 * hours)
    days_before, at = clock_at(0, minute)
    up = clock_at(0, wake)[1]
    detail = f"{length_words(round(60 * hours))} before you get up at {up:%H:%M}."
    if hours < ideal:
        better = bedtime(clock_at(0, wake - jump)[1], ideal)
        detail += f" In bed by {better:%H:%M} it would be {number(ideal)} h."
    if by.jump != 0:
        detail += _CLOCKS[None if by.jump is None else by.jump > 0]
    night = _last_night(detail, hours)
    yield replace(night, title="Be in bed", days_before=days_before, at=at, slot="")
    if not coffee:
        return
    cut = caffeine_cutoff(at)
    coffee_before = (
        at.hour * 60 + at.minute - cut.coffee.hour * 60 - cut.coffee.minute
    ) % DAY_MINUTES
    days_before, _ = clock_at(0, minute - coffee_before)
    yield Task(
        id="caffeine-D-1",
        topic="sleep",
        title="Have your last coffee",
        detail="To be careful, that is about 9 h before bed. No strong dose (200 mg or more) after "
        f"{cut.strong_dose:%H:%M}, about 13 h before.",
        why="Caffeine cost 45 minutes of sleep on average. A newer trial found 100 mg harmless 4 h "
        "before bed.",
        evidence=("caffeine-cutoff", "caffeine-trial-2024"),
        grade="B",
        days_before=days_before,
        at=cut.coffee,
        series="Caffeine",
        gone="its time is past",
    )
