"""From a keystroke to the last byte painted for it, on a real terminal."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from ratios import ROUNDS, Row
from start import MILE18
from terminal import Terminal

ONE_INPUT = [sys.executable, str(Path(__file__).with_name("baseline_apps.py")), "input"]
# From the first question of the first tab down to the distance.
TO_THE_DISTANCE = (b"\x1b[B",) * 4
# 4, 42, 4, 45, 4 km: every key gives another figure.
KEYS = (b"2", b"\x7f", b"5", b"\x7f")


def rows() -> Iterator[Row]:
    """One row: typing a distance against typing into a bare Input."""
    times: dict[str, list[float]] = {"mile18": [], "input": []}
    with Terminal(MILE18) as mile18, Terminal(ONE_INPUT) as bare:
        mile18.seconds_until(b"Readiness")
        bare.seconds_until(b"ready")
        for terminal, keys in ((mile18, (*TO_THE_DISTANCE, b"4")), (bare, (b"4",))):
            terminal.settle()
            for key in keys:
                terminal.seconds_for(key)
        for _ in range(ROUNDS):
            for key in KEYS:
                times["mile18"].append(mile18.seconds_for(key))
                times["input"].append(bare.seconds_for(key))
    yield Row(
        "keystroke to last byte painted",
        "bare Input",
        1000 * statistics.median(times["mile18"]),
        1000 * statistics.median(times["input"]),
        "ms",
        50,
        aims_at_ratio=False,
    )
