"""How a path is shown."""

from pathlib import Path

from mile18.storage.problem import printable


def short_path(path: Path) -> str:
    """The path with `~` for the home folder, without characters that could steer a terminal."""
    try:
        return printable(str("~" / path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return printable(str(path))
