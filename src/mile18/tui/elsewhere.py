"""The open file was changed elsewhere: noticed, and the runner asked before anything is written."""

from functools import partial
from shlex import quote
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from mile18.readiness import assess
from mile18.storage.changed_on_disk import Choice, Elsewhere, look, reread, settle
from mile18.storage.problem import ChangedElsewhere, StorageError, printable
from mile18.storage.store import Opened
from mile18.tui.widgets.question_form import QuestionForm

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp

GONE = "the file is gone"
UNREADABLE = "the file cannot be read now"


def look_again(app: "RaceApp") -> None:
    """Notice what another put into the open file, and show it if nothing here would be lost.

    What is tried is tried on the answers as they were, so that waits. A list that is being edited holds answers of its own, so that has to be closed first.
    """
    session = app.session
    if not session or is_asking(app) or app.trial:
        return
    try:
        found = look(session.opened)
    except StorageError:
        if not session.dirty:
            app.saved = UNREADABLE
        return
    if not found:
        if app.saved in (GONE, UNREADABLE):
            app.saved = ""
    elif session.dirty:
        app.save_or_ask()
    elif not found.theirs:
        app.saved = GONE if found.content is None else UNREADABLE
    elif not any(screen.is_modal for screen in app.screen_stack) and not any(
        form.editing for form in forms(app)
    ):
        session.reread(reread(found, app.now()))
        app.show_changes()
        app.warn(
            f"Reread: {printable(found.theirs.path.name)} was changed elsewhere. "
            "Undo shows what stood here before.",
            severity="information",
        )
        app.tell_problems()


def forms(app: "RaceApp") -> list[QuestionForm]:
    """The forms of all open screens, seen or not."""
    return [form for screen in app.screen_stack for form in screen.query(QuestionForm)]


def is_asking(app: "RaceApp") -> bool:
    """Whether the question what to do stands on the screen, or under another one."""
    return any(screen.asks_about_file for screen in app.open_screens)


def ask_or_keep_both(app: "RaceApp", why: str) -> bool:
    """Ask what to do about the file; where no question may stand in the way, keep both."""
    assert app.session is not None
    if app.top.must_stay_in_sight:
        return app.save_beside(why)
    try:
        found = look(app.session.opened)
    except StorageError as error:
        app.warn(str(error))
        found = None
    if found and found.theirs and not found.apart_from(app.session.profile):
        _go_on(app, found.theirs)
        return True
    if found:
        app.saved = "NOT SAVED"
        app.push_screen(_question(app, found), partial(_settle, app, found))
    return False


def _question(app: "RaceApp", found: Elsewhere) -> Screen[Any]:
    from mile18.tui.screens.elsewhere import ElsewhereScreen

    assert app.session is not None
    return ElsewhereScreen(found, app.session.profile, app.now(), app.units)


def _settle(app: "RaceApp", found: Elsewhere, choice: Choice | None) -> None:
    session = app.session
    if not session or not choice:
        return
    try:
        opened = settle(session.store, found, session.profile, choice, app.now())
    except ChangedElsewhere:
        # What was shown is no longer what stands there, so the choice is to be made anew.
        app.save_or_ask()
        return
    except StorageError as error:
        app.saved = "NOT SAVED"
        app.warn(str(error))
        return
    if opened.profile != session.profile:
        # A list or a field below was opened on what the answers were before.
        app.close_lists()
        for form in forms(app):
            form.close()
    _go_on(app, opened)
    app.warn(_told(choice, opened), severity="information")
    app.tell_kept(opened.kept_original)
    app.tell_problems()


def _go_on(app: "RaceApp", opened: Opened) -> None:
    assert app.session is not None
    app.session.reread(opened)
    if app.trial:
        app.trial.rebase(app.session.profile)
        app.real = assess(app.session.profile, app.today)
    app.show_changes()
    app.say_saved()


def _told(choice: Choice, opened: Opened) -> str:
    name = printable(opened.name)
    kept = f"is kept: mile18 restore {quote(printable(str(opened.path)))} lists it."
    match choice:
        case "copy":
            return f"You go on in {name}. The other file was left as it is."
        case "together":
            return f"{name} holds what both changed. What stood there before {kept}"
        case "theirs":
            return f"You go on with what stands in {name}. What you had {kept}"
        case "mine":
            return f"{name} holds your answers. What stood there before {kept}"
