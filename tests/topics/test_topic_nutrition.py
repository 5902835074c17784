"""Nutrition: the questions, when a race needs what, and the laws that its three rules keep."""

from datetime import date, timedelta

import pytest
from fuel_plans import gels
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import sheets
from topic_laws import (
    holds_for_each_answer,
    judged,
    levers,
    levers_hold,
    modest_labels,
    modest_question,
    modest_rule,
    pulled,
)

from mile18.factor import Countdown, Rule
from mile18.profile import Profile
from mile18.question import Question, questions
from mile18.topics.nutrition.fluids import RULE as FLUIDS
from mile18.topics.nutrition.fluids import gains_weight, measured_sweat
from mile18.topics.nutrition.fuel import RULE as FUEL
from mile18.topics.nutrition.loading import RULE as LOADING
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race
from mile18.warnings import warnings

TODAY = date(2027, 4, 20)
RULES = (LOADING, FUEL, FLUIDS)
HALF = Race(distance=21.0975, goal_time=7200)


def in_days(days: int | None = 12) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("rule", "race", "applies", "because"),
    [
        (LOADING, HALF, True, ""),
        (LOADING, Race(distance=21.0975, goal_time=5400), False, "90 minutes or less"),
        (LOADING, Race(), None, "needed only if the race takes over 90 minutes"),
        (LOADING, Race(distance=21.0975), None, "needed only if the race takes over 90 minutes"),
        (LOADING, Race(distance=42.195), True, ""),
        (FUEL, Race(distance=15.0, goal_time=4501), True, ""),
        (FUEL, Race(distance=15.0, goal_time=4500), False, "75 minutes or less"),
        (FUEL, Race(), None, "needed only if the race takes over 75 minutes"),
        (FLUIDS, Race(distance=10.0, goal_time=3601), True, ""),
        (FLUIDS, Race(distance=10.0, goal_time=3600), False, "60 minutes or less"),
        (FLUIDS, Race(), None, "needed only if the race takes over 60 minutes"),
    ],
)
def test_what_a_race_needs_follows_from_its_length(
    rule: Rule, race: Race, applies: bool | None, because: str
) -> None:
    verdict = judged(rule, {"race": race, "nutrition": Nutrition()}, in_days()).verdict
    assert verdict.applies is applies
    assert because in verdict.because
    assert bool(because) == bool(verdict.because)


races = st.builds(
    Race,
    distance=st.none() | st.sampled_from([5.0, 10.0, 21.0975, 42.195, 100.0]) | st.floats(1, 250),
    goal_time=st.none() | st.sampled_from([3600, 5400, 9000, 14400]) | st.integers(600, 172800),
    body_mass=st.none() | st.sampled_from([50.0, 70.0, 90.0]) | st.floats(25, 250),
)
likely = st.builds(
    Nutrition,
    loading_plan=st.sampled_from([None, "none", "in_mind", "written"]),
    loading_days=st.sampled_from([None, 0.0, 1.0, 2.0]),
    loading_g_per_kg=st.sampled_from([None, 0.0, 5.0, 8.0]),
    products=st.sampled_from(
        [None, (), *map(gels, (20.0, 25.0, 90.0, 25.0), (None, 25.0, 20.0, 60.0))]
    ),
    fuel_practised=st.sampled_from([None, "no", "once", "several"]),
    drink_plan=st.sampled_from([None, "none", "to_thirst", "amount"]),
    drink_per_hour=st.sampled_from([None, 0.0, 0.3, 0.6, 1.0, 1.4, 2.0]),
    sweat_test=st.sampled_from([None, True, False]),
    sweat_mass_before=st.sampled_from([None, 70.0, 70.0]),
    sweat_mass_after=st.sampled_from([None, 69.5, 69.0, 71.0]),
    sweat_drunk=st.sampled_from([None, 0.0, 0.4]),
    sweat_urine=st.sampled_from([None, 0.0, 0.2]),
    sweat_duration=st.sampled_from([None, 1.0, 1.5]),
)
answers = likely | sheets(Nutrition)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(race=races, nutrition=answers)
@few(100)
def test_one_more_answer_never_opens_what_was_settled(
    rule: Rule, race: Race, nutrition: Nutrition
) -> None:
    said = {"race": race, "nutrition": nutrition}
    # A sweat test beside "no sweat test" contradicts it, and so does an amount beside no plan.
    weighed = nutrition.sweat_test is False and nutrition.sweat_duration is not None
    planned = nutrition.drink_plan == "none" and nutrition.drink_per_hour is not None
    both = weighed or planned
    holds_for_each_answer(rule, said, in_days(), may_contradict=both)
    modest_labels(judged(rule, said, in_days()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(race=races, nutrition=answers, days=st.none() | st.integers(-5, 60))
@few(100)
def test_levers_are_valid_answers_that_raise_the_factor(
    rule: Rule, race: Race, nutrition: Nutrition, days: int | None
) -> None:
    levers_hold(rule, {"race": race, "nutrition": nutrition}, in_days(days))


@given(race=races, nutrition=answers)
@few(100)
def test_no_drink_is_advised_above_the_sweat_rate_or_the_red_line(
    race: Race, nutrition: Nutrition
) -> None:
    said = {"race": race, "nutrition": nutrition}
    for each in levers(FLUIDS, said, in_days()):
        after = pulled(said, each)["nutrition"]
        assert isinstance(after, Nutrition)
        told = [
            caution.evidence[0] for caution in warnings(Profile(nutrition=after), Countdown(TODAY))
        ]
        assert "fluid-eah-limit" not in told or "weigh" in each.action.lower()
        if "drink_per_hour" in each.changes["nutrition"]:
            assert not gains_weight(after.drink_per_hour, measured_sweat(after))


@pytest.mark.parametrize("question", questions(Nutrition), ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    modest_question(question)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_modest_and_sourced(rule: Rule) -> None:
    modest_rule(rule, {"race": Race, "nutrition": Nutrition})


def test_loading_names_the_medical_caution_and_no_text_links_it_to_fewer_cramps() -> None:
    by_key = {question.key: question for question in questions(Nutrition)}
    for key in ("loading_plan", "loading_g_per_kg"):
        assert "diabetes, kidney disease or an eating disorder" in by_key[key].why
        assert "carb-medical-caution" in by_key[key].evidence
    assert "No trial" in by_key["loading_plan"].why


def test_the_seed_questions_are_marked() -> None:
    marked = {question.key: question.seed for question in questions(Nutrition) if question.seed}
    assert marked == {
        "loading_plan": 5,
        "products": 6,
        "fuel_practised": 6,
        "drink_plan": 6,
        "drink_per_hour": 6,
    }
