"""What is documented works: each example line of the help and the README, each value of an option."""

import re
import shlex
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from documented import commands
from record_files import garmin_export
from shell_runs import EXAMPLE, run
from weather_server import Service

from mile18.profile import Profile
from mile18.question import Kind, questions
from mile18.shell.command import COMMANDS, parse
from mile18.storage.store import Store, open_file
from mile18.topics.race.questions import AidStation, Race

# What stands for something that the runner has, of which no example can be given.
OWN = {"DIR", "FILE", "NAME", "OLD", "VERSION"}


@pytest.fixture
def folder(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: Service
) -> Path:
    """Two races, one of which has four versions and was deleted once before.

    Whoever owns them agreed to look the weather up.
    """
    monkeypatch.chdir(tmp_path)
    for name in ("mine", "athletes", "races"):
        (own_home / name).mkdir()
    (own_home / "races" / "berlin.toml").write_bytes(EXAMPLE.read_bytes())
    points = "".join(f'<rtept lat="{50 + at / 100}" lon="7"/>' for at in range(9))
    (tmp_path / "course.gpx").write_text(f"<gpx><rte>{points}</rte></gpx>")
    (own_home / "watch").mkdir()
    (own_home / "Downloads").mkdir()
    for name in ("export_123.zip", "export.zip"):
        (own_home / "Downloads" / name).write_bytes(garmin_export())
    (tmp_path / "Sleep.csv").write_text(
        "Sleep Score 4 Weeks,Score,Heart,Battery,Quality,Duration\n"
        + "".join(f"2027-04-{day},63,47,+42,Fair,6h 16min\n" for day in range(10, 27))
    )
    (own_home / "mile18").mkdir()
    settings = own_home / "mile18" / "settings.toml"
    settings.write_text(f"{service.settings()}allowed = true\n", encoding="utf-8")
    store = Store(own_home / "mile18" / "profiles")
    profile = open_file(EXAMPLE).profile
    store.create("boston-2027", profile)
    now = datetime(2027, 4, 10, 8, tzinfo=UTC)
    store.create("berlin-2027", Profile())
    store.delete("berlin-2027", now=now)
    opened = store.create("berlin-2027", profile)
    for hours in range(1, 5):
        changed = profile.with_answer("sleep.usual_hours", 6.0 + hours / 4)
        opened = store.save(opened, changed, now=now + timedelta(hours=hours))
    return store.folder


def help_lines() -> list[str]:
    """Every line of every help that begins with mile18, without what it says of it."""
    found = []
    for name in ("", *COMMANDS):
        told = run(*name.split(), "--help").out
        lines = [line.strip() for line in told.splitlines() if line.startswith("  mile18")]
        found += [line.split("   ")[0] for line in lines]
    return list(dict.fromkeys(found))


def readme_lines() -> list[str]:
    return [line.partition("#")[0].strip() for line in commands()]


def test_there_are_lines_to_try() -> None:
    assert len(help_lines()) >= 10
    assert len(readme_lines()) >= 20


@pytest.mark.parametrize("line", [*help_lines(), *readme_lines()])
def test_an_example_line_works(folder: Path, line: str) -> None:
    command, *words = shlex.split(line)
    assert command == "mile18"
    if words[:1] == ["new"]:
        (folder / f"{words[1]}.toml").unlink(missing_ok=True)
    # A shell puts the home folder in place of the sign.
    ran = run(*(str(Path(word).expanduser()) if word[0] == "~" else word for word in words))
    assert ran.code == 0, ran.err
    assert ran.out


# Options


def options_of(command: str, monkeypatch: pytest.MonkeyPatch) -> list[Action]:
    found: list[Action] = []

    def note(parser: ArgumentParser, _: list[str]) -> Namespace:
        found.extend(each for each in parser._actions if each.option_strings)
        return Namespace()

    with monkeypatch.context() as patch:
        patch.setattr(ArgumentParser, "parse_args", note)
        parse([command])
    return [each for each in found if each.nargs != 0]


def examples(option: Action) -> list[str]:
    if option.choices:
        return [str(each) for each in option.choices]
    told = re.search(r"\(such as (.+)\)$", (option.help or "").replace("%%", "%"))
    return [shlex.split(each)[0] for each in told[1].split(" or ")] if told else []


def line_for(command: str) -> Iterator[str]:
    yield command
    if command not in ("list", "paths", "schema", "cramp"):
        yield {"new": "next", "completion": "bash"}.get(command, "berlin-2027")
    if command == "compare":
        yield "boston-2027"
    if command == "import":
        yield str(Path("~/Downloads/export.zip").expanduser())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_of_an_option_is_taken(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for option in options_of(command, monkeypatch):
        given = examples(option)
        assert given or option.metavar in OWN, option.option_strings
        for name in option.option_strings:
            for value in given:
                # The day that all runs get comes after this one and counts; this one is read, too.
                ran = run(*line_for(command), name, value)
                assert ran.code == 0, ran.err
                (folder / "next.toml").unlink(missing_ok=True)


def test_new_takes_all_examples_at_once_and_none_of_a_list(folder: Path) -> None:
    asked = [f"--{each.key.replace('_', '-')}" for each in questions(Race)]
    told = [each.example for each in questions(Race)]
    assert all(told)
    line = [word for pair in zip(asked, told, strict=True) for word in pair]
    assert run("new", "all", *line).code == 0
    race = open_file(folder / "all.toml").profile.race
    assert None not in [getattr(race, each.key) for each in questions(Race)]
    assert race.aid_stations == (
        AidStation(km=5.0, offers="water"),
        AidStation(km=10.0, offers="water, gel"),
    )
    lists = [each for each in questions(Race) if each.kind in (Kind.LOG, Kind.CHECKLIST)]
    for each in lists:
        assert run("new", each.key, f"--{each.key.replace('_', '-')}", "none").code == 0
        made = open_file(folder / f"{each.key}.toml").profile.race
        assert getattr(made, each.key) == ()


def test_a_list_that_does_not_read_says_why() -> None:
    for typed, said in {
        "water": "--aid-stations: “water” is not a number; write it like 12.5 or 12,5",
        "5 water; 900 gel": "--aid-stations: 900 km is outside 0–250 km",
        ";": "--aid-stations: “;” names nothing; if there is nothing to name, write none",
    }.items():
        ran = run("new", "next", "--aid-stations", typed)
        assert (ran.code, ran.out, ran.err) == (2, "", f"mile18: {said}\n")
