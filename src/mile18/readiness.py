"""Folds every topic's factors into one Readiness and ranks the levers.

Readiness says how much of the preparation is in place. It is never a probability of cramping.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from mile18.factor import Advice, Caution, Changes, Countdown, Factor, Rule, Todo, factor
from mile18.profile import Profile, answered, at_its_warmest
from mile18.topics import nerves, sleep
from mile18.topics.health.gate import Gate, gate, has_cramped
from mile18.topics.health.restraints import FACTORS, restraints
from mile18.topics.heat import adaptation
from mile18.topics.nutrition import fluids, fuel, loading
from mile18.topics.race import pacing
from mile18.topics.race.questions import countdown_to
from mile18.topics.training import goal_pace, strength, volume
from mile18.warnings import warnings

# The weights are a judgement, published as one: in the app, in the README and here.
WEIGHTS: tuple[tuple[Rule, int], ...] = (
    (pacing.RULE, 16),
    (volume.LONG_RUN, 10),
    (goal_pace.GOAL_PACE, 10),
    (strength.STRENGTH, 8),
    (sleep.RULE, 14),
    (loading.RULE, 10),
    (fuel.RULE, 10),
    (fluids.RULE, 6),
    (adaptation.RULE, 10),
    (nerves.RULE, 6),
)


class Lever(Struct, frozen=True):
    """One thing that would raise the figure, by how many points, and whether time is left for it."""

    factor: str
    action: str
    changes: Changes
    lead_days: int
    points: float
    possible: bool
    todo: Todo | None = None

    @property
    def title(self) -> str:
        """What it is in a few words, without how."""
        return self.todo.title if self.todo else self.action


class Interval(Struct, frozen=True):
    """What the answers so far leave possible, in points from 0 to 100."""

    low: float
    high: float


class Standing(Struct, frozen=True):
    """Where a profile stands on a day, without what could be done about it."""

    overall: Interval
    factors: tuple[Factor, ...]
    gate: Gate

    @property
    def weakest(self) -> Factor:
        """Of the factors that apply, the one with the lowest middle; of equals the weightiest.

        One that is not answered yet, 0–100, is not weak but unknown.
        """
        return min(
            (each for each in self.factors if each.applies),
            key=lambda each: (each.low + each.high, -each.weight),
        )


class Readiness(Struct, frozen=True, kw_only=True):
    """How much of the preparation is in place, why, and what is still worth doing.

    `then` are the factors on race morning, with every step done that time is left for.
    """

    profile: Profile
    overall: Interval
    race_morning: Interval
    factors: tuple[Factor, ...]
    then: tuple[Factor, ...]
    levers: tuple[Lever, ...]
    warnings: tuple[Caution, ...]
    gate: Gate
    countdown: Countdown
    answered: tuple[int, int]

    @property
    def possible(self) -> tuple[Lever, ...]:
        """The levers that time is left for, most points first."""
        return tuple(lever for lever in self.levers if lever.possible)

    @property
    def too_late(self) -> tuple[Lever, ...]:
        """The levers that it is too late for."""
        return tuple(lever for lever in self.levers if not lever.possible)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The unanswered questions of the factors that are open, those that weigh most first."""
        unsettled = [each for each in self.factors if each.applies and not each.settled]
        unsettled.sort(key=lambda each: each.weight * (each.low - each.high))
        asked = dict.fromkeys(question for each in unsettled for question in each.rule.asks)
        known = at_its_warmest(self.profile)
        answers = (self.profile, known)
        return tuple(each for each in asked if all(of.answer(each) is None for of in answers))


def assess(profile: Profile, today: date) -> Readiness:
    """The readiness of a profile on a day; a pure function of the two.

    While the health gate is shut there are no levers: nobody trains for points then.
    """
    countdown = countdown_to(profile.race, today)
    given, profile = profile, at_its_warmest(profile)
    stands = standing(profile, countdown)
    factors, now = stands.factors, stands.overall
    easy_only = "hard running" in restraints(profile.health, profile.race)
    levers = (
        () if stands.gate.shut else _levers(profile, countdown, factors, now, easy_only=easy_only)
    )
    plan: dict[str, dict[str, object]] = {}
    for lever in levers:
        if lever.possible:
            for topic, changes in lever.changes.items():
                plan.setdefault(topic, {}).update(changes)
    then = _factors(profile.with_changes(plan), countdown) if plan else factors
    return Readiness(
        profile=given,
        overall=now,
        race_morning=fold(then) if plan else now,
        factors=factors,
        then=then,
        levers=levers,
        warnings=warnings(given, countdown),
        gate=stands.gate,
        countdown=countdown,
        answered=answered(given),
    )


def standing(profile: Profile, countdown: Countdown) -> Standing:
    """The part of an assessment that a list of many profiles needs; it costs a quarter of it."""
    profile = at_its_warmest(profile)
    hidden = {FACTORS.get(what) for what in restraints(profile.health, profile.race).ids}
    factors = tuple(
        replace(each, amounts_withheld=True) if each.rule.id in hidden else each
        for each in _factors(profile, countdown)
    )
    return Standing(fold(factors), factors, gate(profile.health, countdown))


def fold(factors: Sequence[Factor]) -> Interval:
    """The weighted means of the lows and of the highs."""
    return Interval(_mean(factors, lowest=True), _mean(factors, lowest=False))


def counting(factors: Sequence[Factor], *, lowest: bool) -> list[Factor]:
    """The factors that count at one end of the figure, in their order.

    A factor that this race may or may not need counts at each end in whichever way takes that end
    further out, so that learning the answer can only narrow the interval.
    """
    taken = [each for each in factors if each.verdict.applies]
    doubtful = [each for each in factors if each.verdict.applies is None]
    if not doubtful:
        return taken
    end = _low if lowest else _high
    for each in sorted(doubtful, key=end, reverse=not lowest):
        weights = sum(other.weight for other in taken)
        total = sum(other.weight * end(other) for other in taken)
        if end(each) * weights < total if lowest else end(each) * weights > total:
            taken.append(each)
    return [each for each in factors if each in taken]


def _mean(factors: Sequence[Factor], *, lowest: bool) -> float:
    total = weights = 0
    for each in counting(factors, lowest=lowest):
        total += each.weight * (each.low if lowest else each.high)
        weights += each.weight
    return total / weights


def _low(each: Factor) -> int:
    return each.low


def _high(each: Factor) -> int:
    return each.high


class _Judge:
    """A rule with its weight, which remembers what it has judged.

    A keystroke changes one answer, and most levers touch one topic: nearly every judgement that an
    assessment needs has been made before. What is remembered follows from the arguments alone.
    """

    def __init__(self, rule: Rule, weight: int) -> None:
        self._reads = [attrgetter(topic) for topic in rule.reads]
        self._judge = lru_cache(256)(lambda *reads: factor(rule, weight, rule.judge(*reads)))
        self._advise = lru_cache(64)(lambda *reads: tuple(rule.advise(*reads)))

    def factor(self, profile: Profile, countdown: Countdown) -> Factor:
        return self._judge(*[read(profile) for read in self._reads], countdown)

    def advice(self, profile: Profile, countdown: Countdown) -> tuple[Advice, ...]:
        return self._advise(*[read(profile) for read in self._reads], countdown)


_JUDGES = tuple(_Judge(rule, weight) for rule, weight in WEIGHTS)
_READERS = {
    topic: tuple(at for at, (rule, _) in enumerate(WEIGHTS) if topic in rule.reads)
    for topic in Profile.__struct_fields__
}


def _factors(profile: Profile, countdown: Countdown) -> tuple[Factor, ...]:
    return tuple(judge.factor(profile, countdown) for judge in _JUDGES)


def _levers(
    profile: Profile,
    countdown: Countdown,
    factors: tuple[Factor, ...],
    now: Interval,
    *,
    easy_only: bool,
) -> tuple[Lever, ...]:
    found: list[Lever] = []
    for judge, each in zip(_JUDGES, factors, strict=True):
        if not each.applies or each.low == 100 or each.amounts_withheld:
            continue
        for advice in judge.advice(profile, countdown):
            if advice.hard and easy_only:
                continue
            # A goal or a weekly distance feeds several factors, so all who read the topic count.
            pulled = profile.with_changes(advice.changes)
            after = list(factors)
            for topic in advice.changes:
                for at in _READERS[topic]:
                    after[at] = _JUDGES[at].factor(pulled, countdown)
            points = _mean(after, lowest=True) - now.low
            if round(points, 1) > 0:
                found.append(_lever(each.rule, advice, points, countdown))
    # Who cramped before is told first not to start too fast: of what can be changed, pace is the
    # best-supported predictor.
    cramped = has_cramped(profile.health)
    found.sort(key=lambda lever: (not (cramped and lever.factor == "goal"), -lever.points))
    return tuple(found)


def _lever(rule: Rule, advice: Advice, points: float, countdown: Countdown) -> Lever:
    days = countdown.days
    return Lever(
        factor=rule.id,
        action=advice.action,
        changes=advice.changes,
        lead_days=advice.lead_days,
        points=points,
        possible=days is None or days >= advice.lead_days,
        todo=advice.todo,
    )
