"""Whether the terminal is still there: a parent such as make may keep the signal that says so."""

import os
import select

STDIN = 0


def watched() -> bool:
    """Whether the app was started in a terminal that can go away unnoticed."""
    return hasattr(select, "poll") and os.isatty(STDIN)


def terminal_gone(file: int = STDIN) -> bool:
    """Whether the terminal behind a file descriptor was closed."""
    terminal = select.poll()
    terminal.register(file, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in terminal.poll(0))
