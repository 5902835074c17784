"""A table of races: as many rows as fit are drawn, however many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from mile18.plan.overview import BY_ID, COLUMNS, USUAL_ORDER, Column, Row, fitting
from mile18.sanitise import printable
from mile18.tui.drawing import Drawn
from mile18.tui.letters import Lettered
from mile18.tui.panel import beside

MARKS = 3
SHORT_NAME = 13
GATE_CELLS = {
    "clear": "$text-success",
    "not answered": "$foreground-muted",
    "ask first": "$text-warning",
    "do not race today": "bold $text-error",
}


class Layout(Struct, frozen=True):
    """The columns that fit, with their widths; what is left over goes to the race, or the name."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]


def layout(width: int, longest_name: int, *, told_apart: bool, whole_names: bool) -> Layout:
    """The columns for so many characters; names of files only where they tell races apart.

    Names are cut before a column goes, unless they are wanted whole.
    """
    ids = [column.id for column in COLUMNS if told_apart or column.id != "name"]
    widths = {column: BY_ID[column].width for column in ids}
    most = min(longest_name, 2 * BY_ID["name"].width)
    if told_apart:
        widths["name"] = most if whole_names else min(most, SHORT_NAME)
    room = width - MARKS
    kept = fitting(widths, room, 1)
    spare = max(0, room - sum(widths[column] + 1 for column in kept) + 1)
    if told_apart:
        wider = min(spare, most - widths["name"])
        widths["name"] += wider
        spare -= wider
    widths["race" if "race" in kept else kept[0]] += spare
    return Layout(tuple(BY_ID[each] for each in kept), tuple(widths[each] for each in kept))


def header(shape: Layout, by: Column, *, backwards: bool) -> Content:
    """The titles of the columns; the one that is sorted by has a sign."""
    cells = []
    for column, width in zip(shape.columns, shape.widths, strict=True):
        sign = ("▼" if backwards else "▲") if column == by else ""
        title = f"{column.title[: width - len(sign)]}{sign}"
        style = "bold $text-accent" if column == by else "$foreground-muted"
        cells.append(_cell(Content.styled(title, style), width, right=column.right))
    return Content.assemble(" " * MARKS, Content(" ").join(cells))


def cells(row: Row, name: str, shape: Layout) -> Content:
    """One race; what is wrong with a file that cannot be read stands where its values would."""
    if not row.readable:
        return _unread(row, name, sum(shape.widths) + len(shape.widths) - 1)
    ids = [column.id for column in shape.columns]
    shown = []
    for column, width in zip(shape.columns, shape.widths, strict=True):
        text = name if column.id == "name" else printable(column.text(row))
        if column.id == "race" and not text and "name" not in ids:
            text = name
        style = GATE_CELLS.get(row.gate, "") if column.id == "gate" else ""
        shown.append(_cell(Content.styled(text, style), width, right=column.right))
    return Content(" ").join(shown)


def problem_words(row: Row) -> Sequence[str]:
    """What is wrong with the file, without the folder it lies in."""
    folder = printable(str(Path(row.path).parent / "x"))[:-1]
    return [problem.removeprefix(folder) for problem in row.problems]


def _unread(row: Row, name: str, width: int) -> Content:
    if not row.problems:
        return Content.styled(f"{name}  …", "$foreground-muted").truncate(width, ellipsis=True)
    told = Content.assemble(
        (f"{name}  ", ""),
        (f"cannot be read: {problem_words(row)[0]}", "$text-warning"),
    )
    return told.truncate(width, ellipsis=True)


def _cell(text: Content, width: int, *, right: bool) -> Content:
    text = text.truncate(width, ellipsis=True)
    gap = " " * (width - text.cell_length)
    return Content.assemble(gap, text) if right else Content.assemble(text, gap)


class RaceList(Drawn, Lettered, can_focus=True):
    """Races to move along and to choose from; the mark is a sign, and the colour says it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Race above", show=False),
        Binding("down", "move(1)", "Race below", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("pagedown", "turn(1)", "Page down", show=False),
        Binding("home", "jump(0)", "First race", show=False),
        Binding("end", "jump(-1)", "Last race", show=False),
    ]

    LETTERS: ClassVar[Mapping[str, str]] = {
        "j": "move(1)",
        "k": "move(-1)",
        "g": "jump(0)",
        "G": "jump(-1)",
    }

    rows: reactive[Sequence[Row]] = reactive(())
    cursor: reactive[int] = reactive(0)
    empty: reactive[str] = reactive("")
    names: reactive[Mapping[str, str]] = reactive({})
    told_apart: reactive[bool] = reactive(False)
    column: reactive[Column] = reactive(BY_ID[USUAL_ORDER])
    backwards: reactive[bool] = reactive(False)
    is_open: reactive[str] = reactive("")

    @dataclass
    class Moved(Message):
        """Another race is under the cursor."""

        path: str

    class Chosen(Message):
        """The race under the cursor was clicked a second time."""

    @dataclass
    class Sorted(Message):
        """The title of a column was clicked."""

        column: Column

    def __init__(self) -> None:
        """Start at the top."""
        super().__init__()
        self._first = 0

    @property
    def row_here(self) -> Row | None:
        """The race under the cursor, if there is one."""
        return self.rows[self.cursor] if self.rows else None

    def draw(self, width: int, height: int) -> Content:
        """The titles, the rows around the cursor, and how far down the list they are."""
        if not self.rows:
            return Content("\n").join(Content.styled(self.empty, "$foreground-muted").wrap(width))
        page = self._page
        top = min(self._first, self.cursor, max(0, len(self.rows) - page))
        self._first = max(top, self.cursor - page + 1)
        shape = self._shape(width)
        lines = [header(shape, self.column, backwards=self.backwards)]
        for at, row in enumerate(self.rows[self._first : self._first + page], start=self._first):
            lines.append(self._row(row, shape, width, here=at == self.cursor))
        lines += [Content("")] * (height - 1 - len(lines))
        lines.append(beside(Content(""), self._told(), width))
        return Content("\n").join(lines[:height])

    @property
    def _page(self) -> int:
        """How many rows fit between the titles and the last line, which tells the place."""
        return max(1, self.content_size.height - 2)

    def _shape(self, width: int) -> Layout:
        # Of the names only some are measured: a list of thousands is drawn at every key.
        some = islice(self.rows, 100)
        longest = max((len(self.names.get(row.path, row.name)) for row in some), default=0)
        # A name with its folder is there to tell two files apart.
        by_folder = bool(self.names)
        return layout(width, longest, told_apart=self.told_apart, whole_names=by_folder)

    def _told(self) -> Content:
        turned = ", backwards" if self.backwards else ""
        told = f"{self.cursor + 1} of {len(self.rows)}, by {self.column.title}{turned}"
        return Content.styled(told, "$foreground-muted")

    def _row(self, row: Row, shape: Layout, width: int, *, here: bool) -> Content:
        mark = "●" if row.path == self.is_open else "!" if row.odd else " "
        name = printable(self.names.get(row.path, row.name))
        line = Content.assemble(
            ("▸" if here else " ", "bold $accent"),
            (mark, "bold $text-warning" if mark == "!" else "bold $text-accent"),
            " ",
            cells(row, name, shape),
        )
        if not here:
            return line
        return line.pad_right(max(0, width - line.cell_length)).stylize_before("on $cursor-row")

    async def _on_key(self, event: events.Key) -> None:
        # The keys that a fast typist sent right behind the one that opens the filter come here
        # too; left alone, each would be taken for the key of an action.
        typed_into = self.screen.focused
        if isinstance(typed_into, Input):
            event.stop()
            event.prevent_default()
            typed_into.post_message(events.Key(event.key, event.character))
            return
        active = self.screen.active_bindings.get(event.key)
        if active and active.binding.action == "filter":
            event.stop()
            event.prevent_default()
            await self.screen.run_action("filter")

    def validate_cursor(self, cursor: int) -> int:
        """Stay on the list."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        """Tell whoever shows the race."""
        if self.rows:
            self.post_message(self.Moved(self.rows[self.cursor].path))

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
        """A click goes to a race, a second one chooses it; one on a title sorts."""
        inside = event.get_content_offset(self)
        if inside is None or not self.rows:
            return
        if inside.y == 0:
            self._sort_at(inside.x)
            return
        at = self._first + inside.y - 1
        if inside.y > self._page or at >= len(self.rows):
            return
        if at == self.cursor:
            self.post_message(self.Chosen())
        self.cursor = at

    def _sort_at(self, x: int) -> None:
        shape, edge = self._shape(self.content_size.width), MARKS
        for column, width in zip(shape.columns, shape.widths, strict=True):
            edge += width + 1
            if x < edge:
                self.post_message(self.Sorted(column))
                return

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.cursor += 1

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.cursor -= 1
