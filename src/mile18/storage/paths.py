"""Where things are kept: told, else `MILE18_HOME`, else XDG on any system, else its own custom."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from mile18.sanitise import printable
from mile18.storage.disk import make_folder, read_text, write_bytes
from mile18.storage.problem import StorageError, reason_of

_APP = "mile18"


def profiles_dir() -> Path:
    """The runner's own folder of profiles."""
    return _home_folder("profiles") or _data_dir() / "profiles"


def profiles_dirs(options: Sequence[Path], more: Sequence[str]) -> list[Path]:
    """All folders of profiles: those named on the command line, else the usual one and `more`."""
    if options:
        named = [_absolute(folder) for folder in options]
    else:
        named = [profiles_dir(), *(_absolute(Path(folder)) for folder in more)]
    return list(dict.fromkeys(named))


def config_file() -> Path:
    """The file that holds units, theme and keys."""
    name = "settings.toml"
    return _home_folder(name) or _base_dir("XDG_CONFIG_HOME", "user_config_dir") / name


def state_dir() -> Path:
    """The folder of the log."""
    return _home_folder("state") or _base_dir("XDG_STATE_HOME", "user_state_dir")


def _data_dir() -> Path:
    return _base_dir("XDG_DATA_HOME", "user_data_dir")


def _home_folder(name: str) -> Path | None:
    home = os.environ.get("MILE18_HOME")
    return _absolute(Path(home)) / name if home else None


def _base_dir(variable: str, custom: str) -> Path:
    folder = os.environ.get(variable, "")
    # The XDG specification has relative paths ignored.
    if folder and Path(folder).is_absolute():
        return Path(folder) / _APP
    # Whoever names a folder need not wait for this import.
    import platformdirs

    return Path(getattr(platformdirs, custom)(_APP, appauthor=False))


def unquoted(typed: str) -> str:
    """A path as meant; a shell or a file manager may have put it in quotes."""
    return typed.strip().strip("'\"")


def typed_path(typed: str) -> Path:
    """The path that a person typed.

    Raises StorageError if it names a home that is not there, or holds what no path can.
    """
    if not _can_be_a_path(typed):
        raise StorageError(f"“{printable(typed)}” cannot be a path")
    try:
        return Path(unquoted(typed)).expanduser()
    except RuntimeError:
        raise StorageError(f"there is no home folder for “{printable(typed)}”") from None


def _can_be_a_path(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def why_missing(path: Path) -> str:
    """Why there is nothing to read at a path, in words; empty if something is there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return "there is no such file or folder"
    except OSError as error:
        return reason_of(error)
    return ""


def completed(typed: str) -> tuple[str, list[str]]:
    """A path completed as far as it is clear, and the names that it may go on with."""
    text = unquoted(typed) or "~/"
    head, sign, begun = text.rpartition("/")
    try:
        folder = typed_path(f"{head}{sign}" or ".")
        found = sorted(
            f"{each.name}/" if each.is_dir() else each.name
            for each in folder.iterdir()
            if each.name.startswith(begun) and (begun or not each.name.startswith("."))
        )
    except (OSError, StorageError):
        return typed, []
    on = _shared(found[0], found[-1]) if found else begun
    return f"{head}{sign}{on}", [printable(name) for name in found]


def _shared(one: str, other: str) -> str:
    size = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        size += 1
    return one[:size]


def _absolute(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except RuntimeError:
        raise StorageError(f"{printable(str(folder))}: whose home folder is that?") from None


def recent_file() -> Path:
    """Where the names of the races opened last are kept."""
    return state_dir() / "recent"


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
