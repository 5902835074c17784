"""A name to type, with the reason under it when it cannot be used."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mile18.storage.problem import StorageError
from mile18.tui.base_screen import BaseModal
from mile18.tui.widgets.action_line import ActionLine


class NamePrompt(BaseModal[Path | None]):
    """Comes back with the file that `attempt` made, or None if the runner gave up."""

    CSS_PATH = "name_prompt.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "use it", id="name-use", priority=True, tooltip="Take it"),
        Binding("escape", "leave", "back", id="name-back", tooltip="Leave it as it was"),
    ]

    def __init__(self, title: str, name: str, attempt: Callable[[str], Path]) -> None:
        """Start from `name`.

        `attempt` does what the name is for and returns the file of that name, or raises StorageError.
        """
        super().__init__()
        self._title = title
        self._first = name
        self._attempt = attempt

    def compose(self) -> ComposeResult:
        """What the name is for, the name, what is wrong with it, the keys."""
        with Vertical():
            yield Static(Content.styled(self._title, "bold"), id="title")
            yield Input(self._first, compact=True, select_on_focus=False)
            yield Static(Content(""), id="wrong")
            yield ActionLine()

    def action_submit(self) -> None:
        """Try the name."""
        try:
            taken = self._attempt(self.query_one(Input).value)
        except StorageError as error:
            self.query_one("#wrong", Static).update(
                Content.styled(f"! {error}", "bold $text-error")
            )
        else:
            self.dismiss(taken)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one("#wrong", Static).update(Content(""))

    def action_leave(self) -> None:
        """Give up."""
        self.dismiss(None)
