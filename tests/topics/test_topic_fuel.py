"""Race fuel: grams an hour against the race, redone by hand, and the lever to practise them."""

from datetime import date, timedelta
from typing import Any

import pytest
from fuel_plans import gels
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from profiles import sheets
from topic_laws import judged, levers, pulled

from mile18.factor import Advice, Countdown
from mile18.topics.nutrition.carried import grams_per_hour, minutes_of
from mile18.topics.nutrition.fuel import RULE
from mile18.topics.nutrition.products import Product
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
            "0–100 = 1 × 0–100 (grams an hour: not answered), low end at most 50: tried on long "
            "runs: not answered",
        ),
        (
            MARATHON,
            {"products": gels(25.0, 25.0), "fuel_practised": "several"},
            "100 = 1 × 100 (60 g/h)",
        ),
        (
            MARATHON,
            {"products": gels(25.0, 50.0), "fuel_practised": "several"},
            "50 = 1 × 50 (30 of 60 g/h)",
        ),
        (
            HALF,
            {"products": gels(25.0, 50.0), "fuel_practised": "several"},
            "100 = 1 × 100 (30 g/h)",
        ),
        (
            HALF,
            {"products": gels(15.0, 60.0), "fuel_practised": "several"},
            "50 = 1 × 50 (15 of 30 g/h)",
        ),
        (
            Race(),
            {"products": gels(15.0, 60.0), "fuel_practised": "several"},
            "25–50 = 1 × 25–50 (15 of 30 or 60 g/h); needed only if the race takes over 75 minutes",
        ),
        (
            Race(),
            {"products": gels(30.0, 30.0), "fuel_practised": "several"},
            "100 = 1 × 100 (60 g/h); needed only if the race takes over 75 minutes",
        ),
        (
            MARATHON,
            {"products": gels(30.0, 20.0), "fuel_practised": "several"},
            "100 = 1 × 100 (90 g/h)",
        ),
        (
            MARATHON,
            {"products": gels(60.0, 30.0), "fuel_practised": "several"},
            "80 = 1 × 80 (120 g/h, more than shown to help)",
        ),
        (
            MARATHON,
            {"products": (), "fuel_practised": "several"},
            "0 = 1 × 0 (no fuel planned)",
        ),
        (
            MARATHON,
            {"products": gels(25.0, 25.0)},
            "50–100 = 1 × 100 (60 g/h), low end at most 50: tried on long runs: not answered",
        ),
        (
            MARATHON,
            {"products": gels(25.0, 25.0), "fuel_practised": "no"},
            "50 = 1 × 100 (60 g/h), at most 50: never tried on a long run",
        ),
        (
            MARATHON,
            {"products": gels(25.0, 25.0), "fuel_practised": "once"},
            "80 = 1 × 100 (60 g/h), at most 80: tried on one long run",
        ),
    ],
)
def test_the_sum_of_race_fuel(race: Race, answers: dict[str, Any], arithmetic: str) -> None:
    assert line(race, **answers) == arithmetic


def test_fuel_an_hour_is_portion_over_interval() -> None:
    assert grams_per_hour(Race(), gels(20.0, 40.0)) == 30
    assert grams_per_hour(Race(), gels(20.0)) is None
    assert grams_per_hour(Race(), gels(0.0)) == 0
    assert grams_per_hour(Race(), ()) == 0


@pytest.mark.parametrize(
    ("race", "answers", "days", "action", "lead", "low"),
    [
        (
            MARATHON,
            {"products": gels(25.0, 45.0), "fuel_practised": "no"},
            12,
            "Try 60 g/h on the next two long runs: 25 g every 25 min",
            12,
            100,
        ),
        (
            MARATHON,
            {"products": gels(25.0, 45.0), "fuel_practised": "no"},
            11,
            "Try 60 g/h on the next long run: 25 g every 25 min",
            5,
            80,
        ),
        (
            MARATHON,
            {"products": gels(40.0, 40.0), "fuel_practised": "once"},
            6,
            "Try 60 g/h on the next long run: 40 g every 40 min",
            5,
            100,
        ),
        (
            HALF,
            {"products": gels(20.0, 60.0), "fuel_practised": "several"},
            6,
            "Try 30 g/h on the next long run: 20 g every 40 min",
            5,
            100,
        ),
        (
            MARATHON,
            {"products": gels(5.0, 60.0), "fuel_practised": "several"},
            6,
            "Try 30 g/h on the next long run: 5 g every 10 min",
            5,
            50,
        ),
        (
            MARATHON,
            {"products": gels(60.0, 30.0), "fuel_practised": "several"},
            6,
            "Try 90 g/h on the next long run: 60 g every 40 min, glucose with fructose",
            5,
            100,
        ),
        (
            MARATHON,
            {"products": ()},
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
    assert advice(MARATHON, products=gels(25.0, 25.0)) == []


GEL = Product(name="gel", carbohydrate=25.0, every=30.0)
COLA = Product(name="cola", carbohydrate=20.0, km=35.0)
SALT = Product(name="salt", carbohydrate=0.0, sodium=250.0, every=60.0)


@pytest.mark.parametrize(
    ("products", "hourly"),
    [
        ((GEL, GEL), 100.0),
        ((GEL, SALT), 50.0),
        ((GEL, COLA), 55.0),
        ((replace(GEL, count=4),), 25.0),
        ((replace(GEL, count=40),), 50.0),
        ((replace(GEL, every=None, count=4),), 25.0),
        ((replace(COLA, count=2),), 10.0),
        ((GEL, Product(name="drink")), None),
        ((Product(carbohydrate=25.0),), None),
    ],
)
def test_grams_of_several_products_add_up(
    products: tuple[Product, ...], hourly: float | None
) -> None:
    assert grams_per_hour(MARATHON, products) == hourly


def test_a_few_of_something_need_the_length_of_the_race() -> None:
    assert grams_per_hour(Race(), (replace(GEL, count=4),)) is None
    assert grams_per_hour(Race(), (GEL, COLA)) is None
    assert grams_per_hour(Race(), (GEL, SALT)) == 50


@pytest.mark.parametrize(
    ("products", "action", "after"),
    [
        (
            (GEL, COLA),
            "Try 61 g/h on the next long run: gel 25 g every 27 min, cola 20 g at 35 km, glucose with fructose",
            60,
        ),
        ((SALT,), "Try 60 g/h on the next long run: 25 g every 25 min", 60),
        (
            (GEL, replace(GEL, name="drink", every=15.0)),
            "Try 88 g/h on the next long run: 25 g every 17 min, glucose with fructose",
            88,
        ),
        (
            (replace(GEL, every=None, count=4),),
            "Try 60 g/h on the next long run: 25 g every 25 min",
            60,
        ),
    ],
)
def test_of_several_products_one_is_spaced_anew(
    products: tuple[Product, ...], action: str, after: float
) -> None:
    (each,) = advice(MARATHON, 12, products=products, fuel_practised="once")
    assert localise(each.action, SI) == action
    found = grams_per_hour(MARATHON, each.changes["nutrition"]["products"])
    assert found == pytest.approx(after, abs=3)


@given(st.lists(sheets(Product), max_size=4).map(tuple), st.sampled_from(["no", "once", "several"]))
def test_whatever_is_planned_the_lever_leads_to_an_amount_that_counts_in_full(
    products: tuple[Product, ...], practised: str
) -> None:
    for each in advice(MARATHON, 30, products=products, fuel_practised=practised):
        after = grams_per_hour(MARATHON, each.changes["nutrition"].get("products", products))
        assert after is not None
        assert 60 <= round(after, 6) <= 90


def test_what_is_spread_evenly_ends_half_an_hour_before_the_finish() -> None:
    assert minutes_of(replace(GEL, every=None, count=3), 4 * 3600) == (70.0, 140.0, 210.0)
    assert minutes_of(replace(GEL, count=2), 4 * 3600) == (30.0, 60.0)
    assert minutes_of(replace(GEL, every=None, count=3), 1500) == ()
    assert minutes_of(COLA, 4 * 3600) == ()
