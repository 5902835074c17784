"""The races opened last: a short list of names, so that `mile18` alone opens the right one."""

from contextlib import suppress
from pathlib import Path

from mile18.storage.atomic import write_bytes
from mile18.storage.disk import make_folder, read_text
from mile18.storage.errors import StorageError

REMEMBERED = 10


def recent(file: Path) -> list[str]:
    """The names remembered, the last opened first; none if the file cannot be read."""
    with suppress(StorageError):
        text, _ = read_text(file)
        return text.splitlines()[:REMEMBERED]
    return []


def remember(file: Path, name: str) -> None:
    """Put a name first; that it cannot be written is no reason to trouble anyone."""
    names = recent(file)
    if names[:1] == [name]:
        return
    lines = [name, *(each for each in names if each != name)][:REMEMBERED]
    with suppress(StorageError):
        make_folder(file.parent)
        write_bytes(file, "".join(f"{each}\n" for each in lines).encode())
