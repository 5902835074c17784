"""Changes to the answers: undo, redo, and what is tried out in What if."""

from collections.abc import Callable, Sequence

from mile18.entry import show
from mile18.plan.compare.compare import AnswerPair, answer_pairs
from mile18.question import Kind
from mile18.readiness import Lever, assess
from mile18.tui.form.form import open_forms
from mile18.tui.state import RaceState
from mile18.tui.steps import Steps, Trial
from mile18.units import Units
from mile18.wrap import one_line

TOLD_SECONDS = 4
LONGEST_WORDS = 100
FEW = 3


def undo(app: RaceState) -> None:
    """Take the last change back; what is half typed, which is no change yet, goes first."""
    for form in open_forms(app):
        if form.unread:
            form.put_back()
            return
    _travel(app, Steps.undo, "Undone", "Nothing to undo")


def redo(app: RaceState) -> None:
    """Do again what was taken back last."""
    _travel(app, Steps.redo, "Done again", "Nothing to redo")


def _travel(app: RaceState, step: Callable[[Steps], bool], done: str, nothing: str) -> None:
    working = app.working
    if not working:
        return
    before = working.profile
    if not step(working):
        _tell(app, nothing)
        return
    # A field left open, here or below, would write again what was just taken back.
    for form in open_forms(app):
        form.close()
    app.show_changes()
    changed = [pair for pair in answer_pairs(before, working.profile) if pair.differs]
    if len(changed) == 1 and app.top.show_question(changed[0].question.id):
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


def _tell(app: RaceState, text: str) -> None:
    app.notify(text, timeout=TOLD_SECONDS, markup=False)


def begin(app: RaceState) -> None:
    """From now on answers are tried and not saved; what was typed before still is."""
    if app.session:
        app.session.settle()
        app.trial = Trial(app.session.profile)
        app.real = assess(app.session.profile, app.today)


def take_over(app: RaceState) -> None:
    """Make what was tried the real answers, as one step to undo, and save them."""
    if not app.trial or not app.session:
        return
    changes = app.trial.changes
    _end(app)
    app.session.settle()
    app.session.change(app.session.profile.with_changes(changes), "")
    app.session.settle()
    app.show_changes()
    app.save()


def put_back(app: RaceState, then: Callable[[], None]) -> None:
    """Show the real answers again, after a question if something was tried, and go on.

    The question has a third answer, which takes over what was tried.
    """

    def leave() -> None:
        _end(app)
        app.show_answers()
        then()

    tried = sum(map(len, app.trial.changes.values())) if app.trial else 0
    if not tried:
        leave()
        return
    from mile18.tui.dialogs.prompts import EndTrialScreen

    def keep() -> None:
        take_over(app)
        then()

    def answered(yes: bool | None) -> None:
        if yes:
            leave()

    app.push_screen(EndTrialScreen(tried, keep), answered)


def pull(app: RaceState, lever: Lever) -> None:
    """Try one of the things to do next."""
    if not app.trial:
        begin(app)
    if app.trial:
        app.trial.settle()
        app.trial.change(app.trial.profile.with_changes(lever.changes), "")
        app.trial.settle()
        app.show_answers()


def _end(app: RaceState) -> None:
    app.trial = None
    app.real = None
