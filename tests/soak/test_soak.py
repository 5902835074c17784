"""The monkey itself: it finds a fault, says where, makes the way to it short, and is the same again."""

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

if not hasattr(signal, "setitimer"):
    pytest.skip("this system has no timer for processor time", allow_module_level=True)

from hand import Move
from monkey import play
from shrink import shortened

from mile18.tui.prepare.sums import SumScreen


@pytest.fixture(autouse=True)
def same_garbage() -> Iterator[None]:
    """The monkey sets how often garbage is looked for, and takes the timer of the process."""
    handler = signal.getsignal(signal.SIGVTALRM)
    yield
    signal.signal(signal.SIGVTALRM, handler)


@pytest.mark.skipif(os.name == "nt", reason="the folder has links and pipes")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_short_run_is_the_same_again_and_nothing_goes_wrong(tmp_path: Path, seed: int) -> None:
    first = play(tmp_path / "first", seed, 120)
    assert first.wrong == ""
    assert first.keys == 120
    again = play(tmp_path / "again", seed, 120, first.moves)
    assert (again.moves, again.wrong) == (first.moves, "")


def test_a_fault_is_found_named_and_made_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(SumScreen, "on_mount", fail)
    moves: list[Move] = [("key", "f1"), ("key", "escape"), ("key", "f6"), ("settle",), ("key", "a")]
    tries = iter(range(1000))

    def wrong(made: Sequence[Move]) -> str:
        return play(tmp_path / str(next(tries)), 1, 100, made).wrong

    assert wrong(moves).startswith("ZeroDivisionError in ")
    assert shortened(moves, lambda made: bool(wrong(made)), 30) == [("key", "f6")]


def test_what_is_needed_together_stays_together() -> None:
    moves: list[Move] = [("key", str(number)) for number in range(40)]
    needed = {("key", "3"), ("key", "17"), ("key", "38")}
    assert set(shortened(moves, lambda made: needed <= set(made), 30)) == needed
