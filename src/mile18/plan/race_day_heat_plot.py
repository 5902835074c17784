"""Race day drawn: slowing against air temperature by both models."""

from collections.abc import Callable
from functools import cache
from math import ceil, floor

from mile18.plan.plot_canvas import Row, Tick
from mile18.plan.plots import Band, Curve, Guide, chart
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_load import COACH, ELITE, Load, load
from mile18.topics.heat.questions import Heat
from mile18.units import Units, from_si

COACH_SIGN, ELITE_SIGN, RANGE_SIGN = "o", "e", "·"
HEAT_KEY = f"{COACH_SIGN} {COACH}, {ELITE_SIGN} {ELITE}, {RANGE_SIGN} the range over both"
# Where the questions for temperatures end; the wet bulb is fitted no further.
COLDEST, HOTTEST = -20.0, 50.0

_Read = Callable[[float], float | None]


def heat_plot(day: RaceDay, units: Units, width: int, height: int) -> tuple[Row, ...]:
    """Slowing in % against air temperature, signs as in HEAT_KEY, plans A to C on the axis.

    The lines are the higher end of each model. Empty without a temperature or the moisture of the
    air. Raises ValueError as `plots.chart`.
    """
    marks = [
        (plan.celsius, plan.letter)
        for plan in day.plans.all
        if plan.celsius is not None and plan.load is not None
    ]
    if not marks:
        return ()
    reads = _reader(day.profile.heat)
    coldest = max(COLDEST, min(10.0, floor(min(marks)[0]) - 2.0))
    hottest = min(HOTTEST, max(32.0, ceil(max(marks)[0]) + 2.0))
    elite = reads(_elite)
    top = max(6.0, 2.0 * ceil((elite(hottest) or 0.0) / 2))
    drawn = (
        Band(RANGE_SIGN, "range", reads(_least), reads(_most)),
        Curve(ELITE_SIGN, "elite", elite),
        Curve(COACH_SIGN, "coach", reads(_coach)),
    )
    guides = [Guide(top * half / 2, f"{top * half / 2:g} %", "level") for half in range(3)]
    ticks = _ticks(coldest, hottest, units, width)
    return chart(drawn, guides, (coldest, hottest), (0.0, top), ticks, width, height, marks)


def _reader(heat: Heat) -> Callable[[Callable[[Load], float | None]], _Read]:
    @cache
    def at(celsius: float) -> Load | None:
        return load(celsius, heat.humidity, heat.dew_point, heat.sun, heat.temperature)

    def reads(pick: Callable[[Load], float | None]) -> _Read:
        return lambda celsius: pick(found) if (found := at(celsius)) else None

    return reads


def _least(found: Load) -> float | None:
    return found.percent[0] if found.percent else None


def _most(found: Load) -> float | None:
    return found.percent[1] if found.percent else None


def _elite(found: Load) -> float | None:
    percent = found.models[-1].percent
    return percent[1] if percent else None


def _coach(found: Load) -> float | None:
    joined = found.models[0].joined
    return joined[1] if joined else None


def _ticks(coldest: float, hottest: float, units: Units, width: int) -> list[Tick]:
    low, unit = from_si(coldest, "°C", units)
    high, _ = from_si(hottest, "°C", units)
    # A label takes up to six columns, and one more on each side.
    every = next((each for each in (5, 10, 20) if (high - low) / each * 8 <= width), 50)
    shown = range(every * ceil(low / every), floor(high) + 1, every)
    per_unit = (hottest - coldest) / (high - low)
    return [(coldest + (at - low) * per_unit, f"{at} {unit}") for at in shown]
