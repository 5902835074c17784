"""Carbohydrate loading: portions that add up, and a total that follows the ticks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.plan.week.food import PORTIONS, Loading, day_of
from mile18.plan.week.week import race_week
from mile18.profile import Profile

RACE = date(2027, 5, 2)
TODAY = RACE - timedelta(days=2)
RUNNER = Profile().with_changes(
    {"race": {"date": RACE, "distance": 42.195, "goal_time": 13500, "body_mass": 70.0}}
)


def ledger(profile: Profile) -> Loading:
    found = race_week(profile, TODAY).loading
    assert found is not None
    return found


def test_plain_foods_with_plausible_carbohydrate() -> None:
    grams = {portion.words: portion.grams for portion in PORTIONS}
    assert grams["rice, cooked, 200 g"] == 56
    assert grams["pasta, cooked, 250 g"] == 75
    assert len(grams) == len(PORTIONS)
    assert all(10 <= portion.grams <= 80 for portion in PORTIONS)


@given(st.floats(25, 250))
def test_the_portions_of_a_day_lie_inside_the_range(kg: float) -> None:
    total = sum(portion.grams for portion in day_of(8 * kg))
    assert 8 * kg <= total <= 10 * kg


@given(st.floats(200, 2000), st.floats(200, 2000))
def test_a_larger_amount_keeps_the_portions_before_in_their_places(one: float, two: float) -> None:
    less, more = list(day_of(min(one, two))), list(day_of(max(one, two)))
    assert more[: len(less)] == less


def test_ticked_portions_add_up() -> None:
    plan = ledger(RUNNER)
    assert plan.done == 0
    first = plan.days[0].servings
    ticked = tuple(each.id for each in first[:3])
    after = ledger(RUNNER.with_answer("week.done", ticked))
    assert after.days[0].eaten == sum(each.portion.grams for each in first[:3]) == 48 + 27 + 16
    assert after.days[1].eaten == 0
    assert after.done == 91


def test_a_ticked_day_counts_all_its_portions() -> None:
    plan = ledger(RUNNER.with_answer("week.done", ("loading-D-2", "food-D-2-1")))
    assert plan.days[0].done
    assert plan.days[0].eaten == sum(each.portion.grams for each in plan.days[0].servings) >= 560


@pytest.mark.parametrize(
    ("planned", "expected"), [(None, 2), (0.0, 2), (0.5, 2), (1.0, 2), (1.5, 2), (3.0, 3), (7.0, 3)]
)
def test_two_days_unless_the_runner_plans_more(planned: float | None, expected: int) -> None:
    plan = ledger(RUNNER.with_answer("nutrition.loading_days", planned))
    assert len(plan.days) == expected
    assert plan.days[-1].days_before == 1


@pytest.mark.parametrize(
    ("own", "grams"),
    [(None, (560, 700)), (6.0, (560, 700)), (11.0, (560, 770)), (15.0, (560, 840))],
)
def test_the_range_grows_with_a_larger_plan_up_to_twelve(
    own: float | None, grams: tuple[int, int]
) -> None:
    plan = ledger(RUNNER.with_answer("nutrition.loading_g_per_kg", own))
    assert plan.grams == grams
    assert plan.own_grams == (None if own is None else own * 70)


@pytest.mark.parametrize("condition", ["diabetes", "kidney"])
def test_a_doctor_plans_the_loading_where_it_may_harm(condition: str) -> None:
    asked = RUNNER.with_answer("health.conditions", (condition,))
    week = race_week(asked, TODAY)
    assert week.loading is None
    (task,) = [each for each in week.tasks if "carbohydrate" in each.title.lower()]
    assert task.private
    assert "your doctor" in task.title
    # Who agrees to a race approves no amounts.
    assert race_week(asked.with_answer("health.doctor_agrees", True), TODAY).loading is None
    own = race_week(asked.with_answer("nutrition.loading_g_per_kg", 7.0), TODAY)
    assert own.loading is None
    (task,) = [each for each in own.tasks if each.id == "loading-clinician"]
    assert task.detail.startswith("Your answer: 7 g per kg a day.")
    short = race_week(asked.with_changes({"race": {"distance": 5.0, "goal_time": 1500}}), TODAY)
    assert not [each for each in short.tasks if "clinician" in each.title]
