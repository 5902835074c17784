"""`mile18 restore NAME [VERSION]`: earlier versions listed, and one brought back."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from shell_runs import EXAMPLE, filled_folder, run

from mile18.profile import Profile, answered
from mile18.storage.backups import versions
from mile18.storage.store import Store, open_file

START = datetime(2027, 4, 18, 8, 10, 0, tzinfo=UTC)
COUNT = answered(open_file(EXAMPLE).profile)[0]


@pytest.fixture(autouse=True)
def universal_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day in UTC wherever the tests run."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone cannot be chosen here")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def store() -> Store:
    """The example, saved three times: less rested, without a name, as it was."""
    store = Store(filled_folder())
    opened = store.load("flying-pig")
    fine = opened.profile
    for at, profile in enumerate(
        (
            fine.with_answer("sleep.rested", "rarely"),
            fine.with_answer("race.name", None).with_answer("race.place", None),
            fine,
        )
    ):
        opened = store.save(opened, profile, now=START + timedelta(hours=at))
    return store


def test_the_versions_are_listed_with_what_differs_from_now(store: Store) -> None:
    ran = run("restore", "flying-pig")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "   3  until Sun 18 Apr 2027 10:10  2 answers differ from now",
        "   2  until Sun 18 Apr 2027 09:10  1 answer differs from now, readiness 61 (now 63)",
        "   1  until Sun 18 Apr 2027 08:10  the same answers as now",
    ]
    assert len(versions(store.path("flying-pig"))) == 3


def test_a_version_comes_back_and_the_present_one_is_kept(store: Store) -> None:
    now = store.load("flying-pig").content
    ran = run("restore", "flying-pig", "2")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "What flying-pig held until now is kept as version 4.\n"
        "flying-pig is back to the version of until Sun 18 Apr 2027 09:10.\n"
    )
    assert store.load("flying-pig").profile.sleep.rested == "rarely"
    assert run("restore", "flying-pig", "4").code == 0
    assert store.load("flying-pig").content == now


def test_bringing_back_what_is_there_says_so_in_one_line(store: Store) -> None:
    run("restore", "flying-pig", "1")
    assert run("restore", "flying-pig", "1").out.count("\n") == 1
    assert store.load("flying-pig").content.startswith(b"# A complete example")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("restore nix", 2, "", "mile18 new NAME makes one"),
        ("restore flying-pug", 2, "", 'did you mean "flying-pig"?'),
        ("restore flying-pig 9", 2, "", "no version 9 of flying-pig; there are: 3, 2, 1"),
        ("restore flying-pig first", 2, "", "“first” is neither a number nor trash"),
        ("restore flying-pig -1", 2, "", "-1"),
        ("restore list", 0, "", "no earlier version of list yet"),
        ("restore list 1", 2, "", "there are: none"),
        ("restore ../flying-pig", 2, "", "there is no such file"),
        ("restore", 2, "", "the following arguments are required: NAME"),
        ("restore list --json", 0, '"versions": []', ""),
    ],
)
def test_exit_code_and_streams(line: str, code: int, out: str, err: str) -> None:
    ran = run(*line.split())
    assert ran.code == code
    assert out in ran.out
    assert bool(out) == bool(ran.out)
    assert err in ran.err
    assert bool(err) == bool(ran.err)
    assert "Traceback" not in ran.err


def test_a_file_of_a_newer_mile18_is_left_alone(store: Store) -> None:
    path = store.path("flying-pig")
    path.write_text("schema = 99\n")
    ran = run("restore", "flying-pig", "1")
    assert (ran.code, ran.out) == (1, "")
    assert "a newer mile18 wrote it" in ran.err
    assert path.read_text() == "schema = 99\n"


def test_a_torn_file_and_a_deleted_one_come_back(store: Store) -> None:
    path = store.path("flying-pig")
    path.write_text('[race]\nname = "')
    ran = run("restore", "flying-pig")
    assert ran.code == 2
    assert "flying-pig.toml:2: " in ran.err
    assert f"   1  until Sun 18 Apr 2027 08:10  {COUNT} answers" in ran.out
    assert run("restore", "flying-pig", "1").code == 0
    assert run("check", "flying-pig").code == 0
    path.unlink()
    ran = run("restore", "flying-pig")
    assert (ran.code, "there is no race" in ran.err) == (0, True)
    assert run("restore", "flying-pig", "3").code == 0
    assert path.exists()


def test_a_version_that_cannot_be_read_is_said_to_be_so(store: Store) -> None:
    newest = versions(store.path("flying-pig"))[0]
    newest.path.write_bytes(b"\0")
    ran = run("restore", "flying-pig")
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith("10:10  cannot be read")
    assert newest.path.name in ran.err
    assert run("restore", "flying-pig", "3").code == 2


def test_a_path_means_the_versions_beside_it(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path)
    opened = other.create("mine", Profile().with_answer("race.name", "Mine"))
    other.save(opened, Profile(), now=START)
    ran = run("restore", str(opened.path))
    assert ran.out == "   1  until Sun 18 Apr 2027 08:10  1 answer differs from now\n"
    assert run("restore", str(opened.path), "1").code == 0
    assert opened.path.read_bytes() == opened.content
    assert versions(store.path("mine")) == []


def test_a_deleted_profile_comes_back_from_the_trash_with_its_versions(store: Store) -> None:
    content = store.load("flying-pig").content
    store.delete("flying-pig", now=START + timedelta(hours=4))
    ran = run("restore", "flying-pig")
    assert (ran.code, "there is no race" in ran.err) == (0, True)
    assert ran.out.splitlines()[:2] == [
        f"trash  since Sun 18 Apr 2027 12:10  {COUNT} answers",
        f"    3  until Sun 18 Apr 2027 10:10  {COUNT - 2} answers",
    ]
    ran = run("restore", "flying-pig", "trash")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "flying-pig is back from the trash, where it was since Sun 18 Apr 2027 12:10.\n"
    )
    assert store.load("flying-pig").content == content
    assert run("restore", "flying-pig", "trash").err == (
        "mile18: there is no trash of flying-pig; there is: nothing\n"
    )


def test_what_was_deleted_first_comes_back_over_what_has_its_name_now(store: Store) -> None:
    first = store.load("flying-pig").content
    store.delete("flying-pig", now=START + timedelta(hours=4))
    store.create("flying-pig", Profile().with_answer("race.name", "Second"))
    store.delete("flying-pig", now=START + timedelta(hours=5))
    third = store.create("flying-pig", Profile().with_answer("race.name", "Third")).content
    data = json.loads(run("restore", "flying-pig", "--json").out)
    assert [each["place"] for each in data["trash"]] == ["trash", "trash2"]
    assert data["trash"][0] | {"path": ""} == {
        "place": "trash",
        "since": "2027-04-18T13:10:00Z",
        "path": "",
        "answers": 1,
        "answers_apart": 1,
        "factors_apart": 0,
    }
    ran = run("restore", "flying-pig", "trash2")
    assert ran.code == 0
    assert ran.out.startswith("What flying-pig held until now is kept as version 4.\n")
    assert store.load("flying-pig").content == first
    assert versions(store.path("flying-pig"))[0].path.read_bytes() == third


def test_programs_get_numbers_times_and_counts(store: Store) -> None:
    data = json.loads(run("restore", "flying-pig", "--json").out)
    assert (data["schema"], data["profile"]) == (1, "flying-pig")
    assert data["versions"][1] == {
        "version": 2,
        "until": "2027-04-18T09:10:00Z",
        "path": str(versions(store.path("flying-pig"))[1].path),
        "answers": COUNT,
        "answers_apart": 1,
        "factors_apart": 1,
    }
