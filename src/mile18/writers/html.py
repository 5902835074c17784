"""Blocks of a page as HTML: escaped, and with no line break between a figure and its unit."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from mile18.page import Block, Box, Either, Facts, Flow, Plot, Section, Sentence, Sides, Table, runs
from mile18.wrap import glued
from mile18.writers.text import lines

_CODE_COLUMNS = 80
_LISTS = {"numbered": "ol", "points": "ul"}


def shown(text: str) -> str:
    """Any text, also from a profile, made fit to stand between or inside tags."""
    return escape(glued(text))


def listed(kind: str, texts: Iterable[str], **attributes: str) -> str:
    """A list, `ul` or `ol`, of texts."""
    given = "".join(f' {name.rstrip("_")}="{shown(value)}"' for name, value in attributes.items())
    return f"<{kind}{given}>{''.join(f'<li>{shown(each)}</li>' for each in texts)}</{kind}>"


def section(name: str, title: str, content: Iterable[str]) -> Iterator[str]:
    """A section that a link can go to by its name."""
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{shown(title)}</h2>'
    yield from content
    yield "</section>"


def sections(found: Iterable[Section]) -> Iterator[str]:
    """The sections of a page, each with its blocks."""
    for at, each in enumerate(found):
        yield from section(f"part-{at}", each.title, blocks(each.blocks))


def blocks(found: Iterable[Block]) -> Iterator[str]:
    """Blocks in their order, those that make one list together."""
    for kind, run in runs(found):
        texts = [each.text for each in run if isinstance(each, Sentence)]
        if kind == "said":
            yield f'<ul class="said">{"".join(map(_item, run))}</ul>'
        elif kind == "missing":
            yield listed("ul", texts, class_="gaps")
        elif kind:
            yield listed(_LISTS[kind], texts)
        else:
            yield from _block(run[0])


def _item(block: Block) -> str:
    """A sentence, a warning marked by a word for those who cannot see the colour."""
    assert isinstance(block, Sentence)
    if block.kind == "loud":
        return f'<li class="loud"><strong>Note:</strong> {shown(block.text)}</li>'
    return f"<li>{shown(block.text)}</li>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Sentence():
            yield f"<p>{shown(block.text)}</p>"
        case Facts():
            yield listed("ul", block.texts, class_="facts")
        case Either():
            yield from _block(block.wide)
        case Table():
            head, rows = (block.rows[0], block.rows[1:]) if block.head else ((), block.rows)
            yield from table("", head, [[cell(each) for each in row] for row in rows])
        case Sides():
            yield f"<p>{shown(f'{block.what}: {block.a} / {block.b}')}</p>"
        case Box():
            yield f'<div class="stop">{"".join(blocks(block.blocks))}</div>'
        case Flow() | Plot():
            drawn = "\n".join(lines(block, _CODE_COLUMNS))
            yield f"<pre>{escape(drawn)}</pre>"


def table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], keys: Sequence[bool] = ()
) -> Iterator[str]:
    """A table of cells that are HTML already, or nothing without rows; `keys` marks rows."""
    if not rows:
        return
    named = f"<caption>{shown(caption)}</caption>" if caption else ""
    cells = "".join(f'<th scope="col">{shown(each)}</th>' for each in head)
    yield f"<table>{named}<thead><tr>{cells}</tr></thead><tbody>"
    for at, row in enumerate(rows):
        kind = ' class="key"' if any(keys[at : at + 1]) else ""
        yield f"<tr{kind}>{''.join(row)}</tr>"
    yield "</tbody></table>"


def cell(text: str) -> str:
    """A cell of a table."""
    return f"<td>{shown(text)}</td>"
