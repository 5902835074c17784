"""Card, calendar and race day out of the app: three keys to a file, and nothing lost on the way."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from plan_screens import rows
from race_app import race, race_app
from textual.widgets import Static

from mile18.profile import Profile
from mile18.storage.settings import Settings, load_settings
from mile18.tui.exchange import export, outside
from mile18.tui.exchange.export import COPIED, NO_PROGRAM, NOT_COPIED, WHERE
from mile18.tui.palette import system_commands
from mile18.tui.taking import NOT_WHILE_TRYING
from mile18.writers.exports import EXPORTS, NO_CALENDAR, NO_DAY

ENDINGS = [each.ending for each in EXPORTS]


async def _shown(
    tmp_path: Path, *keys: str, profile: Profile | None = None, folder: Path | None = None
) -> str:
    """All that stands on the screen after these keys, on one line."""
    settings = Settings(exports=str(folder or tmp_path / "out"))
    app = race_app(tmp_path, profile, settings)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        told = " ".join(note.message for note in app._notifications)
        for each in app.screen.query("#told").results(Static):
            told += str(each.content)
        return f"{' '.join(' '.join(rows(app.screen)).replace('│', ' ').split())} {told}"


@pytest.mark.parametrize("at", range(len(EXPORTS)))
@pytest.mark.parametrize("way", ["f7", "f3"])
async def test_three_keys_write_a_file(tmp_path: Path, at: int, way: str) -> None:
    shown = await _shown(tmp_path, way, "x", str(at + 1))
    (made,) = (tmp_path / "out").iterdir()
    assert made.name == f"pig-{ENDINGS[at]}"
    assert made.stat().st_mode & 0o777 == 0o600
    assert "Flying Pig" in made.read_text(encoding="utf-8")
    assert "Written: " in shown


async def test_the_calendar_is_one(tmp_path: Path) -> None:
    await _shown(tmp_path, "f7", "x", "4")
    content = (tmp_path / "out" / "pig-race-week.ics").read_bytes()
    assert b"\r\n" in content
    assert Calendar.from_ical(content).walk("VEVENT")


async def test_enter_writes_the_row_under_the_cursor(tmp_path: Path) -> None:
    await _shown(tmp_path, "f7", "x", "up", "up", "down", "enter")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["pig-race-day.txt"]


async def test_every_file_is_in_the_palette(tmp_path: Path) -> None:
    app = race_app(tmp_path, settings=Settings(exports=str(tmp_path)))
    async with app.run_test() as pilot:
        found = {each.title: each for each in system_commands(app, app.top)}
        assert {each.title for each in EXPORTS} <= found.keys()
        for wanted in ("card", "print", "phone", "paper", "calendar"):
            assert any(wanted in each.title.lower() for each in EXPORTS)
        found[EXPORTS[1].title].callback()
        await pilot.pause()
        assert (tmp_path / "pig-card.txt").exists()


async def test_the_folder_is_asked_for_once_and_kept(tmp_path: Path, own_home: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f7", "x", "2")
        await pilot.pause()
        assert WHERE in " ".join(rows(app.screen))
        assert "~/Documents" in " ".join(rows(app.screen))
        await pilot.press("enter", "3")
        await pilot.pause()
    made = {each.name for each in (own_home / "Documents").iterdir()}
    assert made == {"pig-card.txt", "pig-card.md"}
    assert load_settings(tmp_path / "settings.toml")[0].exports == "~/Documents"


async def test_without_a_folder_nothing_is_written(tmp_path: Path, own_home: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f7", "x", "2", "escape")
        await pilot.pause()
        assert app.settings.exports == ""
    assert not (own_home / "Documents").exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("cards", "type the whole path of a folder, such as ~/Documents"),
        ("", "type the whole path of a folder, such as ~/Documents"),
        ("~nobody-here/cards", "there is no home folder for “~nobody-here/cards”"),
        ("/dev/null/cards", "not a folder"),
    ],
)
async def test_what_is_no_folder_is_said(tmp_path: Path, typed: str, why: str) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f7", "x", "f", "ctrl+u", *typed, "enter")
        await pilot.pause()
        assert why in " ".join(" ".join(rows(app.screen)).replace("│", " ").split())
        assert app.settings.exports == ""


async def test_a_file_that_is_there_is_asked_about(tmp_path: Path) -> None:
    there = tmp_path / "out" / "pig-card.txt"
    there.parent.mkdir()
    there.write_text("mine")
    shown = await _shown(tmp_path, "f7", "x", "2")
    assert "A file is there already." in shown
    assert there.read_text() == "mine"


@pytest.mark.parametrize(("key", "kept"), [("n", True), ("escape", True), ("y", False)])
async def test_only_a_yes_replaces_it(tmp_path: Path, key: str, kept: bool) -> None:
    there = tmp_path / "out" / "pig-card.txt"
    there.parent.mkdir()
    there.write_text("mine")
    await _shown(tmp_path, "f7", "x", "2", key)
    assert (there.read_text() == "mine") is kept


async def test_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    shown = await _shown(tmp_path, "f7", "x", "2")
    assert "F chooses another folder." in shown


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        (race(race__date=None), NO_DAY),
        (race().with_changes({"health": {"symptoms_now": ("fever",)}}), NO_CALENDAR),
    ],
)
@pytest.mark.parametrize("key", ["4", "y"])
async def test_no_calendar_where_the_shell_makes_none(
    tmp_path: Path, profile: Profile, why: str, key: str
) -> None:
    shown = await _shown(tmp_path, "f7", "x", "down", "down", "down", key, profile=profile)
    assert why in shown
    assert not (tmp_path / "out").exists()


async def test_a_card_without_a_plan_says_so(tmp_path: Path) -> None:
    ill = race().with_changes({"health": {"symptoms_now": ("fever",)}})
    shown = await _shown(tmp_path, "f7", "x", "1", profile=ill)
    assert "Until then the card holds no plan" in shown


async def test_what_is_only_tried_is_not_written(tmp_path: Path) -> None:
    shown = await _shown(tmp_path, "ctrl+n", "5", "enter", "f7", "x")
    assert NOT_WHILE_TRYING in shown


# Copy and open


@pytest.fixture
def spoken_to(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal was given to copy."""
    said: list[str] = []
    for name in ("VTE_VERSION", "TMUX", "SSH_CONNECTION", "TERM_PROGRAM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        "mile18.tui.app.Mile18.copy_to_clipboard", lambda _self, text: said.append(text)
    )
    return said


async def test_a_key_copies_the_note(tmp_path: Path, spoken_to: list[str]) -> None:
    shown = await _shown(tmp_path, "f7", "x", "y")
    assert COPIED in shown
    assert not (tmp_path / "out").exists()
    (note,) = spoken_to
    assert "Flying Pig" in note
    assert max(map(len, note.split("\n"))) <= 32


@pytest.mark.parametrize(
    ("surroundings", "asks_terminal", "asks_system", "said"),
    [
        ({}, True, False, COPIED),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True, True, COPIED),
        ({"VTE_VERSION": "7600"}, True, True, COPIED),
        ({"TMUX": "x", "SSH_CONNECTION": "y"}, True, False, NOT_COPIED),
        ({"TERM": "linux"}, False, True, COPIED),
    ],
)
async def test_where_the_terminal_does_not_copy_the_system_does(
    tmp_path: Path,
    spoken_to: list[str],
    monkeypatch: pytest.MonkeyPatch,
    surroundings: dict[str, str],
    asks_terminal: bool,
    asks_system: bool,
    said: str,
) -> None:
    system: list[str] = []
    monkeypatch.setattr("pyperclip.copy", system.append)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert said in await _shown(tmp_path, "f7", "x", "y")
    assert bool(spoken_to) is asks_terminal
    assert bool(system) is asks_system


@pytest.mark.usefixtures("spoken_to")
async def test_where_nothing_copies_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyperclip import PyperclipException

    def fails(_: str) -> None:
        raise PyperclipException

    monkeypatch.setattr("pyperclip.copy", fails)
    monkeypatch.setenv("VTE_VERSION", "7600")
    assert NOT_COPIED in await _shown(tmp_path, "f7", "x", "y")


async def test_what_was_written_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def open_it(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(export, "open_file", open_it)
    await _shown(tmp_path, "f7", "x", "o", "1", "o")
    assert opened == [tmp_path / "out" / "pig-card.html"]


async def test_without_a_program_the_path_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "open_file", lambda _path: False)
    assert NO_PROGRAM in await _shown(tmp_path, "f7", "x", "1", "o")


@pytest.mark.parametrize(
    ("system", "there", "surroundings", "asked"),
    [
        ("linux", ["xdg-open"], {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", ["xdg-open"], {"WAYLAND_DISPLAY": "w"}, "xdg-open"),
        ("linux", ["xdg-open"], {}, ""),
        ("linux", [], {"DISPLAY": ":0"}, ""),
        ("linux", ["wslview", "xdg-open"], {}, "wslview"),
        ("darwin", ["open"], {}, "open"),
    ],
)
def test_each_system_has_its_own_program(
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    there: list[str],
    surroundings: dict[str, str],
    asked: str,
) -> None:
    class Now:
        """A thread that has run once it is started."""

        def __init__(self, target: Any, daemon: bool) -> None:
            assert daemon
            self.start = target

    ran: list[list[Any]] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("mile18.tui.exchange.outside.sys.platform", system)
    monkeypatch.setattr(outside, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(outside, "Thread", Now)
    monkeypatch.setattr(
        "mile18.tui.exchange.outside.subprocess.run", lambda args, **_: ran.append(args)
    )
    assert outside.open_file(Path("card.html")) is bool(asked)
    assert ran == ([[asked, Path("card.html")]] if asked else [])
