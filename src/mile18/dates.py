"""Dates as people write them, and as mile18 does."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from mile18.reading import EntryError, plain_signs

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
# Whole names in English, German, French, Spanish, Italian and Dutch, without their accents.
_NAMES: Final = (
    "january januar jänner janvier enero gennaio januari",
    "february februar fevrier febrero febbraio februari",
    "march märz mars marzo maart maerz marz",
    "april avril abril aprile",
    "may mai mayo maggio mei",
    "june juni juin junio giugno",
    "july juli juillet julio luglio",
    "august aout agosto augustus",
    "september septembre septiembre settembre sept",
    "october oktober octobre octubre ottobre",
    "november novembre noviembre",
    "december dezember decembre diciembre dicembre",
)
# Their first three letters, where those mean one month only.
_SHORT: Final = {
    "mrz": 3, "avr": 4, "abr": 4, "mai": 5, "mag": 5, "mei": 5, "giu": 6, "lug": 7, "aou": 8,
    "ago": 8, "set": 9, "okt": 10, "ott": 10, "dez": 12, "dic": 12, "ene": 1, "gen": 1, "fev": 2,
    "maa": 3,
}  # fmt: skip
_BY_NAME: Final = {
    **{name: at for at, names in enumerate(_NAMES, start=1) for name in names.split()},
    **{month.lower(): at for at, month in enumerate(MONTHS, start=1)},
    **_SHORT,
}
_UNACCENTED: Final = str.maketrans("éèêûôàáíóú", "eeeuoaaiou")
_EXAMPLE: Final = "write 2027-05-02 or 2 May 2027"
_STEPS: Final = {"day": 1, "week": 7}
_ONES: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def parse_date(text: str, today: date | None = None) -> date:
    """A date: `2027-05-02`, `2.5.27`, `Sun 2 May 2027`, `May 2`, `in 4 weeks`, `next sunday`.

    One without a year is the next such day. Raises EntryError.
    """
    said = _bare(text)
    if today and (found := _near(said, today)):
        return found
    if re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})", said):
        raise EntryError("day or month first? Write 2027-05-02 or 2 May 2027")
    year, month, day = _parts(said, text)
    if year is None:
        if today is None:
            raise EntryError(f"“{text}” has no year; {_EXAMPLE}")
        return _next(month, day, today, text)
    return _day(year, month, day, text)


def _bare(text: str) -> str:
    """The text in small letters, without a weekday before the date and signs between its parts."""
    said = " ".join(plain_signs(text).lower().replace(",", " ").split())
    return re.sub(
        rf"^(?:{'|'.join(each[:3] for each in _WEEKDAYS)})[a-z]*\.?\s+(?=\d|[a-z])", "", said
    )


def _near(said: str, today: date) -> date | None:
    """A day counted from today; None if the text is none."""
    days = {"yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2}
    if said in days:
        return today + timedelta(days=days[said])
    counted = re.fullmatch(r"(?:in )?(\w+) (day|week)s?( ago| from now)?", said)
    if counted and (said.startswith("in ") or counted[3]):
        count = int(counted[1]) if counted[1].isdecimal() else _ONES.get(counted[1])
        if count is not None and count < 1000:
            step = _STEPS[counted[2]] * count
            return today + timedelta(days=-step if counted[3] == " ago" else step)
    named = re.fullmatch(r"(next|this|last|on)? ?([a-z]{3,9})", said)
    if named and (at := _weekday(named[2])) is not None:
        ahead = (at - today.weekday()) % 7
        if named[1] == "last":
            return today - timedelta(days=(today.weekday() - at) % 7 or 7)
        return today + timedelta(days=ahead or (7 if named[1] == "next" else 0))
    return None


def _weekday(name: str) -> int | None:
    found = [at for at, each in enumerate(_WEEKDAYS) if name in (each, each[:3])]
    return found[0] if found else None


_FORMS: Final = (
    r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\.? ?(?P<y>\d{4}|\d{2})?",
    r"(?P<d>\d{1,2})\.?(?:st|nd|rd|th)?(?: (?:of|de)(?= ))? ?(?P<n>[^\W\d]+)\.?(?: de(?= ))? ?(?P<y>\d{4}|\d{2})?",
    r"(?P<n>[^\W\d]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?(?: (?P<y>\d{4}|\d{2}))?",
)


def _parts(said: str, text: str) -> tuple[int | None, int, int]:
    for form in _FORMS:
        if found := re.fullmatch(form, said):
            named = found.groupdict()
            month = int(named["m"]) if named.get("m") else _month(named["n"], text)
            year = named.get("y")
            whole = int(year) + (2000 if len(year) == 2 else 0) if year else None
            return whole, month, int(named["d"])
    raise EntryError(f"“{text}” is not a date; {_EXAMPLE}")


def _month(name: str, text: str) -> int:
    found = _BY_NAME.get(name) or _BY_NAME.get(name.translate(_UNACCENTED))
    if found is None:
        raise EntryError(f"“{text}”: “{name}” is no month that mile18 knows; {_EXAMPLE}")
    return found


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise EntryError(f"“{text}” is no day of the calendar") from None


def _next(month: int, day: int, today: date, text: str) -> date:
    """The next such day from today on; a 29 February may be years away."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return _day(today.year, month, day, text)


def day_words(day: date) -> str:
    """A date as a runner reads it, whatever the locale: `Sun 2 May 2027`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year:04}"


def moment_words(moment: datetime) -> str:
    """A moment as the clock of its time zone shows it: `Sun 2 May 2027 08:41`."""
    return f"{day_words(moment.date())} {moment:%H:%M}"


def month_of(word: str) -> int | None:
    """The month that a word names, whole or short, in one of six languages; None if it is none."""
    bare = word.strip(".").lower().translate(_UNACCENTED)
    return _BY_NAME.get(bare) or _BY_NAME.get(bare[:3]) if len(bare) >= 3 else None
