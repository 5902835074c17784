"""Whatever `--json` prints is as its schema says: every key there, and no other."""

import json
import os
import random
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from at_risk import HEALTHY, ULTRAS
from drawn_answers import full_profile
from golden_race import GOLDEN
from plan_screens import RACES
from record_files import garmin_export
from shell_runs import run

from mile18.cli import main
from mile18.profile import Profile
from mile18.shell.output_schema import OUTPUTS, outputs_schema
from mile18.storage.store import Store
from mile18.topics.race.course import in_rows

SCHEMA = outputs_schema()
COURSE = {"course": {"length": 42.2, "heights": in_rows((10.0, 30.0, 20.0)), "source": "x.gpx"}}
RUNNERS: list[Profile] = [
    GOLDEN,
    GOLDEN.with_changes(COURSE),
    Profile(),
    HEALTHY,
    *RACES.values(),
    *ULTRAS.values(),
    *(full_profile(random.Random(seed)) for seed in range(6)),
    HEALTHY.with_changes({"health": {"symptoms_now": ("fever",)}}),
]
LINES = {
    "show": ("show", "race"),
    "week": ("week", "race"),
    "day": ("day", "race"),
    "debrief": ("debrief", "race"),
    "debrief, all races": ("debrief",),
    "compare": ("compare", "race", "race"),
    "list": ("list",),
    "restore": ("restore", "race"),
    "course": ("course", "race"),
    "weather": ("weather", "race", "--offline"),
    "import": ("import", "race", "EXPORT"),
}


def test_every_output_for_programs_has_a_schema() -> None:
    assert LINES.keys() == OUTPUTS.keys()
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def kept(profile: Profile) -> None:
    """Put a profile into the runner's folder."""
    Store(Path(os.environ["MILE18_HOME"]) / "profiles").create("race", profile)


def valid(output: str, found: Any) -> None:
    whole = SCHEMA | {"properties": {output: SCHEMA["properties"][output]}}
    jsonschema.Draft202012Validator(whole).validate({output: found})


@pytest.mark.parametrize("output", LINES)
@pytest.mark.parametrize("at", range(len(RUNNERS)))
def test_what_is_printed_is_as_its_schema_says(output: str, at: int) -> None:
    kept(RUNNERS[at])
    export = Path(os.environ["MILE18_HOME"]) / "export.zip"
    export.write_bytes(garmin_export())
    words = (str(export) if word == "EXPORT" else word for word in LINES[output])
    done = run(*words, "--json", today="2027-04-27")
    valid(output, json.loads(done.out))


def test_a_schema_refuses_another_key_and_a_missing_one() -> None:
    kept(GOLDEN)
    found = json.loads(run("day", "race", "--json").out)
    for bad in (found | {"more": 1}, {key: found[key] for key in found if key != "goal"}):
        with pytest.raises(jsonschema.ValidationError):
            valid("day", bad)


def test_it_is_printed_by_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--outputs"]) == 0
    assert json.loads(capfd.readouterr().out) == SCHEMA
