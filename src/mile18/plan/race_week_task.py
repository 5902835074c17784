"""What race week is made of: a task on its day, by the clock or by the start, and a day of tasks."""

from datetime import date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct

from mile18.factor import Grade
from mile18.reading import day_words

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


class Day(Struct, frozen=True, kw_only=True):
    """One day of the plan; `date` is None as long as the race has none."""

    days_to_race: int
    date: date | None
    is_today: bool
    tasks: tuple[Task, ...]

    @property
    def label(self) -> str:
        """How far from the race: `D-3`, `race day`, `D+1`."""
        return f"D{-self.days_to_race:+d}" if self.days_to_race else "race day"

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


def clock(days_before: int, minute: int) -> tuple[int, time]:
    """Days before the race and clock time of a minute counted from that day's midnight."""
    shift, of_day = divmod(minute, DAY_MINUTES)
    return days_before - shift, time(of_day // 60, of_day % 60)


def before_words(minutes: int) -> str:
    """Minutes before the start in words: `3 h before the start`, `2 h 30 min before the start`."""
    if minutes == 0:
        return "at the start"
    return f"{length_words(minutes)} before the start"


def length_words(minutes: int) -> str:
    """A length of time in words: `45 min`, `3 h`, `2 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )


def counted(count: int, noun: str) -> str:
    """A count and its noun: `1 day`, `2 days`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def shifted(day: date, days: int) -> date:
    """The date so many days later, held inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
