"""`mile18 check`: whether profile files are valid, every problem on a line of its own."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mile18.shell.find import find, shelf
from mile18.shell.say import complain, complain_about, say, tell, tell_upgrade
from mile18.storage.names import twins
from mile18.storage.problem import StorageError


def declare(parser: ArgumentParser) -> None:
    """Add FILE."""
    parser.add_argument(
        "files", metavar="FILE|NAME", nargs="*", help="files or races; none means all races"
    )
    parser.epilog = (
        "Each problem is a line on stderr, FILE:LINE: table.key: what is wrong, what is allowed.\n"
        "Unknown keys are told too, and kept; they alone do not make a file invalid."
    )


def run(options: Namespace) -> int:
    """Check each file; 2 if any has an error, 1 if a folder could not be read."""
    if options.files:
        return max([_check(name, options) for name in options.files])
    rows, troubles = shelf(options).scan()
    _tell_twins([Path(row.path) for row in rows])
    codes = [tell(unread) for unread in troubles]
    return max([*codes, *(_check(row.path, options) for row in rows)], default=0)


def _check(name: str, options: Namespace) -> int:
    try:
        opened = find(name, options)
    except StorageError as error:
        return tell(error)
    tell_upgrade(opened)
    code = complain_about(opened)
    if not code:
        say(f"{opened.path}: ok")
    return code


def _tell_twins(paths: list[Path]) -> None:
    """Tell the names in a folder that not every disk can tell apart."""
    for folder in dict.fromkeys(path.parent for path in paths):
        for one, other in twins(path.stem for path in paths if path.parent == folder):
            complain(
                f"{folder / other}.toml: some disks cannot tell its name from {one}.toml, "
                "and would keep only one of the two; rename one"
            )
