"""Saves on a real disk that is full at some moments and has room at others; counts what was lost.

The disk is a small tmpfs. Every other save finds it filled up to a number of pages drawn from the
seed. A save that is refused must leave the file of the last one byte for byte, and nothing else.
"""

import random
from dataclasses import dataclass
from pathlib import Path

from counted_saves import FIRST, left_over, profile_of, save, save_of
from small_disk import fill, small_disk

from mile18.storage.problem import StorageError
from mile18.storage.store import Store


@dataclass
class Counts:
    """What the saves came to: `lost` is a file that is not what the last save wrote."""

    saves: int = 0
    refused: int = 0
    without_version: int = 0
    torn: int = 0
    lost: int = 0
    left_over: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing was lost, and the disk was full now and then."""
        return not (self.torn or self.lost or self.left_over) and bool(self.refused)


def full_disk(folder: Path, saves: int, seed: int) -> Counts:
    """Save so many times on a small disk at `folder`; raises NoSmallDiskError."""
    dice, counts = random.Random(seed), Counts()
    with small_disk(folder):
        store = Store(folder)
        opened = store.create("race", profile_of("0", FIRST))
        for number in range(1, saves + 1):
            if full := number % 2:
                filler = fill(folder, but_pages=dice.choice((0, 0, 1, 2, 3)))
            try:
                opened = save(store, opened, str(number), number, hourly=True)
                counts.saves += 1
                counts.without_version += bool(opened.not_kept)
            except StorageError:
                counts.refused += 1
            counts.torn += not save_of(opened.path)
            counts.lost += opened.path.read_bytes() != opened.content
            counts.left_over += len(left_over(folder))
            if full:
                filler.unlink()
    return counts
