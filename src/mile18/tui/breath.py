"""Paced breathing as it stands: in for 4 s, out for 6 s, five minutes; no clock of its own."""

from dataclasses import dataclass, replace
from math import cos, pi

IN_SECONDS, OUT_SECONDS = 4, 6
BREATH_SECONDS = IN_SECONDS + OUT_SECONDS
TOTAL_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Breath:
    """Seconds breathed so far, and since when the count runs (None while it rests).

    A time is in seconds of any clock that only goes forward.
    """

    breathed: float = 0.0
    since: float | None = None

    @property
    def running(self) -> bool:
        """Whether the count runs."""
        return self.since is not None

    def at(self, now: float) -> float:
        """Seconds breathed, all five minutes at most."""
        more = 0.0 if self.since is None else max(0.0, now - self.since)
        return min(float(TOTAL_SECONDS), self.breathed + more)

    def done(self, now: float) -> bool:
        """Whether all five minutes are breathed."""
        return self.at(now) >= TOTAL_SECONDS

    def turned(self, now: float) -> "Breath":
        """Started if it rests, resting if it runs; from the beginning once it is done."""
        if self.done(now):
            return Breath(since=now)
        if self.running:
            return replace(self, breathed=self.at(now), since=None)
        return replace(self, since=now)

    def left(self, now: float) -> float:
        """Seconds until the end."""
        return TOTAL_SECONDS - self.at(now)

    def inward(self, now: float) -> bool:
        """Whether the breath goes in; at the very end it is out."""
        return not self.done(now) and self.at(now) % BREATH_SECONDS < IN_SECONDS

    def count(self, now: float) -> int:
        """Whole seconds left of this breath in or out, from 4 or 6 down to 1; 0 at the end."""
        if self.done(now):
            return 0
        into = self.at(now) % BREATH_SECONDS
        return int((IN_SECONDS if into < IN_SECONDS else BREATH_SECONDS) - into - 1e-9) + 1

    def fullness(self, now: float) -> float:
        """How full the chest is, from 0 to 1, with soft turns."""
        if self.done(now):
            return 0.0
        into = self.at(now) % BREATH_SECONDS
        if into < IN_SECONDS:
            return (1 - cos(pi * into / IN_SECONDS)) / 2
        return (1 + cos(pi * (into - IN_SECONDS) / OUT_SECONDS)) / 2
