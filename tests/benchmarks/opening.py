"""From an F-key to the last byte painted of the screen that it opens for the first time."""

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ratios import Row
from start import MILE18
from terminal import Terminal

ONE_SCREEN = [sys.executable, str(Path(__file__).with_name("baseline_apps.py")), "screen"]
ROUNDS = 5
BARE = "F1"
# What a terminal sends for F1 to F12; some numbers are left out.
CODES = ("OP", "OQ", "OR", "OS", *(f"[{at}~" for at in (15, 17, 18, 19, 20, 21, 23, 24)))
F_KEYS = {f"f{number}": f"\x1b{code}".encode() for number, code in enumerate(CODES, start=1)}
# Prepare is what all others open over, so it is opened from the list of races.
BACK, OVER = "prepare", F_KEYS["f5"]


def rows() -> Iterator[Row]:
    """One row a screen, against the first opening of a bare screen."""
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, key in _screens().items():
            times[name].append(_opened(MILE18, b"Readiness", key, OVER if name == BACK else b""))
        times[BARE].append(_opened(ONE_SCREEN, b"ready", F_KEYS["f1"]))
    bare = 1000 * statistics.median(times.pop(BARE))
    for name, found in times.items():
        yield Row(
            f"key to painted: {name}",
            "screen of one Static",
            1000 * statistics.median(found),
            bare,
            "ms",
            6,
        )


def _screens() -> dict[str, bytes]:
    """The action of each F-key of the app, with what the terminal sends for it."""
    from textual.binding import Binding

    from mile18.tui.app import Mile18

    bindings = [each for each in Mile18.BINDINGS if isinstance(each, Binding)]
    keys = {each.action: key for each in bindings for key in each.key.split(",")}
    return {action: F_KEYS[key] for action, key in keys.items() if key in F_KEYS}


def _opened(command: list[str], text: bytes, key: bytes, before: bytes = b"") -> float:
    """Seconds for the key in a fresh app."""
    with Terminal(command) as terminal:
        terminal.seconds_until(text)
        terminal.settle()
        if before:
            terminal.seconds_for(before)
        return terminal.seconds_for(key)
