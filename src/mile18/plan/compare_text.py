"""A comparison as plain text: a column for each side, then what one has and the other could do."""

from collections.abc import Iterator
from itertools import groupby

from mile18.evidence.disclaimers import READINESS
from mile18.factor import Factor, span
from mile18.plan.compare import Comparison, LeverApart
from mile18.plan.compare_page import NARROWEST, Page, Row
from mile18.plan.compare_values import shown
from mile18.plan.words import GATE_MARKS, countdown_words, gate_words
from mile18.readiness import Interval, Readiness
from mile18.topics.health import Gate
from mile18.units import Units, localise

NOTHING = "Nothing sets them apart."


def compare_text(
    comparison: Comparison, names: tuple[str, str], units: Units, width: int = 80
) -> str:
    """What sets two profiles apart, in lines of at most `width` columns; `names` head the columns.

    With health answers: not for sharing. Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    page = Page(width, names)
    page.table("Readiness", _figures(comparison.a, comparison.b))
    for topic, pairs in groupby(comparison.answers, key=lambda pair: pair.topic):
        rows = [Row(pair.question.prompt, *shown(pair, units)) for pair in pairs]
        page.table("Race week" if topic == "week" else topic, rows)
    if comparison.factors:
        rows = [
            Row(each.a.rule.title, _points(each.a), _points(each.b)) for each in comparison.factors
        ]
        page.table("Factors, 0–100", rows)
    _levers(page, comparison, units)
    page.section("Please note")
    page.write(NOTHING if comparison.empty else _alike(comparison.same_answers))
    page.write(READINESS)
    return page.text


def _figures(a: Readiness, b: Readiness) -> Iterator[Row]:
    yield Row("Health", _gate(a.gate), _gate(b.gate))
    yield Row("Countdown", countdown_words(a.countdown), countdown_words(b.countdown))
    yield Row("Now", _span(a.overall), _span(b.overall))
    yield Row("On race morning", _span(a.race_morning), _span(b.race_morning))
    yield Row("Questions answered", _answered(a), _answered(b))


def _gate(gate: Gate) -> str:
    words = gate_words(Gate(gate.status, ())).removeprefix("Health: ")
    return f"{GATE_MARKS[gate.status]} {words}"


def _span(interval: Interval) -> str:
    return span(interval.low, interval.high)


def _answered(readiness: Readiness) -> str:
    said, asked = readiness.answered
    return f"{said} of {asked}"


def _points(each: Factor) -> str:
    return span(each.low, each.high) if each.applies else "not needed"


def _levers(page: Page, comparison: Comparison, units: Units) -> None:
    if comparison.levers:
        page.section("Still possible")
    for side, levers in groupby(comparison.levers, key=lambda each: each.open_to):
        behind, ahead = page.names if side == "a" else reversed(page.names)
        page.write(f"{behind} could still do this; {ahead} is there already:")
        for each in levers:
            page.write(*_lever(each, units))


def _lever(each: LeverApart, units: Units) -> tuple[str, str]:
    lever = each.lever
    days = f" (needs {lever.lead_days} day{'' if lever.lead_days == 1 else 's'})"
    return localise(lever.action, units) + days * bool(lever.lead_days), f"+{lever.points:.1f}  "


def _alike(count: int) -> str:
    return f"Answered alike: {count} question{'' if count == 1 else 's'}, left out above."
