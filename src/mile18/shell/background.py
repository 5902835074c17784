"""Light or dark: what the terminal says of its background, asked once and never waited for long."""

import os
import re
import select
import sys
from time import monotonic
from types import TracebackType
from typing import Any

WAIT_SECONDS = 0.1
# The background, then who the terminal is: whoever knows no colours answers the second at once.
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_ANSWERED = re.compile(rb"\x1b\[\?[0-9;]*c")
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{2,4})/([0-9a-fA-F]{2,4})/([0-9a-fA-F]{2,4})")
# Of the sixteen colours of COLORFGBG: grey and the bright ones but the bright black.
_LIGHT = {7, *range(9, 16)}
# The old console prints what it does not know; over a network the answer may come among the keys.
_NEVER = ("", "dumb", "linux")


class Background:
    """Asks as the block begins, so that the answer comes while the app is being imported."""

    def __init__(self) -> None:
        """Not asked yet."""
        self._before: list[Any] | None = None
        self._until = 0.0

    def __enter__(self) -> "Background":
        if _may_be_asked():
            import termios

            self._before = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ICANON | termios.ECHO)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            self._until = monotonic() + WAIT_SECONDS
            os.write(1, _QUESTION)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._before is not None:
            import termios

            termios.tcsetattr(0, termios.TCSANOW, self._before)

    @property
    def is_light(self) -> bool:
        """What the terminal said, else what COLORFGBG says, else dark."""
        said = _light_colour(self._answer()) if self._before is not None else None
        return _light_by_name(os.environ.get("COLORFGBG", "")) if said is None else said

    def _answer(self) -> bytes:
        found = b""
        while not _ANSWERED.search(found):
            left = max(0.0, self._until - monotonic())
            if not select.select([0], [], [], left)[0]:
                break
            piece = os.read(0, 1024)
            if not piece:
                break
            found += piece
        return found


def _may_be_asked() -> bool:
    if os.environ.get("TERM", "") in _NEVER or "SSH_CONNECTION" in os.environ:
        return False
    try:
        is_terminal = os.isatty(0) and os.isatty(1)
        # What was typed ahead is no answer, and is left to the app.
        return sys.platform != "win32" and is_terminal and not select.select([0], [], [], 0)[0]
    except OSError:
        return False


def _light_colour(answer: bytes) -> bool | None:
    """Whether an answer names a light colour; None if it names none."""
    match = _COLOUR.search(answer)
    if match is None:
        return None
    red, green, blue = (int(each, 16) / (16 ** len(each) - 1) for each in match.groups())
    # How bright the eye finds it (ITU-R BT.709).
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)


def _light_by_name(told: str) -> bool:
    """Whether COLORFGBG, such as `0;15`, names a light background."""
    last = told.rpartition(";")[2]
    return last.isdecimal() and int(last) in _LIGHT
