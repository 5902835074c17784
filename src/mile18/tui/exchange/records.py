"""Training and nights from the runner's own files: a path, progress, and proposals to tick."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.drawing import Row, progress
from mile18.plan.pictures.sleep import KEY as NIGHTS_TOLD
from mile18.plan.pictures.sleep import night_rows
from mile18.records.activity import Contents
from mile18.records.pages import (
    NOTHING,
    RACE_TOLD,
    WEEKS_TOLD,
    hours_of,
    how_line,
    left_out,
    proposal_line,
    race_rows,
    read_words,
    week_rows,
)
from mile18.records.proposals import Proposal, Proposed, proposed, taken
from mile18.storage.paths import typed_path, unquoted, why_missing
from mile18.storage.problem import StorageError
from mile18.tui.bars import ScreenKeys, TitleBar
from mile18.tui.base_screen import BaseScreen, is_gone
from mile18.tui.dialogs.prompts import PathPrompt
from mile18.tui.drawing import MUTED, Drawn, plot_row, shortened
from mile18.tui.state import RaceState
from mile18.tui.taking import NOT_WHILE_TRYING, take_in
from mile18.units import counted, to_si

WHICH = "Files of your watch or app: a folder, a zip or a file"
NO_PATH = "type the path of a folder, a zip or a file, such as ~/Downloads/export.zip"
STOPS = "Esc stops it. Nothing was changed."
TOLD_SECONDS = 0.05
HOW_LINES = 4


class StoppedError(Exception):
    """The runner has left; nothing more needs to be read."""


def ask_for_records(app: RaceState) -> None:
    """Ask which files, then read them."""
    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is not None:

        def over(path: Path | None) -> None:
            if path is not None:
                app.push_screen(RecordsScreen(path))

        app.push_screen(PathPrompt(WHICH, app.settings.imports, partial(_remembered, app)), over)


def _remembered(app: RaceState, typed: str) -> Path:
    """The path typed, kept for the next time. Raises StorageError."""
    # Settings keep what was typed, so that it may hold on another machine.
    from mile18.tui.dialogs.settings import use

    if not unquoted(typed):
        raise StorageError(NO_PATH)
    path = typed_path(typed)
    if why := why_missing(path):
        raise StorageError(why)
    if path.is_absolute():
        use(app, replace(app.settings, imports=unquoted(typed)))
    return path


def other_unit(unit: str) -> str:
    """Miles for km, and km for miles."""
    return "km" if unit == "mi" else "mi"


class RecordsView(Drawn, can_focus=True):
    """How far the reading is; then the proposals, with how the one under the cursor was reckoned."""

    app: RaceState

    def __init__(self) -> None:
        """Reading has begun."""
        super().__init__()
        self.step = ("looking", 0, 0)
        self.found: Contents | None = None
        self.told: Proposed | None = None
        self.ticked: set[int] = set()
        self.cursor = 0
        self.details = False
        self.unit = ""

    def draw(self, width: int, height: int) -> Content:
        """Progress, the proposals, or what was left out."""
        if self.told is None or self.found is None:
            lines = self._reading(width)
        elif self.details:
            lines = self._left_out(width, height)
        else:
            lines = self._list(self.told, width, height)
        return Content("\n").join(lines[:height])

    def _reading(self, width: int) -> list[Content]:
        step, done, of = self.step
        count = f"{done} of {of}" if of else f"{counted(done, 'file')}"
        lines = [Content.styled(f"Reading your files: {step}, {count}", "bold"), Content("")]
        if of:
            room = min(width, 60)
            row = progress(room * done // of, room)
            lines += [plot_row(row.text, row.hints), Content("")]
        return [*lines, *Content.styled(STOPS, MUTED).wrap(width)]

    def _list(self, told: Proposed, width: int, height: int) -> list[Content]:
        head = [*Content(read_words(told)).wrap(width)[:2], *self._unit_line(width), Content("")]
        if not told.proposals:
            more = Content.styled(" ".join((NOTHING, *told.lacking)), MUTED)
            return [*head, *more.wrap(width)]
        chosen = told.proposals[self.cursor]
        how = shortened(how_line(chosen), width - 2, HOW_LINES)
        # What is told of the one under the cursor fits, however long the list is.
        room = max(3, height - len(head) - HOW_LINES - 1)
        first = max(0, min(self.cursor - room // 2, len(told.proposals) - room))
        rows = [
            self._row(at, told.proposals[at], width)
            for at in range(first, min(first + room, len(told.proposals)))
        ]
        below = [Content(""), *(line.stylize(MUTED) for line in how)]
        left = height - len(head) - len(rows) - len(below)
        return [*head, *rows, *below, *self._picture(chosen, told, width, left)]

    def _unit_line(self, width: int) -> list[Content]:
        if self.found is None or not self.found.unit_is_open:
            return []
        other = other_unit(self.unit)
        told = f"! A list names no unit: read in {self.unit}. Press u if it is in {other}."
        return [Content.styled(told, "$text-warning").truncate(width, ellipsis=True)]

    def _row(self, at: int, proposal: Proposal, width: int) -> Content:
        assert self.app.session
        mark = "›" if at == self.cursor else " "
        tick = "[x]" if at in self.ticked else "[ ]"
        said = proposal_line(proposal, self.app.session.profile, self.app.units)
        row = Content.assemble((f"{mark} {tick} ", "bold $accent"), said)
        row = row.truncate(width, ellipsis=True)
        return row.stylize("bold") if at == self.cursor else row

    def _picture(self, chosen: Proposal, told: Proposed, width: int, room: int) -> list[Content]:
        if room < 4:
            return []
        units = self.app.units
        rows: tuple[Row, ...] = ()
        if chosen.question.startswith("sleep."):
            rows, note = night_rows(hours_of(told.slept), room - 2, width), NIGHTS_TOLD
        elif chosen.question.startswith("training."):
            rows, note = week_rows(told.weeks[-(room - 2) :], units, width), WEEKS_TOLD
        elif chosen.question.startswith("debrief."):
            assert self.app.session
            rows = race_rows(told.race, self.app.session.profile, units, width)
            note = RACE_TOLD
        if not rows:
            return []
        drawn = [plot_row(row.text, row.hints) for row in rows]
        return [Content(""), *drawn, Content.styled(note, MUTED).truncate(width, ellipsis=True)]

    def _left_out(self, width: int, height: int) -> list[Content]:
        assert self.found
        assert self.told
        told = [*self.told.lacking, *self.found.problems, *left_out(self.found)]
        if not told:
            told = ["Nothing was left out."]
        lines = [Content.styled("Left out, and why", "bold"), Content("")]
        for each in told:
            lines += Content(f"– {each}").wrap(width)
        if len(lines) > height:
            rest = "… mile18 import prints all of it."
            lines = [*lines[: height - 1], Content.styled(rest, MUTED)]
        return lines


class RecordsScreen(BaseScreen[None]):
    """Reads in a thread that Escape stops; takes over what is ticked as one step to undo."""

    CSS_PATH = "records.tcss"
    AUTO_FOCUS = "RecordsView"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "keep", id="records-take", tooltip="Make them your answers"),
        Binding("space", "tick", "tick", id="records-tick", tooltip="Take this one, or not"),
        Binding("a", "tick_all", "all", id="records-all", tooltip="Tick all, or none"),
        Binding(
            "u",
            "unit",
            "other unit",
            id="records-unit",
            tooltip="Read a list without a unit in the other one",
        ),
        Binding("d", "details", "left out", id="records-details", tooltip="What was left out"),
        Binding("escape", "leave", "leave", id="records-leave", tooltip="Leave, or stop it"),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
    ]
    app: RaceState

    def __init__(self, path: Path) -> None:
        """Read what is at `path`."""
        super().__init__()
        self._path = path
        self._stop = Event()
        self._last_told = 0.0

    def compose(self) -> ComposeResult:
        """Title, progress and then proposals, keys."""
        yield TitleBar()
        yield RecordsView()
        yield ScreenKeys()

    @property
    def view(self) -> RecordsView:
        """What is drawn."""
        return self.query_one(RecordsView)

    def on_mount(self) -> None:
        """Begin at once."""
        self.query_one(TitleBar).title = "From your own files"
        self.view.unit = self.app.units.distance
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before there are proposals only leaving is possible."""
        if action in ("take", "tick", "tick_all", "details", "move", "unit"):
            if self.view.told is None or self.view.found is None:
                return False
            if action == "unit" and not self.view.found.unit_is_open:
                return False
            if action == "take" and not self.view.ticked:
                return None
            if action in ("tick", "tick_all", "take") and not self.view.told.proposals:
                return False
        return super().check_action(action, parameters)

    def _draw(self) -> None:
        self.view.refresh()
        self.refresh_bindings()
        self.query_one(ScreenKeys).refresh()

    # Reading

    def _reader(self) -> Callable[[], tuple[Contents, Proposed]]:
        # Slow to import, and needed by nothing but this.
        from mile18.records.formats.local import Local
        from mile18.records.read import Reader

        assert self.app.session
        profile, today = self.app.session.profile, self.app.today
        unit_m = 1000 * (to_si(1, self.view.unit, "km") or 1)
        path, told = self._path, partial(self._told, asyncio.get_running_loop())

        def read() -> tuple[Contents, Proposed]:
            found = Reader(today, Local(), unit_m, told).read([path])
            return found, proposed(found, profile, today, told)

        return read

    @work(exclusive=True, exit_on_error=False)
    async def _read(self) -> None:
        try:
            found, told = await asyncio.to_thread(self._reader())
        except StoppedError:
            return
        if is_gone(self) or self._stop.is_set():
            return
        self.view.found, self.view.told = found, told
        # In another unit there may be fewer of them.
        self.view.cursor = 0
        self.view.ticked = {at for at, each in enumerate(told.proposals) if self._is_safe(each)}
        self._draw()

    def _is_safe(self, proposal: Proposal) -> bool:
        """Whether to tick it at first: it was measured, and replaces no answer."""
        assert self.app.session
        profile = self.app.session.profile
        is_new = all(profile.answer(question) is None for question, _ in proposal.answers)
        return is_new and proposal.quality != "ask"

    def _told(self, loop: asyncio.AbstractEventLoop, step: str, done: int, of: int) -> None:
        """Called in the thread; raises StoppedError once the runner has left."""
        if self._stop.is_set():
            raise StoppedError
        now = monotonic()
        if now - self._last_told >= TOLD_SECONDS:
            self._last_told = now
            loop.call_soon_threadsafe(self._show_step, step, done, of)

    def _show_step(self, step: str, done: int, of: int) -> None:
        if not is_gone(self) and self.view.told is None:
            self.view.step = (step, done, of)
            self.view.refresh()

    def action_unit(self) -> None:
        """Read again, with what names no unit in the other one."""
        self.view.found = self.view.told = None
        self.view.unit = other_unit(self.view.unit)
        self._draw()
        self._read()

    # What to take

    def action_move(self, step: int) -> None:
        """To the proposal above or below."""
        assert self.view.told
        count = len(self.view.told.proposals)
        if count:
            self.view.cursor = max(0, min(count - 1, self.view.cursor + step))
        self.view.details = False
        self._draw()

    def action_tick(self) -> None:
        """Take the proposal under the cursor, or do not."""
        self.view.ticked ^= {self.view.cursor}
        self.view.details = False
        self._draw()

    def action_tick_all(self) -> None:
        """Tick all; all ticked, none."""
        assert self.view.told
        every = set(range(len(self.view.told.proposals)))
        self.view.ticked = set() if self.view.ticked == every else every
        self._draw()

    def action_details(self) -> None:
        """What was left out and why, and back."""
        self.view.details = not self.view.details
        self._draw()

    def action_take(self) -> None:
        """Make what is ticked the answers."""
        told = self.view.told
        assert told
        assert self.app.session
        chosen = [told.proposals[at] for at in sorted(self.view.ticked)]
        changed = taken(self.app.session.profile, chosen, told, self.app.today)
        count = sum(len(each.answers) for each in chosen)
        said = f"{counted(count, 'answer')} taken from your files. Undo takes them back."
        if take_in(self.app, changed, (said,)):
            self.dismiss()

    def action_leave(self) -> None:
        """Leave; what is being read is given up."""
        self._stop.set()
        self.dismiss()
