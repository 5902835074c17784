"""Undo and redo on the screens: the answer that changed is shown, or said where it is not seen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mile18.entry import show
from mile18.plan.compare.compare import AnswerPair, answer_pairs
from mile18.plan.wrap import one_line
from mile18.question import Kind
from mile18.tui.elsewhere import forms
from mile18.tui.steps import Steps
from mile18.units import Units

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp

TOLD_SECONDS = 4
LONGEST_WORDS = 100
FEW = 3


def undo(app: "RaceApp") -> None:
    """Take the last change back; what is half typed, which is no change yet, goes first."""
    for form in forms(app):
        if form.unread:
            form.put_back()
            return
    _travel(app, Steps.undo, "Undone", "Nothing to undo")


def redo(app: "RaceApp") -> None:
    """Do again what was taken back last."""
    _travel(app, Steps.redo, "Done again", "Nothing to redo")


def _travel(app: "RaceApp", step: Callable[[Steps], bool], done: str, nothing: str) -> None:
    working = app.working
    if not working:
        return
    before = working.profile
    if not step(working):
        _tell(app, nothing)
        return
    # A field left open, here or below, would write again what was just taken back.
    for form in forms(app):
        form.close()
    app.show_changes()
    changed = [pair for pair in answer_pairs(before, working.profile) if pair.differs]
    if len(changed) == 1 and app.top.show_question(*changed[0].place):
        return
    _tell(app, f"{done}: {_words(changed, app.units)}")


def _words(changed: Sequence[AnswerPair], units: Units) -> str:
    if len(changed) > FEW:
        return f"{len(changed)} answers"
    return "; ".join(_answer_words(each, units) for each in changed)


def _answer_words(pair: AnswerPair, units: Units) -> str:
    question, value = pair.question, pair.b
    if question.kind is Kind.TICKS:
        return f"{question.prompt}: {len(value or ())}"
    asked = question.prompt if question.prompt.endswith("?") else f"{question.prompt}:"
    return one_line(f"{asked} {show(question, value, units) or 'not answered'}", LONGEST_WORDS)


def _tell(app: "RaceApp", text: str) -> None:
    app.notify(text, timeout=TOLD_SECONDS, markup=False)
