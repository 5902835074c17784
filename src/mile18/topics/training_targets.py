"""How far to train for which race: published targets, a judgement and labelled as one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Target(NamedTuple):
    """What a race of `race_km` asks for, all in km: each pair is worth 60 and 100 points."""

    race_km: float
    longest_run: tuple[float, float]
    weekly: tuple[float, float]
    goal_pace: float


TARGETS = (
    Target(5, (6, 10), (12, 20), 8),
    Target(10, (9, 14), (16, 26), 15),
    Target(21.0975, (16, 21), (22, 32), 30),
    Target(42.195, (25, 32), (40, 65), 60),
    Target(50, (28, 35), (45, 70), 60),
    Target(100, (38, 50), (55, 85), 60),
)
"""The targets in km, read between the rows in proportion, beyond them at the nearest row.

The marathon and half marathon rows lean on train-marathon-fokkema, train-half-fokkema,
train-volume-determinants and train-plan-volume; the others are scaled from them. The last column,
distance at goal pace in ten weeks, is kept low on purpose: more is not shown to be better
(train-no-race-pace-trial, train-tid-observed).
"""


@lru_cache(maxsize=512)
def target(race_km: float) -> Target:
    """The target for a race of `race_km`; beyond the table, that of its nearest row."""
    after = next((at for at, row in enumerate(TARGETS) if race_km <= row.race_km), len(TARGETS))
    if after in (0, len(TARGETS)):
        return TARGETS[max(0, after - 1)]
    below, above = TARGETS[after - 1], TARGETS[after]
    share = (race_km - below.race_km) / (above.race_km - below.race_km)
    return Target(
        race_km,
        _between(below.longest_run, above.longest_run, share),
        _between(below.weekly, above.weekly, share),
        round(below.goal_pace + share * (above.goal_pace - below.goal_pace), 1),
    )


def _between(below: Sequence[float], above: Sequence[float], share: float) -> tuple[float, float]:
    """Each pair's value at `share` of the way, to 0.1 km so that the sum can be redone by hand."""
    sixty, hundred = (
        round(low + share * (high - low), 1) for low, high in zip(below, above, strict=True)
    )
    return sixty, hundred


def points(km: float, worth: tuple[float, float]) -> float:
    """Points (0–100) for a distance, straight from 0 to 60 and from 60 to 100."""
    sixty, hundred = worth
    if km <= sixty:
        return 60 * km / sixty
    return min(100, 60 + 40 * (km - sixty) / (hundred - sixty))
