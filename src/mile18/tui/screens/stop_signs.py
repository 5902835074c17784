"""The stop signs in full with what to do, a key away from the cramp screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mile18.plan.cramp.muscles import FOR_THE_HELPER, SEVERAL_MUSCLES, TEAR
from mile18.plan.cramp.steps import (
    FIRST_ACTION_SHORT,
    STOP_ACTION,
    STOP_RULE,
    STOP_SIGNS,
    STOP_TITLE,
    Step,
)
from mile18.tui.base_screen import BaseScreen
from mile18.tui.widgets.page import Block, Page, heading, prose
from mile18.tui.widgets.screen_keys import ScreenKeys
from mile18.tui.widgets.stop_signs import SIGN, StopTitle

ANY_ONE = "Any one: stop. Call the race medics or the emergency number."
INDENT = 3
SEVERAL = (SEVERAL_MUSCLES, FOR_THE_HELPER, TEAR)


class StopSignsScreen(BaseScreen[None]):
    """Every sign as a sentence; the call for help stays in sight below them."""

    CSS_PATH = "stop_signs.tcss"
    must_stay_in_sight: ClassVar[bool] = True
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,s,question_mark", "back", "back", id="signs-back", tooltip="Back"),
        Binding("e", "evidence", "sources", id="signs-sources", tooltip="Where this comes from"),
    ]

    def __init__(self, *, several: bool = False) -> None:
        """Begin with what to do about several muscles at once if `several`."""
        super().__init__()
        self._several = several

    def compose(self) -> ComposeResult:
        """Title, signs and steps, the call for help, keys."""
        title = StopTitle()
        title.beside = (STOP_RULE,)
        yield title
        yield Page(self._draw)
        yield Static(Content(f"{FIRST_ACTION_SHORT}\n{ANY_ONE}"), id="call")
        yield ScreenKeys()

    def _draw(self, width: int) -> Sequence[Block]:
        room = self.query_one(Page).scrollable_content_region.height
        for apart in (True, False):
            lines = self._lines(width, apart=apart)
            if len(lines) <= room:
                break
        return [Block(lines)]

    def _lines(self, width: int, *, apart: bool) -> list[Content]:
        parts = [
            ("The signs", [prose(each.full, width, INDENT, SIGN) for each in STOP_SIGNS]),
            ("What to do", [_step(s, width, str(at)) for at, s in enumerate(STOP_ACTION, 1)]),
        ]
        if self._several:
            parts.insert(0, ("Several muscles at once", [_step(s, width, "–") for s in SEVERAL]))
        lines: list[Content] = []
        for title, texts in parts:
            if lines and len(lines[-1]):
                lines.append(Content(""))
            lines.append(heading(title))
            for text in texts:
                lines += [*text, Content("")] if apart else text
        return lines

    def action_back(self) -> None:
        """Back to the cramp; its count went on."""
        self.dismiss()

    def action_evidence(self) -> None:
        """The claims behind the signs and the steps."""
        from mile18.tui.screens.evidence import EvidenceScreen

        # What to do comes first, so that breathing is read before cooling here too.
        steps = (*STOP_ACTION, *SEVERAL) if self._several else STOP_ACTION
        claims = (claim for each in (*steps, *STOP_SIGNS) for claim in each.evidence)
        found = tuple(dict.fromkeys(claims))
        self.app.push_screen(EvidenceScreen(STOP_TITLE, STOP_RULE, found))


def _step(step: Step, width: int, lead: str) -> list[Content]:
    grade = step.grade + ("*" if step.note else "")
    return prose(f"{step.text}  {grade}", width, INDENT, lead)
