"""Health: the gate errs towards asking, never gives permission, and never touches a medicine."""

from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mile18.evidence.library import claims
from mile18.evidence.stretches import MUSCLES as STRETCHES
from mile18.evidence.wording import problems
from mile18.factor import Countdown
from mile18.question import Kind, Question, questions
from mile18.topics.health.episode import MUSCLES, Episode
from mile18.topics.health.gate import AGREED, CLEAR, Gate, gate
from mile18.topics.health.questions import CONDITIONS, MEDICINES, SYMPTOMS, Health

TODAY = date(2027, 4, 20)
WELL = Health(
    symptoms_now=(),
    medicines=(),
    conditions=(),
    illness_last_14_days="none",
    collapse_before=False,
    resting_cramps=False,
)


def on_day(health: Health, days: int | None = 12) -> Gate:
    return gate(health, Countdown(TODAY, None if days is None else TODAY + timedelta(days=days)))


def with_well(**answers: Any) -> Health:
    return replace(WELL, **answers)


@pytest.mark.parametrize(
    ("health", "status", "first"),
    [
        (
            Health(),
            "not answered",
            "Not answered yet: symptoms, medicines, conditions, recent illness, collapse at a race, "
            "cramps at rest.",
        ),
        (
            Health(symptoms_now=(), medicines=()),
            "not answered",
            "Not answered yet: conditions, recent illness, collapse at a race, cramps at rest.",
        ),
        (
            Health(symptoms_now=(), medicines=(), conditions=()),
            "not answered",
            "Not answered yet: recent illness, collapse at a race, cramps at rest.",
        ),
        (
            Health(medicines=(), conditions=(), illness_last_14_days="none"),
            "not answered",
            "Not answered yet: symptoms, collapse at a race, cramps at rest.",
        ),
        (WELL, "clear", CLEAR.text),
        (
            with_well(conditions=("diabetes",), resting_cramps=True, doctor_agrees=True),
            "clear",
            AGREED.text,
        ),
        (with_well(conditions=("allergies", "respiratory", "thyroid")), "clear", CLEAR.text),
        (with_well(injuries_last_12_months=True, family_cramps=True), "clear", CLEAR.text),
        (with_well(cramps_last_10=7), "clear", CLEAR.text),
        (
            with_well(symptoms_now=("fever", "chills", "cough")),
            "do not race today",
            "Do not train hard or race with fever, chills or a moderate or severe cough; "
            "ask a doctor.",
        ),
        (
            Health(symptoms_now=("chest_pain",)),
            "do not race today",
            "With chest pain, do not run. Get medical help now.",
        ),
        (
            with_well(symptoms_now=("throat_nose",)),
            "ask first",
            "A sore throat or runny nose: if it lasts or you are unsure, ask a doctor before you "
            "race. “Only a cold” does not mean that you may race.",
        ),
        (
            with_well(illness_last_14_days="systemic"),
            "ask first",
            "You were ill all over in the last 14 days: ask a doctor before you train hard or "
            "race. Until then run only easily, and only once you feel well.",
        ),
        (
            with_well(illness_last_14_days="local"),
            "ask first",
            "You had a cold in the last 14 days: if it is not quite gone or you are unsure, ask "
            "a doctor before you race.",
        ),
        (
            with_well(conditions=("diabetes",)),
            "ask first",
            "With diabetes, ask your doctor before you race or use a plan from this app.",
        ),
        (
            with_well(conditions=("sickle_trait",)),
            "ask first",
            "With sickle cell trait, ask your doctor before you race, and tell the race medics.",
        ),
        (
            with_well(collapse_before=True),
            "ask first",
            "You have collapsed at a race: ask a doctor before you race, and tell the race medics.",
        ),
        (
            with_well(resting_cramps=True),
            "ask first",
            "Cramps at rest, at night or on one side only can have another cause: ask a doctor.",
        ),
        (
            with_well(medicines=("statin", "diuretic")),
            "ask first",
            "Some people who take this report cramps: statin (cholesterol), diuretic (water "
            "tablet). "
            "Change nothing: ask your pharmacist or doctor whether it matters for you, and "
            "mention the race.",
        ),
        (
            with_well(medicines=("nsaid",)),
            "ask first",
            "Painkillers such as ibuprofen may strain the kidneys in a long race: ask your "
            "pharmacist or doctor before you use one near your race.",
        ),
        (with_well(medicines=("statin",), medicines_discussed=True), "clear", CLEAR.text),
        (with_well(medicines=("nsaid",), medicines_discussed=True), "clear", CLEAR.text),
    ],
)
def test_the_gate(health: Health, status: str, first: str) -> None:
    found = on_day(health)
    assert found.status == status
    assert found.reasons[0].text == first


@pytest.mark.parametrize("symptom", [each for each in SYMPTOMS if each != "throat_nose"])
@pytest.mark.parametrize("days", [None, 12, 1, 0, -3])
def test_every_stop_symptom_shuts_the_gate_on_every_day(symptom: str, days: int | None) -> None:
    found = on_day(with_well(symptoms_now=(symptom,)), days)
    assert found.status == "do not race today"
    assert SYMPTOMS[symptom] in found.reasons[0].text


def test_the_words_fit_race_day_and_the_days_before() -> None:
    fever = with_well(symptoms_now=("fever",))
    assert on_day(fever, 0).reasons[0].text == "Do not race today with fever; ask a doctor."
    before = "Do not train hard or race with fever; ask a doctor."
    assert on_day(fever, 5).reasons[0].text == before
    assert on_day(fever, None).reasons[0].text == before


@pytest.mark.parametrize(
    "condition",
    ["heart_vessel", "heart_risk", "diabetes", "kidney", "sickle_trait", "pregnancy"],
)
def test_a_condition_that_needs_a_doctor_asks_first(condition: str) -> None:
    found = on_day(with_well(conditions=(condition, "allergies")))
    assert found.status == "ask first"
    assert len(found.reasons) == 1


def test_a_shut_gate_still_shows_what_to_ask() -> None:
    found = on_day(Health(symptoms_now=("fever",), medicines=("lithium",)))
    assert found.status == "do not race today"
    assert len(found.reasons) == 2
    assert "lithium" in found.reasons[1].text


def _some(labels: dict[str, str]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(st.sampled_from(list(labels)), unique=True).map(tuple)


answers = st.builds(
    Health,
    symptoms_now=_some(SYMPTOMS),
    medicines=_some(MEDICINES),
    conditions=_some(CONDITIONS),
    medicines_discussed=st.none() | st.booleans(),
    illness_last_14_days=st.none() | st.sampled_from(["none", "local", "systemic"]),
    collapse_before=st.none() | st.booleans(),
    resting_cramps=st.none() | st.booleans(),
)


@given(health=answers, days=st.none() | st.integers(-5, 60))
def test_every_gate_says_why_with_evidence_and_in_modest_words(
    health: Health, days: int | None
) -> None:
    found = on_day(health, days)
    assert found.reasons
    for reason in found.reasons:
        plain_caution = reason == CLEAR or "pregnancy" in reason.text
        assert reason.evidence or plain_caution
        assert set(reason.evidence) <= set(claims())
        assert len(set(reason.evidence)) == len(reason.evidence)
        assert problems(reason.text) == []
        assert "stop taking" not in reason.text.lower()


@given(health=answers)
def test_the_gate_is_clear_only_when_all_that_it_rests_on_is_answered(health: Health) -> None:
    if on_day(health).status == "clear":
        assert health.symptoms_now == ()
        assert None not in (health.medicines, health.conditions, health.illness_last_14_days)
        assert None not in (health.collapse_before, health.resting_cramps)


def test_the_medical_team_is_told_whatever_a_doctor_agreed_to() -> None:
    agreed = with_well(conditions=("sickle_trait",), collapse_before=True, doctor_agrees=True)
    found = on_day(agreed)
    assert found.status == "clear"
    told = [reason.text for reason in found.reasons[1:]]
    assert all(text.startswith("Tell the race medics that you ") for text in told)
    assert len(told) == 2


@given(health=answers, symptom=st.sampled_from(list(SYMPTOMS)))
def test_one_more_symptom_never_opens_the_gate(health: Health, symptom: str) -> None:
    order = ["clear", "not answered", "ask first", "do not race today"]
    now = on_day(replace(health, symptoms_now=health.symptoms_now or ()))
    more = on_day(replace(health, symptoms_now=(*(health.symptoms_now or ()), symptom)))
    assert order.index(more.status) >= order.index(now.status)


ASKED = [*questions(Health), *questions(Episode)]


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    assert len(question.prompt) <= 44
    assert set(question.evidence) <= set(claims())
    assert problems(question.why) == []
    for label in question.choices.values():
        assert problems(label) == []


@pytest.mark.parametrize("sheet", [Health, Episode])
def test_every_choice_has_a_label(sheet: type[Health] | type[Episode]) -> None:
    hints = get_type_hints(sheet)
    for question in questions(sheet):
        if question.kind in (Kind.CHOICE, Kind.CHECKLIST):
            answer = get_args(hints[question.key])[0]
            if question.kind is Kind.CHECKLIST:
                answer = get_args(answer)[0]
            assert list(get_args(answer)) == list(question.choices)


def test_the_muscles_are_those_of_the_cramp_screen() -> None:
    assert set(MUSCLES) == {each.id for each in STRETCHES}


def test_a_cramp_is_logged_with_its_day_and_time() -> None:
    kinds = {question.key: question.kind for question in questions(Episode)}
    assert kinds == {
        "date": Kind.DATE,
        "time": Kind.TIME,
        "km": Kind.NUMBER,
        "muscle": Kind.CHOICE,
        "helped": Kind.CHECKLIST,
        "stopped": Kind.DURATION,
        "severity": Kind.CHOICE,
    }
