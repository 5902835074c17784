"""The id of a race, by which calendars know its entries; it stays when its file is renamed or moved.

A new race has a random one, and a copy one of its own. A file of an earlier mile18 has none: until a
save writes it there, the id waits in `.mile18/ids/NAME` beside the file.
"""

import os
from contextlib import suppress
from pathlib import Path

from mile18.storage.codec import ID, Loaded, decode
from mile18.storage.disk import make_folder, read_text, write_bytes
from mile18.storage.kept import HIDDEN
from mile18.storage.problem import AlreadyThere, StorageError
from mile18.storage.toml import dumps, with_value


def new_id() -> str:
    """An id that no other race has."""
    return os.urandom(8).hex()


def id_of(path: Path, loaded: Loaded) -> str:
    """The id in a race's file; of a file without one, the id that its next save writes.

    Where none can be kept, it follows from the machine and the path. Nothing is raised.
    """
    return loaded.id or _waiting(Path(os.path.realpath(path)))


def with_another_id(content: bytes) -> bytes:
    """A copy of a race's file that has an id, with one of its own; any other as it is."""
    with suppress(StorageError, UnicodeDecodeError):
        text = content.decode()
        loaded = decode(text)
        if loaded.id:
            fresh = new_id()
            edited = with_value(text, (ID,), fresh)
            return (edited or dumps(loaded.document | {ID: fresh})).encode()
    return content


def move_id(old: Path, new: Path) -> None:
    """Take a waiting id along to a race's new name, and let none of an earlier race wait there."""
    with suppress(OSError):
        try:
            _file(old).replace(_file(new))
        except FileNotFoundError:
            _file(new).unlink(missing_ok=True)


def _waiting(path: Path) -> str:
    file = _file(path)

    def refuse_another() -> None:
        # Of two windows the first has the word.
        if os.path.lexists(file):
            raise AlreadyThere

    if known := _read(file):
        return known
    with suppress(StorageError):
        make_folder(file.parent)
        write_bytes(file, new_id().encode(), check=refuse_another)
    return _read(file) or _derived(path)


def _file(path: Path) -> Path:
    return path.parent / HIDDEN / "ids" / path.stem


def _read(file: Path) -> str:
    with suppress(StorageError):
        return read_text(file)[0].strip()
    return ""


def _derived(path: Path) -> str:
    # Hardly ever needed, and slow to import.
    import hashlib
    import platform

    place = os.fsencode(f"{platform.node()}\0{path}")
    return hashlib.sha256(place).hexdigest()[:16]
