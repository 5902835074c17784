"""What every picture is made of: an answer on its own scale, with what it is held against."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from mile18.drawing import Hint, Row, gauge

Mark = tuple[float, str]
Span = tuple[float, float]
LABEL, LEAST_SCALE, MOST_SCALE = 15, 12, 60
OWN, OTHER, LIMIT = "●", "○", "▲"


class Line(Struct, frozen=True, kw_only=True):
    """One scale: which questions move it, its name, what it shows in words, and its marks.

    `band` is what is aimed at or expected, `bounds` are borders on the way, such as flags.
    """

    questions: tuple[str, ...]
    label: str
    told: str
    span: Span
    band: Span | None = None
    marks: tuple[Mark, ...] = ()
    bounds: tuple[float, ...] = ()


class Picture(Struct, frozen=True, kw_only=True):
    """Scales below each other, and what their signs mean; bars stand ready drawn.

    The `spare` scales stand only where all the rest has no room.
    """

    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()
    spare: tuple[Line, ...] = ()
    key: str = ""


def drawn(picture: Picture, width: int, height: int, question: str) -> tuple[Row, ...]:
    """The picture in so much room; the line of the question under the cursor is marked.

    Where not all of it fits, the scale of that question alone is left, if it has one; F1 explains
    the signs. Empty where not even that fits.
    """
    told = max((len(line.told) for line in picture.lines), default=0)
    room = min(MOST_SCALE, width - LABEL - told - 4)
    rows = [*picture.rows]
    if picture.lines and room >= LEAST_SCALE:
        rows += [_row(line, room, question in line.questions) for line in picture.lines]
    key = Row(picture.key, (Hint(0, len(picture.key), "label"),))
    if not rows or len(rows) + 1 > height or any(len(row.text) > width for row in (*rows, key)):
        return _alone(picture, width, height, question)
    return (*rows, key)


def _alone(picture: Picture, width: int, height: int, question: str) -> tuple[Row, ...]:
    lines = (*picture.lines, *picture.spare)
    here = next((line for line in lines if question in line.questions), None)
    room = min(MOST_SCALE, width - len(here.told) - 4) if here else 0
    if here is None or height < 1 or room < LEAST_SCALE:
        return ()
    return (_scale(here, room, "› "),)


def _row(line: Line, room: int, here: bool) -> Row:
    label = f"{'›' if here else ' '} {line.label:<{LABEL - 1}}"
    row = _scale(line, room, label)
    role = "here" if here else "label"
    return Row(row.text, (Hint(0, len(label), role), *row.hints))


def _scale(line: Line, room: int, label: str) -> Row:
    scale = gauge(room, line.span, line.band, line.marks, line.bounds)
    return scale.between(label, f"  {line.told}")


def around(values: Iterable[float], share: float = 0.05) -> Span:
    """A span with some room on both sides of the values."""
    found: Sequence[float] = [*values]
    low, high = min(found), max(found)
    more = max((high - low) * share, high * 0.01)
    return low - more, high + more
