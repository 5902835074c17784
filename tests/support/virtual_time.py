"""An event loop whose clock jumps on when nothing is left to do: minutes of waiting cost nothing.

Threads do not run beside it either: what is handed to one is done at once, and its end is told
after a moment of that clock. So the same hand gives the same run.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest

Result = TypeVar("Result")
THREAD_SECONDS = 0.01
CLOCKS = (
    "time.monotonic",
    "textual._time.get_time",
    "textual.command.monotonic",
    "textual.message_pump.time",
    "textual.notifications.time",
    "textual.widget.monotonic",
    "mile18.tui.form.choices.monotonic",
)
# Only a signal can wake a loop in which nothing is due; without one it waits for ever.
IDLE_SECONDS = 0.05
MOST_IDLE = 20


class StuckError(Exception):
    """Everything waits for something that nothing is going to do."""


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """Sleeps by moving its own clock."""

    def __init__(self) -> None:
        """Start at a time of its own."""
        self.seconds = 1000.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        """Seconds on the clock that jumps."""
        return self.seconds

    def run_in_executor(  # type: ignore[override]
        self, _: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Do it now; whoever waits for it hears so a moment later."""
        done: asyncio.Future[Any] = self.create_future()
        try:
            result = func(*args)
        except Exception as error:
            self.call_later(THREAD_SECONDS, _fail, done, error)
        else:
            self.call_later(THREAD_SECONDS, _give, done, result)
        return done


def _give(done: asyncio.Future[Any], result: Any) -> None:
    if not done.done():
        done.set_result(result)


def _fail(done: asyncio.Future[Any], error: Exception) -> None:
    if not done.done():
        done.set_exception(error)


class _Jumping(selectors.DefaultSelector):
    """Looks for what is ready, and moves the clock on where nothing is."""

    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._clock = loop
        self._idle = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        ready = super().select(0)
        if not ready and timeout is None:
            self._idle += 1
            if self._idle > MOST_IDLE:
                raise StuckError("\n".join(map(str, asyncio.all_tasks(self._clock))))
            return super().select(IDLE_SECONDS)
        self._idle = 0
        if not ready and timeout:
            self._clock.seconds += timeout
        return ready


@contextmanager
def virtual_clocks() -> Iterator[None]:
    """Make loops that jump; Textual and what asks for seconds here go by the latest of them."""
    loops: list[VirtualTimeLoop] = []

    def made() -> VirtualTimeLoop:
        loops.append(VirtualTimeLoop())
        return loops[-1]

    def seconds() -> float:
        return loops[-1].time() if loops else 0.0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("asyncio.events.new_event_loop", made)
        for clock in CLOCKS:
            patch.setattr(clock, seconds)
        yield


def run_virtually(make: Callable[[VirtualTimeLoop], Coroutine[Any, Any, Result]]) -> Result:
    """Run a coroutine in a loop of its own, on the clock that jumps."""
    with virtual_clocks(), asyncio.Runner() as runner:
        loop = runner.get_loop()
        assert isinstance(loop, VirtualTimeLoop)
        return runner.run(make(loop))
