"""`mile18 check`: whether profile files are valid, every problem on a line of its own."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mile18.shell.find import complain_about, is_path, shelf
from mile18.shell.say import complain, say, trouble
from mile18.storage.errors import StorageError
from mile18.storage.names import twins
from mile18.storage.shelf import Shelf
from mile18.storage.store import open_file


def declare(parser: ArgumentParser) -> None:
    """Add FILE."""
    parser.add_argument(
        "files", metavar="FILE|NAME", nargs="*", help="files or profiles; none means all profiles"
    )
    parser.epilog = (
        "Each problem is a line on stderr, FILE:LINE: table.key: what is wrong, what is allowed.\n"
        "Unknown keys are told too, and kept; they alone do not make a file invalid."
    )


def run(options: Namespace) -> int:
    """Check each file; 2 if any has an error, 1 if a folder could not be read."""
    folders = shelf(options)
    good = True
    rows, troubles = ([], []) if options.files else folders.scan()
    paths = [Path(row.path) for row in rows]
    _tell_twins(paths)
    for unread in troubles:
        trouble(str(unread))
    for name in options.files or paths:
        try:
            path = _path(name, folders)
            opened = open_file(path)
        except StorageError as error:
            complain(str(error))
            good = False
            continue
        if complain_about(opened):
            good = False
        else:
            say(f"{path}: ok")
    return 2 if not good else 1 if troubles else 0


def _path(name: str | Path, folders: Shelf) -> Path:
    if isinstance(name, Path):
        return name
    return Path(name) if is_path(name) else folders.path(name)


def _tell_twins(paths: list[Path]) -> None:
    """Tell the names in a folder that not every disk can tell apart."""
    for folder in dict.fromkeys(path.parent for path in paths):
        for one, other in twins(path.stem for path in paths if path.parent == folder):
            complain(
                f"{folder / other}.toml: some disks cannot tell its name from {one}.toml, "
                "and would keep only one of the two; rename one"
            )
