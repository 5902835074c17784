"""`mile18 compare A B`: what it prints, in which units, and how it ends."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from shell_runs import EXAMPLE, filled_folder, run

from mile18.storage.store import Store

WHEN = datetime(2027, 4, 18, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder() -> Path:
    """Profiles good and bad, and one that sleeps longer and goes for a slower time."""
    folder = filled_folder()
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in (("usual_hours = 6.5", "usual_hours = 8.0"), ("3:45:00", "4:15:00")):
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "steady.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("compare flying-pig steady", 0, "4:15:00", ""),
        ("compare flying-pig flying-pig", 0, "They do not differ.", ""),
        ("compare flying-pig list", 0, "not answered", ""),
        ("compare flying-pig bad", 2, "Torn", "bad.toml:4: sleep.usual_hours: "),
        ("compare bad flying-pig", 2, "Torn", "bad.toml:4: sleep.usual_hours: "),
        ("compare flying-pig torn", 2, "", "torn.toml:2: "),
        ("compare flying-pig flying-pug", 2, "", 'did you mean "flying-pig"?'),
        ("compare flying-pig", 2, "", "compare needs a second race, B, or --with-version"),
        ("compare flying-pig steady --with-version 1", 2, "", "compare needs a second race"),
        (
            "compare flying-pig --with-version 7",
            2,
            "",
            "no version 7 of flying-pig; there are: none",
        ),
        ("compare flying-pig --with-version x", 2, "", "“x” is no number"),
        ("compare flying-pig ./nix.toml", 2, "", "there is no such file"),
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


def test_it_shows_both_sides_and_what_one_could_still_do() -> None:
    out = run("compare", "flying-pig", "steady").out
    assert "Goal time                     3:45:00                   4:15:00\n" in out
    assert "sleep?\n" in out
    assert "6.5 h                     8 h\n" in out
    assert "flying-pig could still do this; steady is there already:\n" in out
    assert "or slower" in out
    assert "It is not your chance" in out
    assert max(map(len, out.splitlines())) <= 80


def test_levers_that_there_is_no_time_for_are_left_out() -> None:
    assert "could still" not in run("compare", "flying-pig", "steady", today="2027-05-03").out


def test_units_come_from_the_settings(own_home: Path, folder: Path) -> None:
    file = own_home / "mile18" / "settings.toml"
    file.write_text('[units]\ndistance = "mi"\n', encoding="utf-8")
    (folder / "a.toml").write_text("[training]\nweekly_distance = 40\n")
    (folder / "b.toml").write_text("[training]\nweekly_distance = 64.37376\n")
    assert "24.85 mi                  40 mi\n" in run("compare", "a", "b").out


def test_files_of_one_name_are_told_apart_by_their_paths(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "list.toml"
    other.write_text('[race]\nname = "Other"\n')
    head = run("compare", "list", str(other)).out.splitlines()
    assert head[0].split()[:2] == ["READINESS", "list"]
    assert head[0].split()[2] != "list"
    data = json.loads(run("compare", str(folder / "list.toml"), str(other), "--json").out)
    assert (data["a"]["profile"], data["b"]["profile"]) == (
        str(folder / "list.toml"),
        str(other),
    )


def test_programs_get_what_differs_in_si_units() -> None:
    data = json.loads(run("compare", "flying-pig", "steady", "--json").out)
    assert data["schema"] == 1
    assert data["today"] == "2027-04-20"
    assert (data["a"]["profile"], data["b"]["profile"]) == ("flying-pig", "steady")
    answers = {each["question"]: (each["a"], each["b"]) for each in data["answers"]}
    assert answers == {"race.goal_time": (13_500, 15_300), "sleep.usual_hours": (6.5, 8.0)}
    assert {each["id"] for each in data["factors"]} >= {"goal"}
    assert {each["open_to"] for each in data["levers"]} == {"a"}
    same = json.loads(run("compare", "steady", "steady", "--json").out)
    assert (same["answers"], same["factors"], same["levers"]) == ([], [], [])


def test_text_from_a_file_cannot_steer_the_terminal(folder: Path) -> None:
    sneaky = '[race]\nname = "a\\u001b[31mred\\u0007 [bold]"\n'
    (folder / "sneaky.toml").write_text(sneaky, encoding="utf-8")
    out = run("compare", "sneaky", "list").out
    assert "[bold]" in out
    assert not {"\x1b", "\x07"} & set(out)


def test_a_profile_is_held_against_an_earlier_version_of_itself(folder: Path) -> None:
    shelf = Store(folder)
    opened = shelf.load("flying-pig")
    shelf.save(opened, opened.profile.with_answer("sleep.usual_hours", 7.5), now=WHEN)
    ran = run("compare", "flying-pig", "--with-version", "1")
    assert (ran.code, ran.err) == (0, "")
    head = ran.out.splitlines()[0:2]
    assert head[0].split()[:5] == ["READINESS", "version", "1,", "until", "Sun"]
    assert head[0].endswith("flying-pig now")
    assert "6.5 h                     7.5 h\n" in ran.out
    path = str(folder / "flying-pig.toml")
    data = json.loads(run("compare", path, "--with-version", "1", "--json").out)
    assert [(each["a"], each["b"]) for each in data["answers"]] == [(6.5, 7.5)]
    assert data["a"]["profile"].startswith("version 1, until ")
    assert "there are: 1" in run("compare", "flying-pig", "--with-version", "2").err
