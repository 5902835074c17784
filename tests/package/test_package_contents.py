"""What is built holds all of mile18 and nothing else; what is said to be tried is one list."""

import re
import tomllib
from pathlib import Path

import pytest
from artefacts import CHECKOUT, build, built, files_of_git, wrong_in_sdist, wrong_in_wheel
from documented import README

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_wheel_and_the_sdist_hold_what_git_holds(tmp_path: Path) -> None:
    # `make package` asks for what git holds already; here work may be in progress.
    ours = files_of_git("--cached", "--others", "--exclude-standard")
    if not ours:
        pytest.skip("this is no checkout of git")
    build(tmp_path, CHECKOUT, "--wheel", "--sdist", "--no-isolation")
    wheel, sdist = built(tmp_path)
    assert wrong_in_wheel(wheel, ours) == []
    assert wrong_in_sdist(sdist, ours) == []


def test_the_readme_and_the_metadata_name_the_same_pythons() -> None:
    """Which ones they are, `make package` holds against what it tried."""
    start = README.read_text(encoding="utf-8").partition("## Start")[2].partition("\n## ")[0]
    (tried,) = (line for line in start.splitlines() if line.startswith("mile18 was tried on"))
    named = re.findall(r"3\.\d+", tried)
    assert [f"Programming Language :: Python :: {each}" for each in named] == [
        each for each in PROJECT["classifiers"] if "Python :: 3." in each
    ]
    assert PROJECT["requires-python"] == f">={named[0]}"
