"""A real disk without room: the old file stands, and a version that cannot be kept stops no save."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from small_disk import NoSmallDiskError, fill, small_disk

from mile18.profile import Profile
from mile18.storage.backups import versions
from mile18.storage.problem import StorageError
from mile18.storage.store import Store

BERLIN, BOSTON, TOKYO = (
    Profile().with_answer("race.name", name) for name in ("Berlin", "Boston", "Tokyo")
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A folder of profiles on a disk of 16 pages."""
    with ExitStack() as stack:
        try:
            stack.enter_context(small_disk(tmp_path))
        except NoSmallDiskError as error:
            pytest.skip(str(error))
        yield Store(tmp_path)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(store: Store) -> None:
    opened = store.create("race", BERLIN)
    filler = fill(store.folder)
    with pytest.raises(StorageError, match="the disk is full; your answers are still open here"):
        store.save(opened, BOSTON)
    assert opened.path.read_bytes() == opened.content
    assert set(store.folder.iterdir()) == {opened.path, filler}
    filler.unlink()
    assert store.save(opened, BOSTON).not_kept == ""
    assert store.load("race").profile == BOSTON


def test_where_there_is_room_for_the_answers_alone_they_are_saved(store: Store) -> None:
    opened = store.create("race", BERLIN)
    filler = fill(store.folder, but_pages=1)
    saved = store.save(opened, BOSTON)
    assert store.load("race").profile == BOSTON
    assert saved.not_kept.startswith("No earlier version was kept. ")
    assert "the disk is full" in saved.not_kept
    assert versions(saved.path) == []
    filler.unlink()
    again = store.save(saved, TOKYO)
    assert again.not_kept == ""
    assert [each.path.read_bytes() for each in versions(saved.path)] == [saved.content]
