"""Race day drawn: the course with portions and stations, and body mass over the race."""

from math import ceil, floor

from mile18.plan.plot_canvas import Row, Tick
from mile18.plan.plots import Curve, Guide, Track, chart, course
from mile18.plan.race_day import RaceDay
from mile18.plan.splits import unit_km
from mile18.science.fluid import balance
from mile18.units import Units, number

BODY_SIGN = "o"


def course_plot(day: RaceDay, units: Units, width: int) -> tuple[Row, ...]:
    """The course with portions, stations, the calm opening and, if told, where cramps come.

    Empty without a distance. Raises ValueError for a width under 27.
    """
    km = day.profile.race.distance
    if km is None:
        return ()
    easy = day.pacing.easy_start(units)
    tracks = (
        Track("easy start", "~", "easy", stretches=((0.0, easy.km),) if easy else ()),
        Track("portions", "•", "portion", tuple(each.km for each in day.fuel.portions)),
        Track("stations", "▲", "station", tuple(each.km for each in day.stations.all)),
        Track("cramps", "×", "cramp", stretches=(day.cramp.zone,) if day.cramp.zone else ()),
    )
    shown = [track for track in tracks if track.places or track.stretches]
    return course(km, shown, _course_ticks(km, units), width)


def fluid_plot(day: RaceDay, width: int, height: int) -> tuple[Row, ...]:
    """Body mass over the race in % of that at the start, with the levels 0 and −2 %.

    Empty unless sweat, drink, body mass and goal are known. Raises ValueError as `plots.chart`.
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
    every = 1 if hours <= 6 else ceil(hours / 6)
    ticks = [(float(at), f"{at} h") for at in range(0, floor(hours) + 1, every)]
    curve = Curve(BODY_SIGN, "body", percent)
    return chart((curve,), guides, (0.0, hours), (bottom, top), ticks, width, height)


def _course_ticks(km: float, units: Units) -> list[Tick]:
    unit = unit_km(units)
    whole = km / unit
    every = next((each for each in (1, 2, 5, 10, 20, 50) if whole / each <= 10), 100)
    start, *further = [(at * unit, f"{at}") for at in range(0, floor(whole) + 1, every)]
    finish = (km, f"{number(whole, 1)} {units.distance}")
    # Halfway comes early, since labels that touch earlier ones are left out.
    return [start, (km / 2, "half"), *further, finish]
