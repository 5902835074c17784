"""Pacing: the goal against the predicted range, and the planned first half."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.factor import Countdown, Factor, factor
from mile18.topics.race.pacing import RULE, advise, followed, judge, predicted
from mile18.topics.race.questions import Race
from mile18.topics.training.questions import Training
from mile18.units import clock

TODAY = date(2027, 4, 20)
HALF = Race(distance=42.195, recent_distance=21.0975, recent_time=6300)


def in_days(days: int | None) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


def judged(race: Race, training: Training = Training()) -> Factor:  # noqa: B008 - a frozen value
    return factor(RULE, 16, judge(race, training, in_days(12)))


WEEK = Training(weekly_distance=50.0)


def ends(race: Race, training: Training) -> tuple[float, float]:
    return followed(predicted(race, training))


@pytest.mark.parametrize(
    ("race", "arithmetic"),
    [
        (
            Race(),
            "0–100 = 0.6 × 0–100 (goal time: not answered) + 0.4 × 0–100 (planned first half: not "
            "answered)",
        ),
        (
            Race(goal_time=13500, first_half="even"),
            "40–100 = 0.6 × 0–100 (distance: not answered) + 0.4 × 100 (first half at goal pace)",
        ),
        (
            Race(distance=42.195, goal_time=13500, first_half="faster"),
            "8–68 = 0.6 × 0–100 (recent race: not answered) + 0.4 × 20 (first half faster)",
        ),
        (
            replace(HALF, goal_time=14400, first_half="slower"),
            "89–100 = 0.6 × 81–100 (goal 4:00:00, supported 3:38:00–4:10:00 by your usual week: "
            "not answered) + 0.4 × 100 (first half slower)",
        ),
        (
            replace(HALF, goal_time=13500, first_half="faster"),
            "40–68 = 0.6 × 53–100 (goal 3:45:00, supported 3:38:00–4:10:00 by your usual week: "
            "not answered) + 0.4 × 20 (first half faster)",
        ),
        (
            Race(distance=42.195, goal_time=6000, first_half="even"),
            "40 = 0.6 × 0 (goal 1:40:00, faster than {pace:160}) + "
            "0.4 × 100 (first half at goal pace)",
        ),
        (
            Race(distance=10, goal_time=1200, first_half="even"),
            "40 = 0.6 × 0 (goal 20:00, faster than {pace:130}) + "
            "0.4 × 100 (first half at goal pace)",
        ),
        (
            Race(distance=42.195, recent_distance=21.1, recent_time=1800, goal_time=13500),
            "0–100 = 0.6 × 0–100 (recent race at no likely pace, check it: not answered) + "
            "0.4 × 0–100 (planned first half: not answered)",
        ),
    ],
)
def test_the_sum_of_a_goal(race: Race, arithmetic: str) -> None:
    assert judged(race).arithmetic == arithmetic


def test_the_goal_falls_from_the_slowest_prediction_to_5_percent_beyond_the_fastest() -> None:
    training = WEEK
    fastest, slowest = ends(HALF, training)
    middle = int((fastest + slowest) / 2)

    def points(goal: float) -> int:
        return judge(replace(HALF, goal_time=int(goal)), training, in_days(12)).parts[0].low

    assert points(slowest + 1) == 100
    assert points(middle) == 70
    assert points(fastest + 1) == 40
    assert points(fastest * 0.975) == 20
    assert points(fastest * 0.95) == 0
    assert points(fastest * 0.8) == 0


def test_a_goal_just_below_a_like_race_loses_little() -> None:
    same = Race(distance=42.195, recent_distance=42.195, recent_time=13500, goal_time=13440)
    part = judge(same, Training(), in_days(12)).parts[0]
    assert part.label == "goal 3:44:00, predicted 3:45:00"
    assert 85 <= part.low < 100


def test_the_range_names_its_models_fastest_first() -> None:
    found = predicted(HALF, Training(weekly_distance=45))
    assert {each.model for each in found} == {
        "Daniels-Gilbert",
        "Riegel 1.06",
        "Riegel 1.15 (example)",
        "Vickers-Vertosick",
    }
    assert [each.seconds for each in found] == sorted(each.seconds for each in found)


def test_no_range_without_a_recent_race() -> None:
    assert predicted(Race(distance=42.195), Training()) == ()
    assert predicted(Race(recent_distance=10, recent_time=3000), Training()) == ()


@pytest.mark.parametrize("days", [60, 12, 2, None])
def test_a_goal_too_fast_and_a_fast_start_are_two_levers_until_the_start(days: int | None) -> None:
    race = replace(HALF, goal_time=12000, first_half="faster")
    advice = list(advise(race, WEEK, in_days(days)))
    assert [(each.action, each.lead_days) for each in advice] == [
        ("Plan for 3:54:00 or slower, not 3:20:00", 0),
        ("Run the first half no faster than goal pace", 0),
    ]
    for each in advice:
        pulled = replace(race, **each.changes["race"])
        assert judged(pulled, WEEK).low > judged(race, WEEK).low
        race = pulled
    assert judged(race, WEEK).low == 100


def test_what_is_not_answered_or_is_in_place_gives_no_lever() -> None:
    assert list(advise(Race(), Training(), in_days(12))) == []
    assert list(advise(HALF, Training(), in_days(12))) == []
    settled = replace(HALF, goal_time=14400, first_half="even")
    assert list(advise(settled, Training(), in_days(12))) == []


@given(
    recent_distance=st.floats(1, 250),
    recent_time=st.integers(120, 172800),
    distance=st.floats(1, 250),
    goal=st.integers(600, 172800),
    weekly=st.none() | st.floats(0, 350),
    first_half=st.none() | st.sampled_from(["slower", "even", "faster"]),
)
def test_any_answers_give_points_and_levers_that_raise_them(
    recent_distance: float,
    recent_time: int,
    distance: float,
    goal: int,
    weekly: float | None,
    first_half: str | None,
) -> None:
    race = Race(
        recent_distance=recent_distance,
        recent_time=recent_time,
        distance=distance,
        goal_time=goal,
        first_half=first_half,  # type: ignore[arg-type]
    )
    training = Training(weekly_distance=weekly)
    before = judge(race, training, in_days(12)).parts
    assert sum(part.share for part in before) == 100
    assert all(0 <= part.low <= part.high <= 100 for part in before)
    for each in advise(race, training, in_days(12)):
        assert problems(each.action) == []
        after = judge(replace(race, **each.changes["race"]), training, in_days(12)).parts
        assert sum(p.share * p.low for p in after) >= sum(p.share * p.low for p in before)
        assert 600 <= each.changes["race"].get("goal_time", 600) <= 172800


@given(weekly=st.floats(0, 350), goal=st.integers(9000, 20000))
def test_the_weekly_distance_settles_a_goal_within_what_was_possible(
    weekly: float, goal: int
) -> None:
    race = replace(HALF, goal_time=goal)
    before = judge(race, Training(), in_days(12)).parts[0]
    part = judge(race, Training(weekly_distance=weekly), in_days(12)).parts[0]
    assert before.low <= part.low == part.high <= before.high


def test_the_model_that_knows_the_week_is_followed_and_the_example_is_not() -> None:
    for weekly, supported in ((50.0, "3:54:00"), (20.0, "4:03:00"), (350.0, "3:38:00")):
        found = predicted(HALF, Training(weekly_distance=weekly))
        assert clock(followed(found)[1]) == supported
    assert clock(followed(predicted(HALF, Training()))[1]) == "3:39:00"


def test_no_model_of_oxygen_beyond_the_marathon() -> None:
    ultra = Race(distance=100.0, recent_distance=42.195, recent_time=12600)
    assert {each.model for each in predicted(ultra, Training())} == {
        "Riegel 1.06",
        "Riegel 1.15 (example)",
    }


@pytest.mark.parametrize(
    ("km", "ran", "goal", "planned"),
    [(5, 1390, 1350, "23:10"), (42.195, 13500, 13440, "3:45:00"), (5, 1392, 1350, "23:12")],
)
def test_nobody_is_told_a_slower_time_than_was_run(
    km: float, ran: int, goal: int, planned: str
) -> None:
    race = Race(distance=km, recent_distance=km, recent_time=ran, goal_time=goal)
    (found,) = advise(race, WEEK, in_days(28))
    assert found.action.startswith(f"Plan for {planned} or slower, not ")


def test_the_rule_is_modest_and_sourced() -> None:
    assert set(RULE.evidence) <= set(claims())
    assert problems(RULE.why) == []
    assert "only if you have trained" in RULE.why
