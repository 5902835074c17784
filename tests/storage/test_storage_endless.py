"""What never ends, waits, or is no file by the time it is opened: refused at once, and never written."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bad_files import UNREADABLE

from mile18.profile import Profile
from mile18.storage import disk
from mile18.storage.backups import keep_version
from mile18.storage.disk import LARGEST_FILE, read_bytes, write_bytes
from mile18.storage.kept import keep_original, originals_folder
from mile18.storage.problem import StorageError, Unreadable
from mile18.storage.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices")

WAITING = ("pipe", "socket", "device without end", "terminal", "link to a folder")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "race.toml"
    path.write_bytes(b"x" * 100)
    return path


def said(path: Path) -> str:
    with pytest.raises(Unreadable) as error:
        read_bytes(path)
    return str(error.value).removeprefix(f"{path}: could not be read: ")


def pieces(monkeypatch: pytest.MonkeyPatch, give: Callable[[int], bytes]) -> list[int]:
    """Let reads give what `give` makes of the size asked for, and return the sizes given."""
    given: list[int] = []

    def read(_: int, size: int) -> bytes:
        piece = give(size)
        given.append(len(piece))
        return piece

    monkeypatch.setattr(os, "read", read)
    return given


def test_a_file_that_grows_without_end_is_given_up_at_the_limit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = pieces(monkeypatch, lambda size: b"x" * size)
    assert said(path).endswith(" MB is too large, 1 MB is the most; nothing was changed")
    assert sum(given) < 3 * LARGEST_FILE


def test_a_file_that_drips_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds: Iterator[float] = iter(map(float, range(100)))
    given = pieces(monkeypatch, lambda _: b"x")
    monkeypatch.setattr(disk, "monotonic", lambda: next(seconds))
    assert said(path) == "reading it takes longer than 5 s; nothing was changed"
    assert len(given) == 6


def test_a_file_that_would_have_to_be_waited_for_is_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(_: int, __: int) -> bytes:
        raise BlockingIOError

    monkeypatch.setattr(os, "read", wait)
    assert said(path) == "this is no ordinary file; nothing was changed"


@pytest.mark.parametrize("file", ["/proc/version", "/proc/self/maps", "/proc/self/environ"])
def test_a_file_of_the_system_is_none_though_it_says_so(path: Path, file: str) -> None:
    if not Path(file).is_file():
        pytest.skip("there is none on this system")
    path.unlink()
    path.symlink_to(file)
    assert said(path) == "this is no ordinary file; nothing was changed"


def test_the_log_of_the_kernel_gives_one_byte_and_no_more(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"")
    given = pieces(monkeypatch, lambda size: b"x" * size)
    assert said(path) == "this is no ordinary file; nothing was changed"
    assert given == [1]


def test_what_becomes_a_pipe_before_it_is_opened_is_not_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda _: was)
    assert said(path) == "this is no ordinary file; nothing was changed"


def test_what_fills_up_while_it_is_read_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"")
    with path.open("ab") as writer:
        really = os.read

        def read(number: int, size: int) -> bytes:
            writer.write(b"y" * 10)
            writer.close()
            monkeypatch.setattr(os, "read", really)
            return really(number, size)

        monkeypatch.setattr(os, "read", read)
        assert read_bytes(path) == b"y" * 10


@pytest.mark.parametrize("kind", WAITING)
def test_nothing_that_is_no_file_is_written_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    UNREADABLE[kind].make(path)
    was = path.stat()
    with pytest.raises(StorageError, match=r"could not be saved: this is (no ordinary|a folder)"):
        write_bytes(path, b"answers")
    assert os.path.samestat(path.stat(), was)


@pytest.mark.parametrize(
    "kind", [kind for kind in UNREADABLE if kind not in ("missing", "folder", "link to a folder")]
)
def test_what_cannot_be_read_goes_to_the_trash_as_it_is(tmp_path: Path, kind: str) -> None:
    store = Store(tmp_path)
    path = store.path("race")
    UNREADABLE[kind].make(path)
    was = path.lstat()
    trashed = store.delete("race")
    assert os.path.samestat(trashed.lstat(), was)
    assert store.names() == []


@pytest.mark.parametrize("kind", WAITING)
def test_what_lies_among_what_is_kept_stops_no_save(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "race.toml"
    inside = originals_folder(tmp_path) / "race-0.toml"
    inside.parent.mkdir(parents=True)
    UNREADABLE[kind].make(inside)
    assert keep_original(path, b"mine").read_bytes() == b"mine"
    first = keep_version(path, b"first")
    first.path.unlink()
    UNREADABLE[kind].make(first.path)
    assert keep_version(path, b"second").path.read_bytes() == b"second"


def test_a_link_is_still_read_through(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.create("mine", Profile().with_answer("race.name", "Mine"))
    store.path("link").symlink_to("mine.toml")
    assert store.load("link").profile.race.name == "Mine"
    assert store.delete("link").read_bytes() == store.path("mine").read_bytes()
