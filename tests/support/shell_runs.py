"""A folder of profiles to run commands on, and a way to run them inside the test's process."""

import io
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import mile18
from mile18.cli import main

EXAMPLE = Path(mile18.__file__).parent / "examples" / "flying-pig.toml"
TODAY = "2027-04-20"


class Ran(NamedTuple):
    """What a command left."""

    code: int
    out: str
    err: str


def run(*arguments: str, today: str = TODAY) -> Ran:
    """Run `mile18` with these arguments on a fixed day, without a terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*arguments, "--today", today])
    return Ran(code, _text(out), _text(err))


def filled_folder() -> Path:
    """Profiles: a complete one, one called like a command, one with bad answers, a torn one."""
    folder = Path(os.environ["MILE18_HOME"]) / "profiles"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder / "flying-pig.toml")
    for name, text in {
        "list": '[race]\nname = "List Half"\n',
        "bad": '[race]\nname = "Torn"\n[sleep]\nusual_hours = "seven"\nrested = "often"\nnaps = 2\n',
        "torn": '[race]\nname = "',
    }.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
