"""The comparison in its forms: parts for a screen, text, data."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import Any

from msgspec import Struct, to_builtins

from mile18.evidence.disclaimers import READINESS
from mile18.factor import Factor, span
from mile18.plan.compare.compare import Comparison, LeverApart, shown
from mile18.plan.report import caution_data
from mile18.plan.words import GATE_MARKS, countdown_words, gate_title
from mile18.plan.wrap import padded, plain, wrapped
from mile18.readiness import Interval, Readiness
from mile18.topics.health.gate import Gate
from mile18.units import SI, Units, localise

NARROWEST = 32
LONGEST_NAME = 40
LONGEST_ANSWER = 200
# Below this width the two sides stand under what is compared.
_ONE_ROW = 64
_GAP = "  "


class Row(Struct, frozen=True):
    """What is compared, and how it stands on both sides."""

    what: str
    a: str
    b: str
    differs: bool = True


class Columns:
    """How wide the three columns are on a page of `width`."""

    def __init__(self, width: int) -> None:
        """Share the width out."""
        self.width = width
        side = width * 3 // 10 if width >= _ONE_ROW else (width - 2 * len(_GAP)) // 2
        self._sides = (side, side)
        self._what = width - 2 * (side + len(_GAP)) if width >= _ONE_ROW else 0

    def lines(self, row: Row) -> list[str]:
        """A row as lines of text; answers that would fill the page are cut."""
        sides = (_cut(row.a, LONGEST_ANSWER), _cut(row.b, LONGEST_ANSWER))
        if self._what:
            return _set((row.what, *sides), (self._what, *self._sides))
        return [*wrapped(row.what, self.width), *_set(("", *sides), (0, *self._sides))]


def short_names(names: tuple[str, str]) -> tuple[str, str]:
    """The names of both sides, on one line and cut to what stands above a column."""
    return _cut(names[0], LONGEST_NAME), _cut(names[1], LONGEST_NAME)


def _set(cells: tuple[str, ...], widths: tuple[int, ...]) -> list[str]:
    wraps = (wrapped(cell, width) for cell, width in zip(cells, widths, strict=True))
    return [
        _GAP.join(padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*wraps, fillvalue="")
    ]


def _cut(text: str, longest: int) -> str:
    line = plain(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


NOTHING = "Nothing sets them apart."


class Part(Struct, frozen=True):
    """A titled table, or titled lines, each after what leads it."""

    title: str
    rows: tuple[Row, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


def compare_parts(
    comparison: Comparison, names: tuple[str, str], units: Units, *, everything: bool = False
) -> Iterator[Part]:
    """What sets two profiles apart; with `everything` the questions answered alike as well."""
    yield Part("Readiness", tuple(_figures(comparison.a, comparison.b)))
    pairs = comparison.pairs if everything else comparison.answers
    for topic, found in groupby(pairs, key=lambda pair: pair.topic):
        rows = (Row(each.question.prompt, *shown(each, units), each.differs) for each in found)
        yield Part("Race week" if topic == "week" else topic.capitalize(), tuple(rows))
    if comparison.factors:
        points = (
            Row(each.a.rule.title, _points(each.a), _points(each.b)) for each in comparison.factors
        )
        yield Part("Factors, 0–100", tuple(points))
    if warned := tuple(_warnings(comparison, short_names(names), units)):
        yield Part("Take care", lines=warned)
    if comparison.levers:
        yield Part("Still possible", lines=tuple(_levers(comparison, short_names(names), units)))
    count = comparison.same_answers
    alike = f"Answered alike: {count} question{'' if count == 1 else 's'}"
    note = NOTHING if comparison.empty else f"{alike}{'' if everything else ', left out above'}."
    yield Part("Please note", lines=(("", note), ("", READINESS)))


def _figures(a: Readiness, b: Readiness) -> Iterator[Row]:
    for what, here, there in (
        ("Health", _gate(a.gate), _gate(b.gate)),
        ("Countdown", countdown_words(a.countdown), countdown_words(b.countdown)),
        ("Now", _span(a.overall), _span(b.overall)),
        ("On race morning", _span(a.race_morning), _span(b.race_morning)),
        ("Questions answered", _answered(a), _answered(b)),
    ):
        yield Row(what, here, there, differs=here != there)


def _gate(gate: Gate) -> str:
    words = gate_title(gate).removeprefix("Health: ")
    return f"{GATE_MARKS[gate.status]} {words}"


def _span(interval: Interval) -> str:
    return span(interval.low, interval.high)


def _answered(readiness: Readiness) -> str:
    said, asked = readiness.answered
    return f"{said} of {asked}"


def _points(each: Factor) -> str:
    return span(each.low, each.high) if each.applies else "not needed"


def _warnings(
    comparison: Comparison, names: tuple[str, str], units: Units
) -> Iterator[tuple[str, str]]:
    for name, side in zip(names, (comparison.a, comparison.b), strict=True):
        for each in side.warnings:
            yield "", f"{name}: {localise(each.text, units)}"


def _levers(
    comparison: Comparison, names: tuple[str, str], units: Units
) -> Iterator[tuple[str, str]]:
    for side, levers in groupby(comparison.levers, key=lambda each: each.open_to):
        behind, ahead = names if side == "a" else reversed(names)
        yield "", f"{behind} could still do this; {ahead} is there already:"
        for each in levers:
            yield f"+{each.lever.points:.1f}  ", _lever(each, units)


def _lever(each: LeverApart, units: Units) -> str:
    lever = each.lever
    action = localise(lever.action, units)
    if not lever.lead_days:
        return action
    return f"{action} (needs {lever.lead_days} day{'' if lever.lead_days == 1 else 's'})"


def compare_text(
    comparison: Comparison, names: tuple[str, str], units: Units, width: int = 80
) -> str:
    """What sets two profiles apart, in lines of at most `width` columns; `names` head the columns.

    With health answers: not for sharing. Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    columns = Columns(width)
    lines: list[str] = []
    for part in compare_parts(comparison, names, units):
        title = part.title.upper()
        if lines:
            lines.append("")
        if part.rows:
            for row in (Row(title, *short_names(names)), *part.rows):
                lines += columns.lines(row)
        else:
            lines += wrapped(title, width)
        for lead, text in part.lines:
            lines += wrapped(text, width, lead)
    return "\n".join(lines) + "\n"


SCHEMA = 1


def compare_data(comparison: Comparison, names: tuple[str, str]) -> dict[str, Any]:
    """Only what differs; in `levers`, `open_to` is the side that still could pull what the other has.

    `applies` is null while it is open whether a race needs a factor.
    """
    return {
        "schema": SCHEMA,
        "about": READINESS,
        "today": comparison.a.countdown.today.isoformat(),
        "a": _side(names[0], comparison.a),
        "b": _side(names[1], comparison.b),
        "same_answers": comparison.same_answers,
        "answers": [
            {
                "question": f"{each.topic}.{each.question.key}",
                "prompt": each.question.prompt,
                "a": to_builtins(each.a),
                "b": to_builtins(each.b),
            }
            for each in comparison.answers
        ],
        "factors": [
            {
                "id": each.a.rule.id,
                "title": each.a.rule.title,
                "a": _points_data(each.a),
                "b": _points_data(each.b),
            }
            for each in comparison.factors
        ],
        "levers": [
            {
                "factor": each.lever.factor,
                "action": localise(each.lever.action, SI),
                "points": round(each.lever.points, 1),
                "lead_days": each.lever.lead_days,
                "open_to": each.open_to,
            }
            for each in comparison.levers
        ],
    }


def _side(name: str, readiness: Readiness) -> dict[str, Any]:
    said, asked = readiness.answered
    return {
        "profile": name,
        "days_to_race": readiness.countdown.days,
        "readiness": _interval(readiness.overall),
        "race_morning": _interval(readiness.race_morning),
        "answered": round(said / asked, 2),
        "gate": readiness.gate.status,
        "warnings": [caution_data(each) for each in readiness.warnings],
    }


def _interval(interval: Interval) -> dict[str, int]:
    return {"low": int(interval.low + 0.5), "high": int(interval.high + 0.5)}


def _points_data(each: Factor) -> dict[str, Any]:
    return {"low": each.low, "high": each.high, "applies": each.verdict.applies}
