"""A line to type into that narrows a list down while one types."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FilterLine(Horizontal):
    """Shown as long as it holds or takes words; it tells of every key, and of being left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "leave", "To the list", show=False, priority=True),
        Binding("escape", "clear", "Clear", show=False, priority=True),
    ]

    @dataclass
    class Typed(Message):
        """Other words stand in the line."""

        words: str

    class Left(Message):
        """Back to the list."""

    def compose(self) -> ComposeResult:
        """What it is, and the line."""
        yield Static(Content(" Filter "))
        yield Input(compact=True, placeholder="race, gate, factor, date, file")

    def on_mount(self) -> None:
        """Hidden at first."""
        self.display = False

    @property
    def line(self) -> Input:
        """Where the words stand."""
        return self.query_one(Input)

    def open(self) -> None:
        """Show the line and type into it."""
        self.display = True
        # At once, and not after the keys that were sent behind.
        self.screen.set_focus(self.line)

    def clear(self) -> bool:
        """Take the words away; False if there were none."""
        was = bool(self.line.value)
        self.line.value = ""
        self.display = False
        return was

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_leave(self) -> None:
        """Keep the words and go back to the list."""
        self.display = bool(self.line.value)
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Take the words away and go back to the list."""
        self.clear()
        self.post_message(self.Left())
