"""Answers that cannot be saved when the app ends: where they are, or that they are lost and why."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from race_app import race_app

from mile18.shell.commands.open import _ended
from mile18.storage.store import open_file
from mile18.tui.app import Mile18
from mile18.tui.leaving import hang_up, put_away

ENDS = ("quit", "hang up", "crash")
TYPED = ("S", "o", "w", "enter")


class Left(NamedTuple):
    """The exit code, and what was said on the terminal."""

    code: int
    said: str


class FaultError(Exception):
    """A fault of the app's own."""


async def leave(app: Mile18, end: str, *keys: str) -> None:
    """Press the keys, let saving fail from now on, and end it."""
    folder, file = app.store.folder, app.store.path("pig")
    with suppress(FaultError):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            file.unlink()
            folder.rmdir()
            folder.write_text("in the way")
            match end:
                case "quit":
                    await pilot.press("ctrl+q")
                    assert not app._exit
                    await pilot.press("ctrl+q")
                    assert app._exit
                case "hang up":
                    hang_up(app)
                case "crash":
                    app._handle_exception(FaultError())


async def left(
    tmp_path: Path, end: str, capsys: pytest.CaptureFixture[str], *keys: str, state: str = "state"
) -> Left:
    app = race_app(tmp_path)
    app.error_console.quiet = True
    app.recent_file = tmp_path / state / "recent"
    await leave(app, end, *keys)
    code = _ended(app, FaultError() if end == "crash" else None)
    return Left(code, capsys.readouterr().err)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    ("keys", "name"),
    [(TYPED, "pig"), (("f5", "n", *TYPED), "sow"), (("f5", "n", *TYPED, "f8"), "sow")],
)
async def test_they_are_put_beside_the_log_and_it_is_said(
    tmp_path: Path, end: str, keys: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = await left(tmp_path, end, capsys, *keys)
    (rescued,) = (tmp_path / "state").glob(f"unsaved-{name}-*.toml")
    assert code == 1
    assert open_file(rescued).profile.race.name == "Sow"
    assert "could not be" in said
    assert "a file, not a folder" in said
    assert "still open" not in said
    assert said.endswith(
        f"mile18: your answers are in {rescued}; open them with mile18 {rescued}\n"
    )
    assert ("stopped by a fault" in said) == (end == "crash")


@pytest.mark.parametrize("end", ENDS)
async def test_what_is_lost_is_said_to_be_lost_and_why(
    tmp_path: Path, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("in the way")
    code, said = await left(tmp_path, end, capsys, *TYPED, state="log")
    assert code == 1
    last = said.splitlines()[-1]
    assert last.startswith(f"mile18: your last answers are lost: {tmp_path / 'log'}")
    assert "could not be" in last


async def test_where_nothing_was_answered_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "n", "f1", "ctrl+q")
    assert _ended(app, None) == 0
    assert capsys.readouterr().err == ""
    assert app.store.names() == ["pig"]


async def test_a_crash_keeps_a_new_race(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app = race_app(tmp_path)
    app.error_console.quiet = True
    with suppress(FaultError):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f5", "n", *TYPED, "f1")
            app._handle_exception(FaultError())
    assert _ended(app, FaultError()) == 1
    assert "mile18: your answers are saved\n" in capsys.readouterr().err
    assert app.store.load("sow").profile.race.name == "Sow"


async def test_a_new_race_has_one_file_however_often_it_is_kept(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "n", *TYPED)
        app.store.create("sow", app.store.load("pig").profile)
        put_away(app)
        await pilot.press("up", *"Hog", "enter", "ctrl+q")
    assert app.store.names() == ["pig", "sow", "sow-2"], "what was in the way stays"
    assert app.store.load("sow-2").profile.race.name == "Hog"
