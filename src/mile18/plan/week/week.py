"""Race week: every task from two weeks before the race to the day after, on its day.

Built from the answers and from the levers that time is left for; what no longer fits is said.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mile18.dates import day_words
from mile18.evidence.cramp_steps import AFTERWARDS_SIGNS, STOP_ACTION
from mile18.evidence.step import Step
from mile18.factor import Caution, Countdown
from mile18.plan.day.timeline import Timeline, line_of
from mile18.plan.day.words import Lack
from mile18.plan.shut import NOW
from mile18.plan.week.ahead import calm_tasks, care_tasks, kit_tasks, weather_tasks
from mile18.plan.week.body import sleep_tasks, training_tasks
from mile18.plan.week.constant import DEBRIEF, DRINK_TO_THIRST
from mile18.plan.week.food import Loading, loading, loading_tasks, with_days
from mile18.plan.week.levers import lever_tasks, too_late
from mile18.plan.week.missing import lacks
from mile18.plan.week.morning import Morning, morning, morning_tasks
from mile18.plan.week.task import Day, Dropped, Task, days, dropped, placed, shifted
from mile18.plan.words import countdown_words
from mile18.profile import Profile, at_its_warmest, unanswered
from mile18.readiness import Readiness, assess
from mile18.topics.health.gate import Gate
from mile18.topics.health.restraints import Restraints, restraints
from mile18.topics.heat.adaptation import surely_black
from mile18.topics.race.questions import target
from mile18.units import SI, Units, counted

PLAN_DAYS = 14
LAST_DAYS_FOR_HELP = 3
SHUT = "Do not train or race now. There is no plan while you have symptoms."


class RaceWeek(Struct, frozen=True, kw_only=True):
    """The plan: its days with their tasks, what no longer fits, and what it cannot say yet.

    `not_needed` is what this race does without. After the race only the look back is left, and
    while the health gate is shut what to do `now`.
    """

    profile: Profile
    countdown: Countdown
    headline: str
    gate: Gate
    now: tuple[Step, ...]
    warnings: tuple[Caution, ...]
    days: tuple[Day, ...]
    loading: Loading | None
    dropped: tuple[Dropped, ...]
    not_needed: tuple[Dropped, ...]
    lacking: tuple[Lack, ...]

    @property
    def opening(self) -> str:
        """The headline; empty where it only says the countdown, which heads every page."""
        told = self.headline.removesuffix(".").casefold()
        return "" if told == countdown_words(self.countdown) else self.headline

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task in the order of the days."""
        return tuple(task for day in self.days for task in day.tasks)

    @property
    def today(self) -> Day | None:
        """Today's tasks; None as long as the race has no date."""
        return next((day for day in self.days if day.is_today), None)


def race_week(profile: Profile, today: date, units: Units = SI) -> RaceWeek:
    """The plan for a race as it stands on a day; a pure function.

    `units` are those in which the calm opening is a round length.
    """
    readiness = assess(profile, today)
    countdown = readiness.countdown
    given, profile = profile, at_its_warmest(profile)
    race, nutrition = profile.race, profile.nutrition
    done = frozenset(profile.week.done or ())
    by = morning(race, profile.sleep, nutrition)
    over = countdown.days is not None and countdown.days < 0
    bare = over or readiness.gate.shut
    hidden, missing = restraints(profile.health, race), unanswered(profile)
    line = None if surely_black(profile.heat) else line_of(profile, units)
    plan = None if bare else loading(race, nutrition, hidden)
    drafts = list(
        _looking_back(readiness) if bare else _drafts(readiness, by, plan, hidden, line, done)
    )
    tasks = placed(drafts, countdown, done)
    names = {task.id for task in tasks}
    return RaceWeek(
        profile=given,
        countdown=countdown,
        headline=SHUT if readiness.gate.shut and not over else _headline(countdown),
        gate=readiness.gate,
        now=NOW if readiness.gate.shut else (),
        warnings=readiness.warnings,
        days=days(tasks, countdown),
        loading=with_days(plan, tasks, done),
        dropped=() if over else (*dropped(tasks), *(() if bare else too_late(readiness, names))),
        not_needed=() if bare else tuple(_not_needed(readiness)),
        lacking=() if bare else tuple(lacks(profile, by, plan, countdown.days, missing)),
    )


def _looking_back(readiness: Readiness) -> Iterator[Task]:
    """What is left after the race, and all there is while the health gate is shut."""
    left = readiness.countdown.days
    if left is None or left >= 0:
        yield from care_tasks(readiness.gate, left)
    yield from _after(left)


def _drafts(
    readiness: Readiness,
    by: Morning,
    plan: Loading | None,
    hidden: Restraints,
    line: Timeline | None,
    done: frozenset[str],
) -> Iterator[Task]:
    profile, left = at_its_warmest(readiness.profile), readiness.countdown.days
    race, nutrition, heat, nerves = profile.race, profile.nutrition, profile.heat, profile.nerves
    aim = target(race)
    pickle = nutrition.pickle_juice is True and "pickle juice" not in hidden
    yield from care_tasks(readiness.gate, left)
    yield from lever_tasks(readiness, done)
    yield from training_tasks(race, profile.training, left, easy_only="hard running" in hidden)
    yield from loading_tasks(race, nutrition, plan)
    yield DRINK_TO_THIRST
    yield from weather_tasks(race, heat)
    yield from kit_tasks(race, nutrition, heat.temperature, aim, pickle=pickle)
    yield from calm_tasks(nerves)
    yield from sleep_tasks(profile.sleep, by, coffee=nerves.caffeine_habit != 0)
    yield from morning_tasks(profile, by, hidden, line)
    yield from _after(left)


def _not_needed(readiness: Readiness) -> Iterator[Dropped]:
    for each in readiness.factors:
        if not each.applies:
            yield Dropped(each.rule.title, each.verdict.because)


def _after(left: int | None) -> Iterator[Task]:
    # Read before it is needed: some signs come within hours.
    ahead = left is None or left >= 0
    signs = STOP_ACTION[0], *AFTERWARDS_SIGNS
    yield Task(
        id="after-race",
        topic="health",
        title="Know when to get help after a race",
        detail="\n".join(sign.text for sign in signs),
        why="Some problems show only in the hours and the day after a race.",
        evidence=tuple(dict.fromkeys(claim for sign in signs for claim in sign.evidence)),
        days_before=0 if ahead else -1,
        slot="evening" if ahead else "",
        latest=-LAST_DAYS_FOR_HELP,
    )
    yield DEBRIEF


def _headline(countdown: Countdown) -> str:
    left = countdown.days
    if left is None:
        return "There is no race day yet, so this plan counts in days before the race."
    if left < 0:
        ago = "yesterday" if left == -1 else f"{counted(-left, 'day')} ago"
        return f"The race was {ago}. All that is left is to look back."
    if left == 0:
        return "Race day."
    if left == 1:
        return "The race is tomorrow."
    if left <= PLAN_DAYS:
        return f"{counted(left, 'day')} left."
    first = day_words(shifted(countdown.race_day, -PLAN_DAYS))
    return (
        f"{counted(left, 'day')} left. Race week begins here {PLAN_DAYS} days before, on {first}; "
        "earlier tasks take longer, and their day is the last to begin."
    )
