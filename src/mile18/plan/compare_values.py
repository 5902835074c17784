"""How two different answers to one question read beside each other."""

from collections import Counter
from typing import Any

from mile18.entry import editable, entry_line, show
from mile18.plan.compare import AnswerPair
from mile18.question import Kind, Question
from mile18.units import Units

NOT_ANSWERED = "not answered"
ENTRIES_SHOWN = 2


def shown(pair: AnswerPair, units: Units) -> tuple[str, str]:
    """Both answers in the runner's units; numbers that look alike when rounded are written out."""
    question = pair.question
    a, b = (_words(question, value, units) for value in (pair.a, pair.b))
    if pair.a is None or pair.b is None or not pair.differs:
        return a, b
    if question.kind in (Kind.LOG, Kind.TICKS):
        return (
            a + _only_here(question, pair.a, pair.b, units),
            b + _only_here(question, pair.b, pair.a, units),
        )
    if a == b:
        a, b = (_exact(question, value, units) for value in (pair.a, pair.b))
    return (a, b) if a != b else (str(pair.a), str(pair.b))


def _words(question: Question, value: Any, units: Units) -> str:
    return NOT_ANSWERED if value is None else show(question, value, units) or "empty"


def _exact(question: Question, value: Any, units: Units) -> str:
    return f"{editable(question, value, units)} {units.of(question.unit)}".rstrip()


def _only_here(
    question: Question, here: tuple[Any, ...], there: tuple[Any, ...], units: Units
) -> str:
    alone = [*(Counter(here) - Counter(there)).elements()]
    lines = [
        entry_line(question.entry, each, units) if question.entry else each
        for each in alone[:ENTRIES_SHOWN]
    ]
    if len(alone) > ENTRIES_SHOWN:
        lines.append(f"and {len(alone) - ENTRIES_SHOWN} more")
    return f", only here: {'; '.join(lines)}" if lines else ""
