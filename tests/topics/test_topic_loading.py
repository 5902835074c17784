"""Carbohydrate loading: plan, days and grams, redone by hand, and the lever that fills them."""

from datetime import date, timedelta
from typing import Any

import pytest
from topic_laws import judged, levers

from mile18.factor import Advice, Countdown
from mile18.topics.nutrition.loading import RULE
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race
from mile18.units import SI, localise

TODAY = date(2027, 4, 20)
MARATHON = Race(distance=42.195, goal_time=4 * 3600, body_mass=70.0)
HALF = Race(distance=21.0975, goal_time=7200)


def in_days(days: int | None = 12) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


def line(race: Race, **answers: Any) -> str:
    said = {"race": race, "nutrition": Nutrition(**answers)}
    return localise(judged(RULE, said, in_days()).arithmetic, SI)


def advice(race: Race, days: int | None = 12, **answers: Any) -> list[Advice]:
    return levers(RULE, {"race": race, "nutrition": Nutrition(**answers)}, in_days(days))


@pytest.mark.parametrize(
    ("answers", "arithmetic"),
    [
        (
            {},
            "0–100 = 0.4 × 0–100 (plan: not answered) + 0.3 × 0–100 (days: not answered)"
            " + 0.3 × 0–100 (grams per kg: not answered)",
        ),
        (
            {"loading_plan": "written", "loading_days": 2.0, "loading_g_per_kg": 10.0},
            "100 = 0.4 × 100 (plan written) + 0.3 × 100 (2 days) + 0.3 × 100 (10 g/kg a day)",
        ),
        (
            {"loading_plan": "written", "loading_days": 1.5, "loading_g_per_kg": 8.0},
            "100 = 0.4 × 100 (plan written) + 0.3 × 100 (1.5 days) + 0.3 × 100 (8 g/kg a day)",
        ),
        (
            {"loading_plan": "in_mind", "loading_days": 1.0, "loading_g_per_kg": 5.0},
            "50 = 0.4 × 50 (plan in mind) + 0.3 × 60 (1 day) + 0.3 × 40 (5 of 8 g/kg a day)",
        ),
        (
            {"loading_plan": "in_mind", "loading_days": 0.5, "loading_g_per_kg": 7.0},
            "53 = 0.4 × 50 (plan in mind) + 0.3 × 30 (0.5 days) + 0.3 × 80 (7 of 8 g/kg a day)",
        ),
        (
            {"loading_plan": "none"},
            "0 = 0.4 × 0 (no plan) + 0.3 × 0 (no days planned) + 0.3 × 0 (no amount planned)",
        ),
        (
            {"loading_plan": "none", "loading_days": 2.0},
            "0 = 0.4 × 0 (no plan) + 0.3 × 0 (no days planned) + 0.3 × 0 (no amount planned)",
        ),
        (
            {"loading_days": 0.0},
            "0–40 = 0.4 × 0–100 (plan: not answered) + 0.3 × 0 (0 days) + 0.3 × 0 (no amount "
            "planned)",
        ),
        (
            {"loading_plan": "written", "loading_days": 2.0, "loading_g_per_kg": 3.0},
            "70 = 0.4 × 100 (plan written) + 0.3 × 100 (2 days) + 0.3 × 0 (3 of 8 g/kg a day)",
        ),
    ],
)
def test_the_sum_of_loading(answers: dict[str, Any], arithmetic: str) -> None:
    assert line(MARATHON, **answers) == arithmetic


def test_the_loading_lever_fills_the_whole_plan_as_the_last_two_days_begin() -> None:
    (each,) = advice(MARATHON, loading_plan="in_mind")
    assert each.action == (
        "Write down 8–10 g of carbohydrate per kg a day for the last two days:"
        " 560–700 g a day for you"
    )
    assert each.lead_days == 2
    assert (
        judged(
            RULE, {"race": MARATHON, "nutrition": Nutrition(**each.changes["nutrition"])}, in_days()
        ).low
        == 100
    )
    (short,) = advice(HALF, loading_plan="written", loading_days=1.0)
    assert short.action.endswith("for the last two days")
    more = advice(HALF, loading_plan="none", loading_days=3.0, loading_g_per_kg=11.0)
    assert more[0].changes == {"nutrition": {"loading_plan": "written"}}


def test_no_lever_for_what_is_not_answered_or_is_in_place() -> None:
    assert advice(MARATHON) == []
    assert advice(MARATHON, loading_plan="written", loading_days=2.0) == []
