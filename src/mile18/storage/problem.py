"""What is wrong in a file, said so that its owner can put it right."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from mile18.sanitise import printable

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
        what="unknown to mile18, kept as it is",
        allowed=f'did you mean "{meant}"?' if meant else "",
        kind="note",
    )


def alike(word: str, known: list[str]) -> str:
    """The known word that was most likely meant; empty if none comes close."""
    # Only a mistake needs difflib, and a good file should not wait for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), known, n=1, cutoff=0.7)), "")


def guess(word: str, known: list[str]) -> str:
    """` (did you mean "nord"?)` behind a word that is none of those known; empty if none comes close."""
    meant = alike(word, known)
    return f' (did you mean "{meant}"?)' if meant else ""


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


# ruff: noqa: N818 — each is named for what is so, as a caller reads it: except AlreadyThere.


STILL_OPEN = "your answers are still open here, and nothing was overwritten"
UNTOUCHED = "nothing was changed"

_REASONS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EISDIR: "this is a folder, not a file",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EEXIST: "something of that name is in the way",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.ENOENT: "there is no such file",
    errno.ELOOP: "the link leads back to itself",
}


class StorageError(Exception):
    """Something about a file went wrong; the message names the file, the reason, and what stands."""


class BadInput(StorageError):
    """What was asked for, or the file that it means, is at fault, and not the disk or the machine."""


class BadName(BadInput):
    """The text cannot be the name of a race file; the message says what can."""


class NoSuchProfile(BadInput):
    """There is no profile of that name."""


class NoSuchVersion(BadInput):
    """There is no such version of a profile, or nothing of it in that place of the trash."""


class NoSuchFolder(BadInput):
    """The folder that a file is to go to is not there."""


class SeveralProfiles(BadInput):
    """More than one folder has a profile of that name; the message names the files."""


class AlreadyThere(BadInput):
    """A profile of that name exists, perhaps in other capitals."""


class ChangedElsewhere(StorageError):
    """The file on disk is no longer the one that was opened; nothing was written."""


class ReadOnlyFile(StorageError):
    """The file was written by a newer mile18 and is never written over by this one."""


class Unreadable(BadInput):
    """The file cannot be read as a whole; the message is a line that begins with its name.

    `problem` says why, with the line where reading ended if it is no TOML.
    """

    def __init__(self, problem: Problem, file: Path | str = "profile") -> None:
        super().__init__(problem.sentence(file))
        self.problem = problem


class NoSuchFile(Unreadable):
    """There is no such file."""


def failure(path: Path, what: str, reason: str, stands: str = UNTOUCHED) -> str:
    """The message that `path` could not be read, saved, … for a reason, and what still stands."""
    return f"{printable(str(path))}: {_failed(what, reason, stands)}"


def once_closed(message: str) -> str:
    """A message without the word that the answers are still open, for when they no longer are."""
    return message.removesuffix(f"; {STILL_OPEN}")


def not_read(reason: str) -> Problem:
    """The problem that a file could not be read for a reason."""
    return Problem(what=_failed("read", reason, UNTOUCHED))


def reason_of(error: OSError) -> str:
    """Why the system refused, in words for the runner."""
    known = _REASONS.get(error.errno or 0)
    return known or printable(error.strerror or str(error) or type(error).__name__)


@contextmanager
def plain_words(what: str, path: Path, stands: str = UNTOUCHED) -> Iterator[None]:
    """Turn any OSError inside into a StorageError that says `path` could not be `what`."""
    try:
        yield
    except OSError as error:
        raise StorageError(failure(path, what, reason_of(error), stands)) from error


def _failed(what: str, reason: str, stands: str) -> str:
    return f"could not be {what}: {reason}; {stands}"
