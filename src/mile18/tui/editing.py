"""A file handed to the runner's own editor, while the app waits behind it."""

import os
import shlex
import signal
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
            failed = _run([*command, str(path)])
    except SuspendNotSupported:
        return f"The screen cannot be handed to an editor here; the file is {file}"
    return f"{printable(command[0])} {failed}; the file is {file}" if failed else ""


def _run(command: list[str]) -> str:
    """What went wrong, or an empty text: an error would leave the terminal to nobody."""
    try:
        editor = subprocess.Popen(command)
    except (OSError, ValueError) as error:
        return f"could not be started: {getattr(error, 'strerror', None) or error}"
    # Ctrl+C in the editor reaches this app too. Ignored before the start, it would be in there.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = editor.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return f"ended with code {code}" if code else ""
