"""Fuel on race day: portions by the clock, where they are taken, and what they add up to."""

from collections.abc import Iterator

from msgspec import Struct

from mile18.plan.day.pacing import Aim
from mile18.plan.day.timeline import Timeline
from mile18.plan.day.walks import Walks
from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Unanswered
from mile18.sanitise import plain_part
from mile18.science.carbohydrate import LAST_PORTION_MINUTES, during_band
from mile18.topics.nutrition.carried import (
    count_of,
    grams_per_hour,
    minutes_of,
)
from mile18.topics.nutrition.fuel import (
    ENOUGH_LONG,
    MOST_GLUCOSE,
    MOST_SHOWN,
    NEEDED_FROM,
    TWO_SUGARS,
)
from mile18.topics.nutrition.products import Product
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, longer_than
from mile18.units import number

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
        yield Said("Tried on one long run. Once more would tell you more.", ("carb-gut-training",))
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


class Portion(Struct, frozen=True, kw_only=True):
    """One portion: its number from 1, minutes after the start, the km reached then, and of what.

    `station_km` is where the nearest aid station stands, None if none is known or it comes from the
    runner's own bag.
    """

    number: int
    minute: float
    km: float
    product: Product
    station_km: float | None

    @property
    def name(self) -> str:
        """What it is of, on one line; empty if it has no name."""
        return plain_part(self.product.name)

    @property
    def grams(self) -> float:
        """The carbohydrate in it."""
        return self.product.carbohydrate or 0.0


class Fuel(Struct, frozen=True, kw_only=True):
    """The fuel plan: what is taken, g/h, the portions, and what they add up to.

    `grams` is what the portions hold; `band` is the usual g/h for a race of this length, None
    while the length leaves it open; `needed` says whether the race is long enough for fuel.
    """

    products: tuple[Product, ...]
    hourly: float | None
    band: Band | None
    needed: bool | None
    portions: tuple[Portion, ...]
    grams: float | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]

    @property
    def fed(self) -> tuple[Portion, ...]:
        """The portions that hold carbohydrate."""
        return tuple(each for each in self.portions if each.grams)

    @property
    def mixed(self) -> bool:
        """Whether it takes a name to tell what a portion is of."""
        return len({each.name for each in self.portions}) > 1


def fuel(
    span: tuple[float, float] | None,
    race: Race,
    nutrition: Nutrition,
    aim: Aim,
    line: Timeline | None,
    portions: tuple[Portion, ...],
    also: tuple[Said, ...],
    unanswered: Unanswered,
) -> Fuel:
    """The portions for the goal, in a race that takes from and to so many seconds.

    `also` is what health and caffeine add.

    Source: carb-in-race-dose, carb-under-75, carb-gut-training; where a last portion still counts
    is the judgement of `science.carbohydrate.doses`.
    """
    products = nutrition.products or ()
    planned, hourly = aim.target, grams_per_hour(race, nutrition.products)
    needed, band = longer_than(span, NEEDED_FROM), _band(span)
    notes = (
        *amount_words(hourly, band, needed, planned.seconds if planned else None),
        *practised(nutrition.fuel_practised, hourly),
        *(_at_the_end(line, products) if line else ()),
        *(_sodium(portions, planned.seconds) if planned else ()),
        *_caffeine(race, nutrition, portions),
        *also,
    )
    return Fuel(
        products=products,
        hourly=hourly,
        band=band,
        needed=needed,
        portions=portions,
        grams=sum(each.grams for each in portions) if planned and hourly is not None else None,
        notes=notes,
        lacks=()
        if needed is False and hourly is None
        else _lacks(aim, nutrition, hourly, needed, unanswered),
    )


def _band(span: tuple[float, float] | None) -> Band | None:
    bands = {during_band(seconds) for seconds in {*(span or ())}}
    return bands.pop() if len(bands) == 1 else None


def portions_of(
    nutrition: Nutrition, line: Timeline | None, stations: tuple[float, ...], walks: Walks | None
) -> tuple[Portion, ...]:
    """Every portion of every product in the order of the race; `stations` are their km in order.

    With walk breaks each falls into the walk nearest to its time, if that is not too late for it.
    """
    products = nutrition.products or ()
    if line is None:
        return ()
    due = sorted(
        (_walking(minute, walks, line), at)
        for at, each in enumerate(products)
        if each.carbohydrate or each.sodium or each.caffeine
        for minute in _minutes(each, line)
    )
    found = []
    for count, (minute, at) in enumerate(due, start=1):
        km = line.km_at(60 * minute)
        near = None if products[at].source == "own" else _nearest(km, stations)
        found.append(
            Portion(
                number=count,
                minute=minute,
                km=km,
                product=products[at],
                station_km=near,
            )
        )
    return tuple(found)


def _walking(minute: float, walks: Walks | None, line: Timeline) -> float:
    walked = walks.nearest(60 * minute) / 60 if walks else minute
    return walked if walked <= line.finish / 60 - LAST_PORTION_MINUTES else minute


def _minutes(product: Product, line: Timeline) -> tuple[float, ...]:
    if product.km is None:
        return minutes_of(product, line.finish)
    minute = line.seconds_at(product.km) / 60
    is_late = product.km > line.km or minute > line.finish / 60 - LAST_PORTION_MINUTES
    return () if is_late else (minute,) * count_of(product, line.finish)


def _at_the_end(line: Timeline, products: tuple[Product, ...]) -> Iterator[Said]:
    for each in products:
        if each.km is None or _minutes(each, line):
            continue
        what = plain_part(each.name) or "A product"
        place = f"{what} at {{km:{number(each.km)}}}"
        if each.km > line.km:
            yield Said(f"{place} lies beyond the finish: check it.")
        else:
            yield Said(
                f"{place} is left out: in the last {LAST_PORTION_MINUTES} minutes little of it "
                "would still arrive. A judgement."
            )


def _nearest(km: float, stations: tuple[float, ...]) -> float | None:
    return min(stations, key=lambda each: abs(each - km), default=None)


def _sodium(portions: tuple[Portion, ...], seconds: int) -> Iterator[Said]:
    total = sum(each.product.sodium or 0.0 for each in portions)
    if total:
        yield Said(
            f"Sodium in all of it: {number(total, 0)} mg, {number(3600 * total / seconds, 0)} mg an "
            "hour. That is no advice: no trial shows that salt prevents cramps.",
            ("fluid-sodium-tablets-rct", "fluid-sodium-mgh"),
        )


def caffeine_in(portions: tuple[Portion, ...]) -> float:
    """The mg of caffeine that all portions hold."""
    return sum(each.product.caffeine or 0.0 for each in portions)


def _caffeine(race: Race, nutrition: Nutrition, portions: tuple[Portion, ...]) -> Iterator[Said]:
    total, planned = caffeine_in(portions), nutrition.race_caffeine_mg
    if not total:
        return
    per_kg = f", {number(total / race.body_mass, 1)} mg per kg" if race.body_mass else ""
    more = ""
    if planned is not None and total > planned:
        more = f" That is more than the {number(planned, 0)} mg you plan."
    yield Said(f"Caffeine in all of it: {number(total, 0)} mg{per_kg}.{more}", ("caffeine-dose",))


_NO_RATE = "No grams an hour yet."


def _lacks(
    aim: Aim,
    nutrition: Nutrition,
    hourly: float | None,
    needed: bool | None,
    unanswered: Unanswered,
) -> tuple[Lack, ...]:
    found: tuple[Lack, ...] = ()
    if nutrition.products is None:
        found = lack(unanswered, _NO_RATE, "nutrition.products")
    elif hourly is None:
        found = (Lack(f"{_NO_RATE} Say grams and minutes.", ("nutrition.products",)),)
    if hourly != 0:
        found += aim.lacks("No times, distances or total for the portions.")
        if hourly is not None and needed is not False:
            what = "Practised on long runs: not answered."
            found += lack(unanswered, what, "nutrition.fuel_practised")
    return found
