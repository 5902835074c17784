"""The sections of the race card, each made of its part of the day."""

import re
from collections.abc import Iterator

from mile18.evidence.cramp_steps import (
    CALF_AFTERWARDS,
    CLEAR_HEADED,
    CLEAR_TITLE,
    FIRST_TWITCH,
    NOT_THIS,
    RECURRENCE,
    RECURRENCE_CARE,
    RECURRENCE_SECONDS,
    RESTART,
    STOP_ACTION,
    STOP_RULE,
    STOP_SIGNS,
    STOP_TITLE,
)
from mile18.evidence.stretches import (
    EASE_OFF,
    HOLD_MARK,
    HOLD_MARK_SECONDS,
    HOLD_STEP,
    MUSCLES,
    OFF_COURSE,
    SEVERAL_MUSCLES,
    TEAR,
    WONT_LET_GO,
)
from mile18.plan.card.parts import (
    CoursePart,
    CrampPart,
    DrinkPart,
    FuelPart,
    Line,
    Mark,
    PlanPart,
    PlanRow,
    PortionRow,
    SplitPart,
    Stretch,
    gaps,
    lines,
)
from mile18.plan.cramp.protocol import USUAL_SLOWER
from mile18.plan.day.day import RaceDay
from mile18.plan.day.fluids import Fluids
from mile18.plan.day.fuel import Fuel
from mile18.plan.day.plans import Plan, Plans
from mile18.plan.day.timeline import Timeline, unit_km
from mile18.plan.day.words import Lack, Said, lack, listed
from mile18.sanitise import plain_part
from mile18.topics.heat.adaptation import Span
from mile18.topics.nutrition.products import when_words
from mile18.topics.race.course import ascent, heights_of
from mile18.units import (
    Units,
    amount,
    clock,
    counted,
    length_words,
    localise,
    number,
    pace,
    spanned,
)

FINISH, HALF = "end", "half"
# A card in miles without the mile that it is for would be a joke.
MILE_18 = 18
_NEEDLESS = "carb-under-75"
# Whole units between two marks: the first that leaves few enough rows for one page.
_STEPS = (1, 5, 10, 25, 50)
_EVERY_UNIT_UP_TO = 10.0
MOST_MARKS = 20
MOST_PORTIONS = 15
MOST_TICKS = 9


def course_part(day: RaceDay, units: Units) -> CoursePart | None:
    """The heights along the course with its aid stations; None without heights."""
    heights, km = heights_of(day.profile.course), day.profile.race.distance
    if not heights or not km or not (climbed := ascent(day.profile.course)):
        return None
    up, down = (number(each, 0) for each in climbed)
    return CoursePart(
        heights=heights,
        stations=tuple(each.km / km for each in day.stations.all if 0 <= each.km <= km),
        ticks=tuple(
            (at / km, number(at / unit_km(units), 0)) for at in _course_ticks(km, unit_km(units))
        ),
        words=f"About {up} m up and {down} m down; {units.distance} along the foot.",
    )


def _course_ticks(km: float, unit: float) -> Iterator[float]:
    step = next((each for each in _STEPS if km / unit / each <= MOST_TICKS), _STEPS[-1])
    for at in range(step, int(km / unit) + 1, step):
        yield at * unit


def split_part(day: RaceDay, units: Units) -> SplitPart:
    """The elapsed times at each mark, for every plan that has a goal time of its own."""
    goals = day.plans.goals
    line = day.pacing.line
    runs = tuple(line.in_seconds(each) for each in goals.values()) if line else ()
    marks = tuple(_marks(runs, units)) if runs else ()
    return SplitPart(
        unit=units.distance,
        letters=tuple(goals) if marks else (),
        marks=marks,
        lines=_pacing(day, units),
        gaps=() if day.pacing.line else gaps(day.pacing.lacks[:1], units),
    )


def _marks(runs: tuple[Timeline, ...], units: Units) -> Iterator[Mark]:
    unit, km = unit_km(units), runs[0].km
    step = _step(km / unit, units)
    places = {split.at_km: number(split.at_km / unit) for split in runs[0].splits(step * unit)}
    if units.distance == "mi" and km > MILE_18 * unit:
        places[MILE_18 * unit] = f"{MILE_18}"
    places |= {km / 2: HALF, km: FINISH}
    for at, short in sorted(places.items()):
        times = tuple(clock(run.elapsed_at(at)) for run in runs)
        clocks = tuple(run.clock_words(at) for run in runs) if runs[0].start else ()
        shown = amount(at, "km", units)
        label = {HALF: f"half, {shown}", FINISH: f"finish, {shown}"}.get(short, shown)
        yield Mark(short, label, times, clocks, short in (HALF, FINISH))


def _step(length: float, units: Units) -> int:
    if length * unit_km(units) <= _EVERY_UNIT_UP_TO:
        return 1
    return next((each for each in _STEPS[1:] if length / each <= MOST_MARKS), _STEPS[-1])


def _pacing(day: RaceDay, units: Units) -> tuple[Line, ...]:
    pacing = day.pacing
    told = lines((*([pacing.cap] if pacing.cap else []), *pacing.notes), units)
    easy = pacing.easy
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
            each.name if fuel.mixed else "",
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
    fed = [each for each in fuel.products if each.carbohydrate and when_words(each)]
    rate = f" ({number(fuel.hourly, 0)} g/h)" if fuel.hourly is not None else ""
    for each in fed:
        named = plain_part(each.name, 100)
        name = f"{named}: " if named else ""
        whole = rate if len(fed) == 1 else ""
        told = (
            f"{name}{number(each.carbohydrate or 0)} g of carbohydrate {when_words(each)}{whole}."
        )
        yield localise(told, units)
    if len(fed) > 1 and fuel.hourly is not None:
        yield f"Together {number(fuel.hourly, 0)} g an hour."
    if fuel.fed and fuel.grams is not None:
        yield f"{counted(len(fuel.fed), 'portion')}, {number(fuel.grams)} g in all."
    if len(fuel.portions) > MOST_PORTIONS:
        last = fuel.portions[-1]
        yield (
            f"The first {MOST_PORTIONS} are listed here. Go on in the same way. The last one is "
            f"due after {length_words(round(last.minute))}, {amount(last.km, 'km', units)}."
        )


def _hours(minutes: float) -> str:
    hours, rest = divmod(int(minutes + 0.5), 60)
    return f"{hours}:{rest:02}"


_MODEL = "heat-mantzios"
ORGANISER = "An estimate: follow the organiser's flag."


def plan_part(day: RaceDay, units: Units) -> PlanPart:
    """The plans as far as they are answered; a suggestion of the models is named as one."""
    plans = day.plans.all
    rows = tuple(row for plan in plans if (row := _row(plan, _air(plan, plans, units), units)))
    notes = lines((*_general(day.plans), *_notes(plans)), units)
    return PlanPart(
        rows=rows,
        lines=(*notes, *(Line(text) for text in _weather(day, units))),
        gaps=gaps(_lacks(day), units),
    )


def _row(plan: Plan, air: str, units: Units) -> PlanRow | None:
    if plan.goal is None and plan.finish is None and plan.celsius is None:
        return None
    if plan.times is None:
        return PlanRow(plan.letter, air, "", "", "no goal time")
    finish = spanned(*plan.times, clock)
    per = spanned(*plan.pace, lambda each: pace(each, units)) if plan.pace else ""
    source = "the models' range, as you set no goal" if plan.suggested else ""
    return PlanRow(plan.letter, air, finish, per, source)


def _air(plan: Plan, plans: tuple[Plan, ...], units: Units) -> str:
    if plan.letter == "A":
        hotter = [each.celsius for each in plans[1:] if each.celsius is not None]
        return f"below {_degrees(min(hotter), units)}" if hotter else "no hotter plan written"
    return "" if plan.celsius is None else f"from {_degrees(plan.celsius, units)}"


def _general(plans: Plans) -> Iterator[Said]:
    # How the models' ranges come about matters only where one of them stands for a goal.
    suggested = any(plan.suggested for plan in plans.all)
    yield from (each for each in plans.notes if suggested or _MODEL not in each.evidence)


def _notes(plans: tuple[Plan, ...]) -> Iterator[Said]:
    letters: dict[Said, list[str]] = {}
    for plan in plans:
        for note in plan.notes:
            letters.setdefault(note, []).append(plan.letter)
    for note, of in letters.items():
        if f"lan {of[0]}" in note.text:
            yield note
        else:
            yield Said(f"Plan {listed(of)}: {note.text}", note.evidence, note.loud)


def _lacks(day: RaceDay) -> Iterator[Lack]:
    a, b, c = day.plans.all
    # That the weather lacks is told once, not for each plan.
    yield from (each for each in a.lacks if "heat.temperature" not in each.questions)
    yield from b.lacks
    yield from c.lacks
    yield from (each for each in day.heat.lacks if "heat.temperature" in each.questions)


def _weather(day: RaceDay, units: Units) -> Iterator[str]:
    heat, found = day.heat, day.heat.load
    if found is None:
        return
    dew = f", dew point {_between(found.dew_point, units)}" if found.dew_point else ""
    yield (
        f"Expected: {_degrees(found.celsius, units)}{dew}; heat load "
        f"{_between(found.wbgt, units)} WBGT, "
        f"flag {heat.flags}. {ORGANISER}"
    )
    if heat.finish:
        goal, supported = day.goal.target, day.goal.supported
        of = "your goal"
        if supported and supported != goal:
            of = f"the {clock(supported.seconds)} that your training supports"
        yield f"In this heat, two models turn {of} into {spanned(*heat.finish, clock)}."


def _between(span: Span, units: Units) -> str:
    return spanned(*span, lambda each: amount(each, "°C", units, 0))


def _degrees(celsius: float, units: Units) -> str:
    return amount(celsius, "°C", units, 0 if units.temperature == "°F" else 1)


# Kilograms beside their share of body weight would give the body weight away.
_KILOGRAMS = re.compile(r"\{kg:[\d.]+\} \(([^)]*)\)")
_BEFORE_START = "fluid-pre-event"
_MASS = "race.body_mass"


def drink_part(day: RaceDay, units: Units) -> DrinkPart:
    """How to drink on the way; what to drink before the start belongs to race week."""
    notes = [each for each in day.fluids.notes if _BEFORE_START not in each.evidence]
    said = (Said(_KILOGRAMS.sub(r"\1", each.text), each.evidence, each.loud) for each in notes)
    return DrinkPart(
        lines=lines((*_plan(day.fluids), *said), units), gaps=gaps(_drink_lacks(day), units)
    )


def _plan(fluids: Fluids) -> Iterator[Said]:
    rate = f"{{L/h:{number(fluids.drink)}}}" if fluids.drink is not None else ""
    whose = "Your plan"
    if fluids.withheld:
        whose = "Your answer"
    elif any(each.loud for each in fluids.notes):
        whose = "Your answer, not a plan to follow"
    if fluids.to_thirst:
        yield Said(f"{whose}: to thirst, about {rate}." if rate else f"{whose}: to thirst.")
    elif rate:
        yield Said(f"{whose}: {rate}.")


def _drink_lacks(day: RaceDay) -> Iterator[Lack]:
    yield from (each for each in day.fluids.lacks if _MASS not in each.questions)
    if day.withheld.ids & {"drinking", "two per cent"}:
        return
    if day.fluids.needed is not False:
        yield from lack(
            day.unanswered, "No estimate of weight change without your body weight.", _MASS
        )


CARD_CAUTIONS = (
    FIRST_TWITCH,
    SEVERAL_MUSCLES,
    TEAR,
    WONT_LET_GO,
    *NOT_THIS[:2],
    CALF_AFTERWARDS,
)
FIND_MUSCLE = "Find the muscle below and get into its position, slowly."


def cramp_part(day: RaceDay, units: Units, *, run_on: bool) -> CrampPart:
    """Stop signs, stretches, restart and the hour after, with the slower pace if there is a goal.

    Without `run_on` nothing after the stretch is left.

    Source: redflag-app-list, firstaid-stop-stretch, st-general-rule, return-to-run,
    recurrence-window.
    """
    steps = OFF_COURSE.text, FIND_MUSCLE, HOLD_STEP.text, EASE_OFF.text
    return CrampPart(
        title=STOP_TITLE,
        rule=STOP_RULE,
        signs=tuple(sign.full for sign in STOP_SIGNS),
        actions=tuple(action.text for action in STOP_ACTION),
        clear_title=CLEAR_TITLE,
        clear_headed=tuple(each.text for each in CLEAR_HEADED),
        steps=steps,
        stretches=tuple(
            Stretch(each.name, " ".join(step.text for step in each.position)) for each in MUSCLES
        ),
        hold_note=HOLD_MARK.text,
        hold_mark=HOLD_MARK_SECONDS,
        restart=tuple(_restart(day, units)) if run_on else (),
        cautions=tuple(each.text for each in CARD_CAUTIONS),
        recurrence=(RECURRENCE.text, RECURRENCE_CARE.text) if run_on else (),
        hour=RECURRENCE_SECONDS,
        pickle=tuple(localise(note.text, units) for note in day.cramp.notes),
    )


def _restart(day: RaceDay, units: Units) -> Iterator[str]:
    for step in RESTART:
        yield step.text
    aim = day.goal.target
    if aim:
        slower = pace(aim.pace * (1 + USUAL_SLOWER), units)
        yield f"Slower than before: about {slower}, by judgement."
