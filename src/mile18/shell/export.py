"""How the shell commands hand over a file: whole, private, and never over another one unasked."""

import os
from pathlib import Path

from mile18.sanitise import printable_file
from mile18.shell.say import put
from mile18.storage.disk import write_bytes
from mile18.storage.problem import AlreadyThere, NoSuchFolder, failure


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file that only its owner can read; `force` allows it to replace another.

    Raises AlreadyThere, NoSuchFolder, or another StorageError.
    """

    def is_free() -> None:
        if not force and os.path.lexists(path):
            reason = "there is one already, and only --force writes over it"
            raise AlreadyThere(failure(path, "saved", reason))

    if not path.absolute().parent.is_dir():
        raise NoSuchFolder(failure(path, "saved", "there is no such folder"))
    is_free()
    write_bytes(path, printable_file(content), is_free)


def print_file(content: bytes) -> None:
    """Write to stdout what would go into a file: its encoding and line ends are not the terminal's.

    Raises OutputError.
    """
    put(printable_file(content))
