"""The welcome, and the way from nothing to a first figure with the keyboard alone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mile18.evidence.disclaimers import GENERAL, READINESS
from mile18.evidence.wording import problems
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.topics.race.questions import Race
from mile18.tui.app import Mile18
from mile18.tui.prepare.quick_check import PLANNED_WITH, QuickCheckScreen
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.example import NAME
from mile18.tui.races.new_race import NewProfileScreen
from mile18.tui.races.screen import ProfilesScreen
from mile18.tui.races.welcome import MENU, PRIVATE, PURPOSE, WelcomePage, WelcomeScreen

SIZES = [(120, 40), (80, 24), (40, 20)]


def an_app(folder: Path, today: date = date(2027, 4, 20)) -> Mile18:
    return Mile18(
        Store(folder), now=lambda: datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    )


def words(app: Mile18) -> str:
    return " ".join(app.screen.query_one(WelcomePage).render().plain.split())


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_what_mile18_is_and_is_not(tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        for text in (GENERAL, READINESS, PRIVATE, "New race", "Example race", "Cramp now"):
            assert text in words(app)
        page = app.screen.query_one(WelcomePage)
        assert page.region.bottom < size[1], "nothing is cut off"


def test_its_texts_claim_nothing() -> None:
    for text in (PURPOSE, PRIVATE, *(f"{line.title}: {line.told}" for line in MENU)):
        assert problems(text) == []


async def test_from_nothing_to_a_figure_with_the_keyboard_alone(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert isinstance(app.screen, NewProfileScreen)
        await pilot.press(*"Flying", "space", *"Pig", "enter")
        await pilot.press(*"2027-05-02", "enter", *"42.195", "enter", *"3:45", "enter")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, QuickCheckScreen)
        assert [path.name for path in tmp_path.glob("*.toml")] == ["flying-pig-2027.toml"]
        before = app.readiness
        await pilot.press(*["down"] * (len(PLANNED_WITH) + 2), *"7.5", "enter", "right")
        assert app.profile
        assert app.profile.sleep.usual_hours == 7.5
        assert app.readiness != before
        await pilot.press("escape")
        assert isinstance(app.screen, PrepareScreen)
    race = Store(tmp_path).load("flying-pig-2027").profile.race
    assert race == Race(name="Flying Pig", date=date(2027, 5, 2), distance=42.195, goal_time=13500)


async def test_the_menu_goes_with_arrows_and_enter_too(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NewProfileScreen)


async def test_opening_a_race_is_offered_only_if_there_is_one(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Open a race" not in words(app)
    Store(tmp_path).create("berlin", Profile())
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Open a race" in words(app)
        await pilot.press("p")
        assert isinstance(app.screen, ProfilesScreen)


async def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "no-folder"
    folder.write_text("in the way")
    app = an_app(folder)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "could not be read" in words(app)


async def test_the_example_opens_as_a_race_of_its_own(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.name == NAME
        assert app.readiness
        assert app.readiness.countdown.days == 12
    assert Store(tmp_path).names() == [NAME]


async def open_example(folder: Path, today: date, *then: str) -> Mile18:
    app = an_app(folder, today)
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*then)
        await pilot.press("ctrl+s")
    return app


async def test_an_example_left_alone_moves_ahead_of_today_again(tmp_path: Path) -> None:
    await open_example(tmp_path, date(2027, 4, 20))
    app = await open_example(tmp_path, date(2027, 6, 1))
    assert app.readiness
    assert app.readiness.countdown.days == 12
    assert Store(tmp_path).names() == [NAME]


async def test_an_example_worked_on_stays_as_it_is(tmp_path: Path) -> None:
    await open_example(tmp_path, date(2027, 4, 20), *"Mine", "enter")
    app = await open_example(tmp_path, date(2027, 6, 1))
    assert app.profile
    assert app.profile.race.name == "Mine"
    assert app.profile.race.date == date(2027, 5, 2)


async def test_a_broken_example_is_left_where_it_is(tmp_path: Path) -> None:
    broken = tmp_path / f"{NAME}.toml"
    broken.write_text("[race\n")
    app = await open_example(tmp_path, date(2027, 4, 20))
    assert app.session
    assert app.session.name == f"{NAME}-2"
    assert broken.read_text() == "[race\n"


async def test_the_cramp_protocol_is_one_key_away(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("f8")
        assert type(app.screen).__name__ == "CrampScreen"
