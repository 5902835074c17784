"""Race morning: what is done when, counted back from the start."""

from collections.abc import Iterator
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from mile18.evidence.disclaimers import ILLNESS
from mile18.plan.race_week_meal import DRINK_BEFORE, caffeine, drink, meal
from mile18.plan.race_week_task import DAY_MINUTES, PRACTICAL, Task, clock
from mile18.profile import Profile
from mile18.topics.race import Race, plausible_goal
from mile18.units import clock as hms

USUAL_MEAL_HOURS = 3.0
UP_BEFORE_MEAL = 15
LATEST_BREAKFAST = 11 * 60
WEATHER, ROUTINE, CAFFEINE, TOILET, WARM_UP, BREATHE = 75, 60, 60, 45, 20, 10
EASY_START_KM = 5


class Morning(Struct, frozen=True, kw_only=True):
    """The clock of race day, in minutes from its midnight; None where it is not known."""

    start: int | None
    wake: int | None
    wake_given: bool
    meal_before: int

    @property
    def up_before(self) -> int | None:
        """Minutes between getting up and the start, as far as both or neither are known."""
        if self.start is None and self.wake is None:
            return self.meal_before + UP_BEFORE_MEAL
        return None if self.start is None or self.wake is None else self.start - self.wake

    @property
    def meal_first(self) -> bool:
        """Whether the last meal would fall before the wake time that was answered."""
        return self.up_before is not None and self.meal_before > self.up_before


def morning(profile: Profile) -> Morning:
    """The clock of race day; without a wake time, a quarter of an hour before an early breakfast."""
    start, wake = _minute(profile.race.start_time), _minute(profile.sleep.race_wake_time)
    hours = profile.nutrition.breakfast_hours_before
    before = round(60 * (USUAL_MEAL_HOURS if hours is None else hours))
    given = wake is not None
    if start is not None:
        if wake is None and UP_BEFORE_MEAL <= start - before <= LATEST_BREAKFAST:
            wake = start - before - UP_BEFORE_MEAL
        elif wake is not None and wake > start:
            wake -= DAY_MINUTES
    return Morning(start=start, wake=wake, wake_given=given, meal_before=before)


def _minute(of_day: time | None) -> int | None:
    return None if of_day is None else 60 * of_day.hour + of_day.minute


def morning_tasks(profile: Profile, by: Morning) -> Iterator[Task]:
    """The tasks of race morning; counted from the start where its time is not known."""
    for task in (_wake(by), _check()):
        yield _up(task, by)
    yield _drink(profile, by)
    yield _before(_meal(profile, by), by, by.meal_before)
    yield _before(_weather(), by, WEATHER)
    if profile.nerves.routine in ("in_mind", "written"):
        yield _before(_routine(), by, ROUTINE)
    if dose := caffeine(profile):
        yield _before(dose, by, CAFFEINE)
    yield _before(_toilet(), by, TOILET)
    yield _before(_warm_up(), by, WARM_UP)
    yield _before(_breathe(), by, BREATHE)
    yield _before(_start(profile.race), by, 0)


def _before(task: Task, by: Morning, minutes: int) -> Task:
    if by.start is None:
        return replace(task, before_start=minutes)
    days_before, at = clock(0, by.start - minutes)
    return replace(task, days_before=days_before, at=at, before_start=minutes)


def _up(task: Task, by: Morning) -> Task:
    if by.wake is not None:
        days_before, at = clock(0, by.wake)
        return replace(task, days_before=days_before, at=at)
    if by.up_before is not None:
        return replace(task, before_start=by.up_before)
    return replace(task, slot="morning")


def _drink(profile: Profile, by: Morning) -> Task:
    task = drink(profile, by.up_before)
    if by.up_before is not None and by.up_before < DRINK_BEFORE:
        return _up(task, by)
    return _before(task, by, DRINK_BEFORE)


def _wake(by: Morning) -> Task:
    if by.wake_given:
        detail = "Two alarms let you sleep without listening for one."
    elif by.wake is None and by.start is not None:
        detail = "At your usual time; the start is late enough."
    else:
        detail = "A quarter of an hour before breakfast, until you enter a wake time of your own."
    return Task(
        id="wake",
        topic="sleep",
        title="Get up",
        detail=detail,
        why="Early rising costs sleep, so bed and wake time are planned together.",
        evidence=("sleep-loss-meta",),
        days_before=0,
    )


def _check() -> Task:
    return Task(
        id="health-check",
        topic="health",
        title="Ask yourself how you feel",
        detail=ILLNESS,
        why="Runners with a recent illness finished less often, above all when it affected the "
        "whole body.",
        evidence=("ill-checklist", "ill-dnf"),
        days_before=0,
    )


def _meal(profile: Profile, by: Morning) -> Task:
    late = by.start is not None and by.start - by.meal_before > LATEST_BREAKFAST
    task = meal(profile, "your last meal" if late else "breakfast")
    if not by.meal_first:
        return task
    clash = "This is before your wake time: get up earlier, or eat less and later."
    return replace(task, detail=f"{task.detail} {clash}")


def _weather() -> Task:
    return Task(
        id="weather-race",
        topic="heat",
        title="Look at the temperature and the flag",
        detail="Keep plan A, or take B or C as you decided. The organiser's flag outranks every "
        "estimate.",
        why="A slower start chosen in advance is easier to keep. Estimates can be several degrees "
        "off.",
        evidence=("heat-plan-options", "flags-acsm", "wbgt-station-error"),
        days_before=0,
    )


def _routine() -> Task:
    return Task(
        id="routine-race",
        topic="nerves",
        title="Begin your routine",
        detail="Step by step, as you wrote or rehearsed it.",
        why="Routines before a performance improved it, though not tested in endurance running.",
        evidence=("routines-meta",),
        days_before=0,
        minutes=45,
    )


def _toilet() -> Task:
    return Task(
        id="toilet",
        topic="race",
        title="Go to the toilet",
        detail="Queues are longest in the last half hour.",
        why=PRACTICAL,
        days_before=0,
    )


def _warm_up() -> Task:
    return Task(
        id="warm-up",
        topic="training",
        title="Warm up",
        detail="Walk, then jog easily for 5 to 10 minutes; the longer the race, the less.",
        why="Stretching beforehand gave no protection in a laboratory test, so none is planned "
        "here. The jog is practical advice, not tested in a trial.",
        evidence=("firstaid-stretch-not-prevent",),
        days_before=0,
        minutes=10,
    )


def _breathe() -> Task:
    return Task(
        id="breathe-race",
        topic="nerves",
        title="Breathe slowly for 5 minutes",
        detail="In for 4 s, out for 6 s.",
        why="Slow breathing lowers heart rate and blood pressure a little; shorter sessions did "
        "not help in most trials. No study links it to cramps.",
        evidence=("breathing-slow", "breathing-duration"),
        days_before=0,
        minutes=5,
    )


def _start(race: Race) -> Task:
    if race.goal_time is not None and race.distance is not None and plausible_goal(race):
        pace = race.goal_time / race.distance
        detail = (
            f"First half in {hms(race.goal_time / 2)} or more, no faster than {{pace:{pace:.2f}}}."
        )
        if race.distance > 2 * EASY_START_KM:
            first = hms(EASY_START_KM * pace)
            detail += f" The first {{km:{EASY_START_KM}}} should take {first} or more."
    else:
        detail = "No goal pace is known: begin at a pace that feels too easy."
    return Task(
        id="start",
        topic="race",
        title="Start slowly",
        detail=detail,
        why="Fast starters tend to finish slower; in one small study those who cramped had run "
        "the first half faster.",
        evidence=("pace-fast-start", "rf-faster-than-trained-56k"),
        days_before=0,
    )
