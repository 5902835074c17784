"""All pictures as rows of text, with roles for a screen to style; they know numbers and nothing else.

Each sign takes one column and has a stand-in of ASCII that takes one too, so a picture has the same
axes and marks wherever it is shown: what an encoding cannot say is encoded with `errors=PLAIN`.
"""

import codecs
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import floor

from msgspec import Struct

LABEL = "label"

Tick = tuple[float, str]


class Hint(Struct, frozen=True):
    """What the columns from `start` up to `end` of a row show, as a role."""

    start: int
    end: int
    role: str


class Row(Struct, frozen=True):
    """One line of a picture."""

    text: str
    hints: tuple[Hint, ...] = ()

    def between(self, before: str, after: str) -> "Row":
        """The same between two texts."""
        shift = len(before)
        moved = (Hint(each.start + shift, each.end + shift, each.role) for each in self.hints)
        return Row(f"{before}{self.text}{after}".rstrip(), tuple(moved))


_BRAILLE = range(0x2800, 0x2900)
# The bit of each dot of a cell by its column, from the top.
_DOT = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


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

    def fill(self, start: int, end: int, sign: str, role: str) -> None:
        """Set the cells from `start` up to `end`."""
        for at in range(start, end):
            self.put(at, sign, role)

    def dot(self, at: int, right: int, down: int, role: str) -> None:
        """Set one of the two by four dots of a cell; those that are set already stay."""
        here = ord(self._cells[at][0])
        dots = here if here in _BRAILLE else _BRAILLE.start
        self.put(at, chr(dots | _DOT[right][down]), role)

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


BLOCKS = "▁▂▃▄▅▆▇█"
RULE, TICK, LEFT, RIGHT, LEVEL = "─┼├┤╌"
SIDE, CORNER = "│", "└"
_FULL, _OPEN, _EMPTY = "█▒░"
_THICK, _HERE, _BELOW = "━●·"


def bar(full: int, possible: int, width: int, least: int = 0, gained: int = 0) -> Row:
    """A bar of `width` columns: full up to one of them, open up to another, and empty from there.

    `least` is how many are to be full: the last of them has a mark as long as it is not. Up to
    `gained` it shows what is within reach.
    """
    canvas = Canvas(width, _EMPTY, "empty")
    if least > full:
        canvas.put(least - 1, SIDE, "empty")
    canvas.fill(0, full, _FULL, "full")
    canvas.fill(full, possible, _OPEN, "open")
    canvas.fill(full, max(full, gained), _THICK, "gain")
    return canvas.row("", 0)


def stacks(
    counts: Sequence[tuple[int, int]], names: Sequence[str], width: int, height: int
) -> tuple[Row, ...]:
    """A column of `width` for each pair of how many are done and how many there are, and its name.

    The highest takes `height` rows; one that has anything takes one row at least.
    """
    most = max(1, *(whole for _, whole in counts))
    rows = [Canvas((width + 1) * len(counts) - 1) for _ in range(height + 1)]
    for at, (done, whole) in enumerate(counts):
        start = at * (width + 1)
        high = max(1, round(height * whole / most)) if whole else 0
        full = high * done // max(1, whole)
        for row in range(high):
            signs = (_FULL, "full") if row < full else (_EMPTY, "empty")
            rows[height - 1 - row].fill(start, start + width, *signs)
        for offset, sign in enumerate(names[at][:width].rjust(width)):
            rows[height].put(start + offset, sign, LABEL)
    return tuple(row.row("", 0) for row in rows)


def scale(width: int, safe: tuple[int, int], here: int, *, alarm: bool) -> Row:
    """A scale with two guards, what lies beyond the upper one, and a mark where one stands."""
    canvas = Canvas(width, _BELOW, "level")
    canvas.fill(safe[0], safe[1], RULE, "safe")
    canvas.fill(safe[1], width, _OPEN, "beyond")
    for guard in safe:
        canvas.put(guard, SIDE, "guard")
    canvas.put(here, *(("!", "alarm") if alarm else (_HERE, "here")))
    return canvas.row("", 0)


def gauge(
    width: int,
    span: tuple[float, float],
    band: tuple[float, float] | None = None,
    marks: Sequence[tuple[float, str]] = (),
    bounds: Sequence[float] = (),
) -> Row:
    """A scale from one end of a span to the other: a band, borders on the way, and marks over them."""
    low, high = span

    def at(value: float) -> int:
        return cell((value - low) / (high - low) if high > low else 0.5, width)

    canvas = Canvas(width, _BELOW, "level")
    for bound in bounds:
        canvas.put(at(bound), SIDE, "guard")
    if band:
        canvas.fill(at(band[0]), at(band[1]) + 1, _THICK, "range" if bounds else "safe")
    for value, sign in marks:
        canvas.put(at(value), sign, "here")
    return canvas.row("", 0)


def progress(done: int, width: int, *, marked: bool = False) -> Row:
    """A line of `width` columns, thick as far as it is done, with a mark after that if wanted."""
    canvas = Canvas(width, LEVEL, "empty")
    canvas.fill(0, done, _THICK, "full")
    if marked:
        canvas.put(done, _HERE, "here")
    return canvas.row("", 0)


def blocks(points: Iterable[int]) -> str:
    """A block for each number of points from 0 to 100, its height in eighths of 100."""
    return "".join(BLOCKS[min(each * len(BLOCKS) // 100, len(BLOCKS) - 1)] for each in points)


# The handler of what an encoding cannot say, for `encode` and for streams.
PLAIN = "mile18.plain"
_STAND_INS = dict(
    zip(
        "─━│├┤└┼╌·•▲▼×●○›−▒░▁▂▃▄▅▆▇█",
        "-=|++++.:*^vx@o>-/..:-=+*%#",
        strict=True,
    )
)
_UPPER_DOTS = 0x1B


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _stand_in(sign: str) -> str:
    if ord(sign) not in _BRAILLE:
        return _STAND_INS.get(sign, "?")
    dots = ord(sign) - _BRAILLE.start
    upper, lower = dots & _UPPER_DOTS, dots & ~_UPPER_DOTS
    return ":" if upper and lower else "'" if upper else "." if lower else " "


codecs.register_error(PLAIN, _plain)
