"""The ways to install mile18, each into a bare environment of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from artefacts import CHECKOUT


class Installed(NamedTuple):
    """The Python that has mile18, and the folder of the command."""

    python: Path
    commands: Path


Way = Callable[[Path, Path], Installed]


def by_pip(wheel: Path) -> Way:
    """A virtual environment with nothing in it but the wheel and what it asks for."""

    def install(python: Path, folder: Path) -> Installed:
        _run(python, "-m", "venv", folder)
        inside = folder / "bin" / "python"
        _run(inside, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", wheel)
        _run(inside, "-m", "pip", "--disable-pip-version-check", "check")
        return Installed(inside, inside.parent)

    return install


def by_pipx(python: Path, folder: Path) -> Installed:
    """`pipx install .`, as the README says."""
    places = {"PIPX_HOME": folder, "PIPX_BIN_DIR": folder / "bin", "PIPX_MAN_DIR": folder / "man"}
    # Where uv is there, pipx would hand everything over to it.
    _run(_beside("pipx"), "install", "--backend", "pip", "--python", python, ".", more=places)
    return Installed(folder / "venvs" / "mile18" / "bin" / "python", folder / "bin")


def by_uv(*options: str) -> Way:
    """`uv tool install .`, as the README says, with more options."""

    def install(python: Path, folder: Path) -> Installed:
        places = {"UV_TOOL_DIR": folder, "UV_TOOL_BIN_DIR": folder / "bin"}
        _run(_beside("uv"), "tool", "install", "--python", python, *options, ".", more=places)
        return Installed(folder / "mile18" / "bin" / "python", folder / "bin")

    return install


def _beside(program: str) -> Path:
    return Path(sys.executable).with_name(program)


def _run(*words: Path | str, more: Mapping[str, Path] | None = None) -> None:
    done = subprocess.run(
        words,
        cwd=CHECKOUT,
        env=os.environ | {name: str(place) for name, place in (more or {}).items()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}".strip())
