"""The application: wires screens, the open session, settings and today's date."""

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import events
from textual._context import active_message_pump
from textual.app import ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen
from textual.types import CSSPathType
from textual.worker import WorkerFailed, get_current_worker

from mile18.plan.words import LOOK_BACK
from mile18.storage.own_themes import OwnTheme
from mile18.storage.settings import Settings
from mile18.storage.shelf import Shelf
from mile18.storage.store import Opened, Store
from mile18.tui.base_screen import BaseScreen, is_gone
from mile18.tui.changes import put_back, redo, undo
from mile18.tui.dialogs.changed_on_disk import ask_or_keep_both, look_again
from mile18.tui.leaving import drafts, hang_up, leave, put_away
from mile18.tui.signals import save_before_stops, terminal_gone, watched
from mile18.tui.state import RaceState
from mile18.tui.steps import Session
from mile18.tui.themes import DARK, LIGHT, drawn_with
from mile18.tui.typed_ahead import TYPING_SECONDS, after_typing, typed

# Beside other races these would read as if they were about the one under the cursor.
OF_THE_OPEN_RACE = ("undo", "redo", "race_week", "race_day", "debrief", "sum")
NEED_A_RACE = ("prepare", "race_week", "race_day", "debrief", "sum", "save", "undo", "redo")

FROM_THE_TERMINAL = (events.InputEvent, events.Paste, events.AppFocus, events.AppBlur)

# What is said to whoever looks for something on a screen that is gone, and for a screen at the end.
NOTHING_THERE = (NoMatches, NoScreen, ScreenStackError)


DAY_CHECK_SECONDS = 60
TERMINAL_CHECK_SECONDS = 3


class Mile18(RaceState):
    """mile18, full screen."""

    TITLE = "mile18"
    # Setting another one later has all styles parsed anew; without colours it is Textual's own.
    theme: Reactive[str] = Reactive(os.environ.get("TEXTUAL_THEME", DARK.name))
    # Textual loads a screen's own styles when it is pushed, which the first screen never is.
    CSS_PATH: ClassVar[list[CSSPathType]] = [  # type: ignore[assignment]
        "app.tcss",
        "prepare/prepare.tcss",
        "races/welcome.tcss",
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "help", id="help", tooltip="Keys and questions explained"),
        Binding("f2", "prepare", "prepare", id="prepare", tooltip="The questions"),
        Binding("f3", "race_week", "week", id="race-week", tooltip="Race week, day by day"),
        Binding("f5", "profiles", "races", id="profiles", tooltip="All your races"),
        Binding("f6", "sum", "how it adds up", id="sum", tooltip="How readiness adds up"),
        Binding("f7", "race_day", "race day", id="race-day", tooltip="The plan for the day"),
        Binding("f8", "cramp", "CRAMP", id="cramp", tooltip="What to do in a cramp", priority=True),
        Binding("f9", "settings", "settings", id="settings", tooltip="Units, theme", show=False),
        Binding("ctrl+g,f11", "debrief", "debrief", id="debrief", tooltip=LOOK_BACK, show=False),
        Binding("ctrl+z", "undo", "undo", id="undo", tooltip="Take the last change back"),
        Binding("ctrl+y", "redo", "redo", id="redo", tooltip="Do it again", show=False),
        Binding("ctrl+s", "save", "save", id="save", tooltip="Save now", show=False),
        Binding("ctrl+q", "quit", "quit", id="quit", tooltip="Save and leave", priority=True),
        Binding("ctrl+c", "quit", "quit", id="quit-too", show=False),
    ]

    def __init__(
        self,
        races: Store | Shelf,
        opened: Opened | None = None,
        *,
        settings: Settings | None = None,
        settings_file: Path | None = None,
        recent_file: Path | None = None,
        now: Callable[[], datetime] = datetime.now,
        first: Callable[[], Screen[Any]] | None = None,
        light: bool = False,
        themes: Sequence[OwnTheme] = (),
    ) -> None:
        """Open on `opened`, else on the welcome; `first` makes a screen to show on top of that.

        `light` says how the terminal is, for whoever leaves the colours to it; `themes` are the
        runner's own.
        """
        super().__init__(
            races,
            opened,
            settings=settings,
            settings_file=settings_file,
            recent_file=recent_file,
            now=now,
        )
        self._first = first
        for theme in (DARK, LIGHT, *map(drawn_with, themes)):
            self.register_theme(theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.own_theme = LIGHT.name if light else DARK.name
        wanted = self.settings.theme
        self.theme = wanted if wanted in self.available_themes else self.own_theme
        self.set_keymap(self.settings.keys)

    def get_default_screen(self) -> Screen[Any]:
        """The questions of the open profile, or the welcome when there is none."""
        if self.session:
            from mile18.tui.prepare.screen import PrepareScreen

            return PrepareScreen()
        from mile18.tui.races.welcome import WelcomeScreen

        return WelcomeScreen()

    def on_mount(self) -> None:
        """Open the screen that was asked for, say what the file had to say, notice what changes."""
        if self._first:
            self.push_screen(self._first())
        self.call_after_refresh(self.tell_problems)
        self.call_after_refresh(self._tell_settings)
        self.set_interval(DAY_CHECK_SECONDS, self.notice_a_new_day)
        self.set_interval(DAY_CHECK_SECONDS, partial(look_again, self))
        save_before_stops(self)
        if watched():
            self.set_interval(TERMINAL_CHECK_SECONDS, self._notice_a_closed_terminal)

    def _tell_settings(self) -> None:
        # Of many problems the first are enough to go there.
        told = self.settings_problems[:3]
        if more := len(self.settings_problems) - len(told):
            told.append(f"And {more} more; mile18 paths prints them all.")
        if told:
            self.warn("\n".join(told))

    def _notice_a_closed_terminal(self) -> None:
        if terminal_gone():
            hang_up(self)

    def on_app_focus(self) -> None:
        """Whoever comes back from another window may have changed the file there."""
        look_again(self)

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
        self.left_open = drafts(self)
        await super()._close_all()

    async def action_command_palette(self) -> None:  # type: ignore[override]
        """Every action and every question by name; one at a time, even below another screen."""
        from mile18.tui.palette import Palette

        await self._overtaken()
        palette = Palette()
        if self.is_open and not any(each.is_like(palette) for each in self.open_screens):
            self.push_screen(palette)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action, in the palette."""
        from mile18.tui.palette import system_commands

        yield from system_commands(self, cast(BaseScreen[Any], screen))

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they stand on the keyboard: `F8`, `Enter`, `PgDn`."""
        shown = super().get_key_display(binding)
        if shown.startswith("^") or len(shown) == 1:
            return shown
        return {"pgdn": "PgDn", "pgup": "PgUp"}.get(shown, shown.capitalize())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and what the screens name that a theme of others may lack."""
        variables = super().get_css_variables()
        return {"cursor-row": variables["panel"]} | variables

    def ask_about_file(self, why: str) -> bool:
        """Ask what to do about a file that was changed elsewhere; True if that is settled now."""
        return ask_or_keep_both(self, why)

    def open_profile(self, opened: Opened) -> None:
        """Put another profile on the screens; what is on them is saved first."""
        if not put_away(self):
            return
        self.take(Session(self.shelf.holding(opened.path), opened))
        from mile18.tui.prepare.screen import PrepareScreen

        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(PrepareScreen())
        self.tell_problems()

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed or clicked ahead of a screen wait until it is there."""
        if isinstance(event, FROM_THE_TERMINAL):
            if not self.is_open:
                return
            there: asyncio.Event = self.screen._mounted_event
            if not there.is_set():
                # It may be gone before it is there.
                with suppress(TimeoutError):
                    await asyncio.wait_for(there.wait(), TYPING_SECONDS)
        await super().on_event(event)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[Any, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, but none from a screen below while the one on top is not there yet."""
        if self.screen_stack and not self.screen._mounted_event.is_set():
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def _handle_exception(self, error: Exception) -> None:
        """What was sent to a screen that is gone finds nothing there: no reason to end."""
        at: MessagePump | None = active_message_pump.get(None)
        cause: BaseException = error
        if isinstance(error, WorkerFailed):
            cause, at = error.error, get_current_worker().node
        if not (isinstance(cause, NOTHING_THERE) and (at is None or is_gone(at))):
            super()._handle_exception(error)

    # Actions

    async def _overtaken(self) -> None:
        """Let what was typed before a key that goes before all others be handled first."""
        if active_message_pump.get() is self:
            await typed(self)

    def _show(self, screen: Screen[Any]) -> None:
        """Open a screen on top; the key that opened it closes it again."""
        if self.top.is_like(screen):
            self.pop_screen()
        else:
            self.push_screen(screen)

    def _show_plan(self, screen: Screen[Any]) -> None:
        """Race week, race day and debrief take each other's place, so that one Escape leaves them."""
        if self.top.is_plan and not self.top.is_like(screen):
            self.switch_screen(screen)
        else:
            self._show(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what needs an open race, and what is about it where others are listed."""
        if action in NEED_A_RACE and not self.session:
            return False
        if action in OF_THE_OPEN_RACE:
            return self.top.shows_race
        return True

    def action_help(self) -> None:
        """Keys and questions explained."""
        from mile18.tui.dialogs.help import HelpScreen

        self._show(HelpScreen(self.top))

    def action_profiles(self) -> None:
        """All races in the folder."""
        if self.trial:
            after_typing(self, partial(put_back, self, self.action_profiles))
            return
        from mile18.tui.races.screen import ProfilesScreen

        self.save()
        self._show(ProfilesScreen())

    def action_sum(self) -> None:
        """How readiness adds up."""
        from mile18.tui.prepare.sums import SumScreen

        if self.session:
            self._show(SumScreen())

    def action_race_week(self) -> None:
        """What to do on each day up to the race."""
        from mile18.tui.race_week.screen import RaceWeekScreen

        if self.session:
            self._show_plan(RaceWeekScreen())

    def action_race_day(self) -> None:
        """The plan for the day itself."""
        from mile18.tui.race_day.screen import RaceDayScreen

        if self.session:
            self._show_plan(RaceDayScreen())

    def action_debrief(self) -> None:
        """What happened at the race, against what was planned."""
        from mile18.tui.debrief import DebriefScreen

        if self.session:
            self._show_plan(DebriefScreen())

    async def action_cramp(self) -> None:
        """The cramp protocol, from anywhere."""
        from mile18.tui.cramp.screen import CrampScreen

        await self._overtaken()
        if not self.is_open:
            return
        # A log left open below would write over the cramp that is noted meanwhile, and the
        # commands of an open palette belong to the screen that it was opened over.
        self.close_lists()
        # A second press, half in panic, must not lead away from it.
        screen = CrampScreen()
        if not self.top.is_like(screen):
            self.push_screen(screen)

    def action_settings(self) -> None:
        """Units, theme and keys."""
        from mile18.tui.dialogs.settings import SettingsScreen

        self._show(SettingsScreen())

    def action_undo(self) -> None:
        """Take the last change back."""
        after_typing(self, partial(undo, self))

    def action_redo(self) -> None:
        """Do it again."""
        after_typing(self, partial(redo, self))

    def action_save(self) -> None:
        """Save now."""
        self.save_or_ask()

    async def action_quit(self) -> None:
        """Save and leave, once all that was typed before has become an answer."""
        after_typing(self, partial(leave, self))
