"""A runner's own colours beside the settings: what is taken, and what is said of the rest."""

from pathlib import Path

import pytest

from mile18.storage.own_themes import OwnTheme, own_themes, theme_names
from mile18.storage.settings import AUTO_THEME, THEMES, Settings, load_settings, save_settings

GOOD = 'primary = "#0a7"\nbackground = "#101418"\ncursor-row = "#223344"\ndark = true\n'


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    return tmp_path / "settings.toml"


def test_a_file_is_a_theme(settings_file: Path) -> None:
    (settings_file.parent / "themes" / "forest.toml").write_text(GOOD)
    (settings_file.parent / "themes" / "notes.txt").write_text("not a theme")
    found, told = own_themes(settings_file, THEMES)
    colours = {"primary": "#0a7", "background": "#101418"}
    assert found == [OwnTheme(name="forest", colours=colours, more={"cursor-row": "#223344"})]
    assert told == []


def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    assert own_themes(tmp_path / "settings.toml", THEMES) == ([], [])
    (tmp_path / "themes").write_text("a file")
    assert theme_names(tmp_path / "settings.toml") == ()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x", "primary = red", ":1: not readable as TOML"),
        ("x", 'primary = "red"', ':1: primary: "red" is no colour, allowed is a colour such as'),
        ("x", "primary = 7", ":1: primary: 7 is a whole number, allowed is a colour such as"),
        (
            "x",
            'dark = "yes"\nprimary = "#fff"',
            ':1: dark: "yes" is text, allowed is true or false',
        ),
        ("x", "dark = false", ": no primary, allowed is a colour such as"),
        ("x", 'primery = "#fff"', ':1: primery: no part of a theme (did you mean "primary"?)'),
        ("nord", GOOD, ': "nord" is mile18\'s own, allowed is another name'),
        ("My theme", GOOD, ': "My theme" is no name for a theme, allowed is another name'),
        ("x", "primary = '#fff\udc80'", ":1: not readable as text"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    settings_file: Path, name: str, content: str, said: str
) -> None:
    file = settings_file.parent / "themes" / f"{name}.toml"
    file.write_bytes(content.encode(errors="surrogateescape"))
    found, told = own_themes(settings_file, THEMES)
    assert found == []
    assert told[0].startswith(str(file))
    assert any(said in each for each in told)


def test_settings_may_name_it(settings_file: Path) -> None:
    (settings_file.parent / "themes" / "forest.toml").write_text(GOOD)
    save_settings(settings_file, Settings(theme="forest"))
    assert load_settings(settings_file) == (Settings(theme="forest"), ())
    (settings_file.parent / "themes" / "forest.toml").unlink()
    settings, problems = load_settings(settings_file)
    assert settings.theme == AUTO_THEME
    assert '"forest" is no theme' in problems[0].what
