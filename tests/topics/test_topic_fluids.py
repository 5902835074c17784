"""Fluids: between losing over 2% and gaining weight, redone by hand, and what is advised."""

from datetime import date, timedelta
from typing import Any

import pytest
from topic_laws import judged, levers

from mile18.factor import Advice, Countdown
from mile18.topics.nutrition.fluids import RULE, measured_sweat
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race
from mile18.units import SI, localise

TODAY = date(2027, 4, 20)
MARATHON = Race(distance=42.195, goal_time=4 * 3600, body_mass=70.0)
# 70 kg losing 0.5 kg in an hour in which 0.5 L was drunk: 1 L/h.
SWEATS_1_L_H: dict[str, Any] = {
    "sweat_mass_before": 70.0,
    "sweat_mass_after": 69.5,
    "sweat_drunk": 0.5,
    "sweat_urine": 0.0,
    "sweat_duration": 1.0,
}


def in_days(days: int | None = 12) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


def line(race: Race, **answers: Any) -> str:
    said = {"race": race, "nutrition": Nutrition(**answers)}
    return localise(judged(RULE, said, in_days()).arithmetic, SI)


def advice(race: Race, days: int | None = 12, **answers: Any) -> list[Advice]:
    return levers(RULE, {"race": race, "nutrition": Nutrition(**answers)}, in_days(days))


@pytest.mark.parametrize(
    ("race", "answers", "arithmetic"),
    [
        (
            MARATHON,
            {},
            "0–100 = 0.2 × 0–100 (sweat test: not answered) + 0.8 × 0–100 (drinking plan: not "
            "answered)",
        ),
        (
            MARATHON,
            {"drink_plan": "none", "sweat_test": False},
            "0 = 0.2 × 0 (no sweat test) + 0.8 × 0 (no drinking plan)",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "sweat_test": False},
            "72 = 0.2 × 0 (no sweat test) + 0.8 × 90 (to thirst)",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "sweat_test": True},
            "92 = 0.2 × 100 (sweat test done) + 0.8 × 90 (to thirst)",
        ),
        (
            MARATHON,
            {"drink_plan": "amount"},
            "0–100 = 0.2 × 0–100 (sweat test: not answered) + 0.8 × 0–100 (drink an hour: not "
            "answered)",
        ),
        (
            MARATHON,
            {"drink_per_hour": 0.5},
            "0–100 = 0.2 × 0–100 (sweat test: not answered) + 0.8 × 0–100 (0.5 L/h, sweat rate "
            "not answered)",
        ),
        (
            MARATHON,
            {"drink_per_hour": 0.5, "sweat_test": False},
            "48 = 0.2 × 0 (no sweat test) + 0.8 × 60 (0.5 L/h, unchecked)",
        ),
        (
            MARATHON,
            {"drink_per_hour": 1.2, "sweat_test": False},
            "24 = 0.2 × 0 (no sweat test) + 0.8 × 30 (1.2 L/h, unchecked)",
        ),
        # 4 h at a deficit of 0.3 L/h is 1.2 kg of 70.
        (
            MARATHON,
            {"drink_per_hour": 0.7, **SWEATS_1_L_H},
            "100 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 100 (0.7 L/h loses 1.7% of body weight)",
        ),
        # 2.1 kg is 3%: 100 less 30 for the one per cent beyond two.
        (
            Race(distance=42.195, goal_time=int(3.5 * 3600), body_mass=70.0),
            {"drink_per_hour": 0.4, **SWEATS_1_L_H},
            "76 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 70 (0.4 L/h loses 3% of body weight, over the "
            "2%)",
        ),
        (
            Race(distance=42.195, goal_time=8 * 3600, body_mass=50.0),
            {"drink_per_hour": 0.0, **SWEATS_1_L_H},
            "44 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 30 (0 L/h, unchecked over so long a race)",
        ),
        (
            MARATHON,
            {"drink_per_hour": 1.0, **SWEATS_1_L_H},
            "100 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 100 (1 L/h loses 0% of body weight)",
        ),
        (
            Race(),
            {"drink_per_hour": 1.1, **SWEATS_1_L_H},
            "20 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 0 (1.1 L/h gains weight: drink less);"
            " needed only if the race takes over 60 minutes",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "drink_per_hour": 1.1, **SWEATS_1_L_H},
            "20 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 0 (1.1 L/h gains weight: drink less)",
        ),
        (
            MARATHON,
            {"drink_per_hour": 1.6, "sweat_test": False},
            "0 = 0.2 × 0 (no sweat test) + 0.8 × 0 (1.6 L/h is too much: drink less)",
        ),
        (
            Race(distance=42.195, goal_time=4 * 3600),
            {"drink_per_hour": 0.7, **SWEATS_1_L_H},
            "36–100 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 20–100 (0.7 L/h, body weight not answered)",
        ),
        (
            Race(distance=20.0, body_mass=70.0),
            {"drink_per_hour": 0.7, **SWEATS_1_L_H},
            # 43 min to 6 h 40: a loss of 0.3% up to what no target is drawn for.
            "68–100 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 60–100 (0.7 L/h, goal time not answered);"
            " needed only if the race takes over 60 minutes",
        ),
        # From 1:53 to 14:04 the loss is 4.2% or more; thirst would still give 90.
        (
            Race(distance=42.195, body_mass=45.0),
            {"drink_per_hour": 0.0, **SWEATS_1_L_H},
            "36–92 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 20–90 (0 L/h, goal time not answered)",
        ),
        (
            Race(distance=42.195, body_mass=45.0),
            {"drink_plan": "amount", "drink_per_hour": 0.0, **SWEATS_1_L_H},
            "36–48 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 20–35 (0 L/h, goal time not answered)",
        ),
        (
            Race(distance=42.195, body_mass=45.0),
            {"drink_plan": "none", "drink_per_hour": 0.6, **SWEATS_1_L_H},
            "20 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 0 (no drinking plan, but 0.6 L/h)",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "drink_per_hour": 0.7, **SWEATS_1_L_H},
            "92 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 90 (to thirst, about 0.7 L/h)",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "drink_per_hour": 0.2, **SWEATS_1_L_H},
            "92 = 0.2 × 100 (sweats 1 L/h) + 0.8 × 90 (to thirst, about 0.2 L/h)",
        ),
        (
            MARATHON,
            {"drink_plan": "to_thirst", **SWEATS_1_L_H, "sweat_mass_after": 72.0},
            "72–92 = 0.2 × 0–100 (sweat test that adds up: not answered) + 0.8 × 90 (to thirst)",
        ),
        (
            MARATHON,
            {
                "drink_plan": "to_thirst",
                "sweat_test": True,
                **SWEATS_1_L_H,
                "sweat_mass_after": 72.0,
            },
            "72 = 0.2 × 0 (sweat test does not add up) + 0.8 × 90 (to thirst)",
        ),
    ],
)
def test_the_sum_of_fluids(race: Race, answers: dict[str, Any], arithmetic: str) -> None:
    assert line(race, **answers) == arithmetic


def test_the_sweat_rate_needs_all_five_figures_and_a_possible_result() -> None:
    assert measured_sweat(Nutrition(**SWEATS_1_L_H)) == 1.0
    for missing in SWEATS_1_L_H:
        assert measured_sweat(Nutrition(**{**SWEATS_1_L_H, missing: None})) is None
    assert measured_sweat(Nutrition(**{**SWEATS_1_L_H, "sweat_mass_after": 70.6})) is None
    assert measured_sweat(Nutrition(**{**SWEATS_1_L_H, "sweat_mass_after": 60.0})) is None


@pytest.mark.parametrize(
    ("race", "answers", "actions"),
    [
        (MARATHON, {"drink_plan": "none"}, ["Drink to thirst"]),
        (
            MARATHON,
            {"drink_per_hour": 0.5, "sweat_test": False},
            [
                "Drink to thirst",
                "Weigh yourself before and after a one-hour run; until then drink to thirst",
            ],
        ),
        (MARATHON, {"drink_per_hour": 1.6}, ["Drink to thirst"]),
        (
            MARATHON,
            {"drink_plan": "to_thirst", "sweat_test": False},
            ["Weigh yourself before and after a one-hour run; until then drink to thirst"],
        ),
        (
            MARATHON,
            {"drink_per_hour": 1.2, **SWEATS_1_L_H},
            ["Drink to thirst, at most 0.8 L/h"],
        ),
        (
            MARATHON,
            {"drink_per_hour": 0.2, **SWEATS_1_L_H},
            ["Plan about 0.7 L/h, less whenever you are not thirsty"],
        ),
        (
            # Holding the loss at 2% would take 1.65 L/h here: too much for anyone to be told.
            MARATHON,
            {"drink_per_hour": 0.2, **SWEATS_1_L_H, "sweat_mass_after": 68.5},
            ["Drink to thirst, at most 0.8 L/h"],
        ),
        (MARATHON, {"drink_plan": "to_thirst", "sweat_test": True}, []),
        (MARATHON, {"drink_per_hour": 0.5}, []),
    ],
)
def test_the_fluid_levers(race: Race, answers: dict[str, Any], actions: list[str]) -> None:
    assert [localise(each.action, SI) for each in advice(race, **answers)] == actions


def test_a_new_sweat_test_replaces_figures_that_do_not_add_up() -> None:
    wrong = {**SWEATS_1_L_H, "sweat_mass_after": 72.0}
    (each,) = advice(MARATHON, drink_plan="to_thirst", sweat_test=False, **wrong)
    assert each.changes == {"nutrition": {"sweat_test": True, **dict.fromkeys(wrong)}}


def test_no_lever_for_what_is_not_answered_or_is_in_place() -> None:
    assert advice(MARATHON) == []
    assert advice(MARATHON, drink_per_hour=0.7, **SWEATS_1_L_H) == []
