"""Race morning: what is done when, counted back from the start."""

from collections.abc import Iterator
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from mile18.plan.race_week_meal import DRINK_BEFORE, caffeine, drink, meal
from mile18.plan.race_week_start import (
    breathe,
    health_check,
    routine,
    start_slowly,
    toilet,
    warm_up,
    weather,
)
from mile18.plan.race_week_task import DAY_MINUTES, Task, clock
from mile18.profile import Profile

USUAL_MEAL_HOURS = 3.0
UP_BEFORE_MEAL = 15
LATEST_BREAKFAST = 11 * 60
WEATHER, ROUTINE, CAFFEINE, TOILET, WARM_UP, BREATHE = 75, 60, 60, 45, 20, 10


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
    for task in (_wake(by), health_check()):
        yield _up(task, by)
    yield _drink(profile, by)
    yield _before(_meal(profile, by), by, by.meal_before)
    yield _before(weather(), by, WEATHER)
    if profile.nerves.routine in ("in_mind", "written"):
        yield _before(routine(), by, ROUTINE)
    if dose := caffeine(profile):
        yield _before(dose, by, CAFFEINE)
    yield _before(toilet(), by, TOILET)
    yield _before(warm_up(), by, WARM_UP)
    yield _before(breathe(), by, BREATHE)
    yield _before(start_slowly(profile.race), by, 0)


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
        grade="A",
        days_before=0,
    )


def _meal(profile: Profile, by: Morning) -> Task:
    late = by.start is not None and by.start - by.meal_before > LATEST_BREAKFAST
    task = meal(profile, "your last meal" if late else "breakfast")
    if not by.meal_first:
        return task
    clash = "This is before your wake time: get up earlier, or eat less and later."
    return replace(task, detail=f"{task.detail} {clash}")
