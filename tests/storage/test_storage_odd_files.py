"""Whatever lies in the folder: said in words, never a traceback, never touched by a look."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from profiles import profiles

from mile18.storage.codec import Loaded, decode, encode
from mile18.storage.problem import NoSuchFile, StorageError, Unreadable
from mile18.storage.store import Store, open_file

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and pipes")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused_and_never_changed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    try:
        opened = open_file(path)
        assert opened.content == content
        "".join(problem.sentence(path) for problem in opened.loaded.problems)
    except Unreadable as error:
        assert str(error).startswith(str(path))  # noqa: PT017
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["x.toml"]


@given(profiles().map(encode), st.data())
def test_a_slip_of_the_hand_is_told_and_a_save_after_it_loses_nothing(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 8, len(text))))
    typed = data.draw(st.text("=[]{}\"'\n#.,:-0123456789 atrue", max_size=8))
    with suppress(Unreadable):
        loaded = decode(text[:start] + typed + text[end:])
        saved = decode(encode(loaded.profile, loaded.document))
        assert saved.profile == loaded.profile
        assert len(saved.errors) == len(loaded.errors) - _schema_errors(loaded)


def _schema_errors(loaded: Loaded) -> int:
    return sum(problem.where == "schema" for problem in loaded.errors)


def _said(path: Path) -> str:
    with pytest.raises(StorageError) as error:
        open_file(path)
    return str(error.value)


def test_a_folder_named_like_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.mkdir()
    assert _said(path) == (
        f"{path}: could not be read: this is a folder, not a file; nothing was changed"
    )


@posix
def test_a_link_to_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.symlink_to("gone.toml")
    assert "this is a link to a file that is not there" in _said(path)
    store = Store(tmp_path)
    assert store.names() == ["x"]
    assert store.delete("x").is_symlink()
    assert store.names() == []


@posix
def test_a_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.symlink_to("x.toml")
    assert "the link leads back to itself" in _said(path)
    assert Store(tmp_path).names() == ["x"]


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    os.mkfifo(path)
    assert "this is no ordinary file" in _said(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.toml"
    path.write_text("schema = 1\n")

    def forbidden(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert "could not be read: permission denied; nothing was changed" in _said(path)


def test_a_file_far_too_large(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * 5_000_000)
    assert "5.0 MB is too large, 1 MB is the most" in _said(path)


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    assert "the name is too long for this disk" in _said(tmp_path / ("x" * 300))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match="there is no such file"):
        open_file(tmp_path / "x.toml")


@posix
def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[2J.toml"
    path.write_text("x")
    assert "\x1b" not in _said(path)
