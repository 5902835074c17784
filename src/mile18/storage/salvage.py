"""A TOML text of which some lines are none: those are set aside, and the others can be read."""

import re

from msgspec import Struct

from mile18.storage.disk import as_text
from mile18.storage.problem import Problem, Unreadable
from mile18.storage.toml import parse_toml

# With more bad lines than these nobody knows what the others mean.
MOST = 10


class Salvaged(Struct, frozen=True):
    """Valid TOML, with a comment in place of each line set aside, and what is wrong with those.

    `aside` holds the lines by their comments.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    aside: dict[str, bytes] = {}

    def without(self, key: str) -> "Salvaged":
        """The same without the lines set aside that were to give this key a value."""
        meant = re.compile(rb"\s*%b\s*=" % re.escape(key).encode())
        gone = {mark for mark, row in self.aside.items() if meant.match(row)}
        rows = (row for row in self.text.split("\n") if row not in gone)
        return Salvaged("\n".join(rows), self.problems, self.aside)

    def content(self) -> bytes:
        """The bytes of the text, with the lines set aside back in their places."""
        return b"\n".join(self.aside.get(row, row.encode()) for row in self.text.split("\n"))


def salvage(content: bytes) -> Salvaged:
    """Set lines aside until the others are TOML; a table without its heading goes with that.

    Raises Unreadable, with the first problem, where that leads to nothing.
    """
    rows = content.split(b"\n")
    problems: list[Problem] = []
    aside: dict[str, bytes] = {}
    while problem := _first_problem(b"\n".join(rows)):
        problems.append(problem)
        at = (problem.line or 0) - 1
        if at < 0 or len(problems) > MOST or _mark(at) in aside:
            raise Unreadable(problems[0])
        for number in range(at, _end(rows, at)):
            if _mark(number) not in aside:
                aside[_mark(number)], rows[number] = rows[number], _mark(number).encode()
    text = b"\n".join(rows).decode()
    return Salvaged(text, tuple(sorted(problems, key=lambda each: each.line or 0)), aside)


def _mark(row: int) -> str:
    return f"#~ line {row + 1} is set aside ~#"


def _first_problem(content: bytes) -> Problem | None:
    try:
        parse_toml(as_text(content))
    except Unreadable as error:
        return error.problem
    return None


def _end(rows: list[bytes], at: int) -> int:
    """The row after the last that goes with this one: a heading takes its table along."""
    end = at + 1
    if rows[at].lstrip().startswith(b"["):
        while end < len(rows) and not rows[end].lstrip().startswith(b"["):
            end += 1
    return end
