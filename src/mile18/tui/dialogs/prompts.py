"""Short questions over a screen: yes or no, the end of a trial, a name."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mile18.storage.paths import completed
from mile18.storage.problem import StorageError
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BaseModal, BoxScreen
from mile18.units import counted

# So many names a line or two hold.
OFFERED = 8


class ConfirmScreen(BoxScreen[bool]):
    """Comes back with True for yes; Enter does nothing, so that no habit answers for the runner."""

    asks_to_confirm: ClassVar[bool] = True
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


class EndTrialScreen(ConfirmScreen):
    """Comes back with True to put everything back; a key takes it over instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_over", "keep", id="confirm-keep", tooltip="Make them your answers"),
    ]

    def __init__(self, count: int, take_over: Callable[[], None]) -> None:
        """Ask about `count` answers; `take_over` makes them the real ones."""
        what = counted(count, "answer that you tried is", "answers that you tried are")
        super().__init__("Discard what you tried?", f"{what} not kept unless you keep them.")
        self._take_over = take_over

    def action_take_over(self) -> None:
        """Keep what was tried."""
        self.dismiss(False)
        self._take_over()


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


class PathPrompt(NamePrompt):
    """Asks for a path; Tab completes it as far as it is clear, and shows what goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", id="path-on", tooltip="Complete it"),
    ]

    def action_complete(self) -> None:
        """Complete the path."""
        box = self.query_one(Input)
        box.value, found = completed(box.value)
        box.cursor_position = len(box.value)
        if len(found) > 1:
            more = f"  … {len(found) - OFFERED} more" if len(found) > OFFERED else ""
            told = f"{'  '.join(found[:OFFERED])}{more}"
            # Setting the value has wiped what was told.
            self.call_after_refresh(
                self.query_one("#wrong", Static).update, Content.styled(told, "$foreground-muted")
            )
