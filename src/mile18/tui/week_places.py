"""Keeps a task where it was ticked: the plan itself moves it back to its own day at once."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, structs

from mile18.plan.week.week import RaceWeek


class TickPlace(Struct, frozen=True):
    """The day that a task stood on when it was ticked, its place in it, and the race's date."""

    days_to_race: int
    at: int
    race: date | None


def place_of(week: RaceWeek, name: str) -> TickPlace | None:
    """Where the task with this id stands."""
    for day in week.days:
        for at, task in enumerate(day.tasks):
            if task.id == name:
                return TickPlace(day.days_to_race, at, week.countdown.race)
    return None


def kept(week: RaceWeek, places: Mapping[str, TickPlace]) -> RaceWeek:
    """The plan with these tasks in their places, as long as the race keeps its date."""
    shown = {day.days_to_race for day in week.days}
    moved = {
        task.id: (places[task.id], task)
        for task in week.tasks
        if task.id in places
        and places[task.id].race == week.countdown.race
        and places[task.id].days_to_race in shown
    }
    days = []
    for day in week.days:
        tasks = [task for task in day.tasks if task.id not in moved]
        here = [each for each in moved.values() if each[0].days_to_race == day.days_to_race]
        for place, task in sorted(here, key=lambda each: each[0].at):
            tasks.insert(place.at, task)
        if tasks or day.is_today:
            days.append(structs.replace(day, tasks=tuple(tasks)))
    return structs.replace(week, days=tuple(days))
