"""`mile18 debrief`: one race looked back on, or all of them; text for people, data for programs."""

import json
from pathlib import Path

import pytest
from shell_runs import filled_folder, run

from mile18.evidence.wording import problems

AFTER = "2027-05-04"
DEBRIEF = (
    '\n[debrief]\nresult = "finished"\ntime = "4:00:00"\nhalf_time = "1:50:00"\nportions = 5\n'
)


@pytest.fixture(autouse=True)
def folder() -> Path:
    """Profiles, good and bad; one race with a debrief."""
    found = filled_folder()
    with (found / "flying-pig.toml").open("a", encoding="utf-8") as file:
        file.write(DEBRIEF)
    return found


@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("debrief flying-pig", 0, "○ well outside  62% of the plan", ""),
        ("debrief flying-pig --json", 0, '"verdict": "well outside"', ""),
        ("debrief list", 0, "not answered", ""),
        ("debrief bad", 2, "not answered", "bad.toml:4: sleep.usual_hours: "),
        ("debrief torn", 2, "", "torn.toml:2: "),
        ("debrief nix", 2, "", "there is no race"),
        ("debrief", 2, "too few to compare", "torn.toml:2: "),
        ("debrief --json", 2, '"fewest_to_compare": 3', "torn.toml:2: "),
        ("debrief --help", 0, "without it, all races", ""),
    ],
)
def test_exit_code_and_streams(line: str, code: int, out: str, err: str) -> None:
    ran = run(*line.split(), today=AFTER)
    assert ran.code == code
    assert " ".join(out.split()) in " ".join(ran.out.split())
    assert bool(out) == bool(ran.out)
    assert err in ran.err
    assert bool(err) == bool(ran.err)


def test_the_text_fits_and_says_nothing_forbidden() -> None:
    for names in (("flying-pig",), ("list",), ()):
        out = run("debrief", *names, today=AFTER).out
        assert max(map(len, out.splitlines())) <= 80
        assert "{" not in out
        for paragraph in out.replace("\n! ", "\n").split("\n\n"):
            assert problems(paragraph) == []


def test_what_was_not_noted_is_null() -> None:
    data = json.loads(run("debrief", "flying-pig", "--json", today=AFTER).out)
    rows = {row["id"]: row for row in data["rows"]}
    assert (rows["finish"]["planned"], rows["finish"]["done"]) == (13_500, 14_400)
    assert (rows["drink"]["done"], rows["drink"]["verdict"]) == (None, None)
    assert data["cramped"] is None
    assert "debrief.cramped" in data["not_noted"]


def test_an_empty_folder_says_that_no_race_was_looked_back_on(tmp_path: Path) -> None:
    ran = run("debrief", "--profiles", str(tmp_path), today=AFTER)
    assert (ran.code, ran.err) == (0, "")
    assert "No race with a debrief yet" in ran.out
