"""Answers of the open race: taken, undone, saved soon after, and kept however the app ends."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace
from textual.timer import Timer

from mile18.readiness import assess
from mile18.storage.problem import ChangedElsewhere, StorageError, once_closed
from mile18.tui.changes import put_back
from mile18.tui.dialogs.changed_on_disk import ask_or_keep_both, is_asking, look_again
from mile18.tui.leaving import save_before_stops, terminal_gone, watched
from mile18.tui.state import NOT_SAVED, QUIT_AGAIN, RaceState
from mile18.tui.steps import Draft

SAVE_AFTER_SECONDS = 0.7
SAVE_AT_LATEST_SECONDS = 5
DAY_CHECK_SECONDS = 60
TERMINAL_CHECK_SECONDS = 3
# A key pressed just before may still be in the terminal: an Escape waits 0.1 s for what follows.
READING_SECONDS = 0.15


class RaceApp(RaceState):
    """Screens hand it answers; whatever then happens to the app, none of them is lost."""

    _saving: Timer | None = None
    _at_latest: Timer | None = None
    hung_up = False
    terminal_is_lent = False
    left_open: Sequence[Draft] = ()

    def on_mount(self) -> None:
        """Notice what changes: the day, the file, the terminal."""
        self.set_interval(DAY_CHECK_SECONDS, self._notice_a_new_day)
        self.set_interval(DAY_CHECK_SECONDS, partial(look_again, self))
        save_before_stops(self)
        if watched():
            self.set_interval(TERMINAL_CHECK_SECONDS, self._notice_a_closed_terminal)

    def _notice_a_closed_terminal(self) -> None:
        if terminal_gone():
            self.hang_up()

    def on_app_focus(self) -> None:
        """Whoever comes back from another window may have changed the file there."""
        look_again(self)

    def _notice_a_new_day(self) -> None:
        if self.session and self.readiness and self.readiness.countdown.today != self.today:
            if self.trial:
                self.real = assess(self.session.profile, self.today)
            self.show_answers()

    @property
    def _day_to_note(self) -> date | None:
        """The day that a save notes the readiness of; a day asked for with --today is none."""
        return self.today if self.is_real_day else None

    def answer(self, name: str, value: Any) -> None:
        """Take the answer to the question with this id, show what follows from it, and save it shortly after unless it is tried."""
        if working := self.working:
            working.change(working.profile.with_answer(name, value), name)
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
        self.last_word = f"{once_closed(why)}. What stands there was left as it is; yours is saved as {self.session.name}."
        self.warn(self.last_word)
        self.remember_race()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        from mile18.tui.changes import undo

        self.after_typing(partial(undo, self))

    def action_redo(self) -> None:
        """Do it again."""
        from mile18.tui.changes import redo

        self.after_typing(partial(redo, self))

    def action_save(self) -> None:
        """Save now."""
        self.save_or_ask()

    async def action_quit(self) -> None:
        """Save and leave, once all that was typed before has become an answer."""
        self.after_typing(self._leave)

    @property
    def drafts(self) -> list[Draft]:
        """What stands on any screen and is no race yet."""
        shown = [screen.new_race for screen in self.open_screens]
        return [*self.left_open, *(draft for draft in shown if draft)]

    @property
    def unsaved(self) -> bool:
        """Whether something is answered that no file holds."""
        return any(work.dirty for work in (self.session, *self.drafts) if work)

    def put_away(self) -> bool:
        """Save, and make races of all drafts; False, with the reason shown, if that failed."""
        if not self.save():
            return False
        try:
            for draft in self.drafts:
                if draft.dirty:
                    draft.keep(self.store)
        except StorageError as error:
            self.warn(str(error))
            return False
        return True

    def _leave(self) -> None:
        """Stay if the answers could not be written, until asked a second time."""
        from mile18.tui.dialogs.prompts import ConfirmScreen

        if self.trial and not isinstance(self.screen, ConfirmScreen):
            put_back(self, self._leave)
            return
        asked_before = self.saved == QUIT_AGAIN
        if self.put_away() or asked_before:
            self.exit()
        else:
            self.saved = QUIT_AGAIN

    # From outside

    def hang_up(self) -> None:
        """Save and leave without a question, by a signal or since nobody is there any more."""
        # A new race waits, or its file would be called after half of its name.
        self.save()
        self._once_typed(self.end)

    def end(self) -> None:
        """Save what is there and leave, unless it is left already."""
        if self.return_code is None:
            self.hung_up = True
            self.put_away()
            self.exit()

    def stop(self, stop: Callable[[], None]) -> None:
        """Save, then stop the process: whatever is stopped may be killed."""
        self.save()

        def saved_and_stopped() -> None:
            self.save()
            stop()

        self._once_typed(saved_and_stopped)

    def _once_typed(self, then: Callable[[], None]) -> None:
        async def once_typed() -> None:
            await self.typed()
            then()

        self.set_timer(READING_SECONDS, partial(self.call_later, once_typed))

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program."""
        self.save()
        self.terminal_is_lent = True
        try:
            with super().suspend():
                yield
        finally:
            self.terminal_is_lent = False

    async def _close_all(self) -> None:
        # However the app ends, it comes by here before the screens go.
        self.left_open = self.drafts
        await super()._close_all()
