"""A new race: where it will be kept, what goes wrong, and nothing lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from plan_screens import rows
from textual.widgets import Static

from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.dialogs.prompts import ConfirmScreen
from mile18.tui.prepare.quick_check import QuickCheckScreen
from mile18.tui.races.new_race import NewProfileScreen
from mile18.tui.races.welcome import WelcomeScreen


def an_app(folder: Path) -> Mile18:
    return Mile18(Store(folder), now=lambda: datetime(2027, 4, 20, 9, tzinfo=UTC))


def kept(app: Mile18) -> str:
    return str(app.screen.query_one("#kept", Static).render())


async def test_the_file_name_follows_the_race(tmp_path: Path) -> None:
    Store(tmp_path).create("berlin", Profile())
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert "race.toml" in kept(app)
        await pilot.press(*"Berlin")
        await pilot.pause()
        assert "berlin-2.toml" in kept(app)
        await pilot.press("enter", *"2027-09-26")
        await pilot.pause()
        assert "berlin-2027.toml" in kept(app)


async def test_the_last_row_says_that_all_can_wait(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", "down", "down", "down")
        goal = "\n".join(rows(app.screen))
        await pilot.press("down")
        assert "Everything can be changed later" in "\n".join(rows(app.screen))
        await pilot.press("up")
        assert "\n".join(rows(app.screen)) == goal


async def test_nothing_need_be_answered(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", "ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, QuickCheckScreen)
        assert app.session
        assert app.session.name == "race"
    assert Store(tmp_path).load("race").profile == Profile()


async def test_creating_takes_the_text_being_typed(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", *"Berlin", "ctrl+o")
        await pilot.pause()
    assert Store(tmp_path).load("berlin").profile.race.name == "Berlin"


async def test_a_text_that_is_no_answer_keeps_the_screen(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", "down", *"soon", "ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, NewProfileScreen)
    assert Store(tmp_path).names() == []


async def test_a_file_that_cannot_be_made_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "races"
    app = an_app(folder)
    async with app.run_test() as pilot:
        await pilot.press("n", *"Berlin", "enter")
        folder.write_text("in the way")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, NewProfileScreen)
        assert "could not be" in kept(app)
        assert app.screen.draft.race.name == "Berlin"
        folder.unlink()
        await pilot.press("ctrl+o")
        await pilot.pause()
    assert Store(folder).load("berlin").profile.race.name == "Berlin"


async def test_another_window_took_the_name_meanwhile(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", *"Berlin", "enter")
        Store(tmp_path).create("berlin", Profile().with_answer("race.name", "Theirs"))
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "already there" in kept(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, QuickCheckScreen)
    store = Store(tmp_path)
    assert store.load("berlin").profile.race.name == "Theirs"
    assert store.load("berlin-2").profile.race.name == "Berlin"


async def test_leaving_asks_only_when_something_was_answered(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n", "escape")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("n", *"Berlin", "enter", "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert isinstance(app.screen, NewProfileScreen)
        assert app.screen.draft.race.name == "Berlin"
        await pilot.press("f2", "y")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
    assert Store(tmp_path).names() == []


async def test_undo_stays_within_the_new_race(tmp_path: Path) -> None:
    opened = Store(tmp_path).create("berlin", Profile())
    app = Mile18(Store(tmp_path), opened)
    async with app.run_test() as pilot:
        await pilot.press(*"Open", "enter", "f5", "n")
        await pilot.press("down", "down", "right", "right", "ctrl+z")
        assert isinstance(app.screen, NewProfileScreen)
        assert app.screen.draft.race.distance == 5
        await pilot.press("ctrl+y")
        assert app.screen.draft.race.distance == 10
        await pilot.press("ctrl+z")
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.screen.draft == Profile()
        assert app.profile
        assert app.profile.race.name == "Open"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_the_way_on_and_the_file_name_are_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "end", *"3:4")
        await pilot.pause()
        for selector in ("GoRow", "#kept"):
            region = app.screen.query_one(selector).region
            assert region.height
            assert region.bottom < size[1]
