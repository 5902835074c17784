"""Kills the app itself while someone types into it, and counts what is lost of the typing.

Each run is the app in a terminal of its own. Letters are typed, in every other run or so without
a pause worth the name, until SIGKILL comes at a moment drawn from the seed. What was typed before a
pause that is long enough must be on disk, and so must whatever is older than the longest time
between two saves.
"""

import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from terminal import Terminal

from mile18.profile import Profile
from mile18.storage.problem import Unreadable
from mile18.storage.store import Store, open_file
from mile18.tui.typed_ahead import SAVE_AFTER_SECONDS, SAVE_AT_LATEST_SECONDS

# A key takes a moment to become an answer, and a save to reach the disk.
SLACK = 1.0
LONGEST_RUN = 9.0


@dataclass
class Counts:
    """What the runs came to: `oldest_lost` is how long ago the oldest lost letter was typed."""

    runs: int = 0
    letters: int = 0
    torn: int = 0
    lost: int = 0
    pending: int = 0
    oldest_lost: float = 0

    @property
    def good(self) -> bool:
        """Whether nothing was torn, and nothing lost that should have been saved."""
        return not (self.torn or self.lost)


def kill_app(folder: Path, runs: int, seed: int) -> Counts:
    """Type into the app and kill it, so many times."""
    dice, counts = random.Random(seed), Counts()
    store = Store(folder / "profiles")
    env = os.environ | {"MILE18_HOME": str(folder), "TERM": "xterm-256color"}
    for run in range(runs):
        path = store.create(f"run-{run}", Profile()).path
        with Terminal([sys.executable, "-m", "mile18", f"run-{run}"], env) as terminal:
            terminal.seconds_until(b"Readiness")
            typed = _type(terminal, dice)
            terminal.process.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            terminal.process.wait()
        _judge(path, typed, killed, counts)
    return counts


def _type(terminal: Terminal, dice: random.Random) -> list[float]:
    """Type letters for a while; when each was typed."""
    typed: list[float] = []
    end = time.monotonic() + dice.uniform(0.2, LONGEST_RUN)
    pauses = dice.choice((0, 0.05))
    while time.monotonic() < end:
        terminal.press(_letter(len(typed)).encode())
        typed.append(time.monotonic())
        pause = dice.uniform(0.6, 1.8) if dice.random() < pauses else dice.uniform(0.02, 0.3)
        terminal.read_for(min(pause, max(0, end - time.monotonic())))
    return typed


def _letter(at: int) -> str:
    return chr(ord("a") + at % 26)


def _judge(path: Path, typed: list[float], killed: float, counts: Counts) -> None:
    counts.runs += 1
    counts.letters += len(typed)
    try:
        held = open_file(path).profile.race.name or ""
    except Unreadable:
        counts.torn += 1
        return
    counts.torn += held != "".join(map(_letter, range(len(held))))
    lost = typed[len(held) :]
    if not lost:
        return
    counts.pending += len(lost)
    counts.oldest_lost = max(counts.oldest_lost, killed - lost[0])
    later = [*lost[1:], killed]
    paused = any(
        after - before > SAVE_AFTER_SECONDS + SLACK
        for before, after in zip(lost, later, strict=True)
    )
    counts.lost += paused or killed - lost[0] > SAVE_AT_LATEST_SECONDS + SLACK
