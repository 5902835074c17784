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


class BadName(StorageError):
    """The text cannot be the name of a profile; the message says what can."""


class NoSuchFile(StorageError):
    """There is no such file."""


class NoSuchProfile(NoSuchFile):
    """There is no profile of that name."""


class SeveralProfiles(StorageError):
    """More than one folder has a profile of that name; the message names the files."""


class AlreadyThere(StorageError):
    """A profile of that name exists, perhaps in other capitals."""


class ChangedElsewhere(StorageError):
    """The file on disk is no longer the one that was opened; nothing was written."""


class ReadOnlyFile(StorageError):
    """The file was written by a newer mile18 and is never written over by this one."""


class Unreadable(StorageError):
    """The file holds no TOML at all; `problem` says where reading ended."""

    def __init__(self, problem: Problem, file: Path | str = "profile") -> None:
        super().__init__(problem.sentence(file))
        self.problem = problem


def failure(path: Path, what: str, reason: str, stands: str = UNTOUCHED) -> str:
    """The message that `path` could not be read, saved, … for a reason, and what still stands."""
    return f"{printable(str(path))}: could not be {what}: {reason}; {stands}"


@contextmanager
def plain_words(what: str, path: Path, stands: str = UNTOUCHED) -> Iterator[None]:
    """Turn any OSError inside into a StorageError that says `path` could not be `what`."""
    try:
        yield
    except OSError as error:
        known = _REASONS.get(error.errno or 0)
        reason = known or printable(error.strerror or str(error) or type(error).__name__)
        raise StorageError(failure(path, what, reason, stands)) from error
