"""A new race: its name, day, distance and goal, then the quick check."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.entry import Setting
from mile18.plan.plausibility import doubts
from mile18.profile import Profile, question_by_id
from mile18.storage.problem import StorageError
from mile18.topics.race.questions import countdown_to
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.leading import GoRow, LeadingForm
from mile18.tui.naming import name_for
from mile18.tui.state import RaceState
from mile18.tui.steps import Draft

ASKED = ("race.name", "race.date", "race.distance", "race.goal_time")
LATER = "Everything can be changed later, and nothing has to be answered."


class NewProfileScreen(BaseScreen[None]):
    """Four questions that any answer to may wait; the file is made at the end."""

    CSS_PATH = "new_profile.tcss"
    AUTO_FOCUS = "AnswerInput"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o,f10", "create", "create", id="new-create", tooltip="Make this race"),
        Binding("escape,f2", "leave", "back", id="new-back", tooltip="Back, without a new race"),
        Binding("ctrl+z", "take_back", "undo", id="new-undo", show=False),
        Binding("ctrl+y", "do_again", "redo", id="new-redo", tooltip="Do it again", show=False),
    ]
    app: RaceState

    def __init__(self) -> None:
        """Start with nothing answered."""
        super().__init__()
        self.new_race: Draft = Draft()
        self.file_name = ""

    @property
    def draft(self) -> Profile:
        """What is answered so far."""
        return self.new_race.profile

    def compose(self) -> ComposeResult:
        """Title, form, where it will be kept, why it is asked, keys."""
        yield TitleBar()
        with Vertical(id="page"):
            yield Static(Content("A new race. Whatever you do not know yet can wait."), id="intro")
            asked = [question_by_id(name) for name in ASKED]
            yield LeadingForm(asked, "Create this race and go on")
            yield Static(Content(""), id="kept")
            yield Static(Content(""), id="why")
        yield KeyBar()

    @property
    def form(self) -> QuestionForm:
        """The four questions."""
        return self.query_one(QuestionForm)

    def on_mount(self) -> None:
        """Show the empty draft."""
        self._explain(self.form.question.why)
        self._show()

    def on_screen_resume(self) -> None:
        """Other files may be there now."""
        self._show()

    def _show(self) -> None:
        app, draft = self.app, self.draft
        form = self.form
        form.setting = Setting(app.units, app.today, draft.race.distance)
        form.answers = {name: draft.answer(name) for name in ASKED}
        form.doubts = doubts(draft, app.units)
        bar = self.query_one(TitleBar)
        bar.show_race(draft, countdown_to(draft.race, app.today), app.units)
        if draft == Profile():
            bar.title = "New race"
        wrong = ""
        try:
            taken = app.store.names()
        except StorageError as error:
            taken, wrong = [], str(error)
        self.file_name = name_for(draft.race, taken)
        self._tell(wrong)

    def _tell(self, wrong: str) -> None:
        told = f"! {wrong}" if wrong else f"Kept as {self.file_name}.toml"
        style = "bold $text-error" if wrong else "$foreground-muted"
        self.query_one("#kept", Static).update(Content.styled(told, style))

    def _explain(self, text: str) -> None:
        self.query_one("#why", Static).update(Content.styled(text, "$foreground-muted"))

    # What the form says

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        """Put an answer into the draft."""
        asked = event.question
        draft = self.draft.with_answer(asked.id, event.value).with_changes(event.too or {})
        self.new_race.change(draft, asked.id)
        self.new_race.settle()
        self._show()

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """Explain the question under the cursor."""
        self._explain(event.question.why)

    @on(events.DescendantFocus)
    def _explain_where_it_is(self, event: events.DescendantFocus) -> None:
        is_last = isinstance(event.widget, GoRow)
        self._explain(LATER if is_last else self.form.question.why)

    @on(GoRow.Chosen)
    def _go(self) -> None:
        self.action_create()

    # Actions

    def action_take_back(self) -> None:
        """Take the last change back."""
        if not self.form.editing and self.new_race.undo():
            self._show()

    def action_do_again(self) -> None:
        """Do it again."""
        if not self.form.editing and self.new_race.redo():
            self._show()

    def action_create(self) -> None:
        """Make the file once the last answer has arrived, and go on to the quick check."""
        if self.form.leave():
            self.call_after_refresh(self._create)

    def _create(self) -> None:
        app = self.app
        if not app.save():
            return
        try:
            opened = self.new_race.keep(app.store, self.file_name)
        except StorageError as error:
            # Whoever took the name has it; the next try goes under a free one.
            self._show()
            self._tell(str(error))
            return
        from mile18.tui.prepare.quick_check import QuickCheckScreen

        app.open_profile(opened)
        app.push_screen(QuickCheckScreen())

    def action_leave(self) -> None:
        """Back, after a question if something was answered."""
        if self.draft == Profile():
            self.dismiss()
            return
        from mile18.tui.dialogs.prompts import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss()

        self.app.push_screen(
            ConfirmScreen("Leave without this race?", "What you answered here is not kept."),
            answered,
        )
