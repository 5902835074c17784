"""How the shell commands speak and end: data to stdout or a file, trouble to stderr, an exit code.

Nothing steers a terminal.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mile18.sanitise import printable_file, printable_json, printable_lines
from mile18.storage.disk import write_bytes
from mile18.storage.problem import (
    AlreadyThere,
    BadInput,
    NoSuchFolder,
    NoSuchProfile,
    StorageError,
    Unreadable,
    failure,
    plain_words,
)

if TYPE_CHECKING:
    from mile18.storage.store import Opened

DONE, FAILED, WRONG, INTERRUPTED = 0, 1, 2, 130
NARROWEST, USUAL, WIDEST = 40, 80, 100


class OutputError(Exception):
    """What was to be printed could not be written; the message says why."""


def say(text: str) -> None:
    """Print text as data."""
    _write(sys.stdout, text.removesuffix("\n"))


def say_json(data: Any) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal speaks."""
    from msgspec.json import encode
    from msgspec.json import format as indented

    try:
        line = encode(data)
    except UnicodeEncodeError:
        # A file name may hold bytes that are no text.
        line = encode(_as_text(data))
    put(printable_json(indented(line, indent=2).decode()).encode() + b"\n")


def put(content: bytes) -> None:
    """Write bytes to stdout as they are: a file's encoding and line ends are not the terminal's.

    Raises OutputError.
    """
    if not sys.stdout:
        return
    with _output():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _as_text(data: Any) -> Any:
    """The same data with a ? for whatever is no text."""
    match data:
        case dict():
            return {key: _as_text(value) for key, value in data.items()}
        case list() | tuple():
            return [_as_text(value) for value in data]
        case str():
            return data.encode("utf-8", "replace").decode()
        case _:
            return data


def finish() -> None:
    """Hand over what is still held back of the data."""
    if sys.stdout:
        with _output():
            sys.stdout.flush()


def trouble(text: str) -> None:
    """Print what went wrong, with the program's name before it."""
    _write(sys.stderr, f"mile18: {text}")


def complain(line: str) -> None:
    """Print a line about a file that already begins with the file's name."""
    _write(sys.stderr, line)


def is_terminal() -> bool:
    """Whether someone sits in front of a terminal that can show a full-screen app."""
    return (
        bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
        and os.environ.get("TERM") != "dumb"
    )


def width() -> int:
    """The columns to write in: the terminal's, within reason, and 80 where there is none."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return USUAL
    return min(WIDEST, max(NARROWEST, columns))


def room() -> int | None:
    """The columns of the terminal that a table may take; None where there is no terminal."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return None


def _write(stream: Any, text: str) -> None:
    if not stream:
        return
    shown = printable_lines(text)
    with _output():
        try:
            print(shown, file=stream)
        except UnicodeEncodeError:
            from mile18.drawing import PLAIN

            print(shown.encode(stream.encoding, PLAIN).decode(stream.encoding), file=stream)


@contextmanager
def _output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"the output could not be written: {error.strerror}") from error


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file that only its owner can read; `force` allows it to replace another.

    Raises AlreadyThere, NoSuchFolder, or another StorageError.
    """

    def is_free() -> None:
        if not force and os.path.lexists(path):
            reason = "there is one already, and only --force overwrites it"
            raise AlreadyThere(failure(path, "saved", reason))

    with plain_words("saved", path):
        is_placed = path.absolute().parent.is_dir()
    if not is_placed:
        raise NoSuchFolder(failure(path, "saved", "there is no such folder"))
    is_free()
    write_bytes(path, printable_file(content), is_free)


def print_file(content: bytes) -> None:
    """Write to stdout what would go into a file: its encoding and line ends are not the terminal's.

    Raises OutputError.
    """
    put(printable_file(content))


def tell(error: StorageError) -> int:
    """Say on stderr what could not be done, and return the code to end with."""
    if isinstance(error, Unreadable):
        complain(str(error))
    else:
        trouble(str(error))
    if isinstance(error, NoSuchProfile):
        trouble("mile18 list shows all races, mile18 new NAME makes one")
    return WRONG if isinstance(error, BadInput) else FAILED


def tell_upgrade(opened: "Opened") -> None:
    """Say what a save does to a file of an earlier mile18; commands that save nothing need not."""
    if upgrade := opened.loaded.upgrade:
        complain(upgrade.sentence(opened.path))


def complain_about(opened: "Opened") -> int:
    """Print whatever is odd about a file; WRONG if an answer in it could not be read."""
    for problem in opened.loaded.problems:
        complain(problem.sentence(opened.path))
    return WRONG if opened.loaded.errors else DONE
