"""The picture below the questions: it follows the answers, and never takes a question's place."""

from pathlib import Path

import pytest
from picture_races import EXAMPLE
from race_app import race_app

from mile18.profile import tabs
from mile18.tui.form.form import QuestionForm
from mile18.tui.prepare.picture import TabPicture


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (60, 20), (40, 20)])
async def test_no_question_is_hidden_moved_or_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    app = race_app(tmp_path, EXAMPLE)
    shown = set()
    async with app.run_test(size=size) as pilot:
        for topic in tabs():
            await pilot.pause()
            form, view = app.screen.query_one(QuestionForm), app.screen.query_one(TabPicture)
            drawing = form.rows.drawing
            assert drawing
            if view.display:
                shown.add(topic)
                # All of the questions stand above it, and nothing scrolls.
                assert drawing.height <= form.size.height
                assert form.max_scroll_y == 0
                assert view.region.bottom <= app.screen.size.height
            await pilot.press("pagedown")
    assert "health" not in shown
    assert ("sleep" in shown) is (size[0] >= 120)
    if size == (200, 60):
        assert shown == {"race", "sleep", "training", "nutrition", "heat", "nerves"}


async def test_it_follows_what_is_typed_and_the_cursor(tmp_path: Path) -> None:
    app = race_app(tmp_path, EXAMPLE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.go_to("training.longest_run")
        await pilot.pause()
        view = app.screen.query_one(TabPicture)
        before = [row.text for row in view.rows]
        assert any(row.startswith("› Longest run") for row in before)
        await pilot.press(*"12", "enter")
        await pilot.pause()
        after = [row.text for row in view.rows]
        assert after != before
        assert any("12 km" in row for row in after)
        assert not any(row.startswith("› Longest run") for row in after)


async def test_a_reason_under_the_cursor_goes_first(tmp_path: Path) -> None:
    app = race_app(tmp_path, EXAMPLE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.go_to("training.longest_run")
        await pilot.pause()
        await pilot.press(*"many miles", "enter")
        await pilot.pause()
        form = app.screen.query_one(QuestionForm)
        drawing = form.rows.drawing
        assert drawing
        assert drawing.height <= form.size.height


async def test_it_goes_where_there_is_no_room_and_comes_back(tmp_path: Path) -> None:
    app = race_app(tmp_path, EXAMPLE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("pagedown")
        await pilot.pause()
        view = app.screen.query_one(TabPicture)
        assert view.display
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert not view.display
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert view.display
