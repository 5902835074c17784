"""Race fuel: grams an hour against the race, redone by hand, and the lever to practise them."""

from datetime import date, timedelta
from typing import Any

import pytest
from topic_laws import judged, levers, pulled

from mile18.factor import Advice, Countdown
from mile18.topics.nutrition.fuel import RULE, grams_per_hour
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
    ("race", "answers", "arithmetic"),
    [
        (
            MARATHON,
            {},
            "0–100 = 1 × 0–100 (grams an hour: open), low end at most 50: tried on long runs: open",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 25.0, "fuel_practised": "several"},
            "100 = 1 × 100 (60 g/h)",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 50.0, "fuel_practised": "several"},
            "50 = 1 × 50 (30 of 60 g/h)",
        ),
        (
            HALF,
            {"fuel_portion_g": 25.0, "fuel_every_min": 50.0, "fuel_practised": "several"},
            "100 = 1 × 100 (30 g/h)",
        ),
        (
            HALF,
            {"fuel_portion_g": 15.0, "fuel_every_min": 60.0, "fuel_practised": "several"},
            "50 = 1 × 50 (15 of 30 g/h)",
        ),
        (
            Race(),
            {"fuel_portion_g": 15.0, "fuel_every_min": 60.0, "fuel_practised": "several"},
            "25–50 = 1 × 25–50 (15 of 30 or 60 g/h); needed only if the race takes over 75 minutes",
        ),
        (
            Race(),
            {"fuel_portion_g": 30.0, "fuel_every_min": 30.0, "fuel_practised": "several"},
            "100 = 1 × 100 (60 g/h); needed only if the race takes over 75 minutes",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 30.0, "fuel_every_min": 20.0, "fuel_practised": "several"},
            "100 = 1 × 100 (90 g/h)",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 60.0, "fuel_every_min": 30.0, "fuel_practised": "several"},
            "80 = 1 × 80 (120 g/h, more than shown to help)",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 0.0, "fuel_practised": "several"},
            "0 = 1 × 0 (no fuel planned)",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 25.0},
            "50–100 = 1 × 100 (60 g/h), low end at most 50: tried on long runs: open",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 25.0, "fuel_practised": "no"},
            "50 = 1 × 100 (60 g/h), at most 50: never tried on a long run",
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 25.0, "fuel_practised": "once"},
            "80 = 1 × 100 (60 g/h), at most 80: tried on one long run",
        ),
    ],
)
def test_the_sum_of_race_fuel(race: Race, answers: dict[str, Any], arithmetic: str) -> None:
    assert line(race, **answers) == arithmetic


def test_fuel_an_hour_is_portion_over_interval() -> None:
    assert grams_per_hour(Nutrition(fuel_portion_g=20.0, fuel_every_min=40.0)) == 30
    assert grams_per_hour(Nutrition(fuel_portion_g=20.0)) is None
    assert grams_per_hour(Nutrition(fuel_portion_g=0.0)) == 0


@pytest.mark.parametrize(
    ("race", "answers", "days", "action", "lead", "low"),
    [
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 45.0, "fuel_practised": "no"},
            12,
            "Try 60 g/h on the next two long runs: 25 g every 25 min",
            12,
            100,
        ),
        (
            MARATHON,
            {"fuel_portion_g": 25.0, "fuel_every_min": 45.0, "fuel_practised": "no"},
            11,
            "Try 60 g/h on the next long run: 25 g every 25 min",
            5,
            80,
        ),
        (
            MARATHON,
            {"fuel_portion_g": 40.0, "fuel_every_min": 40.0, "fuel_practised": "once"},
            6,
            "Try 60 g/h on the next long run: 40 g every 40 min",
            5,
            100,
        ),
        (
            HALF,
            {"fuel_portion_g": 20.0, "fuel_every_min": 60.0, "fuel_practised": "several"},
            6,
            "Try 30 g/h on the next long run: 20 g every 40 min",
            5,
            100,
        ),
        (
            MARATHON,
            {"fuel_portion_g": 5.0, "fuel_every_min": 60.0, "fuel_practised": "several"},
            6,
            "Try 30 g/h on the next long run: 5 g every 10 min",
            5,
            50,
        ),
        (
            MARATHON,
            {"fuel_portion_g": 60.0, "fuel_every_min": 30.0, "fuel_practised": "several"},
            6,
            "Try 90 g/h on the next long run: 60 g every 40 min, glucose with fructose",
            5,
            100,
        ),
        (
            MARATHON,
            {"fuel_portion_g": 0.0},
            None,
            "Try 60 g/h on the next two long runs: 25 g every 25 min",
            12,
            100,
        ),
    ],
)
def test_the_fuel_lever(
    race: Race, answers: dict[str, Any], days: int | None, action: str, lead: int, low: int
) -> None:
    (each,) = advice(race, days, **answers)
    assert (each.action, each.lead_days) == (action, lead)
    said = {"race": race, "nutrition": Nutrition(**answers)}
    assert judged(RULE, pulled(said, each), in_days(days)).low == low


def test_no_lever_for_what_is_not_answered_or_is_in_place() -> None:
    assert advice(MARATHON) == []
    assert advice(MARATHON, fuel_practised="no") == []
    assert advice(MARATHON, fuel_portion_g=25.0, fuel_every_min=25.0) == []
