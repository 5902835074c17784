"""`mile18 calendar`: a file that calendars read, and words where there is none."""

import stat
from pathlib import Path

import pytest
import vobject
from shell_runs import filled_folder, run


@pytest.fixture
def folder() -> Path:
    """Profiles, good and bad."""
    return filled_folder()


@pytest.mark.usefixtures("folder")
def test_the_file_is_a_calendar_of_the_race(tmp_path: Path) -> None:
    file = tmp_path / "race-week.ics"
    done = run("calendar", "flying-pig", "-o", str(file))
    assert (done.code, done.out, done.err) == (0, f"{file}\n", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    read = vobject.readOne(file.read_text(encoding="utf-8"), validate=True)
    assert len(read.vevent_list) > 20
    assert any(event.summary.value == "Start slowly" for event in read.vevent_list)
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
    assert "only --force writes over it" in done.err
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
    assert "Do not race today: mile18 show tells why. No calendar was made." in done.err
