"""Debrief: what happened, asked on the left, and held against the plan beside it or below."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from mile18.page import Section, Sentence
from mile18.plan.day.words import spoken
from mile18.plan.debrief.pages import (
    MARKS,
    SCORECARD,
    debrief_page,
    heads,
    laid_rows,
    pattern_page,
)
from mile18.plan.debrief.pattern import Pattern, Raced, pattern, raced
from mile18.plan.debrief.row import Row, Verdict
from mile18.plan.debrief.scorecard import Scorecard, scorecard
from mile18.profile import Profile, question_by_id
from mile18.question import Entry, Question, questions
from mile18.storage.problem import StorageError
from mile18.topics.debrief import CRAMPS, Debrief
from mile18.topics.health.episode import Episode
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.drawing import MUTED
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.why import WhyBox
from mile18.tui.page import Block, Page, heading
from mile18.tui.panel import beside
from mile18.tui.prepare.asking import AskingScreen
from mile18.tui.race_day.parts import drawn
from mile18.units import Units
from mile18.writers.text import NARROWEST

ROW, PART, PATTERN = "row ", "part ", "pattern"
_STYLES: dict[Verdict, str] = {
    "within": "bold $text-success",
    "just outside": "bold $text-warning",
    "well outside": "bold $text-accent",
}


def debrief_blocks(
    card: Scorecard, races: Pattern | None, units: Units, width: int
) -> Iterator[Block]:
    """The page; each row and each part is a stop. `races` is None while they are being read."""
    width = max(NARROWEST, width)
    lines = [heading(SCORECARD)]
    for line in spoken(card.notes, units):
        lines += drawn(line, width)
    lines += [Content.styled(head.text, MUTED) for head in heads(card, units, width)]
    yield Block(lines, part=SCORECARD)
    for row, laid in laid_rows(card, units, width):
        yield Block(_row(row, laid, width), stop=ROW + row.id)
    for section in debrief_page(card, units, width).sections[1:]:
        yield _GAP
        yield Block(_section(section, width), section.title, PART + section.title)
    yield _GAP
    if races is None:
        yield Block([Content.styled("Reading your other races …", MUTED)], part=PATTERN)
        return
    for at, section in enumerate(pattern_page(races, units, width).sections):
        name = section.title if at else PATTERN
        yield Block(_section(section, width), name, PART + name)
        yield _GAP


_GAP = Block([Content("")])


def _section(section: Section, width: int) -> list[Content]:
    return [
        heading(section.title),
        *(line for each in section.blocks for line in drawn(each, width)),
    ]


def _row(row: Row, laid: Sequence[Sentence], width: int) -> list[Content]:
    first, *rest = laid
    mark = Content.styled(MARKS[row.verdict], _STYLES[row.verdict] if row.verdict else "")
    if first.kind == "laid":
        before, found, after = first.text.partition(mark.plain or row.what)
        shown = mark if row.verdict else Content(found)
        lines = [Content.assemble(before, shown, after)]
    else:
        lines = [beside(Content.styled(row.what, "bold"), mark, width)]
    for line in rest:
        lines += drawn(line, width)
    return lines


LOG = "health.episodes"


def debrief_questions() -> tuple[Question, ...]:
    """The questions of the debrief, with the log of the cramp screen after the one about cramps."""
    found = list(questions(Debrief))
    at = next(n for n, each in enumerate(found, start=1) if each.key == "cramped")
    found.insert(at, replace(question_by_id(LOG), group=CRAMPS))
    return tuple(found)


class DebriefScreen(AskingScreen):
    """The questions, and the scorecard that every answer fills in."""

    CSS_PATH = "debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o,f10",
            "read",
            "scorecard",
            id="debrief-read",
            tooltip="Switch between questions and scorecard",
        ),
        Binding(
            "p",
            "pattern",
            "all races",
            id="debrief-pattern",
            tooltip="In the scorecard: what differed between your races",
        ),
        Binding("e", "evidence", "sources", id="debrief-sources", show=False),
        Binding("escape", "back", "back", id="debrief-back", tooltip="Close the debrief"),
    ]
    is_plan = True

    def __init__(self) -> None:
        """No other race is read yet."""
        super().__init__()
        self._others: list[Raced | None] | None = None

    def compose(self) -> ComposeResult:
        """Title, form with the reason below it, scorecard, keys."""
        yield TitleBar()
        with Horizontal(id="body"):
            with Vertical(id="questions"):
                yield QuestionForm(debrief_questions())
                yield WhyBox()
            yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the other races while keys go on working."""
        self._read_others()

    @work(exclusive=True, exit_on_error=False)
    async def _read_others(self) -> None:
        session, day = self.app.session, self.app.today
        if not session:
            return
        folder, here = session.store, session.name

        def read() -> list[Raced | None]:
            found = []
            for name in folder.names():
                if name != here:
                    try:
                        profile = folder.load(name).profile
                    except StorageError:
                        # The list of races tells what is wrong with a file.
                        continue
                    found.append(raced(name, profile, day))
            return found

        try:
            self._others = await asyncio.to_thread(read)
        except StorageError as error:
            self._others = []
            self.app.warn(str(error))
        self._page.redraw()

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    @property
    def _reading(self) -> bool:
        return isinstance(self.focused, Page)

    def show_answers(self, profile: Profile) -> None:
        """Put the answers into the form and onto the scorecard."""
        super().show_answers(profile)
        self._page.redraw()

    def _draw(self, width: int) -> Sequence[Block]:
        profile, session = self.app.profile, self.app.session
        if profile is None or session is None:
            return []
        races = None
        if self._others is not None:
            races = pattern([*self._others, raced(session.name, profile, self.app.today)])
        card = scorecard(profile, self.app.today, self.app.units)
        return list(debrief_blocks(card, races, self.app.units, width))

    def show_question(self, name: str) -> bool:
        """Put the cursor on a question; False while the scorecard is read."""
        return not self._reading and super().show_question(name)

    def new_entry(self, log: Question) -> Entry:
        """A cramp that is noted here was one of this race."""
        profile = self.app.profile
        return Episode(date=profile.race.date) if profile else super().new_entry(log)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are for the scorecard: in the form they are typed."""
        if action == "pattern" and not self._reading:
            return False
        return super().check_action(action, parameters)

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        """Past the last question comes the scorecard."""
        if event.step > 0:
            self.action_read()

    def on_descendant_focus(self) -> None:
        """Show the keys that work here."""
        self.refresh_bindings()
        self.query_one(KeyBar).refresh()

    def action_read(self) -> None:
        """Go from the questions to the scorecard, or back."""
        if self._reading:
            self.remove_class("-reading")
            self.form.take_focus()
        elif self.form.leave():
            self.add_class("-reading")
            self._page.focus()

    def action_pattern(self) -> None:
        """Show what differed between all races."""
        self._page.jump(PATTERN, PART + PATTERN)

    def action_evidence(self) -> None:
        """The claims behind the row or the question under the cursor."""
        stop = self._page.cursor
        profile = self.app.profile
        if not self._reading or profile is None:
            super().action_evidence()
        elif stop.startswith(ROW):
            row = scorecard(profile, self.app.today, self.app.units).row(stop.removeprefix(ROW))
            if row:
                self.app.push_screen(EvidenceScreen(row.what, row.limits, row.evidence))

    def action_back(self) -> None:
        """From the scorecard back to the questions, from there out."""
        if self._reading:
            self.action_read()
        else:
            self.dismiss()
