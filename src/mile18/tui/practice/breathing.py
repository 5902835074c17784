"""Paced breathing: a disc to follow, in for 4 s and out for 6 s, five minutes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, cos, floor, hypot, pi, sqrt
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from mile18.tui.bars import ScreenKeys, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.drawing import Drawn
from mile18.tui.state import RaceState
from mile18.units import clock

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


LEAST = 0.3
# Finer steps are not seen, and each one paints the disc anew.
STEPS = 80
RING = "·"
MUTED = "$foreground-muted"


class BreathDisc(Drawn):
    """The breath, drawn in the middle of the room there is."""

    fullness: reactive[float] = reactive(0.0)

    def validate_fullness(self, fullness: float) -> float:
        """In steps that can be seen."""
        return round(fullness * STEPS) / STEPS

    def draw(self, width: int, height: int) -> Content:
        """The disc and, outside of it, the ring."""
        return Content("\n").join(disc(self.fullness, width, height))


def disc(fullness: float, width: int, height: int) -> list[Content]:
    """The rows of a disc for a fullness from 0 to 1; a cell is one pixel wide and two high."""
    radius = _full(width, height) * (LEAST + (1 - LEAST) * fullness)
    down = (2 * height - 1) / 2
    rows = []
    for row, ring in enumerate(_ring(width, height)):
        upper = _filled(radius, 2 * row - down, width)
        lower = _filled(radius, 2 * row + 1 - down, width)
        inner, outer = sorted((upper, lower), key=len)
        if not outer:
            rows.append(Content.styled(ring, MUTED))
            continue
        inner = inner or range(outer.start, outer.start)
        half = "▄" if outer is lower else "▀"
        rows.append(
            Content.assemble(
                (ring[: outer.start], MUTED),
                (half * (inner.start - outer.start), "$accent"),
                # Where rows stand apart on screen, the background closes the gap between them.
                ("█" * len(inner), "$accent on $accent"),
                (half * (outer.stop - inner.stop), "$accent"),
                (ring[outer.stop :], MUTED),
            )
        )
    return rows


def _full(width: int, height: int) -> float:
    return min(width, 2 * height) / 2


def _filled(radius: float, above: float, width: int) -> range:
    """The columns of a pixel row so far from the middle that the disc covers."""
    if abs(above) >= radius:
        return range(0)
    across, half = (width - 1) / 2, sqrt(radius * radius - above * above)
    return range(floor(across - half) + 1, ceil(across + half))


@lru_cache(maxsize=2)
def _ring(width: int, height: int) -> tuple[str, ...]:
    full, across, down = _full(width, height), (width - 1) / 2, (height - 1) / 2

    def sign(column: int, row: int) -> str:
        far = hypot(column - across, 2 * (row - down))
        return RING if full - 1.2 <= far < full - 0.1 else " "

    return tuple("".join(sign(column, row) for column in range(width)) for row in range(height))


SMOOTH, COARSE = 0.1, 0.5
EVIDENCE = ("breathing-slow", "breathing-duration")
WHY = (
    "Slow breathing lowers heart rate and blood pressure a little. Sessions under 5 minutes did "
    "not help in most trials. No study links it to cramps."
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
    app: RaceState

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
        from mile18.tui.dialogs.evidence import EvidenceScreen

        self.app.push_screen(EvidenceScreen("Slow breathing", WHY, EVIDENCE))

    def action_back(self) -> None:
        """Leave."""
        self.dismiss(self.breath.done(self._seconds()))
