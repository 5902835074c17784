"""What `import` prints with `--json`."""

from typing import Any, Literal

from mile18.shell.shapes.parts import Data, Day, Km


class RunWeek(Data):
    """A full week, Monday to Sunday by the local clock."""

    monday: Day
    km: Km
    runs: int


class Proposal(Data):
    """An answer that the files suggest; values as the race file holds them."""

    question: str
    now: Any
    proposed: Any
    how: str
    n: int
    quality: Literal["measured", "few", "ask"]


class LeftOut(Data):
    """What was not taken, and why."""

    what: str
    why: str
    count: int


class Import(Data):
    """What a runner's own files hold, and what they would answer."""

    schema: Literal[1]
    runs: int
    nights: int
    weeks: list[RunWeek]
    proposals: list[Proposal]
    left_out: list[LeftOut]
    problems: list[str]
