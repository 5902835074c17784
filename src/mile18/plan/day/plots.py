"""The pictures of race day."""

from collections.abc import Callable
from functools import cache
from math import ceil, floor

from mile18.charts import Band, Curve, Guide, Relief, Track, chart, course
from mile18.drawing import Canvas, Hint, Row, Tick, blocks, cell
from mile18.plan.day.day import RaceDay
from mile18.plan.day.timeline import unit_km
from mile18.plan.day.weather import COACH, ELITE, Load, Weather
from mile18.science.fluid import balance
from mile18.topics.race.course import height_at, heights_of
from mile18.units import Units, from_si, number

BODY_SIGN = "o"
RELIEF_ROWS = 4
# Lower hills than this fill no more of the picture than they are.
LEAST_RISE = 40.0


def course_plot(day: RaceDay, units: Units, width: int) -> tuple[Row, ...]:
    """The course with portions, stations, the calm opening and, if told, where cramps came before.

    Empty without a distance. Raises ValueError for a width under 28.
    """
    profile = day.profile
    km = profile.race.distance
    if km is None:
        return ()
    hills = relief(heights_of(profile.course), km)
    return course(km, _tracks(day), course_ticks(km, units), width, hills)


def course_strip(day: RaceDay, width: int) -> tuple[Row, ...]:
    """The same in two lines: the heights as blocks, and the signs below; empty without heights."""
    km, heights = day.profile.race.distance, heights_of(day.profile.course)
    if km is None or not heights:
        return ()
    low = min(heights)
    rise = max(max(heights) - low, LEAST_RISE)
    shown = (height_at(heights, km * (at + 0.5) / width, km) - low for at in range(width))
    level = blocks(round(100 * each / rise) for each in shown)
    signs = Canvas(width)
    # What stands first must be seen, so it comes over the others.
    for track in reversed(_tracks(day)):
        for start, end in track.stretches:
            signs.fill(cell(start / km, width), cell(end / km, width) + 1, track.sign, track.role)
        for place in track.places:
            signs.put(cell(place / km, width), track.sign, track.role)
    return Row(level, (Hint(0, width, "level"),)), signs.row("", 0)


def _tracks(day: RaceDay) -> list[Track]:
    easy = day.pacing.easy
    tracks = (
        Track("easy start", "~", "easy", stretches=((0.0, easy.km),) if easy else ()),
        Track("portions", "•", "portion", tuple(each.km for each in day.fuel.portions)),
        Track("stations", "▲", "station", tuple(each.km for each in day.stations.all)),
        Track("cut-offs", "▼", "cut-off", tuple(each.km for each in day.stations.cut_offs)),
        Track("past cramps", "×", "cramp", stretches=(day.cramp.zone,) if day.cramp.zone else ()),
    )
    return [track for track in tracks if track.places or track.stretches]


def relief(heights: tuple[float, ...], km: float) -> Relief | None:
    """The heights in m of a course of so many km as a picture; None without any."""
    if not heights:
        return None
    bottom = float(floor(min(heights)))
    top = max(float(ceil(max(heights))), bottom + LEAST_RISE)
    low, high = (Guide(each, f"{each:.0f} m", "level") for each in (bottom, top))
    return Relief(lambda at: height_at(heights, at, km), low, high, RELIEF_ROWS)


def fluid_plot(day: RaceDay, width: int, height: int) -> tuple[Row, ...]:
    """Body weight over the race in % of that at the start, with the levels 0 and −2%.

    Empty unless sweat, drink, body weight and goal are known. Raises ValueError as `plots.chart`.
    """
    fluids = day.fluids
    sweat, drink, kg, hours = fluids.sweat, fluids.drink, fluids.body_mass, fluids.hours
    if fluids.balance is None or sweat is None or drink is None or kg is None or hours is None:
        return ()
    end = fluids.balance.net_percent

    def percent(at: float) -> float:
        return balance(kg, sweat, drink, at).net_percent if at > 0 else 0.0

    bottom, top = min(-3.0, floor(end)), max(1.0, ceil(end))
    guides = (Guide(0.0, "0%", "guard"), Guide(-2.0, "−2%", "guard"))
    every = 1 if hours <= 6 else ceil(hours / 6)
    ticks = [(float(at), f"{at} h") for at in range(0, floor(hours) + 1, every)]
    curve = Curve(BODY_SIGN, "body", percent)
    return chart((curve,), guides, (0.0, hours), (bottom, top), ticks, width, height)


def course_ticks(km: float, units: Units) -> list[Tick]:
    """Whole km or miles along a course, halfway and the finish."""
    unit = unit_km(units)
    whole = km / unit
    every = next((each for each in (1, 2, 5, 10, 20, 50) if whole / each <= 10), 100)
    start, *further = [(at * unit, f"{at}") for at in range(0, floor(whole) + 1, every)]
    finish = (km, f"{number(whole, 1)} {units.distance}")
    # Halfway comes early, since labels that touch earlier ones are left out.
    return [start, (km / 2, "half"), *further, finish]


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
    reads = _reader(day.weather)
    coldest = max(COLDEST, min(10.0, floor(min(marks)[0]) - 2.0))
    hottest = min(HOTTEST, max(32.0, ceil(max(marks)[0]) + 2.0))
    elite = reads(_elite)
    top = max(6.0, 2.0 * ceil((elite(hottest) or 0.0) / 2))
    drawn = (
        Band(RANGE_SIGN, "range", reads(_least), reads(_most)),
        Curve(ELITE_SIGN, "elite", elite),
        Curve(COACH_SIGN, "coach", reads(_coach)),
    )
    guides = [Guide(top * half / 2, f"{top * half / 2:g}%", "level") for half in range(3)]
    ticks = _ticks(coldest, hottest, units, width)
    return chart(drawn, guides, (coldest, hottest), (0.0, top), ticks, width, height, marks)


def _reader(weather: Weather) -> Callable[[Callable[[Load], float | None]], _Read]:
    # Three lines are read at each place.
    at = cache(weather.load)

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
