"""The debrief's questions: sourced, kept in the file, and no part of the figure."""

from datetime import date

import pytest
from topic_laws import modest_question

from mile18.profile import Profile, all_questions, answered, asked, tabs
from mile18.question import Kind, Question, questions
from mile18.readiness import assess
from mile18.storage.codec import decode, encode
from mile18.topics.debrief import Debrief
from mile18.topics.health.episode import Episode

FULL = Debrief(
    result="finished",
    time=14_400,
    half_time=6_600,
    cramped=True,
    temperature=25.0,
    humidity=60.0,
    dew_point=16.0,
    sun="mixed",
    portions=5.0,
    carbohydrate_g=130.0,
    drunk=2.0,
    mass_before=70.0,
    mass_after=68.8,
    slept_last_night=5.5,
    slept_before=7.0,
    change="Start slower.",
    notes="Rain at the end.",
)
TODAY = date(2027, 5, 4)


@pytest.mark.parametrize("question", questions(Debrief), ids=lambda question: question.key)
def test_every_question_says_why_and_what_it_rests_on(question: Question) -> None:
    modest_question(question)


@pytest.mark.parametrize("question", questions(Episode), ids=lambda question: question.key)
def test_how_bad_a_cramp_was_is_asked_in_modest_words(question: Question) -> None:
    if question.key == "severity":
        modest_question(question)
        assert question.kind is Kind.CHOICE


def test_every_answer_survives_the_file() -> None:
    assert all(getattr(FULL, question.key) is not None for question in questions(Debrief))
    text = encode(Profile(debrief=FULL))
    assert 'time = "4:00:00"' in text
    loaded = decode(text)
    assert loaded.profile.debrief == FULL
    assert loaded.problems == ()


def test_a_bad_value_is_named_and_the_rest_is_read() -> None:
    loaded = decode('schema = 2\n[debrief]\nresult = "won"\ndrunk = 2.0\ntime = "9:99"\n')
    assert loaded.profile.debrief == Debrief(drunk=2.0)
    told = [problem.sentence("pig.toml") for problem in loaded.problems]
    assert told[0].startswith("pig.toml:3: debrief.result: ")
    assert told[1].startswith("pig.toml:5: debrief.time: ")


def test_it_is_no_tab_and_counts_for_nothing() -> None:
    bare, told = Profile(), Profile(debrief=FULL)
    assert "debrief" not in tabs()
    assert not any(name.startswith("debrief.") for name in all_questions())
    assert answered(told) == answered(bare) == (0, asked())
    before, after = assess(bare, TODAY), assess(told, TODAY)
    assert (after.overall, after.factors, after.levers) == (
        before.overall,
        before.factors,
        before.levers,
    )
