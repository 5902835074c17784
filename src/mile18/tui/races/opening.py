"""Which race is on the screens: open another one, the example, or none."""

from pathlib import Path

from mile18.storage.problem import StorageError, Unreadable
from mile18.storage.store import Opened, open_file
from mile18.tui.naming import numbered
from mile18.tui.races.example import NAME, example, untouched
from mile18.tui.state import RaceState


def open_file_of(app: RaceState, path: Path) -> None:
    """Open a race by its file; if that fails, say why and leave everything as it is."""
    if not app.save():
        return
    try:
        opened = open_file(path)
    except StorageError as error:
        app.warn(str(error))
        return
    app.open_profile(opened)


def open_example(app: RaceState) -> None:
    """Open the example race, made as a file of its own the first time."""
    if not app.save():
        return
    try:
        opened = _example(app)
    except StorageError as error:
        app.warn(str(error))
        return
    app.open_profile(opened)


def close_profile(app: RaceState) -> None:
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


def _example(app: RaceState) -> Opened:
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
