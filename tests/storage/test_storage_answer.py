"""A table read in one go gives what its answers give one by one, good or bad."""

from datetime import date, datetime, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from profiles import texts

from mile18.profile import topics
from mile18.question import Answers, Question, questions
from mile18.storage.answer import read, read_table

# What TOML may hold where an answer is expected, near the bounds and beyond them.
_RAW: st.SearchStrategy[Any] = st.one_of(
    st.booleans(),
    st.integers(-5, 400),
    st.sampled_from([10**30, -(2**70), 2**63]),
    st.floats(),
    texts,
    st.dates(),
    st.times(),
    st.sampled_from(
        [
            datetime(2027, 5, 2, 7, 30),  # noqa: DTZ001 - as TOML has them
            time(7, 30),
            date(2027, 5, 2),
            "2027-05-02",
            "07:30",
            "3:45:00",
            "even",
            "written",
            [],
            ["statin"],
            {},
        ]
    ),
)


@st.composite
def _tables(draw: st.DrawFn) -> tuple[type[Answers], dict[str, Any]]:
    sheet = draw(st.sampled_from(list(topics().values())))
    asked = draw(st.lists(st.sampled_from(questions(sheet)), unique_by=_key, max_size=8))
    return sheet, {question.key: draw(_RAW) for question in asked}


def _key(question: Question) -> str:
    return question.key


@given(_tables())
def test_a_table_says_what_its_answers_say_one_by_one(
    given_table: tuple[type[Answers], dict[str, Any]],
) -> None:
    sheet, table = given_table
    asked: dict[str, Question] = {each.key: each for each in questions(sheet)}
    answers, findings = read_table(sheet, table)
    readings = {key: read(sheet, asked[key], raw) for key, raw in table.items()}
    alone = {key: each.value for key, each in readings.items() if each.value is not None}
    assert answers == alone
    assert {key: type(value) for key, value in answers.items()} == {
        key: type(value) for key, value in alone.items()
    }
    assert findings == [
        finding.under(key) for key, each in readings.items() for finding in each.findings
    ]
