"""What is typed: an answer before anything else happens, and saved soon after."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer

# Whatever is typed into may be gone by then, and never say that it has handled all.
TYPING_SECONDS = 1
# A key pressed just before may still be in the terminal: an Escape waits 0.1 s for what follows.
READING_SECONDS = 0.15
SAVE_AFTER_SECONDS = 0.7
SAVE_AT_LATEST_SECONDS = 5


def after_typing(app: App[Any], then: Callable[[], None]) -> None:
    """Go on once all that was typed before has become an answer."""
    # A key of the app overtakes what a fast typist sent before it, which is still on its way
    # as messages, from the widget that is typed into up to the screen.
    typed_into = app.focused or app.screen
    typed_into.call_later(_climb, typed_into, then)


def _climb(node: DOMNode, then: Callable[[], None]) -> None:
    top, above = node.app.screen, node.parent
    if isinstance(node, Screen) and node is not top:
        # Another has opened meanwhile: go on once it is there. Never by way of the app, which may
        # be waiting for this.
        top.call_later(_climb, top, then)
    elif node is top or not isinstance(above, DOMNode):
        then()
    else:
        above.call_later(_climb, above, then)


async def typed(app: App[Any]) -> None:
    """Wait until all that was typed before has become an answer, a second at most.

    Only the app itself may wait, since the answers come by way of the screens.
    """
    done = asyncio.Event()
    after_typing(app, done.set)
    with suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), TYPING_SECONDS)


def once_read(app: App[Any], then: Callable[[], None]) -> None:
    """Go on once what may still be in the terminal is read, and has become an answer."""

    async def once_typed() -> None:
        await typed(app)
        then()

    app.set_timer(READING_SECONDS, partial(app.call_later, once_typed))


class SaveTimers:
    """Calls `save` once nothing was typed for a moment, or at the latest after some seconds."""

    def __init__(self, app: App[Any], save: Callable[[], None]) -> None:
        """Nothing is to be saved yet."""
        self._app = app
        self._save = save
        self._after: Timer | None = None
        self._at_latest: Timer | None = None

    def start(self) -> None:
        """Something was typed."""
        if self._after:
            self._after.stop()
        self._after = self._app.set_timer(SAVE_AFTER_SECONDS, self._save)
        # Whoever types without a pause must not have to wait for one.
        self._at_latest = self._at_latest or self._app.set_timer(SAVE_AT_LATEST_SECONDS, self._save)

    def stop(self) -> None:
        """All is saved."""
        for timer in (self._after, self._at_latest):
            if timer:
                timer.stop()
        self._after = self._at_latest = None
