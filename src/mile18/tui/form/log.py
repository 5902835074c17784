"""A log, such as nights slept or cramps: its entries above, the questions of one entry below."""

from collections.abc import Callable
from typing import Any, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.entry import Setting, entry_line
from mile18.question import Entry, Kind, Question, questions
from mile18.tui.bars import KeyBar
from mile18.tui.base_screen import BaseModal
from mile18.tui.form.checklist import ChecklistScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.state import RaceState

LINES_SHOWN = 7


class LogScreen(BaseModal[None]):
    """Hands every change of its entries on at once."""

    app: RaceState
    CSS_PATH = "log.tcss"
    AUTO_FOCUS = "AnswerInput"
    hands_on_at_once: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "add", "new entry", id="log-add", tooltip="Add an entry"),
        Binding("pageup", "turn(-1)", "earlier", id="log-earlier", tooltip="The entry above"),
        Binding("pagedown", "turn(1)", "later", id="log-later", tooltip="The entry below"),
        Binding("ctrl+l", "remove", "remove", id="log-remove", tooltip="Remove this entry"),
        Binding("escape", "done", "done", id="log-done", tooltip="Back, with these entries"),
    ]

    def __init__(
        self,
        question: Question,
        entries: tuple[Entry, ...],
        setting: Setting,
        changed: Callable[[tuple[Entry, ...] | None], None],
        blank: Entry,
    ) -> None:
        """Start from the entries so far, or on a new one.

        `changed` takes all that say more than `blank`, which a new entry begins as.
        """
        super().__init__()
        self._changed = changed
        assert question.entry is not None
        self._question = question
        self._kind = question.entry
        self._blank = blank
        self._entries = list(entries) or [blank]
        self._at = len(self._entries) - 1
        self._setting = setting

    def compose(self) -> ComposeResult:
        """What is asked, the entries as lines, the form of one entry."""
        with Vertical():
            yield Static(Content.styled(self._question.prompt, "bold"), id="prompt")
            yield Static(Content(""), id="entries")
            yield QuestionForm(questions(self._kind))
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the entry that is being filled in."""
        self.query_one(QuestionForm).setting = self._setting
        self._show()

    def _show(self) -> None:
        first = max(0, min(self._at - LINES_SHOWN // 2, len(self._entries) - LINES_SHOWN))
        lines = [
            Content.assemble(
                ("▸ " if at == self._at else "  ", "bold $accent"),
                entry_line(self._kind, self._entries[at], self._setting.units) or "new entry",
            )
            for at in range(first, min(first + LINES_SHOWN, len(self._entries)))
        ]
        self.query_one("#entries", Static).update(Content("\n").join(lines))
        entry = self._entries[self._at]
        form = self.query_one(QuestionForm)
        form.answers = {each.key: getattr(entry, each.key) for each in questions(self._kind)}

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        """Put the answer into the entry."""
        event.stop()
        changed: dict[str, Any] = {event.question.key: event.value}
        self._entries[self._at] = replace(self._entries[self._at], **changed)
        self._tell()
        self._show()

    def _tell(self) -> None:
        said = tuple(entry for entry in self._entries if entry not in (self._blank, self._kind()))
        self._changed(said or None)

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """The form explains nothing here."""
        event.stop()

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        """Past the last question of the last entry comes a new entry."""
        event.stop()
        if event.step > 0 and self._at == len(self._entries) - 1:
            self.action_add()
        else:
            self.action_turn(event.step)

    def on_question_form_opened(self, event: QuestionForm.Opened) -> None:
        """Open a checklist of the entry."""
        event.stop()
        question = event.question
        if question.kind is not Kind.CHECKLIST:
            return

        def taken(answer: tuple[str, ...] | None) -> None:
            self.on_question_form_answered(QuestionForm.Answered(event.form, question, answer))

        ticked = getattr(self._entries[self._at], question.key)
        self.app.push_screen(ChecklistScreen(question, ticked, taken))

    def _go(self, at: int) -> None:
        form = self.query_one(QuestionForm)
        if form.leave():
            self._at = max(0, min(at, len(self._entries) - 1))
            form.ask(form.questions)
            self._show()
            form.take_focus()

    def action_turn(self, step: int) -> None:
        """Go to the entry above or below."""
        self._go(self._at + step)

    def action_add(self) -> None:
        """Start a new entry, unless the last one is still empty."""
        if self._entries[-1] != self._blank:
            self._entries.append(self._blank)
        self._go(len(self._entries) - 1)

    def action_remove(self) -> None:
        """Take this entry out, as a step of its own to undo."""
        if self.query_one(QuestionForm).leave():
            self._settle()
            del self._entries[self._at]
            if not self._entries:
                self._entries.append(self._blank)
            self._tell()
            self._settle()
            self._go(self._at)

    def action_done(self) -> None:
        """Back; the entries are handed on already."""
        if self.query_one(QuestionForm).leave():
            self.call_after_refresh(self._leave)
            self._settle()

    def _leave(self) -> None:
        # The screen would wait for its own end, were the awaitable of `dismiss` handed back.
        self.dismiss()

    def _settle(self) -> None:
        if self.app.working:
            self.app.working.settle()
