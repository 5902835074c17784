"""The command palette, which is never open twice and takes keys before its list is there."""

from contextlib import suppress
from typing import ClassVar

from textual.command import CommandPalette

from mile18.tui.base_screen import BaseScreen


class Palette(CommandPalette, BaseScreen[None]):
    """Every action and every question by name."""

    hands_on_at_once: ClassVar[bool] = True

    def _action_command_list(self, action: str) -> None:
        # Textual looks up lines that are not laid out yet when PgDn was typed ahead of them.
        with suppress(LookupError):
            super()._action_command_list(action)
