"""What an air temperature asks of a runner: WBGT, flags, and slowing by two named models."""

from msgspec import Struct

from mile18.plan.race_day_air import Air, airs
from mile18.science.heat import (
    Flag,
    flag,
    hadley_joined,
    hadley_slowdown,
    heat_index,
    wbgt_slowdown,
)
from mile18.topics.heat.expected import Span, wbgt_spans

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

    `shade` and `sun` are WBGT in °C; `wbgt` is what of them the course offers.
    """

    celsius: float
    airs: tuple[Air, ...]
    heat_index: Span
    shade: Span
    sun: Span
    wbgt: Span
    models: tuple[Slowing, ...]

    @property
    def dew_point(self) -> Span | None:
        """The lowest and highest dew point in °C."""
        found = [air.dew_point for air in self.airs if air.dew_point is not None]
        return (min(found), max(found)) if found else None

    @property
    def flags(self) -> tuple[Flag, Flag]:
        """The coolest and the hottest race flag (flags-acsm)."""
        return flag(self.wbgt[0]), flag(self.wbgt[1])

    @property
    def percent(self) -> Span | None:
        """The slowing in % over both models; None unless both give a figure."""
        spans = [each.percent for each in self.models if each.percent is not None]
        return _over(spans) if len(spans) == 2 else None

    @property
    def black(self) -> bool:
        """Whether the black flag is possible."""
        return self.wbgt[1] > BLACK_ABOVE

    @property
    def surely_black(self) -> bool:
        """Whether even the coolest estimate is over the black flag."""
        return self.wbgt[0] > BLACK_ABOVE


def load(
    celsius: float,
    humidity: float | None,
    dew: float | None,
    sun: str | None,
    forecast: float | None = None,
) -> Load | None:
    """The load at an air temperature in °C, None unless humidity in % or dew point in °C is known.

    `forecast` is the temperature that the moisture was given for, if it is another one.
    Source: dewpoint-magnus, heat-index-formula, wbgt-bom, wbgt-full, wbgt-stull, flags-acsm,
    heat-hadley-table, heat-mantzios, heat-pace-use.
    Raises ValueError for a temperature outside −20 to 50 °C or a humidity outside 0 to 100 %.
    """
    found = airs(celsius, humidity, dew, forecast)
    if not found:
        return None
    shade, full = _wbgt(found, "shade"), _wbgt(found, "sun")
    # A course with some of both has the whole span, whatever its mean.
    wbgt = shade if sun == "shade" else full if sun == "sun" else (shade[0], full[1])
    index = [heat_index(celsius, air.humidity) for air in found]
    return Load(
        celsius=celsius,
        airs=found,
        heat_index=(min(index), max(index)),
        shade=shade,
        sun=full,
        wbgt=wbgt,
        models=(*_coach(found), _elite(wbgt)),
    )


def _wbgt(found: tuple[Air, ...], sun: str) -> Span:
    return _over([wbgt_spans(air.celsius, air.humidity, None, sun)[0] for air in found])


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
            percent=_over(rows) if whole else None,
            joined=(min(lines), max(lines)) if whole else None,
            evidence=("heat-hadley-table",),
        ),
    )


def _elite(wbgt: Span) -> Slowing:
    percent = wbgt_slowdown(wbgt[0])[0], wbgt_slowdown(wbgt[1])[1]
    return Slowing(model=ELITE, percent=percent, evidence=("heat-mantzios", "heat-pace-use"))


def _over(spans: list[Span]) -> Span:
    return min(low for low, _ in spans), max(high for _, high in spans)
