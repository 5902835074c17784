"""The figures of race day in the runner's units, part by part: goal and pacing."""

from collections.abc import Iterator
from math import isclose

from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_goal import Target
from mile18.plan.race_day_page import Line, flowing, lacking, spoken, table
from mile18.plan.splits import Split, unit_km
from mile18.units import Units, amount, clock, number, pace

# A longer list of single km or miles is no help on the way.
MOST_MARKS = 60


def goal_lines(day: RaceDay, units: Units) -> Iterator[Line]:
    """The goal, where it stands, and each model's time."""
    goal = day.goal
    if goal.target:
        told = f"{amount(goal.target.km, 'km', units)} in {clock(goal.target.seconds)}"
        yield Line(f"{told}, {pace(goal.target.pace, units)} on average")
    if goal.standing:
        yield from spoken((goal.standing,), units)
    if goal.predictions:
        rows = [(each.model, clock(each.seconds)) for each in goal.predictions]
        yield from table(rows, named=True)
    yield from spoken(goal.notes, units)
    yield from lacking(goal.lacks, units)


def pacing_lines(day: RaceDay, units: Units, width: int) -> Iterator[Line]:
    """The early cap, a calm opening, and the splits."""
    pacing = day.pacing
    if pacing.cramped_before:
        yield from spoken(pacing.notes[:1], units)
    if pacing.cap:
        yield from spoken((pacing.cap,), units)
    if easy := pacing.easy_start(units):
        yield Line(
            f"Open with {amount(easy.km, 'km', units)} at about {pace(easy.pace, units)}: "
            f"{easy.costs} s behind even pace. How calm is a judgement.",
            "said",
        )
    yield from spoken(pacing.notes[pacing.cramped_before :], units)
    if pacing.target and pacing.half is not None:
        yield from table(_split_rows(day, pacing.target, pacing.half, units))
        yield from _each_unit(pacing.splits(units), units, width)
    yield from lacking(pacing.lacks, units)


def _split_rows(day: RaceDay, aim: Target, half: int, units: Units) -> list[tuple[str, str, str]]:
    marks = [("at", "elapsed", "split")]
    middle = aim.km / 2
    before = 0.0
    for split in day.pacing.coarse_splits(units):
        name = amount(split.at_km, "km", units)
        if isclose(split.at_km, middle):
            name = f"half, {name}"
        elif before < middle < split.at_km and not isclose(before, middle):
            marks.append(("half", clock(half), ""))
        marks.append((name, clock(split.elapsed), clock(split.seconds)))
        before = split.at_km
    return marks


def _each_unit(splits: tuple[Split, ...], units: Units, width: int) -> Iterator[Line]:
    if len(splits) > MOST_MARKS:
        return
    unit = "mile" if units.distance == "mi" else "km"
    yield Line(f"Elapsed at each {unit}:")
    cells = [
        f"{number(each.at_km / unit_km(units), 1):>4} {clock(each.elapsed):>7}" for each in splits
    ]
    yield from flowing(cells, width)
