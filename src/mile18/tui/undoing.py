"""Undo and redo on the screens: the answer that changed is shown, or said where it is not seen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mile18.entry import show
from mile18.plan.compare import AnswerPair, answer_pairs
from mile18.tui.steps import Steps
from mile18.units import Units

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp

TOLD_SECONDS = 4


def travel(app: "RaceApp", step: Callable[[Steps], bool], done: str, nothing: str) -> None:
    """Take a step through the answers that are worked on, and show what it changed.

    `done` begins what is said of the change, `nothing` is said if there is no such step.
    """
    working = app.working
    if not working:
        return
    before = working.profile
    if not step(working):
        _tell(app, nothing)
        return
    app.show_changes()
    changed = [pair for pair in answer_pairs(before, working.profile) if pair.differs]
    show_question = getattr(app.screen, "show_question", None)
    if len(changed) == 1 and show_question and show_question(*changed[0].place):
        return
    _tell(app, f"{done}: {_words(changed, app.units)}")


def _words(changed: Sequence[AnswerPair], units: Units) -> str:
    if len(changed) != 1:
        return f"{len(changed)} answers"
    question, value = changed[0].question, changed[0].b
    asked = question.prompt if question.prompt.endswith("?") else f"{question.prompt}:"
    return f"{asked} {show(question, value, units) or 'not answered'}"


def _tell(app: "RaceApp", text: str) -> None:
    app.notify(text, timeout=TOLD_SECONDS, markup=False)
