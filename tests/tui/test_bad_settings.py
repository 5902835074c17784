"""The app opens whatever the settings say, tells what is wrong in them, and writes over none of it."""

from pathlib import Path

import pytest
from race_app import race_app, words

from mile18.storage.own_themes import OwnTheme
from mile18.storage.settings import AUTO_THEME, THEMES, Settings, load_settings
from mile18.tui.app import Mile18
from mile18.tui.dialogs.settings import SettingsScreen
from mile18.tui.form.form import QuestionForm

BAD = [
    "theme = dark",
    'theme = "drakula"',
    "theme = 3",
    "keys = 3",
    '[keys]\nsave = "[/x]"\ncramp = ""',
    "[keys\nsave = 'f2'",
    'folders = ["~nosuchuser/x", "/srv/none"]',
    "mouse = true",
    "units = 3",
    '[units]\nmass = "stone"\n[units.more]\nx = 1',
]


def app_of(folder: Path, text: str) -> Mile18:
    """The app with its settings read from a file."""
    file = folder / "settings.toml"
    file.write_text(f"{text}\n", encoding="utf-8")
    settings, problems = load_settings(file)
    app = race_app(folder, settings=settings)
    app.settings_problems = [problem.sentence(file.name) for problem in problems]
    return app


def told(app: Mile18) -> list[str]:
    return [notice.message for notice in app._notifications]


@pytest.mark.parametrize("text", BAD)
async def test_a_bad_line_is_told_and_stays_when_a_unit_is_chosen(
    tmp_path: Path, text: str
) -> None:
    app = app_of(tmp_path, text)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.settings_problems
        await pilot.pause()
        assert "\n".join(app.settings_problems) in told(app)
        await pilot.press("ctrl+p", "escape", "f1", "escape", "f9", "down", "right")
        assert app.units.distance == "mi"
        assert isinstance(app.screen, SettingsScreen)
    kept = (tmp_path / "settings.toml").read_text(encoding="utf-8")
    if "units = 3" not in text:
        assert [line for line in text.splitlines() if line not in kept.splitlines()] == []
    assert load_settings(tmp_path / "settings.toml")[0].units.distance == "mi"


async def test_of_many_problems_the_first_are_told(tmp_path: Path) -> None:
    app = app_of(tmp_path, "a = 1\nb = 1\nc = 1\nd = 1\ne = 1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (said,) = told(app)
    assert said.splitlines()[:3] == app.settings_problems[:3]
    assert said.splitlines()[3:] == ["And 2 more; mile18 paths prints them all."]


async def test_good_settings_are_not_spoken_of(tmp_path: Path) -> None:
    app = app_of(tmp_path, 'theme = "nord"')
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(app) == []


async def test_a_key_for_what_is_no_action_is_told_where_the_keys_are(tmp_path: Path) -> None:
    app = app_of(tmp_path, '[keys]\nsav = "f12"\nundo = "f2"')
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        assert "No action has this name, so its line does nothing: sav" in words(app.screen)


@pytest.mark.parametrize("key", ["[", "]", "ctrl+[", "\\", "é", "space", "f99", "ctrl+shift+f2,q"])
async def test_any_key_can_be_shown_wherever_keys_are(tmp_path: Path, key: str) -> None:
    app = race_app(tmp_path, settings=Settings(keys={"save": key, "cramp": key, "help": key}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press("escape", "f9", "escape", "f5", "f9")
        assert isinstance(app.screen, SettingsScreen)


def test_the_themes_that_settings_may_name_are_those_of_the_app(tmp_path: Path) -> None:
    assert set(THEMES) - {AUTO_THEME} == set(race_app(tmp_path).available_themes)


async def test_a_theme_of_ones_own_can_be_chosen_like_any_other(tmp_path: Path) -> None:
    own = OwnTheme(name="forest", colours={"primary": "#00aa77"}, more={"cursor-row": "#223344"})
    app = race_app(tmp_path, settings=Settings(theme="forest"), themes=(own,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        assert app.theme == "forest"
        assert app.theme_variables["cursor-row"] == "#223344"
        assert app.screen.query_one(QuestionForm).answers["theme"] == "forest"
