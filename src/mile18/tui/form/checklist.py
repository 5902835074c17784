"""A checklist: any of these, or none of these; leaving it untouched is not an answer."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from mile18.question import Question
from mile18.tui.bars import KeyBar
from mile18.tui.base_screen import BaseModal
from mile18.tui.form.choices import Options


class ChecklistScreen(BaseModal[None]):
    """Hands every change on at once: ticked items, an empty tuple for none, None for no answer."""

    CSS_PATH = "checklist.tcss"
    AUTO_FOCUS = "OptionList"
    hands_on_at_once: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", id="checklist-keep", priority=True, tooltip="Keep these"),
        Binding(
            "space", "tick", "tick", id="checklist-tick", priority=True, tooltip="Tick, untick"
        ),
        Binding("n", "none", "none of these", id="checklist-none", tooltip="None of these applies"),
        Binding("escape", "back", "back", id="checklist-back", tooltip="Leave it as it was"),
    ]

    def __init__(
        self,
        question: Question,
        ticked: tuple[str, ...] | None,
        changed: Callable[[tuple[str, ...] | None], None],
    ) -> None:
        """Start from the answer so far; `changed` takes each new one."""
        super().__init__()
        self._before = ticked
        self._changed = changed
        self._question = question
        self._keys = tuple(question.choices)
        self._ticked = set(ticked or ())

    def compose(self) -> ComposeResult:
        """The question, why it is asked, the items."""
        with Vertical():
            yield Static(Content.styled(self._question.prompt, "bold"), id="prompt")
            yield Static(Content.styled(self._question.why, "$foreground-muted"), id="why")
            yield Options(*(self._line(key) for key in self._keys), markup=False)
            yield KeyBar()

    def _line(self, key: str) -> Content:
        ticked = key in self._ticked
        mark = Content.styled("[✓]" if ticked else "[ ]", "bold" if ticked else "")
        return Content.assemble(mark, " ", (self._question.choices[key], "bold" if ticked else ""))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_tick()

    def action_tick(self) -> None:
        """Tick or untick the item under the cursor."""
        items = self.query_one(OptionList)
        if items.highlighted is not None:
            key = self._keys[items.highlighted]
            self._ticked ^= {key}
            items.replace_option_prompt_at_index(items.highlighted, self._line(key))
            self._changed(self._in_order())

    def _in_order(self) -> tuple[str, ...]:
        return tuple(key for key in self._keys if key in self._ticked)

    def action_keep(self) -> None:
        """Keep the ticks; looking without ticking anything is no answer."""
        if self._ticked or self._before is not None:
            self._changed(self._in_order())
        self.dismiss()

    def action_none(self) -> None:
        """None of these."""
        self._changed(())
        self.dismiss()

    def action_back(self) -> None:
        """Put the answer back as it was."""
        self._changed(self._before)
        self.dismiss()
