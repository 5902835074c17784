"""Signals, failing disks and editors on a real terminal: what is on disk then, and what is said."""

import os
import signal
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios")

from terminal import Terminal
from terminal_runs import CTRL_Q, F5, F6, GIVEN_BACK, MILE18, surroundings

from mile18.storage.store import open_file

STUCK = """
import asyncio, sys
from mile18.cli import main
from mile18.tui import signals
from mile18.tui.app import Mile18

async def hang(app):
    app.answer("race.place", "Cincinnati 2")
    print("\\a", file=sys.__stdout__, flush=True)
    while True:
        {how}

signals.PATIENCE_SECONDS = 0.5
Mile18.action_sum = hang
sys.exit(main(["flying-pig"]))
"""


def race_name(folder: Path) -> str | None:
    return open_file(folder / "flying-pig.toml").profile.race.name


@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM"])
def test_what_was_typed_just_before_a_signal_is_saved(folder: Path, name: str) -> None:
    with Terminal(MILE18, surroundings()) as terminal:
        terminal.seconds_until(b"Readiness")
        terminal.press(b"Sow")
        os.kill(terminal.process.pid, getattr(signal, name))
        assert terminal.code() == 130
        assert b"mile18:" not in terminal.painted
        assert GIVEN_BACK in terminal.painted
    assert race_name(folder) == "Sow"


def test_it_stops_only_once_all_is_saved_and_goes_on_afterwards(folder: Path) -> None:
    with Terminal(MILE18, surroundings()) as terminal:
        terminal.seconds_until(b"Readiness")
        pid = terminal.process.pid
        terminal.press(b"Sow")
        os.kill(pid, signal.SIGTSTP)
        while not os.WIFSTOPPED(os.waitpid(pid, os.WUNTRACED | os.WNOHANG)[1]):
            terminal.read_for(0.05)
        assert race_name(folder) == "Sow"
        terminal.painted = b""
        os.kill(pid, signal.SIGCONT)
        terminal.seconds_until(b"Readiness")
        # Stopped by force, too, it must not start a second time: it would never end.
        os.kill(pid, signal.SIGSTOP)
        os.kill(pid, signal.SIGCONT)
        terminal.press(b"er" + CTRL_Q)
        assert terminal.code() == 0
    assert race_name(folder) == "Sower"


@pytest.mark.parametrize("how", ["pass", "await asyncio.sleep(9)"])
def test_it_ends_even_while_it_hangs(folder: Path, how: str) -> None:
    command = [sys.executable, "-c", STUCK.format(how=how)]
    with Terminal(command, surroundings()) as terminal:
        terminal.seconds_until(b"Readiness")
        terminal.press(F6)
        terminal.seconds_until(b"\a")
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.code() == 130
        assert b"Traceback" not in terminal.painted
        assert GIVEN_BACK in terminal.painted
    assert open_file(folder / "flying-pig.toml").profile.race.place == "Cincinnati 2"


def test_answers_that_cannot_be_saved_are_said_to_be_elsewhere(
    folder: Path, own_home: Path
) -> None:
    path = folder / "flying-pig.toml"
    with Terminal(MILE18, surroundings()) as terminal:
        terminal.seconds_until(b"Readiness")
        path.rename(folder / "away")
        path.mkdir()
        terminal.press(b"Sow" + CTRL_Q)
        terminal.seconds_until(b"NOT SAVED, quit again")
        terminal.press(CTRL_Q)
        assert terminal.code() == 1
        _, _, said = terminal.painted.rpartition(GIVEN_BACK)
    (rescued,) = (own_home / "mile18" / "state").glob("unsaved-flying-pig-*.toml")
    assert open_file(rescued).profile.race.name == "Sow"
    assert b"flying-pig.toml: could not be" in said
    assert f"mile18: your answers are in {rescued}; open them with mile18".encode() in said


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o700)


def test_an_editor_that_goes_wrong_leaves_the_app_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for path in folder.iterdir():
        path.unlink()
    (folder / "-pig.toml").write_text('[race]\nname = "Sow"\n', encoding="utf-8")
    editor = tmp_path / "my editor"
    command = [sys.executable, "-m", "mile18", "--profiles", "."]
    with Terminal(command, surroundings(EDITOR=f"'{editor}' -w")) as terminal:
        terminal.press(F5)
        terminal.seconds_until(b"Sow")
        for text, told in [
            ("", b"such"),
            ("exit 3", b"code"),
            ("kill -KILL $$", b"SIGKILL"),
            ("not executable", b"denied"),
        ]:
            if text:
                script(editor, text)
            if told == b"denied":
                editor.chmod(0o600)
            terminal.painted = b""
            terminal.press(b"v")
            terminal.seconds_until(told)
        script(editor, 'echo "$1 $2" >args; echo "[race]\nname = \'Hog\'" >"$2"')
        terminal.press(b"v")
        terminal.seconds_until(b"Hog")
        terminal.press(CTRL_Q)
        assert terminal.code() == 0
    assert (folder / "args").read_text() == f"-w {folder.resolve()}/-pig.toml\n"


def test_signals_wait_for_the_editor_and_its_keys_are_its_own(folder: Path, tmp_path: Path) -> None:
    done = tmp_path / "done"
    editor = tmp_path / "editor"
    script(editor, f"echo IN THE EDITOR; until [ -e {done} ]; do sleep 0.02; done")
    with Terminal(MILE18, surroundings(EDITOR=str(editor))) as terminal:
        terminal.seconds_until(b"Readiness")
        terminal.press(b"Sow\r")
        terminal.seconds_until(b"saved")
        terminal.press(F5)
        terminal.settle()
        terminal.press(b"v")
        terminal.seconds_until(b"IN THE EDITOR")
        assert race_name(folder) == "Sow"
        for number in (signal.SIGINT, signal.SIGQUIT):
            os.kill(terminal.process.pid, number)
        done.touch()
        terminal.painted = b""
        terminal.seconds_until(b"Sow")
        terminal.painted = b""
        done.unlink()
        terminal.press(b"v")
        terminal.seconds_until(b"IN THE EDITOR")
        os.kill(terminal.process.pid, signal.SIGTERM)
        terminal.read_for(0.1)
        assert terminal.process.poll() is None
        done.touch()
        assert terminal.code() == 130
