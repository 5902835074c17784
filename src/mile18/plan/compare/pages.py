"""The comparison as a page and as data."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import to_builtins

from mile18.evidence.disclaimers import READINESS
from mile18.factor import Factor, span
from mile18.page import Page, Section, Sentence, Sides
from mile18.plan.compare.compare import Comparison, LeverApart, shown
from mile18.plan.data import caution_data, interval_data
from mile18.plan.words import GATE_MARKS, countdown_words, gate_title
from mile18.readiness import Interval, Readiness
from mile18.sanitise import plain
from mile18.topics.health.gate import Gate
from mile18.units import SI, Units, counted, localise

LONGEST_NAME = 40
LONGEST_ANSWER = 200


def short_names(names: tuple[str, str]) -> tuple[str, str]:
    """The names of both sides, on one line and cut to what stands above a column."""
    return _cut(names[0], LONGEST_NAME), _cut(names[1], LONGEST_NAME)


def _cut(text: str, longest: int) -> str:
    line = plain(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


NOTHING = "They do not differ."


def compare_page(
    comparison: Comparison, names: tuple[str, str], units: Units, *, everything: bool = False
) -> Page:
    """What sets two profiles apart; with `everything` the questions answered alike as well.

    `names` head the columns. With health answers: not for sharing.
    """
    return Page(tuple(_sections(comparison, short_names(names), units, everything)))


def _sections(
    comparison: Comparison, names: tuple[str, str], units: Units, everything: bool
) -> Iterator[Section]:
    yield Section("Readiness", tuple(_figures(comparison.a, comparison.b)), names)
    pairs = comparison.pairs if everything else comparison.answers
    for topic, found in groupby(pairs, key=lambda pair: pair.question.topic):
        rows = (_row(each.question.prompt, *shown(each, units), each.differs) for each in found)
        title = "Race week" if topic == "week" else topic.capitalize()
        yield Section(title, tuple(rows), names)
    if comparison.factors:
        points = (
            Sides(each.a.rule.title, _points(each.a), _points(each.b))
            for each in comparison.factors
        )
        yield Section("Factors, 0–100", tuple(points), names)
    if warned := tuple(_warnings(comparison, names, units)):
        yield Section("Take care", warned)
    if comparison.levers:
        yield Section("Still possible", tuple(_levers(comparison, names, units)))
    count = comparison.same_answers
    alike = f"Answered alike: {counted(count, 'question')}"
    note = NOTHING if comparison.empty else f"{alike}{'' if everything else ', not shown above'}."
    yield Section("Please note", (Sentence(note), Sentence(READINESS)))


def _row(what: str, a: str, b: str, differs: bool) -> Sides:
    # Answers that would fill the page are cut.
    return Sides(what, _cut(a, LONGEST_ANSWER), _cut(b, LONGEST_ANSWER), differs)


def _figures(a: Readiness, b: Readiness) -> Iterator[Sides]:
    for what, here, there in (
        ("Health", _gate(a.gate), _gate(b.gate)),
        ("Countdown", countdown_words(a.countdown), countdown_words(b.countdown)),
        ("Now", _span(a.overall), _span(b.overall)),
        ("On race morning", _span(a.race_morning), _span(b.race_morning)),
        ("Questions answered", _answered(a), _answered(b)),
    ):
        yield Sides(what, here, there, here != there)


def _gate(gate: Gate) -> str:
    words = gate_title(gate).removeprefix("Health check: ")
    return f"{GATE_MARKS[gate.status]} {words}"


def _span(interval: Interval) -> str:
    return span(interval.low, interval.high)


def _answered(readiness: Readiness) -> str:
    said, asked = readiness.answered
    return f"{said} of {asked}"


def _points(each: Factor) -> str:
    return span(each.low, each.high) if each.applies else "not needed"


def _warnings(comparison: Comparison, names: tuple[str, str], units: Units) -> Iterator[Sentence]:
    for name, side in zip(names, (comparison.a, comparison.b), strict=True):
        for each in side.warnings:
            yield Sentence(f"{name}: {localise(each.text, units)}")


def _levers(comparison: Comparison, names: tuple[str, str], units: Units) -> Iterator[Sentence]:
    for side, levers in groupby(comparison.levers, key=lambda each: each.open_to):
        behind, ahead = names if side == "a" else reversed(names)
        yield Sentence(f"{behind} could still do this; {ahead} is there already:")
        for each in levers:
            yield Sentence(_lever(each, units), lead=f"+{each.lever.points:.1f}  ")


def _lever(each: LeverApart, units: Units) -> str:
    lever = each.lever
    action = localise(lever.action, units)
    if not lever.lead_days:
        return action
    return f"{action} (needs {counted(lever.lead_days, 'day')})"


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
                "question": each.question.id,
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
        "readiness": interval_data(readiness.overall),
        "race_morning": interval_data(readiness.race_morning),
        "answered": round(said / asked, 2),
        "gate": readiness.gate.status,
        "warnings": [caution_data(each) for each in readiness.warnings],
    }


def _points_data(each: Factor) -> dict[str, Any]:
    return {"low": each.low, "high": each.high, "applies": each.verdict.applies}
