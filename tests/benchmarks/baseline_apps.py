"""The least that Textual can be: `static`, one line; `input`, one field; `screen`, one on F1."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static


class OneStatic(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("ready")


class There(Screen[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("there")


class OneScreen(OneStatic):
    """One line of text, and over it another."""

    BINDINGS: ClassVar[list[BindingType]] = [("f1", "open", "open")]

    def action_open(self) -> None:
        """The other line."""
        self.push_screen(There())


class OneInput(App[None]):
    """One field to type in."""

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input(placeholder="ready")


if __name__ == "__main__":
    {"static": OneStatic, "input": OneInput, "screen": OneScreen}[sys.argv[1]]().run()
