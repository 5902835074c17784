"""`mile18 [NAME]`: the app; the only command that loads Textual."""

import codecs
import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from mile18.background import Background
from mile18.shell.find import find, settings, shelf, usual
from mile18.shell.say import (
    DONE,
    FAILED,
    INTERRUPTED,
    OutputError,
    complain,
    is_terminal,
    say,
    trouble,
)
from mile18.storage.own_themes import own_themes
from mile18.storage.paths import config_file, recent_file
from mile18.storage.settings import AUTO_THEME, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mile18.tui.app import Mile18
    from mile18.tui.base_screen import BaseScreen

COLOURLESS = "ansi-dark"
SHORT_THEMES = {"dark": "mile18-dark", "light": "mile18-light"}


def declare(parser: ArgumentParser) -> None:
    """Add NAME and what concerns the screen."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="a race, or the path of its file")
    parser.add_argument("--version", action="store_true", help="print the version")
    declare_screen(parser)


def declare_screen(parser: ArgumentParser) -> None:
    """Add the options that only the full-screen app reads."""
    parser.add_argument(
        "--theme", metavar="NAME", help="colours for this time (such as light or nord)"
    )
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def run(options: Namespace) -> int:
    """Open the app; without a terminal print the report or the list instead."""
    if options.version:
        from mile18.shell.crash import version

        say(f"mile18 {version()}".rstrip())
        return 0
    if is_terminal():
        return open_app(options, options.name)
    if options.name:
        from mile18.shell.outputs import print_output

        return print_output("show", options, options.name)
    from mile18.shell.commands.list import list_profiles

    return list_profiles(options)


def open_app(
    options: Namespace, name: str | None, first: "Callable[[], BaseScreen[Any]] | None" = None
) -> int:
    """Run the app until the runner leaves it, and return the exit code.

    `first` makes the screen to show on top; it is called once Textual is there.
    """
    known = settings(options)
    folders = shelf(options, name)
    opened = find(name, options) if name else usual(folders)
    own, wrong = own_themes(config_file(), THEMES)
    for told in wrong:
        complain(told)
    colourless = _settle_colours(options.theme)
    # A panel that follows every keystroke is painted a frame later; frames twice as often halve that.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    # What is imported stays to the end: looking for garbage in it, now and later, only costs time.
    gc.disable()
    _settle_signs()
    is_auto = not colourless and not options.theme and known.theme == AUTO_THEME
    with Background(is_auto) as background:
        from mile18.tui.app import Mile18
        from mile18.tui.signals import hung_up_by_signals

        light = background.is_light
    gc.freeze()
    gc.enable()

    def now() -> datetime:
        clock = datetime.now()  # noqa: DTZ005 - a runner's day is the one on the wall
        return datetime.combine(options.today, clock.time()) if options.today else clock

    app = Mile18(
        folders,
        opened,
        settings=known,
        settings_file=config_file(),
        recent_file=recent_file(),
        now=now,
        first=first,
        light=light,
        themes=own,
    )
    if background.typed or background.is_awaited:
        from mile18.tui.terminal import driver_after

        app.driver_class = driver_after(background)
    if theme := COLOURLESS if colourless else SHORT_THEMES.get(options.theme, options.theme):
        if theme not in app.available_themes:
            trouble(f"no theme is called {theme}; there are: {', '.join(app.available_themes)}")
            return 2
        # Set on the app and not in the settings, which are kept for the next time.
        app.theme = theme
    app.is_real_day = options.today is None
    app.settings_problems = [*options.settings_problems, *wrong]
    # Textual would print the traceback with all local variables, and so the runner's answers.
    app.error_console.quiet = True
    with hung_up_by_signals(app):
        return _ended(app, _fault(app, mouse=not options.no_mouse))


def _settle_colours(theme: str | None) -> bool:
    """Whether there are to be no colours; must be called before Textual is loaded."""
    if os.environ.get("NO_COLOR") and not theme:
        # Only an app that starts with a theme of the terminal's own colours sends none of others.
        os.environ["TEXTUAL_THEME"] = COLOURLESS
        return True
    # By the convention an empty NO_COLOR means nothing, and a theme asked for outranks it.
    os.environ.pop("NO_COLOR", None)
    return False


def _settle_signs() -> None:
    """Draw in ASCII what the terminal's encoding cannot say; Textual writes to this stream."""
    screen = sys.__stderr__
    if isinstance(screen, TextIOWrapper) and codecs.lookup(screen.encoding).name != "utf-8":
        from mile18.drawing import PLAIN

        screen.reconfigure(errors=PLAIN)


def _fault(app: "Mile18", *, mouse: bool) -> BaseException | None:
    """Run the app; what it ended by, if that was not a wish to leave."""
    try:
        app.run(mouse=mouse)
    except KeyboardInterrupt:
        # Told to end, it was stuck.
        app.hung_up = True
        return None
    except Exception as error:
        return error
    # Textual ends without a code where the terminal can no longer be read.
    return None if app.return_code == DONE else app._exception or RuntimeError()


def _ended(app: "Mile18", fault: BaseException | None) -> int:
    """Say what there is to say, now that the screen is gone, and return the exit code."""
    from mile18.tui.leaving import keep, unsaved

    was_unsaved = unsaved(app)
    not_kept = keep(app)
    # Nobody may be there any more to read it, and that is no reason for another code.
    with suppress(OutputError):
        if fault:
            from mile18.shell.crash import report

            report(fault)
        if app.last_word:
            # Said on the screen as well, but perhaps in the moment it was left.
            trouble(app.last_word)
        for sentence in not_kept:
            trouble(sentence)
        if fault and was_unsaved and not not_kept:
            trouble("your answers are saved")
    if fault or not_kept:
        return FAILED
    return INTERRUPTED if app.hung_up else DONE
