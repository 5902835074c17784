"""The race: what is asked, and how long it may take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.entry import Setting, editable, parse, show
from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.question import Question, questions
from mile18.topics.race.questions import (
    DISTANCES,
    Race,
    duration_span,
    lasts_longer_than,
    target,
)

MINUTE = 60


def test_the_race_asks_for_everything_in_order() -> None:
    assert [question.key for question in questions(Race)] == [
        "name",
        "place",
        "zone",
        "date",
        "start_time",
        "distance",
        "goal_time",
        "wish_time",
        "goal_settled",
        "first_half",
        "run_minutes",
        "walk_minutes",
        "recent_distance",
        "recent_time",
        "recent_date",
        "aid_stations",
        "cut_offs",
        "hills",
        "emergency_contact",
        "medical_line",
        "share_on_card",
        "body_mass",
        "notes",
    ]


@pytest.mark.parametrize("question", questions(Race), ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    assert len(question.prompt) <= 44
    assert set(question.evidence) <= set(claims())
    assert problems(question.why) == []


@pytest.mark.parametrize(("stored", "label"), DISTANCES.items())
def test_a_preset_distance_is_a_valid_answer_that_can_be_typed(stored: str, label: str) -> None:
    distance = next(each for each in questions(Race) if each.key == "distance")
    assert show(distance, float(stored)).startswith(label)
    typed = editable(distance, float(stored))
    assert parse(distance, typed, Setting()) == pytest.approx(float(stored))


@pytest.mark.parametrize(
    ("race", "span"),
    [
        (Race(), None),
        (Race(goal_time=13500), None),
        (Race(distance=10), (1300, 9000)),
        (Race(distance=10, goal_time=3000), (3000, 3000)),
        (Race(distance=10, goal_time=1299), (1300, 9000)),
        (Race(distance=10, goal_time=9001), (1300, 9000)),
        (Race(distance=10, goal_time=1300), (1300, 1300)),
        (Race(distance=10, goal_time=9000), (9000, 9000)),
        (Race(distance=20), (2600, 24000)),
        (Race(distance=21), (3360, 25200)),
        (Race(distance=21, goal_time=3359), (3360, 25200)),
        (Race(distance=42, goal_time=6720), (6720, 6720)),
    ],
)
def test_how_long_the_race_may_take(race: Race, span: tuple[float, float] | None) -> None:
    assert duration_span(race) == span


@pytest.mark.parametrize(
    ("race", "longer"),
    [
        (Race(), None),
        (Race(goal_time=13500), None),
        (Race(distance=5), False),
        (Race(distance=10), None),
        (Race(distance=42.195), True),
        (Race(distance=21.0975), None),
        (Race(distance=21.0975, goal_time=89 * MINUTE), False),
        (Race(distance=21.0975, goal_time=90 * MINUTE), False),
        (Race(distance=21.0975, goal_time=91 * MINUTE), True),
    ],
)
def test_whether_the_race_takes_longer_than_90_minutes(race: Race, longer: bool | None) -> None:
    assert lasts_longer_than(race, 90 * MINUTE) is longer


def test_a_5_km_without_a_goal_needs_no_fuel_and_may_need_a_drink() -> None:
    assert lasts_longer_than(Race(distance=5), 75 * MINUTE) is False
    assert lasts_longer_than(Race(distance=5), 60 * MINUTE) is None


@given(
    distance=st.floats(1, 250),
    goal=st.integers(600, 172800),
    seconds=st.integers(0, 400000),
)
def test_a_goal_only_narrows_how_long_the_race_may_take(
    distance: float, goal: int, seconds: int
) -> None:
    known, aimed = Race(distance=distance), Race(distance=distance, goal_time=goal)
    wide, narrow = duration_span(known), duration_span(aimed)
    assert wide is not None
    assert narrow is not None
    assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]
    before = lasts_longer_than(known, seconds)
    assert before is None or lasts_longer_than(aimed, seconds) is before


def test_a_goal_without_a_distance_says_nothing() -> None:
    assert not target(Race(goal_time=13500))
