"""What the next race has of the old one, and what is asked again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from mile18.plan.season import Carried
from mile18.sanitise import printable
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BaseModal
from mile18.tui.drawing import point
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.races.opening import open_file_of
from mile18.tui.state import RaceState


class NextRaceScreen(BaseModal[None]):
    """The answers of the old race by topic: those that last, and those that do not."""

    CSS_PATH = "next_race.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open it", id="next-race-open", tooltip="Open the new race"),
        Binding("escape", "back", "back", id="next-race-back", tooltip="Back to your races"),
    ]
    app: RaceState

    def __init__(self, path: Path, made: Carried) -> None:
        """Tell of the new race in the file `path`."""
        super().__init__()
        self._race = path
        self._made = made

    def compose(self) -> ComposeResult:
        """The text, and the keys."""
        with Vertical():
            yield Page(self._draw)
            yield ActionLine()

    def _draw(self, width: int) -> Sequence[Block]:
        return list(self._blocks(width))

    def _blocks(self, width: int) -> Iterator[Block]:
        yield Block(prose(f"{printable(self._race.stem)} is made.", width, style="bold"))
        for note in self._made.notes:
            yield Block(prose(note, width))
        for title, told in (("Kept", self._made.kept), ("Asked again", self._made.dropped)):
            lines = [Content(""), heading(title)]
            for line in told or ("Nothing.",):
                lines += point(line, width)
            yield Block(lines, part=title)

    def action_open(self) -> None:
        """Open the new race."""
        open_file_of(self.app, self._race)

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss()
