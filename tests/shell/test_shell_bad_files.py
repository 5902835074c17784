"""Every command on every kind of bad file: one code, one line that names the file, nothing changed.

A file that cannot be read leaves stdout empty; one with bad answers is shown without them.
"""

import json
import os
import shutil
from pathlib import Path

import pytest
from bad_files import ODD, UNREADABLE, UNTOUCHED, BadFile, forbid
from shell_runs import EXAMPLE, Ran, run

from mile18.shell.command import COMMANDS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and pipes")

GOOD = "flying-pig"
# Each command with a race; BAD is its file.
LINES = (
    "BAD",
    "open BAD",
    "show BAD",
    "show BAD --json",
    "check BAD",
    "week BAD",
    "week BAD --json",
    "day BAD",
    "day BAD --json",
    "debrief BAD",
    "debrief BAD --json",
    f"compare BAD {GOOD}",
    f"compare {GOOD} BAD",
    f"compare {GOOD} BAD --json",
    "cramp --profile BAD",
    "card BAD",
    "card BAD --format html",
    "calendar BAD",
    "course BAD",
    "course BAD --json",
    "course BAD --remove",
    "weather BAD",
    "weather BAD --offline --json",
    "import BAD .",
    "import BAD . --json",
    "new next --from BAD",
    "restore BAD",
)
TAKE_NO_RACE = {"list", "paths", "schema", "completion"}
WHOLE_FOLDER = ("", "list", "list --json", "list --csv", "check", "debrief", "debrief --json")


@pytest.fixture
def folder(own_home: Path) -> Path:
    """The folder of races, with the example in it."""
    folder = own_home / "mile18" / "profiles"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder / f"{GOOD}.toml")
    return folder


def on(line: str, bad: Path) -> Ran:
    pytest.importorskip("icalendar")
    return run(*(str(bad) if word == "BAD" else word for word in line.split()))


def traces(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.rglob("*"))


def test_every_command_that_takes_a_race_is_tried() -> None:
    assert {line.split()[0] for line in LINES} - {"BAD"} == COMMANDS.keys() - TAKE_NO_RACE


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_2_and_one_line_for_every_command(folder: Path, kind: str) -> None:
    bad = folder / "bad.toml"
    UNREADABLE[kind].make(bad)
    before = traces(folder)
    first = on(LINES[0], bad).err
    assert first.startswith(f"{bad}{UNREADABLE[kind].said}")
    assert first.count("\n") == 1
    for line in LINES:
        assert on(line, bad) == Ran(2, "", first), line
    assert traces(folder) == before


def test_what_may_not_be_read_is_like_the_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = folder / "bad.toml"
    forbid(bad, monkeypatch)
    said = f"{bad}: could not be read: permission denied; {UNTOUCHED}\n"
    for line in LINES:
        assert on(line, bad) == Ran(2, "", said), line


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "path",
    ["flying-pig.toml/inside.toml", "nowhere/bad.toml", ".", pytest.param("x" * 300, id="long")],
)
def test_a_path_that_leads_nowhere_is_2_as_well(folder: Path, line: str, path: str) -> None:
    bad = folder / path
    ran = on(line, bad)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{bad}: could not be read: ")
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_a_name_that_no_race_has_is_2_and_two_lines_for_every_command() -> None:
    for line in LINES:
        ran = run(*line.replace("BAD", "flying-pug").split())
        assert ran == Ran(
            2,
            "",
            'mile18: there is no race "flying-pug"; did you mean "flying-pig"?\n'
            "mile18: mile18 list shows all races, mile18 new NAME makes one\n",
        ), line


@pytest.mark.parametrize("kind", ODD)
def test_a_bad_answer_is_2_and_one_line_and_the_rest_is_shown(folder: Path, kind: str) -> None:
    bad = folder / "bad.toml"
    ODD[kind].make(bad)
    before = bad.read_bytes()
    for line in LINES:
        ran = on(line, bad)
        assert ran.code == 2, line
        assert f"{bad}{ODD[kind].said}\n" in ran.err, line
        assert bool(ran.out) == (line not in ("check BAD", "restore BAD", "weather BAD")), line
        if "--json" in line:
            json.loads(ran.out)
        (folder / "next.toml").unlink(missing_ok=True)
    assert bad.read_bytes() == before


@pytest.mark.parametrize("kind", [kind for kind in UNREADABLE | ODD if kind != "missing"])
def test_a_bad_file_among_others_is_2_and_the_others_are_shown(folder: Path, kind: str) -> None:
    bad = folder / "bad.toml"
    found = (UNREADABLE | ODD)[kind]
    found.make(bad)
    for line in WHOLE_FOLDER:
        ran = run(*line.split())
        # A folder is no race, whatever it is called.
        assert ran.code == (0 if bad.is_dir() else 2), line
        assert ran.err.count(f"{bad}{found.said}") == (not bad.is_dir()), line
        assert "debrief" in line or GOOD in ran.out, line
        if "--json" in line:
            json.loads(ran.out)


@pytest.mark.parametrize("where", ["settings.toml", "state/recent"])
@pytest.mark.parametrize("found", UNREADABLE.values(), ids=UNREADABLE)
def test_nothing_that_lies_in_place_of_settings_stops_a_command(
    folder: Path, where: str, found: BadFile
) -> None:
    path = folder.parent / where
    path.parent.mkdir(exist_ok=True)
    found.make(path)
    for line in ("list", f"show {GOOD}", "cramp", "paths", "new next"):
        ran = run(*line.split())
        assert ran.code == 0, line
        assert "could not be saved" not in ran.err
        (folder / "next.toml").unlink(missing_ok=True)


@pytest.mark.parametrize("kind", [kind for kind in UNREADABLE if kind not in ("missing", "folder")])
def test_what_lies_among_versions_and_trash_is_told_and_left(folder: Path, kind: str) -> None:
    inside = folder / ".mile18"
    version = inside / "backups" / GOOD / "0001-20270418T081000Z.toml"
    deleted = inside / "trash" / f"{GOOD}-20270418-101000.toml"
    for path in (version, deleted):
        path.parent.mkdir(parents=True)
        UNREADABLE[kind].make(path)
    ran = run("restore", GOOD)
    assert ran.code == 0
    assert ran.out.count("  cannot be read\n") == 2
    for path, place in ((version, "1"), (deleted, "trash")):
        said = f"{path}{UNREADABLE[kind].said}"
        assert said in ran.err
        again = run("restore", GOOD, place)
        assert (again.code, again.out) == (2, "")
        assert again.err.startswith(said)
    assert run("compare", GOOD, "--with-version", "1").code == 2
    assert os.path.lexists(version)
    assert (folder / f"{GOOD}.toml").read_bytes() == EXAMPLE.read_bytes()
