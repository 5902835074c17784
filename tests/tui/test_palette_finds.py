"""What runners look for in the palette stands first in it."""

from pathlib import Path

import pytest
from plan_screens import plan_app
from textual.command import CommandList

from mile18.tui.palette import Palette


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("card", "Race card"),
        ("print", "Race card for phone and paper"),
        ("phone", "Race card for phone and paper"),
        ("paper", "Race card for phone and paper"),
        ("calendar", "Race week for your calendar"),
        ("ics", "Race week for your calendar"),
        ("sodium", "What is known about salt, sodium"),
        ("salt", "What is known about salt, sodium"),
        ("magnesium", "What is known about magnesium"),
        ("weather", "Weather of the race"),
        ("course", "Course"),
        ("breakfast", "Nutrition: Breakfast"),
        ("goal time", "Race: Goal time"),
        ("medicines", "Health: "),
        ("screenshot", "Screenshot"),
        ("undo", "Undo"),
    ],
)
async def test_the_best_match_stands_first(tmp_path: Path, typed: str, first: str) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*("space" if each == " " else each for each in typed))
        for _ in range(20):
            await pilot.pause()
        assert isinstance(app.screen, Palette)
        found = app.screen.query_one(CommandList)
        options = [str(found.get_option_at_index(at).prompt) for at in range(found.option_count)]
        assert options[0].strip().startswith(first), options[:4]
