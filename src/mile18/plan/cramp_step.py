"""The two shapes the cramp protocol is written in: a step and a stop sign."""

from typing import Final

from msgspec import Struct

PRACTICAL: Final = "practical advice, not tested in a trial"
CAUTION: Final = "plain caution, not from a study"


class Step(Struct, frozen=True):
    """One instruction or fact, with the grade of its weakest claim and the claims' ids.

    `note` says in words where the advice goes further than its sources.
    """

    text: str
    grade: str
    evidence: tuple[str, ...]
    note: str = ""


class StopSign(Struct, frozen=True):
    """A sign that outranks every other step: `short` for a banner, `full` as one sentence."""

    short: str
    full: str
    evidence: tuple[str, ...]


def step(text: str, grade: str, *evidence: str, note: str = "") -> Step:
    """A step resting on these claims."""
    return Step(text, grade, evidence, note)


def sign(short: str, full: str, *evidence: str) -> StopSign:
    """A stop sign resting on these claims."""
    return StopSign(short, full, evidence)
