"""A form with a last row that leads on."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from mile18.tui.widgets.form_layout import Field
from mile18.tui.widgets.go_row import GoRow
from mile18.tui.widgets.question_form import QuestionForm


class LeadingForm(Vertical):
    """Questions, and below the last of them the row on which Enter goes on (`GoRow.Chosen`)."""

    def __init__(self, fields: Sequence[Field], text: str) -> None:
        """Ask `fields`; `text` says where the last row leads."""
        super().__init__()
        self._fields = fields
        self._text = text

    def compose(self) -> ComposeResult:
        """The questions and the row."""
        yield QuestionForm(self._fields)
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
