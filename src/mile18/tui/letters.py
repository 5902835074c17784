"""The letters j, k, g and G as arrows, Home and End, wherever a screen has no other use for them."""

from collections.abc import Mapping
from typing import ClassVar, cast

from textual import events
from textual.widget import Widget


class Lettered:
    """What a widget gets beside its other base, so that letters move in it.

    Keys come by a widget before they come by the bindings of its screen, which go first. This is no
    widget itself: Textual takes the styles of all its kind from the first base alone.
    """

    LETTERS: ClassVar[Mapping[str, str]] = {}

    async def on_key(self, event: events.Key) -> None:
        """Do what the letter means here, unless the screen has it."""
        widget = cast(Widget, self)
        action = self.LETTERS.get(event.character or "")
        bound = widget.screen.active_bindings.get(event.key)
        if action and not (bound and bound.enabled):
            event.stop()
            await widget.run_action(action)
