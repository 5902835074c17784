"""Race week: what to do on which day, to be ticked, with the reasons a key away."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct, structs
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mile18.plan.week.task import Task
from mile18.plan.week.week import RaceWeek, race_week
from mile18.profile import question_by_id
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.exchange.export import EXPORT, ask_for_export
from mile18.tui.page import LACK, Block, Page, question_at
from mile18.tui.practice.breathing import BreathingScreen
from mile18.tui.race_week.overview import WeekHead, WeekOverview
from mile18.tui.race_week.parts import DAY, LACKING, SERVING, TASK, week_blocks
from mile18.tui.state import RaceState
from mile18.units import localise


class TickPlace(Struct, frozen=True):
    """The day that a task stood on when it was ticked, its place in it, and the race's date."""

    days_to_race: int
    at: int
    race: date | None


def place_of(week: RaceWeek, name: str) -> TickPlace | None:
    """Where the task with this id stands."""
    for day in week.days:
        for at, task in enumerate(day.tasks):
            if task.id == name:
                return TickPlace(day.days_to_race, at, week.countdown.race)
    return None


def kept(week: RaceWeek, places: Mapping[str, TickPlace]) -> RaceWeek:
    """The plan with these tasks in their places, as long as the race keeps its date."""
    shown = {day.days_to_race for day in week.days}
    moved = {
        task.id: (places[task.id], task)
        for task in week.tasks
        if task.id in places
        and places[task.id].race == week.countdown.race
        and places[task.id].days_to_race in shown
    }
    days = []
    for day in week.days:
        tasks = [task for task in day.tasks if task.id not in moved]
        here = [each for each in moved.values() if each[0].days_to_race == day.days_to_race]
        for place, task in sorted(here, key=lambda each: each[0].at):
            tasks.insert(place.at, task)
        if tasks or day.is_today:
            days.append(structs.replace(day, tasks=tuple(tasks)))
    return structs.replace(week, days=tuple(days))


BREATHING = "breathe-"


class RaceWeekScreen(BaseScreen[None]):
    """The plan as a page that opens on today."""

    CSS_PATH = "race_week.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="week-tick", tooltip="Tick, untick", priority=True),
        Binding(
            "enter,right",
            "open(True)",
            "details",
            id="week-open",
            tooltip="What to do and why; for an open question, the way to it",
        ),
        Binding("escape", "back", "back", id="week-back", tooltip="Close race week"),
        Binding("x", "export", "export", id="week-export", tooltip=EXPORT),
        Binding("left", "open(False)", "close", id="week-close", tooltip="Close", show=False),
        Binding("e,f4,ctrl+e", "evidence", "sources", id="week-sources", tooltip="The sources"),
        Binding("t", "today", "today", id="week-today", tooltip="To today"),
        Binding("n", "turn(1)", "next day", id="week-next", show=False),
        Binding("p", "turn(-1)", "day before", id="week-before", show=False),
        Binding(
            "l", "lacking", "not answered", id="week-lacking", tooltip="What is not answered yet"
        ),
        Binding("b", "breathe", "breathe", id="week-breathe", tooltip="Slow breathing, 5 minutes"),
    ]
    is_plan = True
    app: RaceState

    def __init__(self) -> None:
        """Start with all tasks closed."""
        super().__init__()
        self._opened: set[str] = set()
        self._places: dict[str, TickPlace] = {}
        self._week: RaceWeek | None = None

    def compose(self) -> ComposeResult:
        """Title, what stays in sight, the page with the overview beside it, keys."""
        yield TitleBar()
        yield WeekHead()
        with Horizontal():
            yield Page(self._draw)
            yield WeekOverview()
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app's answers from now on, and begin with today."""
        self.watch(self.app, "readiness", self._changed)
        self.watch(self.app, "units", self._changed, init=False)
        self.query_one(TitleBar).follow(self.app)
        self.action_today()

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _changed(self) -> None:
        profile = self.app.profile
        if profile is None:
            return
        week = self._week = kept(race_week(profile, self.app.today, self.app.units), self._places)
        self.query_one(TitleBar).show_race(
            profile, week.countdown, self.app.units, self.app.file_name
        )
        self.query_one(WeekHead).week = week
        self.query_one(WeekOverview).week = week
        self._page.redraw()

    def _draw(self, width: int) -> Sequence[Block]:
        if self._week is None:
            return []
        return list(week_blocks(self._week, self.app.units, width, self._opened))

    # What the cursor stands on

    @property
    def _at_cursor(self) -> Task | None:
        stop, week = self._page.cursor, self._week
        if week is None:
            return None
        name = stop.removeprefix(TASK)
        if stop.startswith(SERVING) and week.loading:
            food = stop.removeprefix(SERVING)
            eaten = (day for day in week.loading.days if any(s.id == food for s in day.servings))
            name = next((day.task for day in eaten), "")
        return next((task for task in week.tasks if task.id == name), None)

    @property
    def _question(self) -> str:
        """The first open question of what the cursor stands on; empty elsewhere."""
        return question_at(self._page.cursor)

    # Keys

    def action_tick(self) -> None:
        """Tick or untick the task or the portion under the cursor."""
        stop = self._page.cursor
        for kind in (TASK, SERVING):
            if stop.startswith(kind):
                self._tick(stop.removeprefix(kind))

    def _tick(self, name: str) -> None:
        if self.app.profile is None or self._week is None:
            return
        place = self._places.get(name) or place_of(self._week, name)
        if place:
            self._places[name] = place
        done = self.app.profile.week.done or ()
        left = tuple(each for each in done if each != name)
        self.app.answer("week.done", (left if name in done else (*done, name)) or None)

    def action_open(self, wanted: bool) -> None:
        """Show what to do and why, or close it again; go to an open question."""
        if self._question:
            if wanted:
                self.app.go_to(self._question)
        elif (task := self._at_cursor) and self._page.cursor.startswith(TASK):
            if wanted and task.id not in self._opened:
                self._opened.add(task.id)
            else:
                self._opened.discard(task.id)
            self._page.redraw()
            self.call_after_refresh(self._show_whole)

    def _show_whole(self) -> None:
        page = self._page
        bottom = page.scroll_y + page.scrollable_content_region.height
        if any(place.name == page.cursor and place.bottom > bottom for place in page.stops):
            page.action_move(1)

    def on_page_chosen(self) -> None:
        """A second click opens or closes."""
        self.action_open(True)

    def action_evidence(self) -> None:
        """The claims behind the task or the question under the cursor."""
        if self._question:
            asked = question_by_id(self._question)
            self.app.push_screen(EvidenceScreen(asked.prompt, self.app.why(asked), asked.evidence))
        elif task := self._at_cursor:
            title, why = (localise(each, self.app.units) for each in (task.title, task.why))
            self.app.push_screen(EvidenceScreen(title, why, task.evidence))

    def action_breathe(self) -> None:
        """Five minutes of slow breathing; today's breathing is ticked once they are over."""
        today = self._week.today if self._week else None
        due = [task for task in today.tasks if task.status == "today"] if today else []
        name = next((task.id for task in due if task.id.startswith(BREATHING)), "")

        def over(finished: bool | None) -> None:
            if finished and name:
                self._tick(name)

        self.app.push_screen(BreathingScreen(), over)

    # Where to look

    def action_today(self) -> None:
        """Put today at the top."""
        if self._week and self._week.today:
            self.action_jump(f"{DAY}{self._week.today.days_to_race}")

    def action_jump(self, part: str) -> None:
        """Put a day at the top, and the cursor on its first task."""
        days = self._week.days if self._week else ()
        for at, day in enumerate(days):
            if part == f"{DAY}{day.days_to_race}":
                # Above the first day stands what the plan is about.
                first_task = TASK + day.tasks[0].id if day.tasks else ""
                self._page.jump(part if at else "", first_task)

    def action_turn(self, step: int) -> None:
        """Go to the next day or the day before."""
        self._page.turn(step)

    def action_lacking(self) -> None:
        """Go to what is not known yet."""
        page = self._page
        if first := next((stop.name for stop in page.stops if stop.name.startswith(LACK)), ""):
            page.jump(LACKING, first)

    def action_export(self) -> None:
        """Card, calendar and race day as files."""
        ask_for_export(self.app)

    def action_back(self) -> None:
        """Close race week."""
        self.dismiss()
