"""What was deleted of a profile: files in `.mile18/trash/` beside it, each with its moment."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mile18.reading import moment_words
from mile18.storage.errors import plain_words
from mile18.storage.keep import trash_folder
from mile18.storage.names import short

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
