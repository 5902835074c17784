"""Race week at a glance: days left, what is ticked, health, loading, and the days in a column."""

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive

from mile18.plan.pictures.week import KEY, week_picture
from mile18.plan.week.task import Day, done
from mile18.plan.week.week import RaceWeek
from mile18.plan.words import GATE_MARKS, countdown_words, gate_words
from mile18.tui.drawing import MUTED, Drawn, hanging, plot_row
from mile18.tui.panel import GATE_STYLES, bar, beside
from mile18.tui.race_week.parts import DAY, eaten_bar
from mile18.units import counted

GATE_LINES = 4


class WeekHead(Drawn):
    """Two lines that stay in sight: how far and how much, and the health check."""

    week: reactive[RaceWeek | None] = reactive(None)

    def draw(self, width: int, height: int) -> Content:
        """As much as fits."""
        if self.week is None:
            return Content("")
        week = self.week
        said = [countdown_words(week.countdown), *_today(week), _ticked(week)]
        first = Content.styled(" · ".join(said), "bold").truncate(width, ellipsis=True)
        return Content("\n").join([first, _gate(week).truncate(width, ellipsis=True)])


class WeekOverview(Drawn):
    """The same with the days in a column, each a click away, where there is room beside the page."""

    week: reactive[RaceWeek | None] = reactive(None)

    def draw(self, width: int, height: int) -> Content:
        """What is said first, then as many days around today as fit."""
        if self.week is None:
            return Content("")
        week = self.week
        head = [
            beside(
                Content.styled(countdown_words(week.countdown), "bold"),
                Content.styled(_ticked(week), "bold $text-accent"),
                width,
            ),
            bar(_share(week), _share(week), width),
            *_gate(week).wrap(width)[:GATE_LINES],
            Content(""),
        ]
        foot = [*_loading(week, width), *_rest(week, width)]
        drawn = week_picture(week.days, width)
        if drawn and len(head) + len(week.days) + len(foot) + len(drawn) + 2 <= height:
            picture = [plot_row(row.text, row.hints) for row in drawn]
            head += [*picture, Content.styled(KEY, MUTED), Content("")]
        days = _around_today(week, max(3, height - len(head) - len(foot)))
        return Content("\n").join([*head, *(_day(day, width) for day in days), *foot][:height])


def _ticked(week: RaceWeek) -> str:
    return f"{done(week.tasks)} of {len(week.tasks)} ticked"


def _today(week: RaceWeek) -> Iterator[str]:
    if week.today is None:
        return
    tasks = week.today.tasks
    yield f"today {week.today.done} of {len(tasks)}" if tasks else "nothing due today"
    if week.loading and week.loading.grams:
        low, high = week.loading.grams
        for day in week.loading.days:
            if day.days_before == week.today.days_to_race:
                yield f"{day.eaten} of {low}–{high} g"


def _share(week: RaceWeek) -> float:
    return 100 * done(week.tasks) / max(1, len(week.tasks))


def _gate(week: RaceWeek) -> Content:
    status = week.gate.status
    return Content.styled(f"{GATE_MARKS[status]} {gate_words(week.gate)}", GATE_STYLES[status])


def _around_today(week: RaceWeek, room: int) -> tuple[Day, ...]:
    at = next((at for at, day in enumerate(week.days) if day.is_today), 0)
    first = max(0, min(at - 1, len(week.days) - room))
    return week.days[first : first + room]


def _day(day: Day, width: int) -> Content:
    ticked = day.done
    mark = "✓" if day.tasks and ticked == len(day.tasks) else " "
    date = f"{day.date:%a} {day.date.day} {day.date:%b}" if day.date else ""
    left = Content.assemble(
        ("▸ " if day.is_today else "  ", "bold $accent"),
        (
            ("today" if day.is_today else day.label.removesuffix(" to go")).ljust(12),
            "bold" if day.is_today else "",
        ),
        (date, "bold" if day.is_today else MUTED),
    )
    said = f"{ticked} of {len(day.tasks)}" if day.tasks else "–"
    right = Content.assemble((f"{mark} ", "bold $text-success"), said)
    line = beside(left, right, width)
    return line.stylize(f"@click=screen.jump('{DAY}{day.days_to_race}')")


def _loading(week: RaceWeek, width: int) -> Iterator[Content]:
    loading = week.loading
    if loading is None:
        return
    yield Content("")
    yield from hanging(f"{loading.target} a day", width, style="bold")
    if loading.grams is None:
        return
    for day in loading.days:
        label = f"  {counted(day.days_before, 'day')}".ljust(9)
        figure = f"{day.eaten:>5} g"
        drawn = eaten_bar(day.eaten, loading.grams, width - len(label) - len(figure))
        yield Content.assemble(label, drawn, (figure, "bold"))


def _rest(week: RaceWeek, width: int) -> Iterator[Content]:
    said = []
    if week.dropped:
        said.append(f"{len(week.dropped)} too late")
    if week.lacking:
        said.append(f"{len(week.lacking)} not answered yet")
    if said:
        yield Content("")
        yield from hanging(f"{', '.join(said)}: see the end", width, style=MUTED)
