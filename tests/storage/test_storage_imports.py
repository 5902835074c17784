"""Reading a profile stays quick: what only saving or the screen needs is not imported."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "platformdirs", "tomli_w", "difflib", "hashlib", "tempfile")


@pytest.mark.parametrize("module", ["store", "settings", "paths"])
def test_importing_storage_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, mile18.storage.{module}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(HEAVY).isdisjoint(done.stdout.split())
