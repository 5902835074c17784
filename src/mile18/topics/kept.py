"""What a race file keeps beside the answers: ticks of race week and the history of readiness."""

import datetime
from typing import Annotated, ClassVar

from mile18.question import Answers, Entry, ask


class Week(Answers, frozen=True, kw_only=True):
    """What the race-week screen keeps."""

    is_tab: ClassVar[bool] = False

    done: (
        Annotated[
            tuple[str, ...],
            ask("Tasks done", why="The tasks of race week that you ticked."),
        ]
        | None
    ) = None


class Point(Entry, frozen=True, kw_only=True):
    """The readiness on one day, in whole points."""

    date: Annotated[datetime.date, ask("Day", why="The day the answers were saved.")] | None = None
    low: (
        Annotated[
            int,
            ask("Lowest", at_least=0, at_most=100, why="What the answers had made sure."),
        ]
        | None
    ) = None
    high: (
        Annotated[
            int,
            ask("Highest", at_least=0, at_most=100, why="What the answers had left possible."),
        ]
        | None
    ) = None


class History(Answers, frozen=True, kw_only=True):
    """What mile18 keeps of the days that went by."""

    is_tab: ClassVar[bool] = False
    is_answered: ClassVar[bool] = False

    points: (
        Annotated[
            tuple[Point, ...],
            ask("Readiness day by day", why="Written when answers are saved, one point a day."),
        ]
        | None
    ) = None
