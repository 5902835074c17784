"""Carbohydrate on race day: portions by the clock and where they are taken."""

from collections.abc import Iterable, Iterator
from datetime import time

from msgspec import Struct

from mile18.plan.day.pacing import Aim
from mile18.plan.day.timeline import Timeline
from mile18.plan.day.words import Lack, Said, count_word, lack
from mile18.profile import Unanswered
from mile18.sanitise import plain
from mile18.science.carbohydrate import doses, during_band
from mile18.topics.nutrition.fuel import (
    ENOUGH_LONG,
    MOST_GLUCOSE,
    MOST_SHOWN,
    NEEDED_FROM,
    TWO_SUGARS,
    grams_per_hour,
)
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, longer_than
from mile18.units import clock, number

# From 2 to 3 hours the sources' bands overlap, so that both are in use.
_BOTH_BANDS = (2 * 3600, 3 * 3600)
_DOSE = ("carb-in-race-dose", "carb-not-body-mass")


def amount_words(
    hourly: float | None,
    band: tuple[float, float] | None,
    needed: bool | None,
    seconds: int | None,
) -> Iterator[Said]:
    """The g/h planned against the band for the race's length, as far as both are known."""
    if needed is False:
        text = "The race takes 75 min or less; about an hour or less needs no fuel on the way."
        yield Said(text, ("carb-under-75",))
    if hourly is not None and hourly > MOST_SHOWN:
        yield Said(
            f"{number(hourly, 0)} g an hour is more than has been shown to help: check portion and "
            "interval.",
            ("carb-dose-response", "carb-in-race-dose"),
            loud=True,
        )
    elif hourly is not None and band is not None and needed is not False:
        yield Said(_against(hourly, band), _DOSE)
    both = seconds is not None and _BOTH_BANDS[0] <= seconds <= _BOTH_BANDS[1]
    if both:
        text = "Between 2 and 3 hours 30–60 and 60–90 g an hour are both in use."
        yield Said(text, ("carb-in-race-dose",))
    most = 0.0 if hourly is None or needed is False else max((hourly, *(band or ())))
    said_already = band is not None and band[0] == ENOUGH_LONG and hourly is not None
    if both or (most > MOST_GLUCOSE and not said_already):
        yield Said(
            f"Up to 90 g an hour beyond 2.5 h, above {MOST_GLUCOSE:g} only as {TWO_SUGARS}.",
            ("carb-in-race-dose",),
        )


def practised(tried: str | None, hourly: float | None) -> Iterator[Said]:
    """Whether the fuel plan was tried on long runs; empty if no fuel is planned."""
    if not hourly:
        return
    if tried == "no":
        yield Said(
            "Never tried on a long run: start with less than planned and see how it sits.",
            ("carb-gut-training",),
            loud=True,
        )
    elif tried == "once":
        yield Said("Tried on one long run; once more would tell you more.", ("carb-gut-training",))
    elif tried == "several":
        yield Said("Practised on several long runs.", ("carb-gut-training",))


def _against(hourly: float, band: tuple[float, float]) -> str:
    low, high = band
    shown = number(hourly, 0)
    advised = f"the {low:g}–{high:g} g an hour of guidance for this length"
    if low == ENOUGH_LONG:
        advised = (
            f"guidance for this length: {low:g} (a judgement) to {high:g} g an hour, above "
            f"{MOST_GLUCOSE:g} only as {TWO_SUGARS}"
        )
    if hourly == 0:
        return f"You plan no fuel, against {advised}."
    where = "below" if hourly < low else "above" if hourly > high else "within"
    return f"{shown} g an hour is {where} {advised}."


Band = tuple[float, float]


class Portion(Struct, frozen=True):
    """One portion: its number from 1, minutes after the start, and the km reached then.

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


def fuel(
    span: tuple[float, float] | None,
    nutrition: Nutrition,
    aim: Aim,
    line: Timeline | None,
    stations: tuple[float, ...],
    also: tuple[Said, ...],
    unanswered: Unanswered,
) -> Fuel:
    """The portions for the goal, in a race that takes from and to so many seconds.

    `stations` are the km of the aid stations in order, `also` what health and caffeine add.

    Source: carb-in-race-dose, carb-under-75, carb-gut-training; where a last portion still counts
    is the judgement of `science.carbohydrate.doses`.
    """
    planned, hourly = aim.target, grams_per_hour(nutrition)
    needed, band = longer_than(span, NEEDED_FROM), _band(span)
    portion, every = nutrition.fuel_portion_g, nutrition.fuel_every_min
    portions = _portions(line, portion, every, stations)
    reckoned = planned is not None and hourly is not None
    notes = (
        *amount_words(hourly, band, needed, planned.seconds if planned else None),
        *practised(nutrition.fuel_practised, hourly),
        *also,
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
        hourly_grams=hourly * planned.seconds / 3600 if planned and hourly is not None else None,
        notes=notes,
        lacks=() if needed is False and hourly is None else _lacks(aim, hourly, needed, unanswered),
    )


def _band(span: tuple[float, float] | None) -> Band | None:
    bands = {during_band(seconds) for seconds in {*(span or ())}}
    return bands.pop() if len(bands) == 1 else None


def _portions(
    line: Timeline | None, grams: float | None, every: float | None, stations: tuple[float, ...]
) -> tuple[Portion, ...]:
    if line is None or not grams or every is None:
        return ()
    minutes = doses(line.finish, grams, every).minutes
    found = []
    for at, minute in enumerate(minutes, start=1):
        km = line.km_at(60 * minute)
        found.append(Portion(at, minute, km, _nearest(km, stations)))
    return tuple(found)


def _nearest(km: float, stations: tuple[float, ...]) -> float | None:
    return min(stations, key=lambda each: abs(each - km), default=None)


def _lacks(
    aim: Aim, hourly: float | None, needed: bool | None, unanswered: Unanswered
) -> tuple[Lack, ...]:
    questions = ("nutrition.fuel_portion_g", "nutrition.fuel_every_min")
    found = lack(unanswered, "No grams an hour yet.", *questions) if hourly is None else ()
    if hourly != 0:
        found += aim.lacks("No times, distances or total for the portions.")
        if hourly is not None and needed is not False:
            what = "Whether you practised this is open."
            found += lack(unanswered, what, "nutrition.fuel_practised")
    return found


# A portion this close to a station can wait for it, or be had a little early: a judgement.
NEAR_KM = 2.0


class Station(Struct, frozen=True):
    """One aid station: its km, what it offers, seconds since the start, portions due near.

    `closes` is the time of day of its cut-off, `margin` the seconds that are left to it then, None
    without a start or a cut-off.
    """

    km: float
    offers: str
    seconds: int | None
    portions: tuple[int, ...]
    closes: time | None = None
    margin: int | None = None


class Stations(Struct, frozen=True, kw_only=True):
    """The aid stations on the course, in order."""

    all: tuple[Station, ...]
    cut_offs: tuple[Station, ...]
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def station_kms(race: Race) -> tuple[float, ...]:
    """Where the aid stations stand in km, in order, each once; none beyond the finish."""
    return _on_the_way(race, (each.km for each in race.aid_stations or ()))


def _on_the_way(race: Race, kms: Iterable[float | None]) -> tuple[float, ...]:
    given = {km for km in kms if km is not None}
    return tuple(sorted(km for km in given if race.distance is None or km <= race.distance))


def stations(
    race: Race,
    kms: tuple[float, ...],
    line: Timeline | None,
    portions: tuple[Portion, ...],
    unanswered: Unanswered,
) -> Stations:
    """The aid stations with what is due at each; two at one place count as one."""
    found = tuple(_station(race, km, line, portions) for km in kms)
    shut = _on_the_way(race, (each.km for each in race.cut_offs or () if each.closes))
    cut_offs = tuple(_station(race, km, line, ()) for km in shut)
    return Stations(
        all=found,
        cut_offs=cut_offs,
        notes=(*_late(cut_offs), *_notes(race, kms), *_between(found, portions)),
        lacks=tuple(_station_lacks(kms, line, unanswered)),
    )


def _station(
    race: Race, km: float, line: Timeline | None, portions: tuple[Portion, ...]
) -> Station:
    offers = [plain(each.offers) for each in race.aid_stations or () if each.km == km]
    shut = (each.closes for each in race.cut_offs or () if each.km == km)
    closes = next(filter(None, shut), None)
    due = [
        each.number for each in portions if each.station_km == km and abs(each.km - km) <= NEAR_KM
    ]
    seconds = line.elapsed_at(km) if line else None
    told = ", ".join(dict.fromkeys(filter(None, offers)))
    margin = line.margin(km, closes) if line and closes else None
    return Station(km, told, seconds, tuple(due), closes, margin)


def _late(found: tuple[Station, ...]) -> Iterator[Said]:
    for each in found:
        if each.margin is not None and each.margin < 0:
            yield Said(
                f"At goal pace you reach {{km:{number(each.km, 1)}}} {clock(-each.margin)} after it "
                "closes. Choose a faster goal, or ask the organiser.",
                loud=True,
            )


def _notes(race: Race, kms: tuple[float, ...]) -> list[Said]:
    said = []
    logged = race.aid_stations or ()
    if any(each.km is None for each in logged):
        said.append(Said("An aid station without a distance is left out: say where it stands."))
    far = [each.km for each in logged if each.km is not None and each.km not in kms]
    if far:
        text = f"An aid station at {{km:{number(max(far), 1)}}} lies beyond the finish: check it."
        said.append(Said(text))
    if kms:
        said.append(
            Said(
                "Drink to thirst where you are thirsty; a cup at every station is not the aim.",
                ("fluid-eah-prevent",),
            )
        )
    return said


def _between(found: tuple[Station, ...], portions: tuple[Portion, ...]) -> list[Said]:
    due = {number for each in found for number in each.portions}
    carried = sum(each.number not in due for each in portions)
    if not found or not carried:
        return []
    if carried == 1:
        return [Said("One portion falls between the stations: carry it.")]
    return [Said(f"{count_word(carried).capitalize()} portions fall between stations: carry them.")]


def _station_lacks(
    kms: tuple[float, ...], line: Timeline | None, unanswered: Unanswered
) -> list[Lack]:
    what = "No aid stations noted, so nothing is tied to them."
    found = [*lack(unanswered, what, "race.aid_stations")]
    if kms and line is None:
        what = "No times at the stations without distance and goal."
        found += lack(unanswered, what, "race.distance", "race.goal_time")
    return found
