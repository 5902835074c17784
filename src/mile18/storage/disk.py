"""Files as they are on disk, read whole or not at all, and never waited for."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from time import monotonic

from mile18.storage.errors import (
    NoSuchFile,
    Unreadable,
    not_read,
    plain_words,
    reason_of,
)
from mile18.storage.problem import Problem

LARGEST_FILE = 1_000_000
LONGEST_WAIT = 5.0
NO_ORDINARY_FILE = "this is no ordinary file"

# What is a pipe by the time it is opened, or says that it is a file and is none, has to answer at
# once; on Windows there are neither.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnfitError(OSError):
    """What is there is none of the files that mile18 reads or writes; the message says why."""


def read_text(path: Path) -> tuple[str, bytes]:
    """The text of a file and the bytes it was read from.

    Raises NoSuchFile if it is not there, Unreadable if it cannot be read or is no text.
    """
    content = read_bytes(path)
    return as_text(content, path), content


def as_text(content: bytes, path: Path | str = "profile") -> str:
    """The text that the bytes of a file are; raises Unreadable with the line of the first that is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"not readable as text: byte {content[error.start]:#04x}"
        raise Unreadable(Problem(line=line, what=what, allowed="UTF-8"), path) from None


def read_bytes(path: Path) -> bytes:
    """All of an ordinary file of sensible size; raises NoSuchFile or Unreadable."""
    try:
        return _content(path)
    except FileNotFoundError:
        if path.is_symlink():
            reason = "this is a link to a file that is not there"
            raise Unreadable(not_read(reason), path) from None
        raise NoSuchFile(not_read("there is no such file"), path) from None
    except OSError as error:
        raise Unreadable(not_read(reason_of(error)), path) from error


def holds(path: Path, content: bytes) -> bool:
    """Whether a file can be read and holds just this."""
    with suppress(Unreadable):
        return read_bytes(path) == content
    return False


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, unless it is there; raises StorageError.

    So is every folder above it that is not there yet.
    """
    with plain_words("made", path):
        _make(path)


def too_large(size: int) -> str:
    """Why a file of so many bytes is none of ours."""
    return f"{size / 1e6:.1f} MB is too large, {LARGEST_FILE / 1e6:.0f} MB is the most"


def _make(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        # Left to itself, mkdir makes those above as open as the umask lets it.
        _make(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)


def refuse_unfit(mode: int) -> None:
    """Raise UnfitError for whatever is no ordinary file, by the mode that a stat gave."""
    if stat.S_ISDIR(mode):
        raise UnfitError("this is a folder, not a file")
    if not stat.S_ISREG(mode):
        raise UnfitError(NO_ORDINARY_FILE)


def _content(path: Path) -> bytes:
    # Some devices do things when they are merely opened.
    refuse_unfit(path.stat().st_mode)
    number = os.open(path, _FLAGS)
    try:
        found = os.fstat(number)
        refuse_unfit(found.st_mode)
        if found.st_size > LARGEST_FILE:
            raise UnfitError(too_large(found.st_size))
        return _to_the_end(number, found.st_size)
    finally:
        os.close(number)


def _to_the_end(number: int, size: int) -> bytes:
    """What an open file holds; `size` is what it said, in bytes, which the system's own get wrong."""
    content = b""
    late = monotonic() + LONGEST_WAIT
    while piece := _piece(number, max(size, len(content)) + 1):
        content += piece
        if len(content) > LARGEST_FILE:
            raise UnfitError(too_large(len(content)))
        if monotonic() > late:
            raise UnfitError(f"reading it takes longer than {LONGEST_WAIT:.0f} s")
    return content


def _piece(number: int, size: int) -> bytes:
    try:
        piece = os.read(number, size)
    except BlockingIOError:
        raise UnfitError(NO_ORDINARY_FILE) from None
    if piece and not os.fstat(number).st_size:
        # Files in /proc say that they are empty, and the log of the kernel never ends.
        raise UnfitError(NO_ORDINARY_FILE)
    return piece
