"""`mile18 schema`: the JSON Schemas of a race file and of the outputs, for editors and programs."""

from argparse import ArgumentParser, Namespace
from typing import Any

import msgspec

from mile18.profile import Profile, topics
from mile18.question import Answers, Entry, Kind, Question, questions
from mile18.shell.say import say_json
from mile18.storage.codec import ID, SCHEMA

RACE_ID = {
    "type": "string",
    "pattern": r"\S",
    "title": "Which race this is",
    "description": "Written by mile18; a calendar knows the entries of the race by it.",
}


def declare(parser: ArgumentParser) -> None:
    """Add --outputs, and say what the schemas are good for."""
    parser.add_argument(
        "--outputs", action="store_true", help="instead, of what the commands print with --json"
    )
    parser.epilog = "TOML dates and times count as strings here, as in most editors."


def run(options: Namespace) -> int:
    """Print the schema."""
    if options.outputs:
        from mile18.shell.output_schema import outputs_schema

        say_json(outputs_schema())
    else:
        say_json(profile_schema())
    return 0


def profile_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that follows from the questions."""
    definitions = msgspec.json.schema(Profile)["$defs"]
    sheets: dict[str, type[Answers] | type[Entry]] = {s.__name__: s for s in topics().values()}
    for sheet in tuple(sheets.values()):
        entries = (question.entry for question in questions(sheet))
        sheets.update({entry.__name__: entry for entry in entries if entry})
    for name, sheet in sheets.items():
        for question in questions(sheet):
            answer = definitions[name]["properties"][question.key]
            definitions[name]["properties"][question.key] = _answer(answer, question)
    profile = definitions.pop("Profile")
    tables = {topic: {"$ref": f"#/$defs/{sheet.__name__}"} for topic, sheet in topics().items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mile18 profile",
        "description": profile["description"],
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, ID: RACE_ID, **tables},
        "$defs": definitions,
    }


def _answer(declared: dict[str, Any], question: Question) -> dict[str, Any]:
    """What a file may hold for an answer: TOML has no null, and a duration may be text."""
    (allowed,) = (each for each in declared["anyOf"] if each != {"type": "null"})
    if question.at_least is not None:
        allowed |= {"minimum": question.at_least, "maximum": question.at_most}
    if question.kind is Kind.DURATION:
        written = {"type": "string", "pattern": r"^\d{1,3}:[0-5]\d:[0-5]\d$"}
        allowed = {"anyOf": [allowed, written]}
    elif question.kind is Kind.TIME:
        # TOML times have no zone, which the format "time" of JSON Schema asks for.
        allowed = {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d(\.\d+)?)?$"}
    return {"title": question.prompt, "description": question.told, **allowed}
