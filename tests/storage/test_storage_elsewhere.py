"""A file changed elsewhere: looked at, settled by a choice, and both versions always survive."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from laws import few
from profiles import profiles

from mile18.profile import Profile
from mile18.storage import changed_on_disk as elsewhere
from mile18.storage.backups import Version, keep_version, versions
from mile18.storage.changed_on_disk import Choice, Elsewhere, look, reread, settle
from mile18.storage.codec import decode
from mile18.storage.problem import ChangedElsewhere, ReadOnlyFile, StorageError
from mile18.storage.store import Opened, Store, open_file

NOW = datetime(2027, 4, 20, 6, 30, 5, tzinfo=UTC)
BASE, MINE, THEIRS = (
    Profile().with_answer("race.name", name) for name in ("Berlin", "Boston", "Tokyo")
)
CHOICES: tuple[Choice, ...] = ("copy", "together", "theirs", "mine")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def changed(store: Store, theirs: Profile = THEIRS) -> Elsewhere:
    """A file opened here and then saved in another window."""
    opened = store.create("race", BASE)
    store.save(store.load("race"), theirs, now=NOW)
    return found_in(opened)


def found_in(opened: Opened) -> Elsewhere:
    found = look(opened)
    assert found
    return found


def everywhere(folder: Path) -> list[Profile]:
    """What every file under the folder holds, kept versions too."""
    return [decode(path.read_text()).profile for path in folder.rglob("*.toml")]


def test_a_file_as_it_was_opened_is_no_news(store: Store) -> None:
    opened = store.create("race", BASE)
    assert look(opened) is None
    assert look(store.save(opened, MINE)) is None


def test_what_stands_there_is_found_with_its_time(store: Store) -> None:
    found = changed(store)
    assert found.theirs
    assert found.theirs.profile == THEIRS
    assert found.changed == datetime.fromtimestamp(found.base.path.stat().st_mtime).astimezone()
    assert found.choices == CHOICES


@pytest.mark.parametrize("choice", CHOICES)
@few(6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(profiles(), profiles(), profiles()))
def test_whatever_is_chosen_both_survive(
    tmp_path_factory: pytest.TempPathFactory,
    choice: Choice,
    three: tuple[Profile, Profile, Profile],
) -> None:
    base, mine, theirs = three
    if len({*map(repr, three)}) < 3:
        return
    store = Store(tmp_path_factory.mktemp("races"))
    opened = store.create("race", base)
    store.save(store.load("race"), theirs, now=NOW)
    went_on = settle(store, found_in(opened), mine, choice, NOW)
    assert open_file(went_on.path).profile == went_on.profile
    assert look(went_on) is None
    assert theirs in everywhere(store.folder)
    if choice != "together":
        assert mine in everywhere(store.folder)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_file_changed_yet_again_is_left_alone(store: Store, choice: Choice) -> None:
    found = changed(store)
    again = store.save(store.load("race"), BASE.with_answer("race.place", "x"), now=NOW)
    with pytest.raises(ChangedElsewhere):
        settle(store, found, MINE, choice, NOW)
    assert store.load("race").content == again.content
    assert store.names() == ["race"]


@pytest.mark.parametrize("choice", ["together", "mine"])
def test_a_change_in_the_last_moment_is_noticed(
    store: Store, choice: Choice, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = changed(store)
    late = b'[race]\nname = "Late"\n'

    def slow(path: Path, content: bytes, now: datetime) -> Version:
        found.base.path.write_bytes(late)
        return keep_version(path, content, now)

    monkeypatch.setattr(elsewhere, "keep_version", slow)
    with pytest.raises(ChangedElsewhere):
        settle(store, found, MINE, choice, NOW)
    assert found.base.path.read_bytes() == late


@pytest.mark.parametrize("choice", ["together", "theirs", "mine"])
def test_what_cannot_be_kept_is_not_given_up(
    store: Store, choice: Choice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> object:
        raise StorageError("the disk is full")

    found = changed(store)
    monkeypatch.setattr(elsewhere, "keep_version", full)
    with pytest.raises(StorageError, match="the disk is full"):
        settle(store, found, MINE, choice, NOW)
    assert store.load("race").content == found.content


def test_a_file_gone_is_written_again_only_where_there_is_none(store: Store) -> None:
    opened = store.create("race", BASE)
    opened.path.unlink()
    found = found_in(opened)
    assert (found.content, found.theirs, found.choices) == (None, None, ("copy", "mine"))
    assert settle(store, found, MINE, "mine", NOW).profile == MINE
    assert store.load("race").profile == MINE
    with pytest.raises(ChangedElsewhere):
        settle(store, found, BASE, "mine", NOW)


@pytest.mark.parametrize("torn", [b"", b"\xff\xfe", b'[race]\nname = "', b"\0" * 9])
def test_a_torn_file_is_kept_byte_for_byte(store: Store, torn: bytes) -> None:
    opened = store.create("race", BASE)
    opened.path.write_bytes(torn)
    found = found_in(opened)
    assert found.choices == ("copy", "mine")
    settle(store, found, MINE, "mine", NOW)
    assert store.load("race").profile == MINE
    assert [each.path.read_bytes() for each in versions(opened.path)] == [torn] * bool(torn)


def test_a_file_of_a_newer_mile18_is_never_written(store: Store) -> None:
    opened = store.create("race", BASE)
    opened.path.write_text("schema = 99\n")
    found = found_in(opened)
    assert found.choices == ("copy", "theirs")
    for choice in ("together", "mine"):
        with pytest.raises(ReadOnlyFile):
            settle(store, found, MINE, choice, NOW)
    assert opened.path.read_text() == "schema = 99\n"


def test_what_only_their_file_knows_survives_putting_together(store: Store) -> None:
    opened = store.create("race", BASE)
    opened.path.write_text('# theirs\n[race]\nname = "Berlin"\nhumour = "good"\n')
    mine = BASE.with_answer("race.place", "x")
    went_on = settle(store, found_in(opened), mine, "together", NOW)
    assert went_on.profile == mine
    assert went_on.loaded.document["race"]["humour"] == "good"
    assert went_on.kept_original
    assert went_on.kept_original.read_text().startswith("# theirs")


def test_what_was_reread_is_kept_for_the_case_that_an_undo_writes_over_it(store: Store) -> None:
    found = changed(store)
    went_on = reread(found, NOW)
    assert went_on.profile == THEIRS
    store.save(went_on, MINE, now=NOW)
    assert THEIRS in everywhere(store.folder)
