"""Strava's bulk export: `activities.csv`, in any language and of any year, and the files beside it."""

import re
from collections.abc import Callable
from typing import Any

from mile18.records.activity import Activity, Contents
from mile18.records.formats.local import Local
from mile18.records.formats.tables import decimal_comma, moment, number
from mile18.records.formats.words import sport_of

SOURCE = "Strava"
_FILE = re.compile(r"(?:.*/)?activities/[^/]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
_FILE_NAMES = {
    "filename", "dateiname", "nom du fichier", "nombre de archivo", "nome del file", "bestandsnaam",
    "nome do arquivo",
}  # fmt: skip
_TEMPERATURES = {"weather temperature", "wetter: temperatur"}
_DATE, _KIND, _SHOWN = 1, 3, 6
# Elapsed s, moving s, metres: the second block stands right after file, athlete and bike weight.
_ELAPSED, _MOVING, _METRES = 3, 4, 5


def is_strava(rows: list[list[str]]) -> bool:
    """Whether a table is the list of an export."""
    return len(rows[0]) > 12 and _file_column(rows) is not None


def _file_column(rows: list[list[str]]) -> int | None:
    for at, title in enumerate(rows[0]):
        if _plain(title) in _FILE_NAMES:
            return at
    for row in rows[1:]:
        for at, cell in enumerate(row):
            if at > _SHOWN and _FILE.fullmatch(cell.strip()):
                return at
    return None


def _plain(title: str) -> str:
    # In some years headings were whole HTML.
    return re.sub(r"<[^>]*>", "", title).strip().lower()


def read_strava(
    rows: list[list[str]], local: Local, track_of: Callable[[str], Any], unit_m: float
) -> Contents:
    """The sessions of the list; `track_of` finds the points in a file named there.

    `unit_m` is the length in m of the unit shown, for old rows that hold no metres.
    """
    found = Contents()
    file_at = _file_column(rows)
    assert file_at is not None
    titles = [_plain(title) for title in rows[0]]
    weather = next((at for at, title in enumerate(titles) if title in _TEMPERATURES), None)
    comma = decimal_comma(_cell(row, _SHOWN) for row in rows[1:])
    for row in rows[1:]:
        at = moment(_cell(row, _DATE))
        if at is None:
            found.leave_out("Strava rows", "their date cannot be read")
            continue
        metres = number(_cell(row, file_at + _METRES))
        if metres is None:
            shown = number(_cell(row, _SHOWN), comma=comma)
            metres = shown * unit_m if shown is not None else None
        name = _cell(row, file_at).strip()
        celsius = number(_cell(row, weather)) if weather is not None else None
        found.activities.append(
            Activity(
                start=local.at(at),
                sport=sport_of(_cell(row, _KIND)),
                source=SOURCE,
                metres=metres,
                timer=number(_cell(row, file_at + _MOVING)),
                elapsed=number(_cell(row, file_at + _ELAPSED)),
                celsius=celsius,
                track=track_of(name) if name else None,
            )
        )
    return found


def _cell(row: list[str], at: int) -> str:
    return row[at] if at < len(row) else ""
