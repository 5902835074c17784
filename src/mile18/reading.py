"""Forgiving readers of what people type: numbers, durations, paces, times of day, dates."""

import re
from datetime import date, datetime, time, timedelta

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FRACTIONS = {"¼": ".25", "½": ".5", "¾": ".75"}


class EntryError(ValueError):
    """The text is no answer to the question; the message says what is wrong and gives an example."""


def parse_number(text: str) -> tuple[float, str]:
    """A decimal number (`12,5`, `12.5`, `7½`) and whatever unit follows it."""
    for sign, decimal in _FRACTIONS.items():
        text = text.replace(sign, decimal if text.strip() != sign else "0" + decimal)
    text = text.replace("−", "-")
    match = re.fullmatch(r"(-?)([0-9]+(?:[.,][0-9]+)*|[.,][0-9]+)\s*([^0-9.,\s-].*)?", text.strip())
    if not match:
        raise EntryError(f"“{text}” is not a number; write it like 12.5 or 12,5")
    sign, digits, unit = match[1], match[2], (match[3] or "").strip()
    if len(re.findall("[.,]", digits)) > 1 or re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", digits):
        plain = re.sub("[.,]", "", digits)
        raise EntryError(
            f"“{digits}” can be read in two ways; write {plain} or use one decimal sign"
        )
    return float(sign + digits.replace(",", ".")), unit


def parse_pace(text: str) -> tuple[int, str] | None:
    """A pace such as `5:20/km` or `8:35 / mile` as seconds and `km` or `mi`; None if it is none."""
    match = re.fullmatch(
        r"([0-9]{1,2})[:.]([0-5][0-9])(?:min)?/(km|k|mi|mile)", text.lower().replace(" ", "")
    )
    if not match:
        return None
    return int(match[1]) * 60 + int(match[2]), "mi" if match[3].startswith("mi") else "km"


def parse_duration(text: str, *, is_short: bool = False) -> int:
    """A duration in seconds: `3:45:00`, `3h45`, `3 h 45 min`, `225 min`, `21:30`.

    Two numbers are hours and minutes below 10 (`3:45`), minutes and seconds from 10 on (`21:30`):
    a runner who writes 3:45 means hours, one who writes 21:30 means minutes. Where only minutes
    make sense (`is_short`), 1:30 is a minute and a half.
    """
    lowered = text.lower().replace(" ", "")
    words = re.fullmatch(
        r"(?:([0-9]{1,3})h)?(?:([0-9]{1,4})(?:min|m|')?)?(?:([0-9]{1,2})(?:sec|s|\"))?", lowered
    )
    if words and re.search("[hm']", lowered):
        return _seconds(words[1], words[2], words[3])
    if full := re.fullmatch(r"([0-9]{1,3})[:.]([0-5][0-9])[:.]([0-5][0-9])", lowered):
        return _seconds(full[1], full[2], full[3])
    if short := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", lowered):
        hours = int(short[1]) < 10 and not is_short
        return _seconds(*(short.groups() if hours else ("0", *short.groups())))
    raise EntryError(f"“{text}” is not a duration; write 3:45:00, 3h45 or 21:30")


def _seconds(hours: str | None, minutes: str | None, seconds: str | None = None) -> int:
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)


def parse_time(text: str) -> time:
    """A time of day: `7`, `7:30`, `07.30`, `7h30`, `7:30 am`, `7 pm`."""
    match = re.fullmatch(
        r"([0-9]{1,2})(?:[:.h]?([0-5][0-9]))?(?:[:.]([0-5][0-9]))?\s*h?\s*(am|pm)?",
        text.strip().lower().replace("a.m.", "am").replace("p.m.", "pm"),
    )
    if match:
        hour, half = int(match[1]), match[4]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 24
        if hour < 24:
            return time(hour, int(match[2] or 0), int(match[3] or 0))
    raise EntryError(f"“{text}” is not a time of day; write 07:30 or 7:30 am")


def parse_date(text: str, today: date | None = None) -> date:
    """A date: `2027-05-02`, `2.5.2027`, `2 May 2027`, `May 2, 2027`, `yesterday`."""
    lowered = text.strip().lower().replace(",", " ")
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if today and lowered in near:
        return today + timedelta(days=near[lowered])
    parts: tuple[str, str, str] | None = None
    if match := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", lowered):
        parts = match[1], match[2], match[3]
    elif match := re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})", lowered):
        parts = match[3], match[2], match[1]
    elif match := re.fullmatch(
        r"([0-9]{1,2})\.?(?:st|nd|rd|th)?\s+([a-z]+)\.?\s+([0-9]{4})", lowered
    ):
        parts = match[3], _month(match[2]), match[1]
    elif match := re.fullmatch(r"([a-z]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?\s+([0-9]{4})", lowered):
        parts = match[3], _month(match[1]), match[2]
    elif match := re.fullmatch(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", lowered):
        raise EntryError("day or month first? Write 2027-05-02 or 2 May 2027")
    if parts:
        try:
            return date(int(parts[0]), int(parts[1]), int(parts[2]))
        except ValueError:
            raise EntryError(f"“{text}” is no day of the calendar") from None
    raise EntryError(f"“{text}” is not a date; write 2027-05-02 or 2 May 2027")


def _month(name: str) -> str:
    for at, month in enumerate(MONTHS, start=1):
        if name.startswith(month.lower()):
            return str(at)
    return "0"


def day_words(day: date) -> str:
    """A date as a runner reads it, whatever the locale: `Sun 2 May 2027`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_words(moment: datetime) -> str:
    """A moment as the clock of its time zone shows it: `Sun 2 May 2027 08:41`."""
    return f"{day_words(moment.date())} {moment:%H:%M}"
