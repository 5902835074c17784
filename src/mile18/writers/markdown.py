"""A page as Markdown."""

import re
from collections.abc import Iterator, Sequence

from mile18.page import Block, Box, Either, Facts, Flow, Page, Plot, Sentence, Sides, Table, runs
from mile18.writers.text import lines

_CODE_COLUMNS = 80
# Text from a profile must come out as it is, whatever it means in Markdown.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|#&~$!]")


def markdown(page: Page) -> str:
    """The page as Markdown with tables; headings in the order of the page."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_text(page.title)}"
    yield from _blocks(page.head)
    whole = ""
    for section in page.sections:
        if section.of and section.of != whole:
            yield from ("", f"## {section.of}")
        whole = section.of
        heading = f"{'###' if whole else '##'} {section.title}"
        yield from ("", heading if section.title else "---")
        yield from _blocks(section.blocks)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for kind, run in runs(blocks):
        # Without a break of its own a list would run on from the one before it.
        yield ""
        if kind:
            yield from (_item(each, at, kind) for at, each in enumerate(run, 1))
        else:
            yield from _block(run[0])


def _item(block: Block, at: int, kind: str) -> str:
    assert isinstance(block, Sentence)
    told = _text(block.text)
    match kind:
        case "numbered":
            return f"{at}. {told}"
        case "missing":
            return f"- *Open:* {told}"
        case _:
            return f"- **{told}**" if block.kind == "loud" else f"- {told}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Sentence():
            yield f"**{block.label}** {_text(block.text)}" if block.label else _text(block.text)
        case Facts():
            yield _text(" · ".join(block.texts))
        case Either():
            yield from _table(block.wide)
        case Table():
            yield from _table(block)
        case Sides():
            yield _text(f"{block.what}: {block.a} / {block.b}")
        case Box():
            yield from (f"> {line}" for line in _blocks(block.blocks))
        case Flow() | Plot():
            # Signs in columns keep their places only as code.
            yield from ("```", *lines(block, _CODE_COLUMNS), "```")


def _table(table: Table) -> Iterator[str]:
    # Without names of its columns a table is none in Markdown.
    head, *rows = table.rows if table.head else [[""] * len(table.sides), *table.rows]
    if rows:
        yield _row(head)
        yield _row(["---:" if side == ">" else "---" for side in table.sides])
        yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_text, cells))} |"


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
