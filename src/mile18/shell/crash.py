"""What is left of a crash: a private log without any answers, and a short word on stderr."""

import sys
from collections.abc import Iterator
from pathlib import Path

from mile18.shell.say import trouble
from mile18.shell.version import version
from mile18.storage.atomic import write_bytes
from mile18.storage.disk import make_folder
from mile18.storage.errors import StorageError
from mile18.storage.paths import state_dir

# The messages of other errors may quote an answer; these name only what the code lacks.
_TELLING = (AttributeError, ImportError, NameError, TypeError)


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
    """The error and what led to it: places in the code, no values."""
    lines = [f"mile18 {version()}, Python {sys.version.split()[0]}, {sys.platform}"]
    for each in reversed(list(_chain(error))):
        lines += ["", *_told(each)]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _told(error: BaseException) -> Iterator[str]:
    from traceback import extract_tb

    for frame in extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line or ''}"
    message = f": {error}" if isinstance(error, _TELLING) else ""
    yield type(error).__name__ + message
