"""Profiles: every race of all folders in a table, with a preview of the one under the cursor."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from mile18.plan.overview import Row
from mile18.storage.errors import StorageError
from mile18.storage.keep import HIDDEN
from mile18.storage.names import free_name
from mile18.storage.problem import printable
from mile18.storage.rows import read_row
from mile18.tui.editing import edit
from mile18.tui.opening import close_profile, open_example, open_file_of
from mile18.tui.paths import short_path
from mile18.tui.race_table import RaceTable
from mile18.tui.summaries import preview_of
from mile18.tui.widgets.action_line import ActionLine
from mile18.tui.widgets.bars import KeyBar, TitleBar
from mile18.tui.widgets.filter_line import FilterLine
from mile18.tui.widgets.loading_line import LoadingLine
from mile18.tui.widgets.race_list import RaceList
from mile18.tui.widgets.race_preview import RacePreview

if TYPE_CHECKING:
    from mile18.tui.app import Mile18

# So many files are read before the first frame; the others in batches that hold up no key.
READ_AT_ONCE = 16
BATCH = 16
SHOW_EVERY = 32
EMPTY = "No race yet. Press n for a new one, or e to look around in the example."
NEED_A_RACE = ("open", "duplicate", "rename", "delete", "edit")


class ProfilesScreen(Screen[None]):
    """The table shows at once; what stands in the files is filled in as they are read."""

    CSS_PATH = "profiles.tcss"
    AUTO_FOCUS = "RaceList"
    shows_race: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="race-open", tooltip="Open this race", show=False),
        Binding("slash", "filter", "filter", id="race-filter", tooltip="Narrow down", show=False),
        Binding("s", "sort", "sort", id="race-sort", tooltip="By the next column", show=False),
        Binding("b", "turn", "backwards", id="race-turn", tooltip="Other way round", show=False),
        Binding("p", "preview", "preview", id="race-preview", tooltip="Show or hide", show=False),
        Binding("v", "edit", "edit file", id="race-edit", tooltip="In your editor", show=False),
        Binding("n", "new", "new", id="race-new", tooltip="A new race", show=False),
        Binding("d", "duplicate", "duplicate", id="race-copy", tooltip="Copy it", show=False),
        Binding("r", "rename", "rename", id="race-rename", tooltip="Rename its file", show=False),
        Binding("x,delete", "delete", "delete", id="race-delete", tooltip="To trash", show=False),
        Binding("e", "example", "example", id="race-example", tooltip="Look around", show=False),
        Binding("escape", "back", "back", id="race-back", tooltip="Back", show=False),
    ]
    app: "Mile18"

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self.table = RaceTable()
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

    @property
    def races(self) -> RaceList:
        """The races."""
        return self.query_one(RaceList)

    def on_mount(self) -> None:
        """List the folders, starting at the open race."""
        self.query_one(TitleBar).title = "Your races"
        self.query_one(RacePreview).units = self.app.units
        self._list_again(self._open_path)

    @property
    def _open_path(self) -> str:
        session = self.app.session
        return str(session.opened.path.absolute()) if session else ""

    # What the table holds

    def _list_again(self, here: str = "") -> None:
        """Look into the folders, and put the cursor on `here`, or on the first race."""
        paths, troubles = self.app.shelf.scan()
        self._no_race = str(troubles[0]) if troubles else EMPTY
        if paths and troubles:
            self.app.warn(str(troubles[0]))
        self._stays = bool(here)
        unread = self.table.begin(paths)
        at_once, later = unread[:READ_AT_ONCE], unread[READ_AT_ONCE:]
        self.table.put(read_row(path, self.app.today) for path in at_once)
        self.table.arrange()
        self._show_rows(here)
        self._preview()
        self.refresh_bindings()
        self.run_worker(self._read_all(later), exclusive=True, exit_on_error=False)

    async def _read_all(self, paths: Sequence[Path]) -> None:
        """Fill the table in, some files at a time, while keys go on working."""
        loading, total = self.query_one(LoadingLine), len(self.table)
        rest, today = total - len(paths), self.app.today
        for at in range(0, len(paths), BATCH):
            loading.tell(rest + at, total)
            batch = paths[at : at + BATCH]
            self.table.put(await asyncio.to_thread(_read, batch, today))
            if at % (SHOW_EVERY * BATCH) == 0:
                self._show_again()
        loading.tell(total, total)
        if paths:
            self._show_again()

    def _show_again(self) -> None:
        """Sort what is known by now; the cursor stays on its race."""
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
            races.is_open = self._open_path
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
        told = f"{count} race{'' if count == 1 else 's'}"
        if self.table.typed:
            told = f"{len(self.table.shown)} of {told}"
        if self.app.size.width >= 80:
            more = f" and {len(stores) - 1} more" if len(stores) > 1 else ""
            told += f" in {short_path(stores[0].folder)}{more}"
        self.query_one(TitleBar).state = told

    def _preview(self) -> None:
        row, session = self.races.row_here, self.app.session
        is_open = row is not None and row.path == self._open_path
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
        """Sort the other way round."""
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
        row = self._row
        if row.path == self._open_path:
            self.app.action_prepare()
        else:
            open_file_of(self.app, Path(row.path))

    @property
    def _row(self) -> Row:
        row = self.races.row_here
        assert row is not None
        return row

    def action_edit(self) -> None:
        """Open the file in the runner's editor, and read it again afterwards."""
        row = self._row
        if not self._saved(row):
            return
        if trouble := edit(self.app, Path(row.path)):
            self.app.warn(trouble)
        if row.path == self._open_path:
            self.app.read_again()
        self.table.put([read_row(Path(row.path), self.app.today)])
        self._stays = True
        self._show_again()

    def action_new(self) -> None:
        """Begin a new race."""
        from mile18.tui.screens.new_profile import NewProfileScreen

        self.app.push_screen(NewProfileScreen())

    def action_example(self) -> None:
        """Look around in the example race."""
        open_example(self.app)

    def action_back(self) -> None:
        """All races again if some are hidden, else back to where this was opened from."""
        if not self.query_one(FilterLine).clear():
            self.dismiss()

    def action_duplicate(self) -> None:
        """Copy the file under another name."""
        row = self._row
        store = self.app.shelf.holding(Path(row.path))
        if self._saved(row):
            self._ask_name(
                f"Duplicate {printable(row.name)} as",
                free_name(row.name, store.names()),
                lambda new: store.duplicate(row.name, new),
            )

    def action_rename(self) -> None:
        """Give the file another name; the open race stays open under it."""
        row = self._row
        if self._saved(row):
            self._ask_name(
                f"Rename {printable(row.name)} to", row.name, lambda new: self._rename(row, new)
            )

    def _rename(self, row: Row, new: str) -> Path:
        path = self.app.shelf.holding(Path(row.path)).rename(row.name, new)
        session = self.app.session
        if session and row.path == self._open_path:
            # What was read stays the base: a change from elsewhere is still noticed at the save.
            session.opened = replace(session.opened, name=path.stem, path=path)
        return path

    def action_delete(self) -> None:
        """Move the file to the trash, after a question."""
        from mile18.tui.screens.confirm import ConfirmScreen

        row = self._row
        if not self._saved(row):
            return
        title = printable(" ".join(row.race.split()) or row.name)
        trash = short_path(Path(row.path).parent / HIDDEN / "trash")

        def answered(yes: bool | None) -> None:
            if yes:
                self._delete(row)

        self.app.push_screen(
            ConfirmScreen(
                f"Move {title} to the trash?",
                f"You find the file {printable(row.name)}.toml again in {trash}",
            ),
            answered,
        )

    def _delete(self, row: Row) -> None:
        store = self.app.shelf.holding(Path(row.path))
        try:
            trashed = store.delete(row.name, now=self.app.now())
        except StorageError as error:
            self.app.warn(str(error))
            return
        self.app.warn(
            f"{printable(row.name)} is in the trash now: {short_path(trashed)}",
            severity="information",
        )
        if row.path == self._open_path:
            app = self.app
            close_profile(app)
            if len(self.table) > 1:
                app.push_screen(ProfilesScreen())
        else:
            shown = [each.path for each in self.table.shown]
            at = shown.index(row.path)
            near = [*shown[at + 1 :], *reversed(shown[:at]), ""]
            self._list_again(near[0])

    def _saved(self, row: Row) -> bool:
        """Whether what is typed into a race is on disk, so that its file can be handled."""
        return row.path != self._open_path or self.app.save()

    def _ask_name(self, title: str, first: str, attempt: Callable[[str], Path]) -> None:
        from mile18.tui.screens.name_prompt import NamePrompt

        def taken(path: Path | None) -> None:
            if path is not None:
                self._list_again(str(path))

        self.app.push_screen(NamePrompt(title, first, attempt), taken)


def _read(paths: Sequence[Path], today: date) -> list[Row]:
    return [read_row(path, today) for path in paths]
