"""Where things are kept, and who decides."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.storage.paths import (
    completed,
    config_file,
    profiles_dir,
    profiles_dirs,
    state_dir,
    typed_path,
)
from mile18.storage.problem import StorageError


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MILE18_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)


PLACES = [
    (profiles_dir, "profiles", "XDG_DATA_HOME", "mile18/profiles"),
    (config_file, "settings.toml", "XDG_CONFIG_HOME", "mile18/settings.toml"),
    (state_dir, "state", "XDG_STATE_HOME", "mile18"),
]


@pytest.mark.parametrize(("place", "at_home", "variable", "at_xdg"), PLACES)
def test_mile18_home_comes_before_xdg_and_xdg_before_custom(
    place: Callable[[], Path],
    at_home: str,
    variable: str,
    at_xdg: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    custom = place()
    monkeypatch.setenv(variable, str(tmp_path / "xdg"))
    assert place() == tmp_path / "xdg" / at_xdg
    assert place() != custom
    monkeypatch.setenv("MILE18_HOME", str(tmp_path / "home"))
    assert place() == tmp_path / "home" / at_home


def test_the_option_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MILE18_HOME", str(tmp_path / "home"))
    assert profiles_dirs([tmp_path / "told"], ["/more"]) == [tmp_path / "told"]


def test_without_variables_the_system_has_its_custom() -> None:
    assert profiles_dir() == Path(platformdirs.user_data_dir("mile18", False)) / "profiles"
    assert config_file() == Path(platformdirs.user_config_dir("mile18", False)) / "settings.toml"
    assert state_dir() == Path(platformdirs.user_state_dir("mile18", False))


@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_xdg_counts_only_when_absolute(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    custom = profiles_dir()
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert profiles_dir() == custom


def test_an_empty_home_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    custom = config_file()
    monkeypatch.setenv("MILE18_HOME", "")
    assert config_file() == custom


def test_a_relative_folder_counts_from_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert profiles_dirs([Path("races"), Path("athletes")], []) == [
        tmp_path / "races",
        tmp_path / "athletes",
    ]


def test_a_home_of_nobody_is_told() -> None:
    with pytest.raises(StorageError, match="whose home folder"):
        profiles_dirs([Path("~nobody-of-that-name/races")], [])


@pytest.mark.parametrize("typed", ["/tmp/a\0b", "~\0", "\0", "/tmp/\ud800"])
def test_what_can_be_no_path_is_told_and_ends_nothing(typed: str) -> None:
    with pytest.raises(StorageError, match="cannot be a path"):
        typed_path(typed)
    assert completed(typed) == (typed, [])


@given(st.text(st.characters(), max_size=30))
def test_any_text_is_a_path_or_told_to_be_none(typed: str) -> None:
    try:
        path = typed_path(typed)
    except StorageError:
        return
    # Whether it is there can be asked of every path that is given out.
    with suppress(OSError):
        path.stat()
    assert completed(typed)
