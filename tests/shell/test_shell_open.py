"""When the app opens, on which profile, and in which colours."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shell_runs import run
from textual.screen import Screen

from mile18.shell.commands import cramp
from mile18.shell.commands import open as opening
from mile18.shell.find import usual
from mile18.shell.say import is_terminal
from mile18.storage.paths import recent_file, remember
from mile18.storage.shelf import Shelf
from mile18.storage.store import Store


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | None, str]]:
    """What the app would have been opened on, as if in a terminal, and the first screen."""
    calls: list[tuple[str | None, str]] = []

    def note(_: Namespace, name: str | None, first: Callable[[], Screen[Any]] | None = None) -> int:
        calls.append((name, type(first()).__name__ if first else ""))
        return 0

    monkeypatch.setattr(opening, "open_app", note)
    for module in (opening, cramp):
        monkeypatch.setattr(module, "is_terminal", lambda: True)
    return calls


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("", (None, "")),
        ("berlin", ("berlin", "")),
        ("open list", ("list", "")),
        ("cramp", (None, "CrampScreen")),
        ("cramp --profile berlin", ("berlin", "CrampScreen")),
        ("cramp --muscle c --km 18.6mi", (None, "CrampScreen")),
    ],
)
def test_in_a_terminal_the_app_opens(
    line: str, call: tuple[str | None, str], opened: list[tuple[str | None, str]]
) -> None:
    assert run(*line.split()) == (0, "", "")
    assert opened == [call]


@pytest.mark.parametrize("line", ["cramp --print", "cramp --print --muscle c --km 18.6mi"])
def test_the_protocol_is_text_when_asked_for(
    line: str, opened: list[tuple[str | None, str]]
) -> None:
    assert "STOP" in run(*line.split()).out
    assert opened == []


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "expected"),
    [
        (True, True, "xterm", True),
        (True, True, "dumb", False),
        (True, True, None, True),
        (False, True, "xterm", False),
        (True, False, "xterm", False),
    ],
)
def test_a_terminal_has_two_ways_and_is_not_dumb(
    stdin: bool, stdout: bool, term: str | None, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        def __init__(self, answer: bool) -> None:
            self.answer = answer

        def isatty(self) -> bool:
            return self.answer

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", Stream(stdin))
        patch.setattr(sys, "stdout", Stream(stdout))
        if term is None:
            patch.delenv("TERM", raising=False)
        else:
            patch.setenv("TERM", term)
        found = is_terminal()
    assert found == expected


def test_without_a_name_the_last_race_opens_or_the_only_one(folder: Path) -> None:
    store = Store(folder)
    assert usual(Shelf([store])) is None
    remember(recent_file(), folder.parent / "elsewhere" / "list.toml")
    assert usual(Shelf([store])) is None
    for name in ("flying-pig", "list", "gone"):
        remember(recent_file(), folder / f"{name}.toml")
    last = usual(Shelf([store]))
    assert last is not None
    assert last.name == "list"
    remember(recent_file(), folder / "torn.toml")
    assert usual(Shelf([store])) is None
    for name in ("bad", "torn", "list"):
        (folder / f"{name}.toml").unlink()
    only = usual(Shelf([store]))
    assert only is not None
    assert only.name == "flying-pig"


@pytest.mark.usefixtures("folder")
def test_a_theme_that_there_is_none_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_terminal", lambda: True)
    ran = run("flying-pig", "--theme", "nox")
    assert (ran.code, ran.out) == (2, "")
    assert "mile18-light" in ran.err


@pytest.mark.parametrize(
    ("no_color", "theme", "colourless"),
    [(None, None, False), ("", None, False), ("1", None, True), ("1", "nord", False)],
)
def test_no_color_counts_unless_empty_or_a_theme_is_asked_for(
    no_color: str | None, theme: str | None, colourless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    # Set first, so that the test's end takes back whatever the call leaves.
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    monkeypatch.setenv("NO_COLOR", no_color or "")
    if no_color is None:
        monkeypatch.delenv("NO_COLOR")
    assert opening._settle_colours(theme) == colourless
    assert ("NO_COLOR" in os.environ) == colourless
    assert (os.environ["TEXTUAL_THEME"] == "ansi-dark") == colourless
