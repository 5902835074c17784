"""Between what a runner types and what is stored: forgiving parsers, one readable way back."""

import math
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct

from mile18.dates import day_words, parse_date
from mile18.question import Entry, Kind, Question, questions
from mile18.reading import (
    EntryError,
    as_decimal,
    both_ends,
    parse_duration,
    parse_number,
    parse_pace,
    parse_time,
    plain_signs,
    upper_end,
)
from mile18.units import SI, Units, clock, from_si, named, number, to_si, with_unit

_SINGULAR = {"days": "day", "weeks": "week"}

# No number, day or choice takes more, and what is not read is quoted back.
LONGEST = 60
# Faster than anybody runs any distance that is asked about.
FASTEST_S_PER_KM = 120


class Setting(Struct, frozen=True):
    """What reading an answer may need: the runner's units, today, and the race distance in km."""

    units: Units = SI
    today: date | None = None
    race_km: float | None = None


def parse(question: Question, text: str, setting: Setting) -> Any:
    """The answer that `text` gives, in SI; None for an empty text.

    Raises EntryError when the text is no answer or out of bounds.
    """
    text = text.strip() if question.kind is Kind.TEXT or in_words(question) else plain_signs(text)
    if not text:
        return None
    if question.kind not in (Kind.TEXT, Kind.CHECKLIST, Kind.LOG):
        _refuse_long(text)
    match question.kind:
        case Kind.TEXT:
            return text
        case Kind.NUMBER | Kind.WHOLE:
            value = _number(question, text, setting.units)
        case Kind.DURATION:
            value = _duration(question, text, setting.race_km)
        case Kind.DATE:
            return parse_date(text, setting.today)
        case Kind.TIME:
            return parse_time(text)
        case Kind.YES_NO:
            return _yes_no(text)
        case Kind.CHOICE:
            return _choice(question, text)
        case _:
            return _list(question, text, setting)
    wrong = out_of_bounds(question, value, setting.units)
    if wrong:
        raise EntryError(wrong)
    return value


def _refuse_long(text: str) -> None:
    if len(text) > LONGEST:
        raise EntryError(f"this is too long for an answer; {LONGEST} signs are the most")


def out_of_bounds(question: Question, value: float, units: Units = SI) -> str:
    """Why a number is not allowed, in the runner's units; empty if it is."""
    low, high = question.at_least, question.at_most
    if (low is None or value >= low) and (high is None or value <= high):
        return ""
    return f"{show(question, value, units)} is outside {bounds(question, units)}"


def bounds(question: Question, units: Units = SI) -> str:
    """The allowed span of a number, in the runner's units: `0–16 h`."""
    if question.at_least is None or question.at_most is None:
        return ""
    if question.kind is Kind.DURATION:
        return f"{clock(question.at_least)}–{clock(question.at_most)}"
    low, unit = from_si(question.at_least, question.unit, units)
    high, _ = from_si(question.at_most, question.unit, units)
    return with_unit(f"{number(low, 1)}–{number(high, 1)}", unit)


def show(question: Question, value: Any, units: Units = SI) -> str:
    """An answer as the runner reads it; empty if there is none."""
    if value is None:
        return ""
    match question.kind:
        case Kind.NUMBER | Kind.WHOLE:
            if preset := question.choices.get(number(value, 4)):
                return preset
            shown, unit = from_si(value, question.unit, units)
            said = number(shown)
            return with_unit(said, _SINGULAR.get(unit, unit) if said == "1" else unit)
        case Kind.DURATION:
            # 2:00 alone would be read as two hours.
            in_full = value < 600 and not question.is_short
            return f"0:{value // 60:02}:{value % 60:02}" if in_full else clock(value)
        case Kind.DATE:
            return day_words(value)
        case Kind.TIME:
            return f"{value:%H:%M}"
        case Kind.YES_NO:
            return "yes" if value else "no"
        case Kind.CHOICE:
            return question.choices[value]
        case Kind.CHECKLIST:
            return ", ".join(question.choices[item] for item in value) or "none of these"
        case Kind.LOG:
            said = "; ".join(each.words(units) for each in value if each.in_words)
            return said or (f"{len(value)} logged" if value else "none")
        case Kind.TICKS:
            return f"{len(value)} ticked"
        case _:
            return str(value)


def in_words(question: Question) -> bool:
    """Whether a log's entries are typed and shown as lines of words."""
    return question.entry is not None and question.entry.in_words


def entry_line(kind: type[Entry], entry: Entry, units: Units = SI) -> str:
    """One line of a log as the runner reads it: `Tue 27 Apr 2027 · 6.2 h · yes`."""
    if kind.in_words:
        return entry.words(units)
    said = ((each, getattr(entry, each.key)) for each in questions(kind))
    return " · ".join(show(each, value, units) for each, value in said if value is not None)


def editable(question: Question, value: Any, units: Units = SI) -> str:
    """An answer as text that `parse` reads back as the same answer."""
    if value is None:
        return ""
    match question.kind:
        case Kind.NUMBER:
            return number(from_si(value, question.unit, units)[0], 4)
        case Kind.DATE:
            return str(value.isoformat())
        case Kind.DURATION:
            hours, rest = divmod(int(value), 3600)
            return f"{hours}:{rest // 60:02}:{rest % 60:02}"
        case Kind.WHOLE:
            return str(value)
        case _:
            return show(question, value, units)


def _number(question: Question, text: str, units: Units) -> float:
    if question.choices and (preset := _preset(question, text)) is not None:
        return preset
    if (found := _in_two_units(question, text)) is not None:
        return found
    value, unit = _plain_number(question, text, units)
    expected = units.of(question.unit)
    meant = _meant(question, unit, expected)
    stored = to_si(value, meant, question.unit)
    if stored is None:
        raise EntryError(
            f"“{text}”: “{unit}” is not a unit for this; use {expected or 'a plain number'}"
        )
    if question.kind is Kind.WHOLE:
        if stored != int(stored):
            raise EntryError(f"{number(value)} is not a whole number")
        return int(stored)
    if out_of_bounds(question, stored):
        for bound in (question.at_least, question.at_most):
            if bound is not None and _typed_as_shown(question, stored, bound, units):
                return bound
    return stored


# What runners call the distances that the choices have.
_DISTANCES = {
    "hm": 21.0975, "half": 21.0975, "halfmarathon": 21.0975, "half-marathon": 21.0975,
    "fm": 42.195, "full": 42.195, "full marathon": 42.195, "m": 42.195,
}  # fmt: skip


def _preset(question: Question, text: str) -> float | None:
    """A number by its name, such as `half marathon`; None if it begins with a figure."""
    if not text[0].isalpha():
        return None
    if question.unit == "km" and (found := _DISTANCES.get(text.lower())) is not None:
        return found
    return float(_choice(question, text)) if question.choices else None


_STONE_LB = 14


def _in_two_units(question: Question, text: str) -> float | None:
    """An answer of two numbers: `7:30` hours, `0:30` or `30'` minutes, `11st 4`, `2 of 5`."""
    if clock := re.fullmatch(r"([0-9]{1,2})\s*[:h]\s*([0-5][0-9])\s*(?:min|m|h)?", text):
        hours, minutes = int(clock[1]), int(clock[2])
        if question.unit == "h":
            return round(hours + minutes / 60, 4)
        if question.unit == "min":
            return 60.0 * hours + minutes
    stone = re.fullmatch(
        r"([0-9]{1,2})\s*st(?:one)?\s*(?:([0-9.]{1,4})\s*(?:lbs?)?)?", text.lower()
    )
    if stone and question.unit == "kg":
        pounds = _STONE_LB * int(stone[1]) + float(stone[2] or 0)
        return round(to_si(pounds, "lb", "kg") or 0.0, 4)
    share = re.fullmatch(r"([0-9]{1,2})\s*(?:of|/|out of)\s*([0-9]{1,2})", text.lower())
    if share and question.kind is Kind.WHOLE and int(share[1]) <= int(share[2]):
        return int(share[1])
    return None


def _plain_number(question: Question, text: str, units: Units) -> tuple[float, str]:
    """The number and its unit; a range counts as its upper end where that is the careful one.

    A comma before three digits is a decimal sign where the whole number is out of bounds.
    """
    if question.unit == "°C" and (upper := upper_end(text)):
        return parse_number(upper)
    try:
        return parse_number(text)
    except EntryError:
        decimal = as_decimal(text)
        if decimal is None:
            raise
        value, unit = parse_number(decimal)
        whole = to_si(1000 * value, _meant(question, unit, units.of(question.unit)), question.unit)
        if whole is None or not out_of_bounds(question, whole):
            raise
        return value, unit


def _meant(question: Question, unit: str, expected: str) -> str:
    """The unit that is meant: the one asked for if none is, and a rate if only its first part is."""
    meant = named(unit) if unit else expected
    if meant == "°":
        return expected
    if meant == "m" and question.unit == "min":
        return question.unit
    if meant in (question.unit, expected):
        return meant
    _, slash, per = question.unit.partition("/")
    if slash and "/" not in meant:
        return f"{meant}/{per}"
    return question.unit if question.unit.startswith(meant + " ") else meant


def _typed_as_shown(question: Question, stored: float, bound: float, units: Units) -> bool:
    """Whether a value is the bound as it is shown, where it is rounded, in miles or pounds above all."""
    if math.isclose(stored, bound, rel_tol=1e-5, abs_tol=1e-4):
        return True
    shown, typed = (from_si(each, question.unit, units)[0] for each in (bound, stored))
    return number(shown, 1) == number(typed, 3) or number(shown) == number(typed)


def answered_too(question: Question, text: str, setting: Setting) -> dict[str, dict[str, Any]]:
    """What else a text answers, as changes: the faster end of a goal typed as a range is the wish."""
    ends = both_ends(text) if question.id == "race.goal_time" else None
    if ends is None:
        return {}
    faster, slower = (parse(question, each, setting) for each in ends)
    return {"race": {"wish_time": faster}} if faster < slower else {}


def _duration(question: Question, text: str, race_km: float | None) -> int:
    pace = parse_pace(text) if question.as_pace else None
    if not pace:
        # Of a range the slower end is the goal.
        ends = both_ends(text) if question.as_pace else None
        said = ends[1] if ends else text
        seconds = parse_duration(said, is_short=question.is_short)
        if question.as_pace and race_km and seconds < FASTEST_S_PER_KM * race_km:
            # Minutes that nobody runs so far in are hours.
            return parse_duration(said, long=True)
        return seconds
    if race_km is None:
        raise EntryError("a pace needs the distance first; or give the finish time, 3:45:00")
    seconds, unit = pace
    return math.floor(seconds * race_km / (to_si(1, unit, "km") or 1) + 0.5)


def _yes_no(text: str) -> bool:
    lowered = text.lower()
    if lowered in ("y", "yes", "true", "1"):
        return True
    if lowered in ("n", "no", "false", "0"):
        return False
    raise EntryError(f"“{text}” is neither yes nor no")


def _choice(question: Question, text: str) -> str:
    _refuse_long(text)
    lowered = text.lower()
    exact = [key for key, label in question.choices.items() if lowered in (key, label.lower())]
    found = exact or [
        key for key, label in question.choices.items() if label.lower().startswith(lowered)
    ]
    if len(found) == 1:
        return found[0]
    labels = ", ".join(question.choices.values())
    raise EntryError(f"“{text}” is none of: {labels}")


def _list(question: Question, text: str, setting: Setting) -> tuple[Any, ...]:
    """What a list holds: items between commas, or entries between semicolons; `none` is one, too."""
    if question.kind is Kind.TICKS:
        raise EntryError("these are ticked in race week")
    if text.lower() in ("none", "none of these"):
        return ()
    if not text.strip(" ,;"):
        raise EntryError(f"“{text}” names nothing; if there is nothing to name, write none")
    if question.entry is None:
        return _checklist(question, text)
    read = question.entry.read if in_words(question) else partial(_entry, question.entry)
    return tuple(read(part.strip(), setting) for part in text.split(";") if _bare(part))


def _checklist(question: Question, text: str) -> tuple[str, ...]:
    """The items named between commas, each once."""
    named: list[str] = []
    while text := _bare(text):
        item, text = _longest(partial(_choice, question), text, ",")
        named.append(item)
    return tuple(dict.fromkeys(named))


def _entry(kind: type[Entry], text: str, setting: Setting) -> Entry:
    """One entry: its answers in the order asked, each as long as it reads; the last may be left out."""
    said: dict[str, Any] = {}
    for each in questions(kind):
        if text := _bare(text):
            read = partial(parse, each, setting=setting)
            said[each.key], text = _longest(read, text, r"\s")
    if text := _bare(text):
        raise EntryError(f"“{text}” is one answer too many; a ; begins the next entry")
    return kind(**said)


def _longest(read: Callable[[str], Any], text: str, separator: str) -> tuple[Any, str]:
    """What the longest part of a text that reads says, from its start to a separator; and the rest."""
    *more, first = [len(text), *reversed([each.start() for each in re.finditer(separator, text)])]
    for end in more:
        with suppress(EntryError):
            return read(_bare(text[:end])), text[end:]
    # Of all that is wrong, what is wrong with the first part alone says most.
    return read(_bare(text[:first])), text[first:]


def _bare(text: str) -> str:
    """The text without what stands between the parts of a list and belongs to none of them."""
    return re.sub(r"^(?:[\s,:·–]|-\s)+|(?:[\s,:·–]|\s-)+$", "", text)
