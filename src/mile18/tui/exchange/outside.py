"""What leaves the terminal: text for the clipboard, and a file for the program that shows it."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from shutil import which
from threading import Thread

from textual.app import App


def copy_text(app: App[None], text: str) -> bool:
    """Put text on the clipboard; False if it is likely not there.

    The terminal is asked (OSC 52), which works through SSH and answers nothing. Where it is known
    not to do it, the system's own way is tried, but never that of a machine far away.
    """
    if os.environ.get("TERM") != "linux":
        app.copy_to_clipboard(text)
    if not _ignores_osc_52():
        return True
    if "SSH_CONNECTION" in os.environ:
        return False
    # Needed in few terminals only.
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True


def _ignores_osc_52() -> bool:
    # The console of Linux, Apple's Terminal, those made with VTE; tmux passes none on unless told.
    return (
        os.environ.get("TERM") == "linux"
        or os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
        or not os.environ.keys().isdisjoint({"VTE_VERSION", "TMUX"})
    )


def open_file(path: Path) -> bool:
    """Hand a file to the program that the system opens it with; False if there is none to ask."""
    if sys.platform == "win32":
        os.startfile(path)
        return True
    program = which("open") if sys.platform == "darwin" else _opener()
    if program is None:
        return False
    # Some come back only when the window is closed; mile18 does not wait for them, not even to end.
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    run = partial(subprocess.run, [program, path], **quiet, stderr=subprocess.DEVNULL, check=False)
    Thread(target=run, daemon=True).start()
    return True


def _opener() -> str | None:
    # Without a desktop, xdg-open starts a browser in the terminal that mile18 has.
    if program := which("wslview"):
        return program
    has_desktop = not os.environ.keys().isdisjoint({"DISPLAY", "WAYLAND_DISPLAY"})
    return which("xdg-open") if has_desktop else None
