"""What files of watches and apps hold: sessions, nights, weighings, as plain values."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Literal

from msgspec import Struct

Sport = Literal["run", "strength", "other"]


class RecordError(Exception):
    """What is wrong with a file, as a part of a sentence that its name begins."""


class Track(Struct, frozen=True):
    """Seconds and metres since the start, and the spans in which the watch was stopped."""

    seconds: Sequence[float]
    metres: Sequence[float]
    pauses: tuple[tuple[float, float], ...] = ()


class Activity(Struct, frozen=True, kw_only=True):
    """One session by the clock where it was: metres, seconds on the watch and in all.

    None is not known. `track` reads the points when they are needed; `incomplete` says that the
    file ends early, `rounded` that a list shows its metres to two decimals of some unit.
    """

    start: datetime
    sport: Sport
    source: str
    metres: float | None = None
    timer: float | None = None
    elapsed: float | None = None
    celsius: float | None = None
    incomplete: bool = False
    rounded: bool = False
    track: Callable[[], Track | None] | None = None


class Night(Struct, frozen=True, kw_only=True):
    """The hours asleep of one main sleep, by the local day of waking."""

    wake: date
    hours: float
    source: str


class Weighing(Struct, frozen=True, kw_only=True):
    """A body weight in kg, by the local clock."""

    when: datetime
    kg: float
    source: str


class Contents(Struct, kw_only=True):
    """All that was read; `problems` are sentences, `left_out` counts by what and why.

    `unit_is_open` says that a list names no unit, and was read in the one that is usual here.
    """

    activities: list[Activity] = []
    nights: list[Night] = []
    weighings: list[Weighing] = []
    problems: list[str] = []
    left_out: dict[tuple[str, str], int] = {}
    unit_is_open: bool = False

    def leave_out(self, what: str, why: str, count: int = 1) -> None:
        """Count something that is not taken."""
        self.left_out[what, why] = self.left_out.get((what, why), 0) + count

    def add(self, more: "Contents") -> None:
        """Take in what another reader found."""
        self.activities += more.activities
        self.nights += more.nights
        self.weighings += more.weighings
        self.problems += more.problems
        for (what, why), count in more.left_out.items():
            self.leave_out(what, why, count)
