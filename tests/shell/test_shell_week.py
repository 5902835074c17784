"""`mile18 week` and `mile18 day`: text for paper, data for programs, and what is wrong with a file."""

import json

import pytest
from shell_runs import run

from mile18.evidence.wording import problems

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("week flying-pig", 0, "SUN 2 MAY 2027 · RACE DAY", ""),
        ("week flying-pig --json", 0, '"days_to_race": 12', ""),
        ("week list", 0, "NOT ANSWERED YET", ""),
        ("week bad", 2, "NOT ANSWERED YET", "bad.toml:4: sleep.usual_hours: "),
        ("week torn", 2, "", "torn.toml:2: "),
        ("week nix", 2, "", "there is no race"),
        ("week", 2, "", "the following arguments are required: NAME"),
        ("week --help", 0, "--json", ""),
        ("day flying-pig", 0, "IF A CRAMP COMES", ""),
        ("day list", 0, "No splits yet", ""),
        ("day bad", 2, "No splits yet", "bad.toml:4: sleep.usual_hours: "),
        ("day torn", 2, "", "torn.toml:2: "),
        ("day", 2, "", "the following arguments are required: NAME"),
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


@pytest.mark.parametrize("command", ["week", "day"])
@pytest.mark.parametrize("today", ["2027-03-03", "2027-04-27", "2027-05-01", "2027-05-02"])
def test_the_text_fits_and_says_nothing_forbidden(command: str, today: str) -> None:
    for name in ("flying-pig", "list"):
        out = run(command, name, today=today).out
        assert max(map(len, out.splitlines())) <= 80
        assert "{" not in out
        # A line that begins with the sign for a warning is no exclamation.
        for paragraph in out.replace("\n! ", "\n").split("\n\n"):
            assert problems(paragraph) == []


def test_today_is_marked_and_the_days_are_in_order() -> None:
    out = run("week", "flying-pig", today="2027-04-30").out
    assert "FRI 30 APR 2027 · 2 DAYS TO GO · TODAY" in out
    assert (
        out.index("2 DAYS TO GO")
        < out.index("1 DAY TO GO")
        < out.index("SUN 2 MAY 2027 · RACE DAY")
    )


def test_the_data_holds_the_whole_plan() -> None:
    data = json.loads(run("week", "flying-pig", "--json", today="2027-04-30").out)
    assert (data["schema"], data["profile"], data["today"]) == (1, "flying-pig", "2027-04-30")
    assert data["days_to_race"] == 2
    assert data["gate"]["status"] == "clear"
    days = {day["days_to_race"]: day for day in data["days"]}
    assert days[0]["date"] == "2027-05-02"
    start = next(task for task in days[0]["tasks"] if task["id"] == "start")
    assert start["at"] == "06:30"
    assert "5:20/km" in start["detail"]
    assert all(task["why"] and task["evidence"] is not None for task in days[0]["tasks"])
    assert data["loading"]["grams_a_day"] == [560, 700]
    eaten = [day["eaten_g"] for day in data["loading"]["days"]]
    assert eaten == [0, 0]
    portions = data["loading"]["days"][0]["portions"]
    assert sum(each["grams"] for each in portions) >= 560
    assert {"what", "why", "private"} == set(data["no_longer_fits"][0])


def test_the_data_of_a_bare_race_says_what_it_lacks() -> None:
    data = json.loads(run("week", "list", "--json").out)
    assert data["days_to_race"] is None
    assert all(day["date"] is None for day in data["days"])
    assert "race.date" in [name for each in data["not_known"] for name in each["questions"]]
    assert data["loading"]["grams_a_day"] is None
