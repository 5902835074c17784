"""mile18 on a real terminal: in what surroundings it runs, and the keys that are sent to it."""

import os
import sys

MILE18 = [sys.executable, "-m", "mile18", "flying-pig", "--today", "2027-04-20"]
CTRL_Q, F5, F6, F8 = b"\x11", b"\x1b[15~", b"\x1b[17~", b"\x1b[19~"
GIVEN_BACK = b"\x1b[?1049l"


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a terminal that shows every colour; `more` is set besides."""
    return os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | more
