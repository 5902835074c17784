"""Garmin: the lists that its site gives, and the account export."""

import re
from datetime import UTC, date, datetime
from typing import Any

from mile18.records.activity import Activity, Contents, Night, Weighing
from mile18.records.formats.tables import day_of, decimal_comma, moment, number, seconds
from mile18.records.formats.words import sport_of
from mile18.units import KG_PER_LB

SOURCE = "Garmin"
_LB = KG_PER_LB


def is_activities(rows: list[list[str]]) -> bool:
    """Whether a table is a list of activities; its first seven columns keep their order."""
    return len(rows) > 1 and any(
        len(row) > 6
        and row[2].strip().lower() in ("true", "false")
        and moment(row[1]) is not None
        and (seconds(row[6]) is not None or row[6].strip() in ("", "--"))
        for row in rows[1:4]
    )


def read_activities(rows: list[list[str]], unit_m: float) -> Contents:
    """A list of activities; its distances are in a unit of `unit_m` metres that it does not name."""
    found = Contents()
    body = [row for row in rows[1:] if len(row) > 6]
    comma = decimal_comma(row[4] for row in body)
    for row in body:
        at, sport = moment(row[1]), sport_of(row[0])
        if at is None:
            found.leave_out("Garmin rows", "their date cannot be read")
            continue
        shown = number(row[4], comma=comma)
        found.activities.append(
            Activity(
                start=at,
                sport=sport,
                source=SOURCE,
                metres=shown * unit_m if shown is not None and sport == "run" else None,
                timer=seconds(row[6]),
                elapsed=_elapsed(rows[0], row),
                rounded=True,
            )
        )
    return found


def _elapsed(titles: list[str], row: list[str]) -> float | None:
    names = ("elapsed time", "verstrichene zeit", "tiempo transcurrido", "temps écoulé")
    at = next((at for at, title in enumerate(titles) if title.strip().lower() in names), None)
    return seconds(row[at]) if at is not None and at < len(row) else None


def is_sleep(rows: list[list[str]], today: date) -> bool:
    """Whether a table is the sleep report of the site."""
    return (
        len(rows[0]) >= 6
        and _duration_column(rows) is not None
        and any(day_of(_begin(row[0]), today=today) is not None for row in rows[1:4])
    )


def read_sleep(rows: list[list[str]], today: date) -> Contents:
    """The sleep report: a day and `7h 55min` a row; weeks in a row are left out."""
    found, column = Contents(), _duration_column(rows)
    for row in rows[1:]:
        asleep = seconds(row[column]) if column is not None and column < len(row) else None
        wake = day_of(row[0], today=today)
        if asleep is None:
            continue
        if wake is None or _begin(row[0]) != row[0]:
            found.leave_out("weeks of sleep", "they are means, no nights")
            continue
        found.nights.append(Night(wake=wake, hours=asleep / 3600, source=SOURCE))
    return found


def _begin(days: str) -> str:
    """The first day of a span such as `Nov 1-7` or `Mar 29 - Apr 4`; one day as it is."""
    return _SPAN.sub("", days) if days[:1].isalpha() else days


_SPAN = re.compile(r"(?<=\d)\s*[-–]\s*(?:[^\W\d]+\.?\s*)?\d{1,2}$")


def _duration_column(rows: list[list[str]]) -> int | None:
    """Where the hours asleep stand: before those needed, which look alike."""
    columns = (
        at
        for row in rows[1:30]
        for at, cell in enumerate(row[1:], start=1)
        if "h" in cell and seconds(cell) is not None
    )
    return min(columns, default=None)


def is_weight(rows: list[list[str]]) -> bool:
    """Whether a table is the weight report of the site."""
    return any(len(row) > 1 and re.fullmatch(r"[\d.,]+ (?:kg|lbs?)", row[1]) for row in rows[1:4])


def read_weight(rows: list[list[str]]) -> Contents:
    """The weight report: a day on a row of its own, then its weighings."""
    found, day = Contents(), None
    for row in rows[1:]:
        if (newer := day_of(row[0])) is not None:
            day = newer
        elif day is not None and len(row) > 1:
            at = moment(f"{day:%Y-%m-%d} {row[0]}")
            said, _, unit = row[1].partition(" ")
            value = number(said, comma=decimal_comma([said]))
            if at is not None and value is not None:
                kg = value * (_LB if unit.startswith("lb") else 1.0)
                found.weighings.append(Weighing(when=at, kg=kg, source=SOURCE))
    return found


def read_account(document: Any) -> Contents | None:
    """One JSON file of an account export: sessions, nights or weighings; None if it is another."""
    if not isinstance(document, list):
        return None
    found, is_known = Contents(), False
    for item in document:
        if not isinstance(item, dict):
            continue
        if isinstance(sessions := item.get("summarizedActivitiesExport"), list):
            is_known = True
            found.activities += (each for row in sessions if (each := _session(row)))
        elif (
            "deepSleepSeconds" in item
            or "sleepStartTimestampGMT" in item
            or item.keys() == {"retro"}
        ):
            is_known = True
            if night := _night(item):
                found.nights.append(night)
        elif isinstance(item.get("metaData"), dict):
            is_known = True
            if weighing := _weighing(item):
                found.weighings.append(weighing)
    return found if is_known else None


def _session(row: Any) -> Activity | None:
    if not isinstance(row, dict):
        return None
    start = _local(row)
    if start is None:
        return None
    # Centimetres and milliseconds; a few accounts, with times as text, have metres and seconds.
    is_si = isinstance(row.get("startTimeLocal"), str)
    per_metre, per_second = (1.0, 1.0) if is_si else (100.0, 1000.0)
    return Activity(
        start=start,
        sport=sport_of(str(row.get("activityType") or row.get("sportType") or "")),
        source=SOURCE,
        metres=_scaled(row.get("distance"), per_metre),
        timer=_scaled(row.get("duration"), per_second),
        elapsed=_scaled(row.get("elapsedDuration"), per_second),
    )


def _local(row: dict[str, Any]) -> datetime | None:
    value = row.get("startTimeLocal")
    if isinstance(value, str):
        return _iso(value)
    if isinstance(value, int | float) and 0 < value < 1e14:
        # The time on the wall, written as if it were in UTC.
        return datetime.fromtimestamp(value / 1000, UTC).replace(tzinfo=None)
    return None


def _scaled(value: Any, by: float) -> float | None:
    return value / by if isinstance(value, int | float) and value >= 0 else None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _night(item: dict[str, Any]) -> Night | None:
    parts = [item.get(f"{kind}SleepSeconds") for kind in ("deep", "light", "rem")]
    wake = day_of(str(item.get("calendarDate", "")))
    known = [each for each in parts if isinstance(each, int | float)]
    if wake is None or not known:
        return None
    return Night(wake=wake, hours=sum(known) / 3600, source=SOURCE)


def _weighing(item: dict[str, Any]) -> Weighing | None:
    weight = item.get("weight")
    grams = weight.get("weight") if isinstance(weight, dict) else None
    when = _iso(str(item["metaData"].get("calendarDate", "")))
    if when is None or not isinstance(grams, int | float):
        return None
    return Weighing(when=when, kg=grams / 1000, source=SOURCE)
