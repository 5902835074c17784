"""A question with yes and no, asked before something that is not undone by a key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.tui.base_screen import BaseModal
from mile18.tui.widgets.action_line import ActionLine


class ConfirmScreen(BaseModal[bool]):
    """Comes back with True for yes; Enter does nothing, so that no habit answers for the runner."""

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="confirm-yes", tooltip="Do it"),
        Binding("n,escape", "answer(False)", "no", id="confirm-no", tooltip="Leave it as it is"),
    ]

    def __init__(self, question: str, told: str = "") -> None:
        """Ask `question`, with `told` in small below it."""
        super().__init__()
        self.question = question
        self.told = told

    def compose(self) -> ComposeResult:
        """The question, what follows from a yes, the keys."""
        with Vertical():
            yield Static(Content.styled(self.question, "bold"), id="question")
            yield Static(Content.styled(self.told, "$foreground-muted"), id="told")
            yield ActionLine()

    def action_answer(self, yes: bool) -> None:
        """Give the answer back."""
        self.dismiss(yes)
