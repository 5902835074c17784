"""The levers of readiness as tasks, each on the day on which it has to begin at the latest."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from mile18.factor import Grade
from mile18.plan.week.task import Dropped, Task, counted
from mile18.readiness import Lever, Readiness
from mile18.topics.heat.adaptation import TOP_UP_DAYS


class _Kind(Struct, frozen=True):
    """A lever's task: its id and title, and how many days before the race it is best begun.

    One that is `covered` by tasks of the plan itself needs none of its own; where the title
    `says_all`, the lever's own words would only say it again. `why`, `evidence` and `grade` stand
    in for the rule's where only a part of them is about the task.
    """

    id: str
    title: str
    best: int = 0
    covered: bool = False
    says_all: bool = False
    why: str = ""
    evidence: tuple[str, ...] = ()
    grade: Grade | None = None


LOADING_PLAN = "loading-plan"

# By an answer that the lever changes; the first that fits counts.
_KINDS: dict[str, _Kind] = {
    "race.goal_time": _Kind("goal", "Settle on a goal that your recent race supports", 7),
    "race.first_half": _Kind(
        "first-half", "Plan a first half no faster than goal pace", 3, says_all=True
    ),
    "training.longest_run_date": _Kind("long-run-again", "Run your long run again", 21),
    "training.longest_run": _Kind("long-run-step", "Take the long run one step further", 21),
    "training.weekly_distance": _Kind("weekly-step", "Run a little more a week", 21),
    "training.goal_pace_distance": _Kind("goal-pace", "Run some goal pace in your long runs", 14),
    "training.goal_pace_feel": _Kind("goal-pace-feel", "Find a goal pace that you can hold", 8),
    "training.strength_sessions": _Kind(
        "strength-twice", "Do strength work twice a week", 42, says_all=True
    ),
    "training.strength_weeks": _Kind(
        "strength-weeks", "Keep strength work up for six weeks", 42, says_all=True
    ),
    "training.plyometrics": _Kind("hops", "Add a few hops or jumps", 42),
    "sleep.usual_hours": _Kind("sleep", "Be in bed for 8 h", covered=True),
    "sleep.nights": _Kind("sleep", "Be in bed for 8 h", covered=True),
    "sleep.rested": _Kind("one-bedtime", "Keep one bedtime", 7),
    "nutrition.sweat_test": _Kind("sweat-test", "Weigh yourself before and after a run", 8),
    "nutrition.drink_plan": _Kind("drink-plan", "Settle how you will drink", 3),
    "nutrition.loading_plan": _Kind(LOADING_PLAN, "Write down your loading plan", 4),
    "nutrition.loading_days": _Kind(LOADING_PLAN, "Write down your loading plan", 4),
    "nutrition.loading_g_per_kg": _Kind(LOADING_PLAN, "Write down your loading plan", 4),
    "nutrition.fuel_practised": _Kind("fuel-trial", "Try your race fuel on a long run", 7),
    "nutrition.fuel_portion_g": _Kind("fuel-trial", "Try your race fuel on a long run", 7),
    "heat.hot_sessions": _Kind("heat-sessions", "Get used to the heat", 17),
    "heat.plan_b": _Kind(
        "plan-b",
        "Write down a slower goal for a hotter day",
        5,
        says_all=True,
        why="A slower goal written in advance is easier to keep (a judgement). On the day the "
        "organiser's flag counts.",
        evidence=("heat-plan-options",),
        grade="B",
    ),
    "nerves.rehearsed": _Kind("rehearsal", "Go through your routine once", 7),
    "nerves.routine": _Kind(
        "routine-plan", "Write down your last hour before the start", 5, says_all=True
    ),
    "nerves.tension": _Kind("breathing", "Breathe slowly for 5 minutes", covered=True),
    "nerves.worry": _Kind("breathing", "Breathe slowly for 5 minutes", covered=True),
}
_TAPER = _Kind("taper", "Cut the distance", covered=True)
_TOP_UP = _Kind("heat-top-up", "Top up on heat", 6)
_TOPICS = {kind.id: name.partition(".")[0] for name, kind in _KINDS.items()} | {_TOP_UP.id: "heat"}


def lever_tasks(readiness: Readiness, done: Collection[str]) -> Iterator[Task]:
    """A task for each lever that time is left for, that no other task covers, or that is ticked."""
    rules = {each.rule.id: each.rule for each in readiness.factors}
    told: set[str] = set()
    for lever in readiness.levers:
        kind = _kind(lever)
        if kind.covered or kind.id in told or not (lever.possible or kind.id in done):
            continue
        told.add(kind.id)
        rule = rules[lever.factor]
        yield Task(
            id=kind.id,
            topic=rule.topic,
            title=kind.title,
            detail="" if kind.says_all else f"{lever.action}.",
            why=kind.why or rule.why,
            evidence=kind.evidence or rule.evidence,
            grade=kind.grade or rule.grade,
            days_before=max(kind.best, lever.lead_days),
            latest=lever.lead_days,
            points=lever.points,
        )
    # A lever may go once its answers change or the days run out; its tick must not.
    for kind in dict.fromkeys((*_KINDS.values(), _TOP_UP)):
        if kind.id in done and kind.id not in told and not kind.covered:
            told.add(kind.id)
            yield _ticked(kind)


def _ticked(kind: _Kind) -> Task:
    return Task(
        id=kind.id,
        topic=_TOPICS[kind.id],
        title=kind.title,
        why="You ticked it.",
        days_before=kind.best,
    )


def too_late(readiness: Readiness, planned: Collection[str]) -> Iterator[Dropped]:
    """The levers that time is too short for; what covers one is in the plan or said there."""
    days = readiness.countdown.days
    told: set[str] = set()
    for lever in readiness.too_late:
        kind = _kind(lever)
        if days is None or kind.covered or kind.id in planned or kind.id in told:
            continue
        told.add(kind.id)
        left = "today is the race" if days == 0 else f"{counted(days, 'day')} left"
        yield Dropped(kind.title, f"it needs {counted(lever.lead_days, 'day')}; {left}")


def _kind(lever: Lever) -> _Kind:
    changed = {f"{topic}.{key}" for topic, new in lever.changes.items() for key in new}
    if "training.taper" in changed:
        return _TAPER
    if "heat.hot_sessions" in changed and lever.lead_days <= TOP_UP_DAYS:
        return _TOP_UP
    for name, kind in _KINDS.items():
        if name in changed:
            return kind
    return _Kind(f"{lever.factor}-{min(changed)}", lever.action)
