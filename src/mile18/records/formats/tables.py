"""Tables of exports in any language: rows, moments, numbers and durations as people's sites write them."""

import csv
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from io import StringIO

from mile18.dates import month_of
from mile18.records.activity import RecordError

_CLOCK = re.compile(
    r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap])?\.?\s?m?\.?\s*$", re.IGNORECASE
)
# No cell of an export is longer; the limit of the csv module is for all of Python.
_LONGEST_CELL = 1_000_000


def text_of(content: bytes) -> str:
    """The text of a file. Raises RecordError."""
    try:
        return content.decode(
            "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        )
    except UnicodeDecodeError:
        raise RecordError("it is no text that can be read (UTF-8)") from None


def rows_of(text: str) -> list[list[str]]:
    """The rows of a table parted by commas or semicolons. Raises RecordError."""
    first = text.split("\n", 1)[0]
    sign = ";" if first.count(";") > first.count(",") else ","
    csv.field_size_limit(_LONGEST_CELL)
    try:
        found = csv.reader(StringIO(text, newline=""), delimiter=sign, skipinitialspace=True)
        return [row for row in found if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise RecordError(f"it is no table that can be read ({error})") from None


def moment(text: str, *, day_first: bool = False) -> datetime | None:
    """A day and a time: `Sep 20, 2026, 2:12:12 PM`, `20.09.2026, 14:12:12`, `2026-09-20 14:12:12`.

    With slashes or hyphens the month comes first where both can be, unless `day_first`.
    """
    said = " ".join(text.replace("\u202f", " ").replace("\xa0", " ").split())
    clock = _CLOCK.search(said)
    if clock is None:
        return None
    day = day_of(said[: clock.start()].rstrip("T "), day_first=day_first)
    hour, half = int(clock[1]), (clock[4] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if day is None or hour > 23:
        return None
    minute, second = int(clock[2]), int(clock[3] or 0)
    if minute > 59 or second > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - as it is written


def day_of(text: str, *, day_first: bool = False, today: date | None = None) -> date | None:
    """A day as exports write it; one without a year is the last such day up to `today`."""
    said = text.strip(" ,")
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", said):
        return _date(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", said):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", said):
        one, two, year = map(int, found.groups())
        if day_first or one > 12:
            one, two = two, one
        return _date(year, one, two)
    months = [month for word in re.findall(r"[^\W\d_]+", said) if (month := month_of(word))]
    numbers = re.findall(r"\d+", said)
    years = [int(each) for each in numbers if len(each) == 4]
    days = [int(each) for each in numbers if len(each) <= 2]
    if not months or not days:
        return None
    if years:
        return _date(years[0], months[0], days[0])
    if today is None:
        return None
    tries = (_date(today.year - back, months[0], days[0]) for back in (0, 1))
    return next((each for each in tries if each and each <= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number(text: str, *, comma: bool = False) -> float | None:
    """A number; with `comma` that is its decimal sign, else it parts thousands."""
    said = re.sub(r"[\s\u202f\xa0']", "", text)
    said = said.replace(".", "").replace(",", ".") if comma else said.replace(",", "")
    try:
        found = float(said)
    except ValueError:
        return None
    return found if abs(found) < 1e12 else None


def decimal_comma(cells: Iterable[str]) -> bool:
    """Whether the decimal sign of a column is a comma; a comma before three digits decides nothing."""
    for cell in cells:
        if re.search(r"\.\d{1,2}$", cell.strip()):
            return False
        if re.search(r",\d{1,2}$", cell.strip()):
            return True
    return False


def seconds(text: str) -> float | None:
    """A duration: `00:38:13`, `00:10:28.5`, `01:46.70`, `7h 55min`."""
    said = text.strip()
    if found := re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:[.,]\d+)?)", said):
        hours, minutes = int(found[1] or 0), int(found[2])
        return timedelta(hours=hours, minutes=minutes).total_seconds() + float(
            found[3].replace(",", ".")
        )
    if found := re.fullmatch(r"(\d{1,2})\s*h(?:\s*(\d{1,2})\s*m(?:in)?)?\.?", said):
        return 3600.0 * int(found[1]) + 60.0 * int(found[2] or 0)
    return None
