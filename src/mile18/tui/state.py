"""What the app knows while it runs: the open race, its readiness, the settings."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace
from textual.app import App
from textual.dom import DOMNode
from textual.reactive import var

from mile18.plan.history import with_point
from mile18.profile import Profile
from mile18.question import Question
from mile18.readiness import Readiness, assess
from mile18.storage.paths import remember
from mile18.storage.problem import StorageError
from mile18.storage.settings import Settings, save_settings
from mile18.storage.shelf import Shelf
from mile18.storage.store import Opened, Store
from mile18.topics.health.withheld import why
from mile18.tui.base_screen import BaseScreen
from mile18.tui.steps import Steps, Trial
from mile18.units import SI, Units

if TYPE_CHECKING:
    from mile18.tui.cramp.state import CrampState


class Session(Steps):
    """The model behind the screens; it knows the file, no screen."""

    def __init__(self, store: Store, opened: Opened) -> None:
        """Start from what was read."""
        super().__init__(opened.loaded.profile)
        self.store = store
        self.opened = opened

    @property
    def name(self) -> str:
        """The profile's name, which is its file's."""
        return self.opened.name

    @property
    def dirty(self) -> bool:
        """True while the answers differ from what is on disk."""
        return self.profile != self.opened.loaded.profile

    def reread(self, opened: Opened) -> None:
        """Go on with a file and what it holds; a step to undo like any other."""
        self.settle()
        self.change(opened.profile, "the file")
        self.settle()
        self.opened = opened

    def save(self, today: date | None) -> Opened:
        """Write the answers, with today's readiness, if they differ from the file.

        Without a day none is noted. Errors come from the store.
        """
        if self.dirty:
            self._wrote(self.store.save(self.opened, self._noted(today)))
        return self.opened

    def save_beside(self, today: date | None) -> Opened:
        """Write the answers as a file of its own beside the one they came from, and go on there."""
        self._wrote(self.store.save_copy(self.opened, self._noted(today)))
        return self.opened

    def _noted(self, today: date | None) -> Profile:
        return with_point(self.profile, today) if today else self.profile

    def _wrote(self, opened: Opened) -> None:
        self.opened = opened
        self.profile = replace(self.profile, history=opened.profile.history)


# Whatever is typed into may be gone by then, and never say that it has handled all.
TYPING_SECONDS = 1
NOT_SAVED = "NOT SAVED"
QUIT_AGAIN = "NOT SAVED, quit again to leave"


class RaceState(App[None]):
    """The model behind the screens, which read it and keep no answers of their own."""

    # `var` and not `reactive`, which on an app paints the whole screen anew at every change.
    profile: var[Profile | None] = var(None)
    readiness: var[Readiness | None] = var(None)
    # The readiness of the real answers while others are tried; None while none are.
    real: var[Readiness | None] = var(None)
    units: var[Units] = var(SI)
    saved: var[str] = var("")

    def __init__(
        self,
        races: Store | Shelf,
        opened: Opened | None = None,
        *,
        settings: Settings | None = None,
        settings_file: Path | None = None,
        recent_file: Path | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Start with `opened`, or with no race; `now` is the only clock that screens ask."""
        super().__init__()
        self.shelf = races if isinstance(races, Shelf) else Shelf([races])
        self.settings = settings or Settings()
        self.settings_file = settings_file
        self.recent_file = recent_file
        self.now = now
        self.session: Session | None = None
        self.trial: Trial | None = None
        self.last_word = ""
        self.is_real_day = True
        self.settings_problems: list[str] = []
        self.set_reactive(RaceState.units, self.settings.units)
        if opened:
            self.take(Session(self.shelf.holding(opened.path), opened))

    @property
    def store(self) -> Store:
        """The folder that new races go to."""
        return self.shelf.first

    @property
    def file_name(self) -> str:
        """The name of the open race's file; empty if none is open."""
        return self.session.name if self.session else ""

    @cached_property
    def cramp_state(self) -> "CrampState":
        """Where the cramp screen was left; the first paint need not wait for what it imports."""
        from mile18.tui.cramp.state import CrampState

        return CrampState()

    @property
    def today(self) -> date:
        """Today, asked for in one place."""
        return self.now().date()

    @property
    def is_open(self) -> bool:
        """Whether the app goes on: nothing that comes after leaving it counts."""
        return self.return_code is None and bool(self.screen_stack)

    @property
    def top(self) -> BaseScreen[Any]:
        """The screen that keys go to."""
        return cast(BaseScreen[Any], self.screen)

    @property
    def open_screens(self) -> list[BaseScreen[Any]]:
        """All screens, from the one at the bottom to the one on top."""
        return cast(list[BaseScreen[Any]], self.screen_stack)

    @property
    def working(self) -> Steps | None:
        """The answers that are worked on: those that are tried, else those of the open race."""
        return self.trial or self.session

    def why(self, question: Question) -> str:
        """Why a question is asked, without amounts that are withheld from this runner."""
        said = self.profile or Profile()
        return why(question, said.health, said.race)

    def show_answers(self) -> None:
        """Put the answers that are worked on onto the screens."""
        if working := self.working:
            self.profile = working.profile
            self.readiness = assess(working.profile, self.today)

    def close_lists(self) -> None:
        """Close an open log or checklist, which has handed on all that was entered there."""
        while self.top.hands_on_at_once:
            self.pop_screen()

    def take(self, session: Session) -> None:
        """Go on with another race; what was tried on the one before is gone."""
        self.session = session
        self.trial = None
        self.set_reactive(RaceState.real, None)
        self.set_reactive(RaceState.profile, session.profile)
        self.set_reactive(RaceState.readiness, assess(session.profile, self.today))
        self.saved = ""

    def warn(self, text: str, severity: str = "warning") -> None:
        """Say something that must not be missed; the text is shown as it is, never as markup."""
        self.notify(text, severity=severity, timeout=12, markup=False)  # type: ignore[arg-type]

    def tell_kept(self, original: Path | None) -> None:
        """Say where a file is kept as it was."""
        if original:
            self.warn(f"The file as it was is kept as {original}", severity="information")

    def use_settings(self, settings: Settings) -> None:
        """Take other settings, show them at once, and keep them."""
        self.settings = settings
        self.units = settings.units
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        if self.settings_file:
            try:
                kept = save_settings(self.settings_file, settings)
            except StorageError as error:
                self.warn(str(error))
            else:
                self.tell_kept(kept)

    def remember_race(self) -> None:
        """Open this race again the next time that none is named."""
        if self.recent_file and self.session:
            remember(self.recent_file, self.session.opened.path)

    def tell_problems(self) -> None:
        """Say what the file of the race just opened had to say, and remember the race."""
        if self.session:
            self.remember_race()
            opened = self.session.opened
            for problem in opened.loaded.problems:
                self.warn(problem.sentence(opened.path.name))

    def tell_settings(self) -> None:
        """Say what is wrong in the settings; of many problems the first are enough to go there."""
        told = self.settings_problems[:3]
        if more := len(self.settings_problems) - len(told):
            told.append(f"And {more} more; mile18 paths prints them all.")
        if told:
            self.warn("\n".join(told))

    def after_typing(self, then: Callable[[], None]) -> None:
        """Go on once all that was typed before has become an answer."""
        # A key of the app overtakes what a fast typist sent before it, which is still on its way
        # as messages, from the widget that is typed into up to the screen.
        typed_into = self.focused or self.screen
        typed_into.call_later(self._climb, typed_into, then)

    async def typed(self) -> None:
        """Wait until all that was typed before has become an answer, a second at most.

        Only the app itself may wait, since the answers come by way of the screens.
        """
        done = asyncio.Event()
        self.after_typing(done.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), TYPING_SECONDS)

    def _climb(self, node: DOMNode, then: Callable[[], None]) -> None:
        above = node.parent
        if node is self.screen or not isinstance(above, DOMNode):
            then()
        else:
            above.call_later(self._climb, above, then)
