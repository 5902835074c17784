"""Several things to take: each by its clock, its place and its bag, and what they add up to."""

from typing import Any

import pytest
from golden_race import TODAY, golden
from msgspec.structs import replace

from mile18.plan.card.card import card
from mile18.plan.card.pages import card_page
from mile18.plan.day.data import day_data
from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.pages import day_page
from mile18.plan.week.ahead import SPARE
from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.storage.codec import decode
from mile18.topics.nutrition.products import Product
from mile18.units import SI
from mile18.writers.text import text

GEL = Product(name="Gel", carbohydrate=25.0, every=30.0)
COLA = Product(name="Cola", carbohydrate=20.0, km=30.0, source="station")
SALT = Product(name="Salt", carbohydrate=0.0, sodium=250.0, every=60.0, source="own")
COFFEE = Product(name="Coffee gel", carbohydrate=25.0, caffeine=100.0, km=20.0)


def day(*products: Product, **nutrition: Any) -> RaceDay:
    return race_day(golden(nutrition={"products": products, **nutrition}), TODAY)


def told(made: RaceDay) -> str:
    return " ".join(text(day_page(made, SI, 80), 80).split())


def test_all_products_stand_in_the_order_of_the_race() -> None:
    made = day(GEL, COLA, SALT)
    names = [each.name for each in made.fuel.portions]
    assert names == ["Gel", "Gel", "Salt", "Gel", "Gel", "Salt", "Gel", "Cola", "Gel", "Salt"]
    assert [each.number for each in made.fuel.portions] == list(range(1, 11))
    minutes = [each.minute for each in made.fuel.portions]
    assert minutes == sorted(minutes)


def test_what_holds_carbohydrate_is_counted_and_named() -> None:
    made = day(GEL, COLA, SALT)
    assert made.fuel.grams == 6 * 25 + 20
    shown = told(made)
    assert "Gel: 25 g every 30 min; Cola: 20 g at 30 km; Salt: every 60 min, 55 g an hour" in shown
    assert "Seven portions hold 170 g" in shown
    assert "3 1:00:00" in shown


def test_sodium_is_a_fact_without_advice() -> None:
    shown = told(day(GEL, SALT))
    assert "Sodium in all of it: 750 mg, 200 mg an hour. That is no advice" in shown
    assert "Sodium" not in told(day(GEL))


@pytest.mark.parametrize(
    ("planned", "more"),
    [(None, ""), (200.0, ""), (50.0, "That is more than the 50 mg you plan.")],
)
def test_caffeine_is_held_against_what_is_planned(planned: float | None, more: str) -> None:
    shown = told(day(GEL, COFFEE, race_caffeine_mg=planned))
    assert f"Caffeine in all of it: 100 mg, 1.4 mg per kg. {more}".strip() in shown
    assert ("That is more than" in shown) is bool(more)


def test_caffeine_beyond_guidance_is_warned_of_wherever_it_is_from() -> None:
    strong = replace(COFFEE, km=None, every=30.0)
    assert "600 mg of caffeine is over the 6 mg per kg" in told(day(strong))
    week = race_week(golden(nutrition={"products": (strong,)}), TODAY)
    assert week is not None


def test_what_is_carried_is_not_due_at_a_station() -> None:
    own = day(replace(GEL, source="own"))
    assert all(not each.portions for each in own.stations.all)
    assert any(each.portions for each in day(GEL).stations.all)
    assert any(each.portions for each in day(replace(GEL, source="station")).stations.all)


def test_what_a_station_hands_out_is_not_packed() -> None:
    def packed(*products: Product) -> str:
        week = race_week(golden(nutrition={"products": products}), TODAY)
        return next(task.detail for task in week.tasks if task.id == "pack")

    assert f"7 portions of Gel: 6 to use, {SPARE} spare" in packed(GEL, COLA)
    assert "Cola" not in packed(GEL, COLA)
    assert f"4 portions of Salt: 3 to use, {SPARE} spare" in packed(GEL, SALT)


def test_a_product_without_a_name_is_known_by_what_it_holds() -> None:
    week = race_week(golden(nutrition={"products": (replace(GEL, name=""),)}), TODAY)
    packed = next(task.detail for task in week.tasks if task.id == "pack")
    assert "portions of race fuel (25 g of carbohydrate each): " in packed
    assert "to use, 1 spare" in packed


@pytest.mark.parametrize(
    ("km", "said"),
    [
        (
            41.0,
            "Cola at 41 km is left out: in the last 30 minutes little of it would still arrive.",
        ),
        (50.0, "Cola at 50 km lies beyond the finish: check it."),
    ],
)
def test_nothing_comes_too_late(km: float, said: str) -> None:
    made = day(GEL, replace(COLA, km=km))
    assert said in told(made)
    assert {each.name for each in made.fuel.portions} == {"Gel"}


def test_the_card_names_what_each_portion_is_of_where_there_are_several() -> None:
    profile = golden(nutrition={"products": (GEL, COLA)})
    shown = " ".join(text(card_page(card(profile, TODAY, SI)), 80).split())
    assert "Gel: 25 g of carbohydrate every 30 min." in shown
    assert "Cola: 20 g of carbohydrate at 30 km." in shown
    assert "Together 55 g an hour." in shown
    assert "7 portions, 170 g in all." in shown
    data = day_data("golden", race_day(profile, TODAY))
    assert [each["product"] for each in data["portions"]].count("Cola") == 1


OLD = """\
schema = {schema}
[race]
distance = 42.195
goal_time = "3:45:00"
[nutrition]
"""


@pytest.mark.parametrize(
    ("old", "products"),
    [
        (
            'fuel_product = "Gel"\nfuel_portion_g = 25\nfuel_every_min = 30.0',
            (Product(name="Gel", carbohydrate=25.0, every=30.0),),
        ),
        ('fuel_product = "Gel"', (Product(name="Gel"),)),
        ("fuel_portion_g = 0.0", ()),
        (
            'fuel_product = "Salt"\nfuel_portion_g = 0.0',
            (Product(name="Salt", carbohydrate=0.0),),
        ),
        ('fuel_practised = "once"', None),
    ],
)
def test_the_one_product_of_before_is_one_of_the_list(
    old: str, products: tuple[Product, ...] | None
) -> None:
    found = decode(OLD.format(schema=1) + old)
    assert found.profile.nutrition.products == products
    assert found.errors == ()
    assert found.upgrade
    # Of today's schema they are keys that mile18 does not know.
    newer = decode(OLD.format(schema=2) + old).profile
    assert newer.nutrition.products is None


def test_a_bad_value_of_before_is_named_where_it_stands() -> None:
    text_ = OLD.format(schema=1) + 'fuel_product = "Gel"\nfuel_portion_g = "many"\n'
    found = decode(text_)
    assert found.profile.nutrition.products == (Product(name="Gel"),)
    (bad,) = found.errors
    assert bad.sentence("x.toml").startswith('x.toml:7: nutrition.fuel_portion_g: "many" is text')


def test_nothing_planned_needs_no_list() -> None:
    shown = told(day())
    assert "No fuel planned" in shown or "no fuel planned" in shown
    profile: Profile = golden(nutrition={"products": ()})
    assert "Race fuel" not in next(
        task.detail for task in race_week(profile, TODAY).tasks if task.id == "pack"
    )
