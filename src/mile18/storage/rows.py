"""Files of profiles as rows of a list; a broken file is told in its row, never raised."""

from datetime import date, datetime
from pathlib import Path

from mile18.plan.overview import Row, row
from mile18.storage.errors import StorageError
from mile18.storage.store import open_file


def unread(path: Path) -> Row:
    """The row of a file that is still to be read."""
    return Row(path=str(path), name=path.stem)


def read_row(path: Path, today: date) -> Row:
    """Read one file."""
    try:
        opened = open_file(path)
    except StorageError as error:
        return Row(
            path=str(path),
            name=path.stem,
            changed=_changed(path),
            problems=(str(error),),
            odd=True,
        )
    loaded = opened.loaded
    place = Row(
        path=str(path),
        name=path.stem,
        changed=_changed(path),
        problems=tuple(problem.sentence(path) for problem in loaded.problems),
        odd=bool(loaded.errors),
    )
    return row(place, loaded.profile, today)


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return None
