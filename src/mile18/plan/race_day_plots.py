"""Race day drawn: portions along the course, fluids over time, slowing against temperature."""

from collections.abc import Callable
from math import ceil, floor

from mile18.plan.plots import Curve, Guide, Row, Tick, Track, chart, course
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_load import Slowing, load
from mile18.plan.splits import unit_km
from mile18.science.fluid import balance
from mile18.topics.expected_heat import Span
from mile18.topics.heat import Heat
from mile18.units import Units, from_si, number

COACH_SIGN, ELITE_SIGN, BODY_SIGN = "o", "e", "o"
# Where the questions for temperatures end; the wet bulb is fitted no further.
COLDEST, HOTTEST = -20.0, 50.0


def course_plot(day: RaceDay, units: Units, width: int) -> tuple[Row, ...]:
    """The course with portions, stations, the calm opening and, if told, where cramps come.

    Empty without a distance.
    """
    km = day.profile.race.distance
    if km is None:
        return ()
    easy = day.pacing.easy_start(units)
    tracks = [
        Track("easy start", "~", "easy", stretches=((0.0, easy.km),) if easy else ()),
        Track("portions", "•", "portion", tuple(each.km for each in day.fuel.portions)),
        Track("stations", "▲", "station", tuple(each.km for each in day.stations.all)),
        Track("cramps", "×", "cramp", stretches=(day.cramp.zone,) if day.cramp.zone else ()),
    ]
    shown = [track for track in tracks if track.places or track.stretches]
    return course(km, shown, _course_ticks(km, units), width)


def fluid_plot(day: RaceDay, width: int, height: int) -> tuple[Row, ...]:
    """Body mass over the race in % of that at the start, with the levels 0 and −2 %.

    Empty unless sweat, drink, body mass and goal are known.
    """
    fluids = day.fluids
    sweat, drink, kg, hours = fluids.sweat, fluids.drink, fluids.body_mass, fluids.hours
    if fluids.balance is None or sweat is None or drink is None or kg is None or hours is None:
        return ()
    end = fluids.balance.net_percent

    def percent(at: float) -> float:
        return balance(kg, sweat, drink, at).net_percent if at > 0 else 0.0

    bottom, top = min(-3.0, floor(end)), max(1.0, ceil(end))
    guides = (Guide(0.0, "0 %", "guard"), Guide(-2.0, "−2 %", "guard"))
    step = max(1, ceil(hours / 6))
    ticks = [(float(at), f"{at} h") for at in range(0, floor(hours) + 1, step)]
    curve = Curve(BODY_SIGN, "body", percent)
    return chart((curve,), guides, (0.0, hours), (bottom, top), ticks, width, height)


def heat_plot(day: RaceDay, units: Units, width: int, height: int) -> tuple[Row, ...]:
    """Slowing in % against air temperature by both models, plans A to C marked on the axis.

    `o` is the coach's table, `e` the lowest and highest for elite races. Empty without a
    temperature or the moisture of the air.
    """
    heat = day.profile.heat
    plans = [plan for plan in day.plans.all if plan.celsius is not None and plan.load is not None]
    if not plans:
        return ()
    temperatures = [plan.celsius for plan in plans if plan.celsius is not None]
    coldest = max(COLDEST, min(10.0, floor(min(temperatures)) - 2.0))
    hottest = min(HOTTEST, max(32.0, ceil(max(temperatures)) + 2.0))
    curves = (
        Curve(ELITE_SIGN, "elite", _slowing(heat, lambda models: _percent(models[-1], 0))),
        Curve(ELITE_SIGN, "elite", _slowing(heat, lambda models: _percent(models[-1], 1))),
        Curve(COACH_SIGN, "coach", _slowing(heat, _joined)),
    )
    highest = max(
        (value for curve in curves for at in temperatures if (value := curve.at(at)) is not None),
        default=0.0,
    )
    top = max(6.0, 2.0 * ceil((highest + 1) / 2))
    guides = [Guide(top * share / 2, f"{top * share / 2:g} %", "level") for share in range(3)]
    marks = [(at, plan.letter) for at, plan in zip(temperatures, plans, strict=True)]
    span = coldest, hottest
    ticks = _temperature_ticks(span, units)
    return chart(curves, guides, span, (0.0, top), ticks, width, height, marks)


def _course_ticks(km: float, units: Units) -> list[Tick]:
    unit = unit_km(units)
    whole = km / unit
    step = next((each for each in (1, 2, 5, 10, 20, 50) if whole / each <= 10), 100)
    ticks = [(at * unit, f"{at}") for at in range(0, floor(whole) + 1, step)]
    ends = [(km / 2, "half"), (km, f"{number(whole, 1)} {units.distance}")]
    # The finish is last, since the ends of the list keep their labels.
    return [*ticks[:1], ends[0], *ticks[1:], ends[1]]


def _temperature_ticks(span: Span, units: Units) -> list[Tick]:
    low, unit = from_si(span[0], "°C", units)
    high, _ = from_si(span[1], "°C", units)
    step = next((each for each in (5, 10, 20) if (high - low) / each <= 8), 50)
    shown = range(step * ceil(low / step), floor(high) + 1, step)
    return [
        (span[0] + (at - low) * (span[1] - span[0]) / (high - low), f"{at} {unit}") for at in shown
    ]


def _slowing(
    heat: Heat, pick: Callable[[tuple[Slowing, ...]], float | None]
) -> Callable[[float], float | None]:
    def at(celsius: float) -> float | None:
        found = load(celsius, heat.humidity, heat.dew_point, heat.sun, heat.temperature)
        return pick(found.models) if found else None

    return at


def _percent(model: Slowing, end: int) -> float | None:
    return None if model.percent is None else model.percent[end]


def _joined(models: tuple[Slowing, ...]) -> float | None:
    joined = models[0].joined
    return None if joined is None else joined[1]
