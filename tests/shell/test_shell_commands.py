"""Every command: exit code, what goes to stdout and what to stderr."""

import json
from pathlib import Path

import pytest
from shell_runs import run

from mile18.shell.command import COMMANDS, parse
from mile18.shell.outputs import OutputCommand


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("show flying-pig", 0, "READINESS", ""),
        ("show flying-pig --json", 0, '"profile": "flying-pig"', ""),
        ("show list", 0, "List Half", ""),
        ("show bad", 2, "Torn", "bad.toml:4: sleep.usual_hours: "),
        ("show torn", 2, "", "torn.toml:2: "),
        ("show flying-pug", 2, "", 'did you mean "flying-pig"?'),
        ("show ./flying-pig.toml", 2, "", "there is no such file"),
        ("show ../flying-pig", 2, "", "there is no such file"),
        ("show", 2, "", "the following arguments are required: NAME"),
        ("show flying-pig extra", 2, "", "unrecognized arguments: extra"),
        ("list", 2, "flying-pig", "torn.toml:2: "),
        ("list --json", 2, '"gate": "clear"', "torn.toml:2: "),
        ("check flying-pig", 0, "flying-pig.toml: ok", ""),
        ("check flying-pig bad", 2, "flying-pig.toml: ok", "bad.toml:4: sleep.usual_hours: "),
        ("check nix", 2, "", 'there is no race "nix"'),
        ("check", 2, "list.toml: ok", "torn.toml:2: "),
        ("cramp", 0, "STOP", ""),
        ("cramp --print --muscle calf", 0, "CALF", ""),
        ("cramp --km 30 --profile flying-pig", 0, "slower", ""),
        ("cramp --muscle nose", 2, "", "unknown muscle"),
        ("cramp --km far", 2, "", "is not a number"),
        ("cramp --km 30kg", 2, "", "is not a unit for this"),
        ("cramp --km 900", 2, "", "outside"),
        ("cramp --profile nix", 2, "", "there is no race"),
        ("paths", 0, "profiles", ""),
        ("paths", 0, ".mile18/trash\n", ""),
        ("paths --json", 0, '"settings"', ""),
        ("schema", 0, '"$defs"', ""),
        ("--version", 0, "mile18 ", ""),
        ("--help", 0, "mile18 open NAME", ""),
        ("new --help", 0, "--distance", ""),
        ("--no-such-option", 2, "", "--no-such-option"),
        # Without a terminal, as here, mile18 NAME shows and mile18 lists.
        ("flying-pig", 0, "READINESS", ""),
        ("open flying-pig", 0, "READINESS", ""),
        ("open list", 0, "List Half", ""),
        ("", 2, "flying-pig", "torn.toml:2: "),
        ("nix", 2, "", "mile18 new NAME makes one"),
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


def test_options_of_all_commands_may_stand_before_the_command(folder: Path) -> None:
    for line in (
        ["--profiles", str(folder), "show", "flying-pig"],
        ["show", "--profiles", str(folder), "flying-pig"],
        [f"--profiles={folder}", "show", "flying-pig"],
    ):
        command, options = parse(line)
        assert command == OutputCommand("show")
        assert (options.profiles, options.name) == ([folder], "flying-pig")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (["list.toml"], "list.toml"),
        (["./list.toml"], "./list.toml"),
        (["open", "list"], "list"),
        (["--theme", "list", "berlin"], "berlin"),
        (["--", "list"], "list"),
        ([], None),
    ],
)
def test_what_is_no_command_is_a_profile(line: list[str], name: str | None) -> None:
    command, options = parse(line)
    assert command.__name__ == "mile18.shell.commands.open"  # type: ignore[attr-defined]
    assert options.name == name


def test_a_path_opens_a_file_in_any_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert "List Half" in run("show", "./list.toml").out
    assert "List Half" in run("list.toml").out
    assert run("check", "list.toml").out == "list.toml: ok\n"


@pytest.mark.usefixtures("folder")
def test_the_list_has_the_next_race_first() -> None:
    run("new", "soon", "--date", "2027-04-21")
    run("new", "past", "--date", "2027-04-19")
    names = [line.split()[0] for line in run("list").out.splitlines()[1:]]
    assert names == ["soon", "flying-pig", "bad", "list", "past"]
    data = json.loads(run("list", "--json").out)
    assert [each["profile"] for each in data["profiles"]] == names
    assert data["profiles"][0]["days_to_race"] == 1


def test_an_empty_folder_is_no_mistake() -> None:
    ran = run("list")
    assert (ran.code, ran.out) == (0, "")
    assert "mile18 new NAME" in ran.err
    assert json.loads(run("list", "--json").out) == {"schema": 1, "profiles": [], "not_read": []}
    assert run("check") == (0, "", "")


@pytest.mark.usefixtures("folder")
def test_today_changes_what_there_is_time_for() -> None:
    assert "TOO LATE" in run("show", "flying-pig").out
    assert "TOO LATE" not in run("show", "flying-pig", today="2027-01-01").out
    assert "race day" in run("show", "flying-pig", today="2 May 2027").out
    assert run("show", "flying-pig", today="soon").code == 2


@pytest.mark.usefixtures("folder")
def test_units_come_from_the_settings_and_odd_settings_are_told(own_home: Path) -> None:
    file = own_home / "mile18" / "settings.toml"
    file.write_text('[units]\ndistance = "mi"\nmass = "stone"\n', encoding="utf-8")
    ran = run("show", "flying-pig")
    assert "/mi)" in ran.out
    assert "settings.toml:3: units.mass: " in ran.err
    assert ran.code == 0


def test_text_from_a_file_cannot_steer_the_terminal(folder: Path) -> None:
    sneaky = '[race]\nname = "a\\u001b[31mred\\u0007 [bold]"\n'
    (folder / "sneaky.toml").write_text(sneaky, encoding="utf-8")
    for line in (["show", "sneaky"], ["list"], ["cramp", "--profile", "sneaky"]):
        out = run(*line).out
        assert "[bold]" in out
        assert not {"\x1b", "\x07"} & set(out)


def test_every_command_has_help_and_stands_in_the_main_help() -> None:
    helps = run("--help").out
    for name, told in COMMANDS.items():
        assert f"  {name}" in helps
        assert told in helps
        assert run(name, "--help").out.startswith(f"usage: mile18 {name}")
