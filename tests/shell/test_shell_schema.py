"""The JSON Schema: what mile18 writes is valid, what it refuses is not."""

import datetime
import tomllib
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from laws import few
from profiles import profiles
from shell_runs import EXAMPLE

from mile18.profile import Profile, all_questions
from mile18.shell.commands.schema import profile_schema
from mile18.storage.codec import encode

SCHEMA = profile_schema()
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def plain(value: Any) -> Any:
    """A TOML document as an editor hands it to a schema: dates and times are strings."""
    match value:
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list():
            return [plain(each) for each in value]
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return value


def document(text: str) -> dict[str, Any]:
    found: dict[str, Any] = plain(tomllib.loads(text))
    return found


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_example_is_valid() -> None:
    VALIDATOR.validate(document(EXAMPLE.read_text(encoding="utf-8")))


@given(profiles())
@few(60)
def test_whatever_is_saved_is_valid(profile: Profile) -> None:
    VALIDATOR.validate(document(encode(profile)))


@pytest.mark.parametrize(
    "line",
    [
        "id = 3",
        'id = " "',
        "sleep.usual_hours = 99.0",
        'sleep.usual_hours = "7"',
        'sleep.rested = "often"',
        "sleep.nights = [{ hours = -1.0 }]",
        'race.goal_time = "3h45"',
        "race.goal_time = 3",
        'race.date = "2 May"',
        'race.start_time = "noon"',
        'health.medicines = ["sugar"]',
        "race = 5",
        "schema = 3",
    ],
)
def test_what_is_no_answer_is_invalid(line: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(document(line))


@pytest.mark.parametrize(
    "line",
    ["race.goal_time = 13500", 'race.goal_time = "3:45:00"', "other.key = 1", "race.extra = 2"],
)
def test_other_spellings_and_keys_of_others_are_valid(line: str) -> None:
    VALIDATOR.validate(document(line))


def test_every_question_is_in_it_with_its_words() -> None:
    for question in all_questions().values():
        told = SCHEMA["$defs"][question.topic.capitalize()]["properties"][question.key]
        assert told["title"] == question.prompt
        assert told["description"] == question.told
