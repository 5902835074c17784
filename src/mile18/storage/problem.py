"""What is wrong in a file, said so that its owner can put it right."""

import re
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

Keys = tuple[str | int, ...]

_SHOWN_LENGTH = 40
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class Problem(Struct, frozen=True, kw_only=True):
    """One thing in a file that is no valid answer (`error`) or that mile18 does not know (`note`).

    `where` is the dotted key (`sleep.nights[2].hours`, entries counted from 1), empty for the whole
    file; `line` is None where it is not known for certain.
    """

    where: str = ""
    line: int | None = None
    what: str
    allowed: str = ""
    kind: Literal["error", "note"] = "error"

    def sentence(self, file: Path | str) -> str:
        """The problem in one line: `FILE:LINE: table.key: what is wrong, what is allowed`."""
        place = printable(str(file)) + (f":{self.line}" if self.line else "")
        if self.where:
            place += f": {self.where}"
        return f"{place}: {self.what}{self._ending}"

    @property
    def _ending(self) -> str:
        if not self.allowed:
            return ""
        return f", allowed is {self.allowed}" if self.kind == "error" else f"; {self.allowed}"


class Finding(Struct, frozen=True, kw_only=True):
    """A problem before its line is looked up; `keys` leads from the top of the document to it."""

    keys: Keys
    what: str
    allowed: str = ""
    kind: Literal["error", "note"] = "error"

    def under(self, *above: str | int) -> "Finding":
        """The same finding, seen from further up in the document."""
        return Finding(
            keys=(*above, *self.keys), what=self.what, allowed=self.allowed, kind=self.kind
        )

    def at(self, lines: dict[Keys, int]) -> Problem:
        """The problem this is, with its line if `lines` knows it."""
        return Problem(
            where=dotted(self.keys),
            line=lines.get(self.keys),
            what=self.what,
            allowed=self.allowed,
            kind=self.kind,
        )


def dotted(keys: Keys) -> str:
    """The keys as one dotted key; entries of a list are counted from 1."""
    text = ""
    for key in keys:
        if isinstance(key, int):
            text += f"[{key + 1}]"
        else:
            text += ("." if text else "") + (key if _BARE_KEY.fullmatch(key) else quoted(key))
    return text


def unknown(keys: Keys, meant: str) -> Finding:
    """The note on a key that mile18 does not know, with the known one that may have been meant."""
    return Finding(
        keys=keys,
        what="not known to mile18, kept as it is",
        allowed=f'did you mean "{meant}"?' if meant else "",
        kind="note",
    )


def alike(word: str, known: list[str]) -> str:
    """The known word that was most likely meant; empty if none comes close."""
    # Only a mistake needs difflib, and a good file should not wait for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), known, n=1, cutoff=0.7)), "")


def printable(text: str) -> str:
    """The text without characters that could steer a terminal or hide others."""
    return "".join(char if char.isprintable() else "�" for char in text)


def printable_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(line if line.isprintable() else printable(line) for line in text.split("\n"))


def quoted(text: str) -> str:
    """The text in quotes, cut to a length that fits a line."""
    short = text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
    return f'"{printable(short)}"'


def described(raw: Any) -> str:
    """A TOML value with the name of its type: `"7" is text`."""
    match raw:
        case bool():
            return f"{'true' if raw else 'false'} is a yes or no"
        case str():
            return f"{quoted(raw)} is text"
        case int():
            return f"{plain(raw)} is a whole number"
        case float():
            return f"{plain(raw)} is {'a decimal number' if isfinite(raw) else 'no number'}"
        case datetime():
            return f"{raw} is a date with a time"
        case date():
            return f"{raw} is a date"
        case time():
            return f"{raw} is a time of day"
        case list():
            return "this is a list"
        case _:
            return "this is a table"


def plain(number: float) -> str:
    """A number as text of bounded length."""
    if isinstance(number, int) and abs(number) >= 10**15:
        return "a number of more than 15 digits"
    return str(number)
