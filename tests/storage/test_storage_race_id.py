"""A race keeps its id through names, folders, windows and versions, and no copy has the same one."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from made_up_schemas import MADE_UP
from profiles import texts

from mile18.profile import Profile
from mile18.storage import race_id
from mile18.storage.backups import versions
from mile18.storage.changed_on_disk import Choice, look, settle
from mile18.storage.codec import decode, encode
from mile18.storage.disk import write_bytes
from mile18.storage.race_id import id_of, new_id, with_another_id
from mile18.storage.restore import restore, undelete
from mile18.storage.store import Opened, Store, open_file

NOW = datetime(2027, 4, 20, 6, 30, 5, tzinfo=UTC)
TEXT = '# mine\n[race]\nname = "Berlin"\n'
OURS = Profile().with_answer("race.name", "Boston")
THEIRS = Profile().with_answer("race.name", "Tokyo")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "races")


@pytest.fixture
def without(store: Store) -> Opened:
    """A race of an earlier mile18, or written by hand: it has no id."""
    store.folder.mkdir()
    store.path("berlin").write_text(TEXT, encoding="utf-8")
    return store.load("berlin")


def known(opened: Opened) -> str:
    """The id that calendars know a race by."""
    return id_of(opened.path, opened.loaded)


def test_a_new_race_has_an_id_of_its_own(store: Store) -> None:
    one, other = (store.create(name, OURS) for name in ("berlin", "boston"))
    assert one.loaded.id
    assert one.loaded.id == known(one) == store.load("berlin").loaded.id
    assert one.loaded.id != other.loaded.id
    assert one.content.startswith(b'schema = 2\nid = "')
    assert not one.loaded.problems


def rename(store: Store) -> Opened:
    return store.load(store.rename("berlin", "spring").stem)


def move(store: Store) -> Opened:
    store.folder.rename(store.folder.with_name("elsewhere"))
    return open_file(store.folder.with_name("elsewhere") / "berlin.toml")


def delete_and_bring_back(store: Store) -> Opened:
    store.delete("berlin", now=NOW)
    undelete(store.path("berlin"), "trash", NOW)
    return store.load("berlin")


def save(store: Store) -> Opened:
    return store.save(store.load("berlin"), OURS, now=NOW)


def save_and_go_back(store: Store) -> Opened:
    save(store)
    path = store.path("berlin")
    restore(path, versions(path)[0].number, NOW)
    return store.load("berlin")


@pytest.mark.parametrize(
    "change",
    [rename, move, delete_and_bring_back, save, save_and_go_back],
    ids=lambda c: c.__name__,
)
@pytest.mark.parametrize("has_id", [True, False])
def test_a_race_stays_the_same_one(
    store: Store, has_id: bool, change: Callable[[Store], Opened]
) -> None:
    store.folder.mkdir()
    line = 'id = "one"\n' if has_id else ""
    store.path("berlin").write_text(line + TEXT, encoding="utf-8")
    before = known(store.load("berlin"))
    after = change(store)
    assert known(after) == before
    saved = Store(after.path.parent).save(after, THEIRS, now=NOW)
    assert saved.loaded.id == before


def test_until_a_save_writes_it_the_file_stays_as_it_is(store: Store, without: Opened) -> None:
    known(without)
    assert store.path("berlin").read_text(encoding="utf-8") == TEXT
    assert store.load("berlin") == without


@pytest.mark.parametrize("choice", ["together", "theirs", "mine"])
@pytest.mark.parametrize("asked_before", [True, False])
def test_two_windows_agree(
    store: Store, without: Opened, choice: Choice, asked_before: bool
) -> None:
    if asked_before:
        known(without)
    theirs = store.save(store.load("berlin"), THEIRS, now=NOW)
    found = look(without)
    assert found
    settled = settle(store, found, OURS, choice, NOW)
    assert settled.loaded.id == theirs.loaded.id == known(without)


def test_of_two_that_ask_at_once_both_get_the_first_ones(
    without: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second(path: Path, _: bytes, check: Callable[[], None]) -> None:
        write_bytes(path, b"first")
        write_bytes(path, b"second", check=check)

    monkeypatch.setattr(race_id, "write_bytes", second)
    assert known(without) == "first"


def test_races_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    ids = set()
    for runner in ("anna", "ben"):
        folder = tmp_path / runner
        folder.mkdir()
        (folder / "berlin.toml").write_text(TEXT, encoding="utf-8")
        ids.add(known(open_file(folder / "berlin.toml")))
    assert len(ids) == 2


def test_where_none_can_be_kept_it_follows_from_the_place(
    tmp_path: Path, store: Store, without: Opened
) -> None:
    (store.folder / ".mile18").write_text("in the way", encoding="utf-8")
    other = tmp_path / "boston.toml"
    other.write_text(TEXT, encoding="utf-8")
    (tmp_path / ".mile18").write_text("in the way", encoding="utf-8")
    before = known(without)
    assert before
    assert before == known(store.load("berlin")) != known(open_file(other))
    without.path.write_text('[race]\nname = "Berlin"\n', encoding="utf-8")
    assert store.save(store.load("berlin"), OURS, now=NOW).loaded.id == before


@pytest.mark.parametrize("kept", ["", "\udcff", " \n"])
def test_a_kept_id_that_cannot_be_read_is_no_trouble(without: Opened, kept: str) -> None:
    file = without.path.parent / ".mile18" / "ids" / "berlin"
    file.parent.mkdir(parents=True)
    file.write_bytes(kept.encode(errors="surrogateescape"))
    assert known(without)
    assert known(without) == known(without)


def test_a_link_is_the_race_that_it_leads_to(store: Store, without: Opened) -> None:
    link = store.folder / "link.toml"
    link.symlink_to("berlin.toml")
    assert known(open_file(link)) == known(without)


def test_a_race_that_is_renamed_gets_nobody_elses_id(store: Store, without: Opened) -> None:
    gone = known(without)
    without.path.unlink()
    store.path("spring").write_text(TEXT, encoding="utf-8")
    renamed = store.rename("spring", "berlin")
    assert known(open_file(renamed)) != gone


@pytest.mark.parametrize("text", [TEXT, f'id = "one" # mine\n{TEXT}', f'\ufeffid = "one"\n{TEXT}'])
def test_a_copy_is_another_race(store: Store, text: str) -> None:
    store.folder.mkdir()
    store.path("berlin").write_text(text, encoding="utf-8")
    opened = store.load("berlin")
    copy = open_file(store.duplicate("berlin", "boston"))
    beside = store.save_copy(opened, OURS)
    assert len({known(opened), known(copy), known(beside)}) == 3
    assert beside.loaded.id
    assert copy.content.decode().replace(copy.loaded.id or "none", "one") == text


@pytest.mark.parametrize("content", [b"", b"\xff", b"id = ", b'id = 3\n[race]\nname = ""\n'])
def test_a_copy_of_what_has_no_id_is_a_copy(content: bytes) -> None:
    assert with_another_id(content) == content


def test_a_copy_is_another_race_however_the_id_is_written() -> None:
    copied = with_another_id(b'id = """\none"""\n[race]\nname = "Berlin"\n').decode()
    assert decode(copied).id != "one"
    assert decode(copied).profile.race.name == "Berlin"


@given(texts)
def test_an_id_that_its_owner_chose_stays(text: str) -> None:
    loaded = decode(encode(Profile(), {"id": text}))
    assert loaded.id == text.strip()
    assert bool(loaded.problems) == (not text.strip())
    assert decode(encode(OURS, loaded.document)).document["id"] == text


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("id = 3", "3 is a whole number"),
        ('id = ""', "there is nothing in it"),
        ('id = "  "', "there is nothing in it"),
        ("id = []", "this is a list"),
        ("[id]", "this is a table"),
    ],
)
def test_an_id_that_is_none_is_told_and_made_anew(store: Store, line: str, what: str) -> None:
    store.folder.mkdir()
    store.path("berlin").write_text(f"schema = 2\n{line}\n", encoding="utf-8")
    opened = store.load("berlin")
    assert [each.sentence("berlin.toml") for each in opened.loaded.problems] == [
        f"berlin.toml:2: id: {what}, allowed is text in quotes that no other race has; "
        "without this line, mile18 makes one"
    ]
    saved = store.save(opened, OURS, now=NOW)
    assert saved.kept_original
    assert saved.kept_original.read_text(encoding="utf-8") == f"schema = 2\n{line}\n"
    assert saved.loaded.id == known(opened)
    assert not saved.loaded.problems


def test_a_file_that_is_brought_up_to_date_keeps_its_id() -> None:
    loaded = decode('schema = 1\nid = "one"\n[food]\nnotes = "x"\n', MADE_UP)
    assert loaded.upgrade
    assert loaded.id == "one"
    assert not loaded.errors


def test_ids_are_never_alike() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
