"""Runs every command that the README names, as a runner would, where mile18 was just installed."""

import shlex
import subprocess
from pathlib import Path

from documented import commands
from terminal import Terminal
from ways import Installed

WORLD = Path(__file__).with_name("world.py")
FULL_SCREEN = b"\x1b[?1049h"
CTRL_Q = b"\x11"


def lines(version: str) -> list[str]:
    """All that is tried: that it is this version, and what the README names.

    Without the weather, which asks before it sends anything, and then needs a network.
    """
    named = [each for each in commands() if not each.startswith("mile18 weather")]
    return [f'test "$(mile18 --version)" = "mile18 {version}"', *named]


def failures(installed: Installed, home: Path, tried: list[str]) -> list[str]:
    """Run the lines one after the other in a new home; those that failed, with what they said."""
    home.mkdir()
    surroundings = {
        "HOME": str(home),
        "PATH": f"{installed.commands}:/usr/bin:/bin",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    made = subprocess.run(
        [installed.python, "-I", WORLD],
        cwd=home,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        return [f"no races could be made: {made.stderr.strip()}"]
    said = {line: _failure(line, home, surroundings) for line in tried}
    return [f"{line}\n{why}" for line, why in said.items() if why]


def _failure(line: str, home: Path, surroundings: dict[str, str]) -> str:
    with Terminal(["sh", "-c", f"cd\n{line}"], surroundings) as terminal:
        try:
            terminal.seconds_until(FULL_SCREEN)
            terminal.settle()
            terminal.press(CTRL_Q)
        except TimeoutError:
            # It prints and ends by itself.
            pass
        try:
            code = terminal.code()
        except subprocess.TimeoutExpired:
            return "did not end"
        said = terminal.painted.decode(errors="replace").strip()
    if code or "Traceback" in said:
        return f"exit {code}: {said}"
    words = shlex.split(line, comments=True)
    if "-o" in words and not (home / words[words.index("-o") + 1]).read_bytes():
        return "wrote an empty file"
    return "" if said or words[0] != "mile18" else "said nothing"
