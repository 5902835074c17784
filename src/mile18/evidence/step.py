"""A step of a protocol: one sentence with the claims it rests on, and how good they are."""

from typing import Final

from msgspec import Struct

PRACTICAL: Final = "practical advice, not tested in a trial"
CAUTION: Final = "plain caution, not from a study"


class Step(Struct, frozen=True):
    """One instruction or fact, with the grade of its weakest claim and the claims' ids.

    The grade is said here, and held against the claims by a test: whoever has a cramp should not
    wait for all claims to be read. `note` says in words where the advice goes further than its
    sources. One that says `why` is no instruction, and can be left out where it is not asked for.
    """

    text: str
    grade: str
    evidence: tuple[str, ...]
    note: str = ""
    why: bool = False


class StopSign(Struct, frozen=True):
    """A sign that outranks every other step.

    `short` is for a banner that has its `full` sentence beside it or a key away, `listed` for a
    list inside a sentence that stands alone.
    """

    short: str
    listed: str
    full: str
    evidence: tuple[str, ...]


def step(text: str, grade: str, *evidence: str, note: str = "", why: bool = False) -> Step:
    """A step resting on these claims."""
    return Step(text, grade, evidence, note, why)


def sign(short: str, full: str, *evidence: str, listed: str = "") -> StopSign:
    """A stop sign resting on these claims; a list says it in short where that is plain enough."""
    return StopSign(short, listed or short, full, evidence)
