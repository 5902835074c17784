"""`mile18 list`: every profile in a row, the next race first; as JSON or CSV for programs."""

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

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
from mile18.shell.find import shelf, today
from mile18.shell.say import complain, room, say, say_json, trouble
from mile18.storage.all_rows import read_rows
from mile18.storage.problem import printable
from mile18.storage.shelf import shortest_names

GAP = "  "
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
    parser.add_argument("--reverse", action="store_true", help="the other way round")
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
    """Print a row a profile; 2 if a file or folder could not be read."""
    folders = shelf(options)
    paths, troubles = folders.scan()
    rows = read_rows(paths, today(options))
    broken = [row for row in rows if not row.readable]
    for complaint in (*map(str, troubles), *(each.problems[0] for each in broken)):
        complain(complaint)
    good = [row for row in rows if row.readable]
    (say_rows or _say_table)(in_order(good, column, backwards=backwards))
    if not (rows or troubles):
        trouble(f"no profiles yet in {folders.first.folder}; mile18 new NAME makes one")
    return 2 if broken or troubles else 0


def _say_json(rows: list[Row]) -> None:
    say_json({"schema": 1, "profiles": [data(row) for row in rows]})


def _say_table(rows: list[Row]) -> None:
    names = shortest_names(Path(row.path) for row in rows)
    named = [replace(row, name=names[Path(row.path)]) for row in rows]
    if not rows:
        return
    columns = room()
    table = {
        column.id: [
            column.title,
            *(_cut(printable(column.text(row)), LONGEST if columns else None) for row in named),
        ]
        for column in COLUMNS
    }
    widths = {column: max(map(len, cells)) for column, cells in table.items()}
    kept = fitting(widths, columns, len(GAP))
    for cells in zip(*(_aligned(column, table[column], widths) for column in kept), strict=True):
        say(GAP.join(cells).rstrip())


def _cut(text: str, longest: int | None) -> str:
    return f"{text[: longest - 1]}…" if longest and len(text) > longest else text


def _aligned(column: str, cells: list[str], widths: dict[str, int]) -> list[str]:
    place = str.rjust if BY_ID[column].right else str.ljust
    return [place(cell, widths[column]) for cell in cells]


def _say_csv(rows: list[Row]) -> None:
    header: Any = flat(Row(path="", name=""))
    for cells in (header.keys(), *(flat(row).values() for row in rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(cells)
        say(line.getvalue())
