"""The last row of a form that leads on: reached with the arrows, chosen with Enter or a click."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from mile18.tui.widgets.drawn import Drawn


class GoRow(Drawn, can_focus=True):
    """One line that says where Enter leads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "go", "Go on", show=False),
        Binding("up,shift+tab", "back", "Back to the questions", show=False),
    ]

    text: reactive[str] = reactive("")

    class Chosen(Message):
        """The runner wants to go on."""

    class Back(Message):
        """The runner wants to go back to the questions."""

    def __init__(self, text: str = "") -> None:
        """Say `text`."""
        super().__init__()
        self.set_reactive(GoRow.text, text)

    def draw(self, width: int, height: int) -> Content:
        """The line, marked as a question under the cursor is."""
        here = self.has_focus
        line = Content.assemble(
            ("▸ " if here else "  ", "bold $accent"), (self.text, "bold" if here else "")
        )
        key = Content.styled("  Enter", "bold $accent") if here else Content("")
        line = line.truncate(max(1, width - key.cell_length), ellipsis=True) + key
        line = line.pad_right(max(0, width - line.cell_length))
        return line.stylize_before("on $cursor-row") if here else line

    def on_focus(self) -> None:
        """Show that Enter works here now."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that it does not."""
        self.refresh()

    def on_click(self) -> None:
        """A click goes on as Enter does."""
        self.action_go()

    def action_go(self) -> None:
        """Go on."""
        self.post_message(self.Chosen())

    def action_back(self) -> None:
        """Back to the questions."""
        self.post_message(self.Back())
