"""What the app knows while it runs, and all that a screen may ask of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace
from textual.app import App
from textual.reactive import var

from mile18.factor import Changes
from mile18.profile import Profile
from mile18.question import Question
from mile18.readiness import Readiness, assess
from mile18.storage.paths import remember
from mile18.storage.problem import ChangedElsewhere, StorageError, once_closed
from mile18.storage.settings import Settings
from mile18.storage.shelf import Shelf
from mile18.storage.store import Opened, Store
from mile18.topics.health.restraints import why
from mile18.tui.base_screen import BaseScreen
from mile18.tui.steps import Draft, Session, Steps, Trial
from mile18.tui.typed_ahead import SaveTimers
from mile18.units import SI, Units

if TYPE_CHECKING:
    from mile18.plan.cramp.state import CrampState


NOT_SAVED = "NOT SAVED"
QUIT_AGAIN = "NOT SAVED, quit again to leave"


class RaceState(App[None]):
    """The model behind the screens, which hand it answers and keep none of their own.

    A screen knows the app as this, and asks nothing else of it. What opens a screen is declared
    here and done by the app.
    """

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
        self.left_open: Sequence[Draft] = ()
        self.terminal_is_lent = False
        self.hung_up = False
        self.save_timers = SaveTimers(self, self.save_or_ask)
        self.is_real_day = True
        self.settings_problems: list[str] = []
        # The colours for whoever leaves them to the terminal.
        self.own_theme = ""
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
        from mile18.plan.cramp.state import CrampState

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
    def is_asking_about_file(self) -> bool:
        """Whether the question what to do stands on the screen, or under another one."""
        return any(screen.asks_about_file for screen in self.open_screens)

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

    def remember_race(self) -> None:
        """Open this race again the next time that none is named."""
        if self.recent_file and self.session:
            remember(self.recent_file, self.session.opened.path)

    def tell_problems(self) -> None:
        """Say what the file of the race just opened had to say, and remember the race."""
        if self.session:
            self.remember_race()
            opened = self.session.opened
            loaded = opened.loaded
            for problem in (*filter(None, [loaded.upgrade]), *loaded.problems):
                self.warn(problem.sentence(opened.path.name))

    # What the app does, since it opens a screen

    def ask_about_file(self, why: str) -> bool:
        """Ask what to do about a file that was changed elsewhere; True if that is settled now."""
        raise NotImplementedError

    def open_profile(self, opened: Opened) -> None:
        """Put another profile on the screens; what is on them is saved first."""
        raise NotImplementedError

    def action_profiles(self) -> None:
        """All races in the folder."""
        raise NotImplementedError

    def action_prepare(self) -> None:
        """Back to the questions, or to those of a new race, which ask before they are left."""
        while len(self.screen_stack) > 1 and not (self.top.new_race and self.top.new_race.dirty):
            self.pop_screen()

    def go_to(self, question: str) -> None:
        """Go and answer a question, given by its id; without an open race there is none."""
        self.open_screens[0].go_to(question)

    # Answers

    @property
    def _day_to_note(self) -> date | None:
        """The day that a save notes the readiness of; a day asked for with --today is none."""
        return self.today if self.is_real_day else None

    def notice_a_new_day(self) -> None:
        """Show what follows from the answers today, if that was another day."""
        if self.session and self.readiness and self.readiness.countdown.today != self.today:
            if self.trial:
                self.real = assess(self.session.profile, self.today)
            self.show_answers()

    def answer(self, name: str, value: Any, too: Changes | None = None) -> None:
        """Take the answer to the question with this id, and what it answers `too`, as one step.

        What follows from it is shown, and it is saved shortly after unless it is only tried.
        """
        if working := self.working:
            answered = working.profile.with_answer(name, value).with_changes(too or {})
            working.change(answered, name)
            self.show_changes()

    def record(self, name: str, value: Any) -> None:
        """Take what happened: it is a real answer, even while others are tried."""
        if self.session and self.trial:
            self.trial.record(name, value)
            self.session.change(self.session.profile.with_answer(name, value), "")
            self.real = assess(self.session.profile, self.today)
            self.show_answers()
            self._save_soon()
        else:
            self.answer(name, value)

    def show_changes(self) -> None:
        """Show the answers, and save them shortly after unless they are tried."""
        self.show_answers()
        if not self.trial:
            self._save_soon()

    def _save_soon(self) -> None:
        assert self.session is not None
        if self.session.dirty:
            self.saved = "…"
            self.save_timers.start()
        else:
            self.save_timers.stop()
            self.saved = ""

    def save(self) -> bool:
        """Write the answers now; False, with the reason shown, if that failed.

        For moments that cannot wait: if the file was changed elsewhere, both are kept unasked.
        """
        return self._write(self.save_beside)

    def save_or_ask(self) -> None:
        """Write the answers, or ask what to do if the file was changed elsewhere."""
        if not self.is_asking_about_file:
            self._write(self.ask_about_file)

    def _write(self, changed_elsewhere: Callable[[str], bool]) -> bool:
        self.save_timers.stop()
        if not self.session or not self.session.dirty:
            return True
        told = self.session.opened.not_kept
        try:
            opened = self.session.save(self._day_to_note)
        except ChangedElsewhere as error:
            return changed_elsewhere(str(error))
        except StorageError as error:
            self.saved = NOT_SAVED
            self.warn(str(error))
            return False
        self.say_saved()
        self.tell_kept(opened.kept_original)
        if opened.not_kept not in ("", told):
            self.warn(opened.not_kept)
        return True

    def say_saved(self) -> None:
        """Say that what is on the screens is on disk."""
        self.saved = f"saved {self.now():%H:%M}"
        if self.session and self.readiness and not self.trial:
            # The day's point that came with the save changes nothing that is shown.
            profile = self.session.profile
            self.set_reactive(RaceState.profile, profile)
            self.set_reactive(RaceState.readiness, replace(self.readiness, profile=profile))

    def save_beside(self, why: str) -> bool:
        """Another window or a sync tool changed the file: keep both, go on with ours."""
        assert self.session is not None
        try:
            self.session.save_beside(self._day_to_note)
        except StorageError as error:
            self.saved = NOT_SAVED
            self.warn(str(error))
            return False
        self.say_saved()
        self.last_word = (
            f"{once_closed(why)}. The other version was left as it is, and yours is saved as "
            f"{self.session.name}."
        )
        self.warn(self.last_word)
        self.remember_race()
        return True
