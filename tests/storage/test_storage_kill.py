"""Killed in the middle of a save, raced by another window: a file is never torn."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_saves import FIRST, profile_of, save_of

from mile18.storage.backups import versions
from mile18.storage.store import Store

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


def test_of_two_processes_that_save_one_profile_each_notices_what_it_lost(tmp_path: Path) -> None:
    path = Store(tmp_path).create("race", profile_of("start", FIRST)).path
    lines = _race(tmp_path)
    assert save_of(path)
    assert all(save_of(each.path) for each in versions(path))
    parents = {name: parent for each in lines for name, parent in _saved(each)}
    stands = _line_of_descent(save_of(path), parents)
    lost = {name for each in lines for name, _ in _saved(each)} - stands
    assert lost == {name for each in lines for name in _noticed(each)} & lost
    assert any("noticed" in each for each in lines)


def _race(folder: Path) -> list[list[str]]:
    """What two writers tell of their saves; the last save of each comes after all others."""
    script = TESTS / "support" / "rival_writer.py"
    writers = [
        subprocess.Popen(
            [sys.executable, script, folder, letter, str(SAVES_EACH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for letter in "AB"
    ]
    lines = [_until(each, "ready") for each in writers]
    for each in writers:
        _go_on(each)
    for each, told in zip(writers, lines, strict=True):
        told += _until(each, "done")
    for each, told in zip(writers, lines, strict=True):
        told += each.communicate("\n")[0].splitlines()
        assert each.returncode == 0
    return lines


def _go_on(writer: subprocess.Popen[str]) -> None:
    assert writer.stdin
    writer.stdin.write("\n")
    writer.stdin.flush()


def _until(writer: subprocess.Popen[str], last: str) -> list[str]:
    assert writer.stdout
    lines = []
    for line in writer.stdout:
        lines.append(line.strip())
        if lines[-1] == last:
            return lines
    raise AssertionError(f"a writer ended before it was {last}: {lines[-3:]}")


def _saved(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.startswith("saved "):
            _, name, parent = line.split()
            yield name, parent


def _noticed(lines: list[str]) -> Iterator[str]:
    """The saves after which a writer was refused before it read the file anew."""
    since: list[str] = []
    for line in lines:
        if line.startswith("saved "):
            since.append(line.split()[1])
        elif line == "noticed":
            yield from since
            since = []


def _line_of_descent(name: str, parents: dict[str, str]) -> set[str]:
    found = set()
    while name in parents:
        found.add(name)
        name = parents[name]
    return found
