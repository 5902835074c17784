"""Compare: two races side by side, by topic; what differs is marked."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.page import Page as Compared
from mile18.page import Sentence, Sides
from mile18.plan.compare.compare import compare
from mile18.plan.compare.pages import compare_page
from mile18.profile import Profile
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.state import RaceState
from mile18.units import counted
from mile18.writers.text import beside

MARK = "≠ "


def compare_blocks(page: Compared, width: int) -> Iterator[Block]:
    """Each section with its title; tables have a column for each side, under its name."""
    room = width - len(MARK)
    for section in page.sections:
        lines = [heading(section.title)]
        if section.names:
            head = beside(Sides(section.title, *section.names), room)
            lines = [heading(f"{' ' * len(MARK)}{line}") for line in head]
        for each in section.blocks:
            if isinstance(each, Sides):
                lines += _row(each, room)
            elif isinstance(each, Sentence):
                lines += prose(each.text, width, len(each.lead), each.lead)
        yield Block([*lines, Content("")], part=section.title)


def _row(row: Sides, room: int) -> Iterator[Content]:
    style = "" if row.differs else "$foreground-muted"
    for at, line in enumerate(beside(row, room)):
        mark = MARK if row.differs and at == 0 else " " * len(MARK)
        yield Content.assemble((mark, "bold $accent"), (line, style))


class CompareScreen(BaseScreen[None]):
    """What sets two profiles apart, and on demand what they have in common."""

    AUTO_FOCUS = "Page"
    CSS_PATH = "compare.tcss"
    shows_race: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="compare-back", tooltip="Close the comparison"),
        Binding("a", "everything", "all", id="compare-all", tooltip="Same answers shown or hidden"),
        Binding(
            "left",
            "turn(-1)",
            "part before",
            id="compare-before",
            tooltip="The part before",
            show=False,
        ),
        Binding("right", "turn(1)", "next part", id="compare-next", tooltip="The next part"),
    ]
    app: RaceState

    def __init__(self, names: tuple[str, str], a: Profile, b: Profile, what: str) -> None:
        """Hold `a` against `b`; `names` stand above the two columns, `what` in the title."""
        super().__init__()
        self._what = what
        self._names = names
        self._sides = a, b
        self._everything = False

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        yield TitleBar()
        yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what is compared, and follow the units."""
        found = compare(*self._sides, self.app.today)
        count = len(found.answers)
        bar = self.query_one(TitleBar)
        bar.title = f"Compare · {self._what}"
        bar.state = f"{MARK}{counted(count, 'answer differs', 'answers differ')}"
        self.watch(self.app, "units", self._page.redraw, init=False)

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _draw(self, width: int) -> Sequence[Block]:
        found = compare(*self._sides, self.app.today)
        page = compare_page(found, self._names, self.app.units, everything=self._everything)
        return list(compare_blocks(page, width))

    def action_everything(self) -> None:
        """Show the questions answered alike too, or hide them again."""
        self._everything = not self._everything
        self._page.redraw()

    def action_turn(self, step: int) -> None:
        """Go to the part before or after."""
        self._page.turn(step)

    def action_back(self) -> None:
        """Close the comparison."""
        self.dismiss()
