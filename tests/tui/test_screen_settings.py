"""The settings apply at once and are kept, and the list of keys can be pasted into the file."""

import tomllib
from pathlib import Path

import pytest
from race_app import lines, race_app
from textual.content import Content

from mile18.storage.settings import AUTO_THEME, Settings, load_settings
from mile18.tui.app import Mile18
from mile18.tui.dialogs.key_list import all_keys
from mile18.tui.dialogs.settings import SettingsScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen
from mile18.units import Units


def _go(setting: str) -> list[str]:
    """The keys that open the settings on one of them."""
    return ["f9", *["down"] * ["theme", "distance", "mass", "temperature", "volume"].index(setting)]


@pytest.mark.parametrize(
    ("setting", "unit"),
    [("distance", "mi"), ("mass", "lb"), ("temperature", "°F"), ("volume", "fl oz")],
)
async def test_a_unit_applies_at_once_and_is_kept(tmp_path: Path, setting: str, unit: str) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*_go(setting), "right")
        assert getattr(app.units, setting) == unit
        assert app.screen.query_one(QuestionForm).answers[setting] == unit
    kept, problems = load_settings(tmp_path / "settings.toml")
    assert getattr(kept.units, setting) == unit
    assert not problems


async def test_a_theme_is_seen_at_once_and_kept(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "right")
        assert app.theme == "mile18-dark"
        await pilot.press("right")
        assert app.theme == "mile18-light"
        await pilot.press("right")
        assert app.theme not in ("mile18-dark", "mile18-light")
        kept, _ = load_settings(tmp_path / "settings.toml")
        assert kept.theme == app.theme


async def test_backspace_brings_a_setting_back_to_what_it_was_at_first(tmp_path: Path) -> None:
    settings = Settings(theme="nord", units=Units(distance="mi", mass="lb"))
    app = race_app(tmp_path, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "backspace", "down", "backspace")
        assert app.theme == app.own_theme
        assert app.settings.theme == AUTO_THEME
        assert app.units == Units(mass="lb")


async def test_other_settings_stay(tmp_path: Path) -> None:
    app = race_app(tmp_path, settings=Settings(keys={"undo": "f12"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "right")
    kept, _ = load_settings(tmp_path / "settings.toml")
    assert kept.keys == {"undo": "f12"}


async def test_every_theme_can_be_chosen_except_those_of_the_terminals_palette(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        offered = list(app.screen.query_one(QuestionForm).questions[0].choices)
        assert offered[:3] == [AUTO_THEME, "mile18-dark", "mile18-light"]
        assert set(offered[1:]) == {name for name in app.available_themes if "ansi" not in name}


async def test_the_terminals_own_palette_stays_while_it_is_in_use(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = "ansi-dark"
        await pilot.press("f9")
        form = app.screen.query_one(QuestionForm)
        assert form.answers["theme"] == "ansi-dark"
        assert "ansi-dark" in form.questions[0].choices


async def test_the_keys_are_listed_as_lines_for_the_file(tmp_path: Path) -> None:
    app = race_app(tmp_path, settings=Settings(keys={"undo": "f12"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f9")
        shown = [line.strip() for line in lines(app.screen)]
        assert str(tmp_path / "settings.toml") in "".join(shown)
        keys = tomllib.loads("\n".join(shown[shown.index("[keys]") :]))["keys"]
        assert set(keys) == {key.id for key in all_keys(Mile18, {})}
        assert keys["undo"] == "f12"
        assert keys["cramp"] == "f8"


async def test_what_is_below_the_form_can_be_read_with_the_keyboard(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*_go("volume"))
        page, form = app.screen.query_one(Page), app.screen.query_one(QuestionForm)
        await pilot.press("down")
        assert (page.scroll_y, form.cursor) == (1, 4)
        await pilot.press("pagedown")
        assert page.scroll_y > 3
        await pilot.press("up")
        assert (page.scroll_y, form.cursor) == (0, 3)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_form_and_keys_are_in_sight_and_no_line_is_too_wide(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f9")
        page, form = app.screen.query_one(Page), app.screen.query_one(QuestionForm)
        assert form.max_scroll_y == 0
        assert page.size.height >= 4
        room = page.scrollable_content_region.width
        assert max(Content(line).cell_length for line in lines(app.screen)) <= room


async def test_escape_goes_back(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, PrepareScreen)
