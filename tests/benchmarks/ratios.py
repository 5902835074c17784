"""What every benchmark shares: rows of the table, clean surroundings, runs taken in turns."""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 12
EXAMPLE = "flying-pig"
TODAY = "2027-04-20"


@dataclass(frozen=True)
class Row:
    """One line of the table: medians of both sides, and what is aimed at.

    The aim holds for the ratio of the two, or for `measured` itself if `aims_at_ratio` is False.
    """

    what: str
    baseline_name: str
    measured: float
    baseline: float
    unit: str
    aim: float
    aims_at_ratio: bool = True

    @property
    def ratio(self) -> float:
        """How many times the baseline it takes."""
        return self.measured / self.baseline

    @property
    def met(self) -> bool:
        """Whether the aim is met."""
        return (self.ratio if self.aims_at_ratio else self.measured) <= self.aim


def in_turns(takes: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of each take; all are taken once a round, so that a busy minute hits all alike."""
    for take in takes.values():
        take()
    found: dict[str, list[float]] = {name: [] for name in takes}
    for _ in range(rounds):
        for name, take in takes.items():
            found[name].append(take())
    return {name: statistics.median(values) for name, values in found.items()}


def seconds(action: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@contextmanager
def surroundings() -> Iterator[Path]:
    """A home with one complete profile, byte code kept there too; the variables are set for good."""
    for name in [*os.environ]:
        if name.startswith(("PYTHON", "TEXTUAL", "MILE18", "XDG_")) or name == "NO_COLOR":
            del os.environ[name]
    with tempfile.TemporaryDirectory(prefix="mile18-bench-") as folder:
        home = Path(folder)
        os.environ.update(
            HOME=folder,
            MILE18_HOME=str(home / "mile18"),
            PYTHONPYCACHEPREFIX=str(home / "byte-code"),
            TERM="xterm-256color",
            COLORTERM="truecolor",
        )
        sys.pycache_prefix = str(home / "byte-code")
        import mile18

        profiles = home / "mile18" / "profiles"
        profiles.mkdir(parents=True)
        shutil.copy(Path(mile18.__file__).parent / "examples" / f"{EXAMPLE}.toml", profiles)
        yield home
