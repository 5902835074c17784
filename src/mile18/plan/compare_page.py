"""Three columns on a page of any width: what is compared, and how it stands on either side."""

from itertools import zip_longest

from msgspec import Struct

from mile18.plan.wrap import padded, plain, wrapped

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
    differs: bool = True


class Columns:
    """How wide the three columns are on a page of `width`."""

    def __init__(self, width: int) -> None:
        """Share the width out."""
        self.width = width
        side = width * 3 // 10 if width >= _ONE_ROW else (width - 2 * len(_GAP)) // 2
        self._sides = (side, side)
        self._what = width - 2 * (side + len(_GAP)) if width >= _ONE_ROW else 0

    def lines(self, row: Row) -> list[str]:
        """A row as lines of text; answers that would fill the page are cut."""
        sides = (_cut(row.a, LONGEST_ANSWER), _cut(row.b, LONGEST_ANSWER))
        if self._what:
            return _set((row.what, *sides), (self._what, *self._sides))
        return [*wrapped(row.what, self.width), *_set(("", *sides), (0, *self._sides))]


def short_names(names: tuple[str, str]) -> tuple[str, str]:
    """The names of both sides, on one line and cut to what stands above a column."""
    return _cut(names[0], LONGEST_NAME), _cut(names[1], LONGEST_NAME)


def _set(cells: tuple[str, ...], widths: tuple[int, ...]) -> list[str]:
    wraps = (wrapped(cell, width) for cell, width in zip(cells, widths, strict=True))
    return [
        _GAP.join(padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*wraps, fillvalue="")
    ]


def _cut(text: str, longest: int) -> str:
    line = plain(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
