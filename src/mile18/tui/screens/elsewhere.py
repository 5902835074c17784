"""The question what to do about a file that was changed elsewhere while it was open here."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from mile18.profile import Profile
from mile18.storage.changed_on_disk import Choice, Elsewhere
from mile18.tui.base_screen import BaseModal
from mile18.tui.elsewhere_parts import question_blocks
from mile18.tui.widgets.action_line import ActionLine
from mile18.tui.widgets.page import Block, Page
from mile18.units import Units


class ElsewhereScreen(BaseModal[Choice]):
    """Comes back with what the runner chose.

    It may come up in the middle of typing, so that no letter chooses; and Enter by habit keeps
    both, which costs nothing.
    """

    CSS_PATH = "elsewhere.tcss"
    AUTO_FOCUS = "Page"
    asks_about_file: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "do this", id="elsewhere-choose", tooltip="Do what is marked"),
        Binding(
            "tab", "move(1)", "next", id="elsewhere-next", tooltip="Mark the next way to go on"
        ),
        Binding("shift+tab", "move(-1)", "before", id="elsewhere-before", show=False),
        Binding("escape", "copy", "keep both", id="elsewhere-both", tooltip="Keep both as files"),
    ]

    def __init__(self, found: Elsewhere, mine: Profile, now: datetime, units: Units) -> None:
        """Ask about what was found, with `mine` as the answers here."""
        super().__init__()
        self.found = found
        self._mine = mine
        self._now = now
        self._units = units

    def compose(self) -> ComposeResult:
        """What happened with the choices in it, the keys."""
        with Vertical():
            yield Page(self._draw)
            yield ActionLine()

    def on_mount(self) -> None:
        """Start at what costs nothing."""
        self.query_one(Page).cursor = self.found.choices[0]

    def _draw(self, width: int) -> Sequence[Block]:
        return question_blocks(self.found, self._mine, self._now, self._units, width)

    def on_page_chosen(self) -> None:
        """A second click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what is marked."""
        stop = self.query_one(Page).cursor
        if stop:
            self.dismiss(cast(Choice, stop))

    def action_move(self, step: int) -> None:
        """Mark another way to go on."""
        self.query_one(Page).action_move(step)

    def action_copy(self) -> None:
        """Keep both as files."""
        self.dismiss("copy")
