"""The two shapes the cramp protocol is written in: a step and a stop sign."""

from dataclasses import dataclass
from typing import Final

PRACTICAL: Final = "practical advice, not tested in a trial"
CAUTION: Final = "plain caution, not from a study"


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction or fact, with the grade of its weakest claim and the claims' ids.

    `note` says in words where the advice goes further than its sources.
    """

    text: str
    grade: str
    evidence: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class StopSign:
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
