"""Whatever mile18 makes, only its owner can read or enter, however open the umask is."""

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from race_app import NOW, race
from shell_runs import run

from mile18.shell import outputs
from mile18.storage.paths import config_file, profiles_dir, recent_file
from mile18.storage.restore import restore
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.exchange.screenshot import save_screenshot
from mile18.tui.leaving import rescued
from mile18.tui.races.opening import open_example

# A part of the path of each file that is made.
KINDS = (
    "profiles/berlin.toml", "profiles/next.toml", "profiles/by-hand.toml", "profiles/example-",
    "-copy-2.toml", ".mile18/backups/", ".mile18/trash/", ".mile18/originals/", ".mile18/ids/",
    "config/mile18/settings.toml", "state/mile18/recent", "state/mile18/crash.log",
    "state/mile18/unsaved-", "state/mile18/screenshots/", "card.html", "week.ics",
)  # fmt: skip


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=lambda umask: f"{umask:03o}")
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What is usually taken from the rights of a new file."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def folders(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no folder is there yet, not even those above ours."""
    monkeypatch.delenv("MILE18_HOME")
    for kind in ("data", "config", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(own_home / "deep" / kind))
    return own_home


def make_by_commands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("new", "berlin", "--date", "2027-05-02").code == 0
    assert run("new", "next", "--from", "berlin").code == 0
    assert run("card", "berlin", "-o", str(folder / "card.html")).code == 0
    assert run("calendar", "berlin", "-o", str(folder / "week.ics")).code == 0

    def fails(*_: object, **__: object) -> NoReturn:
        raise ValueError

    with monkeypatch.context() as patch:
        patch.setattr(outputs, "print_output", fails)
        assert run("show", "berlin").code == 1


def make_by_the_store() -> None:
    store = Store(profiles_dir())
    by_hand = store.path("by-hand")
    by_hand.write_text("# mine\n", encoding="utf-8")
    opened = store.load("by-hand")
    for hours in range(3):
        opened = store.save(opened, race(race__notes=str(hours)), now=NOW + timedelta(hours=hours))
    restore(by_hand, 1, NOW)
    store.save_copy(store.load("by-hand"), race())
    store.duplicate("by-hand", "copied")
    store.delete(store.rename("copied", "renamed").stem)


async def make_by_the_app() -> None:
    store = Store(profiles_dir())
    opened = store.load("berlin")
    app = Mile18(
        store,
        opened,
        settings_file=config_file(),
        recent_file=recent_file(),
        now=lambda: NOW,
    )
    async with app.run_test() as pilot:
        await pilot.press("f9", "right", "escape")
        app.answer("race.name", "Berlin")
        assert "are in" in rescued(app, opened.name, opened.profile, {})
        await pilot.press("ctrl+s")
        save_screenshot(app)
        open_example(app)
        await pilot.pause()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.usefixtures("umask")
async def test_everything_is_private(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_by_commands(folders, monkeypatch)
    make_by_the_store()
    await make_by_the_app()
    made = {path.relative_to(folders).as_posix(): path for path in folders.rglob("*")}
    assert [kind for kind in KINDS if not any(kind in name for name in made)] == []
    modes = {name: stat.S_IMODE(path.stat().st_mode) for name, path in made.items()}
    wanted = {name: 0o700 if path.is_dir() else 0o600 for name, path in made.items()}
    assert modes == wanted
