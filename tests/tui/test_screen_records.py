"""Files of a watch in the app: a path with completion, progress that stops, and proposals to tick."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from race_app import NOW, race, race_app
from record_files import garmin_export, garmin_list
from textual.pilot import Pilot
from textual.widgets import Input

from mile18.profile import Profile
from mile18.records.read import Reader
from mile18.storage.settings import load_settings
from mile18.topics.kept import History
from mile18.tui.app import Mile18
from mile18.tui.dialogs.prompts import PathPrompt
from mile18.tui.exchange.records import RecordsScreen, RecordsView
from mile18.tui.taking import NOT_WHILE_TRYING

BARE = Profile().with_changes({"race": {"name": "Pig", "distance": 42.195, "goal_time": 13_500}})


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "exports" / "garmin.zip"
    path.parent.mkdir()
    path.write_bytes(garmin_export(NOW.date()))
    return path


async def asked(pilot: Pilot[None], path: Path | str, tab: str = "sleep") -> RecordsView:
    """The proposals from a path, asked for on a tab."""
    app: Any = pilot.app
    await pilot.pause()
    app.go_to({"sleep": "sleep.usual_hours", "training": "training.taper"}[tab])
    await pilot.press("f12")
    await pilot.pause()
    app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await app.workers.wait_for_complete()
    await pilot.pause()
    view: RecordsView = app.screen.query_one(RecordsView)
    return view


def shown(view: RecordsView) -> str:
    return view.render().plain


def profile_of(app: Mile18) -> Profile:
    assert app.session
    return app.session.profile


@pytest.mark.parametrize("tab", ["sleep", "training"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_proposals_stand_with_their_reason_and_a_picture(
    tmp_path: Path, export: Path, tab: str, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=size) as pilot:
        view = await asked(pilot, export, tab)
        text = shown(view)
        assert "10 runs and 27 nights" in " ".join(text.split())
        assert "› [x] Usual week, last two months" in text
        assert "median of the last 8 full weeks" in " ".join(text.split())
        width, height = view.content_size
        assert all(len(line) <= width for line in text.splitlines())
        assert len(text.splitlines()) <= height
        assert "█" in text


async def test_the_picture_follows_the_cursor(tmp_path: Path, export: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(120, 40)) as pilot:
        view = await asked(pilot, export)
        assert "the longest run of the week" in shown(view)
        assert view.told
        nights = [each.question for each in view.told.proposals].index("sleep.nights")
        await pilot.press(*["j"] * nights)
        assert "│ marks 7 h" in shown(view)
        assert "not logged" in shown(view)


async def test_what_was_measured_and_replaces_nothing_is_ticked(
    tmp_path: Path, export: Path
) -> None:
    known = BARE.with_changes({"training": {"longest_run": 20.0}})
    app = race_app(tmp_path, known)
    async with app.run_test(size=(100, 40)) as pilot:
        view = await asked(pilot, export)
        assert view.told
        ticked = {view.told.proposals[at].question for at in view.ticked}
        assert ticked == {
            "training.weekly_distance",
            "race.body_mass",
            "sleep.nights",
            "sleep.usual_hours",
        }
        await pilot.press("a")
        assert len(view.ticked) == len(view.told.proposals)
        await pilot.press("a")
        assert view.ticked == set()
        await pilot.press("enter")
        assert profile_of(app) == known


async def test_taking_over_is_one_undo(tmp_path: Path, export: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(100, 40)) as pilot:
        view = await asked(pilot, export)
        await pilot.press("space", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, RecordsScreen)
        taken = profile_of(app)
        assert taken.training.weekly_distance is None
        assert taken.training.longest_run == 14.5
        assert taken.race.body_mass == 63.4
        assert taken.records.runs == 10
        assert "taken from your files" in next(iter(app._notifications)).message
        assert len(view.ticked) > 2
        await pilot.press("ctrl+z")
        assert replace(profile_of(app), history=History()) == BARE


async def test_what_was_left_out_is_a_key_away(tmp_path: Path, export: Path) -> None:
    (export.parent / "odd.fit").write_bytes(b"")
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, export.parent)
        await pilot.press("d")
        assert "odd.fit: it is empty." in shown(view)
        await pilot.press("d")
        assert "[x]" in shown(view)


async def test_the_last_path_is_remembered_and_tab_completes(tmp_path: Path, export: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, export)
        await pilot.press("escape", "f12")
        await pilot.pause()
        box = app.screen.query_one(Input)
        assert box.value == str(export)
        (export.parent / "garmin_2.zip").touch()
        box.value = f"{tmp_path}/exp"
        await pilot.press("tab")
        assert box.value == f"{tmp_path}/exports/"
        await pilot.press("tab")
        assert box.value == f"{tmp_path}/exports/garmin"
        await pilot.pause()
        assert isinstance(app.screen, PathPrompt)
    assert load_settings(tmp_path / "settings.toml")[0].imports == str(export)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "type the path of a folder"), ("/nowhere/at/all", "no such file or folder")],
)
async def test_a_path_that_is_none_says_so_and_stays(tmp_path: Path, typed: str, told: str) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "f12", *typed, "enter")
        await pilot.pause()
        assert isinstance(app.screen, PathPrompt)
        assert told in str(app.screen.query_one("#wrong").render())


async def test_nothing_is_taken_while_answers_are_tried(tmp_path: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "ctrl+n", "f12")
        await pilot.pause()
        assert not isinstance(app.screen, PathPrompt)
        assert next(iter(app._notifications)).message == NOT_WHILE_TRYING


async def test_leaving_stops_the_reading(
    tmp_path: Path, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = race_app(tmp_path, BARE)
    told: list[str] = []

    def endless(reader: Any, _: list[Path]) -> None:
        tell: Callable[[str, int, int], None] = reader._progress
        tell("reading", 7, 100)
        screen: Any = app.screen
        screen.action_leave()
        told.append("left")
        tell("reading", 8, 100)
        told.append("went on")

    monkeypatch.setattr(Reader, "read", endless)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(RecordsScreen(export))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert told == ["left"]
        assert not isinstance(app.screen, RecordsScreen)
        assert profile_of(app) == BARE


async def test_how_far_the_reading_is_stands_at_once(tmp_path: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, tmp_path)
        view.told, view.step = None, ("reading", 7, 100)
        assert "Reading your files: reading, 7 of 100" in shown(view)
        assert "━" in shown(view)
        assert "Esc stops it." in shown(view)


async def test_files_with_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    app = race_app(tmp_path, race())
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, tmp_path / "empty")
        assert "No runs and no nights." in shown(view)
        assert "Nothing here that would change an answer." in shown(view)
        await pilot.press("space", "enter", "a", "escape")
        assert not isinstance(app.screen, RecordsScreen)


async def test_a_list_without_a_unit_asks_which_it_is(tmp_path: Path) -> None:
    day = datetime.combine(NOW.date() - timedelta(days=3), time(7))
    list_of = [(day - timedelta(days=7 * week), 16_093.44, 5400) for week in range(6)]
    (tmp_path / "Activities.csv").write_text(garmin_list(list_of, 1609.344))
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, tmp_path / "Activities.csv")
        assert "read in km. Press u if it is in mi." in shown(view)
        assert "→ 10 km" in shown(view)
        await pilot.press("u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "read in mi. Press u if it is in km." in shown(view)
        assert "→ 16.1 km" in shown(view)


async def test_no_unit_is_asked_about_where_all_is_known(tmp_path: Path, export: Path) -> None:
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, export)
        before = shown(view)
        await pilot.press("u")
        assert shown(view) == before
        assert "Press u" not in before


async def test_the_other_unit_may_leave_fewer_proposals(tmp_path: Path) -> None:
    day = datetime.combine(NOW.date() - timedelta(days=3), time(7))
    # Ten units are a race in km, and none in miles.
    list_of = [(day - timedelta(days=7 * week), 10_000.0, 3000) for week in range(6)]
    (tmp_path / "Activities.csv").write_text(garmin_list(list_of))
    app = race_app(tmp_path, BARE)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await asked(pilot, tmp_path / "Activities.csv")
        assert view.told
        many = len(view.told.proposals)
        await pilot.press(*["down"] * many, "u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(view.told.proposals) < many
        assert "› [" in shown(view)
