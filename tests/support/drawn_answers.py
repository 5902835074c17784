"""Answers drawn from a seed, for whatever kind of question: valid, and seldom the same."""

import random
from datetime import date, time, timedelta
from typing import Any

from mile18.profile import Profile, all_questions
from mile18.question import Entry, Kind, Question, questions


def answer(question: Question, dice: random.Random) -> Any:
    """A valid answer to a question."""
    low, high = question.at_least, question.at_most
    match question.kind:
        case Kind.TEXT:
            return dice.choice(["Zürich [/x]", "3:45", "yes", "a" * 60])
        case Kind.NUMBER:
            return round(dice.uniform(low or 0, high or 100), 1)
        case Kind.WHOLE | Kind.DURATION:
            return dice.randint(int(low or 0), int(high or 100))
        case Kind.DATE:
            return date(2027, 5, 2) + timedelta(days=dice.randint(-60, 60))
        case Kind.TIME:
            return time(dice.randrange(24), dice.randrange(60))
        case Kind.YES_NO:
            return dice.random() < 0.5
        case Kind.CHOICE:
            return dice.choice(list(question.choices))
        case Kind.CHECKLIST:
            return tuple(key for key in question.choices if dice.random() < 0.4)
        case Kind.TICKS:
            return ()
        case Kind.LOG:
            assert question.entry is not None
            return tuple(entry(question.entry, dice) for _ in range(dice.randint(1, 3)))


def entry(kind: type[Entry], dice: random.Random) -> Entry:
    """A full entry of a log."""
    return kind(**{each.key: answer(each, dice) for each in questions(kind)})


def full_profile(dice: random.Random) -> Profile:
    """A profile in which everything is answered."""
    profile = Profile()
    for name, question in all_questions().items():
        profile = profile.with_answer(name, answer(question, dice))
    return profile
