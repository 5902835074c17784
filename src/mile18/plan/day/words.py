"""What race day is told in: a sentence with its claims, and what is still lacking."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from mile18.page import Sentence, said
from mile18.profile import Unanswered, question_by_id
from mile18.units import Units, localise

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Said(Struct, frozen=True):
    """A sentence for the runner and the claims it rests on; a loud one is a warning.

    Quantities stand in it as tokens for `units.localise`; it never holds text from a file. A
    `private` one tells of a health answer, and is on no card.
    """

    text: str
    evidence: tuple[str, ...] = ()
    loud: bool = False
    private: bool = False


class Lack(Struct, frozen=True):
    """What cannot be worked out yet, and the ids of the questions that would fill it."""

    what: str
    questions: tuple[str, ...]


def lack(unanswered: Unanswered, what: str, *questions: str) -> tuple[Lack, ...]:
    """The lack that the unanswered ones of these questions leave; empty if all are answered."""
    missing = tuple(name for name in questions if name in unanswered)
    return (Lack(what, missing),) if missing else ()


def count_word(count: int) -> str:
    """A small count in words, larger ones in figures."""
    return _COUNTS[count] if count < len(_COUNTS) else str(count)


def listed(words: Sequence[str], before_last: str = "and") -> str:
    """Words as a list in a sentence: `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} {before_last} {last}" if first else last


def spoken(told: Iterable[Said], units: Units) -> Iterator[Sentence]:
    """Sentences in the runner's units, the loud ones first."""
    for each in sorted(told, key=lambda each: not each.loud):
        yield said(localise(each.text, units), "loud" if each.loud else "said")


def lacking(lacks: Iterable[Lack], units: Units) -> Iterator[Sentence]:
    """What is lacking, each with the prompts of the questions that would fill it."""
    for each in dict.fromkeys(lacks):
        prompts = "; ".join(question_by_id(name).in_full for name in each.questions)
        yield said(f"{localise(each.what, units)} → {prompts}", "missing")
