"""Tab completes commands, options and races; what is shipped is what the commands are today."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shell_files import made
from shell_runs import run

from mile18.shell.commands.completion import MADE, SHELLS

HERE = Path(sys.executable).parent


def test_what_is_shipped_is_of_today() -> None:
    shipped = {each.name: each.read_text(encoding="utf-8") for each in MADE.iterdir()}
    assert shipped == made(), "make shell makes them anew"


@pytest.mark.parametrize("shell", SHELLS)
def test_each_is_printed(shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert done.out == (MADE / f"mile18.{shell}").read_text(encoding="utf-8")


def test_another_shell_is_wrong_use() -> None:
    assert run("completion", "dash").code == 2


def completed(*words: str) -> list[str]:
    """What bash offers for the last word."""
    typed = " ".join(f"'{each}'" for each in words)
    script = (
        f"source '{MADE / 'mile18.bash'}'; COMP_WORDS=(mile18 {typed}); COMP_CWORD={len(words)}; "
        'COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; _shtab_mile18; '
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        ["bash", "-c", script],
        env=os.environ | {"PATH": f"{HERE}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("sho",), "show"),
        (("cal",), "calendar"),
        (("show", "fly"), "flying-pig"),
        (("calendar", "flying-pig", "--cl"), "--class"),
        (("completion", "z"), "zsh"),
    ],
)
def test_bash_completes(words: tuple[str, ...], offered: str) -> None:
    assert offered in completed(*words)
