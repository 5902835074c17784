"""A real disk without room: the old file stands, and a version that cannot be kept stops no save."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from mile18.profile import Profile
from mile18.storage.backups import versions
from mile18.storage.errors import StorageError
from mile18.storage.store import Store

PAGES = 16
BERLIN, BOSTON, TOKYO = (
    Profile().with_answer("race", "name", name) for name in ("Berlin", "Boston", "Tokyo")
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A folder of profiles on a disk of 16 pages."""
    try:
        size = f"size={PAGES * os.sysconf('SC_PAGE_SIZE')}"
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "mile18-test", tmp_path],
            check=True,
            capture_output=True,
        )
    except (AttributeError, OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    yield Store(tmp_path)
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


def _fill(store: Store, *, but_pages: int = 0) -> Path:
    """Fill the disk up to some pages."""
    filler, page = store.folder / "filler", os.sysconf("SC_PAGE_SIZE")
    with filler.open("wb", buffering=0) as file:
        for _ in range(PAGES):
            with suppress(OSError):
                file.write(b"x" * page)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            file.write(b"x")
        file.truncate(file.tell() - but_pages * page)
    return filler


def test_a_full_disk_leaves_the_old_file_and_nothing_else(store: Store) -> None:
    opened = store.create("race", BERLIN)
    filler = _fill(store)
    with pytest.raises(StorageError, match="the disk is full; your answers are still open here"):
        store.save(opened, BOSTON)
    assert opened.path.read_bytes() == opened.content
    assert set(store.folder.iterdir()) == {opened.path, filler}
    filler.unlink()
    assert store.save(opened, BOSTON).not_kept == ""
    assert store.load("race").profile == BOSTON


def test_where_there_is_room_for_the_answers_alone_they_are_saved(store: Store) -> None:
    opened = store.create("race", BERLIN)
    filler = _fill(store, but_pages=1)
    saved = store.save(opened, BOSTON)
    assert store.load("race").profile == BOSTON
    assert saved.not_kept.startswith("No earlier version was kept. ")
    assert "the disk is full" in saved.not_kept
    assert versions(saved.path) == []
    filler.unlink()
    again = store.save(saved, TOKYO)
    assert again.not_kept == ""
    assert [each.path.read_bytes() for each in versions(saved.path)] == [saved.content]
