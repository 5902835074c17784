"""The table of races: sort, filter, many files, several folders, the runner's own editor."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import datetime
from pathlib import Path

import pytest
from athletes import fill
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from mile18.profile import Profile
from mile18.storage.shelf import Shelf
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.bars import TitleBar
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.list import RaceList
from mile18.tui.races.preview import RacePreview
from mile18.tui.races.screen import LoadingLine, ProfilesScreen

NOW = datetime(2027, 4, 20, 9)  # noqa: DTZ001 - the runner's own clock


@asynccontextmanager
async def listed(
    races: Store | Shelf, open_race: str = "", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Mile18, "Pilot[None]"]]:
    """The table, read to the end."""
    shelf = races if isinstance(races, Shelf) else Shelf([races])
    app = Mile18(races, shelf.load(open_race) if open_race else None, now=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield app, pilot


def table(app: Mile18) -> RaceList:
    return app.screen.query_one(RaceList)


def here(app: Mile18) -> str:
    row = table(app).row_here
    return row.name if row else ""


def drawn(app: Mile18) -> list[str]:
    return [" ".join(line.split()) for line in table(app).render().plain.splitlines()]


def said(app: Mile18) -> str:
    return "\n".join(toast.message for toast in app._notifications)


@pytest.fixture
def athletes(tmp_path: Path) -> Store:
    """A coach's folder."""
    fill(tmp_path / "athletes", 40)
    return Store(tmp_path / "athletes")


async def test_a_coach_sorts_filters_opens_and_comes_back(athletes: Store) -> None:
    async with listed(athletes) as (app, pilot):
        await pilot.press("s", "s", "s", "s")
        assert "weakest factor▲" in drawn(app)[0]
        middles = [row.weakest.middle for row in table(app).rows if row.weakest]
        assert len(middles) == 40
        assert middles == sorted(middles)
        assert table(app).cursor == 0, "what comes first is in sight"
        await pilot.press("b")
        assert "weakest factor▼" in drawn(app)[0]
        turned = [row.weakest.middle for row in table(app).rows if row.weakest]
        assert turned == sorted(middles)[::-1]
        await pilot.press("b", "slash", *"pig mar")
        races = {row.race for row in table(app).rows}
        assert races == {"Flying Pig Marathon"}
        count = len(table(app).rows)
        assert f"{count} of 40 races" in app.screen.query_one(TitleBar).state
        assert app.screen.query_one(RacePreview).preview is not None
        await pilot.press("enter", "down", "down")
        name = here(app)
        await pilot.press("enter")
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.name == name
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, ProfilesScreen)
        assert here(app) == name, "back where one was"


async def test_escape_clears_the_filter_first_and_then_leaves(athletes: Store) -> None:
    async with listed(athletes, "athlete-05") as (app, pilot):
        await pilot.press("slash", *"zebra")
        assert "No race has “zebra” in it" in " ".join(drawn(app))
        await pilot.press("enter", "d", "r", "x", "v", "enter")
        assert isinstance(app.screen, ProfilesScreen)
        await pilot.press("escape")
        assert len(table(app).rows) == 40
        assert not app.screen.query_one(Input).has_focus
        await pilot.press("slash", *"half", "escape")
        assert len(table(app).rows) == 40
        assert isinstance(app.screen, ProfilesScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, PrepareScreen)


async def test_a_fast_typist_filters_and_starts_nothing(athletes: Store) -> None:
    async with listed(athletes) as (app, pilot):
        for key in ("slash", *"never"):
            app.simulate_key(key)
        await pilot.pause()
        assert isinstance(app.screen, ProfilesScreen)
        assert app.screen.query_one(Input).value == "never"


async def test_the_cursor_stays_on_its_race_while_others_arrive(athletes: Store) -> None:
    app = Mile18(athletes, now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5", "down", "down")
        name, rows = here(app), [row.name for row in table(app).rows if not row.readable]
        assert rows == [f"athlete-{number:02}" for number in range(9, 41)]
        loading = app.screen.query_one(LoadingLine)
        assert loading.display
        assert loading.render().plain.startswith(" Reading 8 of 40 ██")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert here(app) == name
        assert all(row.readable for row in table(app).rows)
        assert not loading.display
        days = [row.days for row in table(app).rows if row.days is not None and row.days >= 0]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("size", "titles", "below"),
    [
        ((160, 40), ["file", "race", "date", "days", "weakest factor", "last change"], False),
        ((120, 40), ["file", "race", "days", "health check", "weakest factor"], False),
        ((80, 24), ["file", "race", "days", "health check", "warn"], True),
        ((40, 20), ["file", "ready", "health check"], True),
    ],
)
async def test_columns_and_preview_follow_the_size(
    athletes: Store, size: tuple[int, int], titles: list[str], below: bool
) -> None:
    async with listed(athletes, size=size) as (app, pilot):
        assert all(title in drawn(app)[0] for title in titles)
        preview = app.screen.query_one(RacePreview)
        assert (preview.region.y > table(app).region.y) == below
        assert table(app).size.height >= 6
        wide = table(app).size.width
        await pilot.press("p")
        assert not preview.display
        assert table(app).size.width >= wide
        assert app.screen.query_one(RaceList).size.height >= 6


async def test_a_click_on_a_title_sorts_and_a_second_one_turns_round(athletes: Store) -> None:
    async with listed(athletes) as (app, pilot):
        at = table(app).render().plain.index("ready")
        await pilot.click(RaceList, offset=(at, 0))
        assert "ready▲" in drawn(app)[0]
        await pilot.click(RaceList, offset=(at, 0))
        assert "ready▼" in drawn(app)[0]
        await pilot.click(RaceList, offset=(at, 3))
        assert table(app).cursor == 2


async def test_several_folders_in_one_table(athletes: Store, tmp_path: Path) -> None:
    own = Store(tmp_path / "own")
    for name in ("berlin", "athlete-03"):
        own.create(name, Profile())
    async with listed(Shelf([own, athletes]), "berlin") as (app, pilot):
        assert "42 races in" in app.screen.query_one(TitleBar).state
        assert "and 1 more" in app.screen.query_one(TitleBar).state
        await pilot.press("slash", *"athlete-03", "enter")
        assert any("athletes/athlete-03" in line for line in drawn(app))
        while table(app).row_here and str(own.folder) in str(table(app).row_here):
            await pilot.press("down")
        await pilot.press("d", "enter")
        await app.workers.wait_for_complete()
        assert (athletes.folder / "athlete-03-copy-2.toml").exists(), "beside its original"
        await pilot.press("escape", "home")
        await pilot.press("slash", *"athlete-07", "enter", "enter")
        assert app.session
        assert app.session.opened.path == athletes.folder / "athlete-07.toml"
        app.answer("race.name", "Changed")
        assert app.save()
    assert athletes.load("athlete-07").profile.race.name == "Changed"
    assert own.names() == ["athlete-03", "berlin"]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that puts `[race]` with the name Edited into the file, on a screen that lets go."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "pathlib.Path(sys.argv[1]).write_text('[race]\\nname = \"Edited\"\\n')\n"
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    monkeypatch.setattr(Mile18, "suspend", lambda _: nullcontext())


@pytest.mark.usefixtures("editor")
async def test_a_broken_file_is_put_right_in_the_runners_editor(athletes: Store) -> None:
    (athletes.folder / "athlete-02.toml").write_text("[race\n")
    async with listed(athletes) as (app, pilot):
        await pilot.press("end")
        assert here(app) == "athlete-02"
        line = next(line for line in drawn(app) if "athlete-02" in line)
        assert "cannot be read: athlete-02.toml:1: not readable as TOML" in line
        await pilot.press("v")
        assert here(app) == "athlete-02"
        row = table(app).row_here
        assert row
        assert row.race == "Edited"
        assert app.screen.query_one(RacePreview).preview
        assert "Edited" in app.screen.query_one(RacePreview).render().plain


@pytest.mark.usefixtures("editor")
async def test_the_open_race_takes_up_what_the_editor_wrote(athletes: Store) -> None:
    before = athletes.load("athlete-02").profile
    async with listed(athletes, "athlete-02") as (app, pilot):
        await pilot.press("v")
        assert app.profile
        assert app.profile.race.name == "Edited"
        assert app.readiness
        assert app.readiness.profile == app.profile
        app.answer("race.place", "Bern")
        assert app.save()
        assert athletes.load("athlete-02").profile.race.place == "Bern"
        assert len(athletes.names()) == 40, "no copy beside it: nothing was in conflict"
        await pilot.press("escape", "ctrl+z", "ctrl+z")
        assert replace(app.profile, history=before.history) == before, (
            "undo brings back what the editor took away"
        )


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("", "Set EDITOR in your shell"),
        ("no-such-editor-anywhere", "could not be started"),
        ("vi 'unclosed", "EDITOR has a quote that is not closed: vi 'unclosed."),
        (f'"{sys.executable}" -c "raise SystemExit(3)"', "ended with code 3"),
    ],
)
async def test_an_editor_that_cannot_be_started_is_told(
    athletes: Store, monkeypatch: pytest.MonkeyPatch, command: str, told: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    monkeypatch.setattr(Mile18, "suspend", lambda _: nullcontext())
    async with listed(athletes) as (app, pilot):
        await pilot.press("v")
        assert told in said(app)


async def test_a_screen_that_cannot_let_go_names_the_file(
    athletes: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vi")
    async with listed(athletes) as (app, pilot):
        await pilot.press("v")
        assert f"the file is {athletes.folder}" in said(app)
