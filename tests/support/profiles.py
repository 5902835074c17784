"""Strategies for profiles, made from the declarations of the questions themselves."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from mile18.profile import Profile, topics
from mile18.question import Answers, Entry, Kind, Question, questions

# Lone surrogates are no text that a file could hold.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


def answers_to(question: Question) -> st.SearchStrategy[Any]:
    """Any valid answer to a question."""
    low, high = question.at_least, question.at_most
    match question.kind:
        case Kind.TEXT:
            return texts
        case Kind.NUMBER:
            return st.floats(low, high, allow_nan=False, allow_infinity=False)
        case Kind.WHOLE | Kind.DURATION:
            return st.integers(
                None if low is None else int(low), None if high is None else int(high)
            )
        case Kind.DATE:
            return st.integers(1, date.max.toordinal()).map(date.fromordinal)
        case Kind.TIME:
            return st.integers(0, 24 * 3600 - 1).map(_time)
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(list(question.choices))
        case Kind.CHECKLIST:
            return _some_of(list(question.choices))
        case Kind.TICKS:
            return st.lists(texts, unique=True, max_size=6).map(tuple)
        case Kind.LOG:
            assert question.entry is not None
            return st.lists(sheets(question.entry), max_size=4).map(tuple)


def _time(seconds: int) -> time:
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _some_of(choices: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the choices, forwards or backwards: one number drawn instead of one for each choice."""

    def chosen(number: int) -> tuple[str, ...]:
        backwards, picked = number & 1, number >> 1
        found = [each for at, each in enumerate(choices) if picked >> at & 1]
        return tuple(reversed(found) if backwards else found)

    return st.integers(0, 2 ** (len(choices) + 1) - 1).map(chosen)


def sheets(sheet: type[Answers] | type[Entry]) -> st.SearchStrategy[Any]:
    """A topic or log entry, each question answered or not."""
    answers = [(each.key, answers_to(each)) for each in questions(sheet)]

    size = len(answers) // 8 + 1

    @st.composite
    def some(draw: st.DrawFn) -> Any:
        # Which are answered is drawn in one go: choice by choice takes three times as long. Bytes,
        # since a large number would mostly be drawn with few bits set.
        answered = int.from_bytes(draw(st.binary(min_size=size, max_size=size)), "little")
        return sheet(
            **{key: draw(value) for at, (key, value) in enumerate(answers) if answered >> at & 1}
        )

    return some()


def profiles() -> st.SearchStrategy[Profile]:
    """Any valid profile, from empty to complete."""
    return st.builds(Profile, **{name: sheets(sheet) for name, sheet in topics().items()})


def wordless(profile: Profile) -> Profile:
    """The profile without the runner's own words, which nobody can vouch for."""
    for sheet in topics().values():
        for question in questions(sheet):
            if question.kind is Kind.TEXT:
                profile = profile.with_answer(question.id, None)
    return profile.with_answer("race.aid_stations", None)
