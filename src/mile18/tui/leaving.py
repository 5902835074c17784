"""What is put on disk once the screens are gone, however they went, and what is said of it."""

from collections.abc import Callable, Mapping
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING, Any

from mile18.profile import Profile
from mile18.storage.problem import StorageError, once_closed, printable
from mile18.storage.store import rescue
from mile18.tui.naming import name_for

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp


def keep(app: "RaceApp") -> list[str]:
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
    for draft in app.drafts:
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


def rescued(app: "RaceApp", name: str, profile: Profile, document: Mapping[str, Any]) -> str:
    """Put answers beside the log; where they are, or that they are lost."""
    if not app.recent_file:
        return "your last answers are lost"
    try:
        path = rescue(app.recent_file.parent, name, profile, document, app.now())
    except StorageError as error:
        return f"your last answers are lost: {once_closed(str(error))}"
    file = printable(str(path))
    return f"your answers are in {file}; open them with mile18 {quote(file)}"
