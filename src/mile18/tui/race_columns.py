"""How the rows of the list of races are drawn: the columns there is room for, and their cells."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from textual.content import Content

from mile18.plan.overview import BY_ID, COLUMNS, Column, Row, fitting
from mile18.storage.problem import printable

MARKS = 3
SHORT_NAME = 13
GATE_CELLS = {
    "clear": "$text-success",
    "not answered": "$foreground-muted",
    "ask first": "$text-warning",
    "do not race today": "bold $text-error",
}


class Layout(Struct, frozen=True):
    """The columns that fit, with their widths; what is left over goes to the race, or the name."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]


def layout(width: int, longest_name: int, *, told_apart: bool, whole_names: bool) -> Layout:
    """The columns for so many characters; names of files only where they tell races apart.

    Names are cut before a column goes, unless they are wanted whole.
    """
    ids = [column.id for column in COLUMNS if told_apart or column.id != "name"]
    widths = {column: BY_ID[column].width for column in ids}
    most = min(longest_name, 2 * BY_ID["name"].width)
    if told_apart:
        widths["name"] = most if whole_names else min(most, SHORT_NAME)
    room = width - MARKS
    kept = fitting(widths, room, 1)
    spare = max(0, room - sum(widths[column] + 1 for column in kept) + 1)
    if told_apart:
        wider = min(spare, most - widths["name"])
        widths["name"] += wider
        spare -= wider
    widths["race" if "race" in kept else kept[0]] += spare
    return Layout(tuple(BY_ID[each] for each in kept), tuple(widths[each] for each in kept))


def header(shape: Layout, by: Column, *, backwards: bool) -> Content:
    """The titles of the columns; the one that is sorted by has a sign."""
    cells = []
    for column, width in zip(shape.columns, shape.widths, strict=True):
        sign = ("▼" if backwards else "▲") if column == by else ""
        title = f"{column.title[: width - len(sign)]}{sign}"
        style = "bold $text-accent" if column == by else "$foreground-muted"
        cells.append(_cell(Content.styled(title, style), width, right=column.right))
    return Content.assemble(" " * MARKS, Content(" ").join(cells))


def cells(row: Row, name: str, shape: Layout) -> Content:
    """One race; what is wrong with a file that cannot be read stands where its values would."""
    if not row.readable:
        return _unread(row, name, sum(shape.widths) + len(shape.widths) - 1)
    ids = [column.id for column in shape.columns]
    shown = []
    for column, width in zip(shape.columns, shape.widths, strict=True):
        text = name if column.id == "name" else printable(column.text(row))
        if column.id == "race" and not text and "name" not in ids:
            text = name
        style = GATE_CELLS.get(row.gate, "") if column.id == "gate" else ""
        shown.append(_cell(Content.styled(text, style), width, right=column.right))
    return Content(" ").join(shown)


def problem_words(row: Row) -> Sequence[str]:
    """What is wrong with the file, without the folder it lies in."""
    folder = printable(str(Path(row.path).parent / "x"))[:-1]
    return [problem.removeprefix(folder) for problem in row.problems]


def _unread(row: Row, name: str, width: int) -> Content:
    if not row.problems:
        return Content.styled(f"{name}  …", "$foreground-muted").truncate(width, ellipsis=True)
    told = Content.assemble(
        (f"{name}  ", ""),
        (f"cannot be read: {problem_words(row)[0]}", "$text-warning"),
    )
    return told.truncate(width, ellipsis=True)


def _cell(text: Content, width: int, *, right: bool) -> Content:
    text = text.truncate(width, ellipsis=True)
    gap = " " * (width - text.cell_length)
    return Content.assemble(gap, text) if right else Content.assemble(text, gap)
