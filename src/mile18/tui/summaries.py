"""A file of a race as the preview shows it; a broken file is told, never raised."""

from datetime import date
from pathlib import Path

from mile18.plan.overview import Row
from mile18.readiness import assess
from mile18.storage.problem import StorageError, Unreadable, printable
from mile18.storage.store import open_file
from mile18.tui.session import Session
from mile18.tui.widgets.race_preview import Preview


def preview_of(row: Row, session: Session | None, today: date) -> Preview:
    """Read one file for the preview; the open race is shown as it stands on the screens."""
    path = Path(row.path)
    file = printable(path.name)
    if session:
        opened, profile = session.opened, session.profile
    else:
        try:
            opened = open_file(path)
        except Unreadable as error:
            return Preview(file, problems=(error.problem.sentence(file),))
        except StorageError as error:
            return Preview(file, problems=(str(error),))
        profile = opened.profile
    return Preview(
        file,
        profile,
        assess(profile, today),
        tuple(problem.sentence(file) for problem in opened.loaded.problems),
        loses=bool(opened.loaded.errors),
        is_open=session is not None,
        changed=row.changed,
    )
