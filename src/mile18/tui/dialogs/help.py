"""Help: the keys, the questions, what is understood, where things are kept, and the limits."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.question import Question
from mile18.storage.paths import config_file, state_dir
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs import help_parts as parts
from mile18.tui.dialogs.key_list import all_keys, key_groups, show_keys
from mile18.tui.form.form import QuestionForm
from mile18.tui.page import Block, Page, heading
from mile18.tui.state import RaceState


class HelpScreen(BaseScreen[None]):
    """One long page in parts, each a number key away."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="help-back", tooltip="Close the help"),
        Binding("left", "turn(-1)", "part before", id="help-before", tooltip="The part before"),
        Binding("right", "turn(1)", "next part", id="help-next", tooltip="The next part"),
    ]
    app: RaceState

    def __init__(self, opened_from: BaseScreen[Any]) -> None:
        """Explain the screen that the help was opened from first."""
        super().__init__()
        self._from = type(opened_from)
        self._question: Question | None = None
        for form in opened_from.query(QuestionForm):
            self._question = form.question

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        yield TitleBar()
        yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Title the page, and draw again in other units."""
        self.query_one(TitleBar).title = "Help"
        self.watch(self.app, "units", self._page.redraw, init=False)

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _parts(self, width: int) -> Iterable[tuple[str, Iterable[Content]]]:
        app, units = self.app, self.app.units
        own = app.settings.keys
        settings_key = next(key.keys for key in all_keys(type(app), own) if key.id == "settings")
        if self._question:
            why = app.why(self._question)
            yield "This question", parts.question_lines(self._question, why, width, units)
        yield "Keys", parts.key_lines(app, key_groups(type(app), self._from, own), width)
        yield "Filling in", parts.form_lines(app, width)
        yield "Units and forms", parts.example_lines(width, units, app.today)
        yield "Questions", parts.topic_lines(width, units, app.why)
        yield "Limits", parts.limit_lines(width)
        yield "Grades", parts.grade_lines(width)
        settings = app.settings_file or config_file()
        folders = [store.folder for store in app.shelf.stores]
        yield "Files", parts.file_lines(folders, settings, state_dir(), width)
        yield "Terminals", parts.terminal_lines(app, show_keys(app, settings_key), width)

    def _draw(self, width: int) -> Sequence[Block]:
        drawn = [(title, list(lines)) for title, lines in self._parts(width)]
        blocks = [Block([*_contents([title for title, _ in drawn], width), Content("")])]
        for at, (title, lines) in enumerate(drawn, start=1):
            blocks.append(Block([heading(f"{at}  {title}"), *lines, Content("")], part=str(at)))
        return blocks

    def on_key(self, event: events.Key) -> None:
        """A number leads to its part."""
        if event.character and event.character.isdigit():
            event.stop()
            self.action_jump(event.character)

    def action_jump(self, part: str) -> None:
        """Go to a part by its number."""
        self._page.jump(part)

    def action_turn(self, step: int) -> None:
        """Go to the part before or after."""
        self._page.turn(step)

    def action_back(self) -> None:
        """Close the help."""
        self.dismiss()


def _contents(titles: Sequence[str], width: int) -> list[Content]:
    """The numbers and titles of all parts, each to be clicked, none broken over a line's end."""
    lines = [Content("")]
    for at, title in enumerate(titles, start=1):
        entry = Content.assemble((f"{at} ", "bold $accent"), f"{title}  ")
        entry = entry.stylize(f"@click=screen.jump('{at}')")
        if lines[-1].cell_length + entry.cell_length > width + 2:
            lines.append(Content(""))
        lines[-1] = Content.assemble(lines[-1], entry)
    return lines
