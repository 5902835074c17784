"""`mile18 import`: shows and changes nothing, takes what it is told to, and says what is wrong."""

import json
import shutil
from pathlib import Path

import pytest
from record_files import garmin_export
from shell_runs import EXAMPLE, run

from mile18.storage.backups import versions
from mile18.storage.store import open_file

TODAY = "2027-04-26"


@pytest.fixture
def race(own_home: Path) -> Path:
    folder = own_home / "mile18" / "profiles"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder / "pig.toml")
    return folder / "pig.toml"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.zip"
    path.write_bytes(garmin_export())
    return path


def test_without_leave_nothing_changes(race: Path, export: Path) -> None:
    before = race.read_bytes()
    done = run("import", "pig", str(export), today=TODAY)
    assert done.code == 0
    assert race.read_bytes() == before
    assert "10 runs and 27 nights, from Garmin." in done.out
    assert "Usual week, last two months: 52 km → 12.8 km" in done.out
    assert "Nothing was changed. --take all" in done.out


@pytest.mark.usefixtures("race")
def test_the_data_for_programs(export: Path) -> None:
    found = json.loads(run("import", "pig", str(export), "--json", today=TODAY).out)
    assert (found["runs"], found["nights"], len(found["weeks"])) == (10, 27, 10)
    assert found["weeks"][0] == {"monday": "2027-02-15", "km": 10.0, "runs": 1}
    proposed = {each["question"]: each for each in found["proposals"]}
    weekly = proposed["training.weekly_distance"]
    assert (weekly["now"], weekly["proposed"], weekly["n"]) == (52.0, 12.8, 8)
    assert proposed["training.longest_run_date"]["proposed"] == "2027-04-20"
    assert proposed["sleep.nights"]["proposed"][-1] == {"date": "2027-04-25", "hours": 6.5}


def test_what_is_named_is_taken_with_what_goes_with_it(race: Path, export: Path) -> None:
    done = run("import", "pig", str(export), "--take", "training.longest_run", today=TODAY)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Taken: training.longest_run, training.longest_run_date"
    training = open_file(race).profile.training
    assert (training.longest_run, str(training.longest_run_date)) == (14.5, "2027-04-20")
    assert training.weekly_distance == 52.0
    # The file as it was is kept.
    assert len(versions(race)) == 1


def test_all_is_taken_once(race: Path, export: Path) -> None:
    assert run("import", "pig", str(export), "--take", "all", today=TODAY).code == 0
    text = race.read_text(encoding="utf-8")
    assert "[records]" in text
    assert "runs = 10" in text
    again = json.loads(run("import", "pig", str(export), "--json", today=TODAY).out)
    assert again["proposals"] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("EXPORT", "--take", "training.taper"), "--take training.taper: not among what was found"),
        (("EXPORT", "--zone", "Mars/Base"), "“Mars/Base” is no time zone; write one such as"),
        (("gone.zip",), "gone.zip: there is no such file or folder."),
        ((), "the following arguments are required: PATH"),
    ],
)
def test_what_is_wrong_is_2_and_changes_nothing(
    race: Path, export: Path, words: tuple[str, ...], told: str
) -> None:
    before = race.read_bytes()
    said = (str(export) if word == "EXPORT" else word for word in words)
    done = run("import", "pig", *said, today=TODAY)
    assert done.code == 2
    assert told in done.err
    assert race.read_bytes() == before


@pytest.mark.usefixtures("race")
def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    done = run("import", "pig", str(tmp_path), today=TODAY)
    assert done.code == 0
    assert "No runs and no nights." in done.out
    assert "Nothing here that would change an answer." in done.out
