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
_COLOUR = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)",
    re.IGNORECASE,
)
_DEVICE = re.compile(rb"\x1b\[\?[0-9;]*c")
_BEGUN = re.compile(rb"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?|\[(?:\?[0-9;]*)?)?\Z")
# Of the sixteen colours of COLORFGBG: grey and the bright ones but the bright black.
_LIGHT = {7, *range(9, 16)}
# The old console prints what it does not know; over a network the answer may come among the keys.
_NEVER = ("", "dumb", "linux")


class Answer:
    """Tells the terminal's answer from what the runner typed meanwhile."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.is_light: bool | None = None
        self.is_whole = False
        self._held = b""

    def typed(self, piece: bytes) -> bytes:
        """What of the bytes read was typed; what may be the beginning of an answer is held back."""
        found = self._held + piece
        if match := _COLOUR.search(found):
            self.is_light = _is_light(match)
        if _DEVICE.search(found):
            self.is_whole = True
        found = _DEVICE.sub(b"", _COLOUR.sub(b"", found))
        begun = None if self.is_whole else _BEGUN.search(found)
        self._held = begun[0] if begun else b""
        return found[: begun.start()] if begun else found

    def given_up(self) -> bytes:
        """What was held back and is no answer after all."""
        held, self._held = self._held, b""
        return held


class Background:
    """Asks as the block begins, so that the answer comes while the app is being imported."""

    def __init__(self, asks: bool) -> None:
        """`asks` is False where nobody needs the terminal's word."""
        self._asks = asks
        self.answer = Answer()
        self.typed = b""
        self._before: list[Any] | None = None
        self._until = 0.0

    def __enter__(self) -> "Background":
        if self._asks and _may_be_asked():
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
    def is_awaited(self) -> bool:
        """Whether the terminal was asked and has not answered yet."""
        return self._before is not None and not self.answer.is_whole

    @property
    def is_light(self) -> bool:
        """What the terminal said, else what COLORFGBG says, else dark."""
        while self.is_awaited:
            left = max(0.0, self._until - monotonic())
            if not select.select([0], [], [], left)[0]:
                break
            piece = os.read(0, 1024)
            if not piece:
                break
            self.typed += self.answer.typed(piece)
        told = self.answer.is_light
        return _light_by_name(os.environ.get("COLORFGBG", "")) if told is None else told


def _may_be_asked() -> bool:
    if os.environ.get("TERM", "") in _NEVER or "SSH_CONNECTION" in os.environ:
        return False
    try:
        is_terminal = os.isatty(0) and os.isatty(1)
        # What was typed ahead is no answer, and is left to the app.
        return sys.platform != "win32" and is_terminal and not select.select([0], [], [], 0)[0]
    except OSError:
        return False


def _is_light(colour: re.Match[bytes]) -> bool:
    red, green, blue = (int(each, 16) / (16 ** len(each) - 1) for each in colour.groups())
    # How bright the eye finds it (ITU-R BT.709).
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)


def _light_by_name(told: str) -> bool:
    """Whether COLORFGBG, such as `0;15`, names a light background."""
    last = told.rpartition(";")[2]
    return last.isdecimal() and int(last) in _LIGHT
