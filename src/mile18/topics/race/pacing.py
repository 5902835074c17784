"""Pacing: the goal against the range that a recent race predicts, and the planned first half."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, scored, unanswered
from mile18.science.pace import BY_VOLUME, EXAMPLE, Prediction, predictions
from mile18.topics.race.questions import (
    LONGEST_GOAL,
    SLOWEST_PACE,
    Race,
    Target,
    fastest_pace,
    target,
)
from mile18.topics.training.questions import Training
from mile18.units import clock

AT_FASTEST = 40
BEYOND_FASTEST = 0.05
# Two like races give a range of seconds; a goal that is a second faster should not cost 60 points.
NARROWEST_RANGE = 0.03
FIRST_HALF_POINTS = {"slower": 100, "even": 100, "faster": 20}
# The least and the most km a week that the question takes.
WEEKS = (0.0, 350.0)
_FIRST_HALF = {
    "slower": "first half slower",
    "even": "first half at goal pace",
    "faster": "first half faster",
}
# What the sum of small parts may be off by.
_DUST_S = 1e-6
_cached = lru_cache(maxsize=512)(predictions)


def predicted(race: Race, training: Training) -> tuple[Prediction, ...]:
    """Finish times in seconds by the named models, fastest first.

    Empty unless the distance and a recent race between 2:45 (2:10 below 21 km) and 20:00 per km
    are known. The times hold only for a runner trained for the distance.
    Source: formula-vdot, formula-riegel, formula-riegel-bias.
    """
    km, seconds, to_km = race.recent_distance, race.recent_time, race.distance
    if km is None or seconds is None or to_km is None:
        return ()
    if not fastest_pace(km) <= seconds / km <= SLOWEST_PACE:
        return ()
    return _cached(km, float(seconds), to_km, training.weekly_distance)


def judge(race: Race, training: Training, _: Countdown) -> Verdict:
    """60% goal (full from the time supported, 40 at the fastest model), 40% planned first half."""
    first_half = (
        scored(40, FIRST_HALF_POINTS[race.first_half], _FIRST_HALF[race.first_half])
        if race.first_half
        else unanswered(40, "planned first half")
    )
    return Verdict((_goal(race, training), first_half))


def _goal(race: Race, training: Training) -> Part:
    goal = race.goal_time
    if goal is None:
        return unanswered(60, "goal time")
    if race.distance is None:
        return unanswered(60, "distance")
    fastest = fastest_pace(race.distance)
    if goal < fastest * race.distance:
        return scored(60, 0, f"goal {clock(goal)}, faster than {{pace:{fastest}}}")
    found = predicted(race, training)
    if not found:
        timed = race.recent_distance is not None and race.recent_time is not None
        return unanswered(60, "recent race at no likely pace, check it" if timed else "recent race")
    if _week_is_open(race, training):
        return _over_any_week(race, goal)
    return _against(goal, *followed(found))


def _week_is_open(race: Race, training: Training) -> bool:
    """Whether the usual week would bring in the model that knows it."""
    if training.weekly_distance is not None:
        return False
    any_week = predicted(race, Training(weekly_distance=WEEKS[0]))
    return any(each.model == BY_VOLUME for each in any_week)


def _over_any_week(race: Race, goal: int) -> Part:
    """What any usual week leaves possible, from hardly any to very much of it."""
    found = [followed(predicted(race, Training(weekly_distance=km))) for km in WEEKS]
    ends = [_against(goal, *each) for each in found]
    shown = "–".join(clock(supported) for _, supported in found[::-1])
    low, high = min(each.low for each in ends), max(each.high for each in ends)
    return Part(
        60, low, high, f"goal {clock(goal)}, supported {shown} by your usual week: not answered"
    )


def followed(found: Sequence[Prediction]) -> tuple[float, float]:
    """The fastest time of the models with a study behind them, and the one that training supports.

    That is the model that knows the weekly distance where it can be used, though no faster than any
    other; else the slowest. The example of a slower exponent is shown and not followed.
    """
    known = [each.seconds for each in found if each.model == BY_VOLUME]
    others = [each.seconds for each in found if each.model not in (BY_VOLUME, EXAMPLE)]
    return min(others), max(min(others), *known) if known else max(others)


def supported_goal(race: Race, found: Sequence[Prediction]) -> Target | None:
    """The goal as far as training supports it: as typed, or slower; None without a goal.

    Heat slows this one, not a goal that nothing supports.
    """
    aim = target(race)
    if aim is None or not found:
        return aim
    return Target(aim.km, max(aim.seconds, ceil(followed(found)[1])))


def two_goals(race: Race, found: Sequence[Prediction]) -> tuple[int, int] | None:
    """The goal as typed and as far as training supports it, in seconds; None if that is no less."""
    aim, supported = target(race), supported_goal(race, found)
    if aim is None or supported is None or supported.seconds <= aim.seconds:
        return None
    return aim.seconds, supported.seconds


@lru_cache(maxsize=512)
def _against(goal: int, fastest: float, slowest: float) -> Part:
    shown, last = clock(fastest), clock(slowest)
    if shown != last:
        shown = f"{shown}–{last}"
    return scored(60, _points(goal, fastest, slowest), f"goal {clock(goal)}, predicted {shown}")


def _points(goal: float, fastest: float, slowest: float) -> float:
    fastest = min(fastest, slowest * (1 - NARROWEST_RANGE))
    if goal >= slowest:
        return 100
    if goal >= fastest:
        return AT_FASTEST + (100 - AT_FASTEST) * (goal - fastest) / (slowest - fastest)
    return AT_FASTEST * (1 - (fastest - goal) / (BEYOND_FASTEST * fastest))


SETTLE_GOAL = Todo("goal", "Choose a goal that your race and your training support", 9)
FIRST_HALF = Todo("first-half", "Plan a first half no faster than goal pace", 3, says_all=True)


def advise(race: Race, training: Training, _: Countdown) -> Iterator[Advice]:
    """A goal that the recent race supports; a first half no faster than goal pace."""
    found = predicted(race, training)
    if race.goal_time is not None and race.distance is not None and found and not race.goal_settled:
        slowest = max(followed(found)[1], fastest_pace(race.distance) * race.distance)
        planned = ceil(slowest - _DUST_S)
        if race.goal_time < slowest and planned <= LONGEST_GOAL:
            yield Advice(
                f"Plan for {clock(planned)} or slower, not {clock(race.goal_time)}",
                {"race": {"goal_time": planned}},
                todo=SETTLE_GOAL,
            )
    if race.first_half == "faster":
        yield Advice(
            "Run the first half no faster than goal pace",
            {"race": {"first_half": "even"}},
            todo=FIRST_HALF,
        )


EXAMPLE_NOTE = "Riegel 1.15 is only an example, not from a study."
RULE = Rule(
    id="goal",
    title="Goal and pacing",
    topic="race",
    grade="B",
    why="Racing faster than training supports is among the best-supported predictors of cramps, "
    "though from small studies. Predictions hold only if you have trained for the distance. "
    + EXAMPLE_NOTE,
    evidence=(
        "rf-faster-than-trained-56k",
        "rf-faster-ironman",
        "rf-pacing-late",
        "pace-fast-start",
        "pace-fast-start-cramps",
        "train-goal-realism",
        "formula-riegel",
        "formula-riegel-bias",
        "formula-vdot",
    ),
    reads=("race", "training"),
    asks=(
        "race.goal_time",
        "race.recent_time",
        "race.recent_distance",
        "race.distance",
        "training.weekly_distance",
        "race.first_half",
    ),
    judge=judge,
    advise=advise,
    todos=(SETTLE_GOAL, FIRST_HALF),
)
