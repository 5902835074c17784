"""Prepare: a tab of questions for each topic, with the readiness panel beside them."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from mile18.plan.pictures.tabs import picture_rows
from mile18.profile import Profile, question_by_id, tabs, topics
from mile18.question import questions
from mile18.tui.bars import KeyBar, TitleBar, TopicBar
from mile18.tui.changes import begin, put_back, take_over
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.why import WhyBox
from mile18.tui.panel import ReadinessPanel, ReadinessStrip
from mile18.tui.prepare.asking import AskingScreen
from mile18.tui.prepare.picture import SPARED, TabPicture
from mile18.tui.typed_ahead import after_typing

TRY = "Try answers and see readiness change; nothing is saved"
KEEP = "Make what you tried your answers, as one step to undo"


# What F10 opens on the one tab, and on the other.
FROM_FILES = ("sleep", "training")
OF_ONE_TAB = {"breathing": "nerves", "heel_rise": "training", "course": "race", "weather": "heat"}


class PrepareScreen(AskingScreen):
    """The questions and what follows from the answers."""

    CSS_PATH = "prepare.tcss"
    asks_all: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "put_back", "discard", id="what-if-back", tooltip="Leave what if"),
        Binding("ctrl+o", "take_over", "keep", id="what-if-keep", tooltip=KEEP),
        Binding("pagedown,ctrl+t", "turn(1)", "next tab", id="next-tab", tooltip="The next topic"),
        Binding("pageup,ctrl+r", "turn(-1)", "previous tab", id="previous-tab", show=False),
        Binding(
            "ctrl+l,f10",
            "breathing",
            "breathe",
            id="breathing",
            tooltip="On the nerves tab: slow breathing, 5 minutes",
        ),
        Binding(
            "ctrl+l,f10",
            "heel_rise",
            "heel rises",
            id="heel-rise",
            tooltip="On the training tab: the heel-rise test, with its beat",
        ),
        Binding(
            "ctrl+l,f10",
            "course",
            "course",
            id="course",
            tooltip="On the race tab: take the course from a GPX file",
        ),
        Binding(
            "ctrl+l,f10",
            "weather",
            "weather",
            id="weather",
            tooltip="On the heat tab: look the weather up, after asking you",
        ),
        Binding("ctrl+n", "what_if", "what if", id="what-if", tooltip=TRY, show=False),
    ]

    def __init__(self) -> None:
        """Start on the first topic."""
        super().__init__()
        self._topics = tabs()
        self.topic = self._topics[0]
        self._left_at: dict[str, int] = {}
        self._has_painted = False

    def compose(self) -> ComposeResult:
        """Title, topics, form with the reason below it, panel, keys."""
        yield TitleBar()
        yield TopicBar(self._topics)
        with Horizontal(id="body"):
            with Vertical(id="questions"):
                yield QuestionForm(questions(topics()[self.topic]))
                yield TabPicture()
                yield WhyBox()
            yield ReadinessPanel()
        yield ReadinessStrip()
        yield KeyBar()

    def on_mount(self) -> None:
        """Mark the first topic."""
        self.make_replaceable()
        self._mark(self.topic)
        self.watch(self.form.rows, "drawing", self._form_changed)

    def _form_changed(self) -> None:
        # The first picture comes after the first painting of all else.
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self._has_painted = True
        self._draw_picture()

    def on_resize(self) -> None:
        """The picture has other room."""
        self._form_changed()

    def show_answers(self, profile: Profile) -> None:
        """Put them into the form and, in the same frame, into the picture."""
        super().show_answers(profile)
        self._draw_picture()

    def on_question_form_moved(self, event: QuestionForm.Moved) -> None:
        """Explain the question under the cursor, and mark its line in the picture."""
        super().on_question_form_moved(event)
        self._draw_picture()

    def _draw_picture(self) -> None:
        profile, readiness, drawing = self.app.profile, self.app.readiness, self.form.rows.drawing
        if profile is None or readiness is None or drawing is None or not self._has_painted:
            return
        view = self.query_one(TabPicture)
        free = self.form.size.height + view.taken - drawing.height - SPARED
        rows = picture_rows(
            profile,
            readiness,
            self.topic,
            self.form.question.id,
            self.app.units,
            (self.form.size.width - 2, free - 1),
        )
        view.show(rows)

    def _mark(self, topic: str) -> None:
        self.topic = topic
        self.query_one(TopicBar).topic = topic
        for panel in self.query(ReadinessPanel):
            panel.topic = topic
        self.refresh_bindings()
        self.query_one(KeyBar).refresh()

    # Topics

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F10 has an action of its own on some tabs, and some keys belong to what is tried."""
        if action in OF_ONE_TAB and self.topic != OF_ONE_TAB[action]:
            return False
        if action == "records" and self.topic not in FROM_FILES:
            return False
        if action in ("take_over", "put_back") and not self.app.trial:
            return False
        return super().check_action(action, parameters)

    # What if

    def action_what_if(self) -> None:
        """Try answers without saving them, or put everything back."""
        if self.app.trial:
            self.action_put_back()
        elif self.form.leave():
            after_typing(self.app, partial(begin, self.app))

    def action_put_back(self) -> None:
        """Show the real answers again, after a question if something was tried."""
        if self.form.leave():
            after_typing(self.app, partial(put_back, self.app, self.settle))

    def action_take_over(self) -> None:
        """Make what was tried the real answers."""
        if self.form.leave():
            after_typing(self.app, partial(take_over, self.app))

    def action_breathing(self) -> None:
        """Five minutes of slow breathing."""
        from mile18.tui.practice.breathing import BreathingScreen

        self.app.push_screen(BreathingScreen())

    def action_heel_rise(self) -> None:
        """The heel-rise test."""
        from mile18.tui.practice.heel_rise import HeelRiseScreen

        self.app.push_screen(HeelRiseScreen())

    def action_course(self) -> None:
        """The course from a file."""
        from mile18.tui.exchange.course import ask_for_course

        if self.form.leave():
            ask_for_course(self.app)

    def action_weather(self) -> None:
        """The weather, looked up after a yes."""
        from mile18.tui.exchange.weather import ask_for_weather

        if self.form.leave():
            ask_for_weather(self.app)

    def action_show_topic(self, topic: str, cursor: int | None = None) -> None:
        """Open a topic at one of its questions; without one, where it was left."""
        if not self.form.leave():
            return
        self._left_at[self.topic] = self.form.cursor
        self._mark(topic)
        if cursor is None:
            cursor = self._left_at.get(topic, 0)
        self.form.ask(questions(topics()[topic]), cursor)
        if self.app.profile:
            self.show_answers(self.app.profile)
        self.form.take_focus()

    def action_turn(self, step: int) -> None:
        """Open the next (1) or previous (-1) topic, round and round."""
        at = self._topics.index(self.topic) + step
        self.action_show_topic(self._topics[at % len(self._topics)])

    def go_to(self, name: str) -> None:
        """Open the topic of a question, given by its id, with the cursor on it."""
        self.app.action_prepare()
        if self.form.leave():
            self.show_question(name)

    def show_question(self, name: str) -> bool:
        """Put the cursor on a question of any topic, giving up what is typed."""
        topic = question_by_id(name).topic
        if topic not in self._topics:
            return False
        if topic != self.topic:
            self.form.close()
            self.action_show_topic(topic)
        return super().show_question(name)

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        """Past the last question comes the next topic; before the first, the one before."""
        at = self._topics.index(self.topic) + event.step
        if 0 <= at < len(self._topics):
            topic = self._topics[at]
            last = len(questions(topics()[topic])) - 1
            self.action_show_topic(topic, 0 if event.step > 0 else last)
