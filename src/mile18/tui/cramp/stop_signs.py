"""The stop signs in full with what to do, a key away from the cramp screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from mile18.evidence.cramp_steps import (
    CLEAR_HEADED,
    CLEAR_TITLE,
    FIRST_ACTION_SHORT,
    STOP_ACTION,
    STOP_RULE,
    STOP_SIGNS,
    STOP_TITLE,
)
from mile18.evidence.step import Step
from mile18.evidence.stretches import FOR_THE_HELPER, SEVERAL_MUSCLES, TEAR
from mile18.topics.health.low_sugar import CONFUSED, DROWSY
from mile18.tui.bars import ScreenKeys
from mile18.tui.base_screen import BaseScreen
from mile18.tui.page import Block, Page, heading, prose
from mile18.wrap import wrapped

SIGN = "✗"
BETWEEN = " · "


class StopTitle(Widget):
    """The title of the stop signs, with as much of what is said beside it as fits."""

    beside: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """One line."""
        return stop_title(self.beside, self.content_size.width)


class StopSigns(Widget):
    """Every stop sign in a few words, wrapped between signs and never within one."""

    key: reactive[str] = reactive("s")

    def render(self) -> Content:
        """The title and the key to the signs in full, all signs, then the first thing to do."""
        width = self.content_size.width
        hint = f"{self.key} all signs"
        title = stop_title((f"{STOP_RULE}  {hint}", hint), width)
        below = [*_signs(width), *first_action(width)]
        return Content("\n").join([title.stylize("@click=screen.signs"), *below])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as all signs and the first thing to do take."""
        return 1 + len(_signs(width)) + len(first_action(width))


def stop_title(beside: tuple[str, ...], width: int) -> Content:
    """The title with the first of these wordings that fits on the line."""
    title = Content.styled(f" {SIGN} {STOP_TITLE} ", "bold reverse")
    for says in beside:
        if title.cell_length + 1 + len(says) <= width:
            return Content.assemble(title, (f" {says}", "bold"))
    return title


def first_action(width: int) -> list[Content]:
    """Whether the runner answers and breathes, before anything else is done."""
    lines = wrapped(FIRST_ACTION_SHORT, max(1, width))
    return [Content.styled(line.ljust(width), "bold reverse") for line in lines]


def _signs(width: int) -> list[Content]:
    lines = [Content("")]
    for sign in STOP_SIGNS:
        part = Content.styled(sign.short, "bold")
        line = lines[-1]
        if not len(line):
            lines[-1] = part
        elif line.cell_length + len(BETWEEN) + part.cell_length <= width:
            lines[-1] = Content.assemble(line, BETWEEN, part)
        else:
            lines.append(part)
    return lines


ANY_ONE = "Any one: stop. Call the race medics or the emergency number."
INDENT = 3
LOW_SUGAR = (CONFUSED, DROWSY)
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

    def __init__(self, *, several: bool = False, low_sugar: bool = False) -> None:
        """Begin with what to do about several muscles at once if `several`.

        With `low_sugar` it is said that confusion can be that.
        """
        super().__init__()
        self._several = several
        self._low_sugar = low_sugar

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
            (CLEAR_TITLE, [_step(s, width, str(at)) for at, s in enumerate(CLEAR_HEADED, 1)]),
        ]
        if self._low_sugar:
            parts.insert(2, ("Low blood sugar", [_step(s, width, "–") for s in LOW_SUGAR]))
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
        from mile18.tui.dialogs.evidence import EvidenceScreen

        # What to do comes first, so that breathing is read before cooling here too.
        steps = (
            *STOP_ACTION,
            *(LOW_SUGAR if self._low_sugar else ()),
            *(SEVERAL if self._several else ()),
            *CLEAR_HEADED,
        )
        claims = (claim for each in (*steps, *STOP_SIGNS) for claim in each.evidence)
        found = tuple(dict.fromkeys(claims))
        self.app.push_screen(EvidenceScreen(STOP_TITLE, STOP_RULE, found))


def _step(step: Step, width: int, lead: str) -> list[Content]:
    grade = step.grade + ("*" if step.note else "")
    return prose(f"{step.text}  {grade}", width, INDENT, lead)
