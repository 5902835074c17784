"""Waiting until everything sent has been handled, instead of until the processor looks idle.

Textual's pilot sleeps 20 ms or more around every key and then guesses from processor time. Here the
event loop itself is asked: no callback is ready, and the screen has painted what it had to.
"""

import asyncio
from asyncio import sleep

from painting import paint
from textual._context import active_app

# More rounds than any chain of "after the next refresh" has links; an endless one must not hang.
ROUNDS = 50


async def drained() -> None:
    """Come back when nothing is ready to run, painted or not."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await sleep(0)
    while ready:
        await sleep(0)


async def until_handled(*_: float) -> None:
    """Come back when nothing is ready to run and the screen on top is painted."""
    for _round in range(ROUNDS):
        await drained()
        app = active_app.get(None)
        if app is None or not app._running or not app.screen_stack:
            return
        app._check_resize()
        screen = app.screen
        screen._on_timer_update()
        await drained()
        waits = screen._layout_required or screen._dirty_widgets or screen._callbacks
        if screen is app._screen_stack[-1] and not waits:
            paint(screen)
            return
