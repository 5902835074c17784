"""The larger pictures: a course with what lies along it, and a chart with bands and curves."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from mile18.drawing import (
    CORNER,
    LEFT,
    LEVEL,
    RIGHT,
    RULE,
    SIDE,
    TICK,
    Canvas,
    Row,
    Tick,
    cell,
    enough,
    labels,
)

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
    line = Canvas(room, RULE, _AXIS)
    for place, _ in ticks:
        line.put(column(place), TICK, _AXIS)
    line.put(0, LEFT, _AXIS)
    line.put(room - 1, RIGHT, _AXIS)
    rows.append(line.row("", gutter))
    rows.append(labels([(column(at), text) for at, text in ticks], room).row("", gutter))
    return tuple(rows)


def _relief(relief: Relief, length: float, room: int, gutter: int) -> tuple[Row, ...]:
    names = [relief.high.label, *[""] * (relief.rows - 2), relief.low.label]
    heights = Curve(DOTS, "height", relief.at)
    return line(heights, (0.0, length), (relief.low.y, relief.high.y), names, gutter, room)


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
    axis = Canvas(room, RULE, _AXIS)
    for value, _ in ticks:
        axis.put(column(value), TICK, _AXIS)
    for value, sign in marks:
        axis.put(column(value), sign[:1], "mark")
    under = labels([(column(at), text) for at, text in ticks], room)
    corner = " " * (gutter - 1) + CORNER
    return (*rows.finished(gutter), axis.row(corner, gutter), under.row("", gutter))


def line(
    curve: Curve,
    x: tuple[float, float],
    y: tuple[float, float],
    labels: Sequence[str],
    gutter: int,
    width: int,
) -> tuple[Row, ...]:
    """A curve in dots without an axis, a row for each label, in `width` columns after the gutter."""
    drawn = _Rows(width, len(labels), y)
    drawn.dots(curve, _places(x, 2 * width))
    rows = zip(drawn.canvases, labels, strict=True)
    return tuple(canvas.row(label, gutter) for canvas, label in rows)


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
        self.canvases[at] = Canvas(len(self.canvases[at]), LEVEL, guide.role)

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
            canvas.row(f"{label:>{max(0, gutter - 2)}}{' ' * (gutter > 1)}{SIDE}", gutter)
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
