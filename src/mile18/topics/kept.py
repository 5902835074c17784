"""What a race file keeps beside the answers: ticks of race week, readiness, where records came from."""

import datetime
from typing import ClassVar

from mile18.question import Answers, Entry, ask


class Week(Answers, frozen=True, kw_only=True):
    """What the race-week screen keeps."""

    is_tab: ClassVar[bool] = False

    done: tuple[str, ...] | None = ask("Tasks done", why="The tasks of race week that you ticked.")


class Point(Entry, frozen=True, kw_only=True):
    """The readiness on one day, in whole points."""

    date: datetime.date | None = ask("Day", why="The day the answers were saved.")
    low: int | None = ask("Lowest", within=(0, 100), why="What the answers had made sure.")
    high: int | None = ask("Highest", within=(0, 100), why="What the answers had left possible.")


class History(Answers, frozen=True, kw_only=True):
    """What mile18 keeps of the days that went by."""

    is_tab: ClassVar[bool] = False
    is_answered: ClassVar[bool] = False

    points: tuple[Point, ...] | None = ask(
        "Readiness day by day", why="Written when answers are saved, one point a day."
    )


class Records(Answers, frozen=True, kw_only=True):
    """Where answers that were taken from a runner's own files came from; nothing else is kept of them."""

    is_tab: ClassVar[bool] = False
    is_answered: ClassVar[bool] = False

    day: datetime.date | None = ask(
        "Taken on", why="The day answers were taken from files.", lasts=True
    )
    sources: tuple[str, ...] | None = ask(
        "Kinds of files", why="Such as FIT or Garmin.", lasts=True
    )
    runs: int | None = ask(
        "Runs", within=(0, 100_000), why="How many were in the files.", lasts=True
    )
    nights: int | None = ask(
        "Nights", within=(0, 100_000), why="How many were in the files.", lasts=True
    )
    answers: tuple[str, ...] | None = ask(
        "Answers", why="The questions that were answered from them.", lasts=True
    )
