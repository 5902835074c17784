"""`make` sets .venv up when it has to, and the targets that are written about are there."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from artefacts import CHECKOUT

if not shutil.which("make"):
    pytest.skip("there is no make", allow_module_level=True)


def python(venv: Path) -> Path:
    return venv / "bin" / "python"


def move(venv: Path) -> None:
    (venv / "pyvenv.cfg").write_text("command = python -m venv /where/it/was/.venv\n")


def upset_python(venv: Path) -> None:
    # A Python of another version finds no pip, nor does one whose setup was interrupted.
    python(venv).write_text("#!/bin/sh\nexit 1\n")


@pytest.fixture(params=["mile18", "im Wald, März", "$HOME's"])
def venv(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One that is whole, as far as make can see, in a folder with such a name."""
    venv: Path = tmp_path / request.param / ".venv"
    python(venv).parent.mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(CHECKOUT / name, venv.parent)
    python(venv).write_text("#!/bin/sh\n")
    python(venv).chmod(0o755)
    (venv / "pyvenv.cfg").write_text(f"command = python -m venv {venv.resolve()}\n")
    for name in ("installed", "installed-dev", "installed-package"):
        (venv / name).touch()
    return venv


def planned(venv: Path) -> str:
    done = subprocess.run(
        ["make", "--dry-run", "run"],
        cwd=venv.parent,
        # Without what a make that runs the tests hands on.
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_venv_that_is_whole_stays(venv: Path) -> None:
    assert planned(venv).splitlines() == [".venv/bin/python -m mile18 "]


@pytest.mark.parametrize(
    "spoil",
    [
        shutil.rmtree,
        move,
        upset_python,
        lambda venv: python(venv).unlink(),
        lambda venv: (venv / "pyvenv.cfg").unlink(),
    ],
)
def test_one_that_is_not_is_made_and_filled_again(
    venv: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(venv)
    made, filled = (planned(venv).find(each) for each in ("-m venv --clear .venv", "--editable ."))
    assert 0 < made < filled


def test_every_target_that_is_written_about_is_there() -> None:
    pages = "".join((CHECKOUT / name).read_text() for name in ("README.md", "CONTRIBUTING.md"))
    named = set(re.findall(r"^make ([a-z]+)$|`make ([a-z]+)`", pages, re.M))
    helped = re.findall(r"^([a-z]+):.*?## ", (CHECKOUT / "Makefile").read_text(), re.M)
    assert {first or second for first, second in named} <= set(helped)
