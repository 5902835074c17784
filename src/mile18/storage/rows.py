"""Files of profiles as rows of a list; a broken file is told in its row, never raised."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import DecodeError, msgpack

from mile18.plan.overview import Row, row
from mile18.storage.problem import StorageError
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


# Below this a second process costs more than it saves.
WORTH_A_PROCESS = 100
MOST = 4


def read_rows(places: Sequence[Row], today: date, processes: int | None = None) -> list[Row]:
    """The rows of all these files read, in their order.

    For the commands only: it divides the process, which must not be done where threads run.
    """
    count = processes or min(MOST, _processors(), len(places) // WORTH_A_PROCESS)
    if count < 2 or not _can_divide():
        return [read_row(each, today) for each in places]
    # Every so many files, and not one stretch for each: neighbours are often alike in size.
    helpers = [(at, _begin(places[at::count], today)) for at in range(1, count)]
    rows: list[Row | None] = [None] * len(places)
    rows[::count] = [read_row(each, today) for each in places[::count]]
    for at, (child, pipe) in helpers:
        rows[at::count] = _finish(child, pipe) or [
            read_row(each, today) for each in places[at::count]
        ]
    return [row for row in rows if row]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_divide() -> bool:
    # On a Mac the system's own libraries do not bear it; a second thread might hold a lock.
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return hasattr(os, "fork") and sys.platform != "darwin" and alone


def _begin(places: Sequence[Row], today: date) -> tuple[int, int]:
    """Start a process that reads these files; its number, and the pipe that the rows come through."""
    pipe, inlet = os.pipe()
    child = os.fork()
    if child:
        os.close(inlet)
        return child, pipe
    code = 1
    try:
        os.close(pipe)
        with os.fdopen(inlet, "wb") as file:
            file.write(msgpack.encode([read_row(each, today) for each in places]))
        code = 0
    finally:
        # Nothing of the process it was divided from, such as what is not yet printed, is its own.
        os._exit(code)


def _finish(child: int, pipe: int) -> list[Row]:
    """The rows of a process; none if it broke down, so that they can be read here."""
    with os.fdopen(pipe, "rb") as file:
        told = file.read()
    _, code = os.waitpid(child, 0)
    try:
        return msgpack.decode(told, type=list[Row]) if code == 0 else []
    except DecodeError:
        return []
