"""Memory that the app holds while nobody types."""

import statistics
import subprocess
from collections.abc import Iterator

from ratios import Row
from start import MILE18, MINIMAL
from terminal import Terminal

ROUNDS = 5


def rows() -> Iterator[Row]:
    """One row: against an app of one Static."""
    yield Row(
        "memory at rest",
        "app of one Static",
        statistics.median(_memory(MILE18, b"Readiness") for _ in range(ROUNDS)),
        statistics.median(_memory(MINIMAL, b"ready") for _ in range(ROUNDS)),
        "MB",
        1.4,
    )


def _memory(command: list[str], text: bytes) -> float:
    with Terminal(command) as terminal:
        terminal.seconds_until(text)
        terminal.settle()
        told = ["ps", "-o", "rss=", "-p", str(terminal.process.pid)]
        return int(subprocess.run(told, check=True, capture_output=True).stdout) / 1024
