"""How the app ends: answers are kept, whatever ends it."""

import asyncio
import os
import select
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from shlex import quote
from types import FrameType
from typing import TYPE_CHECKING, Any

from mile18.profile import Profile
from mile18.sanitise import printable
from mile18.storage.problem import StorageError, once_closed
from mile18.storage.store import rescue
from mile18.tui.naming import name_for

if TYPE_CHECKING:
    from mile18.tui.race_app import RaceApp


def keep(app: "RaceApp") -> list[str]:
    """Write what no file holds yet; the sentences say what could not be, and where it is now.

    Nothing is worked out and no screen is asked, since either may be what the app ended by.
    """
    told = []
    if (session := app.session) and session.dirty:
        opened = session.opened
        told += _written(
            partial(session.save, None),
            partial(rescued, app, opened.name, session.profile, opened.loaded.document),
        )
    for draft in app.drafts:
        if not draft.dirty:
            continue
        name = name_for(draft.profile.race, ())
        told += _written(
            partial(draft.keep, app.store), partial(rescued, app, name, draft.profile, {})
        )
    return told


def _written(save: Callable[[], object], rescue_it: Callable[[], str]) -> list[str]:
    try:
        save()
    except StorageError as error:
        return [once_closed(str(error)), rescue_it()]
    return []


def rescued(app: "RaceApp", name: str, profile: Profile, document: Mapping[str, Any]) -> str:
    """Put answers beside the log; where they are, or that they are lost."""
    if not app.recent_file:
        return "your last answers are lost"
    try:
        path = rescue(app.recent_file.parent, name, profile, document, app.now())
    except StorageError as error:
        return f"your last answers are lost: {once_closed(str(error))}"
    file = printable(str(path))
    return f"your answers are in {file}; open them with mile18 {quote(file)}"


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
def hung_up_by_signals(app: "RaceApp") -> Iterator[None]:
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
            app.end()
            return
        # Between two of its steps, so that no answer and no save is cut in two.
        loop.call_soon_threadsafe(app.call_later, app.hang_up)
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


def save_before_stops(app: "RaceApp") -> None:
    """Let Textual stop the app only once everything is saved, and start anew only what it stopped."""
    if not all(hasattr(signal, name) for name in STOPPING):
        return
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(go_on):
        return
    loop = asyncio.get_running_loop()

    def stopped(number: int, frame: FrameType | None) -> None:
        if app.terminal_is_lent:
            # The editor stops with us, and the shell waits for both.
            stop(number, frame)
        else:
            loop.call_soon_threadsafe(app.call_later, app.stop, partial(stop, number, None))

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
