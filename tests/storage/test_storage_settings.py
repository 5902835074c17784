"""Settings: a broken file never stops the app and is never lost."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from profiles import texts

from mile18.storage.errors import StorageError
from mile18.storage.settings import Settings, load_settings, save_settings
from mile18.units import Units

NOW = datetime(2027, 4, 20, 6, 30, 5, tzinfo=UTC)
MILES = Settings(
    units=Units(distance="mi", temperature="°F"),
    theme="mile18-light",
    keys={"save": "f2", "go.race week": "ctrl+g"},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _said(path: Path) -> list[str]:
    return [problem.sentence("settings.toml") for problem in load_settings(path)[1]]


def test_without_a_file_there_are_defaults_and_no_trouble(path: Path) -> None:
    assert load_settings(path) == (Settings(), ())
    assert not path.parent.exists()


def test_what_is_saved_is_loaded(path: Path) -> None:
    assert save_settings(path, MILES) is None
    assert load_settings(path) == (MILES, ())


@settings(deadline=None)
@given(
    st.builds(
        Settings,
        theme=texts,
        keys=st.dictionaries(texts, texts),
    )
)
def test_any_settings_read_back(tmp_path_factory: pytest.TempPathFactory, said: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    save_settings(path, said)
    assert load_settings(path) == (said, ())


def test_bad_settings_cost_only_themselves(path: Path) -> None:
    _write(
        path,
        'theme = 3\nmouse = true\n[units]\ndistance = "miles"\nmass = "lb"\n'
        'speed = "mph"\n[keys]\nsave = "f2"\nquit = 4\n',
    )
    loaded, problems = load_settings(path)
    assert loaded == Settings(units=Units(mass="lb"), keys={"save": "f2"})
    assert [problem.kind for problem in problems].count("error") == 3
    assert _said(path) == [
        "settings.toml:1: theme: 3 is a whole number, allowed is the name of a theme in quotes",
        "settings.toml:2: mouse: not known to mile18, kept as it is",
        'settings.toml:4: units.distance: "miles" is text, allowed is one of: km, mi',
        "settings.toml:6: units.speed: not known to mile18, kept as it is",
        'settings.toml:9: keys.quit: 4 is a whole number, allowed is a key in quotes, such as "f2"',
    ]


@pytest.mark.parametrize("text", ["units = 3\nkeys = 4\n", "units = []\nkeys = [1]\n"])
def test_a_table_that_is_none_is_told(path: Path, text: str) -> None:
    _write(path, text)
    assert load_settings(path)[0] == Settings()
    assert ["table" in sentence for sentence in _said(path)] == [True, True]


@pytest.mark.parametrize("content", [b"theme = dark\n", b"\xff\xfe", b"# mine\n", b"theme = 3\n"])
def test_what_a_save_would_lose_is_kept(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    kept = save_settings(path, MILES, now=NOW)
    assert kept == path.parent / ".mile18" / "originals" / "settings-20270420-063005.toml"
    assert kept.read_bytes() == content
    assert load_settings(path) == (MILES, ())
    assert save_settings(path, Settings(), now=NOW) is None


def test_unknown_keys_survive(path: Path) -> None:
    _write(path, 'mouse = true\n[units]\nspeed = "mph"\n')
    assert save_settings(path, MILES) is None
    text = path.read_text(encoding="utf-8")
    assert "mouse = true" in text
    assert 'speed = "mph"' in text
    assert 'distance = "mi"' in text


def test_saving_the_same_writes_nothing(path: Path) -> None:
    save_settings(path, MILES)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    save_settings(path, MILES)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_settings_that_cannot_be_read_are_told_and_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(path, "theme = 'x'\n")

    def forbidden(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", forbidden)
        assert load_settings(path)[0] == Settings()
        assert _said(path) == [
            "settings.toml: could not be read: permission denied; nothing was changed"
        ]
        with pytest.raises(StorageError):
            save_settings(path, MILES)
    assert path.read_text() == "theme = 'x'\n"


@pytest.mark.parametrize(
    ("text", "folders", "said"),
    [
        ('folders = ["~/athletes", "/srv/races"]', ("~/athletes", "/srv/races"), []),
        ('folders = ["/a", "/a"]', ("/a",), []),
        (
            'folders = ["races", 3, "/a"]',
            ("/a",),
            [
                'settings.toml:1: folders[1]: "races" is text, allowed is a whole path in quotes, '
                'such as "~/athletes"',
                "settings.toml:1: folders[2]: 3 is a whole number, allowed is a whole path in "
                'quotes, such as "~/athletes"',
            ],
        ),
        (
            'folders = "/a"',
            (),
            [
                'settings.toml:1: folders: "/a" is text, allowed is a list of folders in quotes, '
                'such as ["~/athletes"]'
            ],
        ),
    ],
)
def test_more_folders(path: Path, text: str, folders: tuple[str, ...], said: list[str]) -> None:
    _write(path, f"{text}\n")
    assert load_settings(path)[0].folders == folders
    assert _said(path) == said


def test_folders_survive_a_change_of_other_settings(path: Path) -> None:
    _write(path, 'folders = ["~/athletes"]\n')
    settings, _ = load_settings(path)
    save_settings(path, replace(settings, theme="nord"))
    assert load_settings(path)[0].folders == ("~/athletes",)
    save_settings(path, replace(settings, folders=()))
    assert load_settings(path)[0].folders == ("~/athletes",), "only its owner takes one away"
