"""A full disk, a forbidden folder, a crash: the old file stands and nothing is left lying about."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from mile18.profile import Profile
from mile18.storage import disk as atomic
from mile18.storage.disk import LARGEST_FILE, write_bytes
from mile18.storage.problem import AlreadyThere, ChangedElsewhere, StorageError
from mile18.storage.store import Opened, Store

BERLIN = Profile().with_answer("race.name", "Berlin")


def _fails(number: int) -> Callable[..., NoReturn]:
    def fail(*_: Any, **__: Any) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def _fails_to_make(number: int) -> Callable[..., int]:
    really = os.open

    def fail(path: Path, flags: int, *more: int) -> int:
        if flags & os.O_CREAT:
            _fails(number)()
        return really(path, flags, *more)

    return fail


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "profiles")


@pytest.fixture
def opened(store: Store) -> Opened:
    return store.create("berlin", Profile())


@pytest.mark.parametrize("step", ["open", "fdopen", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_save_that_fails_leaves_the_old_file(
    store: Store,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    reason: str,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, step, _fails_to_make(number) if step == "open" else _fails(number))
        with pytest.raises(StorageError) as error:
            store.save(opened, BERLIN)
    assert str(error.value) == (
        f"{opened.path}: could not be saved: {reason}; "
        "your answers are still open here, and nothing was overwritten"
    )
    assert opened.path.read_bytes() == opened.content
    assert list(store.folder.iterdir()) == [opened.path]
    assert store.save(opened, BERLIN).profile == BERLIN


def test_a_disk_that_fills_up_half_way_leaves_the_old_file(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, content: bytes) -> None:
        path.write_bytes(content[: len(content) // 2])
        _fails(errno.ENOSPC)()

    monkeypatch.setattr(atomic, "_write_through", half)
    with pytest.raises(StorageError, match="the disk is full"):
        store.save(opened, BERLIN)
    assert opened.path.read_bytes() == opened.content
    assert list(store.folder.iterdir()) == [opened.path]


def test_an_interruption_leaves_the_old_file(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.save(opened, BERLIN)
    assert opened.path.read_bytes() == opened.content
    assert list(store.folder.iterdir()) == [opened.path]


def test_without_an_original_kept_a_file_with_comments_is_not_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.folder.mkdir()
    path = store.folder / "berlin.toml"
    path.write_text("# mine\n[race]\n")
    opened = store.load("berlin")
    monkeypatch.setattr(Path, "mkdir", _fails(errno.EACCES))
    with pytest.raises(StorageError, match=r"originals: could not be made: permission denied"):
        store.save(opened, BERLIN)
    assert path.read_text() == "# mine\n[race]\n"


def test_a_change_during_the_save_is_noticed(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_through = atomic._write_through

    def slow(path: Path, content: bytes) -> None:
        write_through(path, content)
        opened.path.write_text('[race]\nname = "Boston"\n')

    monkeypatch.setattr(atomic, "_write_through", slow)
    with pytest.raises(ChangedElsewhere):
        store.save(opened, BERLIN)
    assert store.load("berlin").profile.race.name == "Boston"
    assert list(store.folder.iterdir()) == [opened.path]


def test_two_windows_cannot_create_the_same_profile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_through = atomic._write_through

    def slow(path: Path, content: bytes) -> None:
        write_through(path, content)
        (store.folder / "berlin.toml").write_text('[race]\nname = "Boston"\n')

    monkeypatch.setattr(atomic, "_write_through", slow)
    with pytest.raises(AlreadyThere):
        store.create("berlin", BERLIN)
    assert store.load("berlin").profile.race.name == "Boston"


def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync
    asked: list[int] = []

    def only_files(number: int) -> None:
        asked.append(number)
        if len(asked) > 1:
            _fails(errno.EINVAL)()
        fsync(number)

    monkeypatch.setattr(os, "fsync", only_files)
    assert store.save(opened, BERLIN).profile == BERLIN
    assert store.load("berlin").profile == BERLIN


def test_a_write_protected_file_is_not_replaced(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError, match="permission denied"):
        store.save(opened, BERLIN)
    assert opened.path.read_bytes() == opened.content


def test_answers_too_long_to_be_read_again_are_not_written(store: Store, opened: Opened) -> None:
    long = Profile().with_answer("race.notes", "x" * LARGEST_FILE)
    with pytest.raises(StorageError, match=r"1\.0 MB is too large"):
        store.save(opened, long)
    assert opened.path.read_bytes() == opened.content


@pytest.mark.parametrize("step", ["rename", "delete"])
def test_a_move_that_fails_says_so(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(Path, "rename", _fails(errno.EACCES))
    with pytest.raises(StorageError, match=rf"could not be {step}d: permission denied"):
        store.delete("berlin") if step == "delete" else store.rename("berlin", "boston")
    assert opened.path.read_bytes() == opened.content


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "profiles").write_text("x")
    store = Store(tmp_path / "profiles")
    with pytest.raises(StorageError, match="something of that name is in the way"):
        store.create("berlin", BERLIN)
    with pytest.raises(StorageError, match="a part of the path is a file, not a folder"):
        store.names()


def test_a_failed_write_says_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "x.toml"
    with pytest.raises(StorageError, match="there is no such file"):
        write_bytes(path, b"")
