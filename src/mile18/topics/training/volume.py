"""Training: long run, weekly distance and taper; goal pace and strength have rules of their own."""

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, scored, unanswered
from mile18.topics.race.questions import Race
from mile18.topics.training.questions import TAPERS, Training
from mile18.units import number


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


STALE_DAYS = 42
STALE_SHARE = 0.8
STEP_DAYS = 30
SHORT_RUN_KM = 3.0
SHORT_STEP_KM = 0.5
TAPER_POINTS = {"none": 0, "one_week": 60, "two_weeks_or_more": 100}
_STEPS = "none over 10% longer than the longest of your last 30 days"


def judge(race: Race, training: Training, countdown: Countdown) -> Verdict:
    """40% longest run and 40% weekly distance against the race's targets, 20% taper."""
    goals = target(race.distance) if race.distance else None
    taper = (
        scored(20, TAPER_POINTS[training.taper], f"taper: {TAPERS[training.taper]}")
        if training.taper
        else unanswered(20, "taper")
    )
    return Verdict(
        (_longest(training, goals, countdown), _weekly(training.weekly_distance, goals), taper)
    )


def _longest(training: Training, goals: Target | None, countdown: Countdown) -> Part:
    km = training.longest_run
    if km is None:
        return unanswered(40, "longest run")
    if goals is None:
        return unanswered(40, "race distance")
    found, label = points(km, goals.longest_run), f"longest {{km:{number(km, 1)}}}"
    if days := _stale(training, countdown):
        return scored(40, STALE_SHARE * found, f"{label}, {days} days before the race")
    return scored(40, found, label)


def _stale(training: Training, countdown: Countdown) -> int:
    if training.longest_run_date is None:
        return 0
    days = (countdown.race_day - training.longest_run_date).days
    return days if days > STALE_DAYS else 0


def _weekly(km: float | None, goals: Target | None) -> Part:
    if km is None:
        return unanswered(40, "weekly distance")
    if goals is None:
        return unanswered(40, "race distance")
    return scored(40, points(km, goals.weekly), f"{{km:{number(km, 1)}}} a week")


RUN_IT_AGAIN = Todo("long-run-again", "Run your long run again", 21)
STEP_UP = Todo("long-run-step", "Take the long run one step further", 21)
MORE_A_WEEK = Todo("weekly-step", "Run a little more a week", 21)


def advise(race: Race, training: Training, countdown: Countdown) -> Iterator[Advice]:
    """One step up in the long run, a little more a week, and a taper that time is left for."""
    if race.distance:
        goals = target(race.distance)
        yield from _advise_longest(training, goals, countdown)
        yield from _advise_weekly(training.weekly_distance, goals)
    if training.taper and TAPER_POINTS[training.taper] < 100:
        yield from _advise_taper(training.taper, countdown.days)


def _advise_longest(training: Training, goals: Target, countdown: Countdown) -> Iterator[Advice]:
    km, enough, lead = training.longest_run, goals.longest_run[1], 21
    if km is None:
        return
    day = training.longest_run_date
    if km and _stale(training, countdown):
        again = countdown.race_day - datetime.timedelta(days=lead)
        yield Advice(
            f"Run {{km:{number(km, 1)}}} again about three weeks before the race, "
            f"reached in steps, {_STEPS}",
            {"training": {"longest_run_date": max(countdown.today, again)}},
            lead,
            RUN_IT_AGAIN,
            hard=True,
        )
    # A step beyond a run of the last 30 days is what was studied; an older one is no base for it.
    if km < enough and (day is None or (countdown.today - day).days <= STEP_DAYS):
        longer = km + SHORT_STEP_KM if km < SHORT_RUN_KM else 1.1 * km
        step = min(enough, int(longer * 10 + 1e-9) / 10)
        yield Advice(
            f"Build the long run up to {{km:{number(step, 1)}}} in steps, {_STEPS}",
            {"training": {"longest_run": step}},
            lead,
            STEP_UP,
            hard=True,
        )


def _advise_weekly(km: float | None, goals: Target) -> Iterator[Advice]:
    if km is not None and km < goals.weekly[1]:
        more = min(goals.weekly[1], round(max(km + 3, km * 1.12), 1))
        yield Advice(
            f"Build up to about {{km:{number(more, 0)}}} a week, spread over your easy runs",
            {"training": {"weekly_distance": more}},
            21,
            MORE_A_WEEK,
            hard=True,
        )


def _advise_taper(taper: str, days: int | None) -> Iterator[Advice]:
    if taper == "none" and days is not None and 7 <= days < 14:
        yield Advice(
            "Cut your distance by about half for the last week, and keep some runs fast",
            {"training": {"taper": "one_week"}},
            7,
        )
    else:
        yield Advice(
            "Cut your distance by about half for the last two weeks, and keep some runs fast",
            {"training": {"taper": "two_weeks_or_more"}},
            14,
        )


LONG_RUN = Rule(
    id="long_run",
    title="Long run, volume",
    topic="training",
    grade="B",
    why="Longer long runs, more weekly distance and a taper are linked with faster races. "
    "Weekly distance itself was unrelated to cramps; the targets are a judgement.",
    evidence=(
        "train-marathon-fokkema",
        "train-half-fokkema",
        "train-volume-determinants",
        "train-plan-volume",
        "train-spike-single-run",
        "train-taper-bosquet",
        "rf-training-volume",
    ),
    reads=("race", "training"),
    asks=(
        "training.longest_run",
        "training.weekly_distance",
        "race.distance",
        "training.taper",
    ),
    judge=judge,
    advise=advise,
    todos=(RUN_IT_AGAIN, STEP_UP, MORE_A_WEEK),
)
