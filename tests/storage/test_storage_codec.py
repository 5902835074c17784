"""What a profile file promises: it reads back, and it loses nothing that the runner wrote."""

import tomllib
from contextlib import suppress
from datetime import date, time
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles, texts

from mile18.profile import Profile, all_questions, question_by_id, topics
from mile18.storage.codec import SCHEMA, decode, encode
from mile18.storage.problem import StorageError, Unreadable

strange = st.dictionaries(
    texts.map(lambda text: f"x {text}"),
    st.recursive(
        texts | st.integers(-(2**63), 2**63 - 1) | st.datetimes() | st.booleans(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
        max_leaves=6,
    ),
    max_size=3,
)


@given(profiles())
def test_a_profile_reads_back_as_it_was_written(profile: Profile) -> None:
    loaded = decode(encode(profile))
    assert loaded.profile == profile
    assert loaded.problems == ()
    assert not loaded.newer


@given(profiles(), profiles(), strange, strange)
def test_unknown_keys_survive_every_save(
    before: Profile, after: Profile, at_top: dict[str, Any], in_topic: dict[str, Any]
) -> None:
    document = tomllib.loads(encode(before)) | at_top
    document["sleep"] = document.get("sleep", {}) | in_topic
    text = encode(after, document)
    written = tomllib.loads(text)
    assert at_top.items() <= written.items()
    assert in_topic.items() <= written.get("sleep", {}).items()
    assert decode(text).profile == after


@given(st.dictionaries(st.sampled_from([*topics(), "schema"]), strange | st.integers()))
def test_whatever_stands_in_a_table_is_told_and_not_fatal(document: dict[str, Any]) -> None:
    loaded = decode(tomli_w.dumps(document))
    assert decode(encode(loaded.profile, loaded.document)).profile == loaded.profile


JUNK = [7, 7.5, -1, "junk", "", True, [], [7], ["junk"], [{}], [{"x": 1}], {}, {"x": 1}]
JUNK += [date(2027, 5, 2), time(7, 30), float("nan"), float("-inf"), 10**30, [[]]]


@pytest.mark.parametrize("question", all_questions())
def test_no_value_of_any_type_crashes_or_slips_through(question: str) -> None:
    asked = question_by_id(question)
    for raw in JUNK:
        text = tomli_w.dumps({asked.topic: {asked.key: raw}})
        loaded = decode(text)
        answer = loaded.profile.answer(question)
        assert answer is not None or loaded.errors
        assert decode(encode(loaded.profile)).profile == loaded.profile


@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(Unreadable):
        decode(text)


def _over(text: str, topic: str, **answers: Any) -> dict[str, Any]:
    loaded = decode(text)
    return tomllib.loads(encode(loaded.profile.with_changes({topic: answers}), loaded.document))


def test_a_bad_value_stays_until_it_is_answered_anew() -> None:
    bad = '[sleep]\nusual_hours = 77\nrested = "mostley"\n'
    kept = _over(bad, "race", name="Berlin")
    assert kept["sleep"] == {"usual_hours": 77, "rested": "mostley"}
    assert _over(bad, "sleep", usual_hours=7.0)["sleep"] == {
        "usual_hours": 7.0,
        "rested": "mostley",
    }


def test_a_topic_that_is_no_table_stays_until_it_is_answered() -> None:
    assert _over("sleep = 3\n", "race", name="Berlin")["sleep"] == 3
    assert _over("sleep = 3\n", "sleep", rested="always")["sleep"] == {"rested": "always"}


def test_an_answer_taken_back_leaves_the_file() -> None:
    written = _over('[sleep]\nusual_hours = 7\nrested = "mostly"\n', "sleep", rested=None)
    assert written["sleep"] == {"usual_hours": 7.0}
    assert "sleep" not in _over("[sleep]\nusual_hours = 7\n", "sleep", usual_hours=None)


def test_a_misspelt_item_of_a_checklist_stays_until_the_list_is_answered_anew() -> None:
    bad = '[health]\nmedicines = ["diuretic", "statn"]\n'
    assert _over(bad, "race", name="B")["health"]["medicines"] == ["diuretic", "statn"]
    anew = _over(bad, "health", medicines=("diuretic", "nsaid"))
    assert anew["health"]["medicines"] == ["diuretic", "nsaid"]


def test_an_item_ticked_twice_counts_once() -> None:
    loaded = decode('[health]\nmedicines = ["nsaid", "nsaid"]\n')
    assert loaded.profile.health.medicines == ("nsaid",)


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo\n", "\n", '\n"""\n', "\\\n\t\x00"])
def test_line_breaks_of_every_kind_stay_as_they_are(text: str) -> None:
    profile = Profile().with_answer("race.notes", text)
    assert decode(encode(profile)).profile == profile


NIGHTS = """
[sleep]
nights = [
  { date = 2027-04-20, hours = 7, mood = "fine" },
  "a bad night",
  { date = 2027-04-21, hours = 99, mood = "poor" },
  { date = 2027-04-22, hours = 6, mood = "so-so" },
]
"""


def _nights(change: Any) -> list[Any]:
    before = decode(NIGHTS).profile.sleep.nights
    assert before is not None
    nights: list[Any] = _over(NIGHTS, "sleep", nights=tuple(change(list(before))))["sleep"][
        "nights"
    ]
    return nights


def test_a_night_corrected_keeps_what_only_the_file_knows() -> None:
    night = type(decode(NIGHTS).profile.sleep.nights[0])  # type: ignore[index]
    after = _nights(lambda nights: [nights[0], night(date=date(2027, 4, 21), hours=9.0), nights[2]])
    assert [each.get("mood") for each in after[:3]] == ["fine", "poor", "so-so"]
    assert [each["hours"] for each in after[:3]] == [7, 9, 6]
    assert after[3] == "a bad night"


def test_a_night_deleted_takes_nothing_else_with_it() -> None:
    after = _nights(lambda nights: nights[1:])
    assert [each.get("mood") for each in after[:2]] == ["poor", "so-so"]
    assert after[0]["hours"] == 99


def test_a_night_added_in_front_shifts_no_remark_to_another_night() -> None:
    night = type(decode(NIGHTS).profile.sleep.nights[0])  # type: ignore[index]
    after = _nights(lambda nights: [night(hours=8.0), *nights])
    assert [each.get("mood") for each in after[:4]] == [None, "fine", "poor", "so-so"]


def test_the_order_is_that_of_tabs_and_forms_with_the_unknown_at_the_end() -> None:
    text = (
        '[weather]\nwind = 1\n[sleep]\nx = 1\nnotes = "n"\nrested = "mostly"\n[race]\nname = "B"\n'
    )
    written = _over(text, "sleep", usual_hours=7.0)
    assert list(written) == ["schema", "race", "sleep", "weather"]
    assert list(written["sleep"]) == ["usual_hours", "rested", "notes", "x"]


def test_a_file_is_written_for_people_to_read() -> None:
    profile = Profile().with_changes(
        {
            "race": {"name": "Berlin", "date": date(2027, 9, 26), "goal_time": 3 * 3600 + 45 * 60},
            "sleep": {"race_bedtime": time(21, 30), "notes": "Earplugs.\nNo phone."},
        }
    )
    assert encode(profile) == (
        "schema = 2\n\n"
        '[race]\nname = "Berlin"\ndate = 2027-09-26\ngoal_time = "3:45:00"\n\n'
        '[sleep]\nrace_bedtime = 21:30:00\nnotes = """\nEarplugs.\nNo phone."""\n'
    )


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        ('"3:45:00"', 13500),
        ('"3h45"', 13500),
        ('"3:45"', 13500),
        ("13500", 13500),
        ('"55 min"', 3300),
    ],
)
def test_a_duration_may_be_written_as_people_do(raw: str, seconds: int) -> None:
    loaded = decode(f"[race]\ngoal_time = {raw}\n")
    assert loaded.problems == ()
    assert loaded.profile.race.goal_time == seconds


def test_a_date_or_time_in_quotes_is_still_one() -> None:
    loaded = decode('[race]\ndate = "2027-05-02"\nstart_time = "07:30"\n')
    assert loaded.problems == ()
    assert loaded.profile.race.date == date(2027, 5, 2)
    assert loaded.profile.race.start_time == time(7, 30)


def test_a_whole_number_is_a_number_too() -> None:
    hours = decode("[sleep]\nusual_hours = 7\n").profile.sleep.usual_hours
    assert (hours, type(hours)) == (7.0, float)


def test_a_file_without_schema_is_of_the_first() -> None:
    assert decode("[sleep]\nusual_hours = 7\n").problems == ()


def test_a_newer_file_is_still_read() -> None:
    loaded = decode(f"schema = {SCHEMA + 1}\n[sleep]\nusual_hours = 7\n")
    assert loaded.newer
    assert loaded.profile.sleep.usual_hours == 7


def test_a_mark_of_windows_editors_at_the_start_is_no_problem() -> None:
    loaded = decode('\ufeff[sleep]\r\nrested = "no"\r\n')
    assert [problem.line for problem in loaded.problems] == [2]


def test_a_value_that_cannot_be_written_back_is_refused_in_words() -> None:
    loaded = decode(f"x = 0x{'f' * 5000}\n")
    with pytest.raises(StorageError, match="can read but not write back"):
        encode(loaded.profile, loaded.document)


@pytest.mark.parametrize("text", [f"x = {'9' * 5000}\n", f"x = {'[' * 9000}{']' * 9000}\n"])
def test_a_monstrous_value_is_refused_in_words(text: str) -> None:
    with pytest.raises(Unreadable, match="number is too long, or lists are nested too deep"):
        decode(text)


def test_broken_paste_does_not_stop_a_save() -> None:
    profile = Profile().with_answer("race.name", "Ber\udcfflin")
    assert decode(encode(profile)).profile.race.name == "Ber?lin"
