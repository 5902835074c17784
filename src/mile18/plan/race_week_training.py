"""Running less: the taper, the last long and the last fast run, easy days, no heavy strength work."""

from collections.abc import Iterator

from mile18.plan.race_week_task import PRACTICAL, Task
from mile18.profile import Profile
from mile18.topics.race.questions import plausible_goal
from mile18.units import number

HALF = 0.5


def training_tasks(profile: Profile, days_left: int | None) -> Iterator[Task]:
    """The tasks of the last two weeks of training.

    Source: train-taper-bosquet, train-taper-wang, rf-premuscle-damage.
    """
    yield _taper(profile, 14)
    yield _taper(profile, 7)
    if profile.training.strength_sessions != 0:
        yield _strength_stop()
    yield _last_long(profile)
    yield _last_fast(profile)
    yield _easy(profile, days_left)


def _taper(profile: Profile, days_before: int) -> Task:
    weekly = profile.training.weekly_distance
    if weekly:
        half = number(HALF * weekly, 0)
        amount = f"About {{km:{half}}} in the week in place of {{km:{number(weekly, 1)}}}"
    else:
        amount = "About half your usual distance in the week"
    first = days_before == 14
    return Task(
        id=f"taper-{days_before}",
        topic="training",
        title="Start the taper" if first else "Keep to half your distance",
        detail=f"{amount}; as many runs as usual, and some of them still at pace.",
        why="A taper of two weeks with 41–60 % less distance helped performance most. A link with "
        "cramps has not been tested.",
        evidence=("train-taper-bosquet", "train-taper-wang"),
        grade="A",
        days_before=days_before,
        latest=10 if first else 3,
        gone="two weeks are no longer left; half the distance in the last week is the usual stand-in, "
        "not tested"
        if first
        else "fewer than three days are left: run easily or rest",
    )


def _strength_stop() -> Task:
    return Task(
        id="strength-stop",
        topic="training",
        title="No more heavy strength work",
        detail="From now until after the race nothing that leaves your legs sore.",
        why=f"Sore muscles need days. {PRACTICAL}",
        evidence=("rf-premuscle-damage",),
        days_before=7,
        latest=1,
        gone="only rest is left to do",
    )


def _last_long(profile: Profile) -> Task:
    longest = profile.training.longest_run
    half = f" ({{km:{number(HALF * longest, 0)}}})" if longest and longest >= 1 else ""
    return Task(
        id="last-long",
        topic="training",
        title="Do your last longer run",
        detail=f"At most half of your longest{half}, easy. Wear and eat what you will on race day.",
        why=f"It leaves a week to recover and is the last rehearsal of kit and fuel. {PRACTICAL}",
        evidence=("train-taper-bosquet", "carb-gut-training"),
        days_before=7,
        latest=5,
        gone="fewer than five days are left: rest is worth more",
    )


def _last_fast(profile: Profile) -> Task:
    race = profile.race
    pace = ""
    if race.goal_time is not None and race.distance is not None and plausible_goal(race):
        pace = f", {{pace:{race.goal_time / race.distance:.2f}}}"
    return Task(
        id="last-fast",
        topic="training",
        title="Do your last faster running",
        detail=f"A few minutes at goal pace{pace}, then easy home. Nothing hard after today.",
        why="A taper keeps some pace and cuts distance. The day is practical advice, not tested.",
        evidence=("train-taper-bosquet",),
        days_before=4,
        gone="the last three days are for easy running",
    )


def _easy(profile: Profile, days_left: int | None) -> Task:
    detail = "Short and easy runs only, or rest."
    close = days_left is not None and days_left <= 3
    if profile.training.hard_last_3_days == "hard" and close:
        detail += " You noted a hard session in the last three days, so rest more than you run."
    return Task(
        id="easy-days",
        topic="training",
        title="Only easy running until the race",
        detail=detail,
        why="In one long race more training in the last three days leaned towards cramps; that "
        "may be chance.",
        evidence=("rf-premuscle-damage",),
        days_before=3,
        latest=1,
        gone="today is the race",
    )
