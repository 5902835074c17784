"""`mile18 calendar`: a file that calendars read, and words where there is none."""

import shutil
import stat
from itertools import combinations
from pathlib import Path

import pytest
import vobject
from shell_runs import EXAMPLE, run

from mile18.storage.store import Store
from mile18.writers.exports import NO_CALENDAR


@pytest.mark.usefixtures("folder")
def test_the_file_is_a_calendar_of_the_race(tmp_path: Path) -> None:
    file = tmp_path / "race-week.ics"
    done = run("calendar", "flying-pig", "-o", str(file))
    assert (done.code, done.out, done.err) == (0, f"{file}\n", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    read = vobject.readOne(file.read_text(encoding="utf-8"), validate=True)
    assert len(read.vevent_list) > 20
    assert any(event.summary.value.startswith("Start slowly") for event in read.vevent_list)
    assert [event.location.value for event in read.vevent_list if "location" in event.contents] == [
        "Cincinnati"
    ]
    assert "statin" not in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_without_a_file_the_same_goes_to_stdout() -> None:
    done = run("calendar", "flying-pig")
    assert done.code == 0
    assert done.out.startswith("BEGIN:VCALENDAR")
    assert done.out.rstrip().endswith("END:VCALENDAR")


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "race-week.ics"
    file.write_text("mine")
    done = run("calendar", "flying-pig", "-o", str(file))
    assert done.code == 2
    assert "only --force overwrites it" in done.err
    assert file.read_text() == "mine"
    assert run("calendar", "flying-pig", "-o", str(file), "--force").code == 0


def test_without_a_race_day_it_says_what_would_fill_it(folder: Path, tmp_path: Path) -> None:
    assert (folder / "list.toml").exists()
    file = tmp_path / "race-week.ics"
    done = run("calendar", "list", "-o", str(file))
    assert (done.code, done.out) == (2, "")
    assert "answer “Race day” under Race" in done.err
    assert not file.exists()


def test_without_a_start_time_it_says_what_is_lacking(folder: Path) -> None:
    (folder / "loose.toml").write_text("[race]\ndate = 2027-05-02\ndistance = 42.195\n")
    done = run("calendar", "loose")
    assert done.code == 0
    assert "answer “Start” under Race" in done.err


@pytest.mark.usefixtures("folder")
def test_after_the_race_only_the_look_back_is_left() -> None:
    done = run("calendar", "flying-pig", today="2027-05-05")
    assert done.code == 0
    assert done.out.count("BEGIN:VEVENT") == 2
    assert "The race was 3 days ago" in done.err


def test_none_is_made_while_symptoms_speak_against_running(folder: Path) -> None:
    (folder / "ill.toml").write_text(
        '[race]\ndate = 2027-05-02\n[health]\nsymptoms_now = ["fever"]\n'
    )
    done = run("calendar", "ill")
    assert (done.code, done.out) == (1, "")
    assert NO_CALENDAR in done.err


# Which entries belong to which race


def uids(race: str, *arguments: str) -> set[str]:
    """What a calendar knows the entries of a race by."""
    done = run("calendar", race, *arguments)
    assert done.code == 0
    assert ".mile18" not in done.err
    return {event.uid.value for event in vobject.readOne(done.out).vevent_list}


def answered(folder: Path, name: str) -> None:
    """Change an answer of a race, as the app does."""
    store = Store(folder)
    opened = store.load(name)
    store.save(opened, opened.profile.with_answer("race.notes", "Bring a hat."))


def test_a_race_without_an_id_keeps_its_entries_when_it_gets_one(folder: Path) -> None:
    file = folder / "flying-pig.toml"
    before = file.read_bytes()
    first = uids("flying-pig")
    assert file.read_bytes() == before
    answered(folder, "flying-pig")
    assert Store(folder).load("flying-pig").loaded.id
    assert uids("flying-pig") == first
    Store(folder).rename("flying-pig", "pig")
    assert uids("pig") == first


def test_a_race_renamed_before_its_first_save_keeps_its_entries(folder: Path) -> None:
    first = uids("flying-pig")
    Store(folder).rename("flying-pig", "pig")
    assert uids("pig") == first
    answered(folder, "pig")
    assert uids("pig") == first


def test_two_runners_with_races_of_one_name_have_entries_of_their_own(tmp_path: Path) -> None:
    made = []
    for runner in ("anna", "ben"):
        folder = tmp_path / runner
        folder.mkdir()
        shutil.copy(EXAMPLE, folder / "berlin.toml")
        made.append(uids("berlin", "--profiles", str(folder)))
        assert uids(str(folder / "berlin.toml")) == made[-1]
    assert made[0].isdisjoint(made[1])


def test_a_copy_and_the_next_race_have_entries_of_their_own(folder: Path) -> None:
    answered(folder, "flying-pig")
    Store(folder).duplicate("flying-pig", "copy")
    assert run("new", "next", "--from", "flying-pig", "--date", "2027-05-02").code == 0
    known = [uids("flying-pig"), uids("copy"), uids("next")]
    assert all(one.isdisjoint(other) for one, other in combinations(known, 2))


def test_a_race_taken_to_another_machine_keeps_its_entries(folder: Path, tmp_path: Path) -> None:
    answered(folder, "flying-pig")
    shutil.copy(folder / "flying-pig.toml", tmp_path / "synced.toml")
    assert uids(str(tmp_path / "synced.toml")) == uids("flying-pig")


def test_where_nothing_can_be_kept_the_calendar_is_made_all_the_same(folder: Path) -> None:
    (folder / ".mile18").write_text("in the way")
    first = uids("flying-pig")
    assert uids("flying-pig") == first
    assert (folder / ".mile18").read_text() == "in the way"


@pytest.mark.parametrize(
    "line",
    [
        ["show", "pig"],
        ["show", "pig", "--json"],
        ["list"],
        ["list", "--json"],
        ["list", "--csv"],
        ["week", "pig"],
        ["day", "pig"],
        ["debrief", "pig"],
        ["compare", "pig", "flying-pig"],
        ["compare", "pig", "flying-pig", "--json"],
        ["card", "pig"],
        ["card", "pig", "--format", "html"],
        ["card", "pig", "--format", "txt"],
        ["calendar", "pig"],
        ["check", "pig"],
        ["restore", "pig"],
        ["new", "next", "--from", "pig"],
    ],
    ids=" ".join,
)
def test_no_output_shows_the_id(folder: Path, line: list[str]) -> None:
    text = (folder / "flying-pig.toml").read_text(encoding="utf-8")
    (folder / "pig.toml").write_text(f'id = "qxzqxz"\n{text}', encoding="utf-8")
    done = run(*line)
    assert done.out or done.err
    assert "qxzqxz" not in done.out + done.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("kind", ["public", "confidential", "private"])
def test_who_may_read_a_shared_calendar_is_a_choice(kind: str) -> None:
    done = run("calendar", "flying-pig", "--class", kind)
    assert done.out.count(f"CLASS:{kind.upper()}") == done.out.count("BEGIN:VEVENT")
