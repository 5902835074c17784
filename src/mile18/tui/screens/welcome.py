"""The welcome: what mile18 is for, what it is not, and where to begin."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from mile18.tui.base_screen import BaseScreen
from mile18.tui.first_screen import make_replaceable
from mile18.tui.opening import open_example
from mile18.tui.widgets.bars import KeyBar, TitleBar
from mile18.tui.widgets.welcome_page import WelcomePage

if TYPE_CHECKING:
    from mile18.tui.app import Mile18


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
    app: "Mile18"

    def compose(self) -> ComposeResult:
        """Title, the page, keys."""
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield WelcomePage()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say where the page is."""
        make_replaceable(self)
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
        from mile18.tui.screens.new_profile import NewProfileScreen

        self.app.push_screen(NewProfileScreen())

    def action_example(self) -> None:
        """Look around in the example race."""
        open_example(self.app)

    def action_open(self) -> None:
        """Choose among the races there are."""
        self.app.action_profiles()
