"""What is quick stays quick: only opening the app loads Textual."""

import subprocess
import sys
from pathlib import Path

import pytest
from documented import commands

HEAVY = {
    "textual",
    "rich",
    "icalendar",
    "platformdirs",
    "importlib.metadata",
    "tomli_w",
    "json",
    "shutil",
}
# All of mile18 but the one room that knows icalendar, and then all that the README names.
ALL_BUT_THE_CALENDAR = """
import importlib, pkgutil, shlex, sys
import mile18
from mile18.cli import main

for module in pkgutil.walk_packages(mile18.__path__, "mile18."):
    if module.name not in ("mile18.__main__", "mile18.plan.week.calendar_file"):
        importlib.import_module(module.name)
for line in sys.argv[1:]:
    main(shlex.split(line, comments=True)[1:])
    assert "icalendar" not in sys.modules, line
main(["calendar", "flying-pig"])
assert "icalendar" in sys.modules
"""


@pytest.mark.parametrize("line", [["show", "flying-pig"], ["list"], ["--help"]])
def test_commands_that_print_import_nothing_heavy(line: list[str], folder: Path) -> None:
    for name in ("bad", "torn"):
        (folder / f"{name}.toml").unlink()
    code = (
        "import sys; from mile18.cli import main; code = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, *line], capture_output=True, text=True, check=True
    )
    assert done.stdout
    assert HEAVY.isdisjoint(done.stderr.split())


@pytest.mark.usefixtures("folder")
def test_only_the_calendar_loads_what_writes_calendars(tmp_path: Path) -> None:
    others = [line for line in commands() if not line.startswith("mile18 calendar")]
    assert 0 < len(others) < len(commands())
    line = [sys.executable, "-c", ALL_BUT_THE_CALENDAR, *others]
    subprocess.run(line, cwd=tmp_path, capture_output=True, check=True)


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mile18", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("mile18 ")
