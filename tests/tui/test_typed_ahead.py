"""Keys that come faster than the app: each does what it would have done in its own time."""

import asyncio
from pathlib import Path

import pytest
from hand import key_event, send
from handled import until_handled
from race_app import race, race_app

from mile18.tui.app import Mile18
from mile18.tui.cramp.screen import CrampScreen
from mile18.tui.dialogs.help import HelpScreen
from mile18.tui.exchange.export import ExportScreen
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.new_race import NewProfileScreen
from mile18.tui.typed_ahead import typed


def send_all(app: Mile18, *keys: str) -> None:
    """All at once, as a paste or a lagging connection brings them."""
    for key in keys:
        send(app, key_event(key))


@pytest.mark.parametrize("turns", [("pagedown",), ("ctrl+t",), ("pageup", "pagedown", "pagedown")])
async def test_what_is_typed_behind_a_change_of_tab_goes_to_that_tab(
    tmp_path: Path, turns: tuple[str, ...]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test():
        send_all(app, *turns, "5", "full_stop", "5", "enter")
        await until_handled()
        assert app.profile
        assert app.profile.sleep.usual_hours == 5.5
        assert app.profile.race == race().race


@pytest.mark.parametrize("key", ["f1", "f3", "f5", "f6", "f7", "f8", "f9"])
async def test_what_is_typed_behind_a_screen_is_not_typed_below_it(
    tmp_path: Path, key: str
) -> None:
    app = race_app(tmp_path)
    async with app.run_test():
        send_all(app, key, "5", "x", "escape")
        await until_handled()
        assert app.profile == race()


async def test_what_is_typed_ahead_of_the_cramp_screen_is_kept(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "down", "down", "enter")
        send_all(app, "down", "6", "full_stop", "5", "f8")
        await until_handled()
        assert isinstance(app.screen, CrampScreen)
        assert app.profile
        assert app.profile.sleep.nights
        assert app.profile.sleep.nights[0].hours == 6.5


async def test_the_app_waits_for_no_screen_that_opens_while_it_lets_what_was_typed_pass(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    async with app.run_test():
        clock = asyncio.get_running_loop().time
        app.call_later(typed, app)
        app.screen.call_later(_open, app)
        begun = clock()
        await until_handled()
        done = asyncio.Event()
        app.call_later(done.set)
        await done.wait()
        assert isinstance(app.screen, HelpScreen)
        assert clock() == begun


def _open(app: Mile18) -> None:
    app.push_screen(HelpScreen(app.top))


async def test_what_a_key_does_waits_for_a_screen_that_opens_meanwhile(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "7", "enter")
        send_all(app, "f6", "x", "ctrl+z", "f11")
        await until_handled()
        assert app.profile == race()
        assert app.is_running


@pytest.mark.parametrize("sign", ["2", "f", "y", "enter", "down"])
async def test_what_is_typed_behind_escape_does_nothing_on_the_screen_that_is_left(
    tmp_path: Path, sign: str
) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("f7", "x")
        assert isinstance(app.screen, ExportScreen)
        send_all(app, "escape", sign)
        await until_handled()
        below = [type(each).__name__ for each in app.screen_stack[1:]]
        # Enter is then one of race day.
        assert below == ["RaceDayScreen", *["EvidenceScreen"] * (sign == "enter")]


async def test_a_new_race_is_not_dropped_by_a_way_around_its_question(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    app.store.create("boar", race(race__name="Boar"))
    async with app.run_test() as pilot:
        await pilot.press("f5", "n", *"Sow", "enter", "f8", "f2")
        assert isinstance(app.screen, NewProfileScreen)
        await pilot.press("f5", "home", "enter")
        assert isinstance(app.screen, PrepareScreen)
        assert app.file_name == "boar"
    assert app.store.load("sow").profile.race.name == "Sow"
