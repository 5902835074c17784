"""The cramp screen: stop signs first, then muscle, stretch, restart and new finish, key by key."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mile18.evidence.stretches import MUSCLES
from mile18.plan.cramp.protocol import find_muscle, moment_of
from mile18.plan.cramp.state import ADJUST_SECONDS, HELPED, CrampState, Phase
from mile18.topics.health.episode import Episode
from mile18.tui.bars import ScreenKeys, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.cramp.clock import CrampClock, CrampFoot, timer
from mile18.tui.cramp.log import is_rehearsal, kept_in_log, logged_words, note, without
from mile18.tui.cramp.parts import reading
from mile18.tui.cramp.reading import Reading, drawn
from mile18.tui.cramp.scene import KEYS, Scene, by_the_clock, usual_muscles
from mile18.tui.cramp.stop_signs import StopSigns
from mile18.tui.exchange.outside import copy_text
from mile18.tui.page import GUTTER, Block, Page
from mile18.tui.state import RaceState
from mile18.units import clock

# Twice a second, so that the shown count never jumps over a second.
TICK_SECONDS = 0.5
FORGET_SECONDS = 5

ONCE_CHOSEN = {
    "step",
    "again",
    "back_step",
    "helped",
    "say",
    "adjust",
    "slower",
    "copy",
    "forget",
}


def steady_seconds() -> float:
    """Seconds of a clock that nobody sets and that goes on while the machine sleeps, if it has one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def _quiet(*keys: tuple[str, str, str, str, str]) -> list[Binding]:
    """Bindings that are named on the screen where they matter, so the last line has room."""
    return [
        Binding(key, action, word, id=f"cramp-{name}", tooltip=told, show=False)
        for key, action, word, name, told in keys
    ]


class CrampScreen(BaseScreen[None]):
    """One cramp, from the first key to the end of the hour after it.

    The state lives in the app, so that leaving the screen loses no count.
    """

    CSS_PATH = "cramp.tcss"
    must_stay_in_sight: ClassVar[bool] = True
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,question_mark", "signs", "signs", id="cramp-signs", tooltip="Stop signs"),
        Binding("escape", "back", "back", id="cramp-back", tooltip="Leave; the count goes on"),
        Binding("w", "helped", "helped", id="cramp-helped", tooltip="Say what helped"),
        Binding("e", "evidence", "sources", id="cramp-sources", tooltip="Where this comes from"),
        Binding("m", "several", "several", id="cramp-several", tooltip="Several muscles at once"),
        Binding("p", "slower", "slower", id="cramp-slower", tooltip="5 or 10% slower"),
        Binding(
            "space",
            "step",
            "next step",
            id="cramp-step",
            tooltip="It let go; walking now; running again",
            show=False,
            priority=True,
        ),
        Binding("r", "again", "it came back", id="cramp-again", tooltip="Hold again", show=False),
        *_quiet(
            ("enter", "usual", "as before", "usual", "The muscle that cramped last"),
            ("b", "back_step", "one step back", "back-step", "A step was pressed too early"),
            ("k", "suggestion", "take the suggested km", "suggestion", "By clock and goal pace"),
            ("backspace", "erase", "erase a digit", "erase", "Of the km; digits type it"),
            ("plus,equals_sign", "adjust(1)", "stopped longer", "more", "Adds to the time lost"),
            ("minus", "adjust(-1)", "stopped less", "less", "Takes from the time lost"),
            ("y", "copy", "copy", "copy", "This cramp as a line of text"),
            ("o", "keep", "keep", "keep", "A real cramp, though it is not race day: keep it"),
            ("x", "forget", "forget", "forget", "Twice: this cramp was a try"),
            *((m.key, f"muscle('{m.id}')", m.label, m.id, m.heading) for m in MUSCLES),
        ),
    ]
    app: RaceState

    def __init__(
        self,
        muscle: str | None = None,
        km: float | None = None,
        *,
        seconds: Callable[[], float] = steady_seconds,
    ) -> None:
        """Start the count for `muscle` (any name that the protocol knows), at `km`, if given."""
        super().__init__()
        self._muscle = muscle
        self._km = km
        self._seconds = seconds
        self._helping = False
        self._forget_until = 0.0
        self._reading: Reading | None = None

    # The state, and all that follows from it

    @property
    def state(self) -> CrampState:
        """Where the cramp stands, kept by the app."""
        return self.app.cramp_state

    @property
    def scene(self) -> Scene:
        """All that is drawn."""
        state, session = self.state, self.app.session
        profile = session.profile if session else None
        return Scene(
            state=state,
            now=self._seconds(),
            moment=moment_of(profile),
            units=self.app.units,
            has_profile=session is not None,
            usual=usual_muscles(profile),
            suggestion=by_the_clock(profile, state.at),
            logged=logged_words(
                state,
                self._episodes,
                self.app.units,
                self._keys()["keep"] if self._is_rehearsal(state) else "",
            ),
            helping=self._helping,
            forgetting=self._seconds() < self._forget_until,
            keys=self._keys(),
        )

    def _keys(self) -> Mapping[str, str]:
        """The signs of the keys, as the runner may have set them."""
        shown = dict(KEYS)
        for active in reversed(self.active_bindings.values()):
            name = (active.binding.id or "").removeprefix("cramp-")
            if name in shown:
                shown[name] = self.app.get_key_display(active.binding)
        return shown

    @property
    def _episodes(self) -> tuple[Episode, ...] | None:
        """The runner's log; None while no profile is open."""
        session = self.app.session
        return None if session is None else session.profile.health.episodes or ()

    def _go(self, after: CrampState) -> None:
        """Take the next state, keep what belongs into the log, and show it."""
        before = self.state
        self.app.cramp_state = self._log(after)
        self._forget_until = 0.0
        if (before.phase, before.muscle, before.at) != (after.phase, after.muscle, after.at):
            self._helping = False
            self.query_one(Page).action_edge(0)
            self.refresh_bindings()
            self.query_one(ScreenKeys).refresh()
        self.show()

    def _is_rehearsal(self, state: CrampState) -> bool:
        session = self.app.session
        race_day = session.profile.race.date if session else None
        return is_rehearsal(state, race_day, self.app.today)

    def _log(self, state: CrampState) -> CrampState:
        episode = state.episode()
        log = self._episodes
        if log is None or episode is None or episode == state.written:
            return state
        if self._is_rehearsal(state):
            return state
        changed = kept_in_log(log, state.written, episode)
        if changed is None:
            return state
        self.app.record("health.episodes", changed)
        return replace(state, written=episode)

    # Drawing

    def compose(self) -> ComposeResult:
        """Title, stop signs, clock, reading, finish, keys."""
        yield TitleBar()
        yield StopSigns()
        yield CrampClock()
        yield Page(self._draw)
        yield CrampFoot()
        yield ScreenKeys()

    def on_mount(self) -> None:
        """Go on where the cramp stood, or start the one that was asked for."""
        now = self._seconds()
        state = self.state.opened(now)
        if self._muscle and state.phase is Phase.CHOOSE:
            state = state.choose(find_muscle(self._muscle).id, now, self.app.now())
        if self._km is not None and not state.place:
            state = state.at_km(self._km, self.app.units.distance)
        self._go(state)
        self.watch(self.app, "units", self.show, init=False)
        self.set_interval(TICK_SECONDS, self.show)

    def on_resize(self) -> None:
        """Draw for the new size, once it is laid out."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Draw what has changed, for this second."""
        scene = self.scene
        title = self.query_one(TitleBar)
        name = scene.moment.race_name
        title.title = f"Cramp · {name}" if name else "Cramp"
        title.state = "Esc back"
        self.query_one(StopSigns).key = scene.keys["signs"]
        self.query_one(CrampClock).timer = timer(scene)
        foot = self.query_one(CrampFoot)
        foot.words = scene.foot
        left = scene.state.watch(scene.now)
        foot.aside = f"watch {clock(left)}" if left and scene.state.phase is not Phase.RUN else ""
        found = reading(scene)
        if found != self._reading:
            self._reading = found
            self.query_one(Page).redraw()

    def _draw(self, width: int) -> list[Block]:
        if self._reading is None:
            return []
        room = self.query_one(Page).scrollable_content_region
        return list(drawn(self._reading, max(width, room.width - GUTTER), room.height))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before a muscle is chosen, only the keys that lead there work."""
        if action in ONCE_CHOSEN and self.state.phase is Phase.CHOOSE:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Digits are the kilometre, or the numbers of what helped while that list is open."""
        sign = event.character or ""
        if len(sign) != 1 or sign not in "0123456789.,":
            return
        event.stop()
        if not self._helping:
            self._go(self.state.type(sign, self.app.units.distance))
        elif sign.isdigit() and 1 <= int(sign) <= len(HELPED):
            self.action_say(list(HELPED)[int(sign) - 1])

    def action_muscle(self, muscle: str) -> None:
        """This muscle cramps."""
        self._go(self.state.choose(muscle, self._seconds(), self.app.now()))

    def action_usual(self) -> None:
        """The muscle that cramped before."""
        usual = self.scene.usual
        if usual and self.state.phase is Phase.CHOOSE:
            self.action_muscle(usual[0])

    def action_step(self) -> None:
        """It let go; walking; running again."""
        self._go(self.state.step(self._seconds()))

    def action_again(self) -> None:
        """It came back."""
        self._go(self.state.again(self._seconds(), self.app.now()))

    def action_back_step(self) -> None:
        """The last step was pressed too early."""
        self._go(self.state.back())

    def action_erase(self) -> None:
        """Take a digit back."""
        self._go(self.state.erase())

    def action_suggestion(self) -> None:
        """Take the km that clock and goal pace suggest."""
        km = self.scene.suggestion
        if km is not None and not self.state.place:
            self._go(self.state.at_km(km, self.app.units.distance))

    def action_adjust(self, direction: int) -> None:
        """More or less time stopped."""
        self._go(self.state.adjust(direction * ADJUST_SECONDS, self._seconds()))

    def action_slower(self) -> None:
        """The other slower pace."""
        self._go(self.state.turn_slower())

    def action_helped(self) -> None:
        """Open or close the list of what helped."""
        self._helping = not self._helping
        self.query_one(Page).action_edge(0)
        self.show()

    def action_say(self, what: str) -> None:
        """Say or unsay that this helped."""
        self._go(self.state.toggle(what))

    def action_forget(self) -> None:
        """Asked twice: take this cramp out of the log and start anew."""
        if self._seconds() >= self._forget_until:
            self._forget_until = self._seconds() + FORGET_SECONDS
            self.show()
            return
        state = self.state
        log = self._episodes
        if log and state.written is not None:
            self.app.record("health.episodes", without(log, state.written) or None)
        self._go(CrampState())

    def action_keep(self) -> None:
        """Keep this cramp in the log, although it is not race day."""
        self._go(replace(self.state, real=True))

    def action_copy(self) -> None:
        """The cramp as a line of text, for another app."""
        episode = self.state.episode()
        if episode is None:
            self.app.warn("There is nothing to copy before it lets go.", severity="information")
            return
        text = note(episode, self.app.units)
        copied = copy_text(self.app, text)
        said = "Copied" if copied else "This terminal may not let mile18 copy. To type off"
        self.app.warn(f"{said}: {text}", severity="information")

    def action_signs(self) -> None:
        """Every stop sign in full, and what to do."""
        self._push_signs(several=False)

    def action_several(self) -> None:
        """Several muscles at once."""
        self._push_signs(several=True)

    def _push_signs(self, *, several: bool) -> None:
        from mile18.tui.cramp.stop_signs import StopSignsScreen

        low_sugar = self.scene.moment.low_sugar
        self.app.push_screen(StopSignsScreen(several=several, low_sugar=low_sugar))

    def action_evidence(self) -> None:
        """The claims behind what is shown."""
        from mile18.tui.dialogs.evidence import EvidenceScreen

        found = reading(self.scene)
        self.app.push_screen(EvidenceScreen(found.title, found.why, found.evidence))

    def action_back(self) -> None:
        """Close the list, or leave; the count goes on."""
        if self._helping:
            self.action_helped()
        else:
            self.dismiss()
