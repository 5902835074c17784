"""The heel-rise test: how it is done, when not, and what two tests say; it moves no points."""

from collections.abc import Iterator, Sequence
from typing import Final

from mile18.evidence.step import CAUTION, step
from mile18.topics.training.questions import HeelRise

BEATS_A_MINUTE = 60
# One person varies by so many rises from day to day (heelrise-noise).
NOISE = 6
# In race week no test leaves the legs sore: a judgement.
NOT_WITHIN_DAYS = 7

HOW: Final = (
    step("On one leg, heel down over the edge of a slope or step.", "B", "heelrise-protocol"),
    step("Knee straight, fingertips on a wall.", "B", "heelrise-protocol"),
    step("First ten rises on both legs, to warm up.", "B", "heelrise-protocol"),
    step(
        "Up on one beat, down on the next. Rest two minutes between legs.", "B", "heelrise-protocol"
    ),
    step(
        "Stop when the heel no longer rises, the beat is lost, the knee bends, or you lean.",
        "B",
        "heelrise-protocol",
    ),
    step("Not when sore or injured.", "C", "heelrise-protocol", note=CAUTION),
    step("It shows calf endurance, not your chance of cramping.", "B", "heelrise-norm"),
)
MEDIAN: Final = step("Half of adults manage more than 21 to 25.", "B", "heelrise-norm")
EVIDENCE: Final = ("heelrise-norm", "heelrise-protocol", "heelrise-noise")


def trend(tests: Sequence[HeelRise]) -> Iterator[str]:
    """What the last two tests of each leg say: `Left 22, then 29: more than the noise.`"""
    for leg, counts in (
        ("Left", [each.left for each in tests if each.left is not None]),
        ("Right", [each.right for each in tests if each.right is not None]),
    ):
        if len(counts) == 1:
            yield f"{leg} {counts[0]}."
        elif counts:
            before, now = counts[-2:]
            within = abs(now - before) <= NOISE
            yield f"{leg} {before}, then {now}: {'within' if within else 'more than'} the noise."


def too_late(days: int | None) -> bool:
    """Whether the race is too near for a test."""
    return days is not None and 0 <= days <= NOT_WITHIN_DAYS
