"""What plots are drawn on: rows of cells with a role each, which become text with hints."""

from collections.abc import Sequence
from itertools import groupby
from math import floor

from msgspec import Struct

LABEL = "label"

Tick = tuple[float, str]


class Hint(Struct, frozen=True):
    """What the columns from `start` up to `end` of a row show: a role for a screen to style."""

    start: int
    end: int
    role: str


class Row(Struct, frozen=True):
    """One line of a plot."""

    text: str
    hints: tuple[Hint, ...] = ()


class Canvas:
    """One row of cells, blank or filled with a sign."""

    def __init__(self, room: int, sign: str = " ", role: str = "") -> None:
        """Start with `room` cells."""
        self._cells = [(sign, role)] * room

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self._cells)

    def put(self, at: int, sign: str, role: str) -> None:
        """Set one cell."""
        self._cells[at] = (sign, role)

    def is_free(self, start: int, end: int) -> bool:
        """Whether the cells from `start` up to `end` are blank; there is nothing beyond the edge."""
        return all(sign == " " for sign, _ in self._cells[max(0, start) : end])

    def row(self, label: str, gutter: int) -> Row:
        """The cells as text, after a label in a gutter of so many columns."""
        signs = "".join(sign for sign, _ in self._cells).rstrip()
        hints = [Hint(0, len(label), LABEL)] if label.strip() else []
        at = gutter
        for role, run in groupby(role for _, role in self._cells[: len(signs)]):
            end = at + len(list(run))
            if role:
                hints.append(Hint(at, end, role))
            at = end
        return Row(f"{label:<{gutter}}{signs}".rstrip(), tuple(hints))


def labels(ticks: Sequence[tuple[int, str]], room: int) -> Canvas:
    """Labels centred under their columns, the ends first; one that would touch another is left out."""
    canvas = Canvas(room)
    for at, text in (*ticks[:1], *ticks[-1:], *ticks[1:-1]):
        start = max(0, min(at - (len(text) - 1) // 2, room - len(text)))
        if len(text) <= room and canvas.is_free(start - 1, start + len(text) + 1):
            for offset, sign in enumerate(text):
                canvas.put(start + offset, sign, LABEL)
    return canvas


def cell(share: float, room: int) -> int:
    """The cell that a share from 0 to 1 of the room falls on; what lies outside goes to the edge."""
    return floor(max(0.0, min(1.0, share)) * (room - 1) + 0.5)


def enough(count: int, least: int, what: str) -> None:
    """Raise ValueError unless there are at least so many columns or rows."""
    if count < least:
        raise ValueError(f"{count} {what} are left for the plot, allowed is {least} or more")
