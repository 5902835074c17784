"""From the start of the process to the first content on a real terminal."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from ratios import EXAMPLE, TODAY, Row, in_turns
from terminal import Terminal

MINIMAL = [sys.executable, str(Path(__file__).with_name("baseline_apps.py")), "static"]
MILE18 = [sys.executable, "-m", "mile18", EXAMPLE, "--today", TODAY]
# Another full-screen app made with Textual; it is compared with where it is on the PATH.
HARLEQUIN = ["harlequin", "--locale", "C"]


def rows() -> Iterator[Row]:
    """`mile18 NAME` against an app of one Static, and against harlequin where that is installed."""
    takes = {
        "mile18": lambda: _first_content(MILE18, b"Readiness"),
        "minimal": lambda: _first_content(MINIMAL, b"ready"),
    }
    if shutil.which(HARLEQUIN[0]):
        takes["harlequin"] = lambda: _first_content(HARLEQUIN, b"Query")
    found = {name: 1000 * seconds for name, seconds in in_turns(takes).items()}
    what, mile18 = "start to first content", found["mile18"]
    yield Row(what, "app of one Static", mile18, found["minimal"], "ms", 1.3)
    if "harlequin" in found:
        yield Row(what, "harlequin", mile18, found["harlequin"], "ms", 1)


def _first_content(command: list[str], text: bytes) -> float:
    with Terminal(command) as terminal:
        return terminal.seconds_until(text)
