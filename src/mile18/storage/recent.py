"""The races opened last: a short list of files, so that `mile18` alone opens the right one."""

from contextlib import suppress
from pathlib import Path

from mile18.storage.atomic import write_bytes
from mile18.storage.disk import make_folder, read_text
from mile18.storage.errors import StorageError

REMEMBERED = 10


def recent(file: Path) -> list[Path]:
    """The files remembered, the last opened first; none if the list cannot be read."""
    with suppress(StorageError):
        text, _ = read_text(file)
        return [Path(line) for line in text.splitlines()[:REMEMBERED]]
    return []


def remember(file: Path, race: Path) -> None:
    """Put a race's file first; that this cannot be kept is no reason to trouble anyone."""
    race = race.absolute()
    if not str(race).isprintable():
        # A line break in a name would be another line, and bytes that are no text are none.
        return
    known = recent(file)
    if known[:1] == [race]:
        return
    lines = [race, *(each for each in known if each != race)][:REMEMBERED]
    with suppress(StorageError):
        make_folder(file.parent)
        write_bytes(file, "".join(f"{each}\n" for each in lines).encode())
