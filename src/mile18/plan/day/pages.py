"""Race day as a page: its parts in order, and the page as text."""

from collections.abc import Iterable, Iterator
from math import isclose

from msgspec.structs import replace

from mile18.evidence.disclaimers import CLINICIAN, GENERAL
from mile18.evidence.library import claim
from mile18.page import Block, Flow, Page, Plot, Sentence, Table, plain, said, sections, table
from mile18.plan.day.day import RaceDay
from mile18.plan.day.fuel import Fuel
from mile18.plan.day.hours import hours_lines
from mile18.plan.day.plans import Plan
from mile18.plan.day.plots import HEAT_KEY, course_plot, fluid_plot, heat_plot
from mile18.plan.day.stations import Station
from mile18.plan.day.timeline import (
    COARSE,
    EFFORT,
    HEAT_COLUMN,
    HEAT_COSTS,
    Split,
    Timeline,
    unit_km,
)
from mile18.plan.day.weather import Load, Slowing, flag_words
from mile18.plan.day.words import count_word, lacking, spoken
from mile18.plan.words import gate_words, race_line
from mile18.sanitise import plain_part
from mile18.science.carbohydrate import LAST_PORTION_MINUTES
from mile18.science.pace import as_spoken, slowed
from mile18.topics.nutrition.products import Product, when_words
from mile18.topics.race.questions import Target
from mile18.units import Units, amount, clock, length_words, localise, number, pace, spanned
from mile18.wrap import one_line

# A longer list of single km or miles is no help on the way.
MOST_MARKS = 60
# The heat index was made for warm air, in °C.
HEAT_INDEX_FROM = 27.0
# Rows of a chart, without its axis.
PLOT_ROWS = 8
_GAP = 2


def goal_lines(day: RaceDay, units: Units) -> Iterator[Block]:
    """The goal, where it stands, and each model's time."""
    goal = day.goal
    if goal.target:
        told = f"{amount(goal.target.km, 'km', units)} in {clock(goal.target.seconds)}"
        yield plain(f"{told}, {pace(goal.target.pace, units)} on average")
    if goal.standing:
        yield from spoken((goal.standing,), units)
    if goal.predictions:
        rows = [(each.model, clock(each.seconds)) for each in goal.predictions]
        yield from table(rows, "<>")
    yield from spoken(goal.notes, units)
    yield from lacking(goal.lacks, units)


def pacing_lines(day: RaceDay, units: Units) -> Iterator[Block]:
    """The early cap, a calm opening, and the splits."""
    pacing = day.pacing
    if pacing.first:
        yield from spoken((pacing.first,), units)
    if pacing.cap:
        yield from spoken((pacing.cap,), units)
    if easy := pacing.easy:
        yield said(
            f"Run the first {amount(easy.km, 'km', units)} at about {pace(easy.pace, units)}. "
            f"That costs {easy.costs} s. How slow to start is a judgement."
        )
    yield from spoken(pacing.advice, units)
    if pacing.line and pacing.half is not None:
        if pacing.line.hilly:
            yield said(EFFORT)
        if any(name == HEAT_COLUMN for name, _ in pacing.beside):
            yield said(HEAT_COSTS)
        yield from table(_split_rows(day, pacing.line, pacing.half, units))
        yield from _each_unit(pacing.splits(units), units)
    yield from lacking(pacing.lacks, units)


def _split_rows(day: RaceDay, line: Timeline, half: int, units: Units) -> list[tuple[str, ...]]:
    others = day.pacing.beside
    marks: list[tuple[str, ...]] = [
        ("at", "elapsed", "split", *(name for name, _ in others), *_named_clock(line))
    ]
    middle = line.km / 2
    before = 0.0
    for split in day.pacing.splits(units, COARSE):
        name = amount(split.at_km, "km", units)
        if isclose(split.at_km, middle):
            name = f"half, {name}"
        elif before < middle < split.at_km and not isclose(before, middle):
            apart = (clock(other.elapsed_at(middle)) for _, other in others)
            marks.append(("half", clock(half), "", *apart, *_clock(line, middle)))
        apart = (clock(other.elapsed_at(split.at_km)) for _, other in others)
        told = clock(split.elapsed), clock(split.seconds), *apart
        marks.append((name, *told, *_clock(line, split.at_km)))
        before = split.at_km
    return marks


def _named_clock(line: Timeline | None) -> tuple[str, ...]:
    return ("clock",) if line and line.start else ()


def _clock(line: Timeline | None, km: float) -> tuple[str, ...]:
    """The time of day at a place, where the start is known, as one more cell."""
    words = line.clock_words(km) if line else ""
    return (words,) if words else ()


def _each_unit(splits: tuple[Split, ...], units: Units) -> Iterator[Block]:
    if len(splits) > MOST_MARKS:
        return
    unit = "mile" if units.distance == "mi" else "km"
    yield replace(plain(f"Elapsed at each {unit}:"), asked="splits")
    cells = (
        f"{number(each.at_km / unit_km(units), 1):>4} {clock(each.elapsed):>7}" for each in splits
    )
    yield Flow(tuple(cells), asked="splits")


def heat_lines(day: RaceDay, units: Units, width: int) -> Iterator[Block]:
    """The air, WBGT and flags, what each model makes of the goal, and the plot."""
    heat, aim = day.heat, day.goal.supported
    yield from hours_lines(day.profile, units, day.countdown.today)
    if heat.load:
        timed = None if heat.load.surely_black else aim
        yield plain(_air(heat.load, units))
        shade, sun = (_degrees(each, units) for each in (heat.load.shade, heat.load.sun))
        yield plain(
            f"Heat load (heat, damp and sun in one number): WBGT about {shade} in shade, "
            f"{sun} in full sun"
        )
        yield plain(f"Flag: {heat.flags}. Follow the organiser's flag.")
        if timed:
            yield plain(f"From {clock(timed.seconds)} on a cool day, the models give:")
        for model in heat.load.models:
            name = model.model[0].upper() + model.model[1:]
            yield plain(f"{name}: {_slowing(model, timed)}")
    yield from spoken(heat.notes, units)
    plot = heat_plot(day, units, width, PLOT_ROWS)
    if plot:
        yield plain("Slowing by air temperature, with plans A to C on the axis:")
        yield plain(HEAT_KEY)
        yield Plot(tuple(plot))
    yield from lacking(heat.lacks, units)


def plan_lines(day: RaceDay, units: Units) -> Iterator[Block]:
    """Each plan with its temperature, goal and pace; what is no written goal is called suggested."""
    plans = day.plans
    for plan in plans.all:
        yield plain(f"{plan.letter}  {_plan(plan, day.profile.heat.sun, units)}")
        # What A's weather calls for stands under heat.
        above = day.heat.notes if plan.letter == "A" else ()
        yield from spoken((each for each in plan.notes if each not in above), units)
    yield from spoken(plans.notes, units)
    yield from lacking((each for plan in plans.all for each in plan.lacks), units)


def _air(found: Load, units: Units) -> str:
    humidity = spanned(
        min(air.humidity for air in found.airs),
        max(air.humidity for air in found.airs),
        lambda each: number(each, 0),
    )
    parts = [amount(found.celsius, "°C", units), f"humidity {humidity}%"]
    if found.dew_point:
        parts.append(f"dew point {_degrees(found.dew_point, units)}")
    if found.celsius >= HEAT_INDEX_FROM:
        parts.append(f"heat index {_degrees(found.heat_index, units)}")
    return ", ".join(parts)


def _degrees(span: tuple[float, float], units: Units) -> str:
    return spanned(*span, lambda each: amount(each, "°C", units, 0))


def _slowing(model: Slowing, aim: Target | None) -> str:
    if model.percent is None:
        return "no figure, hard running not advised"
    text = _percent(model.percent)
    if aim:
        low, high = (as_spoken(slowed(aim.seconds, each)) for each in model.percent)
        text += f", {spanned(low, high, clock)}"
    return text


def _percent(span: tuple[float, float]) -> str:
    low, high = (round(2 * each) / 2 for each in span)
    if high == 0:
        return "no slower"
    return f"{spanned(low, high, lambda each: number(each, 1))}% slower"


def _plan(plan: Plan, sun: str | None, units: Units) -> str:
    if plan.celsius is None:
        start = "no temperature yet"
    else:
        word = "at the expected" if plan.letter == "A" else "from"
        start = f"{word} {amount(plan.celsius, '°C', units)}"
    parts = []
    if plan.load and plan.load.surely_black:
        parts.append("no time goal")
    if plan.times and plan.pace:
        suggested = "suggested " if plan.suggested else ""
        paces = spanned(*plan.pace, lambda each: pace(each, units))
        parts.append(f"{suggested}{spanned(*plan.times, clock)}, {paces}")
    if plan.goal is not None and plan.finish and plan.times:
        parts.append(f"by the models {spanned(*plan.finish, clock)}")
    if plan.load and plan.letter != "A":
        parts.append(f"{flag_words(plan.load, sun)}")
    return f"{start}: {'; '.join(parts)}" if parts else start


MOST_PORTIONS = 60


def fuel_lines(day: RaceDay, units: Units) -> Iterator[Block]:
    """The portion and its interval, the total, and each portion by time and distance."""
    fuel = day.fuel
    if fuel.hourly is not None:
        yield plain(localise(_rate(fuel), units))
    if fuel.fed:
        yield plain(_total(fuel))
    if 0 < len(fuel.portions) <= MOST_PORTIONS:
        told = plain("Each portion, by time and distance at goal pace:")
        yield replace(told, asked="splits")
        rows = [
            (
                str(each.number),
                clock(60 * each.minute),
                amount(each.km, "km", units),
                *((each.name,) if fuel.mixed else ()),
            )
            for each in fuel.portions
        ]
        cells = Table(tuple(rows), ">>><"[: len(rows[0])]).laid
        yield Flow(tuple(cells), asked="splits")
    yield from spoken(fuel.notes, units)
    yield from lacking(fuel.lacks, units)


def course_lines(day: RaceDay, units: Units, width: int) -> Iterator[Block]:
    """The course drawn, with its aid stations."""
    if plot := course_plot(day, units, width):
        yield Plot(tuple(plot))
    stations = day.stations
    yield from _cut_offs(stations.cut_offs, units)
    if stations.all:
        yield from _station_table(day, units, width)
    yield from spoken(stations.notes, units)
    yield from lacking(stations.lacks, units)


def _station_table(day: RaceDay, units: Units, width: int) -> Iterator[Block]:
    stations, line = day.stations.all, day.pacing.line
    rows: list[tuple[str, ...]] = [("at", "elapsed", *_named_clock(line), "portion no.")]
    for each in stations:
        elapsed = clock(each.seconds) if each.seconds is not None else "–"
        due = ", ".join(str(number) for number in each.portions)
        at = amount(each.km, "km", units)
        rows.append((at, elapsed, *_clock(line, each.km), due or "–"))
    sides = ">" * len(rows[0])
    room = width - sum(Table(tuple(rows), sides).widths) - len(sides) * _GAP
    offers = ("offers", *(one_line(each.offers, room) for each in stations))
    told = [(*row, offer) for row, offer in zip(rows, offers, strict=True)]
    yield from table(told, f"{sides}<")


def _cut_offs(stations: tuple[Station, ...], units: Units) -> Iterator[Block]:
    for each in stations:
        if each.closes:
            left = (
                "" if each.margin is None or each.margin < 0 else f": {clock(each.margin)} to spare"
            )
            yield plain(f"{amount(each.km, 'km', units)} closes at {each.closes:%H:%M}{left}.")


def fluid_lines(day: RaceDay, units: Units, width: int) -> Iterator[Block]:
    """Sweat against drink, where it ends up between the guards, and the plot."""
    fluids = day.fluids
    rates = []
    if fluids.sweat is not None:
        rates.append(f"sweat {{L/h:{number(fluids.sweat)}}} by your sweat test")
    if fluids.drink is not None:
        own = fluids.withheld or any(each.loud for each in fluids.notes)
        said = "your answer, {}" if own else "drink {} as planned"
        rates.append(said.format(f"{{L/h:{number(fluids.drink)}}}"))
    if fluids.to_thirst:
        rates.append("to thirst")
    if rates:
        text = ", ".join(rates)
        yield plain(localise(text[0].upper() + text[1:], units))
    yield from spoken(fluids.notes, units)
    plot = fluid_plot(day, min(width, 64), PLOT_ROWS)
    if plot:
        yield plain("Body weight over the race, compared with the start:")
        yield Plot(tuple(plot))
    yield from lacking(fluids.lacks, units)


def cramp_lines(day: RaceDay, units: Units) -> Iterator[Block]:
    """The three lines in their order, then what the health answers add."""
    for at, each in enumerate(day.cramp.lines, start=1):
        (told,) = spoken((each,), units)
        yield plain(f"{at}  {told.text}")
    yield from spoken(day.cramp.notes, units)
    yield from lacking(day.cramp.lacks, units)


def _rate(fuel: Fuel) -> str:
    said = "; ".join(_product(each) for each in fuel.products)
    if not fuel.hourly:
        return f"{said}: no fuel planned" if said else "no fuel planned"
    return f"{said}, {number(fuel.hourly, 0)} g an hour"


def _product(product: Product) -> str:
    name = plain_part(product.name)
    grams = f"{number(product.carbohydrate)} g" if product.carbohydrate else ""
    told = " ".join(filter(None, (grams, when_words(product))))
    return ": ".join(filter(None, (name, told)))


def _total(fuel: Fuel) -> str:
    count, last = len(fuel.fed), fuel.fed[-1]
    noun = "portion holds" if count == 1 else "portions hold"
    text = f"{count_word(count).capitalize()} {noun} {number(fuel.grams or 0, 0)} g"
    return (
        f"{text}. Take the last one after {length_words(round(last.minute))}: the next would "
        f"come too late, in the last {LAST_PORTION_MINUTES} minutes or after the finish."
    )


def day_page(day: RaceDay, units: Units, width: int) -> Page:
    """Race day for `width` columns, with its health answers: not for sharing.

    Pacing comes first for a runner who has cramped before. While the health gate is shut only what
    to do now and the cramp plan are left.
    """
    name = one_line(race_line(day.profile, day.countdown, units), 500)
    return Page(sections(_sections(day, units, width)), (plain(name),))


def _sections(day: RaceDay, units: Units, width: int) -> Iterator[tuple[str, Iterable[Block]]]:
    if day.gate.shut:
        yield "What to do now", _opening(day, units)
    else:
        goal, pacing = ("Goal", goal_lines(day, units)), ("Pacing", pacing_lines(day, units))
        yield "First of all", _opening(day, units)
        yield from (pacing, goal) if day.pacing.cramped_before else (goal, pacing)
        yield "Heat", heat_lines(day, units, width)
        yield "Plans A, B and C", plan_lines(day, units)
        yield "Fuel", fuel_lines(day, units)
        yield "Fluids", fluid_lines(day, units, width)
        yield "Along the course", course_lines(day, units, width)
    yield "If a cramp comes", cramp_lines(day, units)
    yield "Please note", map(said, (GENERAL, CLINICIAN))
    yield "Sources", (Sentence(_sources(day), margin="  ", asked="sources"),)


def _opening(day: RaceDay, units: Units) -> Iterator[Block]:
    if day.gate.status != "clear":
        open_ = day.gate.status == "not answered"
        yield said(gate_words(day.gate), "missing" if open_ else "loud")
    yield from spoken(day.opening.notes, units)
    yield from lacking(day.opening.lacks, units)


def _sources(day: RaceDay) -> str:
    return ", ".join(f"{name} {claim(name).grade}" for name in day.evidence)
