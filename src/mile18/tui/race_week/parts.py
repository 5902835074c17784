"""Race week drawn as a page: days with their tasks, then what no longer fits or is not known."""

from collections.abc import Collection, Iterator, Sequence

from textual.content import Content

from mile18.drawing import bar
from mile18.evidence.disclaimers import CLINICIAN, GENERAL
from mile18.page import said
from mile18.plan.day.words import Lack
from mile18.plan.week.food import APPROXIMATE, Loading, LoadingDay, Serving
from mile18.plan.week.task import Day, Task
from mile18.plan.week.week import RaceWeek
from mile18.profile import question_by_id
from mile18.tui.drawing import MUTED, hanging, plot_row, point, said_lines
from mile18.tui.page import Block, heading, lack_stop
from mile18.tui.panel import beside
from mile18.units import Units, counted, localise, number

MARGIN = "    "
ROOMY = 60
LONGEST_TIME = 10
BAR_WIDTH, LEAST_BAR = 24, 6
LONGEST_SERVING = 60


def box(*, done: bool) -> Content:
    """The box before whatever can be ticked."""
    return Content.styled("[✓] ", "bold $text-success") if done else Content("[ ] ")


def times_column(tasks: Sequence[Task]) -> int:
    """How wide the times of a day stand before its titles; 0 if too few tasks have one."""
    times = [len(when) for when in map(_when, tasks) if 0 < len(when) <= LONGEST_TIME]
    return max(times) + 2 if len(times) > 1 and 2 * len(times) >= len(tasks) else 0


def task_lines(task: Task, units: Units, width: int, column: int, *, opened: bool) -> list[Content]:
    """The row of a task, its time in a column or in words, and once opened what to do and why."""
    style = {"today": "bold", "done": MUTED, "missed": MUTED}.get(task.status, "")
    title, when = localise(task.title, units), _when(task)
    before = when if column and len(when) <= LONGEST_TIME else ""
    more = f"· {when}" if when and not before else ""
    if task.status == "missed":
        more += " · past"
    elif task.planned is not None and task.planned > 0:
        more += f" · meant for {counted(task.planned, 'day')} before"
    if width < ROOMY:
        title, before, column = f"{before} {title}".lstrip(), "", 0
    lead = Content.assemble(box(done=task.status == "done"), (before.ljust(column), MUTED))
    lines = hanging(title, width, lead, style, more.lstrip())
    return [*lines, *_opened(task, units, width)] if opened else lines


def _when(task: Task) -> str:
    """The time of a task; the evening it was planned for says nothing once it has moved."""
    return "" if task.planned is not None and task.slot else task.when


def _opened(task: Task, units: Units, width: int) -> Iterator[Content]:
    lines = localise(task.detail, units).split("\n") if task.detail else []
    for line in lines:
        text = line.lstrip()
        margin = MARGIN + " " * (len(line) - len(text))
        yield from hanging(text, width, f"{margin}– " if len(lines) > 1 else margin)
    yield from hanging(f"Why: {localise(task.why, units)}", width, MARGIN, MUTED)
    told = [f"evidence {task.grade}"]
    if task.points:
        told.append(f"+{number(task.points, 1)} points of readiness")
    yield from hanging(" · ".join(told), width, MARGIN, MUTED)


def eaten_line(day: LoadingDay, loading: Loading, width: int) -> list[Content]:
    """What is ticked of a loading day against its amount, drawn where that is known in grams."""
    if loading.grams is None:
        return hanging(f"{loading.target} a day", width, MARGIN, MUTED)
    low, high = loading.grams
    words = Content.styled(f" {day.eaten} of {low}–{high} g", "bold")
    room = min(BAR_WIDTH, width - len(MARGIN) - words.cell_length)
    drawn = eaten_bar(day.eaten, loading.grams, room) if room >= LEAST_BAR else Content("")
    return [Content.assemble(MARGIN, drawn, words)]


def eaten_bar(eaten: int, grams: tuple[int, int], width: int) -> Content:
    """Full as far as eaten, light up to the most of the amount, with a mark at its least."""
    low, high = grams
    full, least = (min(width, round(width * each / high)) for each in (eaten, low))
    row = bar(full, full, width, least)
    return plot_row(row.text, row.hints)


def serving_lines(serving: Serving, units: Units, width: int, *, whole_day: bool) -> list[Content]:
    """One portion with its grams."""
    done = serving.done or whole_day
    style = MUTED if done else ""
    grams = Content.styled(f"{serving.portion.grams} g", style)
    room = min(width, LONGEST_SERVING)
    lead = Content.assemble(MARGIN, box(done=done))
    text = localise(serving.portion.words, units)
    first, *rest = hanging(text, room - grams.cell_length - 1, lead, style)
    return [beside(first, grams, room), *rest]


def portion_lines(loading: Loading, units: Units, width: int) -> Iterator[Content]:
    """What a portion of each food holds, where the amount of a day is not known."""
    for each in loading.portions:
        yield from hanging(localise(each.words, units), width, f"{MARGIN}{each.grams:>3} g  ")
    yield from hanging(APPROXIMATE, width, MARGIN, MUTED)


DAY, TASK, SERVING = "day ", "task ", "serving "
LACKING = "lacking"


def week_blocks(
    week: RaceWeek, units: Units, width: int, opened: Collection[str]
) -> Iterator[Block]:
    """The page; each day is a part, and each task, portion and open question a stop.

    `opened` holds the ids of the tasks that are shown with what to do and why.
    """
    yield from _first(week, units, width)
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
    for title, dropped in (
        ("Not needed", week.not_needed),
        ("Too late for this race", week.dropped),
    ):
        if dropped:
            yield Block([heading(title)], part=title)
            for each in dropped:
                yield Block(point(localise(f"{each.what}: {each.why}.", units), width))
            yield _GAP
    if week.lacking:
        yield Block([heading("Not answered yet")], part=LACKING)
        for at, lack in enumerate(week.lacking):
            yield Block(lack_lines(lack, units, width), stop=lack_stop(at, lack.questions[0]))
        yield _GAP
    yield Block(hanging(f"{GENERAL} {CLINICIAN}", width, style=MUTED))


def _first(week: RaceWeek, units: Units, width: int) -> Iterator[Block]:
    told = hanging(week.opening, width) if week.opening else []
    for caution in week.warnings:
        line = said(localise(caution.text, units), "loud" if caution.loud else "said")
        told += said_lines(line, width)
    for each in week.now:
        told += point(each.text, width)
    if told:
        yield Block([*told, Content("")])


_GAP = Block([Content("")])


def _day_title(day: Day, width: int) -> Content:
    label = f" · {day.label}" if day.date and not day.is_today else ""
    title = Content.styled(f"{day.words}{label}", "bold $text-accent")
    if day.is_today:
        title = Content.assemble(title, " ", (" today ", "bold reverse"))
    done = day.done
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
    for name in lack.questions:
        lead = Content.styled("  answer ", MUTED)
        lines += hanging(question_by_id(name).in_full, width, lead)
    return lines
