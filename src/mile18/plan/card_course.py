"""The course on the card: elapsed times of each plan, and the portions with minute and place."""

from collections.abc import Iterator

from mile18.plan.card_parts import FuelPart, Line, Mark, PortionRow, SplitPart, gaps, lines
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_fuel import Fuel
from mile18.plan.splits import elapsed_at, splits, unit_km
from mile18.plan.wrap import plain
from mile18.units import Units, amount, clock, number, pace

FINISH, HALF = "end", "half"
_NEEDLESS = "carb-under-75"
# Whole units between two marks: the first that leaves few enough rows for one page.
_STEPS = (1, 5, 10, 25, 50)
_EVERY_UNIT_UP_TO = 10.0
MOST_MARKS = 20
MOST_PORTIONS = 15


def split_part(day: RaceDay, units: Units) -> SplitPart:
    """The elapsed times at each mark, for every plan that has a goal time of its own."""
    km = day.profile.race.distance
    goals = {plan.letter: plan.goal for plan in day.plans.all if plan.goal is not None}
    marks = tuple(_marks(km, tuple(goals.values()), units)) if km and goals else ()
    return SplitPart(
        unit=units.distance,
        letters=tuple(goals) if marks else (),
        marks=marks,
        lines=_pacing(day, units),
        gaps=() if day.pacing.target else gaps(day.pacing.lacks[:1], units),
    )


def _marks(km: float, goals: tuple[int, ...], units: Units) -> Iterator[Mark]:
    unit = unit_km(units)
    step = _step(km / unit, units)
    places = {
        split.at_km: number(split.at_km / unit) for split in splits(km, goals[0], step * unit)
    }
    places |= {km / 2: HALF, km: FINISH}
    for at, short in sorted(places.items()):
        times = tuple(clock(elapsed_at(at, km, goal)) for goal in goals)
        shown = amount(at, "km", units)
        label = {HALF: f"half, {shown}", FINISH: f"finish, {shown}"}.get(short, shown)
        yield Mark(short, label, times, short in (HALF, FINISH))


def _step(length: float, units: Units) -> int:
    if length * unit_km(units) <= _EVERY_UNIT_UP_TO:
        return 1
    return next((each for each in _STEPS[1:] if length / each <= MOST_MARKS), _STEPS[-1])


def _pacing(day: RaceDay, units: Units) -> tuple[Line, ...]:
    pacing = day.pacing
    told = lines((*([pacing.cap] if pacing.cap else []), *pacing.notes), units)
    easy = pacing.easy_start(units)
    if easy is None:
        return told
    return (
        *told,
        Line(f"First {amount(easy.km, 'km', units)} no faster than {pace(easy.pace, units)}."),
    )


def fuel_part(day: RaceDay, units: Units) -> FuelPart:
    """The portions, each with the aid station it is due near, if there is one."""
    fuel = day.fuel
    near = {each: station.km for station in day.stations.all for each in station.portions}
    rows = tuple(
        PortionRow(
            each.number,
            number(each.minute, 1),
            _hours(each.minute),
            amount(each.km, "km", units),
            amount(near[each.number], "km", units) if each.number in near else "",
        )
        for each in fuel.portions[:MOST_PORTIONS]
    )
    notes = [each for each in fuel.notes if each.loud or not rows or _NEEDLESS in each.evidence]
    return FuelPart(
        rows=rows,
        more=len(fuel.portions) > len(rows),
        lines=(*lines(notes, units), *(Line(text) for text in _portions(fuel, units))),
        gaps=() if rows else gaps(fuel.lacks, units),
    )


def _portions(fuel: Fuel, units: Units) -> Iterator[str]:
    if fuel.portion_g and fuel.every_min is not None:
        product = f"{plain(fuel.product)}: " if plain(fuel.product) else ""
        rate = f" ({number(fuel.hourly, 0)} g/h)" if fuel.hourly is not None else ""
        yield (
            f"{product}{number(fuel.portion_g)} g of carbohydrate every "
            f"{number(fuel.every_min)} min{rate}."
        )
    if fuel.portions and fuel.grams is not None:
        count = len(fuel.portions)
        yield f"{count} portion{'' if count == 1 else 's'}, {number(fuel.grams)} g in all."
    if len(fuel.portions) > MOST_PORTIONS:
        last = fuel.portions[-1]
        yield (
            f"The first {MOST_PORTIONS} stand here; go on alike. The last one is due at "
            f"{_hours(last.minute)} h, {amount(last.km, 'km', units)}."
        )


def _hours(minutes: float) -> str:
    hours, rest = divmod(int(minutes + 0.5), 60)
    return f"{hours}:{rest:02}"
