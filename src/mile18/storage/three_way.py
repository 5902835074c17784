"""Two sets of answers that began as one, put together question by question."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from mile18.profile import Profile, topics
from mile18.question import Question, questions

By = Literal["mine", "theirs", "both"]


class Change(Struct, frozen=True):
    """A question that the two answer differently now, and who changed it since they were one."""

    topic: str
    question: Question
    mine: Any
    theirs: Any
    by: By


def changes(base: Profile, mine: Profile, theirs: Profile) -> tuple[Change, ...]:
    """The questions that `mine` and `theirs` answer differently, in the order of the file."""
    return tuple(each for each in _changes(base, mine, theirs) if topics()[each.topic].is_answered)


def put_together(base: Profile, mine: Profile, theirs: Profile) -> Profile:
    """All that either side changed; where both changed one answer, `mine` stands.

    Lists to which both only added hold what both added.
    """
    together = mine
    for each in _changes(base, mine, theirs):
        topic, key = each.topic, each.question.key
        # The days that went by are no answers: either side's will do, and theirs is on disk.
        if each.by == "theirs" or (each.by == "both" and not topics()[topic].is_answered):
            together = together.with_answer(topic, key, each.theirs)
        elif added := _both_added(base.answer(topic, key), each.mine, each.theirs):
            together = together.with_answer(topic, key, added)
    return together


def conflicts(base: Profile, mine: Profile, theirs: Profile) -> tuple[Change, ...]:
    """The changes of which only one side's can stand."""
    return tuple(
        each
        for each in changes(base, mine, theirs)
        if each.by == "both"
        and not _both_added(base.answer(each.topic, each.question.key), each.mine, each.theirs)
    )


def _changes(base: Profile, mine: Profile, theirs: Profile) -> Iterator[Change]:
    for topic, sheet in topics().items():
        for question in questions(sheet):
            was, ours, other = (each.answer(topic, question.key) for each in (base, mine, theirs))
            if ours != other:
                by: By = "theirs" if ours == was else "mine" if other == was else "both"
                yield Change(topic, question, ours, other, by)


def _both_added(base: Any, mine: Any, theirs: Any) -> tuple[Any, ...]:
    """A list with what both sides added to it; empty if one did anything else."""
    if not (isinstance(mine, tuple) and isinstance(theirs, tuple)):
        return ()
    was, ours, other = (Counter(each or ()) for each in (base, mine, theirs))
    if not (was < ours and was < other):
        return ()
    # What both added alike is there once.
    return (*mine, *(other - ours).elements())
