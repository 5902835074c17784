"""What `debrief` prints with `--json`."""

from typing import Any, Literal

from mile18.shell.shapes.parts import Claims, Data, Day, Days


class DebriefRow(Data):
    """Planned against done, in the unit named; `verdict` is null where nothing can be held against it."""

    id: str
    what: str
    unit: str
    planned: float | None
    done: float | None
    verdict: str | None
    told: str
    limits: str
    notes: list[str]
    evidence: Claims


class Debrief(Data):
    """`mile18 debrief NAME --json`; cramps have the keys of the race file."""

    schema: Literal[1]
    profile: str
    today: Day
    days_to_race: Days | None
    result: str | None
    rows: list[DebriefRow]
    cramped: bool | None
    cramps: list[dict[str, Any]]
    said: list[str]
    change: str | None
    not_noted: list[str]


class Raced(Data):
    """A race that was run."""

    race: str
    date: Day | None
    cramped: bool | None
    figures: dict[str, float]


class Spread(Data):
    """The figures of one side."""

    n: int
    median: float
    lowest: float
    highest: float


class Compared(Data):
    """A figure with and without cramps."""

    id: str
    what: str
    unit: str
    known: int
    with_cramps: Spread | None
    without: Spread | None


class DebriefAll(Data):
    """`mile18 debrief --json`: all races that were run, and no cause."""

    schema: Literal[1]
    about: str
    with_cramps: int
    without: int
    fewest_to_compare: int
    copies_left_out: int
    races: list[Raced]
    compared: list[Compared]
