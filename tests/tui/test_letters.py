"""j, k, g and G move in texts and lists, but where a screen has another use for them."""

from pathlib import Path

import pytest
from plan_screens import plan_app
from race_app import race_app
from textual.widgets import OptionList

from mile18.storage.store import Store
from mile18.tui.page import Page
from mile18.tui.race_day.screen import RaceDayScreen
from mile18.tui.races.list import RaceList


@pytest.mark.parametrize(
    ("letters", "keys"),
    [
        (["j"], ["down"]),
        (["j", "j", "k"], ["down", "down", "up"]),
        (["G"], ["end"]),
        (["G", "g"], ["end", "home"]),
    ],
)
@pytest.mark.parametrize("way", [["f1"], ["f6"], ["f3"]])
async def test_in_texts_they_do_what_the_arrows_do(
    tmp_path: Path, way: list[str], letters: list[str], keys: list[str]
) -> None:
    found = []
    for at, pressed in enumerate((letters, keys)):
        app = plan_app(tmp_path / str(at))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*way, *pressed)
            await pilot.pause()
            page = app.screen.query_one(Page)
            found.append((page.scroll_y, page.cursor))
    assert found[0] == found[1]


async def test_in_the_list_of_races(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    for name in ("a", "b", "c"):
        Store(tmp_path / "races").create(name, app.profile or app.session.opened.profile)  # type: ignore[union-attr]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        races = app.screen.query_one(RaceList)
        await pilot.press("g")
        assert races.cursor == 0
        await pilot.press("j", "j", "k")
        assert races.cursor == 1
        await pilot.press("G")
        assert races.cursor == 3


async def test_in_a_checklist(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["pagedown"] * 6, "enter")
        items = app.screen.query_one(OptionList)
        await pilot.press("j", "j")
        assert items.highlighted == 2
        await pilot.press("G")
        assert items.highlighted == items.option_count - 1
        await pilot.press("g")
        assert items.highlighted == 0


async def test_a_screen_s_own_letter_goes_first(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "f", "g")
        await pilot.pause()
        assert isinstance(app.screen, RaceDayScreen)
        assert app.screen._here == "Goal"
