"""Two processes that save one profile at once, and what became of each of their saves."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counted_saves import FIRST, profile_of, save_of

from mile18.storage.backups import versions
from mile18.storage.store import Store

WRITER = Path(__file__).parent / "rival_writer.py"


@dataclass
class Rivalry:
    """What two writers came to: `lost` are saves written over without their writer being told."""

    saves: int = 0
    noticed: int = 0
    torn: int = 0
    lost: int = 0


def rivalry(folder: Path, saves_each: int) -> Rivalry:
    """Let two processes save one profile so many times each, as fast as they can."""
    path = Store(folder).create("race", profile_of("start", FIRST)).path
    lines = _race(folder, saves_each)
    saved = [[*_saved(each)] for each in lines]
    parents = {name: parent for each in saved for name, parent in each}
    stands = _line_of_descent(save_of(path), parents)
    told = {name for each in lines for name in _told_of(each)}
    return Rivalry(
        saves=len(parents),
        noticed=sum(each.count("noticed") for each in lines),
        torn=sum(not save_of(each) for each in (path, *(one.path for one in versions(path)))),
        lost=len(parents.keys() - stands - told),
    )


def _race(folder: Path, saves_each: int) -> list[list[str]]:
    """What two writers tell of their saves; the last save of each comes after all others."""
    writers = [
        subprocess.Popen(
            [sys.executable, WRITER, folder, letter, str(saves_each)],
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
        if each.returncode:
            raise AssertionError(f"a writer ended with {each.returncode}")
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


def _told_of(lines: list[str]) -> Iterator[str]:
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
