"""Where a cramp stands: an immutable value, and one method for each thing that can happen.

Two clocks are passed in: `now`, seconds of a clock that nobody sets, for every count; and the time
of day, only for the log.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from mile18.evidence.cramp_steps import RECURRENCE_SECONDS
from mile18.plan.cramp.protocol import SLOWER_BY, USUAL_SLOWER
from mile18.question import questions
from mile18.topics.health.episode import Episode
from mile18.units import number, to_si

DOUBLE_PRESS_SECONDS: Final = 1.0
STALE_SECONDS: Final = 24 * 3600
ADJUST_SECONDS: Final = 10
FARTHEST_KM: Final = 250
LONGEST_STOP: Final = 12 * 3600
HELPED: Final[Mapping[str, str]] = next(
    question.choices for question in questions(Episode) if question.key == "helped"
)
NOTHING: Final = "nothing"
_PLACE = re.compile(r"\d{1,3}(?:\.\d?)?")


class Phase(StrEnum):
    """What the runner is doing about the cramp."""

    CHOOSE = "choose"
    HOLD = "hold"
    REST = "rest"
    WALK = "walk"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class CrampState:
    """One cramp from the first key to the end of the hour after it.

    `began` is when the runner stopped, `since` when this phase started, `let_go` when the muscle
    last let go, `ran` when the runner ran again: seconds of the clock that nobody sets. `real` says
    that it belongs into the log although it is not race day.
    `earlier` is the time that cramps before this one took, `slow_from` the km of the first of them.
    """

    phase: Phase = Phase.CHOOSE
    muscle: str = ""
    at: datetime | None = None
    began: float = 0.0
    since: float = 0.0
    held: float = 0.0
    let_go: float | None = None
    ran: float | None = None
    came_back: int = 0
    place: str = ""
    unit: str = "km"
    adjusted: int = 0
    slower: float = USUAL_SLOWER
    helped: tuple[str, ...] = ()
    earlier: float = 0.0
    slow_from: float | None = None
    written: Episode | None = None
    real: bool = False
    before: "CrampState | None" = None

    # What follows from it

    @property
    def km(self) -> float | None:
        """The kilometre of this cramp, whatever unit it was typed in."""
        return to_si(float(self.place), self.unit, "km") if self.place else None

    def in_phase(self, now: float) -> float:
        """Seconds since this phase began: the count of a hold or a walk."""
        return max(0.0, now - self.since)

    def stopped(self, now: float) -> float:
        """Seconds that this cramp has cost until the runner ran again, as adjusted by hand."""
        if self.phase is Phase.CHOOSE:
            return 0.0
        until = now if self.ran is None else self.ran
        return max(0.0, until - self.began + self.adjusted)

    def lost(self, now: float) -> float:
        """Seconds stood still in all, with the cramps before this one."""
        return self.earlier + self.stopped(now)

    def watch(self, now: float) -> float:
        """Seconds left of the hour in which the muscle cramps again easily (recurrence-window)."""
        if self.let_go is None:
            return 0.0
        return max(0.0, RECURRENCE_SECONDS - (now - self.let_go))

    def episode(self) -> Episode | None:
        """The line for the log; None before the muscle let go for the first time."""
        if self.let_go is None or self.at is None:
            return None
        return Episode(
            date=self.at.date(),
            time=self.at.time().replace(second=0, microsecond=0),
            km=self.km,
            muscle=self.muscle,  # type: ignore[arg-type]
            helped=self.helped or None,  # type: ignore[arg-type]
            stopped=None if self.ran is None else min(round(self.stopped(self.ran)), LONGEST_STOP),
        )

    # What can happen

    def choose(self, muscle: str, now: float, at: datetime) -> "CrampState":
        """This muscle cramps: its count starts.

        A slip of the finger while holding only changes the stretch. Once a muscle has let go,
        another one is another cramp, and the same one is the cramp that came back.
        """
        if self.phase is Phase.CHOOSE:
            return replace(
                self, phase=Phase.HOLD, muscle=muscle, at=at, began=now, since=now, before=None
            )
        if muscle == self.muscle:
            return self.again(now, at)
        if self.let_go is None:
            return replace(self, muscle=muscle, since=now, before=self._kept())
        return self._another(muscle, now, at)

    def step(self, now: float) -> "CrampState":
        """The next step: it let go, walking, running again. A double press counts once."""
        if now - self.since < DOUBLE_PRESS_SECONDS:
            return self
        match self.phase:
            case Phase.HOLD:
                after = replace(self, phase=Phase.REST, held=self.in_phase(now), let_go=now)
            case Phase.REST:
                after = replace(self, phase=Phase.WALK)
            case Phase.WALK:
                after = replace(self, phase=Phase.RUN, ran=now)
            case _:
                return self
        return replace(after, since=now, before=self._kept())

    def again(self, now: float, at: datetime) -> "CrampState":
        """The cramp came back: a new count, and a new cramp if the runner ran in between."""
        match self.phase:
            case Phase.REST | Phase.WALK:
                return replace(
                    self,
                    phase=Phase.HOLD,
                    since=now,
                    came_back=self.came_back + 1,
                    before=self._kept(),
                )
            case Phase.RUN:
                return self._another(self.muscle, now, at)
            case _:
                return self

    def back(self) -> "CrampState":
        """Take the last step back, its count running on; what was entered since is kept."""
        before = self.before
        if before is None:
            return self
        if before.at != self.at:
            return before
        return replace(
            before,
            place=self.place,
            unit=self.unit,
            adjusted=self.adjusted,
            slower=self.slower,
            helped=self.helped,
            written=self.written,
        )

    def type(self, character: str, unit: str) -> "CrampState":
        """Add a digit or the decimal point to the place of the cramp, up to 250 km."""
        place = self.place + character.replace(",", ".")
        unit = self.unit if self.place else unit
        if self.place == "0" and character.isdigit():
            place = character
        if not _PLACE.fullmatch(place) or (to_si(float(place), unit, "km") or 0) > FARTHEST_KM:
            return self
        return replace(self, place=place, unit=unit)

    def erase(self) -> "CrampState":
        """Take the last character of the place back."""
        return replace(self, place=self.place[:-1])

    def at_km(self, km: float, unit: str) -> "CrampState":
        """Take a known place, in the runner's unit."""
        shown = number(km if unit == "km" else km / (to_si(1, unit, "km") or 1), 1)
        return replace(self, place=shown, unit=unit)

    def adjust(self, seconds: int, now: float) -> "CrampState":
        """Add to the time stopped, or take from it; it never falls below nothing."""
        if self.phase is Phase.CHOOSE:
            return self
        counted = self.stopped(now) - self.adjusted
        return replace(self, adjusted=max(self.adjusted + seconds, -int(counted)))

    def turn_slower(self) -> "CrampState":
        """The next of the slower paces."""
        at = SLOWER_BY.index(self.slower) + 1
        return replace(self, slower=SLOWER_BY[at % len(SLOWER_BY)])

    def toggle(self, what: str) -> "CrampState":
        """Say or unsay that something helped; nothing and something exclude each other."""
        if what in self.helped:
            return replace(self, helped=tuple(each for each in self.helped if each != what))
        others = () if what == NOTHING else tuple(h for h in self.helped if h != NOTHING)
        return replace(self, helped=tuple(each for each in HELPED if each in (*others, what)))

    def opened(self, now: float) -> "CrampState":
        """The state on coming back to the screen: as it was left, or fresh after a day."""
        stale = self.phase is not Phase.CHOOSE and now - self.began > STALE_SECONDS
        return CrampState() if stale else self

    def _kept(self) -> "CrampState":
        return replace(self, before=None)

    def _another(self, muscle: str, now: float, at: datetime) -> "CrampState":
        moved_on = self.phase is Phase.RUN
        return CrampState(
            phase=Phase.HOLD,
            muscle=muscle,
            at=at,
            began=now,
            since=now,
            place="" if moved_on else self.place,
            unit=self.unit,
            slower=self.slower,
            earlier=self.lost(now),
            slow_from=self.km if self.slow_from is None else self.slow_from,
            before=self._kept(),
        )
