"""Race week as columns: what is due on each day, and how much of it is done."""

from collections.abc import Sequence

from mile18.drawing import Row, stacks
from mile18.plan.week.task import Day

ROWS = 4
# Columns, without the space between two of them.
_WIDEST, _NARROWEST = 3, 1
KEY = "█ done  ░ due, by days to go"


def week_picture(days: Sequence[Day], width: int) -> tuple[Row, ...]:
    """A column a day, filled from below as far as its tasks are done, over the days to go.

    Empty where there is no room for a column each, or nothing to draw.
    """
    each = (width + 1) // max(1, len(days)) - 1
    if each < _NARROWEST or not any(day.tasks for day in days):
        return ()
    counts = [(day.done, len(day.tasks)) for day in days]
    return stacks(counts, [_label(day) for day in days], min(each, _WIDEST), ROWS)


def _label(day: Day) -> str:
    if day.is_today:
        return "●"
    # After the race there is nothing to count down to.
    return str(day.days_to_race) if day.days_to_race > 0 else "R" if day.days_to_race == 0 else "+"
