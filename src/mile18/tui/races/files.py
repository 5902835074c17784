"""What can be done with the file of a race in a list: edit, duplicate, rename, delete."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from shlex import quote

from msgspec.structs import replace

from mile18.plan.overview import BY_ID, COLUMNS, USUAL_ORDER, Column, Row, in_order, matching
from mile18.plan.season import Carried, carried
from mile18.sanitise import printable
from mile18.storage.kept import trash_folder
from mile18.storage.names import free_name
from mile18.storage.problem import StorageError
from mile18.storage.rows import read_row
from mile18.storage.shelf import told_apart
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs.changed_on_disk import look_again
from mile18.tui.naming import season_name, short_path
from mile18.tui.races.editing import edit
from mile18.tui.races.list import RaceList
from mile18.tui.races.opening import close_profile
from mile18.tui.state import RaceState


class RaceTable:
    """What the list shows, apart from how it is drawn."""

    def __init__(self) -> None:
        """Nothing is listed yet; the next race comes first."""
        self._rows: dict[str, Row] = {}
        self._sorted: Sequence[Row] = ()
        self.column: Column = BY_ID[USUAL_ORDER]
        self.backwards = False
        self.typed = ""
        self.shown: Sequence[Row] = ()
        self.names: Mapping[str, str] = {}
        self.told_apart = False

    def __len__(self) -> int:
        """How many races there are, shown or not."""
        return len(self._rows)

    def begin(self, places: Sequence[Row]) -> list[Row]:
        """List these files, of which those read before stay as they are; those still to be read."""
        known = self._rows
        self.names = told_apart(places)
        self._rows = {place.path: known.get(place.path, place) for place in places}
        return [row for row in self._rows.values() if not _is_read(row)]

    def put(self, rows: Iterable[Row]) -> None:
        """Take what was read; it is shown from the next `arrange` on."""
        for row in rows:
            if row.path in self._rows:
                self._rows[row.path] = row

    def arrange(self) -> None:
        """Sort all anew."""
        self._sorted = in_order(self._rows.values(), self.column, backwards=self.backwards)
        titles = Counter(row.race for row in self._rows.values() if row.race)
        # Races of one name are told apart by the names of their files, as athletes are.
        self.told_apart = len(titles) < titles.total()
        self.narrow(self.typed)

    def narrow(self, typed: str) -> None:
        """Show only what all the words that were typed occur in."""
        self.typed = typed
        self.shown = matching(self._sorted, typed)

    def sort_by(self, column: Column) -> None:
        """Sort by another column, or reverse order if it is the same."""
        self.backwards = column == self.column and not self.backwards
        self.column = column
        self.arrange()

    def sort_by_next(self) -> None:
        """Sort by the next column."""
        at = COLUMNS.index(self.column) + 1
        self.column, self.backwards = COLUMNS[at % len(COLUMNS)], False
        self.arrange()


def _is_read(row: Row) -> bool:
    return row.readable or bool(row.problems)


class RaceFiles(BaseScreen[None]):
    """A screen with a list of races, and the actions on the file under its cursor."""

    app: RaceState

    def __init__(self) -> None:
        """Nothing is listed yet."""
        super().__init__()
        self.table = RaceTable()

    @property
    def races(self) -> RaceList:
        """The list."""
        return self.query_one(RaceList)

    @property
    def row(self) -> Row:
        """The race under the cursor; asked for only by actions that are off without one."""
        row = self.races.row_here
        assert row is not None
        return row

    @property
    def open_path(self) -> str:
        """The file of the race that is open in the app; empty if none is."""
        session = self.app.session
        return str(session.opened.path.absolute()) if session else ""

    def list_again(self, here: str = "") -> None:
        """Look into the folders, and put the cursor on `here`, or on the first race."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Sort what is known by now; the cursor stays on its race."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Open the file in the runner's editor, and read it again afterwards."""
        row = self.row
        if not self._saved(row):
            return
        if trouble := edit(self.app, Path(row.path)):
            self.app.warn(trouble)
        if row.path == self.open_path:
            look_again(self.app)
        self.table.put([read_row(row, self.app.today)])
        self.show_again()

    def action_duplicate(self) -> None:
        """Copy the file under another name."""
        row = self.row
        store = self.app.shelf.holding(Path(row.path))
        if self._saved(row):
            self._ask_name(
                f"Duplicate {printable(row.name)} as",
                free_name(row.name, store.names()),
                lambda new: store.duplicate(row.name, new),
            )

    def action_next_race(self) -> None:
        """Make the next race from this one, and say what it has of it."""
        from mile18.tui.races.next_race import NextRaceScreen

        row = self.row
        store = self.app.shelf.holding(Path(row.path))
        made: list[Carried] = []

        def make(new: str) -> Path:
            made.append(carried(store.load(row.name).profile))
            return store.create(new, made[-1].profile).path

        if self._saved(row):
            self._ask_name(
                f"Next race after {printable(row.name)}, saved as",
                season_name(row.name, store.names()),
                make,
                lambda path: self.app.push_screen(NextRaceScreen(path, made[-1])),
            )

    def action_compare(self) -> None:
        """Hold it against itself as it was, or against another race."""
        from mile18.tui.races.compare_with import CompareWithScreen

        self.app.push_screen(CompareWithScreen(Path(self.row.path), self.table.shown))

    def action_rename(self) -> None:
        """Give the file another name; the open race stays open under it."""
        row = self.row
        if self._saved(row):
            self._ask_name(
                f"Rename {printable(row.name)} to", row.name, lambda new: self._rename(row, new)
            )

    def _rename(self, row: Row, new: str) -> Path:
        path = self.app.shelf.holding(Path(row.path)).rename(row.name, new)
        session = self.app.session
        if session and row.path == self.open_path:
            # What was read stays the base: a change from elsewhere is still noticed at the save.
            session.opened = replace(session.opened, name=path.stem, path=path)
            self.app.remember_race()
        return path

    def action_delete(self) -> None:
        """Move the file to the trash, after a question."""
        from mile18.tui.dialogs.prompts import ConfirmScreen

        row = self.row
        if not self._saved(row):
            return
        race = printable(" ".join(row.race.split()))
        title = f"{printable(row.name)} ({race})" if race else printable(row.name)
        trash = short_path(trash_folder(Path(row.path).parent))

        def answered(yes: bool | None) -> None:
            if yes:
                self._delete(row)

        self.app.push_screen(
            ConfirmScreen(
                f"Move {title} to the trash?",
                f"It goes to {trash}; mile18 restore {quote(printable(row.path))} trash brings it back.",
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
        if row.path == self.open_path:
            app = self.app
            close_profile(app)
            if len(self.table) > 1:
                app.push_screen(type(self)())
        else:
            shown = [each.path for each in self.table.shown]
            # While the question stood, the list may have lost the race to a filter or another list.
            at = shown.index(row.path) if row.path in shown else -1
            near = [*shown[at + 1 :], *reversed(shown[:at]), ""]
            self.list_again(near[0])

    def _saved(self, row: Row) -> bool:
        """Whether what is typed into a race is on disk, so that its file can be handled."""
        return row.path != self.open_path or self.app.save()

    def _ask_name(
        self,
        title: str,
        first: str,
        attempt: Callable[[str], Path],
        then: Callable[[Path], object] = lambda _: None,
    ) -> None:
        from mile18.tui.dialogs.prompts import NamePrompt

        def taken(path: Path | None) -> None:
            if path is not None:
                self.list_again(str(path))
                then(path)

        self.app.push_screen(NamePrompt(title, first, attempt), taken)
