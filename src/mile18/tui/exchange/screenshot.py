"""A picture of the screen, in a file that only its owner can read: it may show health answers."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from mile18.storage.disk import make_folder, write_bytes
from mile18.storage.kept import free_path
from mile18.storage.paths import state_dir
from mile18.storage.problem import StorageError
from mile18.tui.naming import short_path
from mile18.tui.state import RaceState

# Whoever opens a picture of the answers need not tell anyone.
_FONT_FROM_OUTSIDE = re.compile(r',\s*url\("https?:[^)]*\)\s*format\("[^"]*"\)')


def save_screenshot(app: RaceState) -> None:
    """Save the screen among the downloads, or else beside the log, and say where, or why not."""
    picture = _FONT_FROM_OUTSIDE.sub("", app.export_screenshot()).encode("utf-8", "replace")
    reason = ""
    for folder in _folders():
        try:
            make_folder(folder)
            path = free_path(folder, "mile18", app.now(), ".svg")
            write_bytes(path, picture)
        except StorageError as error:
            reason = str(error)
        else:
            app.warn(
                f"Screenshot saved as {short_path(path)}. It shows your answers: look at it before "
                "you share it.",
                severity="information",
            )
            return
    app.warn(
        f"No screenshot was saved. {reason}. Free some space, or make a Downloads folder that you "
        "can write to, then try again."
    )


def _folders() -> Iterator[Path]:
    # Needed for a picture only, and slow to import.
    import platformdirs

    downloads = platformdirs.user_downloads_path()
    if os.access(downloads, os.W_OK | os.X_OK):
        yield downloads
    yield state_dir() / "screenshots"
