"""How a run ends when something goes wrong: quietly, with a code, a short word and a private log."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from shell_runs import run

from mile18.cli import main
from mile18.shell import outputs
from mile18.shell.crash import log_file
from mile18.storage.problem import StorageError

SECRET = "salbutamol"


def raising(error: BaseException) -> Callable[..., int]:
    def fails(*_: object, **__: object) -> int:
        raise error

    return fails


def test_a_fault_leaves_a_private_log_without_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "print_output", raising(ValueError(SECRET)))
    ran = run("show", "any")
    assert (ran.code, ran.out) == (1, "")
    assert str(log_file()) in ran.err
    assert "Traceback" not in ran.err
    log = log_file().read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_shell_ends.py" in log
    assert SECRET not in ran.err + log
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(log_file().parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_is_told(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / "mile18").mkdir()
    (own_home / "mile18" / "state").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(outputs, "print_output", raising(ValueError(SECRET)))
    ran = run("show", "any")
    assert ran.code == 1
    assert "no log" in ran.err
    assert SECRET not in ran.err


def test_a_disk_that_fails_is_no_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        outputs, "print_output", raising(StorageError("x.toml: could not be read: bad disk"))
    )
    assert run("show", "x") == (1, "", "mile18: x.toml: could not be read: bad disk\n")


def test_an_interrupt_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "print_output", raising(KeyboardInterrupt()))
    assert run("show", "any") == (130, "", "")


@pytest.mark.usefixtures("folder")
def test_a_reader_that_had_enough_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["show", "flying-pig"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("folder")
def test_a_terminal_of_few_signs_gets_what_it_can_show(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    with file.open("w", encoding="ascii") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["show", "flying-pig", "--today", "2027-04-20"]) == 0
        assert main(["show", "flying-pig", "--json", "--today", "2027-04-20"]) == 0
    content = file.read_bytes().decode("utf-8")
    text, _, data = content.partition("{\n")
    assert text.isascii()
    assert " ? " in text
    assert "×" in data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("line", [["show", "flying-pig"], ["show", "flying-pig", "--json"]])
def test_a_full_disk_is_told(
    line: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with open(os.open("/dev/full", os.O_WRONLY), "w", encoding="utf-8") as full:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", full)
        assert main(line) == 1
    told = capfd.readouterr().err
    assert told.startswith("mile18: the output could not be written: ")
    assert not log_file().exists()
