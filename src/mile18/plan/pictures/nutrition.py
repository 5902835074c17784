"""Loading, carbohydrate and drink an hour, each against its band, and the portions along the race."""

from collections.abc import Iterator

from mile18.plan.day.day import Intake
from mile18.plan.day.fluids import Fluids
from mile18.plan.day.fuel import Fuel
from mile18.plan.pictures.lines import LIMIT, OWN, Line, Picture
from mile18.science.carbohydrate import LOADING_G_PER_KG, LOADING_LEAST_G_PER_KG
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H
from mile18.topics.nutrition.questions import Nutrition
from mile18.units import Units, amount, number

PORTION = "•"
KEY = f"{OWN} yours  ━ guidance  {LIMIT} most drink  {PORTION} portion"
PRACTISED = {"no": ", never tried", "once": ", tried once", "several": ", tried"}


def nutrition_picture(day: Intake, units: Units) -> Picture:
    """A scale for each amount that there is, held against what race day says of it.

    Where race day withholds amounts they have no scale.
    """
    nutrition = day.profile.nutrition
    lines = (
        *_loading(nutrition, hidden="loading" in day.withheld),
        *_fuel(day.fuel, nutrition),
        *_portions(day.fuel, day.profile.race.distance),
        *_drink(day.fluids, units),
    )
    return Picture(lines=lines, key=KEY)


def _loading(nutrition: Nutrition, *, hidden: bool) -> Iterator[Line]:
    grams = nutrition.loading_g_per_kg
    if grams is not None and not hidden:
        yield Line(
            questions=("nutrition.loading_g_per_kg", "nutrition.loading_days"),
            label="Loading",
            told=f"{number(grams, 1)} g/kg a day",
            span=(0.0, max(15.0, grams)),
            band=(LOADING_LEAST_G_PER_KG, LOADING_G_PER_KG[1]),
            marks=((grams, OWN),),
        )


def _fuel(fuel: Fuel, nutrition: Nutrition) -> Iterator[Line]:
    if fuel.hourly is not None and fuel.band is not None:
        yield Line(
            questions=("nutrition.products", "nutrition.fuel_practised"),
            label="Carbohydrate",
            told=f"{number(fuel.hourly, 0)} g/h{PRACTISED.get(nutrition.fuel_practised or '', '')}",
            span=(0.0, max(120.0, fuel.hourly)),
            band=fuel.band,
            marks=((fuel.hourly, OWN),),
        )


def _portions(fuel: Fuel, km: float | None) -> Iterator[Line]:
    if fuel.portions and km is not None:
        yield Line(
            questions=("nutrition.products",),
            label="Portions",
            told=f"{len(fuel.portions)} on the way",
            span=(0.0, km),
            marks=tuple((each.km, PORTION) for each in fuel.portions),
        )


def _drink(fluids: Fluids, units: Units) -> Iterator[Line]:
    drink, least, most = fluids.drink, fluids.least, fluids.most
    if drink is not None and not fluids.withheld:
        yield Line(
            questions=("nutrition.drink_per_hour", "nutrition.drink_plan", "nutrition.sweat_test"),
            label="Drink",
            told=amount(drink, "L/h", units, 2),
            span=(0.0, max(OVERDRINK_RED_LINE_L_H, drink, fluids.sweat or 0.0)),
            band=(least, most) if least and most and least < most else None,
            marks=((drink, OWN), *(((most, LIMIT),) if most else ())),
        )
