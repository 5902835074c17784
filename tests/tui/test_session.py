"""The model behind the screens: undo and redo, saving, and the day's readiness that goes with it."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from race_app import NOW, race

from mile18.plan.history import with_point
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.steps import Session, Steps

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
HOURS = "sleep.usual_hours"


def session(folder: Path, profile: Profile | None = None) -> Session:
    store = Store(folder)
    return Session(store, store.create("pig", profile or race()))


@given(st.lists(st.sampled_from(["undo", "redo", "settle", 4.0, 5.0, 6.0]), max_size=30))
def test_undo_to_the_start_gives_the_start_and_redo_the_end(moves: list[str | float]) -> None:
    steps = Steps(race())
    for move in moves:
        if isinstance(move, float):
            steps.change(steps.profile.with_answer(HOURS, move), f"sleep.{move}")
        else:
            getattr(steps, move)()
    while steps.redo():
        pass
    end = steps.profile
    while steps.undo():
        pass
    assert steps.profile == race()
    while steps.redo():
        pass
    assert steps.profile == end


def test_what_is_typed_and_put_back_leaves_nothing_to_undo() -> None:
    steps = Steps(Profile())
    steps.change(Profile().with_answer("sleep.usual_hours", 7.0), "sleep.usual_hours")
    steps.change(Profile(), "sleep.usual_hours")
    assert not steps.undo()


def test_a_save_keeps_the_days_readiness_and_undo_leaves_it(tmp_path: Path) -> None:
    found = session(tmp_path)
    found.change(found.profile.with_answer(HOURS, 8.0), "x")
    found.save(TODAY)
    assert not found.dirty
    assert found.profile == with_point(race(sleep__usual_hours=8.0), TODAY)
    assert Store(tmp_path).load("pig").profile == found.profile
    found.undo()
    assert found.profile == replace(race(), history=found.profile.history)
    found.save(TOMORROW)
    found.redo()
    assert [each.date for each in found.profile.history.points or ()] == [TODAY, TOMORROW]
    found.undo()
    assert not found.dirty


def test_without_a_change_nothing_is_written_on_another_day(tmp_path: Path) -> None:
    found = session(tmp_path)
    before = found.opened.path.read_bytes()
    found.save(TOMORROW)
    assert found.opened.path.read_bytes() == before
    assert found.profile == race()


def test_answers_taken_back_before_the_save_leave_the_file_as_it_was(tmp_path: Path) -> None:
    found = session(tmp_path, with_point(race(), TODAY - timedelta(days=3)))
    before = found.opened.path.read_bytes()
    found.change(found.profile.with_answer(HOURS, 8.0), "x")
    found.undo()
    found.save(TODAY)
    assert found.opened.path.read_bytes() == before


def test_copies_keep_the_history(tmp_path: Path) -> None:
    found = session(tmp_path, with_point(race(), TODAY - timedelta(days=3)))
    found.store.duplicate("pig", "sow")
    assert found.store.load("sow").profile == found.profile
    found.change(found.profile.with_answer(HOURS, 8.0), "x")
    found.save_beside(TODAY)
    assert found.name == "pig-copy-2"
    assert len(found.store.load(found.name).profile.history.points or ()) == 2
    assert not found.dirty
