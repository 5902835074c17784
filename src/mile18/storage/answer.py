"""One answer between its TOML value and what a profile holds."""

from collections.abc import Callable
from datetime import date, time
from functools import cache, partial
from math import isfinite
from typing import Any

from msgspec import Struct, ValidationError, convert

from mile18.dates import parse_date
from mile18.entry import editable
from mile18.question import Answers, Entry, Kind, Question, questions
from mile18.reading import EntryError, parse_duration, parse_time
from mile18.storage.problem import Finding, alike, described, guess, plain, quoted, unknown

Sheet = type[Answers] | type[Entry]

# Kinds that can be written in several ways, and lists, are read item by item.
_WRITTEN_AS: dict[Kind, tuple[type, ...]] = dict.fromkeys(Kind, ()) | {
    Kind.TEXT: (str,),
    Kind.YES_NO: (bool,),
    Kind.NUMBER: (float, int),
    Kind.WHOLE: (int,),
    Kind.DATE: (date,),
    Kind.TIME: (time,),
    Kind.CHOICE: (str,),
}


class Reading(Struct, frozen=True):
    """What a TOML value says: an answer (None if it is none), and what is wrong with it.

    `items` holds, for a checklist or log, each raw item beside the answer it gave, None if none.
    """

    value: Any
    findings: tuple[Finding, ...] = ()
    items: tuple[tuple[Any, Any], ...] = ()


def read(sheet: Sheet, question: Question, raw: Any) -> Reading:
    """Read one TOML value strictly; a bad one gives findings, never an exception."""
    if question.kind is Kind.LOG:
        return _read_items(question, raw, lambda item: _read_entry(question, item))
    if question.kind is Kind.CHECKLIST:
        return _read_items(question, raw, lambda item: _read_choice(question, item))
    if question.kind is Kind.TICKS:
        return _read_items(question, raw, _read_tick)
    try:
        value = _plain_value(question, raw)
        # The declared type has the last word, whatever the kinds below know of it.
        return Reading(getattr(convert({question.key: value}, sheet), question.key))
    except _WrongError as wrong:
        return _nothing(str(wrong), wrong.allowed or question.allowed)
    except (ValidationError, OverflowError):
        return _nothing(described(raw), question.allowed)


def write(question: Question, value: Any) -> Any:
    """The TOML value of an answer; None must be left out by the caller."""
    match question.kind:
        case Kind.DURATION:
            return editable(question, value)
        case Kind.TEXT:
            # A lone surrogate, as broken paste may leave, has no place in UTF-8.
            return value.encode("utf-8", "replace").decode()
        case Kind.CHECKLIST | Kind.TICKS:
            return list(value)
        case Kind.LOG:
            return [write_entry(entry) for entry in value]
        case _:
            return value


def write_entry(entry: Entry) -> dict[str, Any]:
    """The TOML table of one log entry."""
    answers = ((question, getattr(entry, question.key)) for question in questions(type(entry)))
    return {question.key: write(question, said) for question, said in answers if said is not None}


def read_table(sheet: Sheet, table: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """The answers that a TOML table gives, and what is wrong with or unknown in it."""
    known = _by_key(sheet)
    answers = _unremarkable(sheet, known, table)
    findings: list[Finding] = []
    for key, raw in table.items():
        if key in answers:
            continue
        if key not in known:
            unused = [name for name in known if name not in table]
            findings.append(unknown((key,), alike(key, unused)))
            continue
        reading = read(sheet, known[key], raw)
        findings += (finding.under(key) for finding in reading.findings)
        if reading.value is not None:
            answers[key] = reading.value
    return answers, findings


@cache
def _by_key(sheet: Sheet) -> dict[str, Question]:
    return {question.key: question for question in questions(sheet)}


def _unremarkable(
    sheet: Sheet, known: dict[str, Question], table: dict[str, Any]
) -> dict[str, Any]:
    """The answers that have the very type their kind is written in, all checked in one go.

    What is left out, or all if one of them will not do, is to be read one by one. A folder of
    thousands is read in half the time for it.
    """
    plain = {
        key: raw for key, raw in table.items() if key in known and _is_unremarkable(known[key], raw)
    }
    try:
        good = convert(plain, sheet)
    except (ValidationError, OverflowError):
        return {}
    return {key: getattr(good, key) for key in plain}


def _is_unremarkable(question: Question, raw: Any) -> bool:
    if type(raw) not in _WRITTEN_AS[question.kind]:
        return False
    low, high = question.at_least, question.at_most
    # Of NaN neither is true.
    return low is None or high is None or low <= raw <= high


def _read_tick(raw: Any) -> Reading:
    return Reading(raw) if isinstance(raw, str) else _nothing(described(raw), "text in quotes")


class _WrongError(Exception):
    def __init__(self, what: str, allowed: str = "") -> None:
        super().__init__(what)
        self.allowed = allowed


def _nothing(what: str, allowed: str) -> Reading:
    return Reading(None, (Finding(keys=(), what=what, allowed=allowed),))


def _plain_value(question: Question, raw: Any) -> Any:
    match question.kind:
        case Kind.TEXT:
            return _typed(raw, str)
        case Kind.YES_NO:
            return _typed(raw, bool)
        case Kind.NUMBER:
            return _bounded(question, raw, _typed(raw, int, float))
        case Kind.WHOLE:
            return _bounded(question, raw, _typed(raw, int))
        case Kind.DURATION:
            return _bounded(question, raw, _duration(question, raw))
        case Kind.DATE:
            return _parsed(question, raw, parse_date) if isinstance(raw, str) else _typed(raw, date)
        case Kind.TIME:
            return _parsed(question, raw, parse_time) if isinstance(raw, str) else _typed(raw, time)
        case _:
            return _choice(question, raw)


def _typed(raw: Any, *types: type) -> Any:
    # To Python true is 1, to a runner it is no number.
    disguised = isinstance(raw, bool) and bool not in types
    if disguised or not isinstance(raw, types) or (isinstance(raw, float) and not isfinite(raw)):
        raise _WrongError(described(raw))
    return raw


def _bounded(question: Question, raw: Any, value: float) -> float:
    low, high = question.at_least, question.at_most
    too_low, too_high, allowed = "too low", "too high", ""
    shown = quoted(raw) if isinstance(raw, str) else plain(value)
    if question.kind is Kind.DURATION:
        too_low, too_high = "too short", "too long"
        allowed = f"a duration from {editable(question, low)} to {editable(question, high)}"
    if low is not None and value < low:
        raise _WrongError(f"{shown} is {too_low}", allowed)
    if high is not None and value > high:
        raise _WrongError(f"{shown} is {too_high}", allowed)
    return value


def _duration(question: Question, raw: Any) -> int:
    if isinstance(raw, str):
        return int(_parsed(question, raw, partial(parse_duration, is_short=question.is_short)))
    if isinstance(raw, time):
        raise _WrongError(f"{raw} is a time of day as long as it has no quotes")
    return int(_typed(raw, int))


def _parsed(question: Question, raw: str, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(raw)
    except EntryError:
        raise _WrongError(f"{quoted(raw)} is no {question.kind}") from None


def _choice(question: Question, raw: Any) -> str:
    if not isinstance(raw, str):
        raise _WrongError(described(raw))
    if raw not in question.choices:
        hint = guess(raw, list(question.choices))
        raise _WrongError(f"{quoted(raw)} is none of the choices{hint}")
    return raw


def _read_choice(question: Question, raw: Any) -> Reading:
    try:
        return Reading(_choice(question, raw))
    except _WrongError as wrong:
        return _nothing(str(wrong), f"any of: {', '.join(question.choices)}")


def _read_entry(question: Question, raw: Any) -> Reading:
    assert question.entry is not None
    if not isinstance(raw, dict):
        keys = ", ".join(asked.key for asked in questions(question.entry))
        return _nothing(described(raw), f"a table with any of: {keys}")
    answers, findings = read_table(question.entry, raw)
    return Reading(question.entry(**answers), tuple(findings))


def _read_items(question: Question, raw: Any, read_item: Callable[[Any], Reading]) -> Reading:
    """Read a list item by item: a bad one is left out, and only bad ones are no answer at all."""
    if not isinstance(raw, list):
        return _nothing(described(raw), question.allowed)
    readings = [read_item(item) for item in raw]
    findings = tuple(
        finding.under(at) for at, reading in enumerate(readings) for finding in reading.findings
    )
    values = [reading.value for reading in readings if reading.value is not None]
    if question.kind is Kind.CHECKLIST:
        values = list(dict.fromkeys(values))
    items = tuple((item, reading.value) for item, reading in zip(raw, readings, strict=True))
    return Reading(tuple(values) if values or not raw else None, findings, items)
