"""What is kept out of the way before a file is written over or deleted."""

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mile18.dates import moment_words
from mile18.storage.disk import holds, make_folder, read_bytes, write_bytes
from mile18.storage.names import short
from mile18.storage.problem import Unreadable, plain_words

HIDDEN = ".mile18"


def originals_folder(profiles: Path) -> Path:
    """Where the files of a folder are kept as they were before the first save."""
    return profiles / HIDDEN / "originals"


def trash_folder(profiles: Path) -> Path:
    """Where the deleted files of a folder go."""
    return profiles / HIDDEN / "trash"


def keep_original(path: Path, content: bytes, now: datetime | None = None) -> Path:
    """Keep the content of a file that is about to be written over, and tell where.

    The same content is kept once. Raises StorageError.
    """
    folder = originals_folder(path.parent)
    make_folder(folder)
    with plain_words("searched", folder):
        for kept in sorted(folder.glob("*.toml")):
            if kept.name.startswith(f"{short(path.stem)}-") and holds(kept, content):
                return kept
    kept = free_path(folder, path.stem, now)
    write_bytes(kept, content)
    return kept


def move_to_trash(path: Path, now: datetime | None = None) -> Path:
    """Move a file into the trash beside it, and tell where it is now; raises StorageError."""
    folder = trash_folder(path.parent)
    make_folder(folder)
    trashed = free_path(folder, path.stem, now)
    linked = None
    if path.is_symlink():
        # Moved as it is, a relative link would lead nowhere, as one that cannot be read may.
        with suppress(Unreadable):
            linked = read_bytes(path)
    with plain_words("deleted", path):
        if linked is None:
            path.rename(trashed)
        else:
            write_bytes(trashed, linked)
            path.unlink()
    return trashed


def free_path(folder: Path, stem: str, now: datetime | None, ending: str = ".toml") -> Path:
    """A file in a folder that is not there yet, with the moment in its name."""
    stamp = f"{now or datetime.now().astimezone():%Y%m%d-%H%M%S}"
    stem = short(stem)
    path = folder / f"{stem}-{stamp}{ending}"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{stem}-{stamp}-{number}{ending}"
        number += 1
    return path


LAST = "trash"


class Trashed(Struct, frozen=True):
    """A deleted file; its `place` is `trash` for the one deleted last, then `trash2`, `trash3`, …"""

    place: str
    since: datetime
    path: Path

    @property
    def since_words(self) -> str:
        """Since when it lies there, by the runner's clock: `since Tue 27 Apr 2027 08:41`."""
        return f"since {moment_words(self.since.astimezone())}"


def trashed(path: Path) -> list[Trashed]:
    """What was deleted of a profile's file, the last first; raises StorageError."""
    folder = trash_folder(path.parent)
    name = re.compile(rf"{re.escape(short(path.stem))}-(\d{{8}}-\d{{6}})(?:-(\d+))?\.toml")
    found = []
    with plain_words("searched", folder), suppress(FileNotFoundError):
        for file in folder.iterdir():
            match = name.fullmatch(file.name)
            with suppress(ValueError):
                if match:
                    since = datetime.strptime(match[1], "%Y%m%d-%H%M%S").astimezone()
                    found.append((since, int(match[2] or 1), file))
    found.sort(reverse=True)
    return [
        Trashed(f"{LAST}{at}" if at > 1 else LAST, since, file)
        for at, (since, _, file) in enumerate(found, 1)
    ]
