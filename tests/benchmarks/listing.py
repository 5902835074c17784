"""Many profiles listed, in time and in memory, and the first of them on the screen."""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from athletes import fill
from ratios import TODAY, Row, in_turns, seconds

COUNTS = (1_000, 10_000)
LIST = [sys.executable, "-m", "mile18", "list", "--today", TODAY, "--profiles"]
# No more than what reading TOML takes: every file in turn, and nothing kept of it.
BARE = [
    sys.executable,
    "-c",
    "import sys, tomllib, pathlib\n"
    "for path in pathlib.Path(sys.argv[1]).iterdir(): tomllib.loads(path.read_text())",
]
# What a process says of itself: a number from outside would count in what it was started from.
PEAK = """
import resource, sys
from pathlib import Path
from mile18.cli import main
main(sys.argv[1:])
try:
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(peak, file=sys.stderr)
"""
FRAME = 1000 / 60
OPENINGS = 5


def rows() -> Iterator[Row]:
    """Time against bare tomllib, first rows on the screen, and how memory grows with the count."""
    home = Path(os.environ["HOME"])
    for count in COUNTS:
        folder = home / f"athletes-{count}"
        fill(folder, count)
        yield _time(folder, count)
        yield asyncio.run(_first_rows(folder, count))
    few, many = (_peak(home / f"athletes-{count}") for count in COUNTS)
    yield Row("memory of mile18 list, 10,000", "mile18 list, 1,000", many, few, "MB", 1.5)


def _time(folder: Path, count: int) -> Row:
    takes = {
        "list": lambda: seconds(lambda: _run([*LIST, str(folder)])),
        "bare": lambda: seconds(lambda: _run([*BARE, str(folder)])),
    }
    found = in_turns(takes, rounds=12 if count < COUNTS[-1] else 4)
    return Row(
        f"mile18 list of {count:,}",
        "tomllib.loads of the same",
        1000 * found["list"],
        1000 * found["bare"],
        "ms",
        1.5,
    )


async def _first_rows(folder: Path, count: int) -> Row:
    """From the opening of the screen to its first frame with rows, against an empty folder."""
    full: list[float] = []
    empty: list[float] = []
    for _ in range(OPENINGS):
        full += await _opened(folder)
        empty += await _opened(folder / "none")
    bare = statistics.median(empty)
    return Row(
        f"first rows of {count:,} painted",
        "the screen without a race",
        statistics.median(full),
        bare,
        "ms",
        bare + FRAME,
        aims_at_ratio=False,
    )


async def _opened(folder: Path) -> list[float]:
    """Some openings of the screen in one app, in milliseconds."""
    from datetime import datetime

    from mile18.storage.store import Store
    from mile18.tui.app import Mile18
    from mile18.tui.races.list import RaceList
    from mile18.tui.races.screen import ProfilesScreen

    now = datetime.fromisoformat(f"{TODAY}T09:00")
    app = Mile18(Store(folder), now=lambda: now)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(OPENINGS):
            painted = asyncio.Event()
            start = time.perf_counter()
            screen = ProfilesScreen()
            await app.push_screen(screen)
            screen.call_after_refresh(painted.set)
            await painted.wait()
            times.append(1000 * (time.perf_counter() - start))
            assert any(row.readable for row in screen.query_one(RaceList).rows) == folder.exists()
            await screen.dismiss()
            await pilot.pause()
    return times


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _peak(folder: Path) -> float:
    """The most memory that the command held at once, in MB; the median of three runs."""
    arguments = ["list", "--today", TODAY, "--profiles", str(folder)]
    runs = [
        subprocess.run(
            [sys.executable, "-c", PEAK, *arguments], check=True, capture_output=True, text=True
        )
        for _ in range(3)
    ]
    return statistics.median(float(run.stderr) for run in runs)
