"""Race week drawn as a page: days with their tasks, then what no longer fits or is not known."""

from collections.abc import Collection, Iterator

from textual.content import Content

from mile18.evidence.disclaimers import CLINICIAN, GENERAL
from mile18.plan.day.page import Line
from mile18.plan.day.words import Lack
from mile18.plan.week.food import LoadingDay
from mile18.plan.week.task import Day
from mile18.plan.week.week import RaceWeek
from mile18.profile import all_questions
from mile18.tui.hanging import MUTED, hanging, point
from mile18.tui.said import said_lines
from mile18.tui.week_task import eaten_line, portion_lines, serving_lines, task_lines, times_column
from mile18.tui.widgets.page import Block, heading
from mile18.tui.widgets.readiness_panel import beside
from mile18.units import Units, localise

DAY, TASK, SERVING, LACK = "day ", "task ", "serving ", "lack "
LACKING = "lacking"


def week_blocks(
    week: RaceWeek, units: Units, width: int, opened: Collection[str]
) -> Iterator[Block]:
    """The page; each day is a part, and each task, portion and open question a stop.

    `opened` holds the ids of the tasks that are shown with what to do and why.
    """
    yield Block([*hanging(week.headline, width), *_first(week, units, width), Content("")])
    ledger = {day.task: day for day in week.loading.days} if week.loading else {}
    for day in week.days:
        yield Block([_day_title(day, width)], part=f"{DAY}{day.days_to_race}")
        column = times_column(day.tasks)
        for task in day.tasks:
            lines = task_lines(task, units, width, column, opened=task.id in opened)
            if week.loading and task.id in ledger:
                eaten = ledger[task.id]
                lines += eaten_line(eaten, week.loading, width)
                if task.id in opened and not eaten.servings:
                    lines += portion_lines(week.loading, units, width)
            yield Block(lines, stop=TASK + task.id)
            # On its day the ledger is ticked all day long, so it stands open.
            if task.id in ledger and (task.id in opened or task.status == "today"):
                yield from _servings(ledger[task.id], units, width)
        if not day.tasks:
            yield Block(hanging("Nothing is due.", width, style=MUTED))
        yield _GAP
    for title, dropped in (("Not needed", week.not_needed), ("No longer fits", week.dropped)):
        if dropped:
            yield Block([heading(title)], part=title)
            for each in dropped:
                yield Block(point(localise(f"{each.what}: {each.why}.", units), width))
            yield _GAP
    if week.lacking:
        yield Block([heading("Not known yet")], part=LACKING)
        for at, lack in enumerate(week.lacking):
            yield Block(lack_lines(lack, units, width), stop=f"{LACK}{at}")
        yield _GAP
    yield Block(hanging(f"{GENERAL} {CLINICIAN}", width, style=MUTED))


def _first(week: RaceWeek, units: Units, width: int) -> Iterator[Content]:
    for caution in week.warnings:
        line = Line(localise(caution.text, units), "loud" if caution.loud else "said")
        yield from said_lines(line, width)
    for each in week.now:
        yield from point(each.text, width)


_GAP = Block([Content("")])


def _day_title(day: Day, width: int) -> Content:
    label = f" · {day.label}" if day.date else ""
    title = Content.styled(f"{day.words}{label}", "bold $text-accent")
    if day.is_today:
        title = Content.assemble(title, " ", (" today ", "bold reverse"))
    done = sum(task.status == "done" for task in day.tasks)
    said = f"{done} of {len(day.tasks)}" if day.tasks else ""
    if title.cell_length + len(said) >= width:
        return title.truncate(width, ellipsis=True)
    return beside(title, Content.styled(said, MUTED), width)


def _servings(day: LoadingDay, units: Units, width: int) -> Iterator[Block]:
    for each in day.servings:
        lines = serving_lines(each, units, width, whole_day=day.done)
        yield Block(lines, stop=SERVING + each.id)


def lack_lines(lack: Lack, units: Units, width: int) -> list[Content]:
    """What is not known, and the questions that would fill it."""
    lines = point(localise(f"{lack.what.rstrip('.')}.", units), width)
    asked = all_questions()
    for name in lack.questions:
        topic = name.partition(".")[0].capitalize()
        lead = Content.styled("  answer ", MUTED)
        lines += hanging(f"{topic}: {asked[name].prompt}", width, lead)
    return lines
