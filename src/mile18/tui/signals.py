"""Signals, and a terminal that goes away: the app ends in its own time, with everything saved."""

import asyncio
import os
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

from mile18.tui.leaving import end, hang_up, stop
from mile18.tui.state import RaceState

STDIN = 0
# However stuck the app is, it ends so soon after it was told to.
PATIENCE_SECONDS = 5

# All that end a process that does not care, if the platform has them. Not the signs of a fault in
# the process itself (SEGV, BUS, FPE, ILL, SYS, TRAP): there is nothing to go on with after those.
# Nor PIPE and XFSZ: Python ignores them, and the write that they are about fails instead.
ENDING = (
    *("SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGALRM", "SIGTERM", "SIGUSR1", "SIGUSR2"),
    *("SIGPOLL", "SIGPROF", "SIGVTALRM", "SIGXCPU", "SIGPWR", "SIGSTKFLT", "SIGBREAK"),
)
# Ctrl+C and Ctrl+\ belong to whatever has the terminal.
OF_THE_KEYBOARD = ("SIGINT", "SIGQUIT")
STOPPING = ("SIGTSTP", "SIGCONT")


def ending_signals() -> list[int]:
    """The numbers of all signals that end the app with everything saved."""
    real_time = range(getattr(signal, "SIGRTMIN", 0), getattr(signal, "SIGRTMAX", -1) + 1)
    return [*_numbers(ENDING), *real_time]


def _numbers(names: tuple[str, ...]) -> list[int]:
    return [int(getattr(signal, name)) for name in names if hasattr(signal, name)]


@contextmanager
def hung_up_by_signals(app: RaceState) -> Iterator[None]:
    """Let signals end the app in its own time, and in a few seconds at most.

    What somebody ignores or handles already stays so, as under `nohup`. Past the patience, and
    where it hangs in whatever it does, KeyboardInterrupt is raised within.
    """
    usual = (signal.SIG_DFL, signal.default_int_handler)
    taken = [number for number in ending_signals() if signal.getsignal(number) in usual]
    before = {number: signal.getsignal(number) for number in [*taken, *_numbers(STOPPING)]}
    of_the_keyboard = _numbers(OF_THE_KEYBOARD)
    told, over, overdue = threading.Event(), threading.Event(), threading.Event()
    signalled: list[int] = []

    def caught(number: int, _: FrameType | None) -> None:
        if overdue.is_set():
            raise KeyboardInterrupt
        if app.terminal_is_lent and number in of_the_keyboard:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            end(app)
            return
        # Between two of its steps, so that no answer and no save is cut in two.
        loop.call_soon_threadsafe(app.call_later, partial(hang_up, app))
        signalled.append(number)
        told.set()

    def wake_when_overdue() -> None:
        told.wait()
        while not over.wait(PATIENCE_SECONDS):
            # An editor may take its time.
            if not app.terminal_is_lent:
                overdue.set()
                _wake_main_thread(signalled[0])

    # Begun before it is needed: a handler must wait for no lock that what it interrupts may hold.
    threading.Thread(target=wake_when_overdue, name="mile18-hangup", daemon=True).start()
    for number in taken:
        signal.signal(number, caught)
    try:
        yield
    finally:
        over.set()
        told.set()
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _wake_main_thread(number: int) -> None:
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main:
        signal.pthread_kill(main, number)


def save_before_stops(app: RaceState) -> None:
    """Let Textual stop the app only once everything is saved, and start anew only what it stopped."""
    if not all(hasattr(signal, name) for name in STOPPING):
        return
    usual, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(usual) or not callable(go_on):
        return
    loop = asyncio.get_running_loop()

    def stopped(number: int, frame: FrameType | None) -> None:
        if app.terminal_is_lent:
            # The editor stops with us, and the shell waits for both.
            usual(number, frame)
        else:
            loop.call_soon_threadsafe(app.call_later, stop, app, partial(usual, number, None))

    def continued(number: int, frame: FrameType | None) -> None:
        # After a SIGSTOP the screen was never left: a second start would leave a thread for ever.
        if getattr(app._driver, "_must_signal_resume", False):
            go_on(number, frame)
            # The terminal comes back empty, and nothing has changed that would be painted.
            loop.call_soon_threadsafe(app.call_later, partial(app.refresh, layout=True))

    signal.signal(signal.SIGTSTP, stopped)
    signal.signal(signal.SIGCONT, continued)


def watched() -> bool:
    """Whether the app was started in a terminal that can go away unnoticed."""
    return hasattr(select, "poll") and os.isatty(STDIN)


def terminal_gone(file: int = STDIN) -> bool:
    """Whether the terminal behind a file descriptor was closed."""
    terminal = select.poll()
    terminal.register(file, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in terminal.poll(0))
