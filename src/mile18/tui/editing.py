"""A file handed to the runner's own editor, while the app waits behind it."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from mile18.storage.problem import printable


def edit(app: App[Any], path: Path) -> str:
    """Open the file in `$VISUAL` or `$EDITOR` and wait for its end; why not, or an empty text."""
    file = printable(str(path))
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(wanted)
    except ValueError:
        command = []
    if not command:
        return (
            "No editor is named. Set EDITOR in your shell, for example export EDITOR=nano, and "
            f"start mile18 again; the file is {file}"
        )
    try:
        with app.suspend():
            code = subprocess.run([*command, str(path)], check=False).returncode
    except SuspendNotSupported:
        return f"The screen cannot be handed to an editor here; the file is {file}"
    except OSError as error:
        return f"{printable(command[0])} could not be started: {error.strerror}; the file is {file}"
    return f"{printable(command[0])} ended with code {code}" if code else ""
