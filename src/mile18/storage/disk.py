"""Files as they are on disk, read whole or not at all, and never waited for."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import NoReturn

from mile18.storage.problem import (
    UNTOUCHED,
    NoSuchFile,
    Problem,
    StorageError,
    Unreadable,
    failure,
    not_read,
    plain_words,
    reason_of,
)

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


def read_bytes(path: Path, at_most: int = LARGEST_FILE) -> bytes:
    """All of an ordinary file of at most so many bytes; raises NoSuchFile or Unreadable."""
    try:
        return _content(path, at_most)
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


def too_large(size: int, at_most: int = LARGEST_FILE) -> str:
    """Why a file of so many bytes is none of ours."""
    return f"{size / 1e6:.1f} MB is too large, {at_most / 1e6:.0f} MB is the most"


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


def _content(path: Path, at_most: int) -> bytes:
    # Some devices do things when they are merely opened.
    refuse_unfit(path.stat().st_mode)
    number = os.open(path, _FLAGS)
    try:
        found = os.fstat(number)
        refuse_unfit(found.st_mode)
        if found.st_size > at_most:
            raise UnfitError(too_large(found.st_size, at_most))
        return _to_the_end(number, found.st_size, at_most)
    finally:
        os.close(number)


def _to_the_end(number: int, size: int, at_most: int) -> bytes:
    """What an open file holds; `size` is what it said, in bytes, which the system's own get wrong."""
    content = b""
    late = monotonic() + LONGEST_WAIT
    while piece := _piece(number, max(size, len(content)) + 1):
        content += piece
        if len(content) > at_most:
            raise UnfitError(too_large(len(content), at_most))
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


def write_bytes(
    path: Path,
    content: bytes,
    check: Callable[[], None] | None = None,
    stands: str = UNTOUCHED,
) -> None:
    """Make or replace a file that only its owner can read.

    A link stays one, and its target is written. `check` is called right before the replacement and
    may raise to stop it. Raises StorageError, which says that `stands`; whatever is raised, the old
    file is untouched.
    """
    if len(content) > LARGEST_FILE:
        raise StorageError(failure(path, "saved", too_large(len(content)), stands))
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".mile18-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    with plain_words("saved", path, stands):
        if target.exists():
            # A device would be replaced by a file.
            refuse_unfit(target.stat().st_mode)
            # Replacing asks only the folder, yet whoever protects a file means its content.
            if not os.access(target, os.W_OK):
                _raise_why_not(target)
        try:
            _write_through(temporary, content)
            if check:
                check()
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)


def _raise_why_not(path: Path) -> NoReturn:
    """Raise what keeps a file from being written: its own protection, or the whole disk's."""
    os.close(os.open(path, os.O_WRONLY))
    raise PermissionError(errno.EACCES, "write-protected")


def _write_through(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    # Windows cannot open a folder, and some network disks cannot sync one; the file stands anyway.
    with suppress(OSError):
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
