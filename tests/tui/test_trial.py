"""A trial of answers: the real ones never move, and what was tried is found again as changes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import answers_to, profiles

from mile18.profile import Profile, all_questions
from mile18.tui.steps import Trial

names = st.sampled_from([*all_questions()])
moves = st.one_of(
    st.just("undo"),
    st.just("redo"),
    names.flatmap(
        lambda name: st.tuples(st.just(name), st.none() | answers_to(all_questions()[name]))
    ),
)


def played(start: Profile, steps: list[Any]) -> Trial:
    trial = Trial(start)
    for step in steps:
        if isinstance(step, str):
            getattr(trial, step)()
        else:
            name, value = step
            trial.change(trial.profile.with_answer(name, value), name)
    return trial


@given(profiles(), st.lists(moves, max_size=12))
@few(40)
def test_the_changes_lead_from_the_start_to_what_is_tried(start: Profile, steps: list[Any]) -> None:
    trial = played(start, steps)
    assert trial.start == start
    assert start.with_changes(trial.changes) == trial.profile
    for topic, new in trial.changes.items():
        for key, value in new.items():
            assert value != start.answer(f"{topic}.{key}")
    while trial.undo():
        pass
    assert trial.profile == start
    assert trial.changes == {}


@given(profiles(), st.lists(moves, max_size=8), st.lists(moves, max_size=4))
@few(30)
def test_what_is_recorded_stays_wherever_undo_and_redo_lead(
    start: Profile, before: list[Any], after: list[Any]
) -> None:
    trial = played(start, [each for each in before if each[0] != "race.name"])
    trial.record("race.name", "Recorded")
    assert "name" not in trial.changes.get("race", {})
    for step in after:
        if isinstance(step, str):
            getattr(trial, step)()
            assert trial.profile.race.name == "Recorded"
    assert trial.start == start.with_answer("race.name", "Recorded")
