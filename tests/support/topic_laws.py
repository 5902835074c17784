"""What every rule must keep, whatever the answers: the laws that topic tests check."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.factor import Advice, Countdown, Factor, Rule, factor
from mile18.profile import question_by_id
from mile18.question import Answers, Question, questions

# Notes and what is only recorded of a night: nothing there rests on a study.
UNSOURCED = {"notes"}
UNSOURCED_PROMPTS = {"Morning of", "Hours slept", "Woke rested?"}

Said = Mapping[str, Answers]


def judged(rule: Rule, said: Said, countdown: Countdown) -> Factor:
    """The rule applied to the answers of the topics that it reads."""
    return factor(rule, 10, rule.judge(*(said[topic] for topic in rule.reads), countdown))


def levers(rule: Rule, said: Said, countdown: Countdown) -> list[Advice]:
    """The rule's advice for the answers of the topics that it reads."""
    return list(rule.advise(*(said[topic] for topic in rule.reads), countdown))


def pulled(said: Said, *advice: Advice) -> dict[str, Answers]:
    """The answers with the changes of some advice applied, as a decoder would accept them."""
    after = dict(said)
    for each in advice:
        for topic, changes in each.changes.items():
            after[topic] = replace(after[topic], **changes)
    for topic, sheet in after.items():
        after[topic] = msgspec.convert(msgspec.to_builtins(sheet), type(sheet))
        assert all(_within(question, after[topic]) for question in questions(type(sheet)))
    return after


def _within(question: Question, sheet: Answers) -> bool:
    value, low, high = getattr(sheet, question.key), question.at_least, question.at_most
    return value is None or low is None or high is None or low <= value <= high


def holds_for_each_answer(
    rule: Rule, said: Said, countdown: Countdown, *, may_contradict: bool = False
) -> None:
    """Taking any one answer away never leaves less open; parts with an interval hold the later one.

    Answers that may contradict each other may move a part out of the interval that it had.
    """
    after = judged(rule, said, countdown)
    assert 0 <= after.low <= after.high <= 100
    assert sum(part.share for part in after.verdict.parts) == 100
    for topic in rule.reads:
        for question in questions(type(said[topic])):
            if getattr(said[topic], question.key) is None:
                continue
            fewer = {**said, topic: replace(said[topic], **{question.key: None})}
            before = judged(rule, fewer, countdown)
            holds(before, after, contradictory=may_contradict)


def holds(before: Factor, after: Factor, *, contradictory: bool = False) -> None:
    """One more answer, or the race date, has not opened anything."""
    if not contradictory:
        assert after.high - after.low <= before.high - before.low, (before, after)
        for earlier, later in zip(before.verdict.parts, after.verdict.parts, strict=True):
            settled = earlier.low == earlier.high and later.low == later.high
            inside = earlier.low <= later.low <= later.high <= earlier.high
            assert settled or inside, (before, after)
    if before.verdict.applies is not None:
        assert after.verdict.applies == before.verdict.applies


def levers_hold(rule: Rule, said: Said, countdown: Countdown) -> None:
    """Each lever is for something answered, raises the low end, and adds to the others."""
    now = unrounded(judged(rule, said, countdown))
    found = levers(rule, said, countdown)
    alone = [unrounded(judged(rule, pulled(said, each), countdown)) for each in found]
    for each, low in zip(found, alone, strict=True):
        assert low > now, each
        assert each.lead_days >= 0
        assert not problems(each.action)
        assert each.todo is None or each.todo in rule.todos
        changed = [f"{topic}.{key}" for topic, changes in each.changes.items() for key in changes]
        asked = [question_by_id(name) for name in (*rule.asks, *changed)]
        assert any(
            getattr(said[question.topic], question.key) is not None
            for question in asked
            if question.topic in each.changes
        ), each
    if found:
        assert unrounded(judged(rule, pulled(said, *found), countdown)) >= max(alone)


def unrounded(found: Factor) -> float:
    """The low end before rounding, in which the smallest gain shows."""
    low = sum(part.share * part.low for part in found.verdict.parts) / 100
    return min(low, found.verdict.cap.at) if found.verdict.cap else low


def modest_question(question: Question) -> None:
    """A question says why it is asked, in words the app may use, and names what that rests on."""
    texts = (question.prompt, question.why, question.group, *question.choices.values())
    assert [problems(text) for text in texts] == [[]] * len(texts)
    assert question.why.endswith(".")
    assert len(question.prompt) <= 44
    assert set(question.evidence) <= set(claims())
    unsourced = question.key in UNSOURCED or question.prompt in UNSOURCED_PROMPTS
    assert question.evidence or unsourced, question.key


def modest_rule(rule: Rule, sheets: Mapping[str, type[Answers]]) -> None:
    """A rule says why in words the app may use, names its claims, and asks what exists."""
    assert not problems(rule.why)
    assert rule.evidence
    assert set(rule.evidence) <= set(claims())
    asked = {f"{topic}.{each.key}" for topic, sheet in sheets.items() for each in questions(sheet)}
    assert set(rule.asks) <= asked


def modest_labels(found: Factor) -> None:
    """The line of arithmetic says nothing that the app must not say."""
    assert not problems(found.arithmetic)
