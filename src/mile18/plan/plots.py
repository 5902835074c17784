"""Small plots as rows of text, with hints for styling; they know numbers and nothing else."""

from collections.abc import Callable, Sequence
from itertools import groupby
from math import floor

from msgspec import Struct

LEAST_COLUMNS, LEAST_ROWS = 16, 3
_RULE, _TICK, _LEFT, _RIGHT, _CORNER, _LEVEL = "─┼├┤└╌"
_AXIS, _LABEL = "axis", "label"


class Hint(Struct, frozen=True):
    """What the columns from `start` up to `end` of a row show: a role for a screen to style."""

    start: int
    end: int
    role: str


class Row(Struct, frozen=True):
    """One line of a plot."""

    text: str
    hints: tuple[Hint, ...] = ()


class Track(Struct, frozen=True):
    """Signs along the course under one label: at places, and over stretches from place to place."""

    label: str
    sign: str
    role: str
    places: tuple[float, ...] = ()
    stretches: tuple[tuple[float, float], ...] = ()


class Curve(Struct, frozen=True):
    """A line in a chart: its sign, the y for an x (None: no value there), and a role."""

    sign: str
    role: str
    at: Callable[[float], float | None]


class Guide(Struct, frozen=True):
    """A level across a chart, with its label and role."""

    y: float
    label: str
    role: str


Tick = tuple[float, str]


def course(
    length: float, tracks: Sequence[Track], ticks: Sequence[Tick], width: int
) -> tuple[Row, ...]:
    """The course as a line, a row of signs for each track above it, the ticks' labels below it.

    Rows have at most `width` columns. A label that would touch an earlier one is left out; the
    first and the last tick come first. Raises ValueError for a length that is not positive, or if
    fewer than 16 columns are left for the course.
    """
    gutter = max((len(track.label) + 1 for track in tracks), default=0)
    room = width - gutter
    _enough(room, LEAST_COLUMNS, "columns")
    if length <= 0:
        raise ValueError(f"length is {length:g}, allowed is more than 0")

    def column(place: float) -> int:
        return _cell(place / length, room)

    rows = []
    for track in tracks:
        canvas = _Canvas(room)
        for start, end in track.stretches:
            for at in range(column(start), column(end) + 1):
                canvas.put(at, track.sign, track.role)
        for place in track.places:
            canvas.put(column(place), track.sign, track.role)
        rows.append(canvas.row(track.label, gutter))
    line = _Canvas(room, _RULE, _AXIS)
    for place, _ in ticks:
        line.put(column(place), _TICK, _AXIS)
    line.put(0, _LEFT, _AXIS)
    line.put(room - 1, _RIGHT, _AXIS)
    rows.append(line.row("", gutter))
    rows.append(_tick_labels([(column(at), text) for at, text in ticks], room).row("", gutter))
    return tuple(rows)


def chart(
    curves: Sequence[Curve],
    guides: Sequence[Guide],
    x: tuple[float, float],
    y: tuple[float, float],
    ticks: Sequence[Tick],
    width: int,
    height: int,
    marks: Sequence[Tick] = (),
) -> tuple[Row, ...]:
    """Curves from x[0] to x[1] between y[0] and y[1], `height` rows high, an axis and ticks below.

    `marks` put a one-column sign on the axis. Values outside y are left out. Raises ValueError for
    an empty span, fewer than 16 columns beside the labels, or fewer than 3 rows.
    """
    gutter = max((len(guide.label) + 1 for guide in guides), default=0)
    room = width - gutter - 1
    _enough(room, LEAST_COLUMNS, "columns")
    _enough(height, LEAST_ROWS, "rows")
    if x[0] >= x[1] or y[0] >= y[1]:
        raise ValueError(f"empty span: x {x[0]:g} to {x[1]:g}, y {y[0]:g} to {y[1]:g}")

    def level(value: float) -> int:
        return _cell((y[1] - value) / (y[1] - y[0]), height)

    def column(value: float) -> int:
        return _cell((value - x[0]) / (x[1] - x[0]), room)

    canvases = [_Canvas(room) for _ in range(height)]
    labels = [""] * height
    for guide in guides:
        if y[0] <= guide.y <= y[1]:
            labels[level(guide.y)] = guide.label
            for at in range(room):
                canvases[level(guide.y)].put(at, _LEVEL, guide.role)
    for curve in curves:
        before: int | None = None
        for at in range(room):
            value = curve.at(x[0] + (x[1] - x[0]) * at / (room - 1))
            here = level(value) if value is not None and y[0] <= value <= y[1] else None
            if here is not None:
                for row in _between(before, here):
                    canvases[row].put(at, curve.sign, curve.role)
            before = here
    rows = [
        canvas.row(f"{label:>{gutter - 1}} │" if gutter else "│", gutter + 1)
        for canvas, label in zip(canvases, labels, strict=True)
    ]
    axis = _Canvas(room, _RULE, _AXIS)
    for value, _ in ticks:
        axis.put(column(value), _TICK, _AXIS)
    for value, sign in marks:
        axis.put(column(value), sign[:1], "mark")
    rows.append(axis.row(" " * gutter + _CORNER, gutter + 1))
    under = _tick_labels([(column(at), text) for at, text in ticks], room)
    return (*rows, under.row("", gutter + 1))


class _Canvas:
    """One row of cells, each with the role it has."""

    def __init__(self, room: int, sign: str = " ", role: str = "") -> None:
        self._cells = [(sign, role)] * room

    def put(self, at: int, sign: str, role: str) -> None:
        self._cells[at] = (sign, role)

    def free(self, start: int, end: int) -> bool:
        near = self._cells[max(0, start) : end]
        return all(sign == " " for sign, _ in near)

    def row(self, label: str, gutter: int) -> Row:
        signs = "".join(sign for sign, _ in self._cells)
        hints = [Hint(0, len(label), _LABEL)] if label.strip() else []
        at = gutter
        for role, run in groupby(role for _, role in self._cells):
            end = at + len(list(run))
            if role:
                hints.append(Hint(at, end, role))
            at = end
        return Row(f"{label:<{gutter}}{signs}".rstrip(), tuple(hints))


def _tick_labels(labels: Sequence[tuple[int, str]], room: int) -> _Canvas:
    canvas = _Canvas(room)
    for at, text in (*labels[:1], *labels[-1:], *labels[1:-1]):
        start = max(0, min(at - (len(text) - 1) // 2, room - len(text)))
        if len(text) <= room and canvas.free(start - 1, start + len(text) + 1):
            for offset, sign in enumerate(text):
                canvas.put(start + offset, sign, _LABEL)
    return canvas


def _cell(share: float, room: int) -> int:
    return floor(max(0.0, min(1.0, share)) * (room - 1) + 0.5)


def _between(before: int | None, here: int) -> range:
    """The rows a curve crosses on its way to `here`, so that steep stretches have no holes."""
    if before is None or abs(before - here) <= 1:
        return range(here, here + 1)
    return range(before + 1, here + 1) if here > before else range(here, before)


def _enough(count: int, least: int, what: str) -> None:
    if count < least:
        raise ValueError(f"{count} {what} are left for the plot, allowed is {least} or more")
