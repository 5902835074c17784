"""Forgiving readers of what people type: numbers, durations, paces, times of day."""

import re
from datetime import time
from typing import Final

_FRACTIONS: Final = {"¼": ".25", "½": ".5", "¾": ".75"}
# Signs that phones and keyboards put in the place of plain ones.
_SIGNS: Final = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "′": "'", "`": "'", "´": "'",
        "″": '"', "”": '"', "“": '"', "º": "°", "˚": "°", "\u00a0": " ", "\u202f": " ",
        "\u2009": " ",
    }
)  # fmt: skip


class EntryError(ValueError):
    """The text is no answer to the question; the message says what is wrong and gives an example."""


def plain_signs(text: str) -> str:
    """The text without spaces around it and a dot at its end, with plain signs for pretty ones."""
    return text.translate(_SIGNS).strip().removesuffix(".").rstrip()


def parse_number(text: str) -> tuple[float, str]:
    """A decimal number (`12,5`, `12.5`, `7½`, `about 18`) and whatever unit follows it.

    Raises EntryError, also for one that may be read in two ways.
    """
    said = _number_alone(text)
    match = re.fullmatch(r"(-?)([0-9]+(?:[.,][0-9]+)*|[.,][0-9]+)\s*([^0-9.,\s-].*)?", said)
    if not match:
        raise EntryError(f"“{text}” is not a number; write it like 12.5 or 12,5")
    sign, digits, unit = match[1], match[2], (match[3] or "").strip()
    if len(re.findall("[.,]", digits)) > 1 or re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", digits):
        plain = re.sub("[.,]", "", digits)
        raise EntryError(
            f"“{digits}” can be read in two ways; write {plain} or use one decimal sign"
        )
    return float(sign + digits.replace(",", ".")), unit


def _number_alone(text: str) -> str:
    said = _without_fractions(plain_signs(text))
    return re.sub(r"^(?:about|around|approx\.?|ca\.?|circa|~|≈)\s*", "", said, flags=re.IGNORECASE)


def _without_fractions(said: str) -> str:
    for sign, decimal in _FRACTIONS.items():
        said = re.sub(rf"(?<!\d){sign}", f"0{decimal}", said).replace(sign, decimal)
    return said


def as_decimal(text: str) -> str | None:
    """The text with its one comma, before three digits, as a decimal sign; None if there is none."""
    found = re.fullmatch(r"(\d{1,3}),(\d{3})(\D.*)?", _number_alone(text))
    return f"{found[1]}.{found[2]}{found[3] or ''}" if found else None


def upper_end(text: str) -> str | None:
    """The upper end of a range such as `15-20 °C`; None if the text is none."""
    found = re.fullmatch(r"-?[\d.,]+\s*[^\d\s-]*\s*(?:-|to|bis)\s*([\d.,].*)", plain_signs(text))
    return found[1] if found else None


def parse_pace(text: str) -> tuple[int, str] | None:
    """A pace such as `5:20/km`, `5'20"/km` or `0:08:35 per mile` as seconds and `km` or `mi`.

    None if it is none.
    """
    said = re.sub(r"\s|(?<=\d)min(?=/)", "", plain_signs(text).lower().replace(" per ", "/"))
    said = said.removeprefix("0:") if re.match(r"0:\d\d:", said) else said
    match = re.fullmatch(
        r"""([0-9]{1,2})[:.']([0-5][0-9])["']{0,2}(?:min)?/(km|k|mi|mile|m)""", said
    )
    if not match:
        return None
    return int(match[1]) * 60 + int(match[2]), "mi" if match[3].startswith("m") else "km"


_WORDS: Final = re.compile(
    r"(?:([0-9]{1,3}(?:[.,][0-9]+)?)h(?:ours?|rs?)?)?"
    r"(?:([0-9]{1,4})(?:minutes?|mins?|m|')?)?"
    r"(?:([0-9]{1,2})(?:seconds?|secs?|s|\"|''))?([0-9]{1,2})?"
)


def parse_duration(text: str, *, is_short: bool = False, long: bool = False) -> int:
    """A duration in seconds: `3:45:00`, `3h45`, `3 hours 45 minutes`, `3.5 h`, `225 min`, `22'15`.

    Two numbers are hours and minutes below 10 (`3:45`), minutes and seconds from 10 on (`21:30`):
    a runner who writes 3:45 means hours, one who writes 21:30 means minutes. Where only minutes
    make sense (`is_short`), 1:30 is a minute and a half; where only hours do (`long`), 12:30 is
    twelve and a half of them. Raises EntryError.
    """
    said = _without_fractions(plain_signs(text)).lower().replace(" ", "").replace("and", "")
    if clock := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])(?:h|hours?|hrs?)", said):
        return _seconds(clock[1], clock[2])
    if minutes := re.fullmatch(r"([0-9]{1,3})'([0-5]?[0-9])?\"?(?:'')?", said):
        return _seconds("0", minutes[1], minutes[2])
    words = _WORDS.fullmatch(said)
    if words and re.search("[hms']", said) and not words[4]:
        return round(3600 * float((words[1] or "0").replace(",", "."))) + _seconds(
            "0", words[2], words[3]
        )
    if full := re.fullmatch(r"([0-9]{1,3})[:.]([0-5][0-9])[:.]([0-5][0-9])", said):
        return _seconds(full[1], full[2], full[3])
    if short := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", said):
        hours = long or (int(short[1]) < 10 and not is_short)
        return _seconds(*(short.groups() if hours else ("0", *short.groups())))
    raise EntryError(f"“{text}” is not a duration; write 3:45:00, 3h45 or 21:30")


def both_ends(text: str) -> tuple[str, str] | None:
    """The faster and the slower end of a range of times such as `3:45-3:50`; None if it is none."""
    found = re.fullmatch(r"(\d[\d:.h]*)\s*(?:-|to|bis)\s*(\d.*)", plain_signs(text).lower())
    return (found[1], found[2]) if found else None


def _seconds(hours: str | None, minutes: str | None, seconds: str | None = None) -> int:
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)


def parse_time(text: str) -> time:
    """A time of day: `7`, `7:30`, `07.30`, `0730`, `7h30`, `7:30 am`, `7 pm`, `noon`.

    Raises EntryError.
    """
    said = plain_signs(text).lower().replace("a.m", "am").replace("p.m", "pm")
    if said in ("noon", "midday"):
        return time(12)
    if said == "midnight":
        return time(0)
    match = re.fullmatch(
        r"([0-9]{1,2})(?:[:.h]?([0-5][0-9]))?(?:[:.]([0-5][0-9]))?\s*(?:h|o'clock|uhr)?\s*(am|pm)?",
        said,
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
