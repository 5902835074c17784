"""Disks, folders, links and names that go wrong: on the shell each has its message, word for word."""

import errno
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from odd_names import CONTENT, folder_of_odd_names
from shell_runs import Ran, run
from small_disk import NoSmallDiskError, fill, small_disk

from mile18.profile import Profile
from mile18.storage.store import Store

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and permissions")
NOBODY = 65534
UNTOUCHED = "nothing was changed"


@pytest.fixture
def folder(own_home: Path) -> Path:
    """A folder with one profile."""
    folder = own_home / "mile18" / "profiles"
    folder.mkdir(parents=True)
    (folder / "race.toml").write_bytes(CONTENT)
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_file_turned_into_a_folder(folder: Path) -> None:
    path = folder / "race.toml"
    path.unlink()
    path.mkdir()
    said = f"{path}: could not be read: this is a folder, not a file; {UNTOUCHED}\n"
    assert run("show", "race") == run("check", "race") == Ran(2, "", said)
    assert run("new", "race").err == (
        'mile18: "race.toml" is already there; nothing was overwritten\n'
    )
    assert run("list").code == 0, "a folder is no profile"


def test_a_folder_of_profiles_that_is_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("in the way")
    said = f"mile18: {folder}: could not be read: a part of the path is a file, not a folder; "
    for line in (["list"], ["check"]):
        assert run(*line) == Ran(1, "", f"{said}{UNTOUCHED}\n")
    assert run("new", "berlin") == Ran(
        1,
        "",
        f"mile18: {folder}: could not be made: something of that name is in the way; {UNTOUCHED}\n",
    )
    assert folder.read_text() == "in the way"


@posix
def test_links(folder: Path) -> None:
    (folder / "link.toml").symlink_to("race.toml")
    (folder / "nowhere.toml").symlink_to("gone.toml")
    (folder / "itself.toml").symlink_to("itself.toml")
    assert run("show", "link").code == 0
    ran = run("check")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        f"{folder / 'itself.toml'}: could not be read: the link leads back to itself; {UNTOUCHED}",
        f"{folder / 'nowhere.toml'}: could not be read: this is a link to a file that is not there; "
        f"{UNTOUCHED}",
    ]
    for name in ("nowhere", "itself"):
        assert "is already there" in run("new", name).err
    assert not (folder / "gone.toml").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("con", '"con" cannot be a name; Windows keeps it for a device'),
        ("LPT1.race", '"LPT1.race" cannot be a name; Windows keeps it for a device'),
        ("x" * 256, f'"{"x" * 39}…" is too long for a name; 80 characters are the most'),
        ("東" * 80, f'"{"東" * 39}…" is too long for a name; 80 characters are the most'),
        ("a\0b", '"a�b" cannot be a name because of "�"; '),
        ("a\nb", '"a�b" cannot be a name because of "�"; '),
        (".hidden", '".hidden" cannot be a name; it must not start or end with a dot'),
        ("a:b", '"a:b" cannot be a name because of ":"; '),
        ("\udcff", '"�" cannot be a name because of "�"; '),
        ("", "a race file needs a name, such as berlin-2027"),
    ],
)
def test_a_name_that_is_no_file_name(folder: Path, name: str, reason: str) -> None:
    ran = run("new", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"mile18: {reason}")
    assert bytes_of(folder) == {"race.toml": CONTENT}
    shown = run("show", name or "''")
    assert shown.out == ""
    assert "fault of its own" not in shown.err


@posix
@pytest.mark.parametrize(
    "command",
    [
        ("card", "race", "-o", "{}/card.md"),
        ("card", "race", "-o", "{}.md"),
        ("import", "race", "{}"),
        ("course", "race", "{}"),
        ("check", "{}/race.toml"),
        ("list", "--profiles", "{}"),
    ],
)
@pytest.mark.parametrize(
    ("path", "reason"),
    [("x" * 256, "the name is too long for this disk"), ("loop", "the link leads back to itself")],
)
def test_a_path_that_leads_nowhere(
    folder: Path, command: tuple[str, ...], path: str, reason: str
) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    ran = run(*(each.format(folder / path) for each in command))
    assert "fault of its own" not in ran.err
    assert ran.code in (0, 1, 2)
    if ran.code:
        assert reason in ran.err or "there is no" in ran.err


@posix
def test_files_of_odd_names_are_listed_read_and_left_alone(folder: Path) -> None:
    names = folder_of_odd_names(folder)
    before = bytes_of(folder)
    ran = run("list")
    assert ran.code == 0
    # The columns' titles, the odd names, and the race that is always there.
    assert len(ran.out.splitlines()) == 1 + len(names) + 1
    assert not {"\x1b", "\t", "\u202e"} & set(ran.out)
    data = json.loads(run("list", "--json").out)
    assert len(data["profiles"]) == len(names) + 1
    ran = run("check")
    assert ran.code == 0
    assert ran.err.splitlines() == [
        f"{folder / other}.toml: some disks cannot tell its name from {one}.toml, "
        "and would keep only one of the two; rename one"
        for one, other in (("Berlin", "berlin"), ("Zu\u0308rich", "Z\u00fcrich"))
    ]
    for name in names:
        path = str(folder / f"{name}.toml")
        assert run("show", path, "--json").code == 0
        assert run("restore", path).code == 0
    assert bytes_of(folder) == before


def test_ten_thousand_files(folder: Path) -> None:
    for number in range(1, 10_000):
        os.link(folder / "race.toml", folder / f"race-{number:04}.toml")
    assert run("new", "RACE-4711").err == (
        'mile18: "race-4711.toml" is already there; nothing was overwritten\n'
    )
    assert run("new", "race-10000").code == 0
    assert run("show", "race-9999").code == 0
    assert 'did you mean "race-' in run("show", "rase-9999").err
    assert len([*folder.iterdir()]) == 10_001


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "permission denied"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "new berlin --race Berlin",
        "new next --from race",
        "card race -o card.html",
        "calendar race -o week.ics",
        "restore race 1",
        "restore race trash",
    ],
)
def test_a_disk_that_refuses_is_1_and_no_answers_are_open_in_a_shell(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    number: int,
    reason: str,
) -> None:
    pytest.importorskip("icalendar")
    monkeypatch.chdir(tmp_path)
    store = Store(folder)
    store.delete("race")
    opened = store.create("race", Profile().with_answer("race.date", date(2027, 5, 2)))
    store.save(opened, opened.profile.with_answer("race.name", "Berlin"))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def refuse(_: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    ran = run(*line.split())
    assert (ran.code, ran.out) == (1, "")
    assert re.fullmatch(rf"mile18: .+: could not be saved: {reason}; {UNTOUCHED}\n", ran.err)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert not [*tmp_path.iterdir()]


# On a real disk


@pytest.fixture
def disk(folder: Path) -> Iterator[Path]:
    """The folder of profiles on a disk of its own, with one profile; it can be filled up."""
    with ExitStack() as stack:
        try:
            stack.enter_context(small_disk(folder))
        except NoSmallDiskError as error:
            pytest.skip(str(error))
        (folder / "race.toml").write_bytes(CONTENT)
        yield folder


def test_a_full_disk(disk: Path) -> None:
    run("new", "other")
    fill(disk)
    before = bytes_of(disk)
    ran = run("new", "berlin")
    assert ran == Ran(
        1,
        "",
        f"mile18: {disk / 'berlin.toml'}: could not be saved: the disk is full; {UNTOUCHED}\n",
    )
    assert run("show", "race").code == 0
    assert bytes_of(disk) == before


def test_a_read_only_disk(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    path = disk / "berlin.toml"
    assert run("new", "berlin") == Ran(
        1, "", f"mile18: {path}: could not be saved: the disk is read-only; {UNTOUCHED}\n"
    )
    assert run("show", "race").code == 0
    assert run("list").code == 0
    assert run("restore", "race", "1").code == 2


# Permissions, for someone whom they bind


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that anyone may enter, with one profile that anyone may read."""
    folder = Path(tempfile.mkdtemp(prefix="mile18-shared-"))
    (folder / "race.toml").write_bytes(CONTENT)
    folder.chmod(0o755)
    monkeypatch.setenv("MILE18_HOME", str(folder / "home"))
    # Whatever a command imports has to be imported before nobody may read it.
    for line in (["new", "x"], ["show", "x"], ["check"], ["list"], ["check", "y"]):
        run(*line, "--profiles", str(tmp_path / "before"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def run_bound(folder: Path, *arguments: str) -> Ran:
    """Run a command as someone who is not root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        return run(*arguments, "--profiles", str(folder))
    finally:
        if root:
            os.seteuid(0)


@posix
def test_a_folder_that_may_only_be_read(shared: Path) -> None:
    shared.chmod(0o555)
    path = shared / "berlin.toml"
    assert run_bound(shared, "new", "berlin") == Ran(
        1, "", f"mile18: {path}: could not be saved: permission denied; {UNTOUCHED}\n"
    )
    assert run_bound(shared, "show", "race").code == 0
    assert bytes_of(shared) == {"race.toml": CONTENT}


@posix
def test_a_file_and_a_folder_that_may_not_be_read(shared: Path) -> None:
    path = shared / "race.toml"
    path.chmod(0)
    said = f"{path}: could not be read: permission denied; {UNTOUCHED}\n"
    assert run_bound(shared, "check", "race") == Ran(2, "", said)
    shared.chmod(0)
    assert run_bound(shared, "list") == Ran(
        1, "", f"mile18: {shared}: could not be read: permission denied; {UNTOUCHED}\n"
    )
