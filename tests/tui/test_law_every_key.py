"""Every key on every question: the app lives, and whatever it takes is an answer that a file holds."""

import random
import string
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from drawn_answers import answer, full_profile
from hand import Clock, Hand, key_event, keys_of, send
from handled import drained, until_handled
from textual.app import App, ComposeResult
from textual.screen import Screen
from virtual_time import VirtualTimeLoop, run_virtually

from mile18.entry import Setting
from mile18.profile import Profile, all_questions, topics
from mile18.question import Kind, Question, questions
from mile18.storage.codec import decode
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.base_screen import BaseScreen
from mile18.tui.debrief import DebriefScreen, debrief_questions
from mile18.tui.form.form import QuestionForm
from mile18.tui.prepare.quick_check import QuickCheckScreen, quick_questions
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.new_race import ASKED, NewProfileScreen

NOW = datetime(2027, 4, 28, 21, 0)  # noqa: DTZ001 - the runner's own clock
SIGNS = [*string.ascii_letters, *string.digits, *string.punctuation, " ", "é", "日", "\u0301"]
NAMED = [
    *["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "space", "tab"],
    *["shift+tab", "backspace", "delete", "escape", "shift+left", "ctrl+left", "ctrl+right"],
    *["ctrl+a", "ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+x", "ctrl+v"],
    *[f"f{number}" for number in range(1, 13)],
]
SHEETS = {name: sheet for name, sheet in topics().items() if sheet.is_answered}


def every_question() -> dict[str, Question]:
    """Those of the tabs and of the debrief, and those of each entry of a log."""
    found = {
        f"{topic}.{question.key}": question
        for topic, sheet in SHEETS.items()
        for question in questions(sheet)
    }
    logs = {name: each.entry for name, each in found.items() if each.entry}
    for name, kind in logs.items():
        found |= {f"{name}.{question.key}": question for question in questions(kind)}
    return found


def shapes() -> dict[str, Question]:
    """A question of each kind that a form can tell apart, by what tells it apart."""
    found: dict[str, Question] = {}
    for question in every_question().values():
        told = [question.kind.value]
        told += ["presets"] if question.choices and question.kind is Kind.NUMBER else []
        told += ["with a pace"] if question.as_pace else []
        told += ["in minutes"] if question.is_short else []
        found.setdefault(", ".join(told), question)
    return found


def test_every_kind_of_question_that_is_asked_is_pressed() -> None:
    asked = {question.kind for question in every_question().values()}
    assert {question.kind for question in shapes().values()} == asked


class FormApp(App[None]):
    """One form over answers of its own."""

    CSS = "QuestionForm { height: 1fr } AnswerInput { position: absolute; height: 1 }"

    def __init__(self, questions: Sequence[Question], answers: Mapping[str, Any]) -> None:
        super().__init__()
        self.questions = questions
        self.answers = dict(answers)
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield QuestionForm(self.questions)

    @property
    def form(self) -> QuestionForm:
        return self.query_one(QuestionForm)

    def on_mount(self) -> None:
        self.form.setting = Setting(today=NOW.date(), race_km=42.195)
        self.form.answers = dict(self.answers)
        self.form.take_focus()

    def on_question_form_answered(self, event: QuestionForm.Answered) -> None:
        self.answers[event.question.id] = event.value
        event.form.answers = dict(self.answers)

    def on_question_form_opened(self, event: QuestionForm.Opened) -> None:
        self.opened.append(event.question.id)


def fits(question: Question, value: Any) -> bool:
    """Whether a value is an answer to a question, or none."""
    if value is None:
        return True
    match question.kind:
        case Kind.NUMBER | Kind.WHOLE | Kind.DURATION:
            low, high = question.at_least, question.at_most
            return (low is None or value >= low) and (high is None or value <= high)
        case Kind.CHOICE:
            return value in question.choices
        case Kind.CHECKLIST:
            return isinstance(value, tuple) and set(value) <= set(question.choices)
        case _:
            return True


@pytest.mark.parametrize("shape", shapes())
@pytest.mark.parametrize("full", [False, True], ids=["empty", "answered"])
def test_every_key_on_every_kind_of_question(shape: str, full: bool) -> None:
    question = shapes()[shape]
    above = Question(key="above", kind=Kind.TEXT, prompt="Above", why="")
    below = Question(key="below", kind=Kind.YES_NO, prompt="Below", why="")
    given = answer(question, random.Random(18)) if full else None

    async def press_all(_: VirtualTimeLoop) -> None:
        app = FormApp([above, question, below], {question.id: given})
        async with app.run_test(size=(40, 12)):
            # Painting is what takes the time, and one form is painted in many other tests.
            with app.batch_update():
                for key in dict.fromkeys([*NAMED, *SIGNS, *keys_of(app)]):
                    app.form.close()
                    app.form.answers = {question.id: given}
                    app.form.cursor = 1
                    for step in (key, "enter"):
                        send(app, key_event(step))
                        await drained()
                        value = app.answers.get(question.id)
                        assert fits(question, value), f"{key} made {value!r}"
            await until_handled()
            assert not app._exception

    run_virtually(press_all)


def on_tick_lists() -> list[str]:
    return [name for name, each in all_questions().items() if each.kind is Kind.CHECKLIST]


@pytest.mark.parametrize("name", on_tick_lists())
@pytest.mark.parametrize("full", [False, True], ids=["empty", "answered"])
async def test_a_tick_list_opens_with_space_and_arrows_do_nothing(name: str, full: bool) -> None:
    question = all_questions()[name]
    given = (next(iter(question.choices)),) if full else None
    app = FormApp([question], {name: given})
    async with app.run_test() as pilot:
        await pilot.press("right", "left", "right")
        assert app.answers[name] == given
        await pilot.press("space")
        assert app.answers[name] == given
        assert app.opened == [name]


PLACES: dict[str, Callable[[], BaseScreen[Any]]] = {
    "prepare": PrepareScreen,
    "quick check": QuickCheckScreen,
    "new race": NewProfileScreen,
    "debrief": DebriefScreen,
}
QUITS = ("ctrl+q", "ctrl+c")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("full", [False, True], ids=["empty", "answered"])
def test_keys_drawn_by_lot_on_every_question_of_every_screen(
    place: str, full: bool, tmp_path: Path, every: bool
) -> None:
    """Some on each question that is dealt out; `make laws` and the monkey press the others."""
    dice = random.Random(f"{place} {full}")
    store = Store(tmp_path)
    opened = store.create("race", full_profile(dice) if full else Profile())

    async def press_some(loop: VirtualTimeLoop) -> None:
        clock = Clock(NOW, loop.time)
        app = Mile18(store, opened, now=clock)
        hand = Hand(app, tmp_path, clock)
        async with app.run_test(size=(80, 24)):
            for question in asked_on(place)[full :: 1 if every else 6]:
                await until_handled()
                screen = await opened_at(app, place, question)
                await press_keys(hand, screen, dice)
                assert app.is_running
            assert app.save()

    run_virtually(press_some)
    for path in tmp_path.glob("*.toml"):
        assert not decode(path.read_text(encoding="utf-8")).problems, path


def asked_on(place: str) -> list[str]:
    """Every question of a screen by its id."""
    match place:
        case "prepare":
            return list(all_questions())
        case "quick check":
            return [each.id for each in quick_questions()]
        case "new race":
            return list(ASKED)
        case _:
            return [each.id for each in debrief_questions()]


async def opened_at(app: Mile18, place: str, question: str) -> Screen[Any]:
    """The screen with its cursor on the question, whatever the last keys led to."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    if place != "prepare":
        await app.push_screen(PLACES[place]())
    await until_handled()
    form = app.screen.query_one(QuestionForm)
    form.close()
    if not app.top.show_question(question):
        form.cursor = [each.id for each in form.questions].index(question)
    return app.screen


async def press_keys(hand: Hand, screen: Screen[Any], dice: random.Random) -> None:
    """Press some keys, and more of them on whatever they open."""
    for count in (dice.choice((1, 1, 3)), 4):
        for _ in range(count):
            known = dice.choice((NAMED, SIGNS, keys_of(hand.app)))
            key = dice.choice([key for key in known if key not in QUITS])
            await hand.make(("key", key))
        await until_handled()
        if hand.app.screen is screen:
            break
