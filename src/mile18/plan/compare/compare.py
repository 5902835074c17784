"""Two races side by side: answers that differ, what they do to the figure, who is ahead where."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from mile18.entry import editable, entry_line, in_words, show
from mile18.factor import Factor, Verdict
from mile18.profile import Profile, topics
from mile18.question import Kind, Question, questions
from mile18.readiness import Lever, Readiness, assess
from mile18.units import Units

Side = Literal["a", "b"]


class AnswerPair(Struct, frozen=True):
    """A question that at least one of the two answers; None is not answered."""

    question: Question
    a: Any
    b: Any

    @property
    def differs(self) -> bool:
        """Whether the answers differ; the order of a list or log says nothing."""
        if isinstance(self.a, tuple) and isinstance(self.b, tuple):
            return Counter(self.a) != Counter(self.b)
        return bool(self.a != self.b)


class FactorPair(Struct, frozen=True):
    """A factor that the two have different points for, or that only one race needs."""

    a: Factor
    b: Factor


class LeverApart(Struct, frozen=True):
    """A lever that one side could still pull, with the points it gains there; the other has it."""

    lever: Lever
    open_to: Side


class Comparison(Struct, frozen=True, kw_only=True):
    """What sets two profiles apart on a day; `pairs` has all that is answered on either side."""

    a: Readiness
    b: Readiness
    pairs: tuple[AnswerPair, ...]
    factors: tuple[FactorPair, ...]
    levers: tuple[LeverApart, ...]

    @property
    def answers(self) -> tuple[AnswerPair, ...]:
        """The questions that the two answer differently."""
        return tuple(each for each in self.pairs if each.differs)

    @property
    def same_answers(self) -> int:
        """How many questions the two answer alike."""
        return len(self.pairs) - len(self.answers)

    @property
    def empty(self) -> bool:
        """True if nothing sets the two apart."""
        a, b = self.a, self.b
        apart = self.answers or self.factors or self.levers
        return not apart and (a.overall, a.gate.status) == (b.overall, b.gate.status)


def compare(a: Profile, b: Profile, today: date) -> Comparison:
    """What sets two profiles apart on a day; a pure function of the three."""
    one, other = assess(a, today), assess(b, today)
    return Comparison(
        a=one,
        b=other,
        pairs=tuple(answer_pairs(a, b)),
        factors=tuple(
            FactorPair(left, right)
            for left, right in zip(one.factors, other.factors, strict=True)
            if _stand(left) != _stand(right)
        ),
        levers=(*_apart(one, other, "a"), *_apart(other, one, "b")),
    )


def answer_pairs(a: Profile, b: Profile) -> Iterator[AnswerPair]:
    """All questions that at least one of the two answers."""
    for sheet in topics().values():
        for question in questions(sheet) if sheet.is_answered else ():
            here, there = (each.answer(question.id) for each in (a, b))
            if here is not None or there is not None:
                yield AnswerPair(question, here, there)


def _stand(each: Factor) -> tuple[int, int, bool | None]:
    return each.low, each.high, each.verdict.applies


def _apart(behind: Readiness, ahead: Readiness, side: Side) -> Iterator[LeverApart]:
    for lever in behind.possible:
        if _in_place(lever, behind, ahead):
            yield LeverApart(lever, side)


def _in_place(lever: Lever, behind: Readiness, ahead: Readiness) -> bool:
    """Whether one side is where the lever would bring the other: in points, and in its numbers."""
    listed = [(each.factor, each.action) for each in ahead.levers]
    if not _factor(lever, ahead).applies or (lever.factor, lever.action) in listed:
        return False
    sides = [_points(_factor(lever, side).verdict) for side in (behind, ahead)]
    pulled = [_points(_pulled(lever, side)) for side in (behind, ahead)]
    if len({len(each) for each in (*sides, *pulled)}) > 1:
        return False
    here, there, here_then, there_then = (*sides, *pulled)
    raised = [at for at, (now, then) in enumerate(zip(here, here_then, strict=True)) if then > now]
    return (
        bool(raised)
        and all(there[at] >= here_then[at] and there[at] >= there_then[at] for at in raised)
        and _reached(lever, behind.profile, ahead.profile)
    )


def _factor(lever: Lever, side: Readiness) -> Factor:
    return next(each for each in side.factors if each.rule.id == lever.factor)


def _pulled(lever: Lever, side: Readiness) -> Verdict:
    rule, profile = _factor(lever, side).rule, side.profile.with_changes(lever.changes)
    return rule.judge(*(getattr(profile, topic) for topic in rule.reads), side.countdown)


def _points(verdict: Verdict) -> list[int]:
    """The low ends of the parts, and the cap, which may hide what a lever adds to them."""
    return [*(part.low for part in verdict.parts), verdict.cap.at if verdict.cap else 100]


def _reached(lever: Lever, behind: Profile, ahead: Profile) -> bool:
    """Whether no number falls short of the lever's, which another race may not ask for."""
    for topic, changes in lever.changes.items():
        for key, wanted in changes.items():
            here, there = (getattr(getattr(side, topic), key) for side in (behind, ahead))
            numbers = all(isinstance(each, int | float) for each in (wanted, here, there))
            if numbers and (there < wanted if wanted > here else there > wanted):
                return False
    return True


NOT_ANSWERED = "not answered"
ENTRIES_SHOWN = 2


def shown(pair: AnswerPair, units: Units) -> tuple[str, str]:
    """Both answers in the runner's units; numbers that look alike when rounded are written out."""
    question = pair.question
    a, b = (_words(question, value, units) for value in (pair.a, pair.b))
    if pair.a is None or pair.b is None or not pair.differs:
        return a, b
    if question.kind in (Kind.LOG, Kind.TICKS) and not in_words(question):
        return (
            a + _only_here(question, pair.a, pair.b, units),
            b + _only_here(question, pair.b, pair.a, units),
        )
    if a == b:
        a, b = (_exact(question, value, units) for value in (pair.a, pair.b))
    if _seen(a) != _seen(b):
        return a, b
    # Texts that only differ in what is not seen would look alike on one line.
    return (repr(pair.a), repr(pair.b)) if a != b else (str(pair.a), str(pair.b))


def _seen(text: str) -> list[str]:
    return "".join(sign if sign.isprintable() else " " for sign in text).split()


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
