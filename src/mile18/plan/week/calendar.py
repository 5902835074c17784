"""Race week as entries for a calendar: what is dated, still to do and nobody's secret."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from mile18.plan.week.task import Task
from mile18.plan.week.week import RaceWeek
from mile18.sanitise import plain
from mile18.topics.race.questions import target
from mile18.units import Units, amount, clock, localise

# Any fixed value will do; it must never change, or calendars show every task twice.
_NAMESPACE = UUID("6d1e18c4-3a0b-5c52-9a45-8e2d7a5b1842")
WAKE = "wake"
EVENING_BEFORE = timedelta(hours=-4)
BY_SLOT = {
    "morning": timedelta(hours=7),
    "afternoon": timedelta(hours=14),
    "evening": timedelta(hours=18),
}
# A task of the days before is a deadline; race morning goes by the minute.
AHEAD = timedelta(minutes=-30)
ON_TIME = timedelta()
# So many seconds stand for a race whose goal is not known.
_UNKNOWN_LENGTH = 3600


class Entry(Struct, frozen=True, kw_only=True):
    """One entry: all day if `start` is a date, else by the clock of wherever the runner is.

    `alarm` counts from the start (for all day: from midnight), negative before it; `alarm_text` names
    all that is due then, since only the first entry of a moment has one.
    """

    uid: str
    start: date
    end: date
    title: str
    text: str
    alarm: timedelta | None
    alarm_text: str = ""
    place: str = ""

    @property
    def rings(self) -> datetime | None:
        """When its alarm is due, by the clock of wherever the runner is."""
        if self.alarm is None:
            return None
        day = self.start
        since = day if isinstance(day, datetime) else datetime.combine(day, time())
        return since + self.alarm


class WeekCalendar(Struct, frozen=True, kw_only=True):
    """The entries of a race in the order of the plan, and what the calendar is called."""

    name: str
    entries: tuple[Entry, ...]


def week_calendar(week: RaceWeek, race_id: str, units: Units, today: date) -> WeekCalendar:
    """The calendar of a race week; without a race date it has no entries.

    The race's id and the task's make the uid, so that an entry stays the same one when its day
    moves or the race gets another name. Ticked, missed and private tasks are left out.
    """
    race = plain(week.profile.race.name)
    found = [
        _entry(task, start, end, race_id, units, today, race) for task, start, end in _dated(week)
    ]
    entries = (*_race_itself(week, race_id, units), *_one_alarm_a_moment(found))
    return WeekCalendar(name=f"Race week: {race}" if race else "Race week", entries=entries)


def _race_itself(week: RaceWeek, race_id: str, units: Units) -> Iterator[Entry]:
    """The race as an entry of its own: its place, how far, and as long as the goal is."""
    race, left = week.profile.race, week.countdown.days
    if race.date is None or week.gate.shut or left is None or left < 0:
        return
    aim = target(race)
    told = [amount(race.distance, "km", units)] if race.distance else []
    if aim:
        told.append(f"goal {clock(aim.seconds)}")
    start: date = race.date
    end = start + timedelta(days=1)
    if race.start_time:
        start = datetime.combine(start, race.start_time)
        end = start + timedelta(seconds=aim.seconds if aim else _UNKNOWN_LENGTH)
    yield Entry(
        uid=_uid(race_id, "race"),
        start=start,
        end=end,
        title=plain(race.name) or "Race",
        text=", ".join(told),
        alarm=None,
        place=plain(race.place),
    )


def _one_alarm_a_moment(entries: list[Entry]) -> Iterator[Entry]:
    """The entries, of which only the first of a moment rings, for all of them."""
    due: dict[datetime, list[str]] = {}
    for each in entries:
        if each.rings:
            due.setdefault(each.rings, []).append(each.title)
    for each in entries:
        if each.rings and due[each.rings]:
            yield replace(each, alarm_text="; ".join(due[each.rings]))
            due[each.rings] = []
        else:
            yield replace(each, alarm=None)


def _uid(race_id: str, name: str) -> str:
    return f"{uuid5(_NAMESPACE, f'{race_id}/{name}')}@mile18"


def _dated(week: RaceWeek) -> Iterator[tuple[Task, date, date]]:
    for task in week.tasks:
        start, end = task.start, task.end
        if start and end and task.status in ("todo", "today") and not task.private:
            yield task, start, end


def _entry(
    task: Task, start: date, end: date, race_id: str, units: Units, today: date, race: str
) -> Entry:
    title = localise(task.title, units)
    # Without the time of the start nothing else would tell when in race morning it is due.
    when = f" ({task.when})" if task.at is None and task.before_start is not None else ""
    parts = localise(task.detail, units), task.why
    return Entry(
        uid=_uid(race_id, task.id),
        start=start,
        end=end,
        # Who has two races in one calendar must see which one it is.
        title=f"{title}{when}{f' · {race}' if race else ''}",
        text="\n\n".join(part for part in parts if part),
        alarm=_alarm(task, start, today),
    )


def _alarm(task: Task, start: date, today: date) -> timedelta | None:
    if isinstance(start, datetime):
        return AHEAD if task.days_before > 0 and task.id != WAKE else ON_TIME
    if task.before_start is not None:
        # A whole morning of alarms on the evening before would help nobody.
        return None
    if task.slot:
        return BY_SLOT[task.slot]
    return EVENING_BEFORE if start > today else None
