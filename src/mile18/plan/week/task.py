"""What race week is made of: a task on its day, by the clock or by the start, and a day of tasks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mile18.dates import day_words
from mile18.factor import Countdown, Grade
from mile18.topics.race.questions import Race
from mile18.units import LITRES_PER_US_FLUID_OUNCE, clock, counted, length_words, number

Status = Literal["todo", "today", "done", "missed"]
Slot = Literal["", "morning", "afternoon", "evening"]

DAY_MINUTES = 24 * 60
PRACTICAL = "Practical advice, not tested in a trial."
_QUICK_MINUTES = 15
_SLOT_MINUTES = {"": 7 * 60, "morning": 7 * 60, "afternoon": 14 * 60, "evening": 18 * 60}
_RACE_MORNING = {"": 0, "morning": 0, "afternoon": 2 * DAY_MINUTES, "evening": 2 * DAY_MINUTES}


class Task(Struct, frozen=True, kw_only=True):
    """One thing to do: when, why, the claims it rests on and how well they support it.

    It stands `days_before` the race (negative: after it), at a clock time, `before_start` minutes
    before the start, or some time in `slot`. Up to `latest` days before it can still be made up
    for; None means only on its day. `private` names a medicine or a health matter. `minutes` is
    how long it takes, `points` what it adds to readiness, `planned` the day before it was moved,
    `series` the plural it is summed up under once past, `gone` why it then no longer fits.
    """

    id: str
    topic: str
    title: str
    detail: str = ""
    why: str
    evidence: tuple[str, ...] = ()
    grade: Grade = "C"
    days_before: int
    latest: int | None = None
    at: time | None = None
    before_start: int | None = None
    slot: Slot = ""
    minutes: int = 0
    private: bool = False
    points: float = 0.0
    series: str = ""
    gone: str = ""
    day: date | None = None
    status: Status = "todo"
    planned: int | None = None

    @property
    def when(self) -> str:
        """The time in words: `06:30`, `3 h before the start`, `evening`; empty for all day."""
        if self.at is not None:
            return f"{self.at:%H:%M}"
        return self.slot if self.before_start is None else before_words(self.before_start)

    @property
    def start(self) -> datetime | date | None:
        """When it starts by the runner's clock; a date for all day, None without a race date."""
        if self.day is None or self.at is None:
            return self.day
        return datetime.combine(self.day, self.at)

    @property
    def end(self) -> datetime | date | None:
        """When it ends: after `minutes`, a quarter of an hour if those are open; or the next day."""
        begins = self.start
        try:
            if isinstance(begins, datetime):
                return begins + timedelta(minutes=self.minutes or _QUICK_MINUTES)
            return begins + timedelta(days=1) if begins else None
        except OverflowError:
            return begins

    @property
    def order(self) -> int:
        """Where it stands in its day."""
        if self.at is not None:
            return self.at.hour * 60 + self.at.minute
        if self.before_start is not None:
            return DAY_MINUTES - self.before_start
        return (_SLOT_MINUTES if self.days_before else _RACE_MORNING)[self.slot]


def done(tasks: Iterable[Task]) -> int:
    """How many of the tasks are done."""
    return sum(task.status == "done" for task in tasks)


class Day(Struct, frozen=True, kw_only=True):
    """One day of the plan; `date` is None as long as the race has none."""

    days_to_race: int
    date: date | None
    is_today: bool
    tasks: tuple[Task, ...]

    @property
    def done(self) -> int:
        """How many of its tasks are done."""
        return done(self.tasks)

    @property
    def label(self) -> str:
        """How far from the race: `3 days to go`, `race day`, `1 day after`."""
        if not self.days_to_race:
            return "race day"
        count = counted(abs(self.days_to_race), "day")
        return f"{count} to go" if self.days_to_race > 0 else f"{count} after"

    @property
    def words(self) -> str:
        """The date in words, `Thu 29 Apr 2027`; without one, `3 days before the race`."""
        if self.date is not None:
            return day_words(self.date)
        if self.days_to_race < 0:
            return "after the race"
        if self.days_to_race == 0:
            return "race day"
        return f"{counted(self.days_to_race, 'day')} before the race"


def clock_at(days_before: int, minute: int) -> tuple[int, time]:
    """Days before the race and clock time of a minute counted from that day's midnight."""
    shift, of_day = divmod(minute, DAY_MINUTES)
    return days_before - shift, time(of_day // 60, of_day % 60)


def before_words(minutes: int) -> str:
    """Minutes before the start in words: `3 h before the start`, `2 h 30 min before the start`."""
    if minutes == 0:
        return "at the start"
    return f"{length_words(minutes)} before the start"


def shifted(day: date, days: int) -> date:
    """The date so many days later, held inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


class Dropped(Struct, frozen=True):
    """Something that no longer fits into the days left, and why; `private` as in a task."""

    what: str
    why: str
    private: bool = False


def placed(drafts: Iterable[Task], countdown: Countdown, done: Collection[str]) -> tuple[Task, ...]:
    """The tasks on their days; one that can be made up for moves to today, others count as missed."""
    return tuple(_placed(draft, countdown, draft.id in done) for draft in drafts)


def _placed(draft: Task, countdown: Countdown, done: bool) -> Task:
    days = countdown.days
    if days is None:
        return replace(draft, status="done" if done else "todo")
    if done:
        return _on(draft, countdown, draft.days_before, "done")
    if draft.days_before < days:
        return _on(draft, countdown, draft.days_before, "todo")
    if draft.days_before == days:
        return _on(draft, countdown, days, "today")
    if draft.latest is not None and draft.latest <= days:
        moved = replace(draft, planned=draft.days_before)
        return _on(moved, countdown, days, "today")
    return _on(draft, countdown, draft.days_before, "missed")


def _on(draft: Task, countdown: Countdown, days_before: int, status: str) -> Task:
    day = shifted(_from(countdown, days_before), -days_before)
    return replace(draft, days_before=days_before, day=day, status=status)


def dropped(tasks: Sequence[Task]) -> Iterator[Dropped]:
    """What was missed and cannot be made up for, the nights and the like in one line."""
    missed = [task for task in tasks if task.status == "missed"]
    missed.sort(key=lambda task: -task.days_before)
    for name in dict.fromkeys(task.series or task.id for task in missed):
        alike = [task for task in missed if name in (task.series, task.id)]
        first = alike[0]
        if first.series:
            yield Dropped(f"{first.series} ({counted(len(alike), 'day')})", first.gone)
        else:
            yield Dropped(first.title, first.gone or "its day is past", first.private)


def days(tasks: Sequence[Task], countdown: Countdown) -> tuple[Day, ...]:
    """The tasks by day, each day in order; today is among them even when nothing is due."""
    left = countdown.days
    numbers = {task.days_before for task in tasks}
    if left is not None:
        numbers.add(left)
    return tuple(
        Day(
            days_to_race=number,
            date=_date(number, countdown),
            is_today=number == left,
            tasks=tuple(
                sorted(
                    (task for task in tasks if task.days_before == number),
                    key=lambda task: task.order,
                )
            ),
        )
        for number in sorted(numbers, reverse=True)
    )


def _date(days_before: int, countdown: Countdown) -> date | None:
    return shifted(_from(countdown, days_before), -days_before) if countdown.race else None


def _from(countdown: Countdown, days_before: int) -> date:
    """The day that days before the race, or after its finish, are counted from."""
    return countdown.race_day if days_before >= 0 else countdown.last_day


def millilitres(low: float, high: float | None = None) -> str:
    """An amount of drink or a range in both units: `70 mL (2.4 fl oz)`, `350–490 mL (12–17 fl oz)`."""
    amounts = [low] if high is None else [low, high]
    ounces = [each / 1000 / LITRES_PER_US_FLUID_OUNCE for each in amounts]
    decimals = 1 if max(ounces) < 10 else 0
    said = "–".join(number(each, decimals) for each in ounces)
    return f"{'–'.join(number(each, 0) for each in amounts)} mL ({said} fl oz)"


def goal_words(race: Race, seconds: int) -> str:
    """A finish time, with the pace where the distance is known: `3:45:00 ({pace:319.9})`."""
    if race.distance is None:
        return clock(seconds)
    return f"{clock(seconds)} ({{pace:{seconds / race.distance:.2f}}})"
