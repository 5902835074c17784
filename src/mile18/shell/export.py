"""How the shell commands hand over a file: whole, private, and never over another one unasked."""

import os
import sys
from pathlib import Path

from mile18.shell.say import OutputError
from mile18.storage.atomic import write_bytes
from mile18.storage.errors import (
    STILL_OPEN,
    UNTOUCHED,
    AlreadyThere,
    NoSuchFile,
    StorageError,
    failure,
)


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file that only its owner can read; `force` allows it to replace another.

    Raises AlreadyThere, NoSuchFile for a missing folder, or another StorageError.
    """

    def is_free() -> None:
        if not force and os.path.lexists(path):
            reason = "there is one already, and only --force writes over it"
            raise AlreadyThere(failure(path, "saved", reason))

    if not path.absolute().parent.is_dir():
        raise NoSuchFile(failure(path, "saved", "there is no such folder"))
    is_free()
    try:
        write_bytes(path, content, is_free)
    except AlreadyThere:
        raise
    except StorageError as error:
        # No answers are open in a shell.
        raise StorageError(str(error).replace(STILL_OPEN, UNTOUCHED)) from error


def put(content: bytes) -> None:
    """Write bytes to stdout as they are: a file's encoding and line ends are not the terminal's.

    Raises OutputError.
    """
    if not sys.stdout:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"the output could not be written: {error.strerror}") from error
