"""Race day as plain text, for a shell, a file or paper."""

from collections.abc import Iterator

from mile18.evidence.disclaimers import CLINICIAN, EMERGENCY, GENERAL
from mile18.evidence.library import claim
from mile18.plan.race_day import RaceDay
from mile18.plan.race_day_heat_lines import heat_lines, plan_lines
from mile18.plan.race_day_lines import goal_lines, pacing_lines
from mile18.plan.race_day_more_lines import course_lines, cramp_lines, fluid_lines, fuel_lines
from mile18.plan.race_day_page import Line, Part, lacking, line_rows, spoken
from mile18.plan.words import gate_words, race_line
from mile18.plan.wrap import one_line
from mile18.units import Units

NARROWEST = 32


def race_day_text(day: RaceDay, units: Units, width: int = 80) -> str:
    """Race day in lines of at most `width` columns, with its health answers: not for sharing.

    Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    name = one_line(race_line(day.profile, day.countdown, units), 500)
    rows = line_rows(Line(name), width)
    for part in parts(day, units, width):
        rows += ["", part.title.upper()]
        for line in part.lines:
            rows += line_rows(line, width)
    return "\n".join(rows) + "\n"


def parts(day: RaceDay, units: Units, width: int) -> tuple[Part, ...]:
    """The parts of race day with tables and plots laid out for `width` columns, empty ones left out.

    Pacing comes first for a runner who has cramped before. While the health gate is shut only what
    to do now and the cramp plan are left. Raises ValueError as `race_day_text`.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    around = (
        Part("If a cramp comes", tuple(cramp_lines(day, units))),
        Part("Please note", tuple(Line(text, "said") for text in (GENERAL, EMERGENCY, CLINICIAN))),
        Part("Sources", (Line(_sources(day)),)),
    )
    if day.gate.shut:
        return Part("What to do now", tuple(_opening(day, units))), *around
    goal = Part("Goal", tuple(goal_lines(day, units)))
    pacing = Part("Pacing", tuple(pacing_lines(day, units, width)))
    found = (
        Part("First of all", tuple(_opening(day, units))),
        *((pacing, goal) if day.pacing.cramped_before else (goal, pacing)),
        Part("Heat", tuple(heat_lines(day, units, width))),
        Part("Plans A, B and C", tuple(plan_lines(day, units))),
        Part("Fuel", tuple(fuel_lines(day, units, width))),
        Part("Fluids", tuple(fluid_lines(day, units, width))),
        Part("Along the course", tuple(course_lines(day, units, width))),
        *around,
    )
    return tuple(part for part in found if part.lines)


def _opening(day: RaceDay, units: Units) -> Iterator[Line]:
    if day.gate.status != "clear":
        open_ = day.gate.status == "not answered"
        yield Line(gate_words(day.gate), "lack" if open_ else "loud")
    yield from spoken(day.opening.notes, units)
    yield from lacking(day.opening.lacks, units)


def _sources(day: RaceDay) -> str:
    return ", ".join(f"{name} {claim(name).grade}" for name in day.evidence)
