"""What is taken on the way, as runners write it: one line a product, several with a ; between."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import sheets

from mile18.entry import Setting, editable, parse, show
from mile18.profile import question_by_id
from mile18.reading import EntryError
from mile18.topics.nutrition.products import Product
from mile18.units import SI, Units

PRODUCTS = question_by_id("nutrition.products")
MILES = Units(distance="mi")
GEL: dict[str, Any] = {"name": "gel", "carbohydrate": 25.0, "every": 30.0}


def read(text: str, units: Units = SI) -> Any:
    return parse(PRODUCTS, text, Setting(units=units))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gel 25 g every 30 min", GEL),
        ("gel 25g 30min", GEL),
        ("gel: 25 g every 30 min", GEL),
        ("25 g gel every 30 minutes", GEL),
        ("gel, 25 g carbs, one every 30'", GEL),
        ("gel 25 g of carbohydrate every half hour", GEL),
        ("gel 25 g every 0,5 h", GEL),
        ("gel 25 g each half an hour", GEL),
        ("every 30 min gel 25 g", GEL),
        ("GEL 25 G EVERY 30 MIN", GEL | {"name": "GEL"}),
        ("gel 25 g every hour", GEL | {"every": 60.0}),
        ("Maurten 100 25 g every 30 min", GEL | {"name": "Maurten 100"}),
        ("2:1 drink: 25 g every 30 min", GEL | {"name": "2:1 drink"}),
        ("gel 25 g every 30 min, 6 in all", GEL | {"count": 6}),
        ("6x gel 25 g every 30 min", GEL | {"count": 6}),
        ("gel × 6, 25 g every 30 min", GEL | {"count": 6}),
        ("gel 25 g every 30 min from the station", GEL | {"source": "station"}),
        ("gel 25 g every 30 min, aid station", GEL | {"source": "station"}),
        ("gel 25 g every 30 min, own bag", GEL | {"source": "own"}),
        ("gel 25 g every 30 min, 200 mg sodium", GEL | {"sodium": 200.0}),
        ("gel 25 g every 30 min, 100 mg caffeine", GEL | {"caffeine": 100.0}),
        ("gel 25 g every 30 min 100mg of caffeine", GEL | {"caffeine": 100.0}),
        ("cola 20 g at 30 km", {"name": "cola", "carbohydrate": 20.0, "km": 30.0}),
        ("cola 20 g at km 30", {"name": "cola", "carbohydrate": 20.0, "km": 30.0}),
        (
            "salt tablet 0 g, 250 mg sodium, every 60 min",
            {"name": "salt tablet", "carbohydrate": 0.0, "sodium": 250.0, "every": 60.0},
        ),
        ("25 g every 30 min", {"carbohydrate": 25.0, "every": 30.0}),
        ("gel", {"name": "gel"}),
    ],
)
def test_one_product(text: str, said: dict[str, Any]) -> None:
    assert read(text) == (Product(**said),)


def test_several_stand_between_semicolons_and_none_is_none() -> None:
    drink = Product(name="drink mix", carbohydrate=20.0, every=20.0)
    assert read("gel 25 g every 30 min; drink mix 20 g every 20 min;") == (Product(**GEL), drink)
    assert read("none") == ()
    assert read("") is None
    assert show(PRODUCTS, ()) == "none"


def test_places_are_in_the_units_of_the_runner() -> None:
    (cola,) = read("cola 20 g at 18", MILES)
    assert cola.km == pytest.approx(18 * 1.609344)
    assert show(PRODUCTS, (cola,), MILES) == "cola: 20 g at 18 mi"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("gel: 25 grammes of joy", "“25 grammes of joy” is not understood"),
        ("gel 250 g every 30 min", "250 g is outside 0–150 g"),
        ("gel 25 g every 1 min", "1 min is outside 5–180 min"),
    ],
)
def test_what_is_not_understood_is_said(text: str, why: str) -> None:
    with pytest.raises(EntryError, match=why):
        read(text)


names = st.sampled_from([None, "gel", "Maurten 100", "Gel, 25 g carbohydrate, lemon", "cola ½"])


@given(st.lists(sheets(Product), min_size=1, max_size=3), st.data())
def test_whatever_is_shown_is_read_back(products: list[Product], data: st.DataObject) -> None:
    units = data.draw(st.sampled_from([SI, MILES]))
    said = tuple(
        Product(
            **{key: getattr(each, key) for key in Product.__struct_fields__ if key != "name"},
            name=data.draw(names),
        )
        for each in products
    )
    said = tuple(each for each in said if each.words(units) != (each.name or ""))
    if said:
        again = parse(PRODUCTS, editable(PRODUCTS, said, units), Setting(units=units))
        assert show(PRODUCTS, again, units) == show(PRODUCTS, said, units)
