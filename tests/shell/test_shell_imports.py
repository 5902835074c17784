"""What is quick stays quick: only opening the app loads Textual."""

import subprocess
import sys
from pathlib import Path

import pytest
from shell_runs import filled_folder

HEAVY = {"textual", "rich", "platformdirs", "importlib.metadata", "tomli_w", "json", "shutil"}


@pytest.fixture
def folder() -> Path:
    """Profiles, good and bad."""
    return filled_folder()


@pytest.mark.parametrize("line", [["show", "flying-pig"], ["list"], ["--help"]])
def test_commands_that_print_import_nothing_heavy(line: list[str], folder: Path) -> None:
    (folder / "torn.toml").unlink()
    code = (
        "import sys; from mile18.cli import main; code = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, *line], capture_output=True, text=True, check=True
    )
    assert done.stdout
    assert HEAVY.isdisjoint(done.stderr.split())


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mile18", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("mile18 ")
