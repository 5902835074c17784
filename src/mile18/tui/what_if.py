"""What if: try answers, see what they would do, then take them over or put everything back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mile18.readiness import Lever, assess

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp

from mile18.tui.trial import Trial


def begin(app: "RaceApp") -> None:
    """From now on answers are tried and not saved; what was typed before still is."""
    if app.session:
        app.session.settle()
        app.trial = Trial(app.session.profile)
        app.real = assess(app.session.profile, app.today)


def take_over(app: "RaceApp") -> None:
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


def put_back(app: "RaceApp", then: Callable[[], None]) -> None:
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
    from mile18.tui.screens.end_trial import EndTrialScreen

    def keep() -> None:
        take_over(app)
        then()

    def answered(yes: bool | None) -> None:
        if yes:
            leave()

    app.push_screen(EndTrialScreen(tried, keep), answered)


def pull(app: "RaceApp", lever: Lever) -> None:
    """Try one of the things to do next."""
    if not app.trial:
        begin(app)
    if app.trial:
        app.trial.settle()
        app.trial.change(app.trial.profile.with_changes(lever.changes), "")
        app.trial.settle()
        app.show_answers()


def _end(app: "RaceApp") -> None:
    app.trial = None
    app.real = None
