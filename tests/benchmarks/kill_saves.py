"""Kills a process in the middle of its saves, again and again, and counts what was torn or lost.

Each run is a process that saves other answers in a loop until SIGKILL comes, at a moment drawn from
the seed; every second one keeps a version at each save. A killed process shows that files are
replaced as a whole; what a power cut leaves depends on the disk too, and is not shown.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "support"))

from counted_saves import FIRST, left_over, profile_of, save, save_in_place, save_of

from mile18.storage.backups import versions
from mile18.storage.store import Store

LONGEST_WAIT = 0.008
NAME = "race"


@dataclass
class Counts:
    """What the runs came to: `torn` includes `empty`, `lost` is a file older than a save done."""

    runs: int = 0
    saves: int = 0
    cut_off: int = 0
    torn: int = 0
    empty: int = 0
    torn_versions: int = 0
    lost: int = 0

    @property
    def good(self) -> bool:
        """Whether no file was torn and no save lost."""
        return not (self.torn or self.torn_versions or self.lost)


def kill_saves(folder: Path, runs: int, seed: int, *, in_place: bool = False) -> Counts:
    """Run and kill so many processes that save one profile; `in_place` has them do it badly."""
    dice, counts, done = random.Random(seed), Counts(), 0
    store = Store(folder)
    path = store.create(NAME, profile_of("0", FIRST)).path
    for run in range(runs):
        wait = dice.uniform(0, LONGEST_WAIT)
        told = _killed(store, done, wait, hourly=run % 2 == 1, in_place=in_place)
        counts.runs += 1
        counts.saves += told - done
        counts.cut_off += bool(left := left_over(folder))
        for each in left:
            each.unlink()
        held = _judge(path, told, counts)
        counts.torn_versions += sum(not save_of(each.path) for each in versions(path)[:2])
        if held < 0:
            save_in_place(path, str(told))
        done = max(told, held)
    counts.torn_versions += sum(not save_of(each.path) for each in versions(path))
    return counts


def _judge(path: Path, told: int, counts: Counts) -> int:
    """Count what is wrong with the file after a kill; the number of the save that it holds."""
    held = int(save_of(path) or -1)
    counts.empty += not path.stat().st_size
    counts.torn += held < 0
    counts.lost += 0 <= held < told
    return held


def _killed(store: Store, done: int, wait: float, *, hourly: bool, in_place: bool) -> int:
    """Fork a process that saves, kill it, and return the number of the last save it told of."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            _save_for_ever(store, done, writer, hourly=hourly, in_place=in_place)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        first = pipe.read(8)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        told = first + pipe.read()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the saving process ended by itself")
    whole = told[: len(told) // 8 * 8]
    return int.from_bytes(whole[-8:], "big") if whole else done


def _save_for_ever(store: Store, done: int, writer: int, *, hourly: bool, in_place: bool) -> None:
    opened = store.load(NAME)
    while True:
        done += 1
        if in_place:
            save_in_place(opened.path, str(done))
        else:
            opened = save(store, opened, str(done), done, hourly=hourly)
        os.write(writer, done.to_bytes(8, "big"))


def main() -> int:
    """Print the counts; 1 if a file was torn or a save lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=18)
    parser.add_argument("--in-place", action="store_true", help="show that torn files are found")
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mile18-kill-") as folder:
        counts = kill_saves(Path(folder), options.runs, options.seed, in_place=options.in_place)
    print(
        f"kills {counts.runs}  in the middle of a save {counts.cut_off}  saves done {counts.saves}\n"
        f"torn {counts.torn}  empty {counts.empty}  torn versions {counts.torn_versions}  "
        f"lost {counts.lost}\n"
        f"{time.monotonic() - start:.1f} s, seed {options.seed}"
    )
    return 0 if counts.good else 1


if __name__ == "__main__":
    sys.exit(main())
