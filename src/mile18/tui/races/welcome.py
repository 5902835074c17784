"""The welcome: what mile18 is for, what it is not, and where to begin."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from mile18.drawing import progress
from mile18.evidence.disclaimers import GENERAL, READINESS
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.drawing import Drawn, plot_row
from mile18.tui.panel import beside
from mile18.tui.races.opening import open_example
from mile18.tui.state import RaceState

AIM = "Get ready for your race, and for the cramp that may come late in it."
PURPOSE = (
    f"{AIM} Eight questions show what is in place and what is still worth doing before the start. "
    "The cramp screen says what to do when your calf locks up at mile 18."
)
PRIVATE = "Nothing leaves this machine, except for the weather if you ask for it."
TALL_ENOUGH = 24
ROOMY = 30
CRAMP_AT = 18 / 26.2


class Line(NamedTuple):
    """A line of the menu: the binding it stands for, and what it says."""

    binding: str
    title: str
    told: str = ""


MENU = (
    Line("new-race", "New race", "four questions; then a check, or your watch's files"),
    Line("example", "Example race", "a complete one to look around in"),
    Line("open-race", "Open a race"),
    Line("cramp", "Cramp now", "what to do, step by step"),
    Line("help", "Help", "keys and questions explained"),
    Line("quit", "Quit"),
)
# The key bar says these as well, so a small screen can spare them.
SPARED = ("help", "quit")


class WelcomePage(Drawn, can_focus=True):
    """What mile18 is for, the menu, and what mile18 is not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "move(-1)", "Line above", show=False),
        Binding("down,tab", "move(1)", "Line below", show=False),
        Binding("enter,space", "choose", "Choose", show=False),
    ]

    races: reactive[int] = reactive(0, layout=True)
    trouble: reactive[str] = reactive("", layout=True)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A line of the menu was chosen; `active` is the binding that does what it says."""

        active: ActiveBinding

    @property
    def menu(self) -> tuple[Line, ...]:
        """The lines that lead somewhere now and that there is room for."""
        short = self.app.size.height < TALL_ENOUGH
        return tuple(
            line
            for line in MENU
            if (line.binding != "open-race" or self.races)
            and not (short and line.binding in SPARED)
        )

    def draw(self, width: int, height: int) -> Content:
        """Everything, as drawn for this width."""
        return Content("\n").join(self._above(width) + self._menu(width) + self._below(width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as are drawn."""
        above, below = self._above(max(1, width)), self._below(max(1, width))
        return len(above) + len(self.menu) + len(below)

    def _above(self, width: int) -> list[Content]:
        height = self.app.size.height
        lines = _course(width) if height >= ROOMY else []
        purpose = PURPOSE if height >= TALL_ENOUGH else AIM
        return [*lines, *Content(purpose).wrap(width), Content("")]

    def _menu(self, width: int) -> list[Content]:
        return [self._line(at, line, width) for at, line in enumerate(self.menu)]

    def _below(self, width: int) -> list[Content]:
        gap = [Content("")] if self.app.size.height >= TALL_ENOUGH else []
        lines = [Content("")]
        if self.trouble:
            lines += [*Content.styled(f"! {self.trouble}", "bold $text-error").wrap(width), *gap]
        told = Content.styled(f"{READINESS} {PRIVATE}", "$foreground-muted").wrap(width)
        return [*lines, *told, *gap, *Content.styled(GENERAL, "$foreground-muted").wrap(width)]

    def _line(self, at: int, line: Line, width: int) -> Content:
        told = line.told
        if line.binding == "open-race":
            told = "1 so far" if self.races == 1 else f"{self.races} so far"
        here = at == self._at
        active = self._active(line.binding)
        key = self.app.get_key_display(active.binding) if active else ""
        text = Content.assemble(
            ("▸ " if here else "  ", "bold $accent"),
            (f"{key:<4}", "bold $accent"),
            (f"{line.title:<15}", "bold" if here else ""),
        )
        if width >= text.cell_length + len(told):
            text += Content.styled(told, "$foreground-muted")
        text = text.pad_right(max(0, width - text.cell_length))
        return text.stylize_before("on $cursor-row") if here else text

    def _active(self, wanted: str) -> ActiveBinding | None:
        """The binding of an id, as it stands now."""
        bindings = self.screen.active_bindings.values()
        return next((each for each in bindings if each.binding.id == wanted), None)

    @property
    def _at(self) -> int:
        # A window made lower has fewer lines.
        return min(self.cursor, len(self.menu) - 1)

    def action_move(self, step: int) -> None:
        """Go to another line of the menu."""
        self.cursor = (self._at + step) % len(self.menu)

    def action_choose(self) -> None:
        """Do what the line under the cursor says."""
        if active := self._active(self.menu[self._at].binding):
            self.post_message(self.Chosen(active))

    def on_click(self, event: events.Click) -> None:
        """A click on a line of the menu does what it says."""
        at = event.y - len(self._above(self.content_size.width))
        if 0 <= at < len(self.menu):
            self.cursor = at
            self.action_choose()


def _course(width: int) -> list[Content]:
    """The race as a line, with the mile where it gets hard."""
    at = int((width - 1) * CRAMP_AT)
    row = progress(at, width, marked=True)
    start, here = Content.styled("start", "$foreground-muted"), "mile 18"
    words = Content.assemble(start, " " * max(1, at - 8), (here, "bold $accent"))
    finish = Content.styled("finish", "$foreground-muted")
    return [plot_row(row.text, row.hints), beside(words, finish, width), Content("")]


class WelcomeScreen(BaseScreen[None]):
    """Shown while no race is open."""

    CSS_PATH = "welcome.tcss"
    AUTO_FOCUS = "WelcomePage"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new race", id="new-race", tooltip="A new race", show=False),
        Binding("e", "example", "example", id="example", tooltip="Look around", show=False),
        Binding("pagedown", "turn(1)", "more", show=False),
        Binding("pageup", "turn(-1)", "back up", show=False),
        Binding("p", "open", "open a race", id="open-race", tooltip="Your races", show=False),
    ]
    app: RaceState

    def compose(self) -> ComposeResult:
        """Title, the page, keys."""
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield WelcomePage()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say where the page is."""
        self.make_replaceable()
        self.query_one(TitleBar).title = "Welcome"

    def on_screen_resume(self) -> None:
        """Look again which races there are."""
        page = self.query_one(WelcomePage)
        places, troubles = self.app.shelf.scan()
        page.races, page.trouble = len(places), str(troubles[0]) if troubles else ""

    async def on_welcome_page_chosen(self, event: WelcomePage.Chosen) -> None:
        """Do what the line under the cursor says, as its key would."""
        await self.app.run_action(event.active.binding.action, event.active.node)

    def action_turn(self, step: int) -> None:
        """Scroll where the page does not fit."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=step * scroll.size.height, animate=False)

    def action_new(self) -> None:
        """Begin a new race."""
        from mile18.tui.races.new_race import NewProfileScreen

        self.app.push_screen(NewProfileScreen())

    def action_example(self) -> None:
        """Look around in the example race."""
        open_example(self.app)

    def action_open(self) -> None:
        """Choose among the races there are."""
        self.app.action_profiles()
