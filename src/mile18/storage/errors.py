"""Why storage could not do what was asked, in words for the runner; and the way OSErrors get there."""

# ruff: noqa: N818 — each is named for what is so, as a caller reads it: except AlreadyThere.
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mile18.storage.problem import Problem, printable

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
    """The text cannot be the name of a profile; the message says what can."""


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
