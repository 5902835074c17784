"""`mile18 schema --outputs`: the JSON Schema of whatever `--json` prints, command by command.

A key that is not known is null and never missing; days are `YYYY-MM-DD`, moments are
`YYYY-MM-DDTHH:MM:SSZ`, times of the race day are the clock of the runner.
"""

from typing import Any

import msgspec

from mile18.shell.shapes.day import Course, DayOfRace, Weather
from mile18.shell.shapes.debriefs import Debrief, DebriefAll
from mile18.shell.shapes.parts import Data
from mile18.shell.shapes.races import Compare, Listed, Restore, Show
from mile18.shell.shapes.records import Import
from mile18.shell.shapes.week import Week

OUTPUTS: dict[str, type[Data]] = {
    "show": Show,
    "week": Week,
    "day": DayOfRace,
    "debrief": Debrief,
    "debrief, all races": DebriefAll,
    "compare": Compare,
    "list": Listed,
    "restore": Restore,
    "course": Course,
    "weather": Weather,
    "import": Import,
}
"""By the command that prints it."""


def outputs_schema() -> dict[str, Any]:
    """One JSON Schema (draft 2020-12): `properties` has that of each command."""
    refs, definitions = msgspec.json.schema_components(
        OUTPUTS.values(), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What mile18 prints with --json",
        "description": " ".join((__doc__ or "").split("\n\n", 1)[1].split()),
        "type": "object",
        "properties": dict(zip(OUTPUTS, refs, strict=True)),
        "$defs": definitions,
    }
