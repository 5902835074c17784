"""Puts drafted tasks on their days: ticked, still ahead, moved to today, or no longer possible."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from mile18.factor import Countdown
from mile18.plan.race_week_task import Day, Task, counted, shifted


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
    day = shifted(countdown.race_day, -days_before)
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
    return shifted(countdown.race, -days_before) if countdown.race else None
