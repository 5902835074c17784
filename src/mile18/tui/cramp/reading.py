"""The shapes that the cramp screen's text comes in: lines with grades, in parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from mile18.evidence.step import Step
from mile18.tui.page import Block, heading
from mile18.wrap import wrapped


@dataclass(frozen=True, slots=True)
class Line:
    """A text with what stands before it and its grade.

    `more` is said where it fits on the same line, `action` is what a click does, and with `chip`
    the mark is a key.
    """

    text: str
    mark: str = ""
    grade: str = ""
    strong: bool = False
    quiet: bool = False
    action: str = ""
    chip: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a title; `spaced` ones are looked for first and stand apart where there is room."""

    title: str
    lines: tuple[Line, ...]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts to read first, those after or beside them, and the steps that their claims are in.

    `title` and `why` head the sources.
    """

    first: tuple[Part, ...]
    second: tuple[Part, ...]
    title: str
    why: str
    steps: tuple[Step, ...]
    also: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The claims behind the steps shown, each once."""
        claims = (claim for step in self.steps for claim in step.evidence)
        return tuple(dict.fromkeys((*claims, *self.also)))


def numbered(steps: Iterable[Step]) -> tuple[Line, ...]:
    """Steps in their order, with their grades."""
    return tuple(line(each, str(at)) for at, each in enumerate(steps, start=1))


def key_line(text: str, key: str, action: str = "") -> Line:
    """A key and what it does."""
    return Line(text, key, action=action, chip=True)


def line(step: Step, mark: str = "·", *, strong: bool = False) -> Line:
    """A step with its grade, and a star where it goes further than its sources."""
    return Line(step.text, mark, step.grade + ("*" if step.note else ""), strong=strong)


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
