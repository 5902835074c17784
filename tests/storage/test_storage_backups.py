"""Earlier versions: kept before a save changes a file, few enough, and none in the save's way."""

import os
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mile18.profile import Profile
from mile18.storage import disk as atomic
from mile18.storage import store as storing
from mile18.storage.backups import DAYS, LATEST, versions
from mile18.storage.problem import ChangedElsewhere
from mile18.storage.store import Opened, Store

START = datetime(2027, 4, 1, 8, 0, 0, tzinfo=UTC)
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


@pytest.fixture(autouse=True)
def universal_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days that begin at midnight UTC wherever the tests run."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone cannot be chosen here")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "profiles")


def named(name: str) -> Profile:
    return Profile().with_answer("race.name", name)


def saves(store: Store, opened: Opened, *times: timedelta) -> Opened:
    """Save other answers at each of these times."""
    for at, after in enumerate(times):
        count = f"{opened.profile.race.name}-{at}"[-40:]
        opened = store.save(opened, named(count), now=START + after)
    return opened


def kept(opened: Opened) -> list[bytes]:
    """What the versions hold, the latest first."""
    return [each.path.read_bytes() for each in versions(opened.path)]


def test_a_save_keeps_what_it_replaces(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    saved = store.save(opened, named("Boston"), now=START)
    (version,) = versions(saved.path)
    assert version.path.read_bytes() == opened.content
    assert (version.number, version.until) == (1, START)
    folder = store.folder / ".mile18" / "backups" / "berlin"
    assert version.path == folder / "0001-20270401T080000Z.toml"
    assert saved.not_kept == ""


def test_comments_and_bad_values_are_kept_as_they_were(store: Store) -> None:
    store.folder.mkdir()
    path = store.folder / "berlin.toml"
    path.write_text("# mine\n[sleep]\nusual_hours = 77\n")
    opened = store.load("berlin")
    assert kept(store.save(opened, named("Berlin"), now=START)) == [opened.content]


@posix
def test_only_the_owner_can_read_a_version(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    opened.path.chmod(0o644)
    saved = store.save(opened, named("Boston"), now=START)
    (version,) = versions(saved.path)
    assert stat.S_IMODE(version.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(version.path.parent.stat().st_mode) == 0o700


def test_without_an_answer_there_is_nothing_to_keep(store: Store) -> None:
    saved = store.save(store.create("berlin", Profile()), named("Berlin"), now=START)
    assert kept(saved) == []
    assert kept(store.save(saved, named("Boston"), now=START)) == [saved.content]


def test_a_save_that_changes_nothing_keeps_nothing(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    store.save(opened, opened.profile, now=START)
    assert not (store.folder / ".mile18").exists()


def test_a_save_that_is_refused_keeps_nothing(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    opened.path.write_text('[race]\nname = "Tokyo"\n')
    with pytest.raises(ChangedElsewhere):
        store.save(opened, named("Boston"), now=START)
    assert not (store.folder / ".mile18").exists()


def test_a_change_while_the_answers_are_written_keeps_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = store.create("berlin", named("Berlin"))
    write_through = atomic._write_through

    def slow(path: Path, content: bytes) -> None:
        write_through(path, content)
        opened.path.write_text('[race]\nname = "Tokyo"\n')

    monkeypatch.setattr(atomic, "_write_through", slow)
    with pytest.raises(ChangedElsewhere):
        store.save(opened, named("Boston"), now=START)
    assert not (store.folder / ".mile18").exists()


def test_a_change_while_a_version_is_kept_is_noticed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = store.create("berlin", named("Berlin"))

    def slow(path: Path, *_: object) -> str:
        path.write_text('[race]\nname = "Tokyo"\n')
        return ""

    monkeypatch.setattr(storing, "keep_if_due", slow)
    with pytest.raises(ChangedElsewhere):
        store.save(opened, named("Boston"), now=START)
    assert store.load("berlin").profile == named("Tokyo")


def test_a_save_after_each_keystroke_keeps_one_version_an_hour(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    keystrokes = [timedelta(seconds=0.7 * 60 * at) for at in range(100)]
    saved = saves(store, opened, *keystrokes)
    assert [each.until - START for each in versions(saved.path)] == [
        timedelta(minutes=60.2),
        timedelta(0),
    ]
    assert kept(saved)[1] == opened.content


def test_the_first_save_of_a_day_keeps_one_though_the_last_is_younger(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    late, soon, next_day = (timedelta(hours=hours) for hours in (15.6, 15.9, 16.1))
    saved = saves(store, opened, late, soon, next_day)
    assert [each.until.day for each in versions(saved.path)] == [2, 1]


def test_a_clock_that_went_back_stops_nothing(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    saved = saves(store, opened, timedelta(hours=10), timedelta(0), timedelta(minutes=5))
    assert [each.number for each in versions(saved.path)] == [2, 1]
    assert [each.until for each in versions(saved.path)] == [START, START + timedelta(hours=10)]


def test_the_latest_stay_and_the_first_of_each_day(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    times = [timedelta(hours=5 * at) for at in range(120)]
    found = versions(saves(store, opened, *times).path)
    numbers = [each.number for each in found]
    assert numbers[:LATEST] == list(range(120, 120 - LATEST, -1))
    firsts: dict[int, int] = {}
    for at, after in enumerate(times, 1):
        firsts.setdefault((START + after).toordinal(), at)
    days = sorted(firsts.values(), reverse=True)[:DAYS]
    assert set(numbers) == {*numbers[:LATEST], *days}
    assert len(numbers) <= LATEST + DAYS


def test_the_same_content_is_kept_once_under_its_latest_time(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    for hours, name in enumerate(("Boston", "Berlin", "Boston", "Berlin", "Boston")):
        opened = store.save(opened, named(name), now=START + timedelta(hours=hours))
    assert [each.number for each in versions(opened.path)] == [5, 4]
    assert len(set(kept(opened))) == 2


def test_a_version_that_cannot_be_kept_is_told_and_stops_no_save(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    blocked = store.folder / ".mile18"
    blocked.write_text("in the way")
    saved = store.save(opened, named("Boston"), now=START)
    assert store.load("berlin").profile == named("Boston")
    assert saved.not_kept.startswith("No earlier version was kept. ")
    assert "a part of the path is a file, not a folder" in saved.not_kept
    again = store.save(saved, named("Tokyo"), now=START)
    assert again.not_kept == saved.not_kept
    blocked.unlink()
    well = store.save(again, named("Osaka"), now=START)
    assert well.not_kept == ""
    assert kept(well) == [again.content]


def test_other_files_in_the_folder_are_no_versions_and_stay(store: Store) -> None:
    opened = store.create("berlin", named("Berlin"))
    folder = store.folder / ".mile18" / "backups" / "berlin"
    folder.mkdir(parents=True)
    others = ["notes.txt", "0001-20271399T080000Z.toml", "1-20270401T080000Z.toml"]
    for name in others:
        (folder / name).write_text("mine")
    saved = saves(store, opened, *(timedelta(days=at) for at in range(40)))
    assert len(versions(saved.path)) == DAYS
    assert {each.name for each in folder.iterdir()} > set(others)


def test_a_profile_takes_its_versions_along_to_another_name(store: Store) -> None:
    first = saves(store, store.create("berlin", named("Berlin")), timedelta(), timedelta(days=1))
    other = saves(store, store.create("boston", named("Boston")), timedelta(), timedelta(days=1))
    before = kept(other) + kept(first)
    store.delete("berlin")
    path = store.rename("boston", "berlin")
    assert [each.number for each in versions(path)] == [4, 3, 2, 1]
    assert [each.path.read_bytes() for each in versions(path)] == before
    assert versions(store.path("boston")) == []


def test_versions_that_cannot_be_moved_are_no_reason_to_fail(store: Store) -> None:
    opened = saves(store, store.create("berlin", named("Berlin")), timedelta())
    (store.folder / ".mile18" / "backups" / "boston").write_text("in the way")
    assert store.rename("berlin", "boston").read_bytes() == opened.content
    assert len(versions(store.path("berlin"))) == 1
