"""Race day: goal, pacing, heat, plans, fuel, fluids, stations and cramp plan on one page."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.words import Said
from mile18.profile import question_by_id
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.dialogs.goal import DECIDE, both_goals, decide_goal
from mile18.tui.exchange.export import EXPORT, ask_for_export
from mile18.tui.page import LACK, Block, Page, question_at
from mile18.tui.race_day.overview import DayBar, DayCourse, DayGate, DayOverview
from mile18.tui.race_day.parts import (
    COURSE,
    CRAMP,
    FLUIDS,
    FUEL,
    GOAL,
    HEAT,
    NAMED,
    PACING,
    PART,
    PLANS,
    WHOLE,
    day_blocks,
)
from mile18.tui.state import RaceState


def sources(day: RaceDay, part: str) -> tuple[str, ...]:
    """The ids of the claims behind the part with this title, each once; all for any other title."""
    found = {
        GOAL: lambda: _goal(day),
        PACING: lambda: _of([*([day.pacing.cap] if day.pacing.cap else []), *day.pacing.notes]),
        HEAT: lambda: _heat(day),
        PLANS: lambda: _plans(day),
        FUEL: lambda: _of(day.fuel.notes),
        FLUIDS: lambda: _of(day.fluids.notes),
        COURSE: lambda: _of(day.stations.notes),
        CRAMP: lambda: _of((*day.cramp.lines, *day.cramp.notes)),
    }.get(part, lambda: day.evidence)
    return tuple(dict.fromkeys(found()))


def _of(said: Iterable[Said]) -> Iterator[str]:
    for each in said:
        yield from each.evidence


def _goal(day: RaceDay) -> Iterator[str]:
    for each in day.goal.predictions:
        yield each.evidence
    yield from _of([*([day.goal.standing] if day.goal.standing else []), *day.goal.notes])


def _heat(day: RaceDay) -> Iterator[str]:
    for model in day.heat.load.models if day.heat.load else ():
        yield from model.evidence
    yield from _of(day.heat.notes)


def _plans(day: RaceDay) -> Iterator[str]:
    for plan in day.plans.all:
        for model in plan.load.models if plan.load else ():
            yield from model.evidence
        yield from _of(plan.notes)
    yield from _of(day.plans.notes)


WHY = "What this part of race day rests on."


class RaceDayScreen(BaseScreen[None]):
    """The plan for the day as a page of parts, each a letter away."""

    CSS_PATH = "race_day.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="day-back", tooltip="Close race day"),
        Binding("o", "decide", "goal?", id="day-decide", tooltip=DECIDE),
        Binding(
            "m",
            "more",
            "each km, portion",
            id="day-more",
            tooltip="Each km or mile, and each portion, or not",
        ),
        Binding("x", "export", "export", id="day-export", tooltip=EXPORT),
        Binding(
            "left", "turn(-1)", "part before", id="day-before", tooltip="The one before", show=False
        ),
        Binding("right", "turn(1)", "next part", id="day-next", tooltip="The next part"),
        Binding("e,f4,ctrl+e", "evidence", "sources", id="day-sources", tooltip=WHY),
        Binding("enter", "open", "open", id="day-open", tooltip="Answer it, or its sources"),
        Binding(
            "l", "lacking", "not answered", id="day-lacking", tooltip="What is not answered yet"
        ),
        *(
            Binding(
                each.key,
                f"jump('{each.title}')",
                each.word.lower(),
                id=f"day-{each.word.lower()}",
                tooltip=f"To {each.title.lower()}",
                show=False,
            )
            for each in NAMED
        ),
    ]
    is_plan = True
    app: RaceState

    def __init__(self) -> None:
        """Start at the top."""
        super().__init__()
        self._day: RaceDay | None = None
        self._asked: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, parts, the page with the overview beside it, keys."""
        yield TitleBar()
        yield DayGate()
        yield DayCourse()
        yield DayBar()
        with Horizontal():
            yield Page(self._draw)
            yield DayOverview()
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app's answers and the page's cursor from now on."""
        self.watch(self.app, "readiness", self._changed)
        self.watch(self.app, "units", self._changed, init=False)
        self.query_one(TitleBar).follow(self.app)
        self.watch(self._page, "cursor", self._moved)
        self._page.jump("")

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _changed(self) -> None:
        profile, units = self.app.profile, self.app.units
        if profile is None:
            return
        day = self._day = race_day(profile, self.app.today, self.app.units)
        self.query_one(TitleBar).show_race(profile, day.countdown, units, self.app.file_name)
        self.query_one(DayGate).day = day
        for shown in (self.query_one(DayCourse), self.query_one(DayOverview)):
            shown.units = units
            shown.day = day
        self._page.redraw()

    def _draw(self, width: int) -> Sequence[Block]:
        if self._day is None:
            return []
        roomy = self.query_one(DayOverview).display
        blocks = list(day_blocks(self._day, self.app.units, width, self._asked, glance=not roomy))
        self.query_one(DayBar).titles = tuple(block.part for block in blocks if block.part)
        return blocks

    # Parts

    def _moved(self) -> None:
        self.query_one(DayBar).here = self._here

    @property
    def _here(self) -> str:
        """The title of the part that the cursor is in."""
        page = self._page
        top = next((stop.top for stop in page.stops if stop.name == page.cursor), 0)
        return next((part.name for part in reversed(page.parts) if part.top <= top), "")

    def action_jump(self, title: str) -> None:
        """Put a part at the top, and the cursor on it."""
        page = self._page
        titles = [part.name for part in page.parts]
        if title in titles:
            # Above the first part stands the day at a glance.
            page.jump("" if title == titles[0] else title, PART + title)

    def action_turn(self, step: int) -> None:
        """Go to the part before or after."""
        titles = [part.name for part in self._page.parts]
        at = titles.index(self._here) if self._here in titles else 0
        if 0 <= at + step < len(titles):
            self.action_jump(titles[at + step])

    def action_lacking(self) -> None:
        """Go to the next thing that is not known, round and round."""
        page = self._page
        lacks = {stop.name: stop.top for stop in page.stops if stop.name.startswith(LACK)}
        if lacks:
            names = list(lacks)
            at = names.index(page.cursor) + 1 if page.cursor in lacks else 0
            name = names[at % len(names)]
            middle = page.scrollable_content_region.height // 2
            page.scroll_to(y=lacks[name] - middle, animate=False, immediate=True)
            page.cursor = name

    # What is behind it

    @property
    def _question(self) -> str:
        """The question that would fill what the cursor stands on; empty elsewhere."""
        return question_at(self._page.cursor)

    def on_page_chosen(self) -> None:
        """A second click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Go and answer the question under the cursor; on a part, show its sources."""
        if self._question:
            self.app.go_to(self._question)
        else:
            self.action_evidence()

    def action_evidence(self) -> None:
        """The claims behind the part or the question under the cursor."""
        if self._question:
            asked = question_by_id(self._question)
            self.app.push_screen(EvidenceScreen(asked.prompt, self.app.why(asked), asked.evidence))
        elif self._day:
            self.app.push_screen(EvidenceScreen(self._here, WHY, sources(self._day, self._here)))

    def action_more(self) -> None:
        """Show the time at each km or mile, or leave it out again."""
        self._asked = () if self._asked else WHOLE
        self._page.redraw()

    def action_decide(self) -> None:
        """Keep the goal or take the supported one."""
        decide_goal(self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The goal is asked about where there are two."""
        if action == "decide" and not (self.app.profile and both_goals(self.app.profile)):
            return False
        return super().check_action(action, parameters)

    def action_export(self) -> None:
        """Card, calendar and race day as files."""
        ask_for_export(self.app)

    def action_back(self) -> None:
        """Close race day."""
        self.dismiss()
