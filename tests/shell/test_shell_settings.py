"""One bad line in the settings is named and skipped: every command does what it does without it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from shell_runs import Ran, filled_folder, run

GOOD = '[units]\nmass = "lb"\n'
# The key that is named, and what is written there; a table goes behind the rest of the file.
BAD_VALUES = [
    *(("theme", f"theme = {raw}") for raw in ("3", "true", "[]", "{}", '""', '"drakula"', "nan")),
    *(("keys", f"keys = {raw}") for raw in ("3", '"save"', "[1]", "2027-05-02")),
    *(("keys.save", f"[keys]\nsave = {raw}") for raw in ("4", '""', '"[/x]"', '"f1,,f2"', "[]")),
    *(("folders", f"folders = {raw}") for raw in ("3", '"/a"', "{}")),
    *(
        ("folders[1]", f"folders = [{raw}]")
        for raw in ("3", '""', '"races"', '"~nosuchuser/x"', '"/a\\u0000b"', "[]", "{}")
    ),
    *(("units.distance", f"units.distance = {raw}") for raw in ("3", '"miles"', "[]", "{}")),
    *(
        ("", f"{line}")
        for line in ("theme = dark", "= 3", "[keys", "mouse true", 'theme = "', "\x07")
    ),
    ("mouse", "mouse = true"),
    ("window", "[window]\nwidth = 3"),
]
COMMANDS: tuple[list[str], ...] = (
    ["paths"],
    ["paths", "--json"],
    ["list"],
    ["list", "--csv"],
    ["check", "flying-pig"],
    ["show", "flying-pig"],
    ["show", "nobody"],
    ["week", "flying-pig"],
    ["day", "flying-pig"],
    ["card", "flying-pig"],
    ["calendar", "flying-pig"],
    ["debrief"],
    ["debrief", "flying-pig"],
    ["compare", "flying-pig", "list"],
    ["restore", "flying-pig"],
    ["cramp", "--print"],
    ["new", "flying-pig"],
    ["schema"],
    ["--version"],
    [],
)


@pytest.fixture
def file(own_home: Path) -> Path:
    """The settings of a runner with races."""
    filled_folder()
    return own_home / "mile18" / "settings.toml"


def without(file: Path, *line: str) -> Ran:
    """What a command does with the good lines alone."""
    file.write_text(GOOD, encoding="utf-8")
    return run(*line)


def written(line: str) -> tuple[str, int]:
    """Settings with a bad line in them, and the number of the line that is bad."""
    above = not line.startswith(("[keys]", "[window]"))
    text = f"{line}\n{GOOD}" if above else f"{GOOD}{line}\n"
    if line.startswith("units."):
        # A table cannot be opened twice.
        text = f"{GOOD}{line.removeprefix('units.')}\n"
        return text, 3
    return text, 1 if above else 4 if line.startswith("[keys]") else 3


@pytest.mark.parametrize(("key", "line"), BAD_VALUES)
def test_every_bad_line_is_named_and_costs_nothing_else(file: Path, key: str, line: str) -> None:
    for command in (["paths"], ["list"], ["show", "flying-pig"]):
        good = without(file, *command)
        text, number = written(line)
        file.write_text(text, encoding="utf-8")
        ran = run(*command)
        assert (ran.code, ran.out) == (good.code, good.out)
        said = [each for each in ran.err.splitlines() if each not in good.err.splitlines()]
        assert len(said) == 1
        assert said[0].startswith(f"{file}:{number}: {key}{': ' if key else ''}")
        assert "allowed is" in said[0] or "mile18" in said[0] or "TOML" in said[0]
    assert file.read_text(encoding="utf-8") == text


def undated(out: str) -> list[str]:
    """What a command printed, without the moment at which it did."""
    return [line for line in out.splitlines() if not line.startswith(("DTSTAMP", "LAST-MOD"))]


def a_folder(file: Path) -> None:
    file.mkdir()


def a_pipe(file: Path) -> None:
    os.mkfifo(file)


def a_link_to_nowhere(file: Path) -> None:
    file.symlink_to("gone.toml")


def a_link_to_itself(file: Path) -> None:
    file.symlink_to(file)


def utf_16(file: Path) -> None:
    file.write_text(GOOD * 10, encoding="utf-16")


def no_text(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 50)


def too_large(file: Path) -> None:
    file.write_bytes(b"#" * 2_000_000)


def no_toml_at_all(file: Path) -> None:
    file.write_text("Dear diary,\ntoday I ran.\n" * 20, encoding="utf-8")


def bad_lines(file: Path) -> None:
    file.write_text('theme = dark\nfolders = ["~nosuchuser/x"]\nmouse = 1\n[units]\nmass = 3\n')


KINDS = (
    a_folder, a_pipe, a_link_to_nowhere, a_link_to_itself, utf_16, no_text, too_large,
    no_toml_at_all, bad_lines,
)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links and no pipes")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_command_works_whatever_lies_there(file: Path, kind: Callable[[Path], None]) -> None:
    good = [run(*command) for command in COMMANDS]
    kind(file)
    for command, expected in zip(COMMANDS, good, strict=True):
        ran = run(*command)
        assert (ran.code, undated(ran.out)) == (expected.code, undated(expected.out))
        said = [each for each in ran.err.splitlines() if each not in expected.err.splitlines()]
        assert all(each.startswith(f"{file}:") for each in said)
        assert bool(said) == (command not in (["schema"], ["--version"]))


def test_folders_that_are_named_leave_the_settings_aside(file: Path, tmp_path: Path) -> None:
    file.write_text('folders = ["~nosuchuser/x"]\n', encoding="utf-8")
    assert run("list", "--profiles", str(tmp_path)).err.startswith("mile18: no races yet")


def test_a_folder_that_can_be_read_is_listed_beside_one_that_cannot(
    file: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "boston.toml").write_text('[race]\nname = "Boston"\n', encoding="utf-8")
    file.write_text(f'folders = ["~nosuchuser/x", "{more.as_posix()}"]\n', encoding="utf-8")
    assert "boston" in run("list").out
    assert str(more) in run("paths").out
