"""Heat: the expected load, how used to it, the plan for a hotter day, each redone by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import sheets
from topic_laws import (
    holds,
    holds_for_each_answer,
    judged,
    levers,
    levers_hold,
    modest_labels,
    modest_question,
    modest_rule,
    pulled,
)

from mile18.factor import Countdown, Factor
from mile18.question import Question, questions
from mile18.science.heat import dew_point, wbgt_shade, wbgt_sun
from mile18.topics.heat.adaptation import RULE, expected_wbgt, used_to_heat
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Race
from mile18.units import SI, localise

TODAY = date(2027, 4, 20)
RACE_DAY = TODAY + timedelta(days=12)
# WBGT 29.26 °C in the sun, 24.61 °C in the shade.
HOT: dict[str, Any] = {"temperature": 30.0, "humidity": 50.0}


def in_days(days: int | None = 12) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


def found(days: int | None = 12, **answers: Any) -> Factor:
    return judged(RULE, {"heat": Heat(**answers)}, in_days(days))


def before_race(days: int) -> date:
    return RACE_DAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("answers", "arithmetic"),
    [
        (
            {},
            "0–100 = 0.6 × 0–100 (expected heat: not answered) + 0.4 × 0–100 (plan for a hotter "
            "day: not answered)",
        ),
        (
            {"temperature": 10.0, "plan_b": "none"},
            "60 = 0.6 × 100 (heat load 3 °C to 14 °C WBGT, cool enough) + 0.4 × 0 (no plan B)",
        ),
        (
            {"temperature": 15.0, "humidity": 60.0, "plan_b": "in_mind"},
            "80 = 0.6 × 100 (heat load 12 °C to 16 °C WBGT, cool enough) + 0.4 × 50 (plan B in mind)",
        ),
        # WBGT 19.86 °C: 1.86 ÷ 5 × 67% need.
        (
            {
                "temperature": 20.0,
                "humidity": 50.0,
                "sun": "sun",
                "hot_sessions": 0,
                "training_temperature": 10.0,
                "plan_b": "written",
            },
            "85 = 0.6 × 75 (heat load 20 °C WBGT, 0% used to heat) + 0.4 × 100 (plan B written)",
        ),
        # Shade 15.59 °C needs nothing, sun 25%; half of it is covered at least by no sessions.
        (
            {"temperature": 20.0, "humidity": 50.0, "plan_b": "written"},
            "85–100 = 0.6 × 75–100 (heat load 16 °C to 20 °C WBGT, 0–100% used to heat)"
            " + 0.4 × 100 (plan B written)",
        ),
        (
            {
                **HOT,
                "sun": "sun",
                "hot_sessions": 0,
                "training_temperature": 15.0,
                "plan_b": "none",
            },
            "0 = 0.6 × 0 (heat load 29 °C WBGT, 0% used to heat) + 0.4 × 0 (no plan B),"
            " at most 60: hot race, no hot sessions",
        ),
        # 24.61 °C: 67 + 1.61 ÷ 5 × 33 = 77.6% need.
        (
            {
                **HOT,
                "sun": "shade",
                "hot_sessions": 0,
                "training_temperature": 26.9,
                "plan_b": "written",
            },
            "53 = 0.6 × 22 (heat load 25 °C WBGT, 0% used to heat) + 0.4 × 100 (plan B written),"
            " at most 60: hot race, no hot sessions",
        ),
        (
            {
                **HOT,
                "sun": "shade",
                "hot_sessions": 0,
                "training_temperature": 27.0,
                "plan_b": "written",
            },
            "77 = 0.6 × 61 (heat load 25 °C WBGT, 50% used to heat) + 0.4 × 100 (plan B written)",
        ),
        # Between the two: 26.94 °C needs 93%, of which up to half is open.
        (
            {**HOT, "sun": "mixed", "hot_sessions": 0, "plan_b": "written"},
            "44–72 = 0.6 × 7–54 (heat load 27 °C WBGT, 0–50% used to heat) + 0.4 × 100 (plan B written),"
            " low end at most 60: hot race, hot sessions or warm runs not answered",
        ),
        # Seven sessions give 91%, less 2.5% a day over four days.
        (
            {
                **HOT,
                "sun": "sun",
                "hot_sessions": 7,
                "last_hot_session": before_race(4),
                "training_temperature": 15.0,
                "plan_b": "none",
            },
            "49 = 0.6 × 82 (heat load 29 °C WBGT, 82% used to heat) + 0.4 × 0 (no plan B)",
        ),
        (
            {**HOT, "sun": "sun", "hot_sessions": 7, "plan_b": "none"},
            "0–55 = 0.6 × 0–91 (heat load 29 °C WBGT, 0–91% used to heat) + 0.4 × 0 (no plan B)",
        ),
    ],
)
def test_the_sum_of_heat(answers: dict[str, Any], arithmetic: str) -> None:
    assert localise(found(**answers).arithmetic, SI) == arithmetic


def test_the_expected_load_runs_from_shade_to_sun() -> None:
    assert expected_wbgt(Heat(temperature=30.0)) is None
    assert expected_wbgt(Heat(humidity=50.0, dew_point=10.0)) is None
    shade, sun = wbgt_shade(30, 50), wbgt_sun(30, 50)
    assert expected_wbgt(Heat(**HOT)) == (shade, sun)
    assert expected_wbgt(Heat(**HOT, sun="sun")) == (sun, sun)
    assert expected_wbgt(Heat(**HOT, sun="shade")) == (shade, shade)
    assert expected_wbgt(Heat(**HOT, sun="mixed")) == ((shade + sun) / 2, (shade + sun) / 2)


def test_a_dew_point_serves_as_well_as_humidity() -> None:
    by_dew_point = expected_wbgt(Heat(temperature=30.0, dew_point=dew_point(30, 50), sun="sun"))
    assert by_dew_point is not None
    assert by_dew_point[0] == pytest.approx(wbgt_sun(30, 50), abs=0.01)
    saturated = expected_wbgt(Heat(temperature=20.0, dew_point=25.0, sun="sun"))
    assert saturated is not None
    assert saturated[0] == pytest.approx(wbgt_sun(20, 100))


def test_of_two_readings_that_contradict_each_other_the_hotter_counts() -> None:
    said: dict[str, Any] = {"sun": "sun", "hot_sessions": 0, "training_temperature": 5.0}
    hot = found(temperature=25.0, humidity=80.0, **said).verdict.parts[0]
    both = found(temperature=25.0, humidity=80.0, dew_point=0.0, **said).verdict.parts[0]
    assert (both.low, both.high) == (hot.low, hot.high)
    load = expected_wbgt(Heat(temperature=25.0, humidity=80.0, dew_point=0.0, sun="sun"))
    assert load is not None
    assert load[0] < 22 < 28 < load[1]


def test_extreme_weather_still_gives_an_estimate() -> None:
    for temperature in (-20.0, 50.0):
        for humidity in (0.0, 100.0):
            load = expected_wbgt(Heat(temperature=temperature, humidity=humidity))
            assert load is not None
            assert load[0] <= load[1]


@pytest.mark.parametrize(
    ("answers", "used"),
    [
        ({}, (0, 100)),
        ({"hot_sessions": 0}, (0, 50)),
        ({"hot_sessions": 5}, (0, 75)),
        ({"hot_sessions": 5, "last_hot_session": before_race(10)}, (56.25, 56.25)),
        ({"hot_sessions": 10, "last_hot_session": before_race(0)}, (100, 100)),
        ({"hot_sessions": 10, "last_hot_session": before_race(-3)}, (100, 100)),
        ({"hot_sessions": 10, "last_hot_session": before_race(60)}, (0, 50)),
        ({"temperature": 25.0, "training_temperature": 22.0}, (50, 100)),
        ({"temperature": 25.0, "training_temperature": 21.9, "hot_sessions": 0}, (0, 0)),
        ({"temperature": 25.0, "training_temperature": 30.0, "hot_sessions": 0}, (50, 50)),
    ],
)
def test_used_to_heat_on_race_day(answers: dict[str, Any], used: tuple[float, float]) -> None:
    assert used_to_heat(Heat(**answers), in_days()) == used


def test_what_was_gained_fades_until_the_race() -> None:
    said: dict[str, Any] = {**HOT, "sun": "sun", "hot_sessions": 7, "training_temperature": 9.0}
    points = [
        found(**said, last_hot_session=before_race(days)).verdict.parts[0].low
        for days in (1, 8, 15, 29)
    ]
    assert points == [89, 73, 57, 25]


@pytest.mark.parametrize(
    ("days", "answers", "action", "lead", "low"),
    [
        (20, {"hot_sessions": 0}, "on 7 of 10 days, ending a week before", 17, 75),
        (20, {"hot_sessions": 3}, "on 7 of 10 days, ending a week before", 17, 75),
        (17, {"hot_sessions": 0}, "on 7 of 10 days, ending a week before", 17, 75),
        (16, {"hot_sessions": 0}, "on 5 of 7 days, ending a week before", 14, 62),
        (3, {"hot_sessions": 0}, "on 5 of 7 days, ending a week before", 14, 69),
        (
            12,
            {"hot_sessions": 10, "last_hot_session": before_race(30)},
            "add 2 to 4 easy hot days",
            4,
            95,
        ),
    ],
)
def test_the_hot_sessions_lever(
    days: int, answers: dict[str, Any], action: str, lead: int, low: int
) -> None:
    said = {"heat": Heat(**HOT, sun="sun", training_temperature=9.0, **answers)}
    (each,) = levers(RULE, said, in_days(days))
    assert action in each.action
    assert "Ask your doctor first if pregnant or with heart or kidney disease" in each.action
    assert each.lead_days == lead
    part = judged(RULE, pulled(said, each), in_days(days)).verdict.parts[0]
    assert part.low == low


def test_plan_b_can_be_written_until_the_start() -> None:
    for plan in ("none", "in_mind"):
        (each,) = levers(RULE, {"heat": Heat(plan_b=plan)}, in_days(0))
        assert (each.action, each.lead_days) == ("Write down a slower goal for a hotter day", 0)
        assert each.changes == {"heat": {"plan_b": "written"}}


@pytest.mark.parametrize(
    ("days", "answers"),
    [
        (12, {}),
        (12, {**HOT}),
        (12, {**HOT, "plan_b": "written"}),
        (12, {"hot_sessions": 0}),
        (12, {"temperature": 8.0, "hot_sessions": 0}),
        (None, {**HOT, "hot_sessions": 0}),
        (-1, {**HOT, "hot_sessions": 0}),
    ],
)
def test_no_lever_for_what_is_open_cool_or_past(days: int | None, answers: dict[str, Any]) -> None:
    assert levers(RULE, {"heat": Heat(**answers)}, in_days(days)) == []


likely = st.builds(
    Heat,
    temperature=st.none() | st.sampled_from([10.0, 19.0, 25.0, 32.0]) | st.floats(15, 40),
    humidity=st.none() | st.sampled_from([30.0, 60.0, 90.0]) | st.floats(0, 100),
    dew_point=st.none() | st.sampled_from([5.0, 15.0, 22.0]) | st.floats(-30, 35),
    sun=st.sampled_from([None, "sun", "mixed", "shade"]),
    training_temperature=st.none() | st.sampled_from([5.0, 22.0, 30.0]),
    hot_sessions=st.none() | st.integers(0, 14),
    last_hot_session=st.none() | st.integers(-10, 60).map(before_race),
    plan_b=st.sampled_from([None, "none", "in_mind", "written"]),
)
answers = likely | sheets(Heat)


@given(heat=answers, days=st.none() | st.integers(-5, 60))
@few(300)
def test_one_more_answer_never_opens_what_was_settled(heat: Heat, days: int | None) -> None:
    both = heat.humidity is not None and heat.dew_point is not None
    holds_for_each_answer(RULE, {"heat": heat}, in_days(days), may_contradict=both)
    modest_labels(judged(RULE, {"heat": heat}, in_days(days)))


@given(heat=answers, days=st.integers(-5, 60))
@few(200)
def test_the_race_date_never_opens_what_was_settled(heat: Heat, days: int) -> None:
    said, both = {"heat": heat}, heat.humidity is not None and heat.dew_point is not None
    before, after = judged(RULE, said, in_days(None)), judged(RULE, said, in_days(days))
    holds(before, after, contradictory=both)


@given(heat=answers, days=st.none() | st.integers(-5, 60))
@few(200)
def test_levers_are_valid_answers_that_raise_the_factor(heat: Heat, days: int | None) -> None:
    levers_hold(RULE, {"heat": heat}, in_days(days))


@given(heat=answers, days=st.none() | st.integers(-5, 60))
@few(200)
def test_a_hot_race_without_hot_sessions_or_warm_runs_passes_60_only_by_a_new_answer(
    heat: Heat, days: int | None
) -> None:
    load = expected_wbgt(heat)
    judgement = judged(RULE, {"heat": heat}, in_days(days))
    used = used_to_heat(heat, in_days(days))
    if load is not None and load[0] >= 23 and used[0] == 0:
        assert judgement.low <= 60
        if heat.hot_sessions == 0 and used[1] == 0:
            assert judgement.high <= 60
            assert judgement.verdict.cap is not None
            assert judgement.verdict.cap.certain


@pytest.mark.parametrize("question", questions(Heat), ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    modest_question(question)


def test_the_rule_is_modest_and_sourced() -> None:
    modest_rule(RULE, {"heat": Heat, "race": Race})
    assert {question.key for question in questions(Heat) if question.seed == 7} == {
        "temperature",
        "plan_b",
    }
