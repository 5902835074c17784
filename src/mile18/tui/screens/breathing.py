"""Paced breathing: a disc to follow, in for 4 s and out for 6 s, five minutes."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.tui.base_screen import BaseScreen
from mile18.tui.breath import IN_SECONDS, OUT_SECONDS, TOTAL_SECONDS, Breath
from mile18.tui.widgets.bars import TitleBar
from mile18.tui.widgets.breath_disc import BreathDisc
from mile18.tui.widgets.screen_keys import ScreenKeys
from mile18.units import clock

if TYPE_CHECKING:
    from mile18.tui.app import Mile18

SMOOTH, COARSE = 0.1, 0.5
EVIDENCE = ("breathing-slow", "breathing-duration")
WHY = (
    "Slow breathing lowers heart rate and blood pressure a little; sessions under 5 minutes were "
    "of no help in most trials. No study links it to cramps."
)
HOW = "Sit or lie down, shoulders loose. If you feel dizzy, breathe as usual."


class BreathingScreen(BaseScreen[bool]):
    """One session; comes back with True once all five minutes are breathed."""

    CSS_PATH = "breathing.tcss"
    must_stay_in_sight: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn", "start", id="breathing-turn", tooltip="Start, pause, go on"),
        Binding("r", "restart", "again", id="breathing-restart", tooltip="From the beginning"),
        Binding("escape", "back", "back", id="breathing-back", tooltip="Leave"),
        Binding("e,f4,ctrl+e", "evidence", "sources", id="breathing-sources", tooltip=WHY),
    ]
    app: "Mile18"

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        """Wait for the first breath; `seconds` is the clock."""
        super().__init__()
        self._seconds = seconds
        self.breath = Breath()

    def compose(self) -> ComposeResult:
        """Title, the disc, the count below it, how to sit and why."""
        yield TitleBar()
        with Vertical():
            yield BreathDisc()
            yield Static(id="count")
            yield Static(id="left")
            yield Static(Content(HOW), id="how")
            yield Static(Content(WHY), id="why")
        yield ScreenKeys()

    def on_mount(self) -> None:
        """Draw, and go on drawing."""
        title = self.query_one(TitleBar)
        title.title = f"Breathe: in {IN_SECONDS} s, out {OUT_SECONDS} s, {TOTAL_SECONDS // 60} min"
        title.state = "Esc back"
        self.show()
        self.set_interval(self.step, self.show)

    @property
    def step(self) -> float:
        """Seconds between two drawings, more where animations are not wanted."""
        return COARSE if self.app.animation_level == "none" else SMOOTH

    def show(self) -> None:
        """Draw this moment."""
        breath, now = self.breath, self._seconds()
        self.query_one(BreathDisc).fullness = breath.fullness(now)
        self._say("#count", self._word(now), "bold")
        self._say("#left", f"{clock(-int(-breath.left(now)))} left", "")

    def _say(self, where: str, text: str, style: str) -> None:
        place = self.query_one(where, Static)
        if str(place.content) != text:
            place.update(Content.styled(text, style))

    def _word(self, now: float) -> str:
        breath = self.breath
        if breath.done(now):
            return f"{TOTAL_SECONDS // 60} minutes. Done."
        if not breath.running:
            return "paused: space goes on" if breath.breathed else "space starts"
        return f"{'in' if breath.inward(now) else 'out'}  {breath.count(now)}"

    def action_turn(self) -> None:
        """Start, pause or go on."""
        self.breath = self.breath.turned(self._seconds())
        self.show()

    def action_restart(self) -> None:
        """Back to the beginning, running if it ran."""
        now = self._seconds()
        self.breath = Breath(since=now if self.breath.running else None)
        self.show()

    def action_evidence(self) -> None:
        """The claims behind it."""
        from mile18.tui.screens.evidence import EvidenceScreen

        self.app.push_screen(EvidenceScreen("Slow breathing", WHY, EVIDENCE))

    def action_back(self) -> None:
        """Leave."""
        self.dismiss(self.breath.done(self._seconds()))
