"""The command palette, which is never open twice and takes keys before its list is there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette

from mile18.tui.base_screen import BaseScreen
from mile18.tui.widgets.options import Options


class Commands(CommandList, Options):
    """What was found."""


class Palette(CommandPalette, BaseScreen[None]):
    """Every action and every question by name."""

    hands_on_at_once: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """As Textual has it, but for the list."""
        for widget in super().compose():
            yield Commands() if isinstance(widget, CommandList) else widget
