"""Two sets of answers put together: each change once, and of two to one answer the one here."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles

from mile18.profile import Profile, all_questions, topics
from mile18.storage.changed_on_disk import changes, conflicts, put_together

BASE = Profile().with_changes(
    {
        "race": {"name": "Berlin"},
        "sleep": {"usual_hours": 7.0},
        "health": {"medicines": ("statin",)},
        "week": {"done": ("a", "b")},
    }
)


def told(base: Profile, mine: Profile, theirs: Profile) -> list[tuple[str, str]]:
    return [(c.question.id, c.by) for c in changes(base, mine, theirs)]


def test_what_only_one_side_changed_is_taken_from_there() -> None:
    mine = BASE.with_answer("race.name", "Boston")
    theirs = BASE.with_changes({"sleep": {"usual_hours": 8.0}, "race": {"place": "Berlin"}})
    assert told(BASE, mine, theirs) == [
        ("race.name", "mine"),
        ("race.place", "theirs"),
        ("sleep.usual_hours", "theirs"),
    ]
    assert conflicts(BASE, mine, theirs) == ()
    assert put_together(BASE, mine, theirs) == theirs.with_answer("race.name", "Boston")


def test_where_both_changed_one_answer_the_one_here_stands() -> None:
    mine, theirs = (BASE.with_answer("race.name", name) for name in ("Boston", "Tokyo"))
    assert [each.question.key for each in conflicts(BASE, mine, theirs)] == ["name"]
    assert put_together(BASE, mine, theirs) == mine


def test_an_answer_taken_back_is_a_change_too() -> None:
    mine, theirs = BASE.with_answer("race.name", None), BASE.with_answer("race.place", "x")
    assert put_together(BASE, mine, theirs) == theirs.with_answer("race.name", None)


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        (("a", "b", "c"), ("a", "b", "d"), ("a", "b", "c", "d")),
        (("c", "a", "b"), ("d", "c", "b", "a"), ("c", "a", "b", "d")),
    ],
)
def test_lists_to_which_both_only_added_hold_what_both_added(
    mine: Any, theirs: Any, together: Any
) -> None:
    ours, others = (BASE.with_answer("week.done", each) for each in (mine, theirs))
    assert put_together(BASE, ours, others).week.done == together
    assert conflicts(BASE, ours, others) == ()


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(("a", "c"), ("a", "b", "d")), (("a", "b", "c"), ()), (None, ("a", "b", "d"))],
)
def test_a_list_from_which_one_side_took_something_is_the_one_here(mine: Any, theirs: Any) -> None:
    ours, others = (BASE.with_answer("week.done", each) for each in (mine, theirs))
    assert put_together(BASE, ours, others) == ours
    assert len(conflicts(BASE, ours, others)) == 1


def test_none_of_these_is_not_outvoted_by_a_tick() -> None:
    ours, others = (BASE.with_answer("health.conditions", each) for each in ((), ("heart",)))
    assert put_together(BASE, ours, others).health.conditions == ()
    assert len(conflicts(BASE, ours, others)) == 1


def mixed(one: Profile, other: Profile, of_other: set[str]) -> Profile:
    """One profile with some topics of another."""
    parts = {topic: getattr(other if topic in of_other else one, topic) for topic in topics()}
    return Profile(**parts)


some_topics = st.sets(st.sampled_from(list(topics())))


@few(25)
@given(profiles(), profiles(), profiles(), some_topics, some_topics)
def test_every_answer_put_together_is_one_that_a_side_gave(
    base: Profile, one: Profile, other: Profile, of_one: set[str], of_other: set[str]
) -> None:
    mine, theirs = mixed(base, one, of_one), mixed(base, other, of_other)
    together = put_together(base, mine, theirs)
    torn = {each.question.id for each in conflicts(base, mine, theirs)}
    for name in all_questions():
        was, ours, others, now = (each.answer(name) for each in (base, mine, theirs, together))
        if name in torn or others in (was, ours):
            assert now == ours
        elif ours == was:
            assert now == others
        else:
            assert set(now) == {*ours, *others}
    assert put_together(base, base, theirs) == theirs
    assert put_together(base, mine, base) == mine
    assert put_together(base, mine, mine) == mine
    if not torn:
        back = put_together(base, theirs, mine)
        assert [
            each.question.id
            for each in changes(base, back, together)
            if not isinstance(each.mine, tuple)
        ] == []
