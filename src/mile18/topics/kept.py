"""What a race file keeps beside the answers: ticks of race week and the history of readiness."""

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
