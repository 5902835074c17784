"""The course of the open race: taken from a GPX file by its path, or forgotten."""

from pathlib import Path

from mile18.plan.day.course import facts
from mile18.records.activity import RecordError
from mile18.records.course import read_course, take
from mile18.records.formats.gpx_file import MOST_BYTES
from mile18.sanitise import printable
from mile18.storage.disk import read_bytes
from mile18.storage.paths import typed_path, unquoted
from mile18.storage.problem import StorageError
from mile18.topics.race.course import Course
from mile18.tui.state import RaceState
from mile18.tui.taking import NOT_WHILE_TRYING, take_in

TITLE = "The course: which GPX file?"


def ask_for_course(app: RaceState) -> None:
    """Ask for the path of a file, and take the course that is in it."""
    from mile18.tui.dialogs.prompts import PathPrompt

    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is not None:
        app.push_screen(PathPrompt(TITLE, "", lambda typed: _taken(app, typed)))


def forget_course(app: RaceState) -> None:
    """Take the course out of the race; a step to undo like any other."""
    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is not None:
        nothing = dict.fromkeys(Course.__struct_fields__)
        take_in(app, app.session.profile.with_changes({"course": nothing}), ("Course forgotten.",))


def _taken(app: RaceState, typed: str) -> Path:
    """The file whose course was taken. Raises StorageError with what is wrong."""
    path = _path(typed)
    try:
        read = read_course(read_bytes(path, MOST_BYTES))
    except RecordError as error:
        raise StorageError(f"“{printable(path.name)}” was not taken: {error}") from None
    if app.session is not None:
        changed, notes = take(app.session.profile, read, path.name)
        take_in(app, changed, (f"Course taken: {facts(changed, app.units)}.", *notes))
    return path


def _path(typed: str) -> Path:
    if not unquoted(typed):
        raise StorageError("type the path of a GPX file, such as ~/Downloads/course.gpx")
    return typed_path(typed)
