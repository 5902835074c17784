"""The sum: how the figure comes about, for anyone to redo, and what would raise or narrow it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mile18.plan.words import countdown_words
from mile18.readiness import Readiness
from mile18.tui.base_screen import BaseScreen
from mile18.tui.screens.evidence import EvidenceScreen
from mile18.tui.screens.prepare import PrepareScreen
from mile18.tui.sum_parts import FACTOR, QUESTION, sum_blocks
from mile18.tui.widgets.bars import KeyBar, TitleBar
from mile18.tui.widgets.page import Block, Page

if TYPE_CHECKING:
    from mile18.tui.app import Mile18


class SumScreen(BaseScreen[None]):
    """The report as a page; a factor leads to its sources, an open question to its form."""

    CSS_PATH = "sum.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="sum-back", tooltip="Close the sum"),
        Binding(
            "enter,e,f4,ctrl+e",
            "open",
            "open",
            id="sum-open",
            tooltip="The sources of a factor, or the form of a question",
        ),
        Binding("left", "turn(-1)", "part before", id="sum-before", show=False),
        Binding("right", "turn(1)", "next part", id="sum-next", tooltip="The next part"),
    ]
    app: "Mile18"

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        yield TitleBar()
        yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app's answers from now on."""
        self.watch(self.app, "readiness", self._changed)
        self.watch(self.app, "units", self._page.redraw, init=False)
        self.query_one(TitleBar).follow(self.app)

    def _changed(self, readiness: Readiness | None) -> None:
        if readiness:
            self.query_one(TitleBar).title = f"The sum · {countdown_words(readiness.countdown)}"
        self._page.redraw()

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _draw(self, width: int) -> Sequence[Block]:
        profile, readiness = self.app.profile, self.app.readiness
        if profile is None or readiness is None:
            return []
        return sum_blocks(profile, readiness, self.app.units, width)

    def on_page_chosen(self) -> None:
        """A second click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Show the sources of the factor under the cursor, or go and answer the question there."""
        stop = self._page.cursor
        readiness = self.app.readiness
        if stop.startswith(QUESTION):
            base = self.app.screen_stack[0]
            if isinstance(base, PrepareScreen):
                base.go_to(stop.removeprefix(QUESTION))
        elif stop.startswith(FACTOR) and readiness:
            rules = {each.rule.id: each.rule for each in readiness.factors}
            rule = rules[stop.removeprefix(FACTOR)]
            self.app.push_screen(EvidenceScreen(rule.title, rule.why, rule.evidence))

    def action_turn(self, step: int) -> None:
        """Go to the part before or after."""
        self._page.turn(step)

    def action_back(self) -> None:
        """Close the sum."""
        self.dismiss()
