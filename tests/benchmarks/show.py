"""`mile18 show` from start to end."""

import subprocess
import sys
from collections.abc import Iterator

from ratios import EXAMPLE, TODAY, Row, in_turns, seconds

SHOW = [sys.executable, "-m", "mile18", "show", EXAMPLE, "--today", TODAY]
IMPORTS = [sys.executable, "-c", "import argparse, tomllib, msgspec"]


def rows() -> Iterator[Row]:
    """One row: against an interpreter that only imports what mile18 cannot do without."""
    found = in_turns({"show": lambda: _run(SHOW), "imports": lambda: _run(IMPORTS)}, rounds=20)
    yield Row(
        "mile18 show NAME",
        "argparse, tomllib, msgspec",
        1000 * found["show"],
        1000 * found["imports"],
        "ms",
        1.5,
    )


def _run(command: list[str]) -> float:
    return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
