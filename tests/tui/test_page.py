"""The page: it wraps to its width, scrolls by keys, and moves its cursor only over what was seen."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from mile18.tui.page import LONGEST_LINE, Block, Page, PageText, prose


class Reader(App[None]):
    """A page alone."""

    HEIGHTS = (3, 4, 30, 4)

    def __init__(self, *, stops: bool = True) -> None:
        super().__init__()
        self._stops = stops
        self.widths: list[int] = []
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Page(self._text)

    def on_page_chosen(self, event: Page.Chosen) -> None:
        self.chosen.append(event.name)

    def _text(self, width: int) -> Sequence[Block]:
        self.widths.append(width)
        return [
            Block(
                [Content(f"{name} {line}") for line in range(height)],
                part=name,
                stop=name if self._stops and name != "a" else "",
            )
            for name, height in zip("abcd", self.HEIGHTS, strict=True)
        ]

    @property
    def page(self) -> Page:
        return self.query_one(Page)

    @property
    def top(self) -> str:
        return (
            self.query_one(PageText).content.plain.split("\n")[int(self.page.scroll_y)].strip("▸ ")
        )


async def test_without_stops_an_arrow_scrolls_one_line() -> None:
    app = Reader(stops=False)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "up")
        assert app.page.scroll_y == 1


async def test_the_cursor_goes_from_stop_to_stop() -> None:
    app = Reader()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.page.cursor == ""
        await pilot.press("down")
        assert app.page.cursor == "b"
        await pilot.press("down")
        assert (app.page.cursor, app.top) == ("c", "c 0")
        await pilot.press("up")
        assert (app.page.cursor, app.top) == ("b", "b 0")
        await pilot.press("up")
        assert (app.page.cursor, app.top) == ("", "a 0")


async def test_a_stop_taller_than_the_page_is_scrolled_through_first() -> None:
    app = Reader()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down")
        seen = {app.top}
        for _ in range(10):
            if app.page.cursor != "c":
                break
            await pilot.press("down")
            seen.add(app.top)
        assert app.page.cursor == "d"
        assert {"c 0", "c 6", "c 12", "c 18"} <= seen


async def test_after_a_page_the_cursor_is_on_what_is_in_sight() -> None:
    app = Reader()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        assert (app.top, app.page.cursor) == ("b 1", "c")
        await pilot.press("end")
        assert app.page.cursor == "d"
        assert app.page.scroll_y == app.page.max_scroll_y
        await pilot.press("home")
        assert (app.top, app.page.cursor) == ("a 0", "")


async def test_parts_are_reached_one_by_one_and_by_name() -> None:
    app = Reader(stops=False)
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        app.page.turn(1)
        assert app.top == "b 0"
        app.page.turn(1)
        app.page.turn(-1)
        assert app.top == "b 0"
        app.page.jump("c")
        assert app.top == "c 0"
        app.page.jump("nowhere")
        assert app.top == "c 0"


async def test_a_second_click_chooses() -> None:
    app = Reader()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.click(PageText, offset=(4, 4))
        assert (app.page.cursor, app.chosen) == ("b", [])
        await pilot.click(PageText, offset=(4, 5))
        assert app.chosen == ["b"]


@pytest.mark.parametrize("columns", [20, 40, 80, 160])
async def test_text_is_drawn_for_the_room_beside_the_scrollbar(columns: int) -> None:
    app = Reader()
    async with app.run_test(size=(columns, 6)) as pilot:
        await pilot.pause()
        text = app.query_one(PageText)
        assert app.widths[-1] == min(LONGEST_LINE, text.content_size.width - 2)
        assert text.content_size.height == sum(app.HEIGHTS)


async def test_text_is_drawn_again_when_the_terminal_changes() -> None:
    app = Reader()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert app.widths[-1] < 40


def test_a_paragraph_hangs_under_its_first_word() -> None:
    drawn = [line.plain for line in prose("[b]one two three four", 12, 4, "A")]
    assert drawn == ["A   [b]one", "    two", "    three", "    four"]
