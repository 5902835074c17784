"""Strategies for profiles, made from the declarations of the questions themselves."""

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
            return st.dates()
        case Kind.TIME:
            return st.times()
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(list(question.choices))
        case Kind.CHECKLIST:
            return st.lists(st.sampled_from(list(question.choices)), unique=True).map(tuple)
        case Kind.TICKS:
            return st.lists(texts, unique=True, max_size=6).map(tuple)
        case Kind.LOG:
            assert question.entry is not None
            return st.lists(sheets(question.entry), max_size=4).map(tuple)


def sheets(sheet: type[Answers] | type[Entry]) -> st.SearchStrategy[Any]:
    """A topic or log entry, each question answered or not."""
    return st.builds(sheet, **{each.key: st.none() | answers_to(each) for each in questions(sheet)})


def profiles() -> st.SearchStrategy[Profile]:
    """Any valid profile, from empty to complete."""
    return st.builds(Profile, **{name: sheets(sheet) for name, sheet in topics().items()})


def wordless(profile: Profile) -> Profile:
    """The profile without the runner's own words, which nobody can vouch for."""
    for topic, sheet in topics().items():
        for question in questions(sheet):
            if question.kind is Kind.TEXT:
                profile = profile.with_answer(topic, question.key, None)
    return profile.with_answer("race", "aid_stations", None)
