"""The least that Textual can be: `static`, one line of text, or `input`, one field."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class OneStatic(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("ready")


class OneInput(App[None]):
    """One field to type in."""

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input(placeholder="ready")


if __name__ == "__main__":
    (OneStatic if sys.argv[1] == "static" else OneInput)().run()
