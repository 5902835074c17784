"""The form by keyboard: move, choose, type, put back, and never a value that was not meant."""

from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from mile18.entry import Setting
from mile18.question import Kind, Question
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.layout import draw
from mile18.units import SI, Units


def question(key: str, kind: Kind, **told: Any) -> Question:
    return Question(key=key, kind=kind, prompt=f"{key}?", why="Because.", **told)


QUESTIONS = [
    question("name", Kind.TEXT),
    question("hours", Kind.NUMBER, unit="h", at_least=0, at_most=16),
    question("rested", Kind.CHOICE, choices={"no": "rarely", "some": "sometimes", "yes": "always"}),
    question("hot", Kind.YES_NO),
    question("distance", Kind.NUMBER, unit="km", at_least=1, at_most=250,
             choices={"21.0975": "half marathon", "42.195": "marathon"}),
    question("pace", Kind.CHOICE,
             choices={"goal": "at goal pace", "once": "at once", "slow": "slower"}),
    question("ill", Kind.CHOICE, choices={"no": "no", "nose": "nose only"}),
    question("pills", Kind.CHECKLIST, choices={"a": "one", "b": "two"}),
]  # fmt: skip


class FormApp(App[None]):
    """One form, and what it said."""

    CSS = "QuestionForm { height: 1fr } AnswerInput { position: absolute; height: 1 }"

    def __init__(self, **answers: Any) -> None:
        super().__init__()
        self.answers = answers
        self.opened: list[str] = []
        self.left: list[int] = []

    def compose(self) -> ComposeResult:
        yield QuestionForm(QUESTIONS)

    @property
    def form(self) -> QuestionForm:
        return self.query_one(QuestionForm)

    def on_mount(self) -> None:
        self.form.answers = self.answers
        self.form.take_focus()

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        self.answers = self.answers | {event.question.id: event.value}
        event.form.answers = self.answers

    def on_question_form_opened(self, event: QuestionForm.Opened) -> None:
        self.opened.append(event.question.id)

    def on_question_form_left(self, event: QuestionForm.Left) -> None:
        self.left.append(event.step)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds on the clock, which stands still."""
    seconds = [100.0]
    monkeypatch.setattr("mile18.tui.form.choices.monotonic", lambda: seconds[0])
    return seconds


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_typing_answers_at_every_keystroke_and_enter_goes_on() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        await press(pilot, "down", "6")
        assert app.answers == {"hours": 6}
        await press(pilot, "comma", "5")
        assert app.answers == {"hours": 6.5}
        await press(pilot, "enter")
        assert (app.form.cursor, app.form.editing) == (2, False)


async def test_typing_replaces_and_space_edits() -> None:
    app = FormApp(name="Pig")
    async with app.run_test() as pilot:
        await press(pilot, "space", "s", "enter")
        assert app.answers["name"] == "Pigs"
        await press(pilot, "up", "F", "enter")
        assert app.answers["name"] == "F"


async def test_enter_keeps_what_is_answered_and_goes_on() -> None:
    app = FormApp(name="Pig", hours=7.0)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert (app.form.cursor, app.form.editing) == (1, False)
        await press(pilot, "up", "backspace", "enter")
        assert (app.form.cursor, app.form.editing) == (0, True)
        await press(pilot, "enter")
        assert (app.form.cursor, app.form.editing) == (1, False)
        assert app.answers == {"name": None, "hours": 7.0}


async def test_escape_puts_the_answer_back() -> None:
    app = FormApp(hours=7.0)
    async with app.run_test() as pilot:
        await press(pilot, "down", "3")
        assert app.answers == {"hours": 3}
        await press(pilot, "escape")
        assert app.answers == {"hours": 7.0}
        assert not app.form.editing


async def test_what_is_no_answer_stays_in_the_field_with_the_reason_below() -> None:
    app = FormApp(hours=7.0)
    async with app.run_test() as pilot:
        await press(pilot, "down", "2", "4", "enter")
        assert app.form.editing
        assert app.form.input.value == "24"
        assert app.form.rows.drawing is not None
        assert "24 h is outside 0–16 h" in app.form.rows.drawing.content.plain
        assert app.answers == {"hours": 7.0}
        await press(pilot, "escape")
        assert app.answers == {"hours": 7.0}


async def test_an_answer_looked_at_but_not_touched_is_not_changed() -> None:
    app = FormApp(hours=6.123456)
    async with app.run_test() as pilot:
        await press(pilot, "down", "enter", "enter")
        assert app.answers == {"hours": 6.123456}


@pytest.mark.parametrize(
    ("start", "keys", "answers"),
    [
        (2, ["right"], {"rested": "no"}),
        (2, ["right", "right", "right", "right"], {"rested": "yes"}),
        (2, ["left"], {"rested": "yes"}),
        (2, ["s"], {"rested": "some"}),
        (2, ["3"], {"rested": "yes"}),
        (2, ["9"], {}),
        (2, ["space", "space", "space", "space"], {"rested": "no"}),
        (3, ["y"], {"hot": True}),
        (3, ["n"], {"hot": False}),
        (3, ["right", "backspace"], {"hot": None}),
        (4, ["right"], {"distance": 21.0975}),
        (4, ["right", "right"], {"distance": 42.195}),
        (4, ["5", "0", "enter"], {"distance": 50}),
        (4, ["m", "a", "r", "enter"], {"distance": 42.195}),
    ],
)
async def test_choices_by_arrows_letters_and_numbers(
    start: int, keys: list[str], answers: dict[str, Any]
) -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        app.form.cursor = start
        await press(pilot, *keys)
        assert app.answers == answers


@pytest.mark.parametrize(
    ("start", "given", "typed", "answer", "told"),
    [
        (2, {}, "some", "some", ""),
        (2, {}, "always", "yes", ""),
        (2, {}, "rr", "no", ""),
        (2, {}, "al9", None, "“al9” is none of: rarely, sometimes, always"),
        (2, {"rested": "yes"}, "so-so", "yes", "“so-so” is none of: rarely, sometimes, always"),
        (2, {"rested": "yes"}, "1h50", "yes", "“1h50” is none of: rarely, sometimes, always"),
        (2, {}, "0", None, "“0” is none of: 1 rarely, 2 sometimes, 3 always"),
        (3, {}, "nonsense", None, "“nonsense” is none of: yes, no"),
        (3, {"hot": False}, "yesterday", False, "“yesterday” is none of: yes, no"),
        (5, {}, "at goal", "goal", ""),
        (5, {}, "at home", None, "“at home” is none of: at goal pace, at once, slower"),
        (5, {}, "aa", "once", ""),
        (5, {}, "at o", "once", ""),
        (3, {}, "no ", False, ""),
        (3, {}, "yes please", None, "“yes please” is none of: yes, no"),
        (3, {"hot": True}, "no idea", True, "“no idea” is none of: yes, no"),
        (2, {"rested": "yes"}, "so so", "yes", "“so so” is none of: rarely, sometimes, always"),
        (3, {}, "nonsense nonsense", None, "“nonsense nonsense” is none of: yes, no"),
        (3, {}, "22", None, "“22” is none of: 1 yes, 2 no"),
        (3, {}, "12", None, "“12” is none of: 1 yes, 2 no"),
        (3, {}, "yn", False, ""),
        (3, {}, "2027", None, "“2027” is none of: 1 yes, 2 no"),
        (2, {}, "sa", "yes", ""),
        (6, {"ill": "no"}, "no", "no", ""),
        (6, {"ill": "no"}, "nose", "nose", ""),
        (6, {"ill": "no"}, "nn", "no", ""),
    ],
)
async def test_what_is_typed_on_a_choice_picks_an_option_or_nothing(
    start: int, given: dict[str, Any], typed: str, answer: Any, told: str
) -> None:
    app = FormApp(**given)
    async with app.run_test(size=(120, 30)) as pilot:
        app.form.cursor = start
        await press(pilot, *typed)
        assert app.answers.get(QUESTIONS[start].id) == answer
        assert app.form.rows.drawing is not None
        assert told in app.form.rows.drawing.content.plain
        assert ("is none of" in app.form.rows.drawing.content.plain) == bool(told)


async def test_a_long_paste_on_a_choice_is_quoted_in_short() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        app.form.cursor = 3
        app.form.input.post_message(events.Paste("no " + "nonsense " * 500))
        await pilot.pause()
        assert app.answers == {}
        assert app.form.rows.drawing is not None
        assert app.form.rows.drawing.height < 20


async def test_after_a_pause_or_a_choice_what_is_typed_begins_anew(clock: list[float]) -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        app.form.cursor = 2
        await press(pilot, "s")
        clock[0] += 2
        await press(pilot, "a")
        assert app.answers == {"rested": "yes"}
        await press(pilot, "left", "r")
        assert app.answers == {"rested": "no"}
        await press(pilot, "x", "down", "up", "s")
        assert app.answers == {"rested": "some"}


async def test_a_checklist_opens_and_the_form_can_be_left_at_both_ends() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        await press(pilot, "up", "end", "enter", "down", "home", "shift+tab")
        assert app.opened == ["pills"]
        assert app.left == [-1, 1, -1]


async def test_deleting_takes_an_answer_back_to_not_answered() -> None:
    app = FormApp(name="Pig", hours=7.0)
    async with app.run_test() as pilot:
        await press(pilot, "backspace", "down", "delete")
        assert app.answers == {"name": None, "hours": None}


async def test_other_questions_in_the_same_form_start_clean() -> None:
    app = FormApp(name="Pig")
    async with app.run_test() as pilot:
        await press(pilot, "x")
        app.form.ask([question("goal", Kind.DURATION, unit="h:mm:ss", at_least=600, at_most=9e4)])
        await press(pilot, "3", "h", "4", "5", "enter")
        assert app.answers["goal"] == 13500


async def test_brackets_in_an_answer_are_text() -> None:
    app = FormApp(name="[/x] [bold]")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.form.rows.drawing is not None
        assert "[/x] [bold]" in app.form.rows.drawing.content.plain


@pytest.mark.parametrize("width", [36, 56, 74])
def test_nothing_is_drawn_wider_than_the_form(width: int) -> None:
    answers = {"name": "A race with a very long name that does not fit anywhere at all, truly"}
    drawing = draw(QUESTIONS, answers, width, 0, SI)
    assert max(len(line) for line in drawing.content.plain.split("\n")) <= width
    assert drawing.height == len(drawing.content.plain.split("\n"))
    assert [row.top for row in drawing.rows] == sorted({row.top for row in drawing.rows})


async def test_answers_are_shown_in_the_runners_units() -> None:
    app = FormApp(distance=32.18688)
    async with app.run_test() as pilot:
        app.form.setting = Setting(Units(distance="mi"))
        await pilot.pause()
        assert app.form.rows.drawing is not None
        assert "20 mi" in app.form.rows.drawing.content.plain


async def test_no_key_of_a_fast_typist_is_lost() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        for key in [*"Pig race", "enter", *"6.5", "enter", "right", "right", "enter", "y"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert app.answers == {"name": "Pig race", "hours": 6.5, "rested": "some", "hot": True}


async def test_a_paste_of_several_lines_is_one_answer() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        app.post_message(events.Paste("Flying\nPig"))
        await pilot.pause()
        await press(pilot, "enter")
        assert app.answers == {"name": "Flying Pig"}
