"""The open file was changed elsewhere: nothing is written before the runner chose, nothing is lost."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from race_app import NOW, race, race_app, words
from textual import events
from textual.pilot import Pilot

from mile18.profile import Profile
from mile18.shell.commands.open import _ended
from mile18.storage.backups import versions
from mile18.storage.store import Store, open_file
from mile18.topics.kept import History
from mile18.tui.app import Mile18
from mile18.tui.cramp.screen import CrampScreen
from mile18.tui.dialogs.changed_on_disk import ElsewhereScreen
from mile18.tui.leaving import hang_up
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen

SIZES = [(120, 40), (80, 24), (40, 20)]
THEN = datetime(2027, 4, 20, 7, 12).timestamp()  # noqa: DTZ001 - the runner's own clock


def change(app: Mile18, **answers: Any) -> bytes:
    """Answer in another window, and return what stands in the file then."""
    assert app.session
    path = app.session.opened.path
    store = Store(path.parent)
    opened = store.load(path.stem)
    profile = opened.profile
    for key, value in answers.items():
        profile = profile.with_answer(key.replace("__", "."), value)
    content = store.save(opened, profile, now=NOW).content
    os.utime(path, (THEN, THEN))
    return content


@asynccontextmanager
async def asked(
    folder: Path, size: tuple[int, int] = (80, 24), **theirs: Any
) -> AsyncIterator[tuple[Mile18, "Pilot[None]"]]:
    """The app with the name answered here, saving what another window was faster with."""
    app = race_app(folder)
    async with app.run_test(size=size) as pilot:
        change(app, **(theirs or {"sleep__usual_hours": 8.0}))
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ElsewhereScreen)
        yield app, pilot


def held(path: Path) -> Profile:
    """The answers in a file; a save adds the day's readiness to them."""
    return replace(open_file(path).profile, history=History())


def kept(path: Path) -> list[str | None]:
    """The names of the race in the versions kept."""
    return [held(each.path).race.name for each in versions(path)]


def path_of(app: Mile18) -> Path:
    return app.store.path("pig")


def notices(app: Mile18) -> str:
    return " ".join(notice.message for notice in app._notifications)


async def mark(app: Mile18, pilot: "Pilot[None]", choice: str) -> None:
    page = app.screen.query_one(Page)
    for _ in range(60):
        if page.cursor == choice:
            return
        await pilot.press("down")
    raise AssertionError(f"{choice} cannot be reached")


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_said_what_happened_and_what_differs(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    theirs = {"sleep__usual_hours": 8.0, "race__name": "Hog"}
    async with asked(tmp_path, size, **theirs) as (app, _):
        said = words(app.screen)
        assert "pig.toml was changed elsewhere" in said
        assert "There Tue 20 Apr 2027 07:12" in said
        assert "Here Tue 20 Apr 2027 08:00" in said
        assert "2 answers: 1 changed there, 1 changed on both sides." in said
        assert "there Hog ← changed here Sow ← changed" in said
        assert "there 8 h ← changed here 6.5 h" in said
        assert "where both did (1), yours" in said
        page = app.screen.query_one(Page)
        assert [place.name for place in page.stops] == ["copy", "together", "theirs", "mine"]
        assert page.stops[-1].bottom <= page.max_scroll_y + page.size.height


async def test_while_it_is_asked_nothing_is_written_and_no_letter_chooses(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        before = path_of(app).read_bytes()
        await pilot.press(*"tmky1 ", "backspace", "ctrl+s")
        app.save_or_ask()
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert isinstance(app.screen, ElsewhereScreen)
        assert len(app.screen_stack) == 2
        assert path_of(app).read_bytes() == before
        assert app.store.names() == ["pig"]
        assert app.saved == "NOT SAVED"


@pytest.mark.parametrize(
    "keys", [["enter"], ["escape"], ["tab", "down", "shift+tab", "up", "enter"]]
)
async def test_keeping_both_goes_on_in_a_copy(tmp_path: Path, keys: list[str]) -> None:
    async with asked(tmp_path) as (app, pilot):
        before = path_of(app).read_bytes()
        await pilot.press(*keys)
        assert isinstance(app.screen, PrepareScreen)
        assert app.session
        assert app.session.name == "pig-copy-2"
        assert "You go on in pig-copy-2" in notices(app)
        await pilot.press("ctrl+s")
        assert path_of(app).read_bytes() == before
        assert held(app.store.path("pig-copy-2")).race.name == "Sow"


async def test_put_together_holds_what_either_side_changed(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        theirs = path_of(app).read_bytes()
        await mark(app, pilot, "together")
        await pilot.press("enter")
        assert app.session
        assert not app.session.dirty
        assert app.saved == "saved 08:00"
        assert app.profile == held(path_of(app)) == race(race__name="Sow", sleep__usual_hours=8.0)
        assert theirs in [each.path.read_bytes() for each in versions(path_of(app))]
        assert app.store.names() == ["pig"]


async def test_theirs_can_be_taken_and_ours_comes_back_by_undo_or_restore(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        theirs = path_of(app).read_bytes()
        await mark(app, pilot, "theirs")
        await pilot.press("enter")
        assert path_of(app).read_bytes() == theirs
        assert app.profile == held(path_of(app)) == race(sleep__usual_hours=8.0)
        assert kept(path_of(app))[0] == "Sow"
        assert f"mile18 restore {path_of(app)} lists it" in notices(app)
        await pilot.press("ctrl+z", "ctrl+s")
        assert held(path_of(app)) == race(race__name="Sow")
        assert theirs in [each.path.read_bytes() for each in versions(path_of(app))]


async def test_ours_can_be_written_and_theirs_is_kept(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        theirs = path_of(app).read_bytes()
        await mark(app, pilot, "mine")
        await pilot.press("enter")
        assert held(path_of(app)) == race(race__name="Sow")
        assert versions(path_of(app))[0].path.read_bytes() == theirs
        app.answer("race.name", "Pig")
        await pilot.press("ctrl+s")
        assert held(path_of(app)).race.name == "Pig"
        assert app.store.names() == ["pig"]


async def test_the_same_answers_in_both_windows_are_no_question(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        change(app, race__name="Sow")
        with path_of(app).open("a") as file:
            file.write("# theirs\n")
        theirs = path_of(app).read_bytes()
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PrepareScreen)
        assert app.saved == "saved 08:00"
        assert path_of(app).read_bytes() == theirs
        app.answer("race.place", "Berlin")
        await pilot.press("ctrl+s")
        assert held(path_of(app)) == race(race__name="Sow", race__place="Berlin")


async def test_comments_of_the_other_window_are_kept_and_said_where(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        path_of(app).write_text("# theirs\n" + path_of(app).read_text())
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert "1 answer: 1 changed here." in words(app.screen)
        await mark(app, pilot, "together")
        await pilot.press("enter")
        assert "The file as it was is kept as" in notices(app)
    (original,) = (app.store.folder / ".mile18" / "originals").iterdir()
    assert original.read_text().startswith("# theirs")
    assert held(path_of(app)).race.name == "Sow"


async def test_a_file_changed_again_while_it_is_asked_is_shown_anew(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        await mark(app, pilot, "mine")
        again = change(app, sleep__usual_hours=5.0)
        await pilot.press("enter")
        assert isinstance(app.screen, ElsewhereScreen)
        assert "there 5 h" in words(app.screen)
        assert path_of(app).read_bytes() == again
        await pilot.press("enter")
        assert app.store.names() == ["pig", "pig-copy-2"]


async def test_a_file_that_is_gone_can_be_written_again(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(40, 20)) as pilot:
        path_of(app).unlink()
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert "pig.toml is gone" in words(app.screen)
        await mark(app, pilot, "mine")
        await pilot.press("enter")
        assert held(path_of(app)).race.name == "Sow"
        assert app.store.names() == ["pig"]


async def test_a_torn_file_is_kept_when_ours_is_written(tmp_path: Path) -> None:
    torn = b'\xff[race]\nname = "'
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        path_of(app).write_bytes(torn)
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        assert "cannot be read as a race" in words(app.screen)
        await mark(app, pilot, "mine")
        await pilot.press("enter")
        assert held(path_of(app)).race.name == "Sow"
        assert versions(path_of(app))[0].path.read_bytes() == torn


async def test_a_file_of_a_newer_mile18_is_never_written(tmp_path: Path) -> None:
    newer = b'schema = 99\n[race]\nname = "[bold]"\n'
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        path_of(app).write_bytes(newer)
        app.answer("race.name", "Sow")
        await pilot.press("ctrl+s")
        stops = [place.name for place in app.screen.query_one(Page).stops]
        assert stops == ["copy", "theirs"]
        assert "[bold]" in words(app.screen)
        await pilot.press("enter")
        assert path_of(app).read_bytes() == newer
        assert app.store.names() == ["pig", "pig-copy-2"]


@pytest.mark.parametrize("end", ["quit", "hang up"])
async def test_leaving_while_it_is_asked_keeps_both(tmp_path: Path, end: str) -> None:
    async with asked(tmp_path) as (app, pilot):
        before = path_of(app).read_bytes()
        if end == "quit":
            await pilot.press("ctrl+q")
        else:
            hang_up(app)
        await pilot.pause()
    assert app.last_word.endswith("yours is saved as pig-copy-2.")
    assert path_of(app).read_bytes() == before
    assert held(app.store.path("pig-copy-2")).race.name == "Sow"


async def test_a_crash_while_it_is_asked_keeps_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with asked(tmp_path) as (app, _):
        app.recent_file = tmp_path / "state" / "recent"
        before = path_of(app).read_bytes()
        app.session, session = None, app.session
    app.session = session
    assert _ended(app, RuntimeError()) == 1
    assert path_of(app).read_bytes() == before
    (saved,) = (tmp_path / "state").glob("unsaved-pig-*.toml")
    assert held(saved).race.name == "Sow"
    assert str(saved) in capsys.readouterr().err


async def test_a_cramp_is_not_covered_by_the_question(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        theirs = change(app, sleep__usual_hours=8.0)
        app.answer("race.name", "Sow")
        await pilot.press("f8", "ctrl+s")
        assert isinstance(app.screen, CrampScreen)
        assert path_of(app).read_bytes() == theirs
        assert held(app.store.path("pig-copy-2")).race.name == "Sow"


async def test_a_failed_choice_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with asked(tmp_path) as (app, pilot):
        theirs = path_of(app).read_bytes()
        (app.store.folder / ".mile18").rename(tmp_path / "away")
        (app.store.folder / ".mile18").write_text("in the way")
        await mark(app, pilot, "mine")
        await pilot.press("enter")
        assert app.saved == "NOT SAVED"
        assert path_of(app).read_bytes() == theirs
        assert app.profile
        assert app.profile.race.name == "Sow"


# Noticed without a save


async def test_coming_back_to_the_window_shows_what_was_changed_elsewhere(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        theirs = change(app, race__date=date(2027, 5, 9))
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.profile == race(race__date=date(2027, 5, 9))
        assert app.readiness
        assert app.readiness.countdown.days == 19
        assert "Reread: pig.toml was changed elsewhere" in notices(app)
        assert app.saved == ""
        assert path_of(app).read_bytes() == theirs
        await pilot.press("ctrl+z", "ctrl+s")
        assert held(path_of(app)) == race()
        assert theirs in [each.path.read_bytes() for each in versions(path_of(app))]


async def test_coming_back_with_answers_of_ones_own_asks(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        app.answer("race.name", "Sow")
        change(app, sleep__usual_hours=8.0)
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert isinstance(app.screen, ElsewhereScreen)


async def test_a_list_being_edited_is_not_changed_under_the_fingers(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        app.screen.go_to("health.medicines")  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert app.screen.is_modal
        change(app, health__medicines=("statin",))
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.profile == race()
        await pilot.press("escape")
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.profile == race(health__medicines=("statin",))


@pytest.mark.parametrize("wrong", ["gone", "torn", "folder"])
async def test_a_file_gone_or_torn_is_said_until_it_is_back(tmp_path: Path, wrong: str) -> None:
    app = race_app(tmp_path)
    async with app.run_test() as pilot:
        path = path_of(app)
        content = path.read_bytes()
        path.unlink()
        if wrong == "torn":
            path.write_bytes(content[:30])
        if wrong == "folder":
            path.mkdir()
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.saved == (
            "the file is gone" if wrong == "gone" else "the file cannot be read now"
        )
        assert app.profile == race()
        if wrong == "folder":
            path.rmdir()
        path.write_bytes(content)
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.saved == ""
