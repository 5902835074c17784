"""Profiles: every race in the folder, with a preview of the one under the cursor."""

import asyncio
from collections.abc import Callable
from shlex import quote
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from mile18.plan.season import Carried, carried
from mile18.storage.errors import StorageError
from mile18.storage.keep import trash_folder
from mile18.storage.names import free_name
from mile18.storage.problem import printable
from mile18.tui.naming import season_name
from mile18.tui.opening import close_profile, open_example, open_named
from mile18.tui.paths import short_path
from mile18.tui.summaries import Summary, in_order, preview_of, rows_of, summary_of
from mile18.tui.widgets.action_line import ActionLine
from mile18.tui.widgets.bars import KeyBar, TitleBar
from mile18.tui.widgets.race_list import RaceList
from mile18.tui.widgets.race_preview import RacePreview

if TYPE_CHECKING:
    from mile18.tui.app import Mile18

READ_AT_ONCE = 50
NEXT = "A new race from this one, with what lasts"
EMPTY = "No race yet. Press n for a new one, or e to look around in the example."


class ProfilesScreen(Screen[None]):
    """The list shows at once; what stands in the files is filled in as they are read."""

    CSS_PATH = "profiles.tcss"
    AUTO_FOCUS = "RaceList"
    shows_race: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="race-open", tooltip="Open this race", show=False),
        Binding("n", "new", "new", id="race-new", tooltip="A new race", show=False),
        Binding("d", "duplicate", "duplicate", id="race-copy", tooltip="Copy it", show=False),
        Binding("s", "next_race", "next race", id="race-season", tooltip=NEXT, show=False),
        Binding("r", "rename", "rename", id="race-rename", tooltip="Rename its file", show=False),
        Binding("x,delete", "delete", "delete", id="race-delete", tooltip="To trash", show=False),
        Binding("c", "compare", "compare", id="race-compare", tooltip="Compare it", show=False),
        Binding("e", "example", "example", id="race-example", tooltip="Look around", show=False),
        Binding("escape", "back", "back", id="race-back", tooltip="Back", show=False),
    ]
    app: "Mile18"

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._names: list[str] = []
        self._summaries: dict[str, Summary] = {}

    def compose(self) -> ComposeResult:
        """Title, list and preview, the keys of this screen, the keys of the app."""
        yield TitleBar()
        with Horizontal(id="body"):
            yield RaceList()
            yield RacePreview()
        yield ActionLine()
        yield KeyBar()

    @property
    def races(self) -> RaceList:
        """The races."""
        return self.query_one(RaceList)

    def on_mount(self) -> None:
        """List the folder, starting at the open race."""
        self.query_one(TitleBar).title = "Your races"
        self.query_one(RacePreview).units = self.app.units
        self._list_again(self.app.session.name if self.app.session else "")

    def _list_again(self, here: str = "") -> None:
        """Read the folder, and put the cursor on `here`, or on the next race."""
        races = self.races
        races.empty = EMPTY
        try:
            self._names = self.app.store.names()
        except StorageError as error:
            self._names = []
            races.empty = str(error)
        self._summaries = {
            name: summary_of(self.app.store, name) for name in self._names[:READ_AT_ONCE]
        }
        if len(self._names) <= READ_AT_ONCE:
            self._names = in_order(self._names, self._summaries, self.app.today)
        self._show_rows()
        self._say_where()
        self._go_to(here)
        self._preview(races.name_here)
        self.refresh_bindings()
        later = tuple(self._names[READ_AT_ONCE:])
        self.run_worker(self._read_all(later), exclusive=True, exit_on_error=False)

    def on_resize(self) -> None:
        """Name the folder where there is room for it."""
        self._say_where()

    def _say_where(self) -> None:
        count = f"{len(self._names)} race{'' if len(self._names) == 1 else 's'}"
        where = f" in {short_path(self.app.store.folder)}" if self.app.size.width >= 80 else ""
        self.query_one(TitleBar).state = count + where

    async def _read_all(self, names: tuple[str, ...]) -> None:
        """Fill the list in, one file after the other, while keys go on working."""
        for at, name in enumerate(names, start=1):
            self._summaries[name] = await asyncio.to_thread(summary_of, self.app.store, name)
            if at % READ_AT_ONCE == 0:
                self._show_rows()
        if names:
            here = self.races.name_here
            self._names = in_order(self._names, self._summaries, self.app.today)
            self._show_rows()
            self._go_to(here)

    def _go_to(self, name: str) -> None:
        with self.prevent(RaceList.Moved):
            self.races.cursor = self._names.index(name) if name in self._names else 0

    def _show_rows(self) -> None:
        is_open = self.app.session.name if self.app.session else ""
        self.races.rows = rows_of(self._names, self._summaries, is_open, self.app.today)

    def _preview(self, name: str) -> None:
        shown = preview_of(self.app.store, name, self.app.session, self.app.today) if name else None
        self.query_one(RacePreview).preview = shown

    def on_race_list_moved(self, event: RaceList.Moved) -> None:
        """Show the race under the cursor."""
        self._preview(event.name)

    @on(RaceList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a race is dimmed while there is none."""
        needs_race = ("open", "duplicate", "next_race", "rename", "delete", "compare")
        if action in needs_race and not self._names:
            return None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the race under the cursor."""
        open_named(self.app, self.races.name_here)

    def action_new(self) -> None:
        """Begin a new race."""
        from mile18.tui.screens.new_profile import NewProfileScreen

        self.app.push_screen(NewProfileScreen())

    def action_example(self) -> None:
        """Look around in the example race."""
        open_example(self.app)

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss()

    def action_duplicate(self) -> None:
        """Copy the file under another name."""
        name = self.races.name_here
        if self._saved(name):
            self._ask_name(
                f"Duplicate {printable(name)} as",
                free_name(name, self._names),
                lambda new: self.app.store.duplicate(name, new).stem,
            )

    def action_compare(self) -> None:
        """Hold it against itself as it was, or against another race."""
        from mile18.tui.screens.compare_with import CompareWithScreen

        self.app.push_screen(CompareWithScreen(self.races.name_here))

    def action_next_race(self) -> None:
        """Make the next race from this one, and say what it has of it."""
        from mile18.tui.screens.next_race import NextRaceScreen

        name = self.races.name_here
        made: list[Carried] = []

        def make(new: str) -> str:
            made.append(carried(self.app.store.load(name).profile))
            return self.app.store.create(new, made[-1].profile).name

        if self._saved(name):
            self._ask_name(
                f"Next race after {printable(name)}, saved as",
                season_name(name, self._names),
                make,
                lambda new: self.app.push_screen(NextRaceScreen(new, made[-1])),
            )

    def action_rename(self) -> None:
        """Give the file another name; the open race stays open under it."""
        name = self.races.name_here
        if self._saved(name):
            self._ask_name(
                f"Rename {printable(name)} to", name, lambda new: self._rename(name, new)
            )

    def _rename(self, name: str, new: str) -> str:
        stem = self.app.store.rename(name, new).stem
        session = self.app.session
        if session and session.name == name:
            # What was read stays the base: a change from elsewhere is still noticed at the save.
            path = self.app.store.path(stem)
            session.opened = replace(session.opened, name=stem, path=path)
        return stem

    def action_delete(self) -> None:
        """Move the file to the trash, after a question."""
        from mile18.tui.screens.confirm import ConfirmScreen

        name = self.races.name_here
        if not self._saved(name):
            return
        trash = short_path(trash_folder(self.app.store.folder))

        def answered(yes: bool | None) -> None:
            if yes:
                self._delete(name)

        self.app.push_screen(
            ConfirmScreen(
                f"Move {self.races.title_here} to the trash?",
                f"It goes to {trash}; mile18 restore {quote(printable(name))} trash brings it back.",
            ),
            answered,
        )

    def _delete(self, name: str) -> None:
        try:
            trashed = self.app.store.delete(name, now=self.app.now())
        except StorageError as error:
            self.app.warn(str(error))
            return
        self.app.warn(
            f"{printable(name)} is in the trash now: {short_path(trashed)}", severity="information"
        )
        if self.app.session and self.app.session.name == name:
            app = self.app
            close_profile(app)
            if len(self._names) > 1:
                app.push_screen(ProfilesScreen())
        else:
            at = self._names.index(name)
            near = [*self._names[at + 1 :], *reversed(self._names[:at]), ""]
            self._list_again(near[0])

    def _saved(self, name: str) -> bool:
        """Whether what is typed into a race is on disk, so that its file can be handled."""
        session = self.app.session
        return not session or session.name != name or self.app.save()

    def _ask_name(
        self,
        title: str,
        first: str,
        attempt: Callable[[str], str],
        then: Callable[[str], object] = lambda _: None,
    ) -> None:
        from mile18.tui.screens.name_prompt import NamePrompt

        def taken(name: str | None) -> None:
            if name is not None:
                self._list_again(name)
                then(name)

        self.app.push_screen(NamePrompt(title, first, attempt), taken)
