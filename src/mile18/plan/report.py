"""The report on a profile: the same words for the shell, the sum screen and, as data, programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from mile18.evidence.cramp_steps import EMERGENCY
from mile18.evidence.disclaimers import CLINICIAN, GENERAL, READINESS
from mile18.evidence.library import GRADES
from mile18.factor import Factor, span
from mile18.page import Page, Section, Sentence, sections
from mile18.plan.data import caution_data, interval_data, race_data
from mile18.plan.history import trail, trail_words
from mile18.plan.shut import NOW
from mile18.plan.words import GATE_MARKS, gate_title, next_title, race_line
from mile18.profile import Profile, question_by_id
from mile18.readiness import Lever, Readiness, counting
from mile18.topics.health.gate import Gate
from mile18.units import SI, Units, counted, localise, number


def total_lines(readiness: Readiness) -> Iterator[str]:
    """The sum at each end, and which factors an end leaves out and why."""
    factors = readiness.factors
    low, high = counting(factors, lowest=True), counting(factors, lowest=False)
    if low == high and all(each.settled for each in low):
        yield _written([(each.weight, each.low) for each in low])
    else:
        yield f"Low end: {_written([(each.weight, each.low) for each in low])}"
        yield f"High end: {_written([(each.weight, each.high) for each in high])}"
    yield "Each factor adds its weight times its points. The weights are a judgement."
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
                f"{each.rule.title}: whether your race needs it is not settled{because}. Until "
                f"then {ends}, whichever leaves more room."
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


def report_page(profile: Profile, readiness: Readiness, units: Units) -> Page:
    """The whole report."""
    line = Sentence(race_line(profile, readiness.countdown, units))
    return Page(tuple(map(_shortened, report(readiness, units))), (line,))


def report(readiness: Readiness, units: Units) -> tuple[Section, ...]:
    """The report's sections in the order of importance.

    While the health gate is shut nothing of the preparation is gone into.
    """
    return sections(
        (title, [_in_units(each, units) for each in blocks]) for title, blocks in _all(readiness)
    )


def _in_units(told: Sentence, units: Units) -> Sentence:
    return replace(told, text=localise(told.text, units))


def _all(readiness: Readiness) -> Iterator[tuple[str, Iterable[Sentence]]]:
    shut = readiness.gate.shut
    yield "Readiness", map(Sentence, _figures(readiness))
    yield "Health", _health(readiness.gate)
    if shut:
        yield "What to do now", (Sentence(each.text) for each in NOW)
    cautions = (
        Sentence(each.text, lead="!  " if each.loud else "-  ") for each in readiness.warnings
    )
    yield "Take care", cautions
    yield next_title(readiness), (_lever(each, each.action) for each in readiness.possible)
    # How it is done helps no more.
    late = (_lever(each, each.title) for each in readiness.too_late)
    yield "Too late for this race", late
    if not shut:
        yield ANSWER_NEXT, map(Sentence, _to_answer(readiness))
        yield "Each factor", _factors(readiness)
        yield "How it adds up", map(_sum, total_lines(readiness))
    yield "Please note", map(Sentence, (GENERAL, CLINICIAN, EMERGENCY))


def _sum(text: str, margin: str = "") -> Sentence:
    """A sentence whose later lines are set in where it holds a sum."""
    return Sentence(text, lead=margin, margin=margin + "  " if " = " in text else margin)


def report_data(name: str, readiness: Readiness) -> dict[str, Any]:
    """The report as plain data in SI units; figures are whole points, as on screen.

    `applies` is null while it is open whether the race needs a factor. There are no factors while
    the health gate is shut, and no parts where amounts are withheld.
    """
    said, asked = readiness.answered
    return {
        "schema": SCHEMA,
        "about": READINESS,
        "profile": name,
        "race": race_data(readiness.profile.race),
        "today": readiness.countdown.today.isoformat(),
        "days_to_race": readiness.countdown.days,
        "readiness": interval_data(readiness.overall),
        "race_morning": interval_data(readiness.race_morning),
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


def _figures(readiness: Readiness) -> tuple[str, ...]:
    now, then = readiness.overall, readiness.race_morning
    said, asked = readiness.answered
    lines = [f"{span(now.low, now.high)} of 100. You have answered {said} of {asked} questions."]
    if then != now:
        lines.append(
            f"{span(then.low, then.high)} on race morning, if you do the steps under Do next."
        )
    if told := trail_words(readiness, TRAIL_WIDTH):
        lines.append(f"{told[0].upper()}{told[1:]}")
    return (*lines, READINESS)


def _health(gate: Gate) -> Iterator[Sentence]:
    yield Sentence(f"{GATE_MARKS[gate.status]} {gate_title(gate)}")
    for reason in gate.reasons:
        yield Sentence(reason.text, lead="  ")


def _lever(lever: Lever, told: str) -> Sentence:
    days = f" (needs {counted(lever.lead_days, 'day')})" if lever.lead_days else ""
    return Sentence(f"{told}{days}", lead=f"+{lever.points:.1f}  ")


def _to_answer(readiness: Readiness) -> tuple[str, ...]:
    return tuple(question_by_id(name).in_full for name in readiness.open_questions)


def _factors(readiness: Readiness) -> Iterator[Sentence]:
    for each in readiness.factors:
        weight = f"weight {each.weight}, " if each.applies else ""
        yield Sentence(f"{each.rule.title} ({weight}grade {each.rule.grade})")
        yield replace(_sum(each.arithmetic, "  "), asked="sums")
        yield Sentence(each.rule.why, lead="  ", asked="why")
        yield Sentence(
            ", ".join(each.rule.evidence), lead="  Sources: ", margin="    ", asked="sources"
        )
    yield Sentence("Grades:")
    for grade, told in GRADES.items():
        yield Sentence(told, lead=f"  {grade}  ")


def _shortened(section: Section) -> Section:
    more = len(section.blocks) - QUESTIONS_SHOWN
    if section.title != ANSWER_NEXT or more <= 0:
        return section
    return Section(section.title, (*section.blocks[:QUESTIONS_SHOWN], Sentence(f"and {more} more")))


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
