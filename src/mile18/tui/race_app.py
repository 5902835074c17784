"""What the app knows while it runs: the open race, its readiness, the settings; and saving them."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.reactive import var
from textual.timer import Timer

from mile18.profile import Profile
from mile18.readiness import Readiness, assess
from mile18.storage.errors import ChangedElsewhere, StorageError
from mile18.storage.recent import remember
from mile18.storage.rescue import rescue
from mile18.storage.settings import Settings, save_settings
from mile18.storage.shelf import Shelf
from mile18.storage.store import Opened, Store, open_file
from mile18.tui.cramp_state import CrampState
from mile18.tui.session import Session
from mile18.units import SI, Units

SAVE_AFTER_SECONDS = 0.7
DAY_CHECK_SECONDS = 60
NOT_SAVED = "NOT SAVED"
QUIT_AGAIN = "NOT SAVED, quit again to leave"


class RaceApp(App[None]):
    """The model behind the screens. Screens read it, and hand it answers; they keep none."""

    # `var` and not `reactive`, which on an app paints the whole screen anew at every change.
    profile: var[Profile | None] = var(None)
    readiness: var[Readiness | None] = var(None)
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
        self.cramp_state = CrampState()
        self._saving: Timer | None = None
        self.set_reactive(RaceApp.units, self.settings.units)
        if opened:
            self.take(Session(self.shelf.holding(opened.path), opened))

    @property
    def store(self) -> Store:
        """The folder that new races go to."""
        return self.shelf.first

    def on_mount(self) -> None:
        """Save when the window is closed or the machine shuts down, too; notice a new day."""
        self.set_interval(DAY_CHECK_SECONDS, self._notice_a_new_day)
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            # Windows knows no such signals, and tests run beside the main thread.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._hang_up)

    def _hang_up(self) -> None:
        if not self.save():
            self.rescue()
        self.exit()

    def rescue(self) -> Path | None:
        """Put answers that could not be saved beside the log; where, or None if not even that."""
        if not self.session or not self.recent_file:
            return None
        with suppress(StorageError):
            folder = self.recent_file.parent
            return rescue(folder, self.session.opened, self.session.profile, self.now())
        return None

    def _notice_a_new_day(self) -> None:
        if self.session and self.readiness and self.readiness.countdown.today != self.today:
            self.readiness = assess(self.session.profile, self.today)

    @property
    def today(self) -> date:
        """Today, asked for in one place."""
        return self.now().date()

    def answer(self, topic: str, key: str, value: Any) -> None:
        """Take one answer, show what follows from it, and save it shortly after."""
        if self.session:
            changed = self.session.profile.with_answer(topic, key, value)
            self.session.change(changed, f"{topic}.{key}")
            self._show_changes()

    def _show_changes(self) -> None:
        assert self.session is not None
        self.profile = self.session.profile
        self.readiness = assess(self.session.profile, self.today)
        if self._saving:
            self._saving.stop()
            self._saving = None
        if self.session.dirty:
            self.saved = "…"
            self._saving = self.set_timer(SAVE_AFTER_SECONDS, self.save)
        else:
            self.saved = ""

    def take(self, session: Session) -> None:
        self.session = session
        self.set_reactive(RaceApp.profile, session.profile)
        self.set_reactive(RaceApp.readiness, assess(session.profile, self.today))
        self.saved = ""

    def save(self) -> bool:
        """Write the answers now; False, with the reason shown, if that failed."""
        if self._saving:
            self._saving.stop()
            self._saving = None
        if not self.session or not self.session.dirty:
            return True
        told = self.session.opened.not_kept
        try:
            opened = self.session.save()
        except ChangedElsewhere as error:
            return self._save_beside(str(error))
        except StorageError as error:
            self.saved = NOT_SAVED
            self.warn(str(error))
            return False
        self.saved = f"saved {self.now():%H:%M}"
        self._tell_kept(opened.kept_original)
        if opened.not_kept not in ("", told):
            self.warn(opened.not_kept)
        return True

    def read_again(self) -> None:
        """Take up what another program wrote into the open race, unless answers wait to be saved."""
        if not self.session or self.session.dirty:
            return
        try:
            opened = open_file(self.session.opened.path)
        except StorageError as error:
            self.warn(str(error))
            return
        self.session.opened = opened
        self.session.change(opened.profile, "")
        self.session.settle()
        self._show_changes()

    def _tell_kept(self, original: Path | None) -> None:
        if original:
            self.warn(f"The file as it was is kept as {original}", severity="information")

    def _save_beside(self, why: str) -> bool:
        """Another window or a sync tool changed the file: keep both, go on with ours."""
        assert self.session is not None
        try:
            self.session.opened = self.session.store.save_copy(
                self.session.opened, self.session.profile
            )
        except StorageError as error:
            self.saved = NOT_SAVED
            self.warn(str(error))
            return False
        self.saved = f"saved {self.now():%H:%M}"
        self.warn(
            f"{why}. What stands there was left as it is; yours is saved as {self.session.name}."
        )
        return True

    def warn(self, text: str, severity: str = "warning") -> None:
        """Say something that must not be missed; the text is shown as it is, never as markup."""
        self.notify(text, severity=severity, timeout=12, markup=False)  # type: ignore[arg-type]

    def tell_problems(self) -> None:
        """Say what the file of the race just opened had to say, and remember the race."""
        if self.session:
            if self.recent_file:
                remember(self.recent_file, self.session.opened.path)
            opened = self.session.opened
            for problem in opened.loaded.problems:
                self.warn(problem.sentence(opened.path.name))

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
                self._tell_kept(kept)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.session and self.session.undo():
            self._show_changes()

    def action_redo(self) -> None:
        """Do it again."""
        if self.session and self.session.redo():
            self._show_changes()

    def action_save(self) -> None:
        """Save now."""
        self.save()

    async def action_quit(self) -> None:
        """Save and leave, once all that was typed before has become an answer."""
        # The key for quitting overtakes what a fast typist sent before it, which is still on its
        # way as messages, from the widget that is typed into up to the screen.
        typed_into = self.focused or self.screen
        typed_into.call_later(self._leave_after, typed_into)

    def _leave_after(self, node: DOMNode) -> None:
        above = node.parent
        if node is self.screen or not isinstance(above, DOMNode):
            self._leave()
        else:
            above.call_later(self._leave_after, above)

    def _keep_draft(self) -> bool:
        """Keep what a screen holds that is no race yet; False, with the reason, if that failed."""
        keep = getattr(self.screen, "keep_draft", None)
        try:
            if keep:
                keep()
        except StorageError as error:
            self.warn(str(error))
            return False
        return True

    def _leave(self) -> None:
        """Stay if the answers could not be written, until asked a second time."""
        asked_before = self.saved == QUIT_AGAIN
        if self.save() and self._keep_draft():
            self.exit()
        elif asked_before:
            self.rescue()
            self.exit()
        else:
            self.saved = QUIT_AGAIN
