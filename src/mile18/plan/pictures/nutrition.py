"""Loading, carbohydrate an hour and drink an hour, each against its band; no band that is withheld."""

from collections.abc import Iterator

from mile18.plan.pictures.lines import LIMIT, OWN, Line, Picture
from mile18.profile import Profile
from mile18.science.carbohydrate import LOADING_G_PER_KG, LOADING_LEAST_G_PER_KG, during_band
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H
from mile18.topics.health.restraints import restraints
from mile18.topics.nutrition.carried import grams_per_hour
from mile18.topics.nutrition.fluids import measured_sweat
from mile18.units import Units, amount, number

KEY = f"{OWN} yours  ━ your race's band  {LIMIT} your sweat"


def nutrition_picture(profile: Profile, units: Units) -> Picture:
    """A scale for each amount that there is; where amounts are withheld there is no band for them."""
    return Picture(lines=tuple(_lines(profile, units)), key=KEY)


def _lines(profile: Profile, units: Units) -> Iterator[Line]:
    race, nutrition = profile.race, profile.nutrition
    hidden = restraints(profile.health, race)
    if nutrition.loading_g_per_kg is not None and "loading" not in hidden:
        grams = nutrition.loading_g_per_kg
        yield Line(
            questions=("nutrition.loading_g_per_kg", "nutrition.loading_days"),
            label="Loading",
            told=f"{number(grams, 1)} g/kg a day",
            span=(0.0, max(15.0, grams)),
            band=(LOADING_LEAST_G_PER_KG, LOADING_G_PER_KG[1]),
            marks=((grams, OWN),),
        )
    hourly = grams_per_hour(race, nutrition.products)
    if hourly is not None and race.goal_time:
        yield Line(
            questions=("nutrition.products", "nutrition.fuel_practised"),
            label="Carbohydrate",
            told=f"{number(hourly, 0)} g/h",
            span=(0.0, max(120.0, hourly)),
            band=during_band(race.goal_time),
            marks=((hourly, OWN),),
        )
    drink = nutrition.drink_per_hour
    if drink is not None and "drinking" not in hidden:
        sweat = None if "two per cent" in hidden else measured_sweat(nutrition)
        most = min(sweat, OVERDRINK_RED_LINE_L_H) if sweat else None
        yield Line(
            questions=("nutrition.drink_per_hour", "nutrition.drink_plan", "nutrition.sweat_test"),
            label="Drink",
            told=amount(drink, "L/h", units, 2),
            span=(0.0, max(OVERDRINK_RED_LINE_L_H, drink, sweat or 0.0)),
            marks=((drink, OWN), *(((most, LIMIT),) if most else ())),
        )
