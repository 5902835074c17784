"""What the cramp protocol promises a runner at the kerb."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.evidence import cramp_steps, stretches
from mile18.evidence.cramp_steps import (
    AFTER,
    AFTERWARDS_SIGNS,
    FIRST_ACTION_SHORT,
    NOT_THIS,
    PICKLE_AGAINST,
    PICKLE_CAUTION,
    PICKLE_FOR,
    RECURRENCE,
    RECURRENCE_SECONDS,
    RESTART,
    STOP_ACTION,
    STOP_SIGNS,
    WALK_SECONDS,
)
from mile18.evidence.library import claim
from mile18.evidence.step import CAUTION, PRACTICAL, Step, StopSign
from mile18.evidence.stretches import (
    EASE_OFF,
    HOLD_MARK,
    HOLD_MARK_SECONDS,
    HOLD_STEP,
    MUSCLES,
    OFF_COURSE,
    Muscle,
)
from mile18.evidence.wording import problems
from mile18.plan.cramp import protocol
from mile18.plan.cramp.protocol import (
    CrampMoment,
    after_earlier_cramps,
    find_muscle,
    finish_needs,
    moment_of,
    new_finish,
    pickle_juice,
)
from mile18.profile import Profile
from mile18.topics.health.episode import Episode
from mile18.topics.health.questions import Health

MARATHON = 42.195
GOAL = 3 * 3600 + 45 * 60


def _found(value: object) -> Iterator[Step]:
    if isinstance(value, Step):
        yield value
    elif isinstance(value, Muscle):
        yield from (*value.stretch, value.helper)
        if value.instead is not None:
            yield value.instead
    elif isinstance(value, tuple):
        for each in value:
            yield from _found(each)


def _every_step() -> list[Step]:
    rooms = (stretches, protocol, cramp_steps)
    every = [step for room in rooms for said in vars(room).values() for step in _found(said)]
    every += [pickle_juice(None), pickle_juice(70)]
    earlier = after_earlier_cramps(True)
    assert earlier is not None
    return list(dict.fromkeys([*every, earlier]))


STEPS = _every_step()
SENTENCES = [step.text for step in STEPS] + [sign.full for sign in STOP_SIGNS]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.text)
def test_every_step_shows_the_grade_of_its_weakest_claim(step: Step) -> None:
    assert step.evidence
    weakest = max(claim(each).grade for each in step.evidence)
    # What is marked as practical advice goes further than its claims.
    assert step.grade == ("C" if step.note == PRACTICAL else weakest)


@pytest.mark.parametrize("sign", STOP_SIGNS, ids=lambda sign: sign.short)
def test_every_stop_sign_names_claims_that_exist(sign: StopSign) -> None:
    assert "redflag-app-list" in sign.evidence
    assert all(claim(each).grade in "ABC" for each in sign.evidence)


@pytest.mark.parametrize("muscle", MUSCLES, ids=lambda muscle: muscle.id)
def test_every_muscle_names_claims_that_exist(muscle: Muscle) -> None:
    assert all(claim(each).grade in "ABC" for each in muscle.evidence)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_step_is_short_and_calm(text: str) -> None:
    # What to do about a runner who is down is said in full, however long that is.
    longest = 150 if text in {action.text for action in STOP_ACTION[:2]} else 88
    assert len(text) <= longest
    assert text.endswith(".")
    assert "!" not in text


@pytest.mark.parametrize("text", SENTENCES)
def test_a_step_says_nothing_the_app_must_not_say(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize("muscle", MUSCLES, ids=lambda muscle: muscle.id)
def test_a_stretch_can_be_grasped_at_the_kerb(muscle: Muscle) -> None:
    assert 4 <= len(muscle.stretch) <= 5
    assert all(len(step.text) <= 70 for step in (*muscle.stretch, muscle.helper))
    assert muscle.stretch[0] == OFF_COURSE
    assert muscle.stretch[-2:] == (HOLD_STEP, EASE_OFF)


def test_every_stretch_ends_with_the_cramp_and_not_with_the_clock() -> None:
    assert "until the cramp lets go" in HOLD_STEP.text
    assert (HOLD_STEP.grade, HOLD_MARK.grade) == ("A", "C")
    assert HOLD_MARK_SECONDS == 30
    assert "30 s" in HOLD_MARK.text


@pytest.mark.parametrize(
    "sign",
    [
        "confused",
        "collapse",
        "vomiting",
        "hot",
        "headache",
        "chest",
        "urine",
        "weak",
        "several muscles",
    ],
)
def test_each_serious_sign_is_on_the_stop_list(sign: str) -> None:
    assert any(sign in each.full.lower() for each in STOP_SIGNS)


def test_a_stop_sign_is_as_urgent_after_the_race_as_in_it() -> None:
    for word in ("urine", "weakness", "headache", "hest pain"):
        said = [each.text for each in AFTERWARDS_SIGNS if word in each.text]
        assert len(said) == 1
        assert said[0].endswith(("call for help now.", "get medical help now, not tomorrow."))


def test_the_banner_words_are_short() -> None:
    assert all(len(sign.short) <= 20 for sign in STOP_SIGNS)
    assert len({sign.short for sign in STOP_SIGNS}) == len(STOP_SIGNS)


def test_the_stop_action_asks_for_breath_then_cools_gets_help_and_does_not_drink_or_quiz() -> None:
    action = " ".join(step.text for step in STOP_ACTION)
    first = STOP_ACTION[0].text
    for word in ("answering", "breathing normally", "gasping", "compressions", "defibrillator"):
        assert word in first
    assert action.index("defibrillator") < action.index("cold water") < action.index("Transport")
    assert "race medics or the emergency number" in action
    assert "Do not keep drinking" in action
    assert "Do not ask the runner" in action
    for word in ("call", "breathing", "compressions", "defibrillator"):
        assert word in FIRST_ACTION_SHORT


def test_muscles_stand_in_order_of_the_menu_with_one_key_each() -> None:
    assert [m.id for m in MUSCLES] == [
        "calf",
        "soleus",
        "hamstring",
        "thigh",
        "foot",
        "adductor",
        "trunk",
    ]
    assert "".join(m.key for m in MUSCLES) == "clhqfat"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("calf", "calf"),
        ("c", "calf"),
        ("cal", "calf"),
        ("calves", "calf"),
        ("Gastro", "calf"),
        ("lower calf", "soleus"),
        ("Calf, lower", "soleus"),
        ("calf-l", "soleus"),
        ("SOLEUS", "soleus"),
        ("l", "soleus"),
        ("hamstrings", "hamstring"),
        (" back of ", "hamstring"),
        ("quad", "thigh"),
        ("Q", "thigh"),
        ("toes", "foot"),
        ("groin", "adductor"),
        ("inner thigh", "adductor"),
        ("hip", "trunk"),
        ("t", "trunk"),
    ],
)
def test_a_muscle_is_found_by_what_a_runner_would_type(typed: str, expected: str) -> None:
    assert find_muscle(typed).id == expected


@pytest.mark.parametrize("typed", ["", "  ", "elbow", "[bold]", "calff"])
def test_an_unknown_muscle_is_answered_with_what_is_allowed(typed: str) -> None:
    with pytest.raises(ValueError, match="allowed: calf") as caught:
        find_muscle(typed)
    assert all(f"{m.id} ({m.key})" in str(caught.value) for m in MUSCLES)


def test_an_ambiguous_muscle_is_answered_with_the_ones_it_fits() -> None:
    with pytest.raises(ValueError, match=r"allowed: thigh \(q\), trunk \(t\)$"):
        find_muscle("front of")


@given(st.text())
def test_any_text_finds_a_muscle_or_says_what_is_allowed(text: str) -> None:
    try:
        answer: str | Muscle = find_muscle(text)
    except ValueError as problem:
        answer = str(problem)
    assert answer in MUSCLES or "allowed: " in str(answer)


@pytest.mark.parametrize(
    ("kg", "ml", "ounces"),
    [(50, 50, "1.7"), (60, 60, "2.0"), (70, 70, "2.4"), (80, 80, "2.7"), (90, 90, "3.0")],
)
def test_pickle_juice_is_one_millilitre_a_kilogram(kg: float, ml: int, ounces: str) -> None:
    assert f"{ml} mL ({ounces} fl oz)" in pickle_juice(kg).text


def test_pickle_juice_without_body_mass_gives_the_rule() -> None:
    text = pickle_juice(None).text
    assert "about 1 mL per kg of body weight, 100 mL at most" in text


@pytest.mark.parametrize("kg", [0, -70, float("nan"), float("inf")])
def test_pickle_juice_refuses_an_impossible_body_mass(kg: float) -> None:
    with pytest.raises(ValueError, match="body weight"):
        pickle_juice(kg)


def test_pickle_juice_shows_both_sides_and_who_should_skip_it() -> None:
    assert PICKLE_FOR.evidence == ("pickle-juice-trial",)
    assert PICKLE_AGAINST.evidence == ("pickle-juice-null",)
    caution = PICKLE_CAUTION
    assert all(word in caution.text for word in ("allergy", "reflux", "blood pressure", "kidney"))
    assert caution.note == CAUTION


def test_drinking_comes_with_the_absorption_time_and_the_warning() -> None:
    text = " ".join(step.text for step in AFTER)
    assert "11–13 min" in text
    assert "not what ends this cramp" in text
    assert "gain weight" in text


def test_the_restart_goes_from_rest_to_slower_running_and_is_called_practical() -> None:
    words = ["at rest", "Walk 1–2 min", "Jog", "slower than before", "comes back", "for good"]
    assert all(word in step.text for word, step in zip(words, RESTART, strict=True))
    assert all(step.note == PRACTICAL for step in RESTART)
    assert WALK_SECONDS == (60, 120)


def test_a_muscle_stays_touchy_for_an_hour() -> None:
    assert RECURRENCE_SECONDS == 60 * 60
    assert "hour" in RECURRENCE.text


def test_without_earlier_cramps_nothing_is_added() -> None:
    assert after_earlier_cramps(False) is None


@pytest.mark.parametrize(
    ("health", "before"),
    [
        (Health(), False),
        (Health(cramps_last_10=0), False),
        (Health(cramps_last_10=1), True),
        (Health(cramps_last_10=0, episodes=(Episode(km=30.0),)), True),
    ],
)
def test_a_race_with_a_cramp_and_a_logged_cramp_both_count(health: Health, before: bool) -> None:
    assert moment_of(Profile(health=health)).cramped_before is before


@pytest.mark.parametrize("word", ["quinine", "tonic water", "ibuprofen", "Salt tablets", "drip"])
def test_what_does_not_help_is_named(word: str) -> None:
    assert any(word in step.text for step in NOT_THIS)


@pytest.mark.parametrize(
    ("goal", "at_km", "stopped", "slower_by", "finish"),
    [
        ("3:45:00", 32, 90, 0.05, "3:49:13"),
        ("4:00:00", 32, 90, 0.05, "4:04:24"),
        ("4:00:00", 32, 0, 0.10, "4:05:48"),
        ("3:30:00", 35, 60, 0.03, "3:32:04"),
        ("4:30:00", 30, 180, 0.10, "4:40:48"),
        ("3:30:58", 30, 180, 0.0, "3:33:58"),
        ("3:30:58", 30, 180, 0.10, "3:40:04"),
        ("3:30:58", 30, 180, 0.40, "3:58:22"),
    ],
)
def test_the_new_finish_agrees_with_the_worked_examples(
    goal: str, at_km: float, stopped: float, slower_by: float, finish: str
) -> None:
    def seconds(clock: str) -> int:
        hours, minutes, rest = map(int, clock.split(":"))
        return hours * 3600 + minutes * 60 + rest

    found = new_finish(seconds(goal), MARATHON, at_km, stopped, slower_by)
    assert found.finish_seconds == pytest.approx(seconds(finish), abs=1)
    assert found.lost_seconds == pytest.approx(found.finish_seconds - seconds(goal))
    assert found.pace_before == pytest.approx(seconds(goal) / MARATHON)
    assert found.pace_after == pytest.approx(found.pace_before * (1 + slower_by))


def test_a_cramp_beyond_the_finish_is_refused() -> None:
    with pytest.raises(ValueError, match="kilometre of the stop"):
        new_finish(GOAL, MARATHON, 43, 90, 0.05)


def test_what_a_new_finish_still_needs_is_named() -> None:
    assert finish_needs(CrampMoment(), None) == (
        "goal time",
        "race distance",
        "kilometre of the cramp",
    )
    assert finish_needs(CrampMoment(race_km=MARATHON, goal_seconds=GOAL), 32) == ()
