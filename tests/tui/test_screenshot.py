"""A screenshot shows answers: it is private, says where it is, and asks for nothing from outside."""

import stat
from pathlib import Path

import pytest
from race_app import NOW, race_app

from mile18.storage.disk import write_bytes
from mile18.storage.problem import StorageError
from mile18.tui.app import Mile18
from mile18.tui.exchange import screenshot
from mile18.tui.exchange.screenshot import save_screenshot

NAME = f"mile18-{NOW:%Y%m%d-%H%M%S}.svg"


@pytest.fixture
def downloads(own_home: Path) -> Path:
    """A folder that anyone may read, as most are."""
    folder = own_home / "Downloads"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


@pytest.fixture
def instead(own_home: Path) -> Path:
    return own_home / "mile18" / "state" / "screenshots"


@pytest.fixture
def app(tmp_path: Path) -> Mile18:
    return race_app(tmp_path)


def told(app: Mile18) -> str:
    return " ".join(notice.message for notice in app._notifications)


async def taken(app: Mile18) -> str:
    """Take one by the palette, and return what was said."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p", *"screenshot")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        return told(app)


async def test_it_is_private_and_shows_the_screen(app: Mile18, downloads: Path) -> None:
    said = await taken(app)
    (path,) = downloads.iterdir()
    assert path.name == NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert said == (
        f"Screenshot saved as ~/Downloads/{NAME}. It shows your answers: look at it before you "
        "share it."
    )
    picture = path.read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "Flying" in picture
    assert "Screenshot" not in picture, "the palette is gone by then"
    assert "https://cdn" not in picture


async def test_without_a_downloads_folder_another_is_made(app: Mile18, instead: Path) -> None:
    said = await taken(app)
    assert stat.S_IMODE(instead.stat().st_mode) == 0o700
    assert [path.name for path in instead.iterdir()] == [NAME]
    assert f"Screenshot saved as ~/mile18/state/screenshots/{NAME}." in said


async def test_a_second_one_of_the_same_second_is_a_file_of_its_own(
    app: Mile18, downloads: Path
) -> None:
    async with app.run_test():
        save_screenshot(app)
        save_screenshot(app)
    assert len([*downloads.iterdir()]) == 2


async def test_downloads_that_cannot_be_written_are_passed_over(
    app: Mile18, downloads: Path, instead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, content: bytes) -> None:
        if path.parent == downloads:
            raise StorageError(f"{path}: could not be saved: the disk is read-only")
        write_bytes(path, content)

    monkeypatch.setattr(screenshot, "write_bytes", refused)
    async with app.run_test() as pilot:
        save_screenshot(app)
        await pilot.pause()
        assert "Screenshot saved as ~/mile18/state/screenshots" in told(app)
    assert len([*instead.iterdir()]) == 1


@pytest.mark.usefixtures("downloads")
async def test_where_none_can_be_saved_the_reason_is_said_and_what_to_do(
    app: Mile18, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _: bytes) -> None:
        raise StorageError(f"{path}: could not be saved: the disk is full; nothing was changed")

    monkeypatch.setattr(screenshot, "write_bytes", refused)
    async with app.run_test() as pilot:
        save_screenshot(app)
        await pilot.pause()
        assert app.is_running
        assert told(app).startswith("No screenshot was saved. ")
        assert "the disk is full" in told(app)
        assert told(app).endswith(
            "Free some space, or make a Downloads folder that you can write to, then try again."
        )
