"""`mile18 list`: every profile in a line, the next race first."""

from argparse import ArgumentParser, Namespace
from typing import Any

from mile18.factor import span
from mile18.plan.words import race_line
from mile18.readiness import Readiness, assess
from mile18.shell.find import settings, store, today
from mile18.shell.say import complain, say, say_json, trouble
from mile18.storage.errors import StorageError
from mile18.storage.problem import printable
from mile18.storage.store import Opened


def declare(parser: ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="for programs")


def run(options: Namespace) -> int:
    """Print the list; 2 if a file in the folder could not be read."""
    return list_profiles(options, json=options.json)


def list_profiles(options: Namespace, *, json: bool) -> int:
    """Print one line a profile and return the exit code."""
    shelf = store(options)
    found: list[tuple[Opened, Readiness]] = []
    unreadable = 0
    for name in shelf.names():
        try:
            opened = shelf.load(name)
        except StorageError as error:
            complain(str(error))
            unreadable += 1
        else:
            found.append((opened, assess(opened.profile, today(options))))
    found.sort(key=_next_race_first)
    if json:
        say_json({"schema": 1, "profiles": [_as_json(*each) for each in found]})
    elif found:
        _say_table(found)
    elif not unreadable:
        trouble(f"no profiles yet in {shelf.folder}; mile18 new NAME makes one")
    return 2 if unreadable else 0


def _next_race_first(each: tuple[Opened, Readiness]) -> tuple[int, int]:
    days = each[1].countdown.days
    if days is None:
        return 1, 0
    return (0, days) if days >= 0 else (2, -days)


def _say_table(found: list[tuple[Opened, Readiness]]) -> None:
    units = settings().units
    names = [printable(opened.name) for opened, _ in found]
    longest = max(map(len, names))
    for name, (opened, readiness) in zip(names, found, strict=True):
        figure = span(readiness.overall.low, readiness.overall.high)
        line = race_line(opened.profile, readiness.countdown, units)
        say(f"{name:<{longest}}  {figure:>6}  {line}")


def _as_json(opened: Opened, readiness: Readiness) -> dict[str, Any]:
    race = opened.profile.race
    return {
        "profile": opened.name,
        "path": str(opened.path),
        "race": race.name,
        "date": race.date,
        "days_to_race": readiness.countdown.days,
        "readiness": {
            "low": int(readiness.overall.low + 0.5),
            "high": int(readiness.overall.high + 0.5),
        },
        "gate": readiness.gate.status,
        "problems": [problem.sentence(opened.path) for problem in opened.loaded.problems],
    }
