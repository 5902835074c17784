"""A form with a last row that leads on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from mile18.question import Question
from mile18.tui.drawing import Drawn
from mile18.tui.form.form import QuestionForm


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


class LeadingForm(Vertical):
    """Questions, and below the last of them the row on which Enter goes on (`GoRow.Chosen`)."""

    def __init__(self, questions: Sequence[Question], text: str) -> None:
        """Ask `questions`; `text` says where the last row leads."""
        super().__init__()
        self._questions = questions
        self._text = text

    def compose(self) -> ComposeResult:
        """The questions and the row."""
        yield QuestionForm(self._questions)
        yield GoRow(self._text)

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        """Past the last question is the row; before the first is nothing."""
        event.stop()
        if event.step > 0:
            self.query_one(GoRow).focus()

    @on(GoRow.Back)
    def _back(self, event: GoRow.Back) -> None:
        event.stop()
        self.query_one(QuestionForm).take_focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Step the questions back while the row has the focus: there is one cursor only."""
        self.query_one(QuestionForm).set_class(isinstance(event.widget, GoRow), "-left")
