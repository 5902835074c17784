"""Three columns on a page of any width: what is compared, and how it stands on either side."""

from collections.abc import Iterable
from itertools import zip_longest

from msgspec import Struct

from mile18.plan.race_day_words import plain
from mile18.plan.race_week_wrap import columns, wrapped

NARROWEST = 32
LONGEST_NAME = 40
LONGEST_ANSWER = 200
# Below this width the two sides stand under what is compared.
_ONE_ROW = 64
_GAP = "  "


class Row(Struct, frozen=True):
    """What is compared, and how it stands on both sides."""

    what: str
    a: str
    b: str


class Page:
    """Lines of at most `width` columns; tables are headed by the two names."""

    def __init__(self, width: int, names: tuple[str, str]) -> None:
        self.width = width
        self.names = _cut(names[0], LONGEST_NAME), _cut(names[1], LONGEST_NAME)
        self._lines: list[str] = []
        side = width * 3 // 10 if width >= _ONE_ROW else (width - 2 * len(_GAP)) // 2
        self._sides = (side, side)
        self._what = width - 2 * (side + len(_GAP)) if width >= _ONE_ROW else 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "\n".join(self._lines) + "\n"

    def section(self, title: str) -> None:
        """Start a section: a blank line, unless it is the first, then the title in capitals."""
        if self._lines:
            self._lines.append("")
        self.write(title.upper())

    def table(self, title: str, rows: Iterable[Row]) -> None:
        """A section of rows, with the names above both sides."""
        if self._lines:
            self._lines.append("")
        for row in (Row(title.upper(), *self.names), *rows):
            self._lines += self._row(row)

    def write(self, text: str, first: str = "") -> None:
        """Wrap one paragraph, led by `first`."""
        self._lines += wrapped(text, self.width, first)

    def _row(self, row: Row) -> list[str]:
        sides = (_cut(row.a, LONGEST_ANSWER), _cut(row.b, LONGEST_ANSWER))
        if self._what:
            return _columns((row.what, *sides), (self._what, *self._sides))
        return [*wrapped(row.what, self.width), *_columns(("", *sides), (0, *self._sides))]


def _columns(cells: tuple[str, ...], widths: tuple[int, ...]) -> list[str]:
    wraps = (wrapped(cell, width) for cell, width in zip(cells, widths, strict=True))
    return [
        _GAP.join(
            cell + " " * (width - columns(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in zip_longest(*wraps, fillvalue="")
    ]


def _cut(text: str, longest: int) -> str:
    line = plain(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
