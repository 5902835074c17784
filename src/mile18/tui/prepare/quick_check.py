"""The quick check: the runner, then the article's eight questions, with the figure moving beside."""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.profile import all_questions
from mile18.question import Question
from mile18.readiness import WEIGHTS
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.leading import GoRow, LeadingForm
from mile18.tui.form.why import WhyBox
from mile18.tui.panel import ReadinessPanel, ReadinessStrip
from mile18.tui.prepare.asking import AskingScreen

HEADINGS = {
    1: "Medicines",
    2: "Sleep",
    3: "Running at goal pace",
    4: "Strength and jumps",
    5: "Filling up before the race",
    6: "Eating and drinking on the way",
    7: "A hotter day than planned",
    8: "Calm at the start",
}
INTRO = "Quick check, about three minutes. Leave open what you do not know."
# What moves the plan most, beside the eight.
FIRST = "You and your running"
PLANNED_WITH = (
    "race.start_time",
    "race.recent_distance",
    "race.recent_time",
    "race.body_mass",
    "training.weekly_distance",
    "training.longest_run",
    "health.cramps_last_10",
)
# Only who drinks by an amount can say it, and the Nutrition tab asks.
LATER = "nutrition.drink_per_hour"


def quick_questions() -> tuple[Question, ...]:
    """What the plan needs most, then every question that answers one of the eight, in their order.

    Of each the most telling one comes first.
    """
    telling = [name for rule, _ in WEIGHTS for name in rule.asks]
    asked = all_questions()
    planned = [replace(asked[name], group=FIRST) for name in PLANNED_WITH]
    found = [each for each in asked.values() if each.seed and each.id != LATER]
    found.sort(
        key=lambda each: (
            each.seed or 0,
            telling.index(each.id) if each.id in telling else len(telling),
        )
    )
    return (*planned, *(replace(each, group=HEADINGS[each.seed or 0]) for each in found))


class QuickCheckScreen(AskingScreen):
    """Three minutes from a new race to a first figure and a plan."""

    CSS_PATH = "quick_check.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o,f10", "go_on", "go on", id="quick-on", tooltip="On to all questions"),
        Binding("escape", "go_on", "go on", id="quick-back", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Title, form with the reason below it, the figure, the way on, keys."""
        yield TitleBar()
        yield Static(Content.styled(INTRO, "$foreground-muted"), id="intro")
        with Horizontal(id="body"):
            with Vertical(id="questions"):
                yield LeadingForm(quick_questions(), "Go on to all questions of this race")
                yield WhyBox()
            yield ReadinessPanel(id="panel")
        yield ReadinessStrip()
        yield KeyBar()

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """Point at the factor that the question belongs to."""
        self.query_one("#panel", ReadinessPanel).topic = event.question.topic

    @on(GoRow.Chosen)
    def _go(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """On to all questions, once the last answer has arrived."""
        if self.form.leave():
            self.call_after_refresh(self.app.action_prepare)
