"""A comparison drawn as a page: the words of `plan/compare/pages.py`, what differs marked by a sign."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from mile18.plan.compare.pages import Columns, Part, Row, short_names
from mile18.tui.widgets.page import Block, prose

MARK = "≠ "


def compare_blocks(parts: Iterable[Part], names: tuple[str, str], width: int) -> Iterator[Block]:
    """Each part with its title; tables have a column for each side, under `names`."""
    columns = Columns(width - len(MARK))
    for part in parts:
        lines = [Content.styled(part.title, "bold $text-accent")]
        if part.rows:
            head = columns.lines(Row(part.title, *short_names(names)))
            lines = [
                Content.styled(f"{' ' * len(MARK)}{line}", "bold $text-accent") for line in head
            ]
        for row in part.rows:
            lines += _row(row, columns)
        for lead, text in part.lines:
            lines += prose(text, width, len(lead), lead)
        yield Block([*lines, Content("")], part=part.title)


def _row(row: Row, columns: Columns) -> Iterator[Content]:
    style = "" if row.differs else "$foreground-muted"
    for at, line in enumerate(columns.lines(row)):
        mark = MARK if row.differs and at == 0 else " " * len(MARK)
        yield Content.assemble((mark, "bold $accent"), (line, style))
