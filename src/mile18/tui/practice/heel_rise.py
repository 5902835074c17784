"""The heel-rise test: a beat to rise to, a count for each leg, and the log of tests."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.topics.training.heel_rise import (
    BEATS_A_MINUTE,
    EVIDENCE,
    HOW,
    MEDIAN,
    too_late,
    trend,
)
from mile18.topics.training.questions import HeelRise
from mile18.tui.bars import ScreenKeys, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.state import RaceState

Leg = Literal["left", "right"]
BEAT = 60 / BEATS_A_MINUTE
TOO_LATE = "Not in race week: a test leaves the calves sore. After the race is the time for it."


@dataclass(frozen=True, slots=True)
class Beats:
    """Which leg, since when the beat runs (None while it rests), and the rises of each leg.

    A time is in seconds of any clock that only goes forward.
    """

    leg: Leg = "left"
    since: float | None = None
    left: int | None = None
    right: int | None = None

    def rises(self, now: float) -> int:
        """Whole rises so far: up on one beat, down on the next."""
        return 0 if self.since is None else int((now - self.since) / (2 * BEAT) + 1e-9)

    def up(self, now: float) -> bool:
        """Whether this beat is one to rise on."""
        return self.since is not None and int((now - self.since) / BEAT + 1e-9) % 2 == 0

    def turned(self, now: float) -> "Beats":
        """Started, or ended with the rises of this leg kept and the other leg next."""
        if self.since is None:
            return replace(self, since=now)
        count = self.rises(now)
        if self.leg == "left":
            return replace(self, since=None, left=count, leg="right")
        return replace(self, since=None, right=count, leg="left")

    def other_leg(self) -> "Beats":
        """The other leg, while the beat rests."""
        return self if self.since is not None else replace(self, leg=_OTHER[self.leg])


_OTHER: dict[Leg, Leg] = {"left": "right", "right": "left"}


class HeelRiseScreen(BaseScreen[None]):
    """One test; what it counted goes into the log when the runner says so."""

    CSS_PATH = "heel_rise.tcss"
    must_stay_in_sight: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "start, end", id="heel-turn", tooltip="Start or end a leg"),
        Binding("l", "leg", "other leg", id="heel-leg", tooltip="Begin with the other leg"),
        Binding("enter", "keep", "keep", id="heel-keep", tooltip="Note the test in the log"),
        Binding("escape", "back", "back", id="heel-back", tooltip="Leave"),
        Binding("e,f4,ctrl+e", "evidence", "sources", id="heel-sources", tooltip=MEDIAN.text),
    ]
    app: RaceState

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        """Wait for the first beat; `seconds` is the clock."""
        super().__init__()
        self._seconds = seconds
        self.beats = Beats()

    def compose(self) -> ComposeResult:
        """Title, the beat and the counts, how it is done."""
        yield TitleBar()
        with Vertical():
            yield Static(id="beat")
            yield Static(id="counts")
            yield Static(id="trend")
            yield Static(id="how")
        yield ScreenKeys()

    def on_mount(self) -> None:
        """Draw, and go on drawing."""
        title = self.query_one(TitleBar)
        title.title = f"Heel rises: {BEATS_A_MINUTE} beats a minute"
        title.state = "Esc back"
        self.show()
        self.set_interval(BEAT / 4, self.show)

    @property
    def _tests(self) -> tuple[HeelRise, ...]:
        profile = self.app.profile
        return (profile.training.heel_rises or ()) if profile else ()

    @property
    def _is_late(self) -> bool:
        readiness = self.app.readiness
        return readiness is not None and too_late(readiness.countdown.days)

    def show(self) -> None:
        """Draw this moment."""
        now, beats = self._seconds(), self.beats
        self._say("#beat", self._word(now))
        counts = (f"{leg} {'–' if count is None else count}" for leg, count in _counts(beats))
        self._say("#counts", " · ".join(counts))
        self._say("#trend", " ".join(trend(self._tests)))
        self._say("#how", "\n".join(f"{at}  {each.text}" for at, each in enumerate(HOW, 1)))

    def _say(self, where: str, text: str) -> None:
        place = self.query_one(where, Static)
        if str(place.content) != text:
            place.update(Content(text))

    def _word(self, now: float) -> str:
        beats = self.beats
        if self._is_late:
            return TOO_LATE
        if beats.since is None:
            return f"{beats.leg} leg: space starts the beat"
        return f"{'▲ up' if beats.up(now) else '▼ down'}  {beats.rises(now)}"

    def action_turn(self) -> None:
        """Start or end a leg."""
        if not self._is_late:
            self.beats = self.beats.turned(self._seconds())
            self.show()

    def action_leg(self) -> None:
        """The other leg."""
        self.beats = self.beats.other_leg()
        self.show()

    def action_keep(self) -> None:
        """Note what was counted, once, and leave."""
        beats = self.beats
        if beats.since is not None or (beats.left is None and beats.right is None):
            self.app.warn("There is nothing to keep yet.", severity="information")
            return
        if self.app.session is None:
            self.app.warn("Open a race first: the test is kept in its file.")
            return
        test = HeelRise(date=self.app.today, left=beats.left, right=beats.right)
        self.app.record("training.heel_rises", (*self._tests, test))
        self.dismiss()

    def action_evidence(self) -> None:
        """The claims behind it."""
        from mile18.tui.dialogs.evidence import EvidenceScreen

        self.app.push_screen(EvidenceScreen("Heel-rise test", MEDIAN.text, EVIDENCE))

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()


def _counts(beats: Beats) -> tuple[tuple[Leg, int | None], tuple[Leg, int | None]]:
    return ("left", beats.left), ("right", beats.right)
