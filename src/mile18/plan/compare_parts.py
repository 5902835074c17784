"""A comparison in parts: tables with a column for each side, then what one could do and the other has.

The words that shell and screen share.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mile18.evidence.disclaimers import READINESS
from mile18.factor import Factor, span
from mile18.plan.compare import Comparison, LeverApart
from mile18.plan.compare_page import Row, short_names
from mile18.plan.compare_values import shown
from mile18.plan.words import GATE_MARKS, countdown_words, gate_title
from mile18.readiness import Interval, Readiness
from mile18.topics.health.gate import Gate
from mile18.units import Units, localise

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
    days = f" (needs {lever.lead_days} day{'' if lever.lead_days == 1 else 's'})"
    return localise(lever.action, units) + days * bool(lever.lead_days)
