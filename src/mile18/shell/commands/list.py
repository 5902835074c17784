"""`mile18 list`: every profile in a row, the next race first; as JSON or CSV for programs."""

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from mile18.plan.overview import (
    BY_ID,
    COLUMNS,
    FIRST_TO_GO,
    USUAL_ORDER,
    Column,
    Row,
    data,
    fitting,
    flat,
    in_order,
)
from mile18.sanitise import printable
from mile18.shell.find import shelf, today
from mile18.shell.say import DONE, WRONG, complain, room, say, say_json, tell, trouble
from mile18.storage.rows import read_rows
from mile18.storage.shelf import told_apart
from mile18.wrap import columns, cut, padded

GAP = "  "
# Also the wide signs of East Asian keyboards; a cell that begins with white space is trimmed first.
FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
# One long name in a terminal should not cost all races a column.
LONGEST = 28


def declare(parser: ArgumentParser) -> None:
    """Add the order, --json and --csv."""
    parser.add_argument(
        "--sort",
        metavar="COLUMN",
        choices=tuple(BY_ID),
        default=USUAL_ORDER,
        help=f"one of: {', '.join(BY_ID)}",
    )
    parser.add_argument("--reverse", action="store_true", help="reverse order")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--csv", action="store_true", help="for spreadsheets, with a header")
    titles = ", ".join(BY_ID[column].title for column in FIRST_TO_GO)
    parser.epilog = (
        "A terminal that is too narrow for all columns goes without some, in this order:\n"
        f"{titles}. A pipe gets all of them."
    )


def run(options: Namespace) -> int:
    """Print the list as asked for."""
    column = BY_ID[options.sort]
    say_rows = _say_json if options.json else _say_csv if options.csv else _say_table
    return list_profiles(options, say_rows, column, backwards=options.reverse)


def list_profiles(
    options: Namespace,
    say_rows: Callable[[list[Row]], None] | None = None,
    column: Column = BY_ID[USUAL_ORDER],
    *,
    backwards: bool = False,
) -> int:
    """Print a row a profile; 2 if a file or an answer could not be read, 1 if a folder could not."""
    folders = shelf(options)
    places, troubles = folders.scan()
    rows = read_rows(places, today(options))
    code = max([DONE, *map(tell, troubles)])
    for row in rows:
        if row.odd:
            for problem in row.problems:
                complain(problem)
    (say_rows or _say_table)(in_order(rows, column, backwards=backwards))
    if not (rows or troubles):
        trouble(f"no races yet in {folders.first.folder}; mile18 new NAME makes one")
    return max([code, *(WRONG for row in rows if row.odd)])


def _say_json(rows: list[Row]) -> None:
    unread = [each for each in rows if not each.readable]
    say_json(
        {
            "schema": 1,
            "profiles": [data(row) for row in rows if row.readable],
            "not_read": [
                {"profile": row.name, "path": row.path, "problems": row.problems} for row in unread
            ],
        }
    )


def _say_table(rows: list[Row]) -> None:
    """Worked out twice, for the widths and for the lines, so as not to hold every cell at once."""
    rows = [row for row in rows if row.readable]
    names, width = told_apart(rows), room()
    longest = LONGEST if width else None

    def cell(column: Column, row: Row) -> str:
        name = names.get(row.path) if column.id == "name" else None
        return _cut(printable(name or column.text(row)), longest)

    widths = {
        column.id: max([len(column.title), *(columns(cell(column, row)) for row in rows)])
        for column in COLUMNS
    }
    kept = [BY_ID[each] for each in fitting(widths, width, len(GAP))]
    if rows:
        say(_line(kept, widths, [column.title for column in kept]))
    for row in rows:
        say(_line(kept, widths, [cell(column, row) for column in kept]))


def _line(kept: list[Column], widths: dict[str, int], cells: list[str]) -> str:
    aligned = (
        cell.rjust(widths[column.id]) if column.right else padded(cell, widths[column.id])
        for column, cell in zip(kept, cells, strict=True)
    )
    return GAP.join(aligned).rstrip()


def _cut(text: str, longest: int | None) -> str:
    return f"{cut(text, longest - 1)}…" if longest and columns(text) > longest else text


def _say_csv(rows: list[Row]) -> None:
    header: Any = flat(Row(path="", name=""))
    for cells in (header.keys(), *(flat(row).values() for row in rows if row.readable)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(map(_cell, cells))
        say(line.getvalue())


def _cell(value: Any) -> Any:
    """A value that stays what it is in a spreadsheet: text that begins like a formula is none."""
    is_text = isinstance(value, str)
    return f"'{value}" if is_text and value.startswith(FORMULA_SIGNS) else value
