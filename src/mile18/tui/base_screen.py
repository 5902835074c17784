"""What the app may ask of any of its screens, and how one of them leaves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from mile18.tui.steps import Draft

Result = TypeVar("Result")


class BaseScreen(Screen[Result]):
    """A screen of mile18."""

    is_plan: ClassVar[bool] = False
    """Whether it takes the place of another plan, so that one Escape leaves them all."""
    shows_race: ClassVar[bool] = True
    """Whether it is about the open race, and not about others."""
    hands_on_at_once: ClassVar[bool] = False
    """Whether all that is entered here is with the app already, so that it may be closed."""
    must_stay_in_sight: ClassVar[bool] = False
    """Whether no question may stand in its way."""
    asks_about_file: ClassVar[bool] = False
    """Whether it asks what to do about a file that was changed elsewhere."""
    asks_to_confirm: ClassVar[bool] = False
    """Whether it asks to confirm something, so that leaving the app asks no more."""
    asks_all: ClassVar[bool] = False
    """Whether every question of the open race can be answered here."""
    new_race: Draft | None = None
    """What is answered here and has no file yet; leaving the app makes one of it."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, if it is still the one on top.

        Textual takes away whatever is on top: a second Escape typed ahead, or a screen opened
        meanwhile, would cost the wrong one.
        """
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)

    def call_after_refresh(
        self, callback: Callable[..., object], *args: object, **kwargs: object
    ) -> bool:
        """Call after the next painting, if this screen is still open by then."""
        return super().call_after_refresh(self._if_still_open, callback, *args, **kwargs)

    def in_turn(self, callback: Callable[..., object], *args: object) -> None:
        """Call once the keys before this one are handled, if none of them has left this screen.

        The app handles what is bound; what a screen takes by itself would overtake that.
        """
        self.app.call_later(self._if_still_open, callback, *args)

    def _if_still_open(
        self, callback: Callable[..., object], *args: object, **kwargs: object
    ) -> None:
        if not is_gone(self):
            callback(*args, **kwargs)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What text is at a place; nothing where a message that is gone stood a moment ago."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        here = widget is not None and (widget is self or widget.is_attached)
        return (widget, offset) if here else (None, None)

    def show_question(self, name: str) -> bool:
        """Put the cursor on the question with this id, giving up what is typed; False if it is not here."""
        return False

    def go_to(self, question: str) -> None:
        """Come to the top with the cursor on a question, given by its id, if it is asked here."""

    def is_like(self, other: Screen[Any]) -> bool:
        """Whether another screen would be this one, opened once more."""
        return type(self) is type(other)

    def make_replaceable(self) -> None:
        """Let `switch_screen` replace it, should the app start with it.

        Textual gives its first screen no place for a result, and then fails on taking it away.
        """
        if not self._result_callbacks:
            self._push_result_callback(self, None)


def is_gone(node: MessagePump) -> bool:
    """Whether a screen, or what is on it, is no longer among those of the app, which may be over."""
    app, screen = node.app, node
    while not isinstance(screen, Screen | App):
        if screen._parent is None:
            return True
        screen = screen._parent
    if isinstance(screen, App):
        return app.return_code is not None
    return app.return_code is not None or screen._pruning or screen not in app.screen_stack


class BaseModal(ModalScreen[Result], BaseScreen[Result]):
    """A screen that leaves what is below in sight, and takes all keys but cramp and quit."""


class BoxScreen(BaseModal[Result]):
    """A question or an offer in a box in the middle: lines of text, and its keys below them."""

    CSS_PATH = Path(__file__).with_name("box.tcss")
