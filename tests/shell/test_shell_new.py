"""`mile18 new`: answers as one would type them, or a reason for each that is none."""

import stat
from datetime import date
from pathlib import Path

import pytest
from shell_runs import filled_folder, run

from mile18.storage.store import open_file


@pytest.fixture
def folder() -> Path:
    """Profiles, good and bad."""
    return filled_folder()


def test_answers_are_read_as_in_the_app() -> None:
    ran = run(
        *("new", "berlin", "--race", "Berlin", "--date", "26 Sep 2027", "--distance", "half"),
        *("--goal", "5:20/km", "--first-half", "even", "--start", "9:15", "--body-mass", "154 lb"),
    )
    path = Path(ran.out.strip())
    assert (ran.code, ran.err) == (0, "")
    race = open_file(path).profile.race
    assert race.name == "Berlin"
    assert race.date == date(2027, 9, 26)
    assert race.distance == 21.0975
    assert race.goal_time == 6751
    assert race.first_half == "even"
    assert race.body_mass is not None
    assert 69.8 < race.body_mass < 69.9
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_name_alone_makes_an_empty_profile() -> None:
    path = Path(run("new", "someday").out.strip())
    assert path.name == "someday.toml"
    assert open_file(path).profile.race.name is None


def test_every_wrong_option_is_told_and_nothing_is_made(own_home: Path) -> None:
    ran = run("new", "berlin", "--goal", "fast", "--date", "31 Feb 2027", "--distance", "9 kg")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert len(lines) == 3
    for option in ("--date: ", "--distance: ", "--goal: "):
        assert any(line.startswith(f"mile18: {option}") for line in lines)
    assert not (own_home / "mile18" / "profiles").exists()


def test_a_pace_needs_a_distance() -> None:
    ran = run("new", "berlin", "--goal", "5:20/km")
    assert ran.code == 2
    assert "needs the distance first" in ran.err


def test_nothing_is_written_over(folder: Path) -> None:
    before = (folder / "flying-pig.toml").read_bytes()
    ran = run("new", "Flying-Pig")
    assert (ran.code, ran.out) == (2, "")
    assert "already there" in ran.err
    assert (folder / "flying-pig.toml").read_bytes() == before


def test_a_name_that_is_none() -> None:
    ran = run("new", "../up")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be a name" in ran.err


def test_a_profile_may_be_called_like_a_command() -> None:
    path = Path(run("new", "list", "--race", "List").out.strip())
    assert path.name == "list.toml"
    assert "List" in run("open", "list").out
