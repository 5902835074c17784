"""The report on a profile: the same words for the shell, the sum screen and, as data, programs."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, to_builtins

from mile18.evidence.disclaimers import CLINICIAN, EMERGENCY, GENERAL, READINESS
from mile18.evidence.library import GRADES
from mile18.factor import Factor, span
from mile18.plan.history import trail, trail_words
from mile18.plan.shut import NOW
from mile18.plan.words import GATE_MARKS, gate_title, race_line
from mile18.plan.wrap import wrapped
from mile18.profile import Profile, all_questions
from mile18.readiness import Interval, Lever, Readiness, counted
from mile18.topics.health.cautions import Caution
from mile18.topics.health.gate import Gate
from mile18.units import SI, Units, localise, number


def total_lines(readiness: Readiness) -> Iterator[str]:
    """The sum at each end, and which factors an end leaves out and why."""
    factors = readiness.factors
    low, high = counted(factors, lowest=True), counted(factors, lowest=False)
    if low == high and all(each.settled for each in low):
        yield _written([(each.weight, each.low) for each in low])
    else:
        yield f"Low end: {_written([(each.weight, each.low) for each in low])}"
        yield f"High end: {_written([(each.weight, each.high) for each in high])}"
    yield "Each addend is a factor's weight times its points; the weights are a judgement."
    for each in factors:
        if each.verdict.applies is None:
            ends = {
                (True, True): "it counts at both ends",
                (True, False): "it counts at the low end only",
                (False, True): "it counts at the high end only",
                (False, False): "it counts at neither end",
            }[each in low, each in high]
            because = f" ({each.verdict.because})" if each.verdict.because else ""
            yield (
                f"{each.rule.title}: whether your race needs it is open{because}; until then "
                f"{ends}, whichever leaves more room."
            )
    if left_out := [each.rule.title for each in factors if not each.applies]:
        yield f"Not needed for this race, so without weight: {', '.join(left_out)}."


def _written(addends: list[tuple[int, int]]) -> str:
    weights = sum(weight for weight, _ in addends)
    mean = sum(weight * value for weight, value in addends) / weights
    shown = int(mean + 0.5)
    line = " + ".join(f"{weight} × {value}" for weight, value in addends)
    rounded = "" if mean == shown else f", rounded from {number(mean)}"
    return f"{shown} = ({line}) ÷ {weights}{rounded}"


SCHEMA = 1
ANSWER_NEXT = "Answer next"
QUESTIONS_SHOWN = 8
TRAIL_WIDTH = 60


class Section(Struct, frozen=True):
    """A titled run of lines, unwrapped; leading spaces say how far a line is indented."""

    title: str
    lines: tuple[str, ...]


def report(profile: Profile, readiness: Readiness, units: Units, width: int = 80) -> str:
    """The whole report as plain text in lines of at most `width` columns."""
    lines = _wrapped(race_line(profile, readiness.countdown, units), width)
    for section in sections(readiness, units):
        lines += ["", section.title.upper()]
        for line in _shortened(section):
            lines += _wrapped(line, width)
    return "\n".join(lines) + "\n"


def sections(readiness: Readiness, units: Units) -> list[Section]:
    """The report's sections in the order of importance, without the empty ones.

    While the health gate is shut nothing of the preparation is gone into.
    """
    shut = readiness.gate.shut
    found = (
        Section("Readiness", _figures(readiness)),
        Section("Health", _health(readiness.gate)),
        Section("What to do now", tuple(each.text for each in NOW) if shut else ()),
        Section(
            "Take care",
            tuple(f"{'!' if each.loud else '-'}  {each.text}" for each in readiness.warnings),
        ),
        Section("Do next", tuple(_lever(each) for each in readiness.possible)),
        Section("Too late for this race", tuple(_lever(each) for each in readiness.too_late)),
        Section(ANSWER_NEXT, () if shut else _to_answer(readiness)),
        Section("How each factor stands", () if shut else _factors(readiness)),
        Section("The sum", () if shut else tuple(total_lines(readiness))),
        Section("Please note", (GENERAL, CLINICIAN, EMERGENCY)),
    )
    return [
        Section(section.title, tuple(localise(line, units) for line in section.lines))
        for section in found
        if section.lines
    ]


def as_json(name: str, readiness: Readiness) -> dict[str, Any]:
    """The report as plain data in SI units; figures are whole points, as on screen.

    `applies` is null while it is open whether the race needs a factor. There are no factors while
    the health gate is shut, and no parts where amounts are withheld.
    """
    said, asked = readiness.answered
    return {
        "schema": SCHEMA,
        "about": READINESS,
        "profile": name,
        "today": readiness.countdown.today.isoformat(),
        "days_to_race": readiness.countdown.days,
        "readiness": _interval(readiness.overall),
        "race_morning": _interval(readiness.race_morning),
        "trail": [
            {"date": each.day.isoformat(), "low": each.low, "high": each.high}
            for each in trail(readiness)
        ],
        "answered": round(said / asked, 2),
        "gate": {
            "status": readiness.gate.status,
            "reasons": [to_builtins(reason) for reason in readiness.gate.reasons],
        },
        "warnings": [caution_data(each) for each in readiness.warnings],
        "factors": []
        if readiness.gate.shut
        else [_factor_data(each) for each in readiness.factors],
        "levers": [
            {
                "factor": each.factor,
                "action": localise(each.action, SI),
                "points": round(each.points, 1),
                "lead_days": each.lead_days,
                "possible": each.possible,
                "changes": to_builtins(each.changes),
            }
            for each in readiness.levers
        ],
        "open_questions": [] if readiness.gate.shut else list(readiness.open_questions),
    }


def caution_data(each: Caution) -> dict[str, Any]:
    """A warning as plain data in SI units."""
    return {
        "topic": each.topic,
        "text": localise(each.text, SI),
        "evidence": list(each.evidence),
        "loud": each.loud,
    }


def _figures(readiness: Readiness) -> tuple[str, ...]:
    now, then = readiness.overall, readiness.race_morning
    said, asked = readiness.answered
    lines = [f"{span(now.low, now.high)} of 100, from {said} of {asked} answers."]
    if then != now:
        lines.append(f"{span(then.low, then.high)} on race morning, if you do what stands below.")
    if told := trail_words(readiness, TRAIL_WIDTH):
        lines.append(f"{told[0].upper()}{told[1:]}")
    return (*lines, READINESS)


def _health(gate: Gate) -> tuple[str, ...]:
    reasons = tuple(f"  {reason.text}" for reason in gate.reasons)
    return (f"{GATE_MARKS[gate.status]} {gate_title(gate)}", *reasons)


def _lever(lever: Lever) -> str:
    days = f" ({_days(lever.lead_days)})" if lever.lead_days else ""
    return f"+{lever.points:.1f}  {lever.action}{days}"


def _days(count: int) -> str:
    return f"needs {count} day{'' if count == 1 else 's'}"


def _to_answer(readiness: Readiness) -> tuple[str, ...]:
    questions = all_questions()
    return tuple(
        f"{name.partition('.')[0].capitalize()}: {questions[name].prompt}"
        for name in readiness.open_questions
    )


def _factors(readiness: Readiness) -> tuple[str, ...]:
    lines = []
    for each in readiness.factors:
        weight = f"weight {each.weight}, " if each.applies else ""
        lines.append(f"{each.rule.title} ({weight}grade {each.rule.grade})")
        lines += [f"  {each.arithmetic}", f"  {each.rule.why}"]
    return (*lines, "Grades:", *(f"  {grade}  {told}" for grade, told in GRADES.items()))


def _shortened(section: Section) -> tuple[str, ...]:
    more = len(section.lines) - QUESTIONS_SHOWN
    if section.title != ANSWER_NEXT or more <= 0:
        return section.lines
    return (*section.lines[:QUESTIONS_SHOWN], f"and {more} more")


def _interval(interval: Interval) -> dict[str, int]:
    return {"low": int(interval.low + 0.5), "high": int(interval.high + 0.5)}


def _factor_data(each: Factor) -> dict[str, Any]:
    rule, verdict = each.rule, each.verdict
    return {
        "id": rule.id,
        "topic": rule.topic,
        "title": rule.title,
        "weight": each.weight,
        "low": each.low,
        "high": each.high,
        "grade": rule.grade,
        "applies": verdict.applies,
        "arithmetic": localise(each.arithmetic, SI),
        "parts": [
            {"share": p.share, "low": p.low, "high": p.high, "label": localise(p.label, SI)}
            for p in (() if each.amounts_withheld else verdict.parts)
        ],
        "cap": to_builtins(verdict.cap),
        "why": rule.why,
        "evidence": list(rule.evidence),
    }


def _wrapped(line: str, width: int) -> list[str]:
    """A line wrapped: what stands before two spaces hangs in the margin, a sum hangs by two."""
    text = line.lstrip()
    margin = line[: len(line) - len(text)]
    lead, gap, told = text.partition("  ")
    if gap:
        return wrapped(told, width, f"{margin}{lead}{gap}")
    return wrapped(text, width, margin, margin + " " * (2 * (" = " in text)))
