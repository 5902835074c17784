"""What every output is made of: a page of titled sections, each a run of a few kinds of blocks.

Plans say which blocks in which order; `writers/` and the screens know how a block looks.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mile18.drawing import Row
from mile18.wrap import columns, padded

# What a reader may ask for beyond the plain page.
Asked = Literal["", "why", "sources", "splits", "sums"]
Kind = Literal["plain", "said", "loud", "missing", "laid"]
_LEADS: dict[Kind, str] = {"plain": "", "said": "- ", "loud": "! ", "missing": "? ", "laid": ""}
_NO_LEAD = "  "


class Sentence(Struct, frozen=True):
    """A paragraph in the runner's units, what leads it, and the margin of its later lines.

    Without a margin these stand under the text. A loud one is a warning, a missing one an answer
    still to give; what is laid out in columns already keeps its spaces. A `label` says what a bare
    text is, where a writer has room to. What is `asked` for is left out by `only` without it.
    """

    text: str
    kind: Kind = "plain"
    lead: str = ""
    margin: str | None = None
    label: str = ""
    asked: Asked = ""


class Table(Struct, frozen=True):
    """Rows of cells in columns as wide as needed; `sides` has < or > for each column.

    `head` says that the first row names the columns. Columns stand `gap` apart and are at least as
    wide as in `least`. A row that is too long for a page breaks like a sentence.
    """

    rows: tuple[tuple[str, ...], ...]
    sides: str
    gap: int = 2
    head: bool = False
    least: tuple[int, ...] = ()

    @property
    def widths(self) -> list[int]:
        """How wide each column is."""
        needed = (max(map(columns, column)) for column in zip(*self.rows, strict=True))
        return [max(pair) for pair in zip_longest(needed, self.least, fillvalue=0)]

    @property
    def laid(self) -> list[str]:
        """Each row in one line."""
        gap, widths = " " * self.gap, self.widths
        return [gap.join(set_in(row, widths, self.sides)).rstrip() for row in self.rows]


def set_in(row: Sequence[str], widths: Sequence[int], sides: str) -> Iterator[str]:
    """Each cell as wide as its column, its text on the column's side."""
    for cell, width, side in zip(row, widths, sides, strict=True):
        yield padded(cell, width) if side == "<" else " " * (width - columns(cell)) + cell


class Facts(Struct, frozen=True):
    """Short texts that belong together, in one line or one below the other."""

    texts: tuple[str, ...]


class Either(Struct, frozen=True):
    """The same for much room and for little."""

    wide: Table
    narrow: "tuple[Sentence | Table, ...]"


class Flow(Struct, frozen=True):
    """Short cells side by side, as many to a line as fit, read from left to right."""

    cells: tuple[str, ...]
    asked: Asked = ""


class Sides(Struct, frozen=True):
    """What is compared, and how it stands on both sides: columns that break each for itself."""

    what: str
    a: str
    b: str
    differs: bool = True


class Plot(Struct, frozen=True):
    """A picture, drawn already for the width of the page."""

    rows: tuple[Row, ...]


class Box(Struct, frozen=True):
    """What must not be overlooked, with a frame around."""

    blocks: tuple[Sentence, ...]


Block = Sentence | Table | Facts | Either | Flow | Sides | Plot | Box


class Section(Struct, frozen=True):
    """A titled run of blocks; without a title it is set apart only.

    `names` are those of the two sides where two are compared. `of` is what several sections in a
    row are parts of. `asked` is as in a sentence.
    """

    title: str
    blocks: tuple[Block, ...]
    names: tuple[str, str] | None = None
    of: str = ""
    asked: Asked = ""


class Page(Struct, frozen=True):
    """Sections in their order, after a title and what stands above them all."""

    sections: tuple[Section, ...]
    head: tuple[Block, ...] = ()
    title: str = ""


def only(found: Iterable[Section], asked: Collection[str]) -> tuple[Section, ...]:
    """The sections without what was not asked for."""
    made = (
        replace(section, blocks=tuple(each for each in section.blocks if _wanted(each, asked)))
        for section in found
        if _wanted(section, asked)
    )
    return tuple(each for each in made if each.blocks)


def _wanted(part: Block | Section, asked: Collection[str]) -> bool:
    of = part.asked if isinstance(part, Sentence | Flow | Section) else ""
    return not of or of in asked


def runs(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Blocks in a row that make one list, with what kind of list it is; others alone."""
    for kind, run in groupby(blocks, _run_of):
        if kind:
            yield kind, list(run)
        else:
            yield from (("", [each]) for each in run)


def _run_of(block: Block) -> str:
    if not isinstance(block, Sentence) or not block.lead.strip():
        return ""
    if block.kind == "plain":
        return "numbered" if block.lead.strip().isdigit() else "points"
    return "missing" if block.kind == "missing" else "said"


def said(text: str, kind: Kind = "said") -> Sentence:
    """A sentence behind the mark of its kind."""
    lead = _LEADS[kind]
    return Sentence(text, kind, lead, " " * len(lead or _NO_LEAD))


def plain(text: str) -> Sentence:
    """A sentence without a mark, its later lines set in."""
    return said(text, "plain")


def points(texts: Iterable[str], sign: str = "-") -> Iterator[Sentence]:
    """Sentences that need no order."""
    return (Sentence(each, lead=f"{sign}  ") for each in texts)


def numbered(texts: Iterable[str]) -> Iterator[Sentence]:
    """Sentences in their order."""
    return (Sentence(each, lead=f"{at}  ") for at, each in enumerate(texts, 1))


def sections(found: Iterable[tuple[str, Iterable[Block]]]) -> tuple[Section, ...]:
    """Sections with their titles, the empty ones left out."""
    made = (Section(title, tuple(blocks)) for title, blocks in found)
    return tuple(each for each in made if each.blocks)


def table(rows: Sequence[Sequence[str]], sides: str = "") -> Iterator[Table]:
    """A table whose columns stand to the right unless said otherwise; none without rows."""
    if rows:
        yield Table(tuple(map(tuple, rows)), sides or ">" * len(rows[0]))
