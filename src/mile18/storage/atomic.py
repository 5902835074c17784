"""Files written as a whole: a crash or a full disk leaves the old one as it was."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from mile18.storage.disk import LARGEST_FILE, refuse_unfit, too_large
from mile18.storage.errors import UNTOUCHED, StorageError, failure, plain_words


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
