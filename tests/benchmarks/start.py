"""From the start of the process to the first content on a real terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path

from ratios import EXAMPLE, TODAY, Row, in_turns
from terminal import Terminal

MINIMAL = [sys.executable, str(Path(__file__).with_name("baseline_apps.py")), "static"]
MILE18 = [sys.executable, "-m", "mile18", EXAMPLE, "--today", TODAY]


def rows() -> Iterator[Row]:
    """One row: `mile18 NAME` against an app of one Static."""
    found = in_turns(
        {
            "mile18": lambda: _first_content(MILE18, b"Readiness"),
            "minimal": lambda: _first_content(MINIMAL, b"ready"),
        }
    )
    yield Row(
        "start to first content",
        "app of one Static",
        1000 * found["mile18"],
        1000 * found["minimal"],
        "ms",
        1.4,
    )


def _first_content(command: list[str], text: bytes) -> float:
    with Terminal(command) as terminal:
        return terminal.seconds_until(text)
