"""A form of questions: one drawn widget and one input, whatever the number of questions.

Like a sheet: the arrows move between questions, typing replaces an answer, Enter edits it, and
Escape puts it back. The form holds no answers; it shows `answers` and posts what was given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from mile18.entry import Setting, answered_too, editable, in_words, parse
from mile18.factor import Changes
from mile18.question import Kind, Question
from mile18.reading import EntryError
from mile18.tui.form.choices import TypedChoice, answer_of, next_round, options, picked, stepped
from mile18.tui.form.input import AnswerInput
from mile18.tui.form.layout import KEYS, FormRows, allowed, differs, draw, hint, now_words

TYPED = (Kind.TEXT, Kind.NUMBER, Kind.WHOLE, Kind.DURATION, Kind.DATE, Kind.TIME)


class QuestionForm(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Questions to answer with the keyboard alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "move(-1)", "Previous question", show=False),
        Binding("down,tab", "move(1)", "Next question", show=False),
        Binding("left", "step(-1)", "Choose", show=False),
        Binding("right", "step(1)", "Choose", show=False),
        Binding("home", "jump(0)", "First question", show=False),
        Binding("end", "jump(-1)", "Last question", show=False),
        Binding("enter", "go_on", "Go on", show=False),
        Binding("space", "open_or_step", "Change", show=False),
        Binding("backspace,delete", "clear", "Clear the answer", show=False),
    ]

    answers: reactive[Mapping[str, Any]] = reactive({})
    real: reactive[Mapping[str, Any] | None] = reactive(None)
    doubts: reactive[Mapping[str, str]] = reactive({})
    setting: reactive[Setting] = reactive(Setting())
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Answered(Message):
        """An answer was given or taken back (None); posted at every keystroke that reads.

        `too` is what the text answers besides, once it is kept.
        """

        form: "QuestionForm"
        question: Question
        value: Any
        too: Changes | None = None

    @dataclass
    class Moved(Message):
        """Another question is under the cursor."""

        question: Question

    @dataclass
    class Opened(Message):
        """A checklist or a log asks to be opened."""

        form: "QuestionForm"
        question: Question

    @dataclass
    class Left(Message):
        """The cursor went past the last question (1) or before the first (-1)."""

        step: int

    def __init__(self, questions: Sequence[Question] = (), *, id: str | None = None) -> None:  # noqa: A002
        """Ask `questions`; `answers` and `setting` are set by whoever owns them."""
        super().__init__(id=id)
        self.questions = tuple(questions)
        self.editing = False
        self._before: Any = None
        self._wrong = ""
        self._untouched: str | None = None
        self._doubted: Mapping[str, str] = {}
        self._spelled = TypedChoice()

    def compose(self) -> ComposeResult:
        """The drawn rows, and the input that lies over them."""
        yield FormRows()
        yield AnswerInput(self)

    @property
    def rows(self) -> FormRows:
        """The drawn part."""
        return self.query_one(FormRows)

    @property
    def input(self) -> AnswerInput:
        """The typed part."""
        return self.query_one(AnswerInput)

    @property
    def question(self) -> Question:
        """The question under the cursor."""
        return self.questions[self.cursor]

    @property
    def _given(self) -> Any:
        return self.answers.get(self.question.id)

    def ask(self, questions: Sequence[Question], cursor: int = 0) -> None:
        """Ask other questions in the same form."""
        self.close()
        self.questions = tuple(questions)
        with self.prevent(self.Moved):
            self.cursor = -1
        self.cursor = min(cursor, len(self.questions) - 1)
        self.scroll_home(animate=False)
        self._draw()

    def take_focus(self) -> None:
        """Take the focus."""
        self.input.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def watch_answers(self) -> None:
        """Redraw with the new answers."""
        self._draw()

    def watch_real(self) -> None:
        """Redraw with the answers marked that are tried."""
        self._draw()

    def watch_doubts(self) -> None:
        """Redraw with the answers marked that may be slips, but not while one is half typed."""
        if not self.editing:
            self._doubted = self.doubts
            self._draw()

    def watch_setting(self) -> None:
        """Redraw in the new units."""
        self._draw()

    def watch_cursor(self) -> None:
        """Redraw, keep the question in sight, tell whoever explains it."""
        if not self.is_mounted or not 0 <= self.cursor < len(self.questions):
            return
        self._end_spelling()
        self._draw()
        self.post_message(self.Moved(self.question))

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if not width or not self.questions:
            return
        drawing = draw(
            self.questions,
            self.answers,
            width,
            self.cursor,
            self.setting.units,
            self._hint(),
            typing=self.editing,
            real=self.real,
            doubted=self._doubted,
        )
        rows = self.rows
        if rows.drawing is None or rows.drawing.height != drawing.height:
            rows.drawing = drawing
        elif not rows.drawing.content.is_same(drawing.content):
            rows.set_reactive(FormRows.drawing, drawing)
            rows.refresh()
        row = drawing.rows[self.cursor]
        place = (row.answer_x, row.answer_y) if self.editing else (0, row.top)
        self.input.styles.offset = place
        self.input.styles.width = max(4, width - row.answer_x - 1) if self.editing else 1
        first = 0 if self.cursor == 0 else row.top
        self.scroll_to_region(
            Region(0, first, width, row.top + row.height - first + 1), animate=False, force=True
        )

    def _hint(self) -> Content | None:
        if self._wrong:
            more = f" · {KEYS}" if self.editing else ""
            return Content.styled(f"! {self._wrong}{more}", "bold $text-error")
        question, units = self.question, self.setting.units
        tried = differs(question, self.answers, self.real)
        now = now_words(question, (self.real or {}).get(question.id), units) if tried else ""
        if self.editing:
            return hint(now, allowed(question, units), KEYS)
        return hint(now, doubt=self._doubted.get(question.id, ""))

    # Moving and choosing

    def action_move(self, step: int) -> None:
        """Go to the next or previous question, or out of the form."""
        target = self.cursor + step
        if 0 <= target < len(self.questions):
            self.cursor = target
        else:
            self.post_message(self.Left(step))

    def action_jump(self, to: int) -> None:
        """Go to the first (0) or the last (-1) question."""
        self.cursor = to % len(self.questions)

    def action_step(self, step: int) -> None:
        """Choose the next or previous option."""
        if options(self.question):
            self._end_spelling()
            self._post(stepped(self.question, self._given, step))

    def action_clear(self) -> None:
        """Take the answer back."""
        self._end_spelling()
        self._post(None)

    def action_open_or_step(self) -> None:
        """Space: the next option of a choice, or open what can be opened."""
        question = self.question
        if question.kind in TYPED or not options(question):
            self.action_open()
        elif self._spelled.is_typing(self.question.id):
            self._spell(" ")
        else:
            self._end_spelling()
            self._post(next_round(question, self._given))

    def action_go_on(self) -> None:
        """Keep the answer and go on; what can be opened opens while there is none."""
        if self._given is None and self.question.kind not in (Kind.CHOICE, Kind.YES_NO):
            self.action_open()
        else:
            self.action_move(1)

    def action_open(self) -> None:
        """Edit the answer: type it, or open its list."""
        kind = self.question.kind
        if kind in TYPED:
            self.edit(self._editable())
        elif kind in (Kind.CHECKLIST, Kind.LOG):
            self.post_message(self.Opened(self, self.question))

    def type_on(self, text: str) -> None:
        """What typing or pasting on a question does: it begins an answer, or picks an option."""
        question = self.question
        if question.kind in TYPED or in_words(question):
            self.edit(text)
        elif question.kind in (Kind.CHOICE, Kind.YES_NO):
            self._spell(text)

    def _spell(self, text: str) -> None:
        question, given = self.question, self._given
        labels, chosen = options(question), picked(question, given)
        self._wrong = ""
        try:
            key = self._spelled.add(self.question.id, text, labels, chosen, given)
            self._post(answer_of(question, key))
        except ValueError as error:
            self._wrong = str(error)
            if given == self._spelled.before:
                self._draw()
            else:
                self._post(self._spelled.before)

    def _end_spelling(self) -> None:
        self._wrong = ""
        self._spelled.end()

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        drawing = self.rows.drawing
        if drawing is None or event.widget is not self.rows:
            return
        at = next(
            (n for n, row in enumerate(drawing.rows) if row.top <= event.y < row.top + row.height),
            None,
        )
        if at is None or not self.leave():
            return
        if at == self.cursor:
            self.action_open_or_step()
        self.cursor = at
        self.take_focus()

    # Typing

    def _editable(self) -> str:
        return editable(self.question, self._given, self.setting.units)

    def edit(self, text: str) -> None:
        """Open the answer for typing with `text` in it."""
        self.editing = True
        self._before = self._given
        self._untouched = self._editable()
        self._wrong = ""
        self.input.value = text
        self.input.cursor_position = len(text)
        self.input.set_class(True, "-open")
        self._draw()
        self.typed()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The input has told the form already."""
        event.stop()

    def typed(self) -> None:
        """Post what the text says; while it does not read, the answer is what it was before."""
        if not self.editing:
            return
        if self._wrong:
            self._wrong = ""
            self._draw()
        if self.input.value == self._untouched:
            return
        self._untouched = None
        try:
            value = parse(self.question, self.input.value, self.setting)
        except EntryError:
            # The first digits of what may become an answer are none themselves.
            value = self._before
        self._post(value)

    def keep(self, step: int) -> None:
        """Take the text as the answer and go on; stay, with the reason shown, if it is none."""
        if self.leave():
            self.action_move(step)

    @property
    def unread(self) -> bool:
        """Whether something is typed that is no answer (yet)."""
        if not self.editing or self.input.value == self._untouched:
            return False
        try:
            parse(self.question, self.input.value, self.setting)
        except EntryError:
            return True
        return False

    def put_back(self) -> None:
        """Give up the edit: the answer is what it was before."""
        before = self._before
        self.close()
        self._post(before)

    def leave(self) -> bool:
        """Finish any typing, so that something else can be shown; False if it is no answer."""
        if not self.editing:
            return True
        if self.input.value != self._untouched:
            try:
                value = parse(self.question, self.input.value, self.setting)
            except EntryError as error:
                self._wrong = str(error)
                self._draw()
                return False
            self._post(value, answered_too(self.question, self.input.value, self.setting))
        self.close()
        return True

    def close(self) -> None:
        """End any typing, whatever the text says."""
        self.editing = False
        self._doubted = self.doubts
        self._end_spelling()
        if self.is_mounted:
            self.input.set_class(False, "-open")
            self._draw()

    def _post(self, value: Any, too: Changes | None = None) -> None:
        # Shown at once, so that the next key steps on from here; the owner's answers follow.
        self.set_reactive(QuestionForm.answers, {**self.answers, self.question.id: value})
        if not self.editing:
            self._draw()
        self.post_message(self.Answered(self, self.question, value, too))


def open_forms(app: App[Any]) -> list[QuestionForm]:
    """The forms of all open screens, seen or not."""
    return [form for screen in app.screen_stack for form in screen.query(QuestionForm)]
