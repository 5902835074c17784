"""What race day's parts are laid out in: lines of a kind, wrapped to a width in columns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from mile18.plan.day.words import Lack, Said
from mile18.plan.plots import Hint, Row
from mile18.plan.wrap import columns, padded, wrapped
from mile18.profile import all_questions
from mile18.units import Units, localise

Kind = Literal["figure", "said", "loud", "lack", "table", "plot"]
MARKS: dict[Kind, str] = {"said": "- ", "loud": "! ", "lack": "? "}

# Rows of a chart, without its axis.
PLOT_ROWS = 8


class Line(Struct, frozen=True):
    """A line of a part and what it is; tables and plots are laid out already, hints style plots."""

    text: str
    kind: Kind = "figure"
    hints: tuple[Hint, ...] = ()


class Part(Struct, frozen=True):
    """A titled run of lines."""

    title: str
    lines: tuple[Line, ...]


def spoken(said: Iterable[Said], units: Units) -> Iterator[Line]:
    """Sentences in the runner's units, the loud ones first."""
    for each in sorted(said, key=lambda each: not each.loud):
        yield Line(localise(each.text, units), "loud" if each.loud else "said")


def lacking(lacks: Iterable[Lack], units: Units) -> Iterator[Line]:
    """What is lacking, each with the prompts of the questions that would fill it."""
    questions = all_questions()
    for each in dict.fromkeys(lacks):
        prompts = "; ".join(
            f"{name.partition('.')[0].capitalize()}: {questions[name].prompt}"
            for name in each.questions
        )
        yield Line(f"{localise(each.what, units)} → {prompts}", "lack")


def drawn(rows: Iterable[Row]) -> Iterator[Line]:
    """The rows of a plot."""
    for row in rows:
        yield Line(row.text, "plot", row.hints)


def table(rows: Sequence[Sequence[str]], *, named: bool = False) -> Iterator[Line]:
    """Rows in columns as wide as needed, set to the right, or with names first to the left."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for at, (text, width) in enumerate(zip(row, widths, strict=True)):
            left = named and at == 0
            cells.append(padded(text, width) if left else " " * (width - columns(text)) + text)
        yield Line("  ".join(cells).rstrip(), "table")


def flowing(cells: Sequence[str], width: int, gap: int = 3) -> Iterator[Line]:
    """Short cells side by side, as many to a row as fit, read from left to right."""
    if not cells:
        return
    widest = max(map(columns, cells))
    count = max(1, (width + gap) // (widest + gap))
    for start in range(0, len(cells), count):
        row = (padded(each, widest) for each in cells[start : start + count])
        yield Line((" " * gap).join(row).rstrip(), "table")


def line_rows(line: Line, width: int) -> list[str]:
    """A line with its mark in rows of at most `width` columns, the later ones indented.

    What is laid out already stays on one row as long as it fits.
    """
    mark = MARKS.get(line.kind, "")
    return wrapped(line.text, width, mark, " " * len(mark or "  "))
