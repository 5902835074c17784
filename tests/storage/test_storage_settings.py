"""Settings: a broken file never stops the app and is never lost."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from msgspec.structs import replace
from profiles import texts

from mile18.storage.problem import StorageError
from mile18.storage.settings import THEMES, Settings, load_settings, save_settings
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


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(THEMES),
        exports=st.sampled_from(["", "~/Documents", "/srv/a b/é"]),
        keys=st.dictionaries(texts, st.sampled_from(["f2", "ctrl+s", "q, Q", "[", "ctrl+f12,é"])),
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
        "settings.toml:2: mouse: unknown to mile18, kept as it is",
        'settings.toml:4: units.distance: "miles" is text, allowed is one of: km, mi',
        "settings.toml:6: units.speed: unknown to mile18, kept as it is",
        'settings.toml:9: keys.quit: 4 is a whole number, allowed is a key in quotes, such as "f2"; '
        "several have commas between them",
    ]


@pytest.mark.parametrize("text", ["units = 3\nkeys = 4\n", "units = []\nkeys = [1]\n"])
def test_a_table_that_is_none_is_told(path: Path, text: str) -> None:
    _write(path, text)
    assert load_settings(path)[0] == Settings()
    assert ["table" in sentence for sentence in _said(path)] == [True, True]


@pytest.mark.parametrize(
    "content",
    [b"theme = dark\n", b"a\n" * 20, b"theme = 3\n", b"# mine\nunits = {mass = 'kg'}\n"],
)
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
                'settings.toml:1: folders[1]: "races" is no whole path, allowed is a whole path in '
                'quotes, such as "~/athletes"',
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


@pytest.mark.parametrize(
    ("text", "folder", "said"),
    [
        ('exports = "~/Documents"', "~/Documents", []),
        (
            'exports = "cards"',
            "",
            [
                'settings.toml:1: exports: "cards" is no whole path, allowed is a folder in quotes, '
                'such as "~/Documents"'
            ],
        ),
        (
            "exports = 3",
            "",
            [
                "settings.toml:1: exports: 3 is a whole number, allowed is a folder in quotes, "
                'such as "~/Documents"'
            ],
        ),
    ],
)
def test_where_cards_and_calendars_go(path: Path, text: str, folder: str, said: list[str]) -> None:
    _write(path, f"{text}\n")
    assert load_settings(path)[0].exports == folder
    assert _said(path) == said


# What a save leaves as it is

BAD = {
    "a value": 'theme = 3\n# mine\n[units]\nmass = "stone"\ndistance = "km" # for the club\n',
    "a line that is no TOML": "folders = ~/athletes\n\n[keys]\nsave = f2\nundo = 'f12'\n",
    "a key nobody knows": 'mouse = true\n[units]\nspeed = "mph"\n[window]\nwidth = 3\n',
    "a folder of nobody": 'folders = ["~nosuchuser/x", "/srv/races"]\r\n[keys]\r\n',
    "a table without a heading": "[units\nmass = 'lb'\n\n[keys]\nsave = 'f2'\n",
    "bytes that are no text": "folders = [\"/home/jos\udce9/x\"]\nmass = 'lb'\n",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_save_changes_nothing_but_what_was_chosen(path: Path, text: str) -> None:
    content = text.encode(errors="surrogateescape")
    path.parent.mkdir()
    path.write_bytes(content)
    settings, problems = load_settings(path)
    assert problems
    chosen = replace(settings, units=replace(settings.units, distance="mi", volume="fl oz"))
    assert save_settings(path, chosen) is None
    assert load_settings(path)[0] == chosen
    assert len(load_settings(path)[1]) == len(problems)
    # Some lines come in between, and one has another value.
    left = [line for line in path.read_bytes().splitlines() if b"distance" not in line]
    for line in content.splitlines():
        assert b"distance" in line or line in left
    comments = [line for line in content.splitlines() if b"#" in line]
    assert path.read_bytes().count(b"#") == len(comments)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("theme = dark\n", 1),
        ("[keys]\nsave = 'f2'\n\n[units]\ndistance = miles\ntheme = 3\n", 5),
        ("theme = 3\n", 1),
    ],
)
def test_a_bad_value_goes_when_another_is_chosen_and_is_kept(
    path: Path, text: str, line: int
) -> None:
    _write(path, text)
    assert f"settings.toml:{line}: " in _said(path)[0]
    settings, problems = load_settings(path)
    chosen = replace(settings, theme="nord", units=Units(distance="mi"))
    kept = save_settings(path, chosen, now=NOW)
    assert kept
    assert kept.read_text(encoding="utf-8") == text
    loaded, left = load_settings(path)
    assert loaded == chosen
    assert len(left) == len(problems) - 1


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        (
            'theme = dark\n[units]\nmass = "lb"\n',
            ["settings.toml:1: not readable as TOML: this is no value, allowed is text in quotes"],
            Settings(units=Units(mass="lb")),
        ),
        (
            'theme = "nord"\n[units\nmass = "lb"\n[keys]\nsave = "f2"\n',
            ["settings.toml:2: not readable as TOML: the bracket of this table is not closed"],
            Settings(theme="nord", keys={"save": "f2"}),
        ),
        (
            'theme = "drakula"\nfolders = ["~nosuchuser/x", "/a"]\n',
            [
                'settings.toml:1: theme: "drakula" is no theme (did you mean "dracula"?), '
                f"allowed is one of: {', '.join(THEMES)}",
                'settings.toml:2: folders[1]: there is no home folder for "~nosuchuser/x", '
                'allowed is a whole path in quotes, such as "~/athletes"',
            ],
            Settings(folders=("/a",)),
        ),
        (
            '[keys]\nsave = "[/x]"\nundo = ""\nredo = "ctrl+y, f12"\n',
            [
                f'settings.toml:{line}: keys.{name}: "{key}" is no key, allowed is a key in '
                'quotes, such as "f2"; several have commas between them'
                for line, name, key in ((2, "save", "[/x]"), (3, "undo", ""))
            ],
            Settings(keys={"redo": "ctrl+y, f12"}),
        ),
    ],
)
def test_the_rest_of_a_file_with_bad_lines_works(
    path: Path, text: str, said: list[str], rest: Settings
) -> None:
    _write(path, text)
    assert _said(path) == said
    assert load_settings(path)[0] == rest


@given(
    st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace"))
)
@few(200)
def test_whatever_the_file_holds_no_byte_is_lost_by_a_save(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_bytes(content)
    before, _ = load_settings(path)
    assert save_settings(path, before) is None
    assert path.read_bytes() == content or not content
    chosen = replace(before, units=Units(distance="mi"))
    save_settings(path, chosen, now=NOW)
    assert load_settings(path)[0] == chosen
    everywhere = [each.read_bytes() for each in path.parent.rglob("*.toml")]
    rows = path.read_bytes().split(b"\n")
    stay = all(row in rows for row in content.split(b"\n") if row.strip())
    assert stay or content in everywhere
