"""A list of races: as many lines as fit are drawn, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from mile18.tui.widgets.drawn import Drawn
from mile18.tui.widgets.readiness_panel import beside


class RaceRow(NamedTuple):
    """One race in the list; `mark` stands before the title, `told` at the right end."""

    name: str
    title: str
    told: str = ""
    mark: str = " "


class RaceList(Drawn, can_focus=True):
    """Races to move along and to choose from; the mark is a sign, and the colour says it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Race above", show=False),
        Binding("down", "move(1)", "Race below", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("pagedown", "turn(1)", "Page down", show=False),
        Binding("home", "jump(0)", "First race", show=False),
        Binding("end", "jump(-1)", "Last race", show=False),
    ]

    rows: reactive[Sequence[RaceRow]] = reactive(())
    cursor: reactive[int] = reactive(0)
    empty: reactive[str] = reactive("")

    @dataclass
    class Moved(Message):
        """Another race is under the cursor."""

        name: str

    class Chosen(Message):
        """The race under the cursor was clicked a second time."""

    def __init__(self) -> None:
        """Start at the top."""
        super().__init__()
        self._first = 0

    @property
    def name_here(self) -> str:
        """The name of the race under the cursor; empty if there is none."""
        return self.rows[self.cursor].name if self.rows else ""

    @property
    def title_here(self) -> str:
        """What the race under the cursor is called; empty if there is none."""
        return self.rows[self.cursor].title if self.rows else ""

    def draw(self, width: int, height: int) -> Content:
        """The rows around the cursor, and how far down the list they are."""
        if not self.rows:
            return Content("\n").join(Content.styled(self.empty, "$foreground-muted").wrap(width))
        page = self._page
        top = min(self._first, self.cursor, max(0, len(self.rows) - page))
        self._first = max(top, self.cursor - page + 1)
        shown = self.rows[self._first : self._first + page]
        lines = [self._row(self._first + at, row, width) for at, row in enumerate(shown)]
        if page < height:
            told = f"{self.cursor + 1} of {len(self.rows)}"
            lines += [Content("")] * (height - 1 - len(lines))
            lines.append(beside(Content(""), Content.styled(told, "$foreground-muted"), width))
        return Content("\n").join(lines)

    @property
    def _page(self) -> int:
        """How many rows fit; the last line tells the place if not all do."""
        height = max(1, self.content_size.height)
        return height if len(self.rows) <= height else max(1, height - 1)

    def _row(self, at: int, row: RaceRow, width: int) -> Content:
        here = at == self.cursor
        left = Content.assemble(
            ("▸" if here else " ", "bold $accent"),
            (row.mark, "bold $text-warning" if row.mark == "!" else "bold $text-accent"),
            " ",
            (row.title, "bold" if here else ""),
        )
        line = beside(left, Content.styled(f"{row.told} ", "$foreground-muted"), width)
        return line.stylize_before("on $cursor-row") if here else line

    def validate_cursor(self, cursor: int) -> int:
        """Stay on the list."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        """Tell whoever shows the race."""
        if self.rows:
            self.post_message(self.Moved(self.name_here))

    def action_move(self, step: int) -> None:
        """Go to the next or previous race."""
        self.cursor += step

    def action_turn(self, step: int) -> None:
        """Go a page down or up."""
        self.cursor += step * self._page

    def action_jump(self, to: int) -> None:
        """Go to the first (0) or the last (-1) race."""
        self.cursor = to % max(1, len(self.rows))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a race, a second one chooses it."""
        at = self._first + event.y
        if event.y >= self._page or at >= len(self.rows):
            return
        if at == self.cursor:
            self.post_message(self.Chosen())
        self.cursor = at

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.cursor += 1

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.cursor -= 1
