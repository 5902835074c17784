"""The debrief drawn as a page: the scorecard row by row, what is missing, and all races below."""

from collections.abc import Iterator

from textual.content import Content

from mile18.plan.day.page import Line, spoken
from mile18.plan.debrief.pages import (
    MARKS,
    NARROWEST,
    SCORECARD,
    heads,
    laid_rows,
    parts,
    pattern_parts,
)
from mile18.plan.debrief.pattern import Pattern
from mile18.plan.debrief.row import Row, Verdict
from mile18.plan.debrief.scorecard import Scorecard
from mile18.tui.day_parts import drawn
from mile18.tui.hanging import MUTED
from mile18.tui.widgets.page import Block, heading
from mile18.tui.widgets.readiness_panel import beside
from mile18.units import Units

ROW, PART, PATTERN = "row ", "part ", "pattern"
_STYLES: dict[Verdict, str] = {
    "within": "bold $text-success",
    "just outside": "bold $text-warning",
    "well outside": "bold $text-accent",
}


def debrief_blocks(
    card: Scorecard, races: Pattern | None, units: Units, width: int
) -> Iterator[Block]:
    """The page; each row and each part is a stop. `races` is None while they are being read."""
    width = max(NARROWEST, width)
    lines = [heading(SCORECARD)]
    for line in spoken(card.notes, units):
        lines += drawn(line, width)
    lines += [Content.styled(line.text, MUTED) for line in heads(card, units, width)]
    yield Block(lines, part=SCORECARD)
    for row, laid in laid_rows(card, units, width):
        yield Block(_row(row, laid, width), stop=ROW + row.id)
    for part in parts(card, units, width)[1:]:
        yield _GAP
        lines = [heading(part.title)]
        for line in part.lines:
            lines += drawn(line, width)
        yield Block(lines, part=part.title, stop=PART + part.title)
    yield _GAP
    if races is None:
        yield Block([Content.styled("Reading your other races …", MUTED)], part=PATTERN)
        return
    for at, part in enumerate(pattern_parts(races, units, width)):
        lines = [heading(part.title)]
        for line in part.lines:
            lines += drawn(line, width)
        name = part.title if at else PATTERN
        yield Block(lines, part=name, stop=PART + name)
        yield _GAP


_GAP = Block([Content("")])


def _row(row: Row, laid: tuple[Line, ...], width: int) -> list[Content]:
    first, *rest = laid
    mark = Content.styled(MARKS[row.verdict], _STYLES[row.verdict] if row.verdict else "")
    if first.kind == "table":
        before, found, after = first.text.partition(mark.plain or row.what)
        shown = mark if row.verdict else Content(found)
        lines = [Content.assemble(before, shown, after)]
    else:
        lines = [beside(Content.styled(row.what, "bold"), mark, width)]
    for line in rest:
        lines += drawn(line, width)
    return lines
