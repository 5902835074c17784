"""Runs by local weeks, Monday to Sunday."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from mile18.records.activity import Activity

Paced = dict[datetime, float]
"""The metres at goal pace of runs that have points, by their start."""


class RunWeek(Struct, frozen=True, kw_only=True):
    """The runs of one local week: its Monday, km in all, of the longest, and at goal pace.

    `at_goal_pace` is None where no points were read.
    """

    monday: date
    km: float
    runs: int
    longest: float
    at_goal_pace: float | None


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def weeks_of(runs: Sequence[Activity], paced: Paced, today: date) -> tuple[RunWeek, ...]:
    """The full local weeks from the first run to the last before today, Monday to Sunday."""
    by_week: dict[date, list[Activity]] = defaultdict(list)
    for run in runs:
        by_week[monday_of(run.start.date())].append(run)
    last = monday_of(today) - timedelta(days=7)
    found, monday = [], min(by_week, default=last + timedelta(days=7))
    while monday <= last:
        of_week = by_week[monday]
        metres = [run.metres or 0.0 for run in of_week]
        fast = [paced[run.start] for run in of_week if run.start in paced]
        found.append(
            RunWeek(
                monday=monday,
                km=sum(metres) / 1000,
                runs=len(of_week),
                longest=max(metres, default=0.0) / 1000,
                at_goal_pace=sum(fast) / 1000 if fast else None,
            )
        )
        monday += timedelta(days=7)
    return tuple(found)
