"""One goal: keep the one that was typed, or take the time that training supports."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mile18.profile import Profile
from mile18.topics.race.pacing import predicted, two_goals
from mile18.tui.bars import ActionLine
from mile18.tui.base_screen import BoxScreen
from mile18.tui.state import RaceState
from mile18.tui.taking import NOT_WHILE_TRYING
from mile18.units import clock

DECIDE = "Keep your goal, or take the time that your training supports"
NOTHING_TO_DECIDE = (
    "There is nothing to decide: your recent race supports your goal, or goal, distance or recent "
    "race are open."
)


def both_goals(profile: Profile) -> tuple[int, int] | None:
    """The goal as typed and the one that training supports, in seconds; None if they are one."""
    return two_goals(profile.race, predicted(profile.race, profile.training))


def decide_goal(app: RaceState) -> None:
    """Put both goals side by side, unless they are one."""
    if app.trial:
        app.warn(NOT_WHILE_TRYING)
    elif app.session is not None:
        if both := both_goals(app.session.profile):
            app.push_screen(GoalScreen(*both))
        else:
            app.warn(NOTHING_TO_DECIDE, severity="information")


class GoalScreen(BoxScreen[None]):
    """Asks once; the answer stands on every screen, and undo takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "keep", "keep mine", id="goal-keep", tooltip="Keep the goal as it is"),
        Binding("t", "take", "take the slower", id="goal-take", tooltip="Make it the goal"),
        Binding("escape", "leave", "later", id="goal-later", tooltip="Decide later"),
    ]
    app: RaceState

    def __init__(self, mine: int, supported: int) -> None:
        """Both times in seconds."""
        super().__init__()
        self._mine, self._supported = mine, supported

    def compose(self) -> ComposeResult:
        """The question, what is known, the keys."""
        mine, slower = clock(self._mine), clock(self._supported)
        with Vertical():
            yield Static(Content.styled(f"Keep {mine}, or take {slower}?", "bold"), id="question")
            yield Static(
                Content.styled(
                    f"{slower} is what your recent race supports, by models with a study behind "
                    "them. Racing faster than training supports is linked with cramps, though "
                    "only in small studies. Whatever you choose counts on every screen and on the "
                    "card.",
                    "$foreground-muted",
                ),
                id="told",
            )
            yield ActionLine()

    def action_keep(self) -> None:
        """Settle on the goal as typed."""
        self.app.answer("race.goal_settled", True)
        self.dismiss()

    def action_take(self) -> None:
        """Make the supported time the goal."""
        self.app.answer("race.goal_time", self._supported)
        self.dismiss()

    def action_leave(self) -> None:
        """Decide later."""
        self.dismiss()
