"""Files as they are on disk, read whole or not at all."""

import stat
from pathlib import Path

from mile18.storage.errors import NoSuchFile, StorageError, Unreadable, failure, plain_words
from mile18.storage.problem import Problem

LARGEST_FILE = 1_000_000


def read_text(path: Path) -> tuple[str, bytes]:
    """The text of a file and the bytes it was read from.

    Raises NoSuchFile if it is not there, Unreadable if it is no text, StorageError for the rest.
    """
    content = read_bytes(path)
    try:
        return content.decode("utf-8"), content
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"not readable as text: byte {content[error.start]:#04x}"
        raise Unreadable(Problem(line=line, what=what, allowed="UTF-8"), path) from None


def read_bytes(path: Path) -> bytes:
    """All of an ordinary file of sensible size; raises NoSuchFile or StorageError."""
    with plain_words("read", path):
        try:
            found = path.stat()
        except FileNotFoundError:
            if path.is_symlink():
                reason = "this is a link to a file that is not there"
                raise StorageError(failure(path, "read", reason)) from None
            raise NoSuchFile(failure(path, "read", "there is no such file")) from None
        if wrong := _unfit(found.st_mode, found.st_size):
            raise StorageError(failure(path, "read", wrong))
        return path.read_bytes()


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, unless it is there; raises StorageError."""
    with plain_words("made", path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def too_large(size: int) -> str:
    """Why a file of so many bytes is none of ours."""
    return f"{size / 1e6:.1f} MB is too large, {LARGEST_FILE / 1e6:.0f} MB is the most"


def _unfit(mode: int, size: int) -> str:
    if stat.S_ISDIR(mode):
        return "this is a folder, not a file"
    # Opening a pipe would wait for ever.
    if not stat.S_ISREG(mode):
        return "this is no ordinary file"
    if size > LARGEST_FILE:
        return too_large(size)
    return ""
