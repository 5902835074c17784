"""Text to read: drawn for the width there is, scrolled by keys, with a cursor where there is a choice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from mile18.tui.letters import Lettered

GUTTER = 2
LONGEST_LINE = 100
LACK = "lack "


def lack_stop(at: int, question: str) -> str:
    """The stop at a line of what is not known, with the id of the question that would fill it."""
    return f"{LACK}{at} {question}"


def question_at(stop: str) -> str:
    """The id of the question behind such a stop; empty for any other."""
    return stop.rpartition(" ")[2] if stop.startswith(LACK) else ""


class Block(NamedTuple):
    """Lines that belong together; `part` can be jumped to, at `stop` the cursor can stand."""

    lines: Sequence[Content]
    part: str = ""
    stop: str = ""


class Place(NamedTuple):
    """Where a block stands on the page."""

    name: str
    top: int
    bottom: int


def prose(text: str, width: int, indent: int = 0, lead: str = "", style: str = "") -> list[Content]:
    """A paragraph with a hanging indent; `lead` stands in the indent of its first line."""
    wrapped = Content.styled(text, style).wrap(max(8, width - indent))
    first = Content.assemble((lead.ljust(indent), "bold $accent"), wrapped[0])
    return [first, *(Content.assemble(" " * indent, more) for more in wrapped[1:])]


def heading(text: str) -> Content:
    """The title of a part."""
    return Content.styled(text, "bold $text-accent")


@dataclass
class Hold:
    """What to keep at the top while the text is drawn for another width, until something moves."""

    part: str
    cursor: str | None
    y: float = 0


class PageText(Widget):
    """The drawn text, in one widget whatever its length."""

    DEFAULT_CSS = """
    PageText {
        width: 1fr; height: auto;
        link-style: none; link-color: $foreground; link-background: transparent;
        link-style-hover: underline; link-color-hover: $accent; link-background-hover: transparent;
    }
    """

    content: reactive[Content] = reactive(Content(""))
    lines: reactive[int] = reactive(1, layout=True)

    @dataclass
    class Laid(Message):
        """The text has the room it needs, so it can be scrolled."""

    def on_resize(self) -> None:
        """Tell the page."""
        self.post_message(self.Laid())

    def render(self) -> Content:
        """The text as last drawn."""
        return self.content

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as were drawn."""
        return self.lines


class Page(VerticalScroll, Lettered, can_focus=True, inherit_bindings=False):
    """A text that scrolls; where it has stops, up and down go from one to the next."""

    DEFAULT_CSS = """
    Page {
        height: 1fr;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground-muted 50%;
        scrollbar-background: $background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("home", "edge(0)", "To the top", show=False),
        Binding("end", "edge(1)", "To the end", show=False),
    ]

    LETTERS: ClassVar[Mapping[str, str]] = {
        "j": "move(1)",
        "k": "move(-1)",
        "g": "edge(0)",
        "G": "edge(1)",
    }

    cursor: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """The stop under the cursor was clicked again."""

        name: str

    def __init__(self, draw: Callable[[int], Sequence[Block]]) -> None:
        """Show what `draw` gives for a width."""
        super().__init__()
        self._draw = draw
        self._blocks: Sequence[Block] = ()
        self._drawn_width = 0
        self.parts: list[Place] = []
        self.stops: list[Place] = []
        self._held: Hold | None = None

    def compose(self) -> ComposeResult:
        """The text."""
        yield PageText()

    def on_resize(self) -> None:
        """Draw for the new width."""
        if self._width != self._drawn_width:
            self.redraw()

    def redraw(self) -> None:
        """Draw again, with other data or for another width."""
        self._drawn_width = self._width
        if self._drawn_width <= GUTTER or not self.is_mounted:
            return
        self._blocks = self._draw(min(LONGEST_LINE, self._drawn_width - GUTTER))
        self.parts, self.stops, top = [], [], 0
        for block in self._blocks:
            bottom = top + len(block.lines)
            if block.part:
                self.parts.append(Place(block.part, top, bottom))
            if block.stop:
                self.stops.append(Place(block.stop, top, bottom))
            top = bottom
        self._paint()

    def watch_cursor(self) -> None:
        """Mark the stop under the cursor."""
        self._held = None
        self._paint()

    def _paint(self) -> None:
        lines: list[Content] = []
        for block in self._blocks:
            here = block.stop and block.stop == self.cursor
            for at, line in enumerate(block.lines):
                mark = Content.styled("▸ " if here and at == 0 else "  ", "bold $accent")
                shown = Content.assemble(mark, line)
                if here and at == 0:
                    room = max(0, self._drawn_width - shown.cell_length)
                    shown = shown.pad_right(room).stylize_before("on $cursor-row")
                lines.append(shown)
        for text in self.query(PageText):
            text.content = Content("\n").join(lines)
            text.lines = max(1, len(lines))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _view(self) -> int:
        return self.scrollable_content_region.height

    def _show(self, y: float) -> None:
        self._held = None
        self.scroll_to(y=max(0, y), animate=False, immediate=True)

    # Reading on

    def action_move(self, step: int) -> None:
        """One line on, or one stop, once the whole stop under the cursor was in sight."""
        y, view = int(self.scroll_y), self._view
        if not self.stops:
            self._show(y + step)
            return
        at = next((n for n, place in enumerate(self.stops) if place.name == self.cursor), -1)
        here = self.stops[at] if at >= 0 else Place("", 0, self.stops[0].top)
        if here.bottom <= y or here.top >= y + view:
            self._follow()
            return
        last = step > 0 and at == len(self.stops) - 1
        if step > 0 and (last or here.bottom > y + view):
            self._show(y + (view // 2 if last else min(view // 2, here.bottom - y - view)))
        elif step < 0 and here.top < y:
            self._show(y - min(view // 2, y - here.top))
        elif at + step < 0:
            self.cursor = ""
            self._show(0)
        else:
            self._stand_on(self.stops[at + step])

    def _stand_on(self, place: Place) -> None:
        self.cursor = place.name
        y, view = int(self.scroll_y), self._view
        if place.top < y or place.bottom - place.top >= view:
            self._show(place.top)
        elif place.bottom > y + view:
            self._show(place.bottom - view)

    def _follow(self) -> None:
        """Bring the cursor to what is in sight."""
        y, view = int(self.scroll_y), self._view
        inside = [place for place in self.stops if place.bottom > y and place.top < y + view]
        whole = [place for place in inside if place.top >= y]
        self.cursor = next((place.name for place in whole or inside), "")

    def action_page(self, step: int) -> None:
        """A page on, with two lines of the last one."""
        self._show(int(self.scroll_y) + step * max(1, self._view - 2))
        self._follow()

    def action_edge(self, end: int) -> None:
        """To the top (0) or the end (1)."""
        self._show(self.max_scroll_y if end else 0)
        self.cursor = self.stops[-1].name if end and self.stops else ""

    def jump(self, part: str, cursor: str | None = None) -> None:
        """Put a part at the top, or the very top for "", and the cursor there or on `cursor`."""
        self._keep(Hold(part, cursor))

    def _keep(self, held: Hold) -> None:
        places = {place.name: place.top for place in self.parts} | {"": 0}
        if held.part in places:
            self._show(places[held.part])
            if held.cursor is None:
                self._follow()
            else:
                self.cursor = held.cursor
        held.y = self.scroll_y
        self._held = held

    def on_page_text_laid(self, event: PageText.Laid) -> None:
        """Put what was at the top there again, unless it was scrolled away."""
        event.stop()
        if self._held and self._held.y == self.scroll_y:
            self._keep(self._held)

    def turn(self, step: int) -> None:
        """Jump to the next (1) or previous (-1) part."""
        y = int(self.scroll_y)
        later = [place.top for place in self.parts if place.top > y]
        earlier = [place.top for place in self.parts if place.top < y]
        if step > 0 and later:
            self._show(later[0])
        elif step < 0:
            self._show(earlier[-1] if earlier else 0)
        self._follow()

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        if not isinstance(event.widget, PageText):
            return
        for place in self.stops:
            if place.top <= event.y < place.bottom:
                if place.name == self.cursor:
                    self.post_message(self.Chosen(place.name))
                self.cursor = place.name
