"""What is left of a crash: a private log without any answers, and a short word on stderr."""

import sys
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from types import FrameType

from mile18.shell.say import trouble
from mile18.storage.disk import make_folder, write_bytes
from mile18.storage.paths import state_dir
from mile18.storage.problem import StorageError

# One that led to another in a loop could go on for ever.
MOST_TOLD = 50


def log_file() -> Path:
    """Where the last crash is written down."""
    return state_dir() / "crash.log"


def report(error: BaseException) -> None:
    """Write the log, and say on stderr where it is; never raises."""
    trouble(f"stopped by a fault of its own ({type(error).__name__})")
    try:
        path = log_file()
        make_folder(path.parent)
        write_bytes(path, log_text(error).encode("utf-8", "replace"))
    except StorageError as failed:
        trouble(f"no log of it could be written: {failed}")
    else:
        trouble(f"where it happened, without your answers, is in {path}")


def log_text(error: BaseException) -> str:
    """The error and what led to it, the last one last: kinds of errors, and places in the code.

    Nothing that an error says is in it, nor any line of code: either may hold an answer.
    """
    lines = [f"mile18 {version()}, Python {sys.version.split()[0]}, {sys.platform}"]
    for each in reversed([*islice(_with_what_led_to_it(error), MOST_TOLD)]):
        lines += ["", *_told(each)]
    return "\n".join(lines) + "\n"


def _with_what_led_to_it(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inside = each.exceptions if isinstance(each, BaseExceptionGroup) else ()
        waiting += [*inside, each.__context__, each.__cause__]


def _told(error: BaseException) -> Iterator[str]:
    from traceback import walk_tb

    places = (_place(frame, line) for frame, line in walk_tb(error.__traceback__))
    for place, again in groupby(places):
        times = len([*again])
        yield place if times == 1 else f"{place} ({times} times)"
    yield type(error).__name__


def _place(frame: FrameType, line: int) -> str:
    """A place as `mile18/tui/app.py:12 Mile18.on_mount`: the folders above may name the runner."""
    parts = Path(frame.f_code.co_filename).parts
    package = str(frame.f_globals.get("__name__")).partition(".")[0]
    inside = (at for at in reversed(range(len(parts))) if parts[at] == package)
    file = "/".join(parts[next(inside, len(parts) - 1) :])
    return f"{file}:{line} {frame.f_code.co_qualname}"


def version() -> str:
    """The installed version; empty if mile18 runs without being installed."""
    # Slow to import, and rarely asked for.
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("mile18")
    except PackageNotFoundError:
        return ""
