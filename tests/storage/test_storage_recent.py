"""The races opened last."""

from pathlib import Path

from mile18.storage.paths import REMEMBERED, recent, remember


def test_the_last_opened_comes_first_and_stands_once(tmp_path: Path) -> None:
    file = tmp_path / "state" / "recent"
    races = [tmp_path / f"{name}.toml" for name in ("berlin", "boston", "berlin", "[x]")]
    for race in races:
        remember(file, race)
    assert recent(file) == [races[3], races[2], races[1]]


def test_the_list_stays_short(tmp_path: Path) -> None:
    for number in range(REMEMBERED + 5):
        remember(tmp_path / "recent", tmp_path / f"race {number}.toml")
    assert len(recent(tmp_path / "recent")) == REMEMBERED


def test_what_cannot_be_read_or_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "recent").write_bytes(b"\xff\xfe")
    assert recent(tmp_path / "recent") == []
    assert recent(tmp_path / "none") == []
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "recent", tmp_path / "berlin.toml")
