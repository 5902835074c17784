"""Small plots as rows of text, with hints for styling; they know numbers and nothing else."""

from collections.abc import Callable, Sequence
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


LEAST_COLUMNS, LEAST_ROWS = 16, 3
_RULE, _TICK, _LEFT, _RIGHT, _LEVEL = "─┼├┤╌"
_SIDE, _CORNER = "│", "└"
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
    """A line in a chart: its sign, a role, and the y for an x (None: no value there)."""

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


def course(
    length: float, tracks: Sequence[Track], ticks: Sequence[Tick], width: int
) -> tuple[Row, ...]:
    """The course as a line, a row of signs for each track above it, the ticks' labels below it.

    Rows have at most `width` columns. Raises ValueError for a length that is not positive, or if
    fewer than 16 columns are left for the course.
    """
    gutter = max((len(track.label) + 1 for track in tracks), default=0)
    room = width - gutter
    enough(room, LEAST_COLUMNS, "columns")
    if length <= 0:
        raise ValueError(f"length is {length:g}, allowed is more than 0")

    def column(place: float) -> int:
        return cell(place / length, room)

    rows = []
    for track in tracks:
        canvas = Canvas(room)
        for start, end in track.stretches:
            for at in range(column(start), column(end) + 1):
                canvas.put(at, track.sign, track.role)
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
    places = [x[0] + (x[1] - x[0]) * at / (room - 1) for at in range(room)]
    for each in drawn:
        if isinstance(each, Band):
            rows.band(each, places)
        else:
            rows.curve(each, places)
    axis = Canvas(room, _RULE, _AXIS)
    for value, _ in ticks:
        axis.put(column(value), _TICK, _AXIS)
    for value, sign in marks:
        axis.put(column(value), sign[:1], "mark")
    under = labels([(column(at), text) for at, text in ticks], room)
    corner = " " * (gutter - 1) + _CORNER
    return (*rows.finished(gutter), axis.row(corner, gutter), under.row("", gutter))


class _Rows:
    """The rows of a chart between its highest and its lowest y."""

    def __init__(self, room: int, height: int, y: tuple[float, float]) -> None:
        self._low, self._high = y
        self._canvases = [Canvas(room) for _ in range(height)]
        self._labels = [""] * height

    def level(self, guide: Guide) -> None:
        at = self._at(guide.y)
        if at is None:
            return
        self._labels[at] = guide.label
        for column in range(len(self._canvases[at])):
            self._canvases[at].put(column, _LEVEL, guide.role)

    def band(self, band: Band, places: Sequence[float]) -> None:
        for column, place in enumerate(places):
            low, high = self._at(band.low(place)), self._at(band.high(place))
            if low is not None and high is not None:
                for row in range(high, low + 1):
                    self._canvases[row].put(column, band.sign, band.role)

    def curve(self, curve: Curve, places: Sequence[float]) -> None:
        before: int | None = None
        for column, place in enumerate(places):
            here = self._at(curve.at(place))
            if here is not None:
                for row in _crossed(before, here):
                    self._canvases[row].put(column, curve.sign, curve.role)
            before = here

    def finished(self, gutter: int) -> list[Row]:
        return [
            canvas.row(f"{label:>{max(0, gutter - 2)}}{' ' * (gutter > 1)}{_SIDE}", gutter)
            for canvas, label in zip(self._canvases, self._labels, strict=True)
        ]

    def _at(self, value: float | None) -> int | None:
        if value is None or not self._low <= value <= self._high:
            return None
        return cell((self._high - value) / (self._high - self._low), len(self._canvases))


def _crossed(before: int | None, here: int) -> range:
    """The rows a curve crosses on its way to `here`, so that steep stretches have no holes."""
    if before is None or abs(before - here) <= 1:
        return range(here, here + 1)
    return range(before + 1, here + 1) if here > before else range(here, before)
