"""How the app ends: answers are kept, whatever ends it."""

from collections.abc import Callable, Mapping
from functools import partial
from shlex import quote
from typing import Any

from mile18.profile import Profile
from mile18.sanitise import printable
from mile18.storage.problem import StorageError, once_closed
from mile18.storage.store import rescue
from mile18.tui.changes import put_back
from mile18.tui.naming import name_for
from mile18.tui.state import QUIT_AGAIN, RaceState
from mile18.tui.steps import Draft
from mile18.tui.typed_ahead import once_read


def drafts(app: RaceState) -> list[Draft]:
    """What stands on any screen and is no race yet."""
    shown = [screen.new_race for screen in app.open_screens]
    return [*app.left_open, *(draft for draft in shown if draft)]


def unsaved(app: RaceState) -> bool:
    """Whether something is answered that no file holds."""
    return any(work.dirty for work in (app.session, *drafts(app)) if work)


def put_away(app: RaceState) -> bool:
    """Save, and make races of all drafts; False, with the reason shown, if that failed."""
    if not app.save():
        return False
    try:
        for draft in drafts(app):
            if draft.dirty:
                draft.keep(app.store)
    except StorageError as error:
        app.warn(str(error))
        return False
    return True


def leave(app: RaceState) -> None:
    """Stay if the answers could not be written, until asked a second time."""
    if app.trial and not app.top.asks_to_confirm:
        put_back(app, partial(leave, app))
        return
    asked_before = app.saved == QUIT_AGAIN
    if put_away(app) or asked_before:
        app.exit()
    else:
        app.saved = QUIT_AGAIN


def hang_up(app: RaceState) -> None:
    """Save and leave without a question, by a signal or since nobody is there any more."""
    # A new race waits, or its file would be called after half of its name.
    app.save()
    once_read(app, partial(end, app))


def end(app: RaceState) -> None:
    """Save what is there and leave, unless it is left already."""
    if app.return_code is None:
        app.hung_up = True
        put_away(app)
        app.exit()


def stop(app: RaceState, stop_process: Callable[[], None]) -> None:
    """Save, then stop the process: whatever is stopped may be killed."""
    app.save()

    def saved_and_stopped() -> None:
        app.save()
        stop_process()

    once_read(app, saved_and_stopped)


def keep(app: RaceState) -> list[str]:
    """Write what no file holds yet; the sentences say what could not be, and where it is now.

    Nothing is worked out and no screen is asked, since either may be what the app ended by.
    """
    told = []
    if (session := app.session) and session.dirty:
        opened = session.opened
        told += _written(
            partial(session.save, None),
            partial(rescued, app, opened.name, session.profile, opened.loaded.document),
        )
    for draft in drafts(app):
        if not draft.dirty:
            continue
        name = name_for(draft.profile.race, ())
        told += _written(
            partial(draft.keep, app.store), partial(rescued, app, name, draft.profile, {})
        )
    return told


def _written(save: Callable[[], object], rescue_it: Callable[[], str]) -> list[str]:
    try:
        save()
    except StorageError as error:
        return [once_closed(str(error)), rescue_it()]
    return []


def rescued(app: RaceState, name: str, profile: Profile, document: Mapping[str, Any]) -> str:
    """Put answers beside the log; where they are, or that they are lost."""
    if not app.recent_file:
        return "your last answers are lost"
    try:
        path = rescue(app.recent_file.parent, name, profile, document, app.now())
    except StorageError as error:
        return f"your last answers are lost: {once_closed(str(error))}"
    file = printable(str(path))
    return f"your answers are in {file}; open them with mile18 {quote(file)}"
