"""`mile18 list`: one set of columns as table, JSON and CSV; several folders; broken files."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest
from athletes import fill
from rich.cells import cell_len
from shell_runs import filled_folder, run

from mile18.profile import Profile
from mile18.storage.store import Store

TITLES = ["file", "race", "date", "days", "ready", "health check", "weakest factor", "last change"]


@pytest.fixture
def athletes(tmp_path: Path) -> Path:
    """A coach's folder."""
    fill(tmp_path / "athletes", 12)
    return tmp_path / "athletes"


def listed(*arguments: object) -> list[str]:
    ran = run("list", *map(str, arguments))
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def test_a_pipe_gets_every_column(athletes: Path) -> None:
    header, first, *_ = listed("--profiles", athletes)
    places = [header.index(title) for title in TITLES]
    assert places == sorted(places)
    assert first.startswith("athlete-")
    assert first.count("2027-") == 2, "the date of the race, and of the last change"


@pytest.mark.parametrize(
    ("columns", "gone"),
    [(130, 0), (105, 1), (92, 2), (74, 3), (64, 4), (46, 5)],
)
def test_a_narrow_terminal_goes_without_some(
    athletes: Path, monkeypatch: pytest.MonkeyPatch, columns: int, gone: int
) -> None:
    monkeypatch.setattr("mile18.shell.commands.list.room", lambda: columns)
    lines = listed("--profiles", athletes)
    assert max(map(len, lines)) <= columns
    order = ["last change", "date", "weakest factor", "days", "race"]
    shown = [title for title in order if title in lines[0].replace("health check", "")]
    assert shown == order[gone:]


def test_a_long_name_leaves_room_for_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path).create("long", Profile().with_answer("race.name", "Marathon " * 20))
    assert len(listed("--profiles", tmp_path)[1]) > 200
    monkeypatch.setattr("mile18.shell.commands.list.room", lambda: 100)
    assert "weakest factor" in listed("--profiles", tmp_path)[0]


def test_wide_letters_leave_the_columns_where_they_are(tmp_path: Path) -> None:
    for name in ("plain", "東京"):
        Store(tmp_path).create(name, Profile().with_answer("race.name", f"{name} marathon"))
    header, *rows = listed("--profiles", tmp_path)
    at = header.index("health check")
    assert [cell_len(row.partition("?")[0]) for row in rows] == [at, at]


def test_json_and_csv_say_the_same(athletes: Path) -> None:
    records = json.loads("\n".join(listed("--profiles", athletes, "--json")))["profiles"]
    rows = list(csv.DictReader(io.StringIO("\n".join(listed("--profiles", athletes, "--csv")))))
    assert len(records) == len(rows) == 12
    for record, row in zip(records, rows, strict=True):
        assert row["profile"] == record["profile"]
        assert row["readiness_low"] == str(record["readiness"]["low"])
        assert row["weakest_factor"] == record["weakest"]["factor"]
        assert row["gate"] == record["gate"]
        assert row["race"] == (record["race"] or "")
        assert Path(record["path"]).stat().st_mtime == pytest.approx(
            datetime.fromisoformat(record["changed"]).timestamp()
        )


def test_sorted_by_the_weakest_factor_and_backwards(athletes: Path) -> None:
    def middles(*more: str) -> list[float]:
        text = "\n".join(listed("--profiles", athletes, "--json", "--sort", "weakest", *more))
        found = [each["weakest"] for each in json.loads(text)["profiles"]]
        return [(each["low"] + each["high"]) / 2 for each in found]

    assert middles() == sorted(middles())
    assert middles("--reverse") == middles()[::-1]
    assert run("list", "--sort", "colour").code == 2


def test_csv_quotes_what_needs_it_and_an_empty_folder_has_a_header(tmp_path: Path) -> None:
    header = run("list", "--csv", "--profiles", str(tmp_path))
    assert header.code == 0
    assert header.out.startswith("profile,path,race,date,days_to_race,readiness_low,")
    text = '[race]\nname = "Rain, \\"mud\\"\\nand hills"\n'
    (tmp_path / "muddy.toml").write_text(text, encoding="utf-8")
    out = run("list", "--csv", "--profiles", str(tmp_path)).out
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert row["race"] == 'Rain, "mud"\nand hills'


def test_several_folders_are_told_apart(athletes: Path, tmp_path: Path) -> None:
    own = Store(tmp_path / "own")
    for name in ("berlin", "athlete-03"):
        own.create(name, Profile())
    folders = ["--profiles", str(own.folder), "--profiles", str(athletes)]
    names = {line.split()[0] for line in listed(*folders)}
    assert {"berlin", "own/athlete-03", "athletes/athlete-03", "athlete-04"} <= names
    assert run("show", "athlete-04", *folders).code == 0
    ran = run("show", "athlete-03", *folders)
    assert ran.code == 2
    assert str(athletes / "athlete-03.toml") in ran.err
    assert run("new", "paris", *folders).out == f"{own.folder / 'paris.toml'}\n"
    assert run("check", *folders).out.count(": ok") == 15


def test_the_settings_may_name_more_folders(athletes: Path, own_home: Path) -> None:
    own = filled_folder()
    for name in ("bad", "torn"):
        (own / f"{name}.toml").unlink()
    settings = own_home / "mile18" / "settings.toml"
    settings.write_text(f'folders = ["{athletes}", "athletes", 3]\n', encoding="utf-8")
    ran = run("list")
    assert "athlete-12" in ran.out
    assert "flying-pig" in ran.out
    assert ran.err.count("settings.toml:1: folders[2]: ") == 1
    assert "whole path" in ran.err
    assert json.loads(run("paths", "--json").out)["folders"] == [str(own), str(athletes)]
    assert f"profiles  {own}\n          {athletes}\n" in run("paths").out
    assert "flying-pig" not in run("list", "--profiles", str(athletes)).out


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_listed(
    athletes: Path, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("in the way")
    ran = run("list", "--profiles", str(athletes), "--profiles", str(tmp_path / "blocked"))
    assert ran.code == 1
    assert "athlete-12" in ran.out
    assert "blocked: could not be read" in ran.err
