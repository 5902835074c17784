"""Files of profiles as rows of a list; a broken file is told in its row, never raised."""

from datetime import UTC, date, datetime
from pathlib import Path

from mile18.plan.overview import Row, row
from mile18.storage.errors import StorageError
from mile18.storage.store import open_file


def read_row(place: Row, today: date) -> Row:
    """Read the file of a row, whatever the row said of it before."""
    path = Path(place.path)
    try:
        loaded = open_file(path).loaded
    except StorageError as error:
        problems: tuple[str, ...] = (str(error),)
        return Row(
            path=place.path, name=place.name, changed=_changed(path), problems=problems, odd=True
        )
    problems = tuple(problem.sentence(path) for problem in loaded.problems)
    place = Row(
        path=place.path,
        name=place.name,
        changed=_changed(path),
        problems=problems,
        odd=bool(loaded.errors),
    )
    return row(place, loaded.profile, today)


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
