"""`mile18 new`: answers as one would type them, or a reason for each that is none."""

import stat
from datetime import date
from pathlib import Path

import pytest
from fuel_plans import gels
from shell_runs import run

from mile18.storage.store import open_file


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


@pytest.mark.usefixtures("folder")
def test_the_next_race_has_what_lasts_and_says_so() -> None:
    ran = run(
        "new", "pig-2028", "--from", "flying-pig", "--date", "2028-05-07", "--body-mass", "71"
    )
    assert ran.code == 0
    race = open_file(Path(ran.out.strip())).profile
    assert (race.race.date, race.race.body_mass) == (date(2028, 5, 7), 71.0)
    assert (race.race.name, race.heat.temperature, race.health.symptoms_now) == (None, None, None)
    assert race.nutrition.products == gels(25.0, 30.0, "Gel, 25 g carbohydrate, lemon")
    assert len(race.health.episodes or ()) == 2
    assert "kept: Race: a recent race, on the card, body weight" in ran.err
    assert "asked again: Heat: weather expected, used to heat, a hotter day" in ran.err


@pytest.mark.parametrize(("old", "reason"), [("nix", "no race"), ("torn", "torn.toml:2")])
def test_without_a_readable_old_race_nothing_is_made(folder: Path, old: str, reason: str) -> None:
    ran = run("new", "next", "--from", old)
    assert (ran.code, ran.out) == (2, "")
    assert reason in ran.err
    assert not (folder / "next.toml").exists()


def test_an_answer_that_could_not_be_taken_over_is_told(folder: Path) -> None:
    ran = run("new", "next", "--from", "bad")
    assert ran.code == 2
    assert "bad.toml:4: sleep.usual_hours: " in ran.err
    assert (folder / "next.toml").exists()


def test_a_goal_range_keeps_its_faster_end_as_the_wish(folder: Path) -> None:
    assert run("new", "range", "--goal", "3:45-3:50").code == 0
    text = (folder / "range.toml").read_text(encoding="utf-8")
    assert 'goal_time = "3:50:00"' in text
    assert 'wish_time = "3:45:00"' in text
    assert run("new", "own", "--goal", "3:45-3:50", "--wish-time", "3:40").code == 0
    assert 'wish_time = "3:40:00"' in (folder / "own.toml").read_text(encoding="utf-8")
