"""The parts of the cramp screen as lines for a width, in one column or two."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.content import Content

from mile18.plan.wrap import wrapped
from mile18.tui.cramp_reading import Line, Part, Reading
from mile18.tui.widgets.page import Block, heading

TWO_COLUMNS = 96
GAP = 4
GRADE = 3


def drawn(reading: Reading, width: int, height: int) -> Sequence[Block]:
    """The parts as blocks; numbered steps stand apart if everything then still fits."""
    for spaced in (True, False):
        lines = _all(reading, width, spaced)
        if len(lines) <= height:
            break
    return [Block(lines)]


def _all(reading: Reading, width: int, spaced: bool) -> list[Content]:
    if width < TWO_COLUMNS:
        return _parts((*reading.first, *reading.second), width, spaced)
    room = (width - GAP) // 2
    left, right = (_parts(parts, room, spaced) for parts in (reading.first, reading.second))
    return [
        Content.assemble(one, " " * (room + GAP - one.cell_length), other)
        for one, other in zip_longest(left, right, fillvalue=Content(""))
    ]


def _parts(parts: Iterable[Part], width: int, spaced: bool) -> list[Content]:
    lines: list[Content] = []
    for part in parts:
        if not part.lines:
            continue
        if lines and len(lines[-1]):
            lines.append(Content(""))
        if part.title:
            lines.append(heading(part.title).truncate(width, ellipsis=True))
        marks = [_mark(line, loud=part.spaced) for line in part.lines]
        indent = max(mark.cell_length for mark in marks)
        for mark, line in zip(marks, part.lines, strict=True):
            lines += _line(line, mark, width, indent)
            if spaced and part.spaced:
                lines.append(Content(""))
    return lines


def _mark(line: Line, *, loud: bool) -> Content:
    if not line.mark:
        return Content("")
    if line.chip:
        return Content.assemble((f" {line.mark} ", "bold reverse" if loud else "bold"), "  ")
    return Content.styled(f"{line.mark}  ", "bold $accent")


def _line(line: Line, mark: Content, width: int, indent: int) -> list[Content]:
    style = "bold" if line.strong else "$foreground-muted" if line.quiet else ""
    room = max(8, width - (indent if line.mark else 0) - (GRADE if line.grade else 0))
    drawn: list[Content] = []
    for at, text in enumerate(wrapped(line.text, room)):
        lead = mark.pad_right(max(0, indent - mark.cell_length)) if line.mark else Content("")
        row = Content.assemble(lead if at == 0 else " " * lead.cell_length, (text, style))
        if at == 0 and line.grade:
            gap = " " * (width - row.cell_length - 2)
            row = Content.assemble(row, gap, (line.grade.ljust(2), "$foreground-muted"))
        if line.more and row.cell_length + len(line.more) + 2 <= width:
            row = Content.assemble(row, "  ", (line.more, "$foreground-muted"))
        drawn.append(row.stylize(f"@click=screen.{line.action}") if line.action else row)
    return drawn
