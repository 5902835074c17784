"""The list of races: preview, open, new, duplicate, rename, delete, broken files, many files."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from race_app import words
from textual.pilot import Pilot
from textual.widgets import Input, Static

from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.bars import ActionLine
from mile18.tui.dialogs.prompts import ConfirmScreen, NamePrompt
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.list import RaceList
from mile18.tui.races.new_race import NewProfileScreen
from mile18.tui.races.next_race import NextRaceScreen
from mile18.tui.races.preview import RacePreview
from mile18.tui.races.screen import LISTED_AT_ONCE, ProfilesScreen
from mile18.tui.races.welcome import WelcomeScreen
from mile18.tui.steps import Session

SIZES = [(120, 40), (80, 24), (40, 20)]
ODD = 'schema = 2\n[race]\nname = "[/x] Berlin"\n[sleep]\nusual_hours = 90\nbed = "[bold]"\n'


def named(name: str, day: date | None = None) -> Profile:
    return Profile().with_changes({"race": {"name": name, "date": day}})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path)
    store.create("berlin", named("Berlin", date(2027, 4, 25)))
    store.create("pig", named("Flying Pig", date(2027, 5, 2)))
    return store


@asynccontextmanager
async def listed(
    store: Store, open_race: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Mile18, "Pilot[None]"]]:
    """The list of the store's races, read to the end."""
    opened = store.load(open_race) if open_race else None
    app = Mile18(store, opened, now=lambda: datetime(2027, 4, 20, 9, tzinfo=UTC))
    async with app.run_test(size=size) as pilot:
        await pilot.press("f5")
        await settled(app, pilot)
        assert isinstance(app.screen, ProfilesScreen)
        yield app, pilot


async def settled(app: Mile18, pilot: "Pilot[None]") -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def go_to(app: Mile18, pilot: "Pilot[None]", name: str) -> None:
    await pilot.press("home")
    for _ in app.screen.query_one(RaceList).rows:
        if name_here(app) != name:
            await pilot.press("down")
    assert name_here(app) == name


def name_here(app: Mile18) -> str:
    row = app.screen.query_one(RaceList).row_here
    return row.name if row else ""


def races(app: Mile18) -> str:
    return app.screen.query_one(RaceList).render().plain


def preview(app: Mile18) -> str:
    return " ".join(app.screen.query_one(RacePreview).render().plain.split())


async def test_each_race_stands_with_its_days_and_the_open_one_is_marked(store: Store) -> None:
    async with listed(store, "pig") as (app, _):
        titles, berlin, pig = (" ".join(line.split()) for line in races(app).splitlines()[:3])
        assert titles == "race days▲ ready health check warn weakest factor"
        assert berlin == "Berlin 5 0–100 ? not answered Goal and pacing 0–100"
        assert pig.startswith("▸● Flying Pig 12 ")
        assert "open now" in preview(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_preview_says_how_far_the_race_is_prepared(
    store: Store, size: tuple[int, int]
) -> None:
    async with listed(store, size=size) as (app, pilot):
        await pilot.press("down")
        assert "Flying Pig · Sun 2 May 2027 · 12 days left" in preview(app)
        assert "0–100" in preview(app)
        assert "Health check: not answered yet" in preview(app)


async def test_the_next_race_comes_first(store: Store) -> None:
    store.create("aachen", named("Aachen"))
    store.create("athens", named("Athens", date(2026, 11, 8)))
    store.create("boston", named("Boston", date(2027, 4, 19)))
    (store.folder / "a.toml").write_text("[race\n")
    async with listed(store, size=(120, 40)) as (app, _):
        titles = [row.race or row.name for row in app.screen.query_one(RaceList).rows]
        assert titles == ["Berlin", "Flying Pig", "Aachen", "Boston", "Athens", "a"]


async def test_enter_opens(store: Store) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.name == "pig"


async def test_enter_on_the_open_race_goes_back_to_it_with_its_undo(store: Store) -> None:
    async with listed(store, "pig") as (app, pilot):
        await pilot.press("escape", *"Sow", "enter", "f5", "enter")
        assert isinstance(app.screen, PrepareScreen)
        await pilot.press("ctrl+z")
        assert app.profile
        assert app.profile.race.name == "Flying Pig"


async def test_opening_another_race_keeps_the_answers_of_the_first(store: Store) -> None:
    async with listed(store, "pig") as (app, pilot):
        await pilot.press("escape", *"Sow", "enter", "f5", "up", "enter")
        await pilot.pause()
        assert app.session
        assert app.session.name == "berlin"
    assert store.load("pig").profile.race.name == "Sow"


async def test_new_and_example_start_from_here_too(store: Store) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("n")
        assert isinstance(app.screen, NewProfileScreen)
        await pilot.press("escape", "e")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)


async def test_duplicate_copies_the_file_and_goes_to_the_copy(store: Store) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("d")
        assert isinstance(app.screen, NamePrompt)
        await pilot.press("enter")
        await settled(app, pilot)
        assert name_here(app) == "berlin-copy-2"
        assert "berlin-copy-2 Berlin" in races(app), "two of one title are told apart"
    assert store.names() == ["berlin", "berlin-copy-2", "pig"]
    one, other = (store.load(name).loaded for name in ("berlin", "berlin-copy-2"))
    assert one.profile == other.profile
    assert one.id != other.id


async def test_a_duplicate_of_the_open_race_has_its_last_answers(store: Store) -> None:
    async with listed(store, "pig") as (_, pilot):
        await pilot.press("escape", *"Sow", "f5", "d", "enter")
        await pilot.pause()
    assert store.load("pig-copy-2").profile.race.name == "Sow"


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_race_has_what_lasts_and_says_so(
    store: Store, size: tuple[int, int]
) -> None:
    old = named("Pig", date(2027, 4, 18)).with_changes(
        {"race": {"body_mass": 70.0, "distance": 10.0}, "heat": {"temperature": 20.0}}
    )
    done = {"debrief": {"result": "finished", "time": 2700}}
    store.create("pig-2027", old.with_changes(done))
    async with listed(store, size=size) as (app, pilot):
        await go_to(app, pilot, "pig-2027")
        await pilot.press("a")
        assert app.screen.query_one(Input).value == "pig-2028"
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, NextRaceScreen)
        told = words(app.screen)
        assert "pig-2028 is made" in told
        assert "Kept – Race: body weight Asked again – Race: race, race day, distance" in told
        assert "now your recent race" in told
        assert app.screen.query_one(ActionLine).region.bottom <= size[1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.name == "pig-2028"
    race = store.load("pig-2028").profile.race
    assert (race.body_mass, race.recent_time, race.date) == (70.0, 2700, None)


async def test_rename_gives_the_file_another_name(store: Store) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("r", *"-2027", "enter")
        await settled(app, pilot)
        assert name_here(app) == "berlin-2027"
    assert store.names() == ["berlin-2027", "pig"]


async def test_what_a_filter_would_hide_is_shown_once_it_is_made(store: Store) -> None:
    store.create("lone", Profile())
    async with listed(store) as (app, pilot):
        await pilot.press("slash", *"lone", "enter", "r")
        await pilot.press("home", *(["delete"] * 20), *"jane", "enter")
        await settled(app, pilot)
        assert name_here(app) == "jane"
        assert len(app.screen.query_one(RaceList).rows) == len(store.names())


async def test_the_keys_of_the_open_race_do_nothing_beside_others(store: Store) -> None:
    async with listed(store) as (app, pilot):
        for key in ("f3", "f6", "f7", "ctrl+g"):
            await pilot.press(key)
            assert isinstance(app.screen, ProfilesScreen)


async def test_the_open_race_stays_open_under_its_new_name(store: Store) -> None:
    async with listed(store, "pig") as (app, pilot):
        await pilot.press("r", *"let", "enter")
        await settled(app, pilot)
        assert app.session
        assert app.session.name == "piglet"
        await pilot.press("escape", *"Sow", "enter", "ctrl+s")
    assert store.names() == ["berlin", "piglet"]
    assert store.load("piglet").profile.race.name == "Sow"


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (["slash"], 'cannot be a name because of "/"'),
        (["backspace"] * 6, "a race file needs a name"),
        ([*["backspace"] * 6, *"PIG"], "already there"),
    ],
)
async def test_a_name_that_cannot_be_is_told_under_the_field(
    store: Store, keys: list[str], reason: str
) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("r", *keys, "enter")
        assert isinstance(app.screen, NamePrompt)
        assert reason in str(app.screen.query_one("#wrong", Static).render())
        await pilot.press("x")
        assert str(app.screen.query_one("#wrong", Static).render()) == ""
        assert app.screen.query_one(Input).value.endswith("x"), "what was typed is still there"
        await pilot.press("escape")
        assert isinstance(app.screen, ProfilesScreen)
    assert store.names() == ["berlin", "pig"]


async def test_delete_asks_and_names_the_trash(store: Store) -> None:
    async with listed(store) as (app, pilot):
        await pilot.press("x")
        assert isinstance(app.screen, ConfirmScreen)
        assert "trash" in app.screen.told
        await pilot.press("enter")
        assert isinstance(app.screen, ConfirmScreen), "Enter by habit deletes nothing"
        await pilot.press("n")
    assert store.names() == ["berlin", "pig"]


async def test_a_race_that_the_list_lost_while_delete_asked_is_deleted_all_the_same(
    store: Store,
) -> None:
    async with listed(store) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ProfilesScreen)
        await pilot.press("x")
        screen.table.narrow("no race is called like this")
        await pilot.press("y")
        assert app.screen is screen
    assert store.names() == ["pig"]


async def test_deleted_is_in_the_trash_as_it_was(store: Store) -> None:
    content = store.path("berlin").read_bytes()
    async with listed(store) as (app, pilot):
        await pilot.press("delete", "y")
        await settled(app, pilot)
        assert isinstance(app.screen, ProfilesScreen)
        assert "Berlin" not in races(app)
        assert "Flying Pig" in preview(app)
    assert store.names() == ["pig"]
    (trashed,) = (store.folder / ".mile18" / "trash").iterdir()
    assert trashed.name == "berlin-20270420-090000.toml"
    assert trashed.read_bytes() == content


async def test_deleting_the_open_race_closes_it(store: Store) -> None:
    async with listed(store, "pig") as (app, pilot):
        await pilot.press("x", "y")
        await settled(app, pilot)
        assert app.session is None
        assert app.profile is None
        assert isinstance(app.screen, ProfilesScreen)
        await pilot.press("x", "y")
        await settled(app, pilot)
        assert "No race yet" in " ".join(races(app).split())
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)
    assert store.names() == []


async def test_deleting_the_only_race_while_it_is_open_leads_to_the_welcome(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.create("pig", Profile())
    async with listed(store, "pig") as (app, pilot):
        await pilot.press("escape", *"Sow", "f5", "x", "y")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
    assert store.names() == [], "nothing writes the file again"
    (trashed,) = (store.folder / ".mile18" / "trash").iterdir()
    assert "Sow" in trashed.read_text()


@pytest.mark.parametrize("size", SIZES)
async def test_broken_and_odd_files_are_told_and_left_alone(
    store: Store, size: tuple[int, int]
) -> None:
    broken = {
        "aa": b"[race\n",
        "ab": b"\xff\xfe",
        "ac": b"",
        "ad": ODD.encode(),
        "ae": b"schema = 99\n",
    }
    for name, content in broken.items():
        (store.folder / f"{name}.toml").write_bytes(content)
    async with listed(store, size=size) as (app, pilot):
        await go_to(app, pilot, "aa")
        assert "aa.toml:1: not readable as TOML" in preview(app)
        assert "The file is left as it is" in preview(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ProfilesScreen)
        await go_to(app, pilot, "ab")
        assert "not readable as text" in preview(app)
        assert "cannot be read" in races(app)
        await go_to(app, pilot, "ad")
        assert "[/x] Berlin" in races(app)
        assert "[/x] Berlin" in preview(app)
        assert "sleep.usual_hours: 90 is too high" in preview(app)
        await go_to(app, pilot, "ae")
        assert "newer mile18" in preview(app)
    for name, content in broken.items():
        assert (store.folder / f"{name}.toml").read_bytes() == content


async def test_a_broken_file_can_be_renamed_copied_and_deleted(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "bad.toml").write_text("[race\n")
    async with listed(store) as (app, pilot):
        await pilot.press("d", "enter")
        await settled(app, pilot)
        await pilot.press("r", *"x", "enter")
        await settled(app, pilot)
        await pilot.press("x", "y")
        await settled(app, pilot)
    assert store.names() == ["bad"]


async def test_a_file_that_went_away_is_told(store: Store) -> None:
    async with listed(store) as (app, pilot):
        store.path("pig").unlink()
        await pilot.press("down")
        assert "there is no such file" in preview(app)
        await pilot.press("enter", "x", "y")
        await pilot.pause()
        assert isinstance(app.screen, ProfilesScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_no_race_at_all(tmp_path: Path, size: tuple[int, int]) -> None:
    async with listed(Store(tmp_path), size=size) as (app, pilot):
        assert "No race yet" in races(app)
        await pilot.press("enter", "d", "r", "x", "up", "down", "end", "pagedown")
        assert isinstance(app.screen, ProfilesScreen)


def many(folder: Path, count: int) -> Mile18:
    """The app over so many races, `race-000` and on."""
    store = Store(folder)
    text = store.create("race-000", named("Race", date(2027, 5, 2))).path.read_text()
    for at in range(1, count):
        (folder / f"race-{at:03}.toml").write_text(text.replace('"Race"', f'"Race no. {at}"'))
    return Mile18(store, now=lambda: datetime(2027, 4, 20, 9, tzinfo=UTC))


async def test_many_races_stand_there_at_once_and_are_filled_in(tmp_path: Path) -> None:
    app = many(tmp_path, 40)
    async with app.run_test() as pilot:
        await pilot.press("f5")
        assert len(app.screen.query_one(RaceList).rows) == 40
        await pilot.press("end")
        assert name_here(app) == "race-039"
        assert "Race no. 39" in preview(app)
        assert "40 of 40" in races(app)
        await settled(app, pilot)
        assert "Race no. 39" in races(app)
        await pilot.press("home", "pagedown", "pageup")
        assert name_here(app) == "race-000"


async def test_of_very_many_races_some_stand_there_first_and_no_key_is_lost(tmp_path: Path) -> None:
    app = many(tmp_path, 300)
    async with app.run_test() as pilot:
        await pilot.press("f5", "s", "down")
        screen = app.screen
        assert isinstance(screen, ProfilesScreen)
        assert len(screen.races.rows) >= LISTED_AT_ONCE
        here = name_here(app)
        await settled(app, pilot)
        assert (name_here(app), len(screen.races.rows)) == (here, 300)
        await pilot.press("end")
        assert "300 of 300" in races(app)
        await pilot.press("home", "enter")
        assert app.session
        assert app.session.name == "race-000"


async def test_of_very_many_races_the_open_one_is_under_the_cursor_at_once(tmp_path: Path) -> None:
    app = many(tmp_path, 300)
    store = Store(tmp_path)
    app.take(Session(app.store, store.load("race-250")))
    async with app.run_test() as pilot:
        await pilot.press("f5", "x")
        assert isinstance(app.screen, ConfirmScreen)
        assert "Race no. 250" in app.screen.question
        await pilot.press("n")
        await settled(app, pilot)
        assert name_here(app) == "race-250"


async def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "races"
    folder.write_text("in the way")
    async with listed(Store(folder)) as (app, _):
        assert "could not be read" in " ".join(races(app).split())
