"""Nights of Oura, Fitbit and WHOOP, from the tables and files that they export."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from mile18.records.activity import Contents, Night
from mile18.records.formats.tables import day_of, moment, number

OURA, FITBIT, WHOOP = "Oura", "Fitbit", "WHOOP"
_WHOOP_ZONE = re.compile(r"UTC(?:Z|[+-]\d\d:\d\d)?|[+-]\d\d:\d\d")


def read_table(rows: list[list[str]]) -> Contents | None:
    """The nights of a table; None if it is of nobody known here."""
    titles = [title.strip().lower() for title in rows[0]]
    if "total_sleep_duration" in titles and "day" in titles:
        return _oura(rows, titles)
    if "total sleep time" in titles and "date" in titles:
        return _oura_trends(rows, titles)
    if titles[:1] == ["sleep"] and len(rows) > 1:
        return _fitbit_old(rows[1:])
    if "minutes_asleep" in titles and "sleep_end" in titles:
        return _fitbit_new(rows, titles)
    if len(titles) >= 17 and len(rows) > 1 and _WHOOP_ZONE.fullmatch(_cell(rows[1], 2)):
        return _whoop(rows)
    return None


def _oura(rows: list[list[str]], titles: list[str]) -> Contents:
    """Seconds; of several rows a day the long sleep is the night."""
    found = Contents()
    day, asleep = titles.index("day"), titles.index("total_sleep_duration")
    kind = titles.index("type") if "type" in titles else None
    for row in rows[1:]:
        if kind is not None and _cell(row, kind) != "long_sleep":
            found.leave_out("Oura naps and rests", "only the long sleep of a day is the night")
            continue
        _add(found, day_of(_cell(row, day)), number(_cell(row, asleep)), 3600, OURA)
    return found


def _oura_trends(rows: list[list[str]], titles: list[str]) -> Contents:
    found = Contents()
    day, asleep = titles.index("date"), titles.index("total sleep time")
    for row in rows[1:]:
        _add(found, day_of(_cell(row, day)), number(_cell(row, asleep)), 3600, OURA)
    return found


def _fitbit_old(rows: list[list[str]]) -> Contents:
    """Day first where it has no ISO day; of several sleeps a day the longest is the night."""
    found, best = Contents(), dict[date, float]()
    for row in rows[1:]:
        end = moment(_cell(row, 1), day_first=True)
        minutes = number(_cell(row, 2))
        if end is not None and minutes:
            best[end.date()] = max(minutes, best.get(end.date(), 0.0))
    for wake, minutes in best.items():
        _add(found, wake, minutes, 60, FITBIT)
    return found


def _fitbit_new(rows: list[list[str]], titles: list[str]) -> Contents:
    """UTC with an offset beside it, which may be a wrong one."""
    found, best = Contents(), dict[date, float]()
    end, shift = titles.index("sleep_end"), titles.index("end_utc_offset")
    asleep = titles.index("minutes_asleep")
    for row in rows[1:]:
        at, minutes = _iso(_cell(row, end)), number(_cell(row, asleep))
        if at is not None and minutes:
            wake = (at + _offset(_cell(row, shift))).date()
            best[wake] = max(minutes, best.get(wake, 0.0))
    for wake, minutes in best.items():
        _add(found, wake, minutes, 60, FITBIT)
    return found


def _whoop(rows: list[list[str]]) -> Contents:
    """By position, since titles are translated: waking in column 5, minutes asleep in 8, nap last."""
    found = Contents()
    for row in rows[1:]:
        if _cell(row, 17).strip().lower() == "true":
            found.leave_out("WHOOP naps", "a nap is no night")
            continue
        wake = moment(_cell(row, 4))
        _add(found, wake.date() if wake else None, number(_cell(row, 7)), 60, WHOOP)
    return found


def read_fitbit(document: Any) -> Contents | None:
    """A list of sleeps of Fitbit's account export; None if the file is another."""
    if not isinstance(document, list) or not document:
        return None
    if not all(isinstance(item, dict) and "minutesAsleep" in item for item in document):
        return None
    found = Contents()
    for item in document:
        if not item.get("mainSleep", True):
            found.leave_out("Fitbit naps", "a nap is no night")
            continue
        minutes = item["minutesAsleep"]
        wake = day_of(str(item.get("dateOfSleep", "")))
        _add(found, wake, minutes if isinstance(minutes, int | float) else None, 60, FITBIT)
    return found


def _add(
    found: Contents, wake: date | None, asleep: float | None, an_hour: int, source: str
) -> None:
    if wake is None or asleep is None or asleep <= 0:
        found.leave_out(f"{source} rows", "they have no day or no time asleep")
    else:
        found.nights.append(Night(wake=wake, hours=asleep / an_hour, source=source))


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _offset(text: str) -> timedelta:
    found = re.fullmatch(r"([+-])(\d\d):(\d\d)", text.strip())
    if found is None:
        return timedelta()
    shift = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return shift if found[1] == "+" else -shift


def _cell(row: list[str], at: int) -> str:
    return row[at] if at < len(row) else ""
