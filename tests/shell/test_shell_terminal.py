"""The app on a real terminal: colours as wished, and no answer on it after a crash."""

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios")

from terminal import Terminal
from terminal_runs import CTRL_Q, F8, MILE18, surroundings

# Any foreground or background but the terminal's own (39, 49).
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m")
CRASHING = """
import sys
from mile18.cli import main
from mile18.tui.app import Mile18

def fail(app):
    secret = "salbutamol"
    app.session.change(app.session.profile.with_answer("race.place", secret), "race.place")
    raise ValueError(secret)

Mile18.on_mount = fail
sys.exit(main(["flying-pig"]))
"""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
    ],
)
def test_no_color_sends_no_colour_at_all(more: dict[str, str], coloured: bool) -> None:
    with Terminal(MILE18, surroundings(**more)) as terminal:
        terminal.seconds_until(b"Readiness")
        terminal.press(F8)
        terminal.seconds_until(b"STOP")
        assert bool(COLOUR.search(terminal.painted)) == coloured
        terminal.press(CTRL_Q)
        assert terminal.code() == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("encoding", "full"), [("ascii", b"####"), ("utf-8", "████".encode())])
def test_bars_are_drawn_in_what_the_terminal_can_say(encoding: str, full: bytes) -> None:
    with Terminal(MILE18, surroundings(PYTHONIOENCODING=encoding)) as terminal:
        terminal.seconds_until(full)
        assert b"\\u25" not in terminal.painted
        terminal.press(b"\x11")
        assert terminal.code() == 0


def test_a_crash_shows_no_answer_and_loses_none(folder: Path, own_home: Path) -> None:
    with Terminal([sys.executable, "-c", CRASHING], surroundings()) as terminal:
        assert terminal.code() == 1
        said = terminal.painted
    assert b"stopped by a fault of its own (ValueError)" in said
    assert b"your answers are saved" in said
    assert b"salbutamol" not in said
    assert b"Traceback" not in said
    log = (own_home / "mile18" / "state" / "crash.log").read_text(encoding="utf-8")
    assert " fail\nValueError\n" in log
    assert "salbutamol" not in log
    assert 'place = "salbutamol"' in (folder / "flying-pig.toml").read_text(encoding="utf-8")


ASKED = b"\x1b]11;?"
SAYS_LIGHT = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
DEVICE = b"\x1b[?62;22c"
LIGHT_GROUND = b"48;2;250;248;244"


@pytest.mark.usefixtures("folder")
def test_keys_typed_while_the_app_loads_are_not_lost_to_the_answer() -> None:
    with Terminal(MILE18, surroundings()) as terminal:
        terminal.seconds_until(ASKED)
        terminal.press(F8 + SAYS_LIGHT + b"\t" + DEVICE)
        terminal.seconds_until(b"STOP")
        assert LIGHT_GROUND in terminal.painted
        terminal.press(CTRL_Q)
        assert terminal.code() == 0


@pytest.mark.usefixtures("folder")
def test_an_answer_that_comes_late_is_not_typed_into_the_form() -> None:
    with Terminal(MILE18, surroundings()) as terminal:
        terminal.seconds_until(b"Readiness")
        terminal.settle()
        assert LIGHT_GROUND not in terminal.painted
        terminal.press(SAYS_LIGHT + DEVICE + F8)
        terminal.seconds_until(b"STOP")
        assert b"rgb:" not in terminal.painted
        assert b"fff" not in terminal.painted
        terminal.press(CTRL_Q)
        assert terminal.code() == 0
