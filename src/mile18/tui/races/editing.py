"""A file handed to the runner's own editor, while the app waits behind it."""

import os
import shlex
import signal
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from mile18.sanitise import printable


def edit(app: App[Any], path: Path) -> str:
    """Open the file in `$VISUAL` or `$EDITOR` and wait for its end; why not, or an empty text."""
    file = printable(str(path))
    variable = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name)), "EDITOR")
    try:
        command = shlex.split(os.environ.get(variable, ""))
    except ValueError:
        return (
            f"{variable} has a quote that is not closed: {printable(os.environ[variable])}. "
            f"Set it again, for example export {variable}=nano, and start mile18 again; "
            f"the file is {file}"
        )
    if not command:
        return (
            "No editor is named. Set EDITOR in your shell, for example export EDITOR=nano, and "
            f"start mile18 again; the file is {file}"
        )
    try:
        with app.suspend():
            # Of a name alone that begins with a dash an editor would make an option.
            failed = _run([*command, str(path.absolute())])
    except SuspendNotSupported:
        return f"The screen cannot be handed to an editor here; the file is {file}"
    return f"{printable(command[0])} {failed}; the file is {file}" if failed else ""


def _run(command: list[str]) -> str:
    """What went wrong, or an empty text: an error would leave the terminal to nobody."""
    try:
        code = subprocess.call(command)
    except (OSError, ValueError) as error:
        return f"could not be started: {getattr(error, 'strerror', None) or error}"
    if code < 0:
        return f"was ended by {_name(-code)}"
    return f"ended with code {code}" if code else ""


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
