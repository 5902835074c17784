"""A version brought back: byte for byte, what was there before is kept, nothing is ever lost."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mile18.profile import Profile
from mile18.storage import restore as restoring
from mile18.storage.backups import DAYS, LATEST, Version, keep_version, versions
from mile18.storage.kept import trashed
from mile18.storage.problem import (
    ChangedElsewhere,
    NoSuchVersion,
    ReadOnlyFile,
    StorageError,
    Unreadable,
)
from mile18.storage.restore import restore, undelete
from mile18.storage.store import Store, open_file

START = datetime(2027, 4, 1, 8, 0, 0, tzinfo=UTC)
MINE = b'# mine\n[race]\nname = "Berlin"\n'


def named(name: str) -> Profile:
    return Profile().with_answer("race.name", name)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A profile with a comment, saved over once."""
    path = tmp_path / "berlin.toml"
    path.write_bytes(MINE)
    store = Store(tmp_path)
    store.save(store.load("berlin"), named("Boston"), now=START)
    return path


def kept(path: Path) -> list[bytes]:
    return [each.path.read_bytes() for each in versions(path)]


def test_a_version_comes_back_byte_for_byte_and_the_present_one_is_kept(path: Path) -> None:
    present = path.read_bytes()
    done = restore(path, 1, START + timedelta(seconds=3))
    assert path.read_bytes() == MINE
    assert done.version.number == 1
    assert done.before
    assert (done.before.number, done.before.until) == (2, START + timedelta(seconds=3))
    assert done.before.path.read_bytes() == present
    restore(path, 2)
    assert path.read_bytes() == present


def test_back_and_forth_makes_no_more_versions(path: Path) -> None:
    for _ in range(20):
        present = path.read_bytes()
        other = next(each for each in versions(path) if each.path.read_bytes() != present)
        restore(path, other.number)
    assert len(kept(path)) == 2


def test_what_is_there_already_is_not_written(path: Path) -> None:
    restore(path, 1)
    before = path.stat()
    number = next(each.number for each in versions(path) if each.path.read_bytes() == MINE)
    assert restore(path, number).before is None
    assert path.stat().st_ino == before.st_ino


def test_the_oldest_comes_back_though_keeping_the_present_one_pushes_it_out(path: Path) -> None:
    for at in range(1, LATEST):
        keep_version(path, f"[race]\nplace = '{at}'\n".encode(), START)
    assert len(kept(path)) == LATEST
    oldest = versions(path)[-1]
    restore(path, oldest.number, START)
    assert path.read_bytes() == MINE
    assert len(kept(path)) <= LATEST + 1


@pytest.mark.parametrize("seed", range(3))
def test_no_save_or_restore_loses_what_the_file_held_before_a_restore(
    tmp_path: Path, seed: int
) -> None:
    dice, now = random.Random(seed), START
    store = Store(tmp_path)
    opened = store.create("berlin", named("0"))
    for at in range(40):
        now += timedelta(minutes=dice.choice([1, 30, 90, 2000]))
        found = versions(opened.path)
        present = opened.path.read_bytes()
        if found and dice.random() < 0.5:
            wanted = dice.choice(found)
            content = wanted.path.read_bytes()
            restore(opened.path, wanted.number, now)
            assert opened.path.read_bytes() == content
            assert present in (content, *kept(opened.path))
            opened = store.load("berlin")
        else:
            opened = store.save(opened, named(f"{at}"), now=now)
        assert len(found) <= LATEST + DAYS
        assert len(set(kept(opened.path))) == len(kept(opened.path))


def test_an_unknown_number_is_told_with_those_that_there_are(path: Path) -> None:
    restore(path, 1)
    with pytest.raises(NoSuchVersion, match=r"there is no version 7 of berlin; there are: 2, 1$"):
        restore(path, 7)
    with pytest.raises(NoSuchVersion, match=r"there are: none$"):
        restore(path.with_name("nix.toml"), 1)


def test_a_file_of_a_newer_mile18_is_left_alone(path: Path) -> None:
    newer = b"schema = 99\n"
    path.write_bytes(newer)
    with pytest.raises(ReadOnlyFile, match="a newer mile18 wrote it"):
        restore(path, 1)
    assert path.read_bytes() == newer
    assert kept(path) == [MINE]


@pytest.mark.parametrize("torn", [b'[race]\nname = "', b"\xff\xfe", b"\0" * 50, b"\n"])
def test_a_torn_file_is_replaced_and_kept_too(path: Path, torn: bytes) -> None:
    path.write_bytes(torn)
    done = restore(path, 1)
    assert path.read_bytes() == MINE
    assert done.before
    assert done.before.path.read_bytes() == torn


def test_an_empty_file_holds_nothing_to_keep(path: Path) -> None:
    path.write_bytes(b"")
    assert restore(path, 1).before is None
    assert path.read_bytes() == MINE


def test_a_deleted_profile_comes_back(path: Path) -> None:
    Store(path.parent).delete("berlin")
    assert restore(path, 1).before is None
    assert path.read_bytes() == MINE


def test_a_torn_version_is_not_brought_back(path: Path) -> None:
    present = path.read_bytes()
    versions(path)[0].path.write_bytes(b"\0\0")
    with pytest.raises(Unreadable, match="the file is empty"):
        restore(path, 1)
    assert path.read_bytes() == present


def test_nothing_is_brought_back_over_what_cannot_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Version:
        raise StorageError("the disk is full")

    present = path.read_bytes()
    monkeypatch.setattr(restoring, "keep_version", full)
    with pytest.raises(StorageError, match="the disk is full"):
        restore(path, 1)
    assert path.read_bytes() == present


def test_a_change_by_another_window_in_the_meantime_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = b'[race]\nname = "Tokyo"\n'

    def slow(*told: object) -> Version:
        path.write_bytes(theirs)
        return keep_version(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "keep_version", slow)
    with pytest.raises(ChangedElsewhere, match="could not be restored: it was changed elsewhere"):
        restore(path, 1)
    assert path.read_bytes() == theirs


# From the trash


def test_even_a_broken_file_and_a_link_to_nowhere_come_back_as_they_were(tmp_path: Path) -> None:
    store, broken = Store(tmp_path), tmp_path / "bad.toml"
    broken.write_bytes(b"\xff")
    store.delete("bad")
    assert undelete(broken, "trash").before is None
    assert broken.read_bytes() == b"\xff"
    link = tmp_path / "link.toml"
    link.symlink_to("gone.toml")
    store.delete("link")
    undelete(link, "trash")
    assert str(link.readlink()) == "gone.toml"
    assert [*(tmp_path / ".mile18" / "trash").iterdir()] == []


def test_a_broken_file_does_not_come_back_over_one_that_has_its_name(tmp_path: Path) -> None:
    store, path = Store(tmp_path), tmp_path / "race.toml"
    path.write_bytes(b"\xff")
    (broken,) = [store.delete("race")]
    fine = store.create("race", named("Boston"))
    with pytest.raises(Unreadable):
        undelete(path, "trash")
    assert path.read_bytes() == fine.content
    assert broken.read_bytes() == b"\xff"


def test_only_what_had_the_name_itself_is_found_in_the_trash(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for name in ("pig", "pig-2027", "pig-copy-2"):
        store.create(name, named(name))
        store.delete(name, now=START)
    (tmp_path / ".mile18" / "trash" / "pig-20271399-000000.toml").write_text("x")
    (tmp_path / ".mile18" / "trash" / "pig-notes.txt").write_text("x")
    (found,) = trashed(tmp_path / "pig.toml")
    assert found.path.name.startswith("pig-2027040")
    assert trashed(tmp_path / "pig-20.toml") == []


def test_what_went_into_the_trash_in_one_second_stays_apart(tmp_path: Path) -> None:
    store, path = Store(tmp_path), tmp_path / "race.toml"
    for at in range(1, 12):
        store.create("race", named(str(at)))
        store.delete("race", now=START)
    found = trashed(path)
    assert [open_file(each.path).profile.race.name for each in found] == [
        str(at) for at in range(11, 0, -1)
    ]
    undelete(path, "trash11")
    assert store.load("race").profile == named("1")


def test_nothing_comes_back_over_what_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Version:
        raise StorageError("the disk is full")

    store = Store(tmp_path)
    store.create("race", named("Berlin"))
    trash = store.delete("race")
    present = store.create("race", named("Boston"))
    monkeypatch.setattr(restoring, "keep_version", full)
    with pytest.raises(StorageError, match="the disk is full"):
        undelete(present.path, "trash")
    assert present.path.read_bytes() == present.content
    assert open_file(trash).profile == named("Berlin")
