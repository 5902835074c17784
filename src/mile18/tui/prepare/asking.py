"""What every screen with questions of the open profile has in common."""

from functools import partial
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from mile18.entry import Setting
from mile18.plan.plausibility import doubts
from mile18.profile import Profile
from mile18.question import Entry, Kind, Question
from mile18.readiness import Readiness
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.why import WhyBox
from mile18.tui.panel import ReadinessPanel
from mile18.tui.state import RaceState


class AskingScreen(BaseScreen[None]):
    """A form over the open profile: answers go to the app, and what follows from them comes back."""

    AUTO_FOCUS = "AnswerInput"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+b,f12",
            "records",
            "your files",
            id="records",
            tooltip="Training and nights from the files of your watch",
        ),
        Binding("f4,ctrl+e", "evidence", "sources", id="evidence", tooltip="Why this is asked"),
    ]
    app: RaceState

    @property
    def form(self) -> QuestionForm:
        """The questions on the screen."""
        return self.query_one(QuestionForm)

    def on_mount(self) -> None:
        """Follow the app's answers from now on."""
        self.query_one(WhyBox).question = self.form.question
        self.watch(self.app, "units", self._units_changed)
        self.watch(self.app, "profile", self._profile_changed)
        self.watch(self.app, "readiness", self._readiness_changed)
        self.watch(self.app, "real", self._real_changed, init=self.app.real is not None)
        self.query_one(TitleBar).follow(self.app)

    def action_records(self) -> None:
        """Training and nights from the runner's own files."""
        from mile18.tui.exchange.records import ask_for_records

        if self.form.leave():
            ask_for_records(self.app)

    # What the app says

    def _units_changed(self) -> None:
        for panel in self.query(ReadinessPanel):
            panel.units = self.app.units
        self._profile_changed(self.app.profile)

    def _profile_changed(self, profile: Profile | None) -> None:
        if profile is None:
            return
        self.show_answers(profile)
        if readiness := self.app.readiness:
            self.query_one(TitleBar).show_race(
                profile, readiness.countdown, self.app.units, self.app.file_name
            )

    def _readiness_changed(self, readiness: Readiness | None) -> None:
        for panel in self.query(ReadinessPanel):
            panel.readiness = readiness

    def _real_changed(self, real: Readiness | None) -> None:
        if real is None:
            # What stands in the input was typed to be tried.
            self.form.close()
        for panel in self.query(ReadinessPanel):
            panel.real = real
        self._profile_changed(self.app.profile)
        self.refresh_bindings()
        self.query_one(KeyBar).refresh()

    def show_answers(self, profile: Profile) -> None:
        """Put a profile's answers into the form, and say how many of its questions are answered."""
        form = self.form
        form.setting = Setting(self.app.units, self.app.today, profile.race.distance)
        form.answers = _answers(form, profile)
        form.doubts = doubts(profile, self.app.units)
        real = self.app.real
        form.real = _answers(form, real.profile) if real else None
        asked = [form.answers[each.id] for each in form.questions if each.key != "notes"]
        given = sum(said is not None for said in asked)
        self.query_one(WhyBox).said = f"{given} of {len(asked)} answered"

    # What the form says

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        """Hand an answer to the app."""
        self.app.answer(event.question.id, event.value, event.too)

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """Explain the question under the cursor."""
        self.query_one(WhyBox).question = event.question

    def on_question_form_opened(self, event: QuestionForm.Opened) -> None:
        """Open a checklist or a log, and take what comes back as the answer."""
        if not self.is_current:
            # Enter was pressed twice, and the list is open.
            return
        question = event.question
        value = event.form.answers.get(question.id)
        self.settle()
        is_log = question.kind is Kind.LOG

        def taken(answer: tuple[object, ...] | None) -> None:
            self.app.answer(question.id, answer)
            if not is_log:
                self.settle()

        if is_log:
            from mile18.tui.form.log import LogScreen

            blank = self.new_entry(question)
            setting = event.form.setting
            screen: BaseScreen[None] = LogScreen(question, value or (), setting, taken, blank)
        else:
            from mile18.tui.form.checklist import ChecklistScreen

            screen = ChecklistScreen(question, value, taken)
        self.app.push_screen(screen, partial(self._past_list, question))

    def _past_list(self, question: Question, _: None) -> None:
        """Go on to the next question, once a list has been closed."""
        if self.form.question == question:
            self.form.action_move(1)

    def new_entry(self, log: Question) -> Entry:
        """What a new entry of a log begins as."""
        assert log.entry is not None
        return log.entry()

    def settle(self) -> None:
        """Make the next change a step of its own to undo."""
        if self.app.working:
            self.app.working.settle()

    def show_question(self, name: str) -> bool:
        """Put the cursor on the question with this id, giving up what is typed; False if it is not here."""
        names = [each.id for each in self.form.questions]
        if name not in names:
            return False
        self.form.close()
        self.form.cursor = names.index(name)
        self.form.take_focus()
        return True

    def action_evidence(self) -> None:
        """The claims behind the question under the cursor, with grade and sources."""
        from mile18.tui.dialogs.evidence import EvidenceScreen

        question = self.form.question
        self.app.push_screen(
            EvidenceScreen(question.prompt, self.app.why(question), question.evidence)
        )


def _answers(form: QuestionForm, profile: Profile) -> dict[str, Any]:
    return {each.id: profile.answer(each.id) for each in form.questions}
