"""Fuel: portions by time and by distance, the total, and the amount against the race's length."""

from msgspec import Struct

from mile18.plan.race_day_fuel_words import amount_words, caffeine, practised
from mile18.plan.race_day_goal import Target, no_target, target
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.carbohydrate import doses, during_band
from mile18.topics.nutrition.fuel import NEEDED_FROM, grams_per_hour
from mile18.topics.race.questions import duration_span, lasts_longer_than

Band = tuple[float, float]


class Portion(Struct, frozen=True):
    """One portion: its number from 1, minutes after the start, and km at goal pace.

    `station_km` is where the nearest aid station stands, None if none is known.
    """

    number: int
    minute: float
    km: float
    station_km: float | None


class Fuel(Struct, frozen=True, kw_only=True):
    """The fuel plan: grams a portion, minutes between them, g/h, and what they add up to.

    `grams` is what the portions hold, `hourly_grams` what the rate would give up to the finish;
    `band` is the usual g/h for a race of this length, None while the length leaves it open;
    `needed` says whether the race is long enough for fuel.
    """

    product: str
    portion_g: float | None
    every_min: float | None
    hourly: float | None
    band: Band | None
    needed: bool | None
    portions: tuple[Portion, ...]
    grams: float | None
    hourly_grams: float | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def fuel(profile: Profile, stations: tuple[float, ...]) -> Fuel:
    """The portions for the goal, with the km of the aid stations in order.

    Source: carb-in-race-dose, carb-under-75, carb-gut-training; where a last portion still counts
    is the judgement of `science.carbohydrate.doses`.
    """
    race, nutrition = profile.race, profile.nutrition
    aim, hourly = target(race), grams_per_hour(nutrition)
    needed, band = lasts_longer_than(race, NEEDED_FROM), _band(profile)
    portion, every = nutrition.fuel_portion_g, nutrition.fuel_every_min
    portions = _portions(aim, portion, every, stations)
    reckoned = aim is not None and hourly is not None
    notes = (
        *amount_words(hourly, band, needed, aim.seconds if aim else None),
        *practised(nutrition.fuel_practised, hourly),
        *caffeine(profile),
    )
    return Fuel(
        product=nutrition.fuel_product or "",
        portion_g=portion,
        every_min=every,
        hourly=hourly,
        band=band,
        needed=needed,
        portions=portions,
        grams=len(portions) * (portion or 0.0) if reckoned else None,
        hourly_grams=hourly * aim.seconds / 3600 if aim and hourly is not None else None,
        notes=notes,
        lacks=() if needed is False and hourly is None else _lacks(profile, hourly, needed),
    )


def _band(profile: Profile) -> Band | None:
    span = duration_span(profile.race)
    if span is None:
        return None
    shortest, longest = during_band(span[0]), during_band(span[1])
    return shortest if shortest == longest else None


def _portions(
    aim: Target | None, grams: float | None, every: float | None, stations: tuple[float, ...]
) -> tuple[Portion, ...]:
    if aim is None or not grams or every is None:
        return ()
    minutes = doses(aim.seconds, grams, every).minutes
    found = []
    for at, minute in enumerate(minutes, start=1):
        km = 60 * minute / aim.pace
        found.append(Portion(at, minute, km, _nearest(km, stations)))
    return tuple(found)


def _nearest(km: float, stations: tuple[float, ...]) -> float | None:
    return min(stations, key=lambda each: abs(each - km), default=None)


def _lacks(profile: Profile, hourly: float | None, needed: bool | None) -> tuple[Lack, ...]:
    questions = ("nutrition.fuel_portion_g", "nutrition.fuel_every_min")
    found = lack(profile, "No grams an hour yet.", *questions) if hourly is None else ()
    if hourly != 0:
        found += no_target(profile, "No times, distances or total for the portions.")
        if hourly is not None and needed is not False:
            what = "Whether you practised this is open."
            found += lack(profile, what, "nutrition.fuel_practised")
    return found
