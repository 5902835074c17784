"""Taking over what was read from a file or looked up: one step to undo, the file before it kept."""

from collections.abc import Iterable

from mile18.profile import Profile
from mile18.storage.backups import keep_version
from mile18.storage.problem import StorageError
from mile18.tui.state import RaceState

NOT_WHILE_TRYING = "You are trying answers out: leave what if first."


def take_in(app: RaceState, changed: Profile, told: Iterable[str]) -> bool:
    """Make `changed` the real answers and say what there is to say; False if they cannot be.

    The file as it was is kept as a version, whatever the hour.
    """
    session = app.session
    if session is None or app.trial or not app.save():
        return False
    try:
        keep_version(session.opened.path, session.opened.content)
    except StorageError as error:
        app.warn(str(error))
    session.settle()
    session.change(changed, "")
    session.settle()
    app.show_changes()
    app.save()
    for each in told:
        app.warn(each, severity="information")
    return True
