"""Answers of the open race: taken, undone, saved soon after, and kept however the app ends."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.timer import Timer

from mile18.readiness import assess
from mile18.storage.errors import ChangedElsewhere, StorageError
from mile18.storage.rescue import rescue
from mile18.tui.elsewhere import ask_or_keep_both, is_asking, look_again
from mile18.tui.hangup import terminal_gone, watched
from mile18.tui.race_state import RaceState
from mile18.tui.what_if import put_back

SAVE_AFTER_SECONDS = 0.7
SAVE_AT_LATEST_SECONDS = 5
DAY_CHECK_SECONDS = 60
TERMINAL_CHECK_SECONDS = 3
NOT_SAVED = "NOT SAVED"
QUIT_AGAIN = "NOT SAVED, quit again to leave"


class RaceApp(RaceState):
    """Screens hand it answers; whatever then happens to the app, none of them is lost."""

    _saving: Timer | None = None
    _at_latest: Timer | None = None

    def on_mount(self) -> None:
        """Save when the window is closed or the machine shuts down, too; notice what changes."""
        self.set_interval(DAY_CHECK_SECONDS, self._notice_a_new_day)
        self.set_interval(DAY_CHECK_SECONDS, partial(look_again, self))
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            # Windows knows no such signals, and tests run beside the main thread.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._hang_up)
        if watched():
            self.set_interval(TERMINAL_CHECK_SECONDS, self._notice_a_closed_terminal)

    def _notice_a_closed_terminal(self) -> None:
        if terminal_gone():
            self._hang_up()

    def _hang_up(self) -> None:
        if not self.save():
            self.rescue()
        self.exit()

    def on_app_focus(self) -> None:
        """Whoever comes back from another window may have changed the file there."""
        look_again(self)

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
            if self.trial:
                self.real = assess(self.session.profile, self.today)
            self.show_answers()

    @property
    def _day_to_note(self) -> date | None:
        """The day that a save notes the readiness of; a day asked for with --today is none."""
        return self.today if self.is_real_day else None

    def answer(self, topic: str, key: str, value: Any) -> None:
        """Take one answer, show what follows from it, and save it shortly after unless it is tried."""
        if working := self.working:
            working.change(working.profile.with_answer(topic, key, value), f"{topic}.{key}")
            self.show_changes()

    def record(self, topic: str, key: str, value: Any) -> None:
        """Take what happened: it is a real answer, even while others are tried."""
        if self.session and self.trial:
            self.trial.record(topic, key, value)
            self.session.change(self.session.profile.with_answer(topic, key, value), "")
            self.real = assess(self.session.profile, self.today)
            self.show_answers()
            self._save_soon()
        else:
            self.answer(topic, key, value)

    def show_changes(self) -> None:
        """Show the answers, and save them shortly after unless they are tried."""
        self.show_answers()
        if not self.trial:
            self._save_soon()

    def _save_soon(self) -> None:
        assert self.session is not None
        if self._saving:
            self._saving.stop()
            self._saving = None
        if self.session.dirty:
            self.saved = "…"
            self._saving = self.set_timer(SAVE_AFTER_SECONDS, self.save_or_ask)
            # Whoever types without a pause must not have to wait for one.
            self._at_latest = self._at_latest or self.set_timer(
                SAVE_AT_LATEST_SECONDS, self.save_or_ask
            )
        else:
            self._stop_timers()
            self.saved = ""

    def _stop_timers(self) -> None:
        for timer in (self._saving, self._at_latest):
            if timer:
                timer.stop()
        self._saving = self._at_latest = None

    def save(self) -> bool:
        """Write the answers now; False, with the reason shown, if that failed.

        For moments that cannot wait: if the file was changed elsewhere, both are kept unasked.
        """
        return self._write(self.save_beside)

    def save_or_ask(self) -> None:
        """Write the answers, or ask what to do if the file was changed elsewhere."""
        if not is_asking(self):
            self._write(partial(ask_or_keep_both, self))

    def _write(self, changed_elsewhere: Callable[[str], bool]) -> bool:
        self._stop_timers()
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
            f"{why}. What stands there was left as it is; yours is saved as {self.session.name}."
        )
        self.warn(self.last_word)
        self.remember_race()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        from mile18.tui.undoing import undo

        self.after_typing(partial(undo, self))

    def action_redo(self) -> None:
        """Do it again."""
        from mile18.tui.undoing import redo

        self.after_typing(partial(redo, self))

    def action_save(self) -> None:
        """Save now."""
        self.save_or_ask()

    async def action_quit(self) -> None:
        """Save and leave, once all that was typed before has become an answer."""
        self.after_typing(self._leave)

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
        from mile18.tui.screens.confirm import ConfirmScreen

        if self.trial and not isinstance(self.screen, ConfirmScreen):
            put_back(self, self._leave)
            return
        asked_before = self.saved == QUIT_AGAIN
        if self.save() and self._keep_draft():
            self.exit()
        elif asked_before:
            self.rescue()
            self.exit()
        else:
            self.saved = QUIT_AGAIN
