"""Race week as a page: the days in order, then what is left to say."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from mile18.evidence.cramp_steps import EMERGENCY
from mile18.evidence.disclaimers import CLINICIAN, GENERAL
from mile18.page import Page, Sentence, points, sections
from mile18.plan.week.food import APPROXIMATE, Loading, LoadingDay
from mile18.plan.week.task import Day, Task
from mile18.plan.week.week import RaceWeek
from mile18.plan.words import GATE_MARKS, gate_words, race_line
from mile18.profile import question_by_id
from mile18.sanitise import plain_part
from mile18.units import Units, counted, localise

_NAME_LENGTH = 60
_TICKS = {True: "[x]", False: "[ ]"}


class _Said:
    """What was said further up: what to do and why is written out once."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def before(self, text: str) -> bool:
        """Whether it was said; from now on it is."""
        known = text in self._texts
        self._texts.add(text)
        return known


def week_page(week: RaceWeek, units: Units, *, private: bool = True) -> Page:
    """The plan as a page; without `private` nothing that names a medicine or a health matter."""
    said = _Said()
    days = ((_title(day), _day(day, week, said, private)) for day in week.days)
    found = (
        *((title, blocks) for title, blocks in days),
        ("Loading", _loading(week.loading) if week.loading else ()),
        ("Not needed", points(f"{each.what}: {each.why}." for each in week.not_needed)),
        ("Too late for this race", points(_dropped(week, private))),
        ("Not answered yet", _missing(week)),
        ("Please note", map(Sentence, (GENERAL, CLINICIAN, EMERGENCY))),
    )
    told = ((title, _in_units(blocks, units)) for title, blocks in found)
    return Page(sections(told), tuple(_in_units(_head(week, units, private), units)))


def _in_units(blocks: Iterable[Sentence], units: Units) -> Iterator[Sentence]:
    for each in blocks:
        yield replace(each, text=localise(each.text, units))


def _head(week: RaceWeek, units: Units, private: bool) -> Iterator[Sentence]:
    name = plain_part(week.profile.race.name, _NAME_LENGTH) or None
    named = week.profile.with_answer("race.name", name)
    yield Sentence(race_line(named, week.countdown, units))
    if week.opening:
        yield Sentence(week.opening)
    if private:
        yield Sentence(f"{GATE_MARKS[week.gate.status]} {gate_words(week.gate)}")
    for caution in (each for each in week.warnings if private or not each.private):
        yield Sentence(caution.text, lead="! " if caution.loud else "- ")
    yield from points(each.text for each in week.now)


def _title(day: Day) -> str:
    label = f" · {day.label}" if day.date else ""
    return f"{day.words}{label}{' · today' if day.is_today else ''}"


def _day(day: Day, week: RaceWeek, said: _Said, private: bool) -> Iterator[Sentence]:
    tasks = [task for task in day.tasks if private or not task.private]
    left = week.countdown.days
    if left is not None and day.days_to_race > left + 1:
        # Of the days before yesterday only what was done is worth the paper.
        tasks = [task for task in tasks if task.status == "done"]
    if not tasks and day.is_today:
        yield Sentence("Nothing is due today.")
    for task in tasks:
        yield from _task(task, said)


def _task(task: Task, said: _Said) -> Iterator[Sentence]:
    when = f"{task.when}: " if task.when else ""
    moved = (
        f" (meant for {counted(task.planned, 'day')} before: do it now)"
        if task.planned and task.planned > 0
        else ""
    )
    tick = _TICKS[task.status == "done"]
    yield Sentence(f"{when}{task.title}{moved}", lead=f"{tick} ")
    if task.status in ("done", "missed"):
        return
    lines = task.detail.split("\n") if task.detail and not said.before(task.detail) else []
    for line in lines:
        text = line.lstrip()
        lead = "    -  " if len(lines) > 1 else "    "
        yield Sentence(text, lead=" " * (len(line) - len(text)) + lead)
    if not said.before(task.why):
        why = f"{task.why} [{task.grade}]"
        yield Sentence(why, lead="    Why: ", margin="    ", asked="why")
        if task.evidence:
            names = ", ".join(task.evidence)
            yield Sentence(names, lead="    Sources: ", margin="    ", asked="sources")


def _loading(loading: Loading) -> Iterator[Sentence]:
    yield Sentence(f"{loading.target} a day.")
    if days := [day for day in loading.days if day.servings]:
        yield from _servings(days)
    else:
        for portion in loading.portions:
            yield Sentence(portion.words, lead=f"{portion.grams:>3} g  ")
    yield Sentence(APPROXIMATE)


def _servings(days: list[LoadingDay]) -> Iterator[Sentence]:
    listed = " and ".join(counted(day.days_before, "day") for day in days) + " before"
    yield Sentence(f"Portions that add up to it, to tick for {listed}:")
    longest = max(days, key=lambda day: len(day.servings))
    for at, serving in enumerate(longest.servings):
        ticks = " ".join(_TICKS[day.done or day.servings[at].done] for day in days)
        yield Sentence(serving.portion.words, lead=f"{ticks} {serving.portion.grams:>3} g  ")
    total = sum(each.portion.grams for each in longest.servings)
    if not any(day.eaten for day in days):
        yield Sentence(f"Together {total} g a day.")
        return
    for day in days:
        yield Sentence(
            f"{counted(day.days_before, 'day').capitalize()} before: {day.eaten} of {total} g ticked."
        )


def _dropped(week: RaceWeek, private: bool) -> Iterator[str]:
    for each in week.dropped:
        if private or not each.private:
            yield f"{each.what}: {each.why}."


def _missing(week: RaceWeek) -> Iterator[Sentence]:
    for each in week.lacking:
        yield from points((f"{each.what}.",))
        for name in each.questions:
            yield Sentence(question_by_id(name).in_full, lead="   answer  ")
