"""`make measure`: how large the house is and how it hangs together, beside another commit if told.

Prints a table; there is nothing to pass or fail, but for the aims that stand in it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from same import ROOT, checkout, git

AIMS = {
    "modules": "170",
    "file: longest": "400",
    "fullest folder": "20",
    "circles of imports": "0",
    "modules with one importer": "25%",
    "key to panel: files of tui/": "8",
    "profile to card: files": "30",
}


def main(against: str = "") -> None:
    """Print each figure now, its aim, and what it was at a commit."""
    columns = [("now", _measured(ROOT))]
    if against:
        commit = git("rev-parse", "--short", against)
        with checkout(commit) as tree:
            columns.insert(0, (commit, _measured(tree)))
    print(_line("", *(name for name, _ in columns), "at most"))
    for what in columns[-1][1]:
        print(_line(what, *(found[what] for _, found in columns), AIMS.get(what, "")))


def _line(what: str, *cells: str) -> str:
    return f"{what:<30}{''.join(f'{cell:>22}' for cell in cells)}".rstrip()


def _measured(tree: Path) -> dict[str, str]:
    path = os.pathsep.join(str(tree / place) for place in ("src", "tests/support"))
    with TemporaryDirectory() as home:
        run = subprocess.run(
            [sys.executable, str(ROOT / "tests/house/measured.py")],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": path, "MILE18_HOME": home},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    found: dict[str, str] = json.loads(run.stdout)
    return found


if __name__ == "__main__":
    main(*sys.argv[1:2])
