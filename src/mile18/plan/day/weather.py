"""What the weather expected comes to: the heat load in shade and sun, its flags, what models make of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from mile18.science.heat import (
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
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Target

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


def _flag_span(coolest: Flag, hottest: Flag) -> str:
    return str(coolest) if coolest is hottest else f"{coolest} to {hottest}"


def finish_span(aim: Target | None, found: Load | None) -> tuple[int, int] | None:
    """The finish times as people say them that the models make of a time for a cool day.

    None where a model has no figure, and under a certain black flag, which is no day for a time.
    """
    if aim is None or found is None or found.percent is None or found.surely_black:
        return None
    seconds = aim.seconds
    return _at_ends(lambda percent: as_spoken(slowed(seconds, percent)), found.percent)
