"""A page as plain text, for a shell, a phone or paper."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mile18.page import (
    Block,
    Box,
    Either,
    Facts,
    Flow,
    Page,
    Plot,
    Section,
    Sentence,
    Sides,
    Table,
    plain,
    set_in,
)
from mile18.wrap import columns, padded, wrapped

NARROWEST = 32
_FLOW_GAP = 3
_SIDES_GAP = "  "
# Below this width the two sides stand under what is compared.
_ONE_ROW = 64


def text(page: Page, width: int) -> str:
    """The page in lines of at most `width` columns, wide letters counted as two.

    Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    return "\n".join(_lines(page, width)) + "\n"


def _lines(page: Page, width: int) -> Iterator[str]:
    head = (plain(page.title), *page.head) if page.title else page.head
    for block in head:
        yield from lines(block, width)
    whole = ""
    for at, section in enumerate(page.sections):
        if at or head:
            yield ""
        begins = section.of and section.of != whole
        title = f"{section.of}: {section.title}" if begins else section.title
        whole = section.of
        yield from _title(title.upper(), section, width)
        for block in section.blocks:
            yield from lines(block, width)


def _title(title: str, section: Section, width: int) -> list[str]:
    if section.names:
        return beside(Sides(title, *section.names), width)
    return wrapped(title, width) if title else []


def lines(block: Block, width: int) -> list[str]:
    """A block in lines of at most `width` columns."""
    match block:
        case Sentence():
            return wrapped(block.text, width, block.lead, block.margin)
        case Table():
            return [line for row in block.laid for line in wrapped(row, width, "", "  ")]
        case Facts():
            return [line for each in block.texts for line in lines(plain(each), width)]
        case Either():
            return [line for each in block.narrow for line in lines(each, width)]
        case Flow():
            return list(_flowing(block.cells, width))
        case Sides():
            return beside(block, width)
        case Plot():
            return [line for row in block.rows for line in wrapped(row.text, width, "", "  ")]
        case Box():
            return list(_boxed(block, width))


def _flowing(cells: Sequence[str], width: int) -> Iterator[str]:
    widest = max(map(columns, cells), default=0)
    count = max(1, (width + _FLOW_GAP) // (widest + _FLOW_GAP))
    for start in range(0, len(cells), count):
        row = (padded(each, widest) for each in cells[start : start + count])
        yield (" " * _FLOW_GAP).join(row).rstrip()


def beside(sides: Sides, width: int) -> list[str]:
    """What is compared and both sides in three columns, or in two under it."""
    if width < _ONE_ROW:
        side = (width - 2 * len(_SIDES_GAP)) // 2
        return [*wrapped(sides.what, width), *_set(("", sides.a, sides.b), (0, side, side))]
    side = width * 3 // 10
    what = width - 2 * (side + len(_SIDES_GAP))
    return _set((sides.what, sides.a, sides.b), (what, side, side))


def _set(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wraps = (wrapped(cell, width) for cell, width in zip(cells, widths, strict=True))
    return [
        _SIDES_GAP.join(set_in(row, widths, "<" * len(widths))).rstrip()
        for row in zip_longest(*wraps, fillvalue="")
    ]


def _boxed(box: Box, width: int) -> Iterator[str]:
    edge, room = "+" + "=" * (width - 2) + "+", width - 4
    yield edge
    for block in box.blocks:
        yield from (f"| {padded(line, room)} |" for line in lines(block, room))
    yield edge
