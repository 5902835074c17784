"""What `make faults` prints: how often saving was disturbed, in which ways, and what was lost by it.

Killed processes show that files are replaced as a whole; what a power cut leaves depends on the
disk too, and is not shown.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "support"))

from full_disk import full_disk
from kill_app import kill_app
from kill_saves import kill_saves
from rivals import rivalry
from small_disk import NoSmallDiskError


def main() -> int:
    """Run the four, each on a folder of its own; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=3000, help="of a process that saves")
    parser.add_argument("--app-kills", type=int, default=25, help="of the app, being typed into")
    parser.add_argument("--full", type=int, default=3000, help="saves on a disk full now and then")
    parser.add_argument("--rivals", type=int, default=30, help="pairs of writers, 100 saves each")
    parser.add_argument("--seed", type=int, default=18)
    options = parser.parse_args()
    seed = options.seed
    parts: tuple[tuple[str, Callable[[Path], tuple[str, bool]]], ...] = (
        ("saves killed", lambda folder: _kills(folder, options.kills, seed)),
        ("app killed", lambda folder: _app_kills(folder, options.app_kills, seed)),
        ("full disk", lambda folder: _full(folder, options.full, seed)),
        ("two writers", lambda folder: _rivals(folder, options.rivals)),
    )
    good = True
    for title, run in parts:
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="mile18-faults-") as folder:
            said, fine = run(Path(folder))
        good = good and fine
        print(f"{title:<13} {said}  ({time.monotonic() - start:.0f} s)", flush=True)
    return 0 if good else 1


def _kills(folder: Path, runs: int, seed: int) -> tuple[str, bool]:
    if not hasattr(os, "fork"):
        return "left out: the processes to kill are forked", True
    counts = kill_saves(folder, runs, seed)
    return (
        f"{counts.runs} kills, {counts.cut_off} in the middle of a save, {counts.saves} saves: "
        f"torn {counts.torn}, empty {counts.empty}, torn versions {counts.torn_versions}, "
        f"lost {counts.lost}"
    ), counts.good


def _app_kills(folder: Path, runs: int, seed: int) -> tuple[str, bool]:
    counts = kill_app(folder, runs, seed)
    return (
        f"{counts.runs} kills, {counts.letters} letters typed: torn {counts.torn}, "
        f"lost though due {counts.lost}; {counts.pending} letters were not due yet, "
        f"the oldest {counts.oldest_lost:.1f} s old"
    ), counts.good


def _full(folder: Path, saves: int, seed: int) -> tuple[str, bool]:
    try:
        counts = full_disk(folder, saves, seed)
    except NoSmallDiskError as error:
        return f"left out: {error}", True
    return (
        f"{counts.saves} saves done, {counts.without_version} of them without room for a version, "
        f"{counts.refused} refused: torn {counts.torn}, lost {counts.lost}, "
        f"left lying about {counts.left_over}"
    ), counts.good


def _rivals(folder: Path, pairs: int) -> tuple[str, bool]:
    all_of_them = []
    for pair in range(pairs):
        (folder / str(pair)).mkdir()
        all_of_them.append(rivalry(folder / str(pair), 100))
    saves, noticed, torn, lost = (
        sum(getattr(each, name) for each in all_of_them)
        for name in ("saves", "noticed", "torn", "lost")
    )
    said = f"{pairs} pairs, {saves} saves, {noticed} changes noticed: torn {torn}, lost {lost}"
    return said, not torn and not lost


if __name__ == "__main__":
    sys.exit(main())
