"""The commands themselves say no more than the pages that the laws are about."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from at_risk import HEALTHY, with_health
from plan_screens import RACE
from shell_runs import run

from mile18.evidence.cramp_steps import STOP_ACTION
from mile18.profile import Profile
from mile18.storage.store import Store

DAY = (RACE - timedelta(days=12)).isoformat()
COMMANDS = (
    ("show", "race"),
    ("show", "race", "--json"),
    ("week", "race"),
    ("week", "race", "--json"),
    ("day", "race"),
    ("card", "race"),
    ("card", "race", "--format", "txt"),
    ("card", "race", "--format", "html"),
    ("calendar", "race"),
    ("cramp", "--print", "--profile", "race", "--km", "30"),
    ("debrief", "race"),
    ("debrief", "race", "--json"),
    ("list",),
    ("list", "--json"),
)
NEVER = {
    "loading": ("8–10 g", "560–700 g", "a day for you", "pasta, cooked"),
    "drinking": ("350–490 mL", "350 to", "L/h holds", "mL per kg"),
    "pickle": ("Pickle juice may help", "Pickle juice, 70 mL", "about 70 mL"),
}


def kept(profile: Profile) -> Path:
    """The profile in the runner's folder."""
    return Store(Path(os.environ["MILE18_HOME"]) / "profiles").create("race", profile).path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_says_what_is_withheld(command: tuple[str, ...]) -> None:
    reported = (("conditions", "kidney"), ("conditions", "diabetes"), ("medicines", "diuretic"))
    kept(with_health(HEALTHY, *reported, word=True))
    done = run(*command, today=DAY)
    assert done.code == 0
    text = " ".join(done.out.split())
    assert [each for words in NEVER.values() for each in words if each in text] == []


def test_the_commands_say_it_to_a_healthy_runner() -> None:
    kept(HEALTHY)
    text = " ".join(" ".join(run(*command, today=DAY).out for command in COMMANDS).split())
    for words in NEVER.values():
        assert any(each in text for each in words)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_plans_while_the_gate_is_shut(command: tuple[str, ...]) -> None:
    ill = HEALTHY.with_changes(
        {
            "health": {"symptoms_now": ("fever",)},
            "debrief": dict.fromkeys(type(HEALTHY.debrief).__struct_fields__),
        }
    )
    kept(ill)
    done = run(*command, today=DAY)
    assert done.code == (1 if command[0] == "calendar" else 0)
    for plan in ("3:45:00", "/km", "g/h", "L/h", "Plan A", "1:52:30"):
        assert plan not in done.out, plan
    if command[0] == "card":
        assert STOP_ACTION[0].text in " ".join(done.out.replace("\u00a0", " ").split())
        assert "mile18 show" in done.err
