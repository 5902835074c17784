"""Danger that the plan for the race makes visible: a goal or a first half too fast."""

from collections.abc import Iterator, Sequence

from mile18.factor import Caution
from mile18.science.pace import EXAMPLE, Prediction
from mile18.topics.health.gate import has_cramped
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race, target
from mile18.units import clock

# A goal this much faster than every model is far above what was run: a judgement.
TOO_FAST_PERCENT = 3.0


def race_cautions(race: Race, found: Sequence[Prediction], health: Health) -> Iterator[Caution]:
    """What of goal and pacing must be said before every advice, with what the models make of it.

    Source: rf-faster-than-trained-56k, rf-faster-ironman; where the line lies is a judgement.
    """
    if fastest := far_faster_than(race, found):
        yield Caution(
            f"Your goal, {clock(race.goal_time or 0)}, is over {TOO_FAST_PERCENT:g}% faster than "
            f"any model predicts from your recent race: {clock(fastest)} at best. Racing faster "
            "than training supports is linked with cramps, though only in small studies.",
            ("rf-faster-than-trained-56k", "rf-faster-ironman", "train-goal-realism"),
            topic="goal",
        )
    if race.first_half == "faster" and has_cramped(health):
        yield Caution(
            "You have cramped before and plan a faster first half. In one ultra, those who "
            "cramped had started faster. Plan an even first half.",
            ("rf-history", "rf-faster-than-trained-56k", "pace-fast-start"),
            topic="goal",
        )


def far_faster_than(race: Race, found: Sequence[Prediction]) -> float | None:
    """The fastest time in seconds of the models with a study behind them, where the goal is far off.

    None up to 3% faster, and while goal or recent race is open.
    """
    aim = target(race)
    fastest = min((each.seconds for each in found if each.model != EXAMPLE), default=None)
    if aim is None or fastest is None or aim.seconds >= (1 - TOO_FAST_PERCENT / 100) * fastest:
        return None
    return fastest
