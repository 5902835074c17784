"""Race day drawn as a page: the words are the plan's, with signs, plots and places for a cursor."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from mile18.plan.day.day import RaceDay
from mile18.plan.day.page import Line, Part, lacking
from mile18.plan.day.pages import NARROWEST, parts
from mile18.tui.day_glance import glance_lines
from mile18.tui.day_names import FLUIDS, PLANS, SOURCES
from mile18.tui.day_plans import SIDE_BY_SIDE, plan_columns
from mile18.tui.fluid_gauge import gauge
from mile18.tui.hanging import hanging
from mile18.tui.plot_row import plot_row
from mile18.tui.said import CARE, GAIN, said_lines
from mile18.tui.widgets.page import Block, heading
from mile18.units import Units

PART, LACK = "part ", "lack "


def day_blocks(day: RaceDay, units: Units, width: int, *, glance: bool) -> Iterator[Block]:
    """The page; each part is a part and a stop, and so is each thing that is not known.

    With `glance` the page begins with the figures of the day in a few lines.
    """
    # Between two layouts a page may be next to nothing wide.
    width = max(NARROWEST, width)
    if glance:
        yield Block([*glance_lines(day, units, width), Content("")])
    questions = {
        line.text: each.questions[0] for each in day.lacks for line in lacking((each,), units)
    }
    at = 0
    for part in parts(day, units, width):
        if part.title == SOURCES:
            continue
        said = [line for line in part.lines if line.text not in questions]
        lines = [heading(part.title), *_said(day, part, said, units, width)]
        yield Block(lines, part=part.title, stop=PART + part.title)
        for line in part.lines:
            if line.text in questions:
                at += 1
                lines = drawn(line, width)
                yield Block(lines, stop=f"{LACK}{at} {questions[line.text]}")
        yield Block([Content("")])


def _said(
    day: RaceDay, part: Part, lines: Sequence[Line], units: Units, width: int
) -> Iterator[Content]:
    if part.title == PLANS and width >= SIDE_BY_SIDE:
        yield from plan_columns(day, units, width)
        return
    if part.title == FLUIDS:
        yield from gauge(day.fluids, width)
    word = GAIN if part.title == FLUIDS and day.fluids.guard == "gain" else CARE
    for line in lines:
        yield from drawn(line, width, word)


def drawn(line: Line, width: int, word: str = CARE) -> list[Content]:
    """A line of a part by its kind; tables and plots are laid out already."""
    match line.kind:
        case "plot":
            return [plot_row(line.text, line.hints)]
        case "table":
            return [Content(line.text)]
        case "figure":
            return hanging(line.text, width)
        case "lack":
            return hanging(line.text, width, "? ", "italic")
        case "said" | "loud":
            return said_lines(line, width, word)
