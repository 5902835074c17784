"""What to compare a race with: itself as it was, or another race."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.dates import day_words
from mile18.plan.overview import Row
from mile18.profile import Profile
from mile18.sanitise import printable
from mile18.storage.backups import Version, versions
from mile18.storage.problem import StorageError
from mile18.storage.shelf import told_apart
from mile18.storage.store import Opened, open_file
from mile18.tui.bars import ActionLine, KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.races.compare import CompareScreen
from mile18.tui.state import RaceState

VERSION, RACE = "version ", "race "
NO_VERSION = "No earlier version yet; a save that changes the file keeps one."
NO_OTHER = "No other race."
TO_RACES, TO_PAST = "To the other races", "To the earlier versions"


class CompareWithScreen(BaseScreen[None]):
    """The earlier versions of a race and all other races, to choose one of."""

    AUTO_FOCUS = "Page"
    CSS_PATH = "compare_with.tcss"
    shows_race: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "compare", id="with-open", tooltip="Side by side", show=False),
        Binding("right", "turn(1)", "other races", id="with-next", tooltip=TO_RACES, show=False),
        Binding("left", "turn(-1)", "as it was", id="with-before", tooltip=TO_PAST, show=False),
        Binding("escape", "back", "back", id="with-back", tooltip="Back", show=False),
    ]
    app: RaceState

    def __init__(self, path: Path, listed: Sequence[Row] = ()) -> None:
        """Choose something for the race in the file `path`, of the `listed` ones or of all."""
        super().__init__()
        self._race = path
        self._versions: list[Version] = []
        self._others = [row for row in listed if Path(row.path) != path]

    def compose(self) -> ComposeResult:
        """Title, what there is to choose from, the keys of this screen, the keys of the app."""
        yield TitleBar()
        yield Page(self._draw)
        yield ActionLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """List the versions and the folder, starting at the first."""
        self.query_one(TitleBar).title = f"Compare {printable(self._race.stem)} with"
        if not self._others:
            found, troubles = self.app.shelf.scan()
            self._others = [row for row in found if Path(row.path) != self._race]
            for trouble in troubles:
                self.app.warn(str(trouble))
        try:
            self._versions = versions(self._race)
        except StorageError as error:
            self.app.warn(str(error))
        stops = [f"{VERSION}{at}" for at in range(len(self._versions))]
        stops += [RACE + row.path for row in self._others]
        if stops:
            self._page.jump("", stops[0])

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _draw(self, width: int) -> Sequence[Block]:
        return [*self._as_it_was(width), Block([Content("")]), *self._other_races(width)]

    def _as_it_was(self, width: int) -> Iterator[Block]:
        yield Block([heading("As it was")], part="As it was")
        for at, each in enumerate(self._versions):
            yield Block(prose(each.title, width), stop=f"{VERSION}{at}")
        if not self._versions:
            yield Block(prose(NO_VERSION, width, style="$foreground-muted"))

    def _other_races(self, width: int) -> Iterator[Block]:
        yield Block([heading("Other races")], part="Other races")
        names = told_apart(self._others)
        for row in self._others:
            name = names.get(row.path, row.name)
            told = filter(None, (name, row.race, day_words(row.day) if row.day else ""))
            yield Block(prose(printable(" · ".join(told)), width), stop=RACE + row.path)
        if not self._others:
            yield Block(prose(NO_OTHER, width, style="$foreground-muted"))

    # Actions

    def on_page_chosen(self) -> None:
        """A second click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Show both side by side; what is earlier stands on the left."""
        stop = self._page.cursor
        try:
            if stop.startswith(VERSION):
                self._then_and_now(self._versions[int(stop.removeprefix(VERSION))])
            elif stop.startswith(RACE):
                self._two_races(Path(stop.removeprefix(RACE)))
        except StorageError as error:
            self.app.warn(str(error))

    def _then_and_now(self, version: Version) -> None:
        then, now = self._read(open_file(version.path)), self._profile(self._race)
        name = printable(self._race.stem)
        names = f"version {version.number}", f"{name} now"
        self.app.push_screen(CompareScreen(names, then, now, f"{name}, {version.title}"))

    def _two_races(self, other: Path) -> None:
        names = printable(self._race.stem), printable(other.stem)
        if names[0] == names[1]:
            names = printable(str(self._race)), printable(str(other))
        here, there = self._profile(self._race), self._profile(other)
        self.app.push_screen(CompareScreen(names, here, there, " · ".join(names)))

    def _profile(self, path: Path) -> Profile:
        """A race as it is: the open one as it stands on the screens, another as its file holds it."""
        session = self.app.session
        if session and session.opened.path.absolute() == path.absolute():
            return session.profile
        return self._read(open_file(path))

    def _read(self, opened: Opened) -> Profile:
        """What a file holds; what could not be read is said."""
        for problem in opened.loaded.errors:
            self.app.warn(problem.sentence(opened.path.name))
        return opened.profile

    def action_turn(self, step: int) -> None:
        """Go to the versions or to the other races."""
        self._page.turn(step)

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss()
