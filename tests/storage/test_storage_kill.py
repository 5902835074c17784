"""Killed in the middle of a save, raced by another window: a file is never torn."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rivals import rivalry

TESTS = Path(__file__).parents[1]
KILLS = 60
SAVES_EACH = 60


def _kill(*options: str) -> subprocess.CompletedProcess[str]:
    script = TESTS / "benchmarks" / "kill_saves.py"
    return subprocess.run(
        [sys.executable, script, *options], capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes to kill are forked")
def test_a_kill_at_any_moment_leaves_a_whole_file_and_loses_no_save_that_was_done() -> None:
    done = _kill("--runs", str(KILLS))
    assert f"kills {KILLS} " in done.stdout, done.stderr
    assert "torn 0  empty 0  torn versions 0  lost 0" in done.stdout
    assert done.returncode == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes to kill are forked")
def test_files_written_in_place_would_be_found_torn() -> None:
    done = _kill("--runs", "30", "--in-place")
    assert "kills 30 " in done.stdout, done.stderr
    assert done.returncode == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the app is typed into by a terminal")
def test_what_make_faults_prints_has_its_counts() -> None:
    script = TESTS / "benchmarks" / "faults.py"
    few = ["--kills", "4", "--app-kills", "1", "--full", "40", "--rivals", "1"]
    done = subprocess.run(
        [sys.executable, script, *few], capture_output=True, text=True, check=False, timeout=50
    )
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    assert [line[:2] for line in lines] == [
        ["saves", "killed"],
        ["app", "killed"],
        ["full", "disk"],
        ["two", "writers"],
    ], done.stderr
    assert done.returncode == 0
    assert all("torn 0" in line[2] or "left out" in line[2] for line in lines)


def test_of_two_processes_that_save_one_profile_each_notices_what_it_lost(tmp_path: Path) -> None:
    came_to = rivalry(tmp_path, SAVES_EACH)
    assert (came_to.torn, came_to.lost) == (0, 0)
    assert came_to.noticed
    assert came_to.saves > SAVES_EACH
