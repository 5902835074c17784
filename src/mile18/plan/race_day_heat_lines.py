"""The figures of race day in the runner's units, part by part: heat and the three plans."""

from collections.abc import Iterator

from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_flags import flag_words
from mile18.plan.race_day_goal import Target
from mile18.plan.race_day_heat_plot import HEAT_KEY, heat_plot
from mile18.plan.race_day_load import Load, Slowing
from mile18.plan.race_day_page import PLOT_ROWS, Line, drawn, lacking, spanned, spoken
from mile18.plan.race_day_plan import Plan
from mile18.science.pace import slowed
from mile18.units import Units, amount, clock, number, pace


def heat_lines(day: RaceDay, units: Units, width: int) -> Iterator[Line]:
    """The air, WBGT and flags, what each model makes of the goal, and the plot."""
    heat, aim = day.heat, day.goal.target
    if heat.load:
        timed = None if heat.load.surely_black else aim
        yield Line(_air(heat.load, units))
        shade, sun = (_degrees(each, units) for each in (heat.load.shade, heat.load.sun))
        yield Line(f"WBGT about {shade} in shade, {sun} in full sun")
        yield Line(f"Flag: {heat.flags}. Follow the organiser's flag.")
        for model in heat.load.models:
            name = model.model[0].upper() + model.model[1:]
            yield Line(f"{name}: {_slowing(model, timed)}")
        if heat.load.percent:
            yield Line(f"Over both: {_percent(heat.load.percent)}{_finish(heat.finish)}")
    yield from spoken(heat.notes, units)
    plot = heat_plot(day, units, width, PLOT_ROWS)
    if plot:
        yield Line("Slowing by air temperature, plans A to C on the axis:")
        yield Line(HEAT_KEY)
        yield from drawn(plot)
    yield from lacking(heat.lacks, units)


def plan_lines(day: RaceDay, units: Units) -> Iterator[Line]:
    """Each plan with its temperature, goal and pace; what is no written goal is called suggested."""
    plans = day.plans
    for plan in plans.all:
        yield Line(f"{plan.letter}  {_plan(plan, day.profile.heat.sun, units)}")
        # What A's weather calls for stands under heat.
        yield from spoken(plan.notes if plan.letter != "A" else (), units)
    yield from spoken(plans.notes, units)
    yield from lacking((each for plan in plans.all for each in plan.lacks), units)


def _air(found: Load, units: Units) -> str:
    humidity = spanned(
        min(air.humidity for air in found.airs),
        max(air.humidity for air in found.airs),
        lambda each: number(each, 0),
    )
    parts = [amount(found.celsius, "°C", units), f"humidity {humidity} %"]
    if found.dew_point:
        parts.append(f"dew point {_degrees(found.dew_point, units)}")
    return ", ".join((*parts, f"heat index {_degrees(found.heat_index, units)}"))


def _degrees(span: tuple[float, float], units: Units) -> str:
    return spanned(*span, lambda each: amount(each, "°C", units))


def _slowing(model: Slowing, aim: Target | None) -> str:
    if model.percent is None:
        return "no figure, hard running not advised"
    text = _percent(model.percent)
    if aim:
        low, high = (slowed(aim.seconds, each) for each in model.percent)
        text += f", {spanned(low, high, clock)}"
    if model.joined:
        text += f"; between its rows {spanned(*model.joined, lambda each: number(each, 2))} %"
        if aim:
            low, high = (slowed(aim.seconds, each) for each in model.joined)
            text += f", {spanned(low, high, clock)}"
    return text


def _percent(span: tuple[float, float]) -> str:
    return f"{spanned(*span, lambda each: number(each, 1))} % slower"


def _finish(finish: tuple[int, int] | None) -> str:
    return f", {spanned(*finish, clock)}" if finish else ""


def _plan(plan: Plan, sun: str | None, units: Units) -> str:
    if plan.celsius is None:
        start = "no temperature yet"
    else:
        word = "at the expected" if plan.letter == "A" else "from"
        start = f"{word} {amount(plan.celsius, '°C', units)}"
    parts = []
    if plan.times and plan.pace:
        suggested = "suggested " if plan.suggested else ""
        paces = spanned(*plan.pace, lambda each: pace(each, units))
        parts.append(f"{suggested}{spanned(*plan.times, clock)}, {paces}")
    if plan.goal is not None and plan.finish:
        parts.append(f"by the models {spanned(*plan.finish, clock)}")
    if plan.load and plan.letter != "A":
        parts.append(f"{flag_words(plan.load, sun)}")
    return f"{start}: {'; '.join(parts)}" if parts else start
