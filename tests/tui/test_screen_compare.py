"""Comparing on the screen: with another race, with an earlier version, and what is marked."""

from datetime import timedelta
from pathlib import Path

import pytest
from race_app import NOW, lines, race, race_app, words
from textual.widgets import Input

from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.bars import TitleBar
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.compare import CompareScreen
from mile18.tui.races.compare_with import CompareWithScreen
from mile18.tui.races.screen import ProfilesScreen

SIZES = [(120, 40), (80, 24), (40, 20)]
THEN = NOW.astimezone() - timedelta(days=2)


def app_with_a_past(folder: Path) -> Mile18:
    """The race as it is, what it was two days ago, and another race."""
    app = race_app(folder, race(sleep__usual_hours=5.5))
    assert app.session is not None
    app.session.opened = app.store.save(app.session.opened, race(), now=THEN)
    app.session.profile = race()
    app.store.create("zebra", race(race__name="[/x] Zebra", race__goal_time=14400))
    return app


@pytest.mark.parametrize("size", SIZES)
async def test_two_races_from_the_list_and_the_way_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_with_a_past(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f5", "c")
        assert isinstance(app.screen, CompareWithScreen)
        assert "version 1, until Sun 18 Apr 2027" in words(app.screen)
        await pilot.press("end", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.query_one(TitleBar).state == "≠ 2 answers differ"
        told = lines(app.screen)
        goal = next(line for line in told if "Goal time" in line)
        assert goal.strip().startswith("≠ Goal time")
        side_by_side = "3:45:00" in goal and "4:00:00" in goal
        assert side_by_side == (size[0] > 40)
        assert "[/x] Zebra" in words(app.screen)
        assert not any("Distance" in line for line in told)
        await pilot.press("a")
        distance = next(line for line in lines(app.screen) if "Distance" in line)
        assert "≠" not in distance
        await pilot.press("a")
        assert lines(app.screen) == told
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, ProfilesScreen)


async def test_a_race_as_it_was_with_what_is_typed_but_not_yet_saved(tmp_path: Path) -> None:
    app = app_with_a_past(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        app.answer("sleep.rested", "always")
        await pilot.press("ctrl+p")
        app.screen.query_one(Input).value = "Compare this race"
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        assert isinstance(app.screen, CompareWithScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, CompareScreen)
        told = lines(app.screen)
        head = next(line for line in told if line.strip().startswith("Sleep"))
        assert head.index("version 1") < head.index("pig now")
        title = app.screen.query_one(TitleBar).title
        assert title.startswith("Compare · pig, version 1, until Sun 18 Apr 2027")
        assert next(line for line in told if "5.5 h" in line).rstrip().endswith("6.5 h")
        assert any("sometimes" in line and "always" in line for line in told)
        assert "could still do this" in words(app.screen)
        await pilot.press("ctrl+z")
        assert app.profile is not None
        assert app.profile.sleep.rested == "always"
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, PrepareScreen)


async def test_what_cannot_be_read_is_said_and_nothing_opens(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    (tmp_path / "races" / "torn.toml").write_text('[race]\nname = "')
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(CompareWithScreen(app.store.path("pig")))
        await pilot.pause()
        assert "No earlier version yet" in words(app.screen)
        await pilot.press("enter")
        assert isinstance(app.screen, CompareWithScreen)
        assert any("torn.toml" in note.message for note in app._notifications)


async def test_alone_and_without_a_past_there_is_nothing_to_choose(tmp_path: Path) -> None:
    store = Store(tmp_path)
    app = Mile18(store, store.create("lone", Profile()), now=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(CompareWithScreen(store.path("lone")))
        await pilot.press("enter")
        assert isinstance(app.screen, CompareWithScreen)
        assert "No other race" in words(app.screen)
