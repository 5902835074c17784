"""The options of a question, and which of them an answer picks."""

from collections.abc import Mapping
from typing import Any

from mile18.question import Kind, Question

YES_NO = {"yes": "yes", "no": "no"}


def options(question: Question) -> Mapping[str, str]:
    """What left and right step through: choices, yes and no, or the presets of a number.

    A checklist has none: any of its items may be picked together, so it has to be opened.
    """
    match question.kind:
        case Kind.YES_NO:
            return YES_NO
        case Kind.CHECKLIST:
            return {}
        case _:
            return question.choices


def picked(question: Question, value: Any) -> str | None:
    """The key in `options` that stands for an answer."""
    if value is None:
        return None
    if question.kind is Kind.YES_NO:
        return "yes" if value else "no"
    if question.kind is Kind.NUMBER:
        return next((key for key in question.choices if float(key) == value), None)
    return str(value)


def answer_of(question: Question, key: str) -> Any:
    """The answer that an option stands for."""
    match question.kind:
        case Kind.YES_NO:
            return key == "yes"
        case Kind.NUMBER:
            return float(key)
        case _:
            return key


def stepped(question: Question, value: Any, step: int) -> Any:
    """The answer of the option before (-1) or after (1) the one picked; the ends are ends."""
    keys, chosen = list(options(question)), picked(question, value)
    if chosen is None:
        return answer_of(question, keys[0 if step > 0 else -1])
    return answer_of(question, keys[max(0, min(len(keys) - 1, keys.index(chosen) + step))])


def next_round(question: Question, value: Any) -> Any:
    """The answer of the next option, the first again after the last."""
    keys, chosen = list(options(question)), picked(question, value)
    return answer_of(question, keys[(keys.index(chosen) + 1) % len(keys)] if chosen else keys[0])
