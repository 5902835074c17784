"""Files of earlier schemas: read as if they were of today, told with their lines, kept at the save."""

from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_schemas import KM_IN_A_MILE, MADE_UP

from mile18.profile import Profile, all_questions
from mile18.storage import codec
from mile18.storage import store as storing
from mile18.storage.codec import SCHEMA, decode, encode
from mile18.storage.schemas import CHAIN, FIRST, Step, bring_up
from mile18.storage.store import Store, open_file

FILES = Path(__file__).parent / "schemas"
OF_SCHEMA_1 = """\
schema = 1
[race]
name = "Berlin"
miles = 10
[sleep]
usual = 7.5
mood = "fine"
[food]
race_fuel_practised = "often"
"""
STEPS = [*CHAIN, *MADE_UP]
KEYS = [key for step in STEPS for place in step.moved.items() for keys in place for key in keys]


def sentences(text: str) -> list[str]:
    loaded = decode(text, MADE_UP)
    told = [*filter(None, [loaded.upgrade]), *loaded.problems]
    return [each.sentence("x.toml") for each in told]


# Files of the real schemas. A new schema needs its file here: what `1.toml` says, in its own keys.


def test_there_is_a_file_of_every_schema() -> None:
    assert {path.name for path in FILES.iterdir()} == {
        f"{schema}.toml" for schema in range(FIRST, SCHEMA + 1)
    }


LATER = [
    "race.zone",
    "race.wish_time",
    "race.goal_settled",
    "race.run_minutes",
    "race.walk_minutes",
    "race.cut_offs",
    "race.hills",
    "training.weeks_off",
    "training.downhill_runs",
    "training.heel_rises",
    "heat.hours",
    "health.illness_cleared",
]


def test_the_file_of_the_first_schema_answers_whatever_could_be_answered_then() -> None:
    profile = open_file(FILES / "1.toml").profile
    empty = [name for name in all_questions() if profile.answer(name) is None]
    assert empty == LATER


@pytest.mark.parametrize("schema", range(FIRST, SCHEMA + 1))
def test_a_file_of_any_schema_is_read_whole_and_saved_as_one_of_today(schema: int) -> None:
    loaded = open_file(FILES / f"{schema}.toml").loaded
    assert loaded.errors == ()
    assert loaded.problems == ()
    assert bool(loaded.upgrade) is (schema < SCHEMA)
    today = (FILES / f"{SCHEMA}.toml").read_text(encoding="utf-8")
    assert encode(loaded.profile, loaded.document) == today


# The mechanism, on a past that never was


def test_older_keys_are_read_as_those_of_today() -> None:
    loaded = decode(OF_SCHEMA_1, MADE_UP)
    assert loaded.profile.sleep.usual_hours == 7.5
    assert loaded.profile.race.distance == pytest.approx(10 * KM_IN_A_MILE)
    assert loaded.upgrade
    assert not loaded.newer
    assert loaded.document["sleep"] == {"usual_hours": 7.5, "mood": "fine"}


def test_a_file_takes_only_the_steps_that_it_lacks() -> None:
    text = '[sleep]\nusual = 7.5\n[food]\nnotes = "rice"\n'
    assert decode(f"schema = 1\n{text}", MADE_UP).profile.sleep.usual_hours == 7.5
    second = decode(f"schema = 2\n{text}", MADE_UP)
    assert second.profile.sleep.usual_hours is None
    assert second.profile.nutrition.notes == "rice"
    third = decode(f"schema = 3\n{text}", MADE_UP)
    assert third.profile == Profile()
    assert not third.upgrade


def test_an_older_file_says_so_with_a_note() -> None:
    assert sentences("schema = 2\n[race]\nplace = 'x'\n") == [
        "x.toml:1: schema: of an earlier mile18 (schema 2); the next save brings the file up to "
        "schema 3 and keeps it as it is now, too; an older mile18 then only reads it"
    ]
    assert decode("schema = 2\n", MADE_UP).errors == ()


def test_a_file_without_a_schema_may_be_of_any() -> None:
    assert sentences("[sleep]\nusual_hours = 7\n") == []
    assert sentences("[sleep]\nusual = 7\n") == [
        "x.toml: schema: not there, and older keys are; the next save brings the file up to "
        "schema 3 and keeps it as it is now, too; an older mile18 then only reads it"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema = 4\n", "written by a newer mile18 (schema 4)"),
        ("schema = 0\n", "0 is no schema, allowed is the number 3"),
        ("schema = '1'\n", '"1" is text, allowed is the number 3'),
    ],
)
def test_a_schema_that_is_none_is_no_older_one(text: str, told: str) -> None:
    (said,) = sentences(text)
    assert told in said
    assert not decode(text, MADE_UP).upgrade


def test_a_mistake_is_told_where_it_stands_in_the_file() -> None:
    text = (
        "schema = 1\n"
        "[race]\nmiles = 'ten'\n"
        "[sleep]\nusual = 77\nmood = 1\n"
        "[food]\nrace_fuel_grams = 'many'\nnights = 1\n"
    )
    said = sentences(text)
    assert [line.split(": ")[:2] for line in said] == [
        ["x.toml:1", "schema"],
        ["x.toml:3", "race.miles"],
        ["x.toml:5", "sleep.usual"],
        ["x.toml:6", "sleep.mood"],
        ["x.toml:8", "food.race_fuel_grams"],
        ["x.toml:9", "food.nights"],
    ]


def test_where_old_and_new_key_stand_together_the_new_one_counts() -> None:
    loaded = decode("schema = 1\n[sleep]\nusual = 7\nusual_hours = 99\n", MADE_UP)
    assert [(each.where, each.line) for each in loaded.problems] == [
        ("sleep.usual", 3),
        ("sleep.usual_hours", 4),
    ]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Store:
    """A folder as a mile18 of schema 3 would keep it, with a file of schema 1."""
    monkeypatch.setattr(storing, "decode", partial(decode, chain=MADE_UP))
    monkeypatch.setattr(codec, "SCHEMA", 3)
    (tmp_path / "berlin.toml").write_text(OF_SCHEMA_1, encoding="utf-8")
    return Store(tmp_path)


def test_reading_leaves_an_older_file_as_it_is(later: Store) -> None:
    opened = later.load("berlin")
    assert later.save(opened, opened.profile).kept_original is None
    assert [path.name for path in later.folder.iterdir()] == ["berlin.toml"]
    assert opened.path.read_text() == OF_SCHEMA_1


def test_the_first_save_keeps_the_older_file_and_says_where(later: Store) -> None:
    opened = later.load("berlin")
    saved = later.save(opened, opened.profile.with_answer("race.place", "Berlin"))
    assert saved.kept_original
    assert saved.kept_original.read_text() == OF_SCHEMA_1
    written = later.load("berlin")
    assert written.profile == saved.profile
    assert written.loaded.document["schema"] == 3
    assert [each.where for each in written.loaded.problems] == [
        "sleep.mood",
        "nutrition.race_fuel_practised",
    ]
    assert not written.loaded.upgrade
    again = later.save(saved, saved.profile.with_answer("race.place", None))
    assert again.kept_original is None


# Laws that every step must obey, those to come too

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from([*KEYS, "other"]), inner, max_size=4)
    ),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from([*KEYS, "other", "schema"]), values, max_size=5)


@pytest.mark.parametrize("step", STEPS)
@given(documents)
def test_a_step_takes_any_document_changes_a_copy_and_has_nothing_to_do_twice(
    step: Step, document: dict[str, Any]
) -> None:
    before = deepcopy(document)
    after = step.change(document)
    assert document == before
    assert step.change(after) == after
    assert after.get("other") == before.get("other")
    assert after.get("schema") == before.get("schema")


@given(documents)
def test_what_is_told_of_a_document_is_told_of_keys_that_it_has(document: dict[str, Any]) -> None:
    brought = bring_up(document, MADE_UP)
    for step in MADE_UP:
        for new in step.moved:
            if _holds(brought.document, new):
                assert _holds(document, brought.as_written(new))


def _holds(document: Any, keys: tuple[Any, ...]) -> bool:
    for key in keys:
        if not isinstance(document, dict) or key not in document:
            return False
        document = document[key]
    return True
