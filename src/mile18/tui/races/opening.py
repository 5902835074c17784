"""Which race is on the screens: open another one, the example, or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from mile18.storage.problem import StorageError, Unreadable
from mile18.storage.store import Opened, open_file
from mile18.tui.naming import numbered
from mile18.tui.races.example import NAME, example, untouched

if TYPE_CHECKING:
    from mile18.tui.app import Mile18


def open_file_of(app: "Mile18", path: Path) -> None:
    """Open a race by its file; if that fails, say why and leave everything as it is."""
    if not app.save():
        return
    try:
        opened = open_file(path)
    except StorageError as error:
        app.warn(str(error))
        return
    app.open_profile(opened)


def open_example(app: "Mile18") -> None:
    """Open the example race, made as a file of its own the first time."""
    if not app.save():
        return
    try:
        opened = _example(app)
    except StorageError as error:
        app.warn(str(error))
        return
    app.open_profile(opened)


def close_profile(app: "Mile18") -> None:
    """Take the open race off the screens without saving it, and go back to the welcome."""
    app.session = None
    app.trial = None
    app.real = None
    app.profile = None
    app.readiness = None
    app.saved = ""
    while len(app.screen_stack) > 1:
        app.pop_screen()
    app.switch_screen(app.get_default_screen())


def _example(app: "Mile18") -> Opened:
    store, fresh = app.store, example(app.today)
    names = store.names()
    if NAME in names:
        try:
            opened = store.load(NAME)
        except Unreadable:
            pass
        else:
            # An example that nobody changed has its race moved ahead of today again.
            return store.save(opened, fresh) if untouched(opened.profile) else opened
    return store.create(numbered(NAME, names), fresh)


def make_replaceable(screen: Screen[Any]) -> None:
    """Let `switch_screen` replace a screen that the app started with.

    Textual gives its first screen no place for a result, and then fails on taking it away.
    """
    if not screen._result_callbacks:
        screen._push_result_callback(screen, None)
