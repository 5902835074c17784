"""What a save would lose is kept first, and what another window saved is not written over."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mile18.profile import Profile
from mile18.storage.problem import ChangedElsewhere
from mile18.storage.store import Store

NOW = datetime(2027, 4, 20, 6, 30, 5, tzinfo=UTC)
BERLIN = Profile().with_answer("race.name", "Berlin")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "profiles")


def _write(store: Store, name: str, text: str) -> Path:
    store.folder.mkdir(exist_ok=True)
    path = store.folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_are_kept_beside_at_the_first_save_and_only_then(store: Store) -> None:
    text = '# mine\n[race]\nname = "Berlin"\n'
    path = _write(store, "berlin", text)
    opened = store.load("berlin")
    first = store.save(opened, BERLIN.with_answer("sleep.usual_hours", 7.0), now=NOW)
    kept = path.parent / ".mile18" / "originals" / "berlin-20270420-063005.toml"
    assert first.kept_original == kept
    assert kept.read_text() == text
    again = store.save(first, BERLIN, now=NOW)
    assert again.kept_original is None
    assert store.save(store.load("berlin"), Profile(), now=NOW).kept_original is None
    assert list(kept.parent.iterdir()) == [kept]


def test_a_hash_in_a_text_is_no_comment_to_keep(store: Store) -> None:
    _write(store, "berlin", '[race]\nname = "# 1"\n')
    assert store.save(store.load("berlin"), BERLIN, now=NOW).kept_original is None


def test_a_file_with_a_bad_value_is_kept_beside_at_the_first_save(store: Store) -> None:
    text = "[sleep]\nusual_hours = 77\n"
    _write(store, "berlin", text)
    first = store.save(store.load("berlin"), BERLIN, now=NOW)
    assert first.kept_original is not None
    assert first.kept_original.read_text() == text
    assert first.loaded.document["sleep"] == {"usual_hours": 77}
    answered = first.profile.with_answer("sleep.usual_hours", 7.0)
    second = store.save(first, answered, now=NOW)
    assert second.kept_original is None
    assert second.loaded.errors == ()


def test_an_unknown_key_alone_keeps_no_original(store: Store) -> None:
    _write(store, "berlin", "[weather]\nwind = 1\n")
    saved = store.save(store.load("berlin"), BERLIN, now=NOW)
    assert saved.kept_original is None
    assert saved.loaded.document["weather"] == {"wind": 1}


def test_the_same_original_is_kept_once_and_another_never_written_over(store: Store) -> None:
    for text in ("# a\n[race]\n", "# a\n[race]\n", "# b\n[race]\n"):
        _write(store, "berlin", text)
        store.save(store.load("berlin"), BERLIN, now=NOW)
    kept = sorted((store.folder / ".mile18" / "originals").iterdir())
    assert [path.read_text()[2] for path in kept] == ["b", "a"]
    assert [path.name for path in kept] == [
        "berlin-20270420-063005-2.toml",
        "berlin-20270420-063005.toml",
    ]


def test_a_file_changed_by_another_window_is_not_written_over(store: Store) -> None:
    opened = store.create("berlin", Profile())
    other = store.save(store.load("berlin"), BERLIN)
    with pytest.raises(ChangedElsewhere, match="changed elsewhere; your answers are still open"):
        store.save(opened, Profile().with_answer("race.name", "Boston"))
    assert store.load("berlin").profile == other.profile


def test_nothing_is_kept_for_a_save_that_is_refused(store: Store) -> None:
    path = _write(store, "berlin", "# mine\n")
    opened = store.load("berlin")
    path.write_text("# theirs\n", encoding="utf-8")
    with pytest.raises(ChangedElsewhere):
        store.save(opened, BERLIN, now=NOW)
    assert list(store.folder.rglob("*.toml")) == [path]


def test_both_windows_may_save_the_same(store: Store) -> None:
    opened = store.create("berlin", Profile())
    store.save(store.load("berlin"), BERLIN)
    assert store.save(opened, BERLIN).profile == BERLIN


def test_a_file_that_vanished_is_not_brought_back_unasked(store: Store) -> None:
    opened = store.create("berlin", Profile())
    opened.path.unlink()
    with pytest.raises(ChangedElsewhere, match="moved or deleted"):
        store.save(opened, BERLIN)
    assert store.names() == []
