"""The folder of profiles: what is saved, what is kept, what is refused."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from laws import few
from profiles import profiles

from mile18.profile import Profile
from mile18.storage.problem import AlreadyThere, BadName, NoSuchProfile, ReadOnlyFile
from mile18.storage.store import Store, open_file

NOW = datetime(2027, 4, 20, 6, 30, 5, tzinfo=UTC)
BERLIN = Profile().with_answer("race.name", "Berlin")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions and links")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data" / "profiles")


def _write(store: Store, name: str, text: str) -> Path:
    store.folder.mkdir(parents=True, exist_ok=True)
    path = store.folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_created_can_be_loaded(store: Store) -> None:
    created = store.create("berlin", BERLIN)
    assert store.names() == ["berlin"]
    loaded = store.load("berlin")
    assert loaded.profile == BERLIN
    assert loaded.content == created.content == loaded.path.read_bytes()


@few(12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profiles(), profiles())
def test_any_profile_saved_and_loaded_is_equal(
    tmp_path_factory: pytest.TempPathFactory, first: Profile, second: Profile
) -> None:
    store = Store(tmp_path_factory.mktemp("races"))
    opened = store.create("berlin", first)
    assert store.load("berlin").profile == first
    store.save(opened, second)
    loaded = store.load("berlin")
    assert loaded.profile == second
    assert loaded.loaded.problems == ()


def test_names_are_sorted_as_people_sort_and_leave_out_what_is_no_profile(store: Store) -> None:
    for name in ("boston", "Berlin", "Zürich", ".hidden"):
        _write(store, name, "schema = 1\n")
    (store.folder / "folder.toml").mkdir()
    (store.folder / "notes.txt").write_text("x")
    assert store.names() == ["Berlin", "boston", "Zürich"]


def test_without_a_folder_there_are_no_names_and_none_is_made(store: Store) -> None:
    assert store.names() == []
    assert not store.folder.exists()


@posix
def test_only_the_owner_can_read(store: Store) -> None:
    opened = store.create("berlin", Profile())
    opened.path.chmod(0o644)
    opened = store.save(store.load("berlin"), BERLIN)
    assert stat.S_IMODE(opened.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["berlin", "Berlin", "BERLIN"])
def test_a_name_is_taken_whatever_the_capitals(store: Store, name: str) -> None:
    created = store.create("berlin", BERLIN)
    with pytest.raises(AlreadyThere, match=r'"berlin\.toml" is already there'):
        store.create(name, Profile())
    store.create("boston", Profile())
    with pytest.raises(AlreadyThere):
        store.rename("boston", name)
    with pytest.raises(AlreadyThere):
        store.duplicate("boston", name)
    assert created.path.read_bytes() == created.content


def test_accents_written_in_two_ways_are_one_name(store: Store) -> None:
    store.create("Z\u00fcrich", Profile())
    with pytest.raises(AlreadyThere):
        store.create("zu\u0308rich", Profile())


def test_a_profile_that_is_not_there_is_named_with_the_one_meant(store: Store) -> None:
    store.create("berlin", BERLIN)
    with pytest.raises(NoSuchProfile) as error:
        store.load("berlni")
    assert str(error.value) == 'there is no race "berlni"; did you mean "berlin"?'


@pytest.mark.parametrize("name", ["../berlin", "a/b", "", ".hidden", "a\0b", "/etc/passwd"])
def test_a_name_never_leads_out_of_the_folder(store: Store, name: str) -> None:
    with pytest.raises(BadName):
        store.load(name)
    with pytest.raises(BadName):
        store.create(name, Profile())


def test_saving_what_did_not_change_writes_nothing(store: Store) -> None:
    path = _write(store, "berlin", '# mine\n[race]\nname = "Berlin"\n')
    opened = store.load("berlin")
    before = path.stat()
    assert store.save(opened, BERLIN, now=NOW).kept_original is None
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_ours_can_be_saved_beside_theirs(store: Store) -> None:
    _write(store, "berlin", "[weather]\nwind = 1\n")
    opened = store.load("berlin")
    first = store.save_copy(opened, BERLIN)
    second = store.save_copy(opened, BERLIN)
    assert [first.name, second.name] == ["berlin-copy-2", "berlin-copy-3"]
    assert first.profile == BERLIN
    assert first.loaded.document["weather"] == {"wind": 1}
    assert store.load("berlin").profile == Profile()


def test_a_copy_of_the_longest_name_has_a_name_that_fits(store: Store) -> None:
    opened = store.create("ü" * 80, Profile())
    copy = store.save_copy(opened, BERLIN)
    assert copy.name == "ü" * 73 + "-copy-2"


def test_a_file_of_a_newer_mile18_is_only_read(store: Store) -> None:
    text = "schema = 9\n[sleep]\nusual_hours = 7\n"
    path = _write(store, "berlin", text)
    opened = store.load("berlin")
    assert opened.profile.sleep.usual_hours == 7
    for save in (store.save, store.save_copy):
        with pytest.raises(ReadOnlyFile, match="a newer mile18 wrote it"):
            save(opened, BERLIN)
    assert path.read_text() == text
    assert store.names() == ["berlin"]


def test_renaming_moves_the_file_as_it_is(store: Store) -> None:
    _write(store, "berlin", "# mine\nno toml")
    assert store.rename("berlin", "Berlin 2027") == store.folder / "Berlin 2027.toml"
    assert store.names() == ["Berlin 2027"]
    assert (store.folder / "Berlin 2027.toml").read_text() == "# mine\nno toml"


def test_renaming_can_change_only_the_capitals(store: Store) -> None:
    store.create("berlin", BERLIN)
    store.rename("berlin", "Berlin")
    assert store.names() == ["Berlin"]


def test_duplicating_copies_comments_and_all(store: Store) -> None:
    _write(store, "berlin", "# mine\n")
    path = store.duplicate("berlin", "boston")
    assert path.read_text() == "# mine\n"
    assert store.names() == ["berlin", "boston"]


def test_what_is_deleted_can_be_taken_from_the_trash(store: Store) -> None:
    places = []
    for name in ("Berlin", "Boston"):
        store.create("race", Profile().with_answer("race.name", name))
        places.append(store.delete("race", now=NOW))
    assert store.names() == []
    assert [place.name for place in places] == [
        "race-20270420-063005.toml",
        "race-20270420-063005-2.toml",
    ]
    assert [open_file(place).profile.race.name for place in places] == ["Berlin", "Boston"]


@pytest.mark.parametrize("change", ["rename", "duplicate", "delete"])
def test_nothing_can_be_done_to_a_profile_that_is_not_there(store: Store, change: str) -> None:
    with pytest.raises(NoSuchProfile):
        store.delete("x") if change == "delete" else getattr(store, change)("x", "y")


@posix
def test_a_linked_profile_stays_a_link(store: Store, tmp_path: Path) -> None:
    real = tmp_path / "synced.toml"
    real.write_text('[race]\nname = "Boston"\n')
    store.folder.mkdir(parents=True)
    link = store.folder / "berlin.toml"
    link.symlink_to(os.path.relpath(real, store.folder))
    store.save(store.load("berlin"), BERLIN)
    assert link.is_symlink()
    assert open_file(real).profile == BERLIN
    trashed = store.delete("berlin", now=NOW)
    assert open_file(trashed).profile == BERLIN
    assert real.exists()
    assert not os.path.lexists(link)
