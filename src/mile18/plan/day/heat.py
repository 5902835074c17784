"""The heat of race day: what is known of the air, its flag, its load, and what the plan makes of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from mile18.evidence.disclaimers import HEAT
from mile18.plan.day.pacing import Aim
from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Unanswered
from mile18.science.heat import (
    DAMPEST_FITTED,
    DRIEST_FITTED,
    Flag,
    dew_point,
    flag,
    hadley_joined,
    hadley_slowdown,
    heat_index,
    humidity_from_dew_point,
    wbgt_shade_and_sun,
    wbgt_slowdown,
)
from mile18.science.pace import as_spoken, slowed
from mile18.topics.heat.adaptation import Span
from mile18.topics.heat.humidity import flags_words
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Target
from mile18.units import number

T = TypeVar("T")

# Drier than this a forecast is a slip, and the dew point runs away.
DRIEST = 1.0


class Air(Struct, frozen=True):
    """Temperature in °C, humidity in %, and dew point in °C (None in bone-dry air)."""

    celsius: float
    humidity: float
    dew_point: float | None


def airs(celsius: float, humidity: float | None, dew: float | None) -> tuple[Air, ...]:
    """The air that a humidity in % and a dew point in °C each give at a temperature in °C.

    A dew point above the temperature counts as saturated air. Source: dewpoint-magnus.
    Raises ValueError for a temperature outside −40 to 60 °C or a humidity outside 0 to 100%.
    """
    found = []
    if humidity is not None:
        found.append(_by_humidity(celsius, humidity))
    if dew is not None:
        found.append(_by_dew_point(celsius, dew))
    return tuple(dict.fromkeys(found))


def _at(celsius: float, given: tuple[Air, ...]) -> tuple[Air, ...]:
    """What such air may be at another temperature: its dew point may stay, or its humidity."""
    found: list[Air] = []
    for each in given:
        if each.dew_point is not None:
            found.append(_by_dew_point(celsius, each.dew_point))
        found.append(_by_humidity(celsius, each.humidity))
    return tuple(dict.fromkeys(found))


def _by_humidity(celsius: float, humidity: float) -> Air:
    return Air(celsius, humidity, dew_point(celsius, humidity) if humidity >= DRIEST else None)


def _by_dew_point(celsius: float, dew: float) -> Air:
    dew = min(dew, celsius)
    return Air(celsius, min(100.0, humidity_from_dew_point(celsius, dew)), dew)


BLACK_ABOVE = 28.0
COACH, ELITE = "coach's table (Hadley)", "elite races (Mantzios)"


class Slowing(Struct, frozen=True, kw_only=True):
    """One model's lowest and highest slowing in %; None where it gives no figure.

    `joined` is the coach's table read on straight lines between its rows.
    """

    model: str
    percent: Span | None
    joined: Span | None = None
    evidence: tuple[str, ...]


class Load(Struct, frozen=True, kw_only=True):
    """An air temperature in °C with its spans, each from the lowest to the highest.

    `shade` and `sun` are WBGT in °C, each with its coolest and its hottest flag (flags-acsm);
    `wbgt` is what of them the course offers.
    """

    celsius: float
    airs: tuple[Air, ...]
    heat_index: Span
    shade: Span
    sun: Span
    wbgt: Span
    shade_flags: tuple[Flag, Flag]
    sun_flags: tuple[Flag, Flag]
    models: tuple[Slowing, ...]

    @property
    def dew_point(self) -> Span | None:
        """The lowest and highest dew point in °C."""
        found = [air.dew_point for air in self.airs if air.dew_point is not None]
        return (min(found), max(found)) if found else None

    def counted(self, sun: str | None) -> Span:
        """The WBGT in °C as readiness counts it: with some of both, the middle of shade and sun."""
        if sun != "mixed":
            return self.wbgt
        (shade, full), (shade_high, full_high) = zip(self.shade, self.sun, strict=True)
        return (shade + full) / 2, (shade_high + full_high) / 2

    @property
    def percent(self) -> Span | None:
        """The slowing in % over both models; None unless both give a figure."""
        spans = [each.percent for each in self.models if each.percent is not None]
        return _widest(spans) if len(spans) == 2 else None

    @property
    def black(self) -> bool:
        """Whether the black flag is possible."""
        return self.wbgt[1] > BLACK_ABOVE

    @property
    def surely_black(self) -> bool:
        """Whether even the coolest estimate is over the black flag."""
        return self.wbgt[0] > BLACK_ABOVE


def load(found: tuple[Air, ...], sun: str | None) -> Load | None:
    """The load of the air that may be met at one temperature; None if nothing is known of it.

    Source: dewpoint-magnus, heat-index-formula, wbgt-bom, wbgt-full, wbgt-stull, flags-acsm,
    heat-hadley-table, heat-mantzios, heat-pace-use.
    Raises ValueError for a temperature outside −20 to 50 °C or a humidity outside 0 to 100%.
    """
    if not found:
        return None
    celsius = found[0].celsius
    in_shade, in_sun = zip(
        *(wbgt_shade_and_sun(celsius, air.humidity) for air in found), strict=True
    )
    shade, full = _over(in_shade), _over(in_sun)
    # A course with some of both has the whole span, whatever its mean.
    wbgt = shade if sun == "shade" else full if sun == "sun" else (shade[0], full[1])
    return Load(
        celsius=celsius,
        airs=found,
        heat_index=_over([heat_index(celsius, air.humidity) for air in found]),
        shade=shade,
        sun=full,
        wbgt=wbgt,
        shade_flags=_at_ends(flag, shade),
        sun_flags=_at_ends(flag, full),
        models=(*_coach(found), _elite(wbgt)),
    )


class Weather(Struct, frozen=True):
    """The load of the warmest air expected, and that at any temperature that the air may have.

    The moisture was given for the air expected; without a temperature, for whatever air comes.
    """

    heat: Heat
    given: tuple[Air, ...]
    expected: Load | None

    def load(self, celsius: float | None) -> Load | None:
        """The load at a temperature in °C, None unless it and the moisture are known.

        Raises ValueError as `load`.
        """
        heat = self.heat
        if celsius is None:
            return None
        if heat.temperature is None:
            return load(airs(celsius, heat.humidity, heat.dew_point), heat.sun)
        if celsius == heat.temperature:
            return self.expected
        return load(_at(celsius, self.given), heat.sun)


def weather(heat: Heat) -> Weather:
    """The weather that is expected. Raises ValueError as `load`."""
    if heat.temperature is None:
        return Weather(heat, (), None)
    given = airs(heat.temperature, heat.humidity, heat.dew_point)
    return Weather(heat, given, load(given, heat.sun))


def _coach(found: tuple[Air, ...]) -> tuple[Slowing, ...]:
    known = [(air.celsius, air.dew_point) for air in found if air.dew_point is not None]
    if not known:
        return ()
    rows = [row for each in known if (row := hadley_slowdown(*each)) is not None]
    lines = [line for each in known if (line := hadley_joined(*each)) is not None]
    whole = len(rows) == len(known)
    return (
        Slowing(
            model=COACH,
            percent=_widest(rows) if whole else None,
            joined=_over(lines) if whole else None,
            evidence=("heat-hadley-table",),
        ),
    )


def _elite(wbgt: Span) -> Slowing:
    (least, _), (_, most) = _at_ends(wbgt_slowdown, wbgt)
    return Slowing(model=ELITE, percent=(least, most), evidence=("heat-mantzios", "heat-pace-use"))


def _over(values: Sequence[float]) -> Span:
    return min(values), max(values)


def _widest(spans: Sequence[Span]) -> Span:
    return min(low for low, _ in spans), max(high for _, high in spans)


def _at_ends(formula: Callable[[float], T], span: Span) -> tuple[T, T]:
    """What a formula makes of the two ends of a span."""
    low = formula(span[0])
    return low, low if span[0] == span[1] else formula(span[1])


SHADE, SUN = "shade", "full sun"


def flag_words(found: Load, sun: str | None) -> str:
    """The flags in words, from shade to sun: `yellow in shade, red in full sun`."""
    shade, full = _flag_span(*found.shade_flags), _flag_span(*found.sun_flags)
    if sun == "shade":
        return f"{shade} in {SHADE}"
    if sun == "sun":
        return f"{full} in {SUN}"
    if shade == full:
        return f"{shade} in {SHADE} and {SUN}"
    return f"{shade} in {SHADE}, {full} in {SUN}"


def black_flag(found: Load) -> tuple[Said, ...]:
    """What to say where the estimate passes the black flag; empty below it (flags-acsm)."""
    if not found.black:
        return ()
    where, then = "may pass", "Defer to another race, or run this one without a time goal."
    if found.surely_black:
        where, then = "passes", "Defer to another race."
    return (
        Said(
            f"The estimate {where} a heat load of {{°C:28}} WBGT, the black flag: organisers may "
            f"cancel. {then}",
            ("flags-acsm", "heat-plan-options"),
            loud=True,
        ),
    )


def beyond_fit(found: Load) -> tuple[Said, ...]:
    """Where a formula is used outside what it was made for, in words."""
    said = []
    if any(not DRIEST_FITTED <= air.humidity <= DAMPEST_FITTED for air in found.airs):
        said.append(
            Said(
                "The wet-bulb formula was fitted to 5–99% humidity. Values outside are taken at "
                "that edge. That moves WBGT by tenths of a degree.",
                ("wbgt-stull",),
            )
        )
    if found.dew_point is None:
        said.append(
            Said(
                "Under 1% humidity there is no dew point, so the coach's table is left out. Check "
                "the humidity.",
                ("dewpoint-magnus",),
            )
        )
    elif found.percent is None:
        said.append(
            Said(
                "Temperature plus dew point is over 180 °F: the coach's table has no figure there "
                "and advises against hard running.",
                ("heat-hadley-table",),
                loud=True,
            )
        )
    return tuple(said)


def _flag_span(coolest: Flag, hottest: Flag) -> str:
    return str(coolest) if coolest is hottest else f"{coolest} to {hottest}"


# Degrees of dew point: below this, humidity and dew point differ by the rounding of a forecast.
CONFLICT = 1.0


class HeatDay(Struct, frozen=True, kw_only=True):
    """The load of the weather expected, and the finish times in seconds that the models make of it."""

    load: Load | None
    flags: str
    finish: tuple[int, int] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def heat_day(
    weather: Weather,
    damp: Span | None,
    finish: tuple[int, int] | None,
    aim: Aim,
    unanswered: Unanswered,
) -> HeatDay:
    """What the weather expected means for the day; an estimate, which the organiser's flag outranks.

    `damp` is the WBGT in °C between dry and damp air, where nobody gave a humidity.

    Source: flags-acsm, heat-pace-use, heat-hadley-table, heat-mantzios, wbgt-station-error.
    """
    heat, found = weather.heat, weather.expected
    return HeatDay(
        load=found,
        flags=flag_words(found, heat.sun) if found else "",
        finish=finish,
        notes=(*_notes(heat, found, damp), Said(HEAT, ("flags-acsm", "redflag-heat-stroke"))),
        lacks=tuple(_lacks(weather, aim, unanswered)),
    )


def finish_span(aim: Target | None, found: Load | None) -> tuple[int, int] | None:
    """The finish times as people say them that the models make of a time for a cool day.

    None where a model has no figure, and under a certain black flag, which is no day for a time.
    """
    if aim is None or found is None or found.percent is None or found.surely_black:
        return None
    seconds = aim.seconds
    return _at_ends(lambda percent: as_spoken(slowed(seconds, percent)), found.percent)


def _notes(heat: Heat, found: Load | None, damp: Span | None) -> list[Said]:
    if found is None:
        return [] if damp is None else [_without_humidity(damp)]
    said = [*black_flag(found), *beyond_fit(found)]
    if heat.dew_point is not None and heat.dew_point > found.celsius:
        text = (
            "A dew point above the air temperature is not possible, so the air is taken as "
            "saturated."
        )
        said.append(Said(text, ("dewpoint-magnus",)))
    elif len(found.airs) > 1 and _differ(found):
        text = "Your humidity and your dew point do not agree, so the spans cover both."
        said.append(Said(text, ("dewpoint-magnus",)))
    if heat.sun == "mixed":
        middle = number(sum(found.counted(heat.sun)) / 2, 0)
        text = (
            f"With some sun and some shade, about {{°C:{middle}}} WBGT. Readiness uses this value."
        )
        said.append(Said(text, ("wbgt-full", "wbgt-bom")))
    if found.percent and found.percent[1] > 0:
        said.append(
            Said(
                "These times assume the cool-day time that your training supports. Slower "
                "runners, and those not used to heat, may lose more than either model says.",
                ("heat-pace-use", "heat-ely"),
            )
        )
    return said


def _without_humidity(damp: Span) -> Said:
    degrees = f"{{°C:{number(damp[0], 0)}–{number(damp[1], 0)}}}"
    return Said(
        f"Humidity is not answered. The heat load is about {degrees} WBGT from dry to damp air, "
        "so the flag may be "
        f"{flags_words(damp)}.",
        ("wbgt-bom", "flags-acsm"),
        loud=True,
    )


def _differ(found: Load) -> bool:
    dew = found.dew_point
    return dew is not None and dew[1] - dew[0] > CONFLICT


def _lacks(weather: Weather, aim: Aim, unanswered: Unanswered) -> list[Lack]:
    heat, found = weather.heat, weather.expected
    said = [*lack(unanswered, "No heat load without a temperature.", "heat.temperature")]
    if heat.humidity is None and heat.dew_point is None:
        what = "No dew point, heat load, flag or slowing without humidity or dew point."
        said += lack(unanswered, what, "heat.humidity", "heat.dew_point")
    if found is not None:
        said += lack(unanswered, "Sun or shade would narrow the span.", "heat.sun")
        if found.percent is not None:
            said += aim.lacks("No finish times in this heat.")
    return said
