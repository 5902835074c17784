"""The levers of readiness as tasks, each on the day on which it has to begin at the latest."""

from collections.abc import Collection, Iterator

from mile18.factor import Rule, Todo
from mile18.plan.week.task import Dropped, Task
from mile18.readiness import Lever, Readiness
from mile18.units import counted


def lever_tasks(readiness: Readiness, done: Collection[str]) -> Iterator[Task]:
    """A task for each lever that time is left for, that no other task covers, or that is ticked."""
    rules = {each.rule.id: each.rule for each in readiness.factors}
    told: set[str] = set()
    for lever in readiness.levers:
        todo = lever.todo
        if todo and todo.id not in told and (lever.possible or todo.id in done):
            told.add(todo.id)
            yield _task(todo, lever, rules[lever.factor])
    # A lever may go once its answers change or the days run out; its tick must not.
    for rule in rules.values():
        for todo in rule.todos:
            if todo.id in done and todo.id not in told:
                yield _ticked(todo, rule)


def _task(todo: Todo, lever: Lever, rule: Rule) -> Task:
    return Task(
        id=todo.id,
        topic=rule.topic,
        title=todo.title,
        detail="" if todo.says_all else f"{lever.action}.",
        why=todo.why or rule.why,
        evidence=todo.evidence or rule.evidence,
        grade=todo.grade or rule.grade,
        days_before=max(todo.best_days, lever.lead_days),
        latest=lever.lead_days,
        points=lever.points,
    )


def _ticked(todo: Todo, rule: Rule) -> Task:
    return Task(
        id=todo.id,
        topic=rule.topic,
        title=todo.title,
        why="You ticked it.",
        days_before=todo.best_days,
    )


def too_late(readiness: Readiness, planned: Collection[str]) -> Iterator[Dropped]:
    """The levers that time is too short for; what covers one is in the plan or said there."""
    days = readiness.countdown.days
    told: set[str] = set()
    for lever in readiness.too_late:
        todo = lever.todo
        if days is None or todo is None or todo.id in planned or todo.id in told:
            continue
        told.add(todo.id)
        yield Dropped(todo.title, f"takes {counted(lever.lead_days, 'day')}")
