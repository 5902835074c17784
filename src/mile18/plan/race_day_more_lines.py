"""The figures of race day in the runner's units, part by part: fuel, fluids, stations, cramp."""

from collections.abc import Iterator

from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_fuel import Fuel
from mile18.plan.race_day_page import PLOT_ROWS, Line, drawn, flowing, lacking, spoken, table
from mile18.plan.race_day_plots import course_plot, fluid_plot
from mile18.plan.race_day_words import count_word
from mile18.plan.wrap import one_line
from mile18.science.carbohydrate import LAST_PORTION_MINUTES
from mile18.units import Units, amount, clock, localise, number

MOST_PORTIONS = 60


def fuel_lines(day: RaceDay, units: Units, width: int) -> Iterator[Line]:
    """The portion and its interval, the total, and each portion by time and distance."""
    fuel = day.fuel
    if fuel.hourly is not None:
        yield Line(_rate(fuel))
    if fuel.portions:
        yield Line(_total(fuel))
        if len(fuel.portions) <= MOST_PORTIONS:
            yield Line("Each portion, by time and distance at goal pace:")
            rows = [
                (str(each.number), clock(60 * each.minute), amount(each.km, "km", units))
                for each in fuel.portions
            ]
            yield from flowing([line.text for line in table(rows)], width)
    yield from spoken(fuel.notes, units)
    yield from lacking(fuel.lacks, units)


def course_lines(day: RaceDay, units: Units, width: int) -> Iterator[Line]:
    """The course drawn, with its aid stations."""
    yield from drawn(course_plot(day, units, width))
    stations = day.stations
    if stations.all:
        rows = [("at", "elapsed", "portion")]
        for each in stations.all:
            elapsed = clock(each.seconds) if each.seconds is not None else "–"
            due = ", ".join(str(number) for number in each.portions)
            rows.append((amount(each.km, "km", units), elapsed, due or "–"))
        laid = list(table(rows))
        room = width - max(len(line.text) for line in laid) - 2
        for line, offers in zip(
            laid, ("offers", *(each.offers for each in stations.all)), strict=True
        ):
            yield Line(f"{line.text}  {one_line(offers, room)}".rstrip(), "table")
    yield from spoken(stations.notes, units)
    yield from lacking(stations.lacks, units)


def fluid_lines(day: RaceDay, units: Units, width: int) -> Iterator[Line]:
    """Sweat against drink, where it ends up between the guards, and the plot."""
    fluids = day.fluids
    rates = []
    if fluids.sweat is not None:
        rates.append(f"sweat {{L/h:{number(fluids.sweat)}}} as weighed")
    if fluids.drink is not None:
        said = "your answer, {}" if fluids.withheld else "drink {} as planned"
        rates.append(said.format(f"{{L/h:{number(fluids.drink)}}}"))
    if fluids.to_thirst:
        rates.append("to thirst")
    if rates:
        text = ", ".join(rates)
        yield Line(localise(text[0].upper() + text[1:], units))
    yield from spoken(fluids.notes, units)
    plot = fluid_plot(day, min(width, 64), PLOT_ROWS)
    if plot:
        yield Line("Body mass over the race, against the start:")
        yield from drawn(plot)
    yield from lacking(fluids.lacks, units)


def cramp_lines(day: RaceDay, units: Units) -> Iterator[Line]:
    """The three lines in their order, then what the health answers add."""
    for at, each in enumerate(day.cramp.lines, start=1):
        (line,) = spoken((each,), units)
        yield Line(f"{at}  {line.text}")
    yield from spoken(day.cramp.notes, units)
    yield from lacking(day.cramp.lacks, units)


def _rate(fuel: Fuel) -> str:
    product = f"{one_line(fuel.product, 60)}: " if fuel.product else ""
    if not fuel.hourly or fuel.portion_g is None or fuel.every_min is None:
        return f"{product}no fuel planned"
    portion, every = number(fuel.portion_g), number(fuel.every_min)
    return f"{product}{portion} g every {every} min, {number(fuel.hourly, 0)} g an hour"


def _total(fuel: Fuel) -> str:
    count, last = len(fuel.portions), fuel.portions[-1]
    noun = "portion holds" if count == 1 else "portions hold"
    text = f"{count_word(count).capitalize()} {noun} {number(fuel.grams or 0, 0)} g"
    if fuel.hourly_grams is not None:
        text += f"; {number(fuel.hourly or 0, 0)} g an hour to the finish come to "
        text += f"{number(fuel.hourly_grams, 0)} g"
    return (
        f"{text}. The last one is at {clock(60 * last.minute)}. The next mark would fall in the last "
        f"{LAST_PORTION_MINUTES} minutes or after the finish."
    )
