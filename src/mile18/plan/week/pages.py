"""Race week as plain text, for a shell, a phone's terminal or paper."""

from collections.abc import Iterable

from mile18.evidence.disclaimers import CLINICIAN, EMERGENCY, GENERAL
from mile18.plan.week.food import APPROXIMATE, Loading
from mile18.plan.week.task import Day, Task, told
from mile18.plan.week.week import RaceWeek
from mile18.plan.words import GATE_MARKS, gate_words, race_line
from mile18.plan.wrap import wrapped
from mile18.profile import all_questions
from mile18.units import Units, localise

NARROWEST = 32
CLAIMS_SHOWN = 3
_NAME_LENGTH = 60
_TICKS = {True: "[x]", False: "[ ]"}


class _Page:
    """Lines no wider than `width`, in the runner's units; a reason is given once."""

    def __init__(self, width: int, units: Units) -> None:
        self.width = width
        self.units = units
        self.lines: list[str] = []
        self.reasons: set[str] = set()
        self.series: set[tuple[str, str]] = set()

    def write(self, text: str, first: str = "", rest: str | None = None) -> None:
        """Wrap one paragraph, its first line led by `first` and the others by `rest`."""
        self.lines += wrapped(localise(text, self.units), self.width, first, rest)

    def section(self, title: str) -> None:
        """Start a section: a blank line, then the title in capitals."""
        self.lines.append("")
        self.write(title.upper())

    def known(self, task: Task) -> bool:
        """Whether one of the same series was written out before; if not, remember this one."""
        told = (task.series, task.detail)
        if task.series and told in self.series:
            return True
        self.series.add(told)
        return False

    def points(self, *texts: str) -> None:
        """Write texts that need no order."""
        for text in texts:
            self.write(text, "-  ")


def race_week_text(week: RaceWeek, units: Units, width: int = 80, *, private: bool = True) -> str:
    """The plan in lines of at most `width` columns: the days in order, then what is left to say.

    Without `private`, whatever names a medicine or a health matter is left out.
    Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    page = _Page(width, units)
    _header(page, week, private)
    for day in week.days:
        _day(page, day, week, private)
    if week.loading:
        _loading(page, week.loading)
    if week.not_needed:
        page.section("Not needed")
        page.points(*(f"{each.what}: {each.why}." for each in week.not_needed))
    _dropped(page, week, private)
    _lacking(page, week)
    page.section("Please note")
    page.write(GENERAL)
    page.write(CLINICIAN)
    page.write(EMERGENCY)
    return "\n".join(page.lines) + "\n"


def _header(page: _Page, week: RaceWeek, private: bool) -> None:
    name = told(week.profile.race.name, _NAME_LENGTH) or None
    named = week.profile.with_answer("race", "name", name)
    page.write(race_line(named, week.countdown, page.units))
    page.write(week.headline)
    if private:
        page.write(f"{GATE_MARKS[week.gate.status]} {gate_words(week.gate)}")
    for caution in (each for each in week.warnings if private or not each.private):
        page.write(caution.text, "! " if caution.loud else "- ")
    page.points(*(each.text for each in week.now))


def _day(page: _Page, day: Day, week: RaceWeek, private: bool) -> None:
    tasks = [task for task in day.tasks if private or not task.private]
    left = week.countdown.days
    if left is not None and day.days_to_race > left + 1:
        # Of the days before yesterday only what was done is worth the paper.
        tasks = [task for task in tasks if task.status == "done"]
    if not (tasks or day.is_today):
        return
    label = f" · {day.label}" if day.date else ""
    page.section(f"{day.words}{label}{' · today' if day.is_today else ''}")
    if not tasks:
        page.write("Nothing is due today.")
    for task in tasks:
        _task(page, task)


def _task(page: _Page, task: Task) -> None:
    when = f"{task.when}: " if task.when else ""
    moved = f" (meant for D-{task.planned})" if task.planned and task.planned > 0 else ""
    page.write(f"{when}{task.title}{moved}", f"{_TICKS[task.status == 'done']} ")
    if task.status in ("done", "missed") or page.known(task):
        return
    lines = task.detail.split("\n") if task.detail else []
    for line in lines:
        text = line.lstrip()
        lead = "    -  " if len(lines) > 1 else "    "
        page.write(text, " " * (len(line) - len(text)) + lead)
    if task.why not in page.reasons:
        page.reasons.add(task.why)
        page.write(f"{task.why} [{_support(task)}]", "    Why: ", "    ")


def _support(task: Task) -> str:
    more = len(task.evidence) - CLAIMS_SHOWN
    claims = [*task.evidence[:CLAIMS_SHOWN], *([f"{more} more"] if more > 0 else [])]
    return f"{task.grade}: {', '.join(claims)}" if claims else task.grade


def _loading(page: _Page, loading: Loading) -> None:
    page.section("Loading")
    page.write(f"{loading.target} a day.")
    days = [day for day in loading.days if day.servings]
    if not days:
        for portion in loading.portions:
            page.write(portion.words, f"{portion.grams:>3} g  ")
        page.write(APPROXIMATE)
        return
    page.write(
        f"Portions that add up to it, to tick for {_listed(f'D-{d.days_before}' for d in days)}:"
    )
    longest = max(days, key=lambda day: len(day.servings))
    for at, serving in enumerate(longest.servings):
        ticks = " ".join(_TICKS[day.done or day.servings[at].done] for day in days)
        lead = f"{ticks} {serving.portion.grams:>3} g  "
        page.write(serving.portion.words, lead)
    total = sum(each.portion.grams for each in longest.servings)
    for day in days:
        page.write(f"D-{day.days_before}: {day.eaten} of {total} g ticked.")
    page.write(APPROXIMATE)


def _listed(words: Iterable[str]) -> str:
    return " and ".join(words)


def _dropped(page: _Page, week: RaceWeek, private: bool) -> None:
    shown = [each for each in week.dropped if private or not each.private]
    if shown:
        page.section("No longer fits")
        page.points(*(f"{each.what}: {each.why}." for each in shown))


def _lacking(page: _Page, week: RaceWeek) -> None:
    if not week.lacking:
        return
    page.section("Not known yet")
    asked = all_questions()
    for each in week.lacking:
        page.write(f"{each.what}.", "-  ")
        for name in each.questions:
            topic = name.partition(".")[0].capitalize()
            page.write(f"{topic}: {asked[name].prompt}", "   answer  ")
