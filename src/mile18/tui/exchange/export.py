"""Card, calendar and race day as files: which one, into which folder, and what to do with it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.sanitise import printable, printable_file
from mile18.storage.disk import make_folder, write_bytes
from mile18.storage.paths import typed_path, unquoted
from mile18.storage.problem import StorageError
from mile18.storage.race_id import id_of
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BoxScreen
from mile18.tui.dialogs.prompts import ConfirmScreen, PathPrompt
from mile18.tui.exchange.outside import copy_text, open_file
from mile18.tui.naming import short_path
from mile18.tui.state import RaceState
from mile18.tui.taking import NOT_WHILE_TRYING
from mile18.writers.exports import EXPORTS, Asked, Export

EXPORT = "Card, calendar and race day as files, to print or to send"
TITLE = "Take it with you"
WHERE = "Which folder for cards and calendars?"
COPIED = "Copied: paste it where you want it."
NOT_COPIED = "This terminal may not let mile18 copy. Write the file, then open it."
NO_PROGRAM = "No program to open it with was found here."


def ask_for_export(app: RaceState, at: int | None = None) -> None:
    """Offer the files, or write the one at `at`, unless other answers are only tried."""
    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is not None:
        app.push_screen(ExportScreen(at))


class ExportScreen(BoxScreen[None]):
    """The files that there are, a digit or Enter away; it stays, to open or copy what was made."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", id="export-write", tooltip="Write the file"),
        Binding("y", "copy", "copy", id="export-copy", tooltip="Copy the text"),
        Binding("o", "open", "open", id="export-open", tooltip="Open what was written"),
        Binding("f", "folder", "folder", id="export-folder", tooltip="Another folder"),
        Binding("escape", "leave", "back", id="export-back", tooltip="Close"),
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
    ]
    app: RaceState

    def __init__(self, at: int | None = None) -> None:
        """With `at`, write the file at that place at once."""
        super().__init__()
        self._at = at or 0
        self._at_once = at is not None
        self._written: Path | None = None

    def compose(self) -> ComposeResult:
        """What there is, where it goes, what came of it, the keys."""
        with Vertical():
            yield Static(Content(""), id="offered")
            yield Static(Content(""), id="told")
            yield ActionLine()

    def on_mount(self) -> None:
        """Offer, or write what was asked for already."""
        self._draw()
        if self._at_once:
            self.call_after_refresh(self.action_write)

    def _draw(self) -> None:
        lines = [Content.styled(TITLE, "bold")]
        for at, each in enumerate(EXPORTS):
            here = at == self._at
            mark = "› " if here else "  "
            row = Content.assemble((f"{mark}{at + 1}  ", "bold $accent"), each.title)
            lines += [row.stylize("bold") if here else row]
            if here:
                lines.append(Content.styled(f"     {each.about}", "$foreground-muted"))
        folder = self.app.settings.exports
        where = f"Into {printable(folder)}" if folder else "The folder is asked for once."
        lines += [Content(""), Content.styled(where, "$foreground-muted")]
        self.query_one("#offered", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _tell(self, *told: str, style: str = "") -> None:
        self.query_one("#told", Static).update(Content.styled("\n".join(told), style))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was written can be opened."""
        if action == "open" and self._written is None:
            return None
        return super().check_action(action, parameters)

    # Which one

    def action_move(self, step: int) -> None:
        """To the row above or below."""
        self._at = (self._at + step) % len(EXPORTS)
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """A digit writes the file of its row."""
        digit = event.character or ""
        if digit in [str(at) for at in range(1, len(EXPORTS) + 1)]:
            event.stop()
            self.in_turn(self._write_row, int(digit) - 1)

    def _write_row(self, at: int) -> None:
        self._at = at
        self._draw()
        self.action_write()

    @property
    def _chosen(self) -> Export:
        return EXPORTS[self._at]

    @property
    def _asked(self) -> Asked:
        assert self.app.session
        opened = self.app.session.opened
        return Asked(
            profile=self.app.session.profile,
            today=self.app.today,
            units=self.app.units,
            race_id=id_of(opened.path, opened.loaded),
            now=self.app.now(),
        )

    def _refused(self) -> bool:
        why = self._chosen.refused(self._asked)
        if why:
            self._tell(why, style="bold $text-error")
        return bool(why)

    # Where to

    def action_folder(self) -> None:
        """Choose another folder, and keep it."""
        self._ask_folder(self._draw)

    def _ask_folder(self, then: Callable[[], None]) -> None:
        def over(folder: Path | None) -> None:
            if folder is not None:
                then()

        first = self.app.settings.exports or _documents()
        self.app.push_screen(PathPrompt(WHERE, first, self._take_folder), over)

    def _take_folder(self, typed: str) -> Path:
        """The folder of that name, made if it is not there. Raises StorageError."""
        # Settings keep what was typed, so that it may hold on another machine.
        from mile18.tui.dialogs.settings import use

        folder = _folder(typed)
        make_folder(folder)
        use(self.app, replace(self.app.settings, exports=unquoted(typed)))
        self._draw()
        return folder

    # What with it

    def action_write(self) -> None:
        """Write the file, asking for the folder the first time, and before one is replaced."""
        if self._refused():
            return
        if not self.app.settings.exports:
            self._ask_folder(self.action_write)
            return
        try:
            folder = _folder(self.app.settings.exports)
            make_folder(folder)
        except StorageError as error:
            self._tell(f"{error}. F chooses another folder.", style="bold $text-error")
            return
        path = folder / f"{self.app.file_name}-{self._chosen.ending}"
        if not os.path.lexists(path):
            self._write(path)
            return

        def over(yes: bool | None) -> None:
            if yes:
                self._write(path)

        question = ConfirmScreen(f"Overwrite {short_path(path)}?", "A file is there already.")
        self.app.push_screen(question, over)

    def _write(self, path: Path) -> None:
        made = self._chosen.make(self._asked)
        try:
            write_bytes(path, printable_file(made.content.encode()))
        except StorageError as error:
            self._tell(str(error), style="bold $text-error")
            return
        self._written = path
        self._tell(f"Written: {short_path(path)}", *made.told)

    def action_open(self) -> None:
        """Open what was written in the program that the system has for it."""
        if self._written and not open_file(self._written):
            self._tell(f"{NO_PROGRAM} The file is {short_path(self._written)}")

    def action_copy(self) -> None:
        """Copy the text of the row, as a note where the file is none."""
        if self._refused():
            return
        content = printable_file(self._chosen.as_note(self._asked).encode()).decode()
        self._tell(COPIED if copy_text(self.app, content) else NOT_COPIED)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


def _documents() -> str:
    # Slow to import, and needed once.
    import platformdirs

    return short_path(platformdirs.user_documents_path())


def _folder(typed: str) -> Path:
    folder = typed_path(typed)
    if not folder.is_absolute():
        raise StorageError("type the whole path of a folder, such as ~/Documents")
    return folder
