"""All pictures as rows of text, with roles for a screen to style; they know numbers and nothing else.

Each sign takes one column and has a stand-in of ASCII that takes one too, so a picture has the same
axes and marks wherever it is shown: what an encoding cannot say is encoded with `errors=PLAIN`.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_RULE, _TICK, _LEFT, _RIGHT, _LEVEL = "─┼├┤╌"
_SIDE, _CORNER = "│", "└"
_FULL, _OPEN, _EMPTY = "█▒░"
_THICK, _HERE, _BELOW = "━●·"


def bar(full: int, possible: int, width: int, least: int = 0) -> Row:
    """A bar of `width` columns: full up to one of them, open up to another, and empty from there.

    `least` is how many are to be full: the last of them has a mark as long as it is not.
    """
    canvas = Canvas(width, _EMPTY, "empty")
    if least > full:
        canvas.put(least - 1, _SIDE, "empty")
    canvas.fill(0, full, _FULL, "full")
    canvas.fill(full, possible, _OPEN, "open")
    return canvas.row("", 0)


def scale(width: int, safe: tuple[int, int], here: int, *, alarm: bool) -> Row:
    """A scale with two guards, what lies beyond the upper one, and a mark where one stands."""
    canvas = Canvas(width, _BELOW, "level")
    canvas.fill(safe[0], safe[1], _RULE, "safe")
    canvas.fill(safe[1], width, _OPEN, "beyond")
    for guard in safe:
        canvas.put(guard, _SIDE, "guard")
    canvas.put(here, _HERE, "alarm" if alarm else "here")
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
        canvas.put(at(bound), _SIDE, "guard")
    if band:
        canvas.fill(at(band[0]), at(band[1]) + 1, _THICK, "range" if bounds else "safe")
    for value, sign in marks:
        canvas.put(at(value), sign, "here")
    return canvas.row("", 0)


def progress(done: int, width: int, *, marked: bool = False) -> Row:
    """A line of `width` columns, thick as far as it is done, with a mark after that if wanted."""
    canvas = Canvas(width, _LEVEL, "empty")
    canvas.fill(0, done, _THICK, "full")
    if marked:
        canvas.put(done, _HERE, "here")
    return canvas.row("", 0)


def blocks(points: Iterable[int]) -> str:
    """A block for each number of points from 0 to 100, its height in eighths of 100."""
    return "".join(BLOCKS[min(each * len(BLOCKS) // 100, len(BLOCKS) - 1)] for each in points)


LEAST_COLUMNS, LEAST_ROWS = 16, 3
# As the sign of a curve: drawn in dots of braille, two across and four down in each cell.
DOTS = "\u28ff"
_AXIS = "axis"

Function = Callable[[float], float | None]


class Track(Struct, frozen=True):
    """Signs along the course under one label: at places, and over stretches from place to place."""

    label: str
    sign: str
    role: str
    places: tuple[float, ...] = ()
    stretches: tuple[tuple[float, float], ...] = ()


class Curve(Struct, frozen=True):
    """A line in a chart: its sign or DOTS, a role, and the y for an x (None: no value there)."""

    sign: str
    role: str
    at: Function


class Band(Struct, frozen=True):
    """What lies between two lines of a chart, both included."""

    sign: str
    role: str
    low: Function
    high: Function


class Guide(Struct, frozen=True):
    """A level across a chart, with its label and role."""

    y: float
    label: str
    role: str


class Relief(Struct, frozen=True):
    """The height along a course, drawn in so many rows between two labelled levels."""

    at: Function
    low: Guide
    high: Guide
    rows: int


def course(
    length: float,
    tracks: Sequence[Track],
    ticks: Sequence[Tick],
    width: int,
    relief: Relief | None = None,
) -> tuple[Row, ...]:
    """The course as a line, a row of signs for each track above it, the ticks' labels below it.

    A `relief` stands above all. Rows have at most `width` columns. Raises ValueError for a length that is not positive, or if
    fewer than 16 columns are left for the course.
    """
    words = [track.label for track in tracks]
    if relief:
        words += [relief.low.label, relief.high.label]
    gutter = max((len(word) + 1 for word in words), default=0)
    room = width - gutter
    enough(room, LEAST_COLUMNS, "columns")
    if length <= 0:
        raise ValueError(f"length is {length:g}, allowed is more than 0")

    def column(place: float) -> int:
        return cell(place / length, room)

    rows = list(_relief(relief, length, room, gutter)) if relief else []
    for track in tracks:
        canvas = Canvas(room)
        for start, end in track.stretches:
            canvas.fill(column(start), column(end) + 1, track.sign, track.role)
        for place in track.places:
            canvas.put(column(place), track.sign, track.role)
        rows.append(canvas.row(track.label, gutter))
    line = Canvas(room, _RULE, _AXIS)
    for place, _ in ticks:
        line.put(column(place), _TICK, _AXIS)
    line.put(0, _LEFT, _AXIS)
    line.put(room - 1, _RIGHT, _AXIS)
    rows.append(line.row("", gutter))
    rows.append(labels([(column(at), text) for at, text in ticks], room).row("", gutter))
    return tuple(rows)


def _relief(relief: Relief, length: float, room: int, gutter: int) -> Iterator[Row]:
    drawn = _Rows(room, relief.rows, (relief.low.y, relief.high.y))
    drawn.dots(Curve(DOTS, "height", relief.at), _places((0.0, length), 2 * room))
    labelled = {0: relief.high.label, relief.rows - 1: relief.low.label}
    for at, canvas in enumerate(drawn.canvases):
        yield canvas.row(labelled.get(at, ""), gutter)


def chart(
    drawn: Sequence[Band | Curve],
    guides: Sequence[Guide],
    x: tuple[float, float],
    y: tuple[float, float],
    ticks: Sequence[Tick],
    width: int,
    height: int,
    marks: Sequence[Tick] = (),
) -> tuple[Row, ...]:
    """Bands and curves from x[0] to x[1] between y[0] and y[1], later ones above earlier ones.

    `height` rows, then an axis on which `marks` put signs of one column, and the ticks' labels;
    at most `width` columns. Values outside y are left out. Raises ValueError for an empty span,
    fewer than 16 columns beside the labels, or fewer than 3 rows.
    """
    gutter = max((len(guide.label) + 1 for guide in guides), default=0) + 1
    room = width - gutter
    enough(room, LEAST_COLUMNS, "columns")
    enough(height, LEAST_ROWS, "rows")
    if x[0] >= x[1] or y[0] >= y[1]:
        raise ValueError(f"empty span: x {x[0]:g} to {x[1]:g}, y {y[0]:g} to {y[1]:g}")

    def column(value: float) -> int:
        return cell((value - x[0]) / (x[1] - x[0]), room)

    rows = _Rows(room, height, y)
    for guide in guides:
        rows.level(guide)
    for each in drawn:
        if isinstance(each, Band):
            rows.band(each, _places(x, room))
        elif each.sign == DOTS:
            rows.dots(each, _places(x, 2 * room))
        else:
            rows.curve(each, _places(x, room))
    axis = Canvas(room, _RULE, _AXIS)
    for value, _ in ticks:
        axis.put(column(value), _TICK, _AXIS)
    for value, sign in marks:
        axis.put(column(value), sign[:1], "mark")
    under = labels([(column(at), text) for at, text in ticks], room)
    corner = " " * (gutter - 1) + _CORNER
    return (*rows.finished(gutter), axis.row(corner, gutter), under.row("", gutter))


def _places(x: tuple[float, float], count: int) -> list[float]:
    return [x[0] + (x[1] - x[0]) * at / (count - 1) for at in range(count)]


class _Rows:
    """The rows of a chart between its highest and its lowest y."""

    def __init__(self, room: int, height: int, y: tuple[float, float]) -> None:
        self._low, self._high = y
        self.canvases = [Canvas(room) for _ in range(height)]
        self._labels = [""] * height

    def level(self, guide: Guide) -> None:
        at = self._at(guide.y)
        if at is None:
            return
        self._labels[at] = guide.label
        self.canvases[at] = Canvas(len(self.canvases[at]), _LEVEL, guide.role)

    def band(self, band: Band, places: Sequence[float]) -> None:
        for column, place in enumerate(places):
            low, high = self._at(band.low(place)), self._at(band.high(place))
            if low is not None and high is not None:
                for row in range(high, low + 1):
                    self.canvases[row].put(column, band.sign, band.role)

    def curve(self, curve: Curve, places: Sequence[float]) -> None:
        for column, row in self._along(curve, places, 1):
            self.canvases[row].put(column, curve.sign, curve.role)

    def dots(self, curve: Curve, places: Sequence[float]) -> None:
        for at, level in self._along(curve, places, 4):
            self.canvases[level // 4].dot(at // 2, at % 2, level % 4, curve.role)

    def _along(
        self, curve: Curve, places: Sequence[float], levels: int
    ) -> Iterator[tuple[int, int]]:
        """The curve's levels from the top, so many to a row, at each place by its number."""
        before: int | None = None
        for at, place in enumerate(places):
            here = self._at(curve.at(place), levels)
            if here is not None:
                yield from ((at, level) for level in _crossed(before, here))
            before = here

    def finished(self, gutter: int) -> list[Row]:
        return [
            canvas.row(f"{label:>{max(0, gutter - 2)}}{' ' * (gutter > 1)}{_SIDE}", gutter)
            for canvas, label in zip(self.canvases, self._labels, strict=True)
        ]

    def _at(self, value: float | None, levels: int = 1) -> int | None:
        if value is None or not self._low <= value <= self._high:
            return None
        share = (self._high - value) / (self._high - self._low)
        return cell(share, levels * len(self.canvases))


def _crossed(before: int | None, here: int) -> range:
    """The levels a curve crosses on its way to `here`, so that steep stretches have no holes."""
    if before is None or abs(before - here) <= 1:
        return range(here, here + 1)
    return range(before + 1, here + 1) if here > before else range(here, before)


# The handler of what an encoding cannot say, for `encode` and for streams.
PLAIN = "mile18.plain"
_STAND_INS = dict(
    zip(
        "─━│├┤└┼╌·•▲▼×●○›−▒░▁▂▃▄▅▆▇█",
        "-=|++++.:*^vx@o>-=..:-=+*%#",
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
