"""Profiles: every race of all folders in a table, with a preview of the one under the cursor."""

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive

from mile18.drawing import bar
from mile18.plan.overview import Row
from mile18.sanitise import printable
from mile18.storage.problem import StorageError
from mile18.storage.rows import read_row
from mile18.tui.bars import ActionLine, KeyBar, TitleBar
from mile18.tui.drawing import Drawn, plot_row
from mile18.tui.naming import short_path
from mile18.tui.races.files import RaceFiles
from mile18.tui.races.filter import FilterLine
from mile18.tui.races.list import RaceList
from mile18.tui.races.opening import open_example, open_file_of
from mile18.tui.races.preview import RacePreview, preview_of
from mile18.units import counted


class LoadingLine(Drawn):
    """Words and a bar while files are read; no line at all once they are."""

    done: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)

    def on_mount(self) -> None:
        """Nothing is read yet."""
        self.display = False

    def tell(self, done: int, total: int) -> None:
        """Show how many of how many are read."""
        self.done, self.total = done, total
        self.display = done < total

    def draw(self, width: int, height: int) -> Content:
        """The count in words first, the bar in what room is left."""
        words = f" Reading {self.done} of {self.total} "
        room = max(0, width - len(words) - 1)
        filled = room * self.done // max(1, self.total)
        row = bar(filled, filled, room)
        return Content.assemble(words, plot_row(row.text, row.hints))


# So many files are listed, and so many of them read, before the first frame; the others in batches
# that hold up no key.
LISTED_AT_ONCE = 100
READ_AT_ONCE = 8
BATCH = 16
SHOW_EVERY = 32
EMPTY = "No race yet. Press n for a new one, or e to look around in the example."
NEED_A_RACE = ("open", "duplicate", "next_race", "rename", "delete", "edit", "compare")
NEXT = "A new race from this one, with what lasts"


class ProfilesScreen(RaceFiles):
    """The table shows at once; what stands in the files is filled in as they are read."""

    CSS_PATH = "profiles.tcss"
    AUTO_FOCUS = "RaceList"
    shows_race: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="race-open", tooltip="Open this race", show=False),
        Binding("slash", "filter", "filter", id="race-filter", tooltip="Narrow down", show=False),
        Binding("s", "sort", "sort", id="race-sort", tooltip="By the next column", show=False),
        Binding("b", "turn", "backwards", id="race-turn", tooltip="Reverse order", show=False),
        Binding("p", "preview", "preview", id="race-preview", tooltip="Show or hide", show=False),
        Binding("v", "edit", "edit file", id="race-edit", tooltip="In your editor", show=False),
        Binding("n", "new", "new", id="race-new", tooltip="A new race", show=False),
        Binding("d", "duplicate", "duplicate", id="race-copy", tooltip="Copy it", show=False),
        Binding("a", "next_race", "next race", id="race-season", tooltip=NEXT, show=False),
        Binding("r", "rename", "rename", id="race-rename", tooltip="Rename its file", show=False),
        Binding("x,delete", "delete", "delete", id="race-delete", tooltip="To trash", show=False),
        Binding("c", "compare", "compare", id="race-compare", tooltip="Compare it", show=False),
        Binding("e", "example", "example", id="race-example", tooltip="Look around", show=False),
        Binding("escape", "back", "back", id="race-back", tooltip="Back", show=False),
    ]

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._no_race = EMPTY
        self._stays = False

    def compose(self) -> ComposeResult:
        """Title, table and preview, the keys of this screen, the keys of the app."""
        yield TitleBar()
        with Horizontal(id="body"):
            with Vertical(id="table"):
                yield FilterLine()
                yield LoadingLine()
                yield RaceList()
            yield RacePreview()
        yield ActionLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """List the folders, starting at the open race."""
        self.query_one(TitleBar).title = "Your races"
        self.query_one(RacePreview).units = self.app.units
        found = self.app.shelf.scan(LISTED_AT_ONCE)
        if len(found[0]) < LISTED_AT_ONCE:
            self._list(*found, self.open_path)
        else:
            self._list_first(found[0])

    # What the table holds

    def list_again(self, here: str = "") -> None:
        """Look into the folders; a filter goes if it would hide the race to be shown."""
        self._list(*self.app.shelf.scan(), here)
        if here and self.table.typed and all(row.path != here for row in self.table.shown):
            self.query_one(FilterLine).clear()
            self.table.narrow("")
            self._show_rows(here)
            self._preview()

    def _list_first(self, places: Sequence[Row]) -> None:
        """Show some of many races and the open one, while the folders are still looked through."""
        here, session = self.open_path, self.app.session
        if session and session.store in self.app.shelf.stores:
            places = [
                Row(path=here, name=session.name),
                *(each for each in places if each.path != here),
            ]
        self._stays = bool(here)
        self._read_at_once(self.table.begin(places))
        self._show_rows(here)
        self._preview()
        self.query_one(TitleBar).state = ""
        self.call_after_refresh(self._list_all)

    @work(exclusive=True, exit_on_error=False)
    async def _list_all(self) -> None:
        found = await asyncio.to_thread(self.app.shelf.scan)
        # Whoever has moved meanwhile stays there.
        here = self.races.row_here if self._stays else None
        self._list(*found, here.path if here else self.open_path)

    def _list(self, places: Sequence[Row], troubles: Sequence[StorageError], here: str) -> None:
        self._no_race = str(troubles[0]) if troubles else EMPTY
        if places and troubles:
            self.app.warn(str(troubles[0]))
        self._stays = bool(here)
        later = self._read_at_once(self.table.begin(places))
        self._show_rows(here)
        self._preview()
        self.refresh_bindings()
        # A thread that reads would hold up the first frame.
        self.call_after_refresh(self._read_all, later)

    def _read_at_once(self, unread: Sequence[Row]) -> Sequence[Row]:
        """Read a few, and return the others."""
        self.table.put(read_row(place, self.app.today) for place in unread[:READ_AT_ONCE])
        self.table.arrange()
        return unread[READ_AT_ONCE:]

    @work(exclusive=True, exit_on_error=False)
    async def _read_all(self, places: Sequence[Row]) -> None:
        """Fill the table in, some files at a time, while keys go on working."""
        loading, total = self.query_one(LoadingLine), len(self.table)
        rest, today = total - len(places), self.app.today
        for at in range(0, len(places), BATCH):
            loading.tell(rest + at, total)
            batch = places[at : at + BATCH]
            self.table.put(await asyncio.to_thread(_read, batch, today))
            if at % (SHOW_EVERY * BATCH) == 0:
                self.show_again()
        loading.tell(total, total)
        if places:
            self.show_again()
        self._stays = True

    def show_again(self) -> None:
        """Sort what is known by now."""
        # Whoever has not moved yet is shown what comes first.
        here = self.races.row_here if self._stays else None
        self.table.arrange()
        self._show_rows(here.path if here else "")
        self._preview()

    def _show_rows(self, here: str) -> None:
        races, table = self.races, self.table
        with self.prevent(RaceList.Moved):
            races.names, races.told_apart = table.names, table.told_apart
            races.column, races.backwards = table.column, table.backwards
            races.is_open = self.open_path
            races.empty = (
                f"No race has “{printable(table.typed)}” in it. Esc shows all of them again."
                if table.typed and len(table)
                else self._no_race
            )
            races.rows = table.shown
            at = (at for at, row in enumerate(table.shown) if row.path == here)
            races.cursor = next(at, 0)
        self._say_where()

    def on_resize(self) -> None:
        """Name the folder where there is room for it."""
        self._say_where()

    def _say_where(self) -> None:
        count, stores = len(self.table), self.app.shelf.stores
        told = counted(count, "race")
        if self.table.typed:
            told = f"{len(self.table.shown)} of {told}"
        if self.app.size.width >= 80:
            more = f" and {len(stores) - 1} more" if len(stores) > 1 else ""
            told += f" in {short_path(stores[0].folder)}{more}"
        self.query_one(TitleBar).state = told

    def _preview(self) -> None:
        row, session = self.races.row_here, self.app.session
        is_open = row is not None and row.path == self.open_path
        shown = preview_of(row, session if is_open else None, self.app.today) if row else None
        self.query_one(RacePreview).preview = shown

    def on_race_list_moved(self) -> None:
        """Show the race under the cursor."""
        self._stays = True
        self._preview()

    # Sorting and filtering

    @on(RaceList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def on_race_list_sorted(self, event: RaceList.Sorted) -> None:
        """Sort by the column whose title was clicked."""
        self.table.sort_by(event.column)
        self._from_the_top()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.table.sort_by_next()
        self._from_the_top()

    def action_turn(self) -> None:
        """Sort reverse order."""
        self.table.sort_by(self.table.column)
        self._from_the_top()

    def _from_the_top(self) -> None:
        """Whoever sorts wants to see what comes first."""
        first = self.table.shown[0].path if self.table.shown else ""
        self._show_rows(first)
        self._preview()

    def action_filter(self) -> None:
        """Type words that the races must have."""
        self.query_one(FilterLine).open()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Show what fits; the cursor stays on its race as long as that does."""
        here = self.races.row_here
        self.table.narrow(event.words)
        self._show_rows(here.path if here else "")
        self._preview()
        self.refresh_bindings()

    def on_filter_line_left(self) -> None:
        """Back to the table."""
        self.races.focus()

    def action_preview(self) -> None:
        """Show or hide the preview: without it more columns fit."""
        preview = self.query_one(RacePreview)
        preview.display = not preview.display

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a race is dimmed while there is none."""
        if action in NEED_A_RACE and self.is_mounted and not self.races.rows:
            return None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the race under the cursor."""
        row = self.row
        if row.path == self.open_path:
            self.app.action_prepare()
        else:
            open_file_of(self.app, Path(row.path))

    def action_new(self) -> None:
        """Begin a new race."""
        from mile18.tui.races.new_race import NewProfileScreen

        self.app.push_screen(NewProfileScreen())

    def action_example(self) -> None:
        """Look around in the example race."""
        open_example(self.app)

    def action_back(self) -> None:
        """All races again if some are hidden, else back to where this was opened from."""
        if not self.query_one(FilterLine).clear():
            self.dismiss()


def _read(places: Sequence[Row], today: date) -> list[Row]:
    return [read_row(place, today) for place in places]
