"""Every broken file in the folder beside this, and word for word what is said about it."""

from pathlib import Path

import pytest

from mile18.storage.problem import StorageError
from mile18.storage.store import open_file

FOLDER = Path(__file__).parent / "broken"

SAID = {
    "checklist_is_text": [
        'checklist_is_text.toml:2: health.medicines: "statin" is text, allowed is a list of: statin, beta2_agonist, diuretic, blood_pressure, insulin, hormones, nsaid, corticosteroid, lithium, antidepressant, stimulant, allergy, sulfonylurea, antipsychotic, other',
    ],
    "checklist_misspelt": [
        'checklist_misspelt.toml:4: health.medicines[2]: "statn" is none of the choices (did you mean "statin"?), allowed is any of: statin, beta2_agonist, diuretic, blood_pressure, insulin, hormones, nsaid, corticosteroid, lithium, antidepressant, stimulant, allergy, sulfonylurea, antipsychotic, other',
    ],
    "checklist_of_numbers": [
        "checklist_of_numbers.toml:2: health.medicines[1]: 1 is a whole number, allowed is any of: statin, beta2_agonist, diuretic, blood_pressure, insulin, hormones, nsaid, corticosteroid, lithium, antidepressant, stimulant, allergy, sulfonylurea, antipsychotic, other",
        "checklist_of_numbers.toml:2: health.medicines[2]: 2 is a whole number, allowed is any of: statin, beta2_agonist, diuretic, blood_pressure, insulin, hormones, nsaid, corticosteroid, lithium, antidepressant, stimulant, allergy, sulfonylurea, antipsychotic, other",
    ],
    "choice_is_true": [
        "choice_is_true.toml:2: sleep.rested: true is a yes or no, allowed is one of: rarely, sometimes, mostly, always",
    ],
    "choice_misspelt": [
        'choice_misspelt.toml:2: sleep.rested: "mostley" is none of the choices (did you mean "mostly"?), allowed is one of: rarely, sometimes, mostly, always',
    ],
    "choice_unknown": [
        'choice_unknown.toml:2: sleep.rested: "kind of" is none of the choices, allowed is one of: rarely, sometimes, mostly, always',
    ],
    "date_has_time": [
        "date_has_time.toml:2: race.date: 2027-05-02 07:00:00 is a date with a time, allowed is a date such as 2027-05-02",
    ],
    "date_is_words": [
        'date_is_words.toml:2: race.date: "early May" is no date, allowed is a date such as 2027-05-02',
    ],
    "duration_empty": [
        'duration_empty.toml:2: race.goal_time: "" is no duration, allowed is a duration such as "3:45:00", or seconds',
    ],
    "duration_is_decimal": [
        'duration_is_decimal.toml:2: race.goal_time: 3.75 is a decimal number, allowed is a duration such as "3:45:00", or seconds',
    ],
    "duration_too_long": [
        'duration_too_long.toml:2: race.goal_time: "50:00:00" is too long, allowed is a duration from 0:10:00 to 48:00:00',
    ],
    "duration_too_short": [
        "duration_too_short.toml:2: race.goal_time: 90 is too short, allowed is a duration from 0:10:00 to 48:00:00",
    ],
    "duration_unreadable": [
        'duration_unreadable.toml:2: race.goal_time: "quick" is no duration, allowed is a duration such as "3:45:00", or seconds',
    ],
    "duration_without_quotes": [
        'duration_without_quotes.toml:2: race.goal_time: 03:45:00 is a time of day as long as it has no quotes, allowed is a duration such as "3:45:00", or seconds',
    ],
    "empty": [
        "empty.toml: the file is empty, perhaps cut off by a sync or a full disk",
    ],
    "key_that_steers_terminals": [
        'key_that_steers_terminals.toml:2: sleep."�[2J": unknown to mile18, kept as it is',
    ],
    "key_unknown": [
        'key_unknown.toml:2: sleep.usual_hour: unknown to mile18, kept as it is; did you mean "usual_hours"?',
        "key_unknown.toml:3: sleep.mood: unknown to mile18, kept as it is",
    ],
    "key_without_table": [
        'key_without_table.toml:1: usual_hours: unknown to mile18, kept as it is; did you mean "sleep.usual_hours"?',
    ],
    "latin1": [
        "latin1.toml:2: not readable as text: byte 0xe4, allowed is UTF-8",
    ],
    "log_entry_bad_key": [
        "log_entry_bad_key.toml:6: sleep.nights[2].hours: 77 is too high, allowed is a number from 0 to 16 h",
        'log_entry_bad_key.toml:7: sleep.nights[2].rested: "yes" is text, allowed is true or false',
    ],
    "log_entry_unknown_key": [
        'log_entry_unknown_key.toml:4: sleep.nights[2].hour: unknown to mile18, kept as it is; did you mean "hours"?',
    ],
    "log_is_table": [
        "log_is_table.toml:1: sleep.nights: this is a table, allowed is a list of entries, each a table of its own",
    ],
    "log_of_numbers": [
        "log_of_numbers.toml:3: sleep.nights[1]: 7.5 is a decimal number, allowed is a table with any of: date, hours, rested",
    ],
    "many_at_once": [
        "many_at_once.toml:2: colour: unknown to mile18, kept as it is",
        "many_at_once.toml:5: race.name: 7 is a whole number, allowed is text in quotes",
        'many_at_once.toml:6: race.date: "soon" is no date, allowed is a date such as 2027-05-02',
        "many_at_once.toml:10: sleep.usual_hours: 30 is too high, allowed is a number from 0 to 16 h",
        'many_at_once.toml:11: sleep.rested: "never" is none of the choices, allowed is one of: rarely, sometimes, mostly, always',
    ],
    "no_toml_conflict_marks": [
        "no_toml_conflict_marks.toml:2: not readable as TOML: this is neither a key nor a table nor a comment",
    ],
    "no_toml_cut_off": ["no_toml_cut_off.toml:2: not readable as TOML: this is no value"],
    "no_toml_decimal_comma": [
        "no_toml_decimal_comma.toml:2: not readable as TOML: something stands after the value, allowed is a number with a point, 12.5",
    ],
    "no_toml_dotted_date": [
        "no_toml_dotted_date.toml:2: not readable as TOML: something stands after the value, allowed is a date such as 2027-05-02",
    ],
    "no_toml_duration_without_quotes": [
        'no_toml_duration_without_quotes.toml:2: not readable as TOML: something stands after the value, allowed is a duration in quotes, "3:45:00", or a time of day, 07:30:00',
    ],
    "no_toml_no_such_day": [
        "no_toml_no_such_day.toml:2: not readable as TOML: there is no such day or time, allowed is a day of the calendar such as 2027-05-02",
    ],
    "no_toml_open_list": [
        "no_toml_open_list.toml: not readable as TOML: the file ends inside a list, table or text",
    ],
    "no_toml_open_quote": [
        "no_toml_open_quote.toml:2: not readable as TOML: a quote is not closed on its line",
    ],
    "no_toml_open_table": [
        "no_toml_open_table.toml:1: not readable as TOML: the bracket of this table is not closed",
    ],
    "no_toml_prose": [
        "no_toml_prose.toml:1: not readable as TOML: there is no = after the key",
    ],
    "no_toml_table_twice": [
        "no_toml_table_twice.toml:3: not readable as TOML: this table stands twice",
    ],
    "no_toml_text_without_quotes": [
        "no_toml_text_without_quotes.toml:2: not readable as TOML: this is no value, allowed is text in quotes",
    ],
    "no_toml_time_without_seconds": [
        'no_toml_time_without_seconds.toml:2: not readable as TOML: something stands after the value, allowed is a duration in quotes, "3:45:00", or a time of day, 07:30:00',
    ],
    "no_toml_twice": [
        "no_toml_twice.toml:3: not readable as TOML: this key stands twice",
    ],
    "no_toml_yes": [
        "no_toml_yes.toml:2: not readable as TOML: this is no value, allowed is true or false, in small letters",
    ],
    "not_utf8": [
        "not_utf8.toml:1: not readable as text: byte 0xff, allowed is UTF-8",
    ],
    "number_is_false": [
        "number_is_false.toml:2: race.distance: false is a yes or no, "
        "allowed is a number from 1 to 250 km"
    ],
    "number_is_huge": [
        "number_is_huge.toml:2: sleep.usual_hours: a number of more than 15 digits is too high, allowed is a number from 0 to 16 h",
    ],
    "number_is_infinite": [
        "number_is_infinite.toml:2: race.distance: inf is no number, allowed is a number from 1 to 250 km",
    ],
    "number_is_nan": [
        "number_is_nan.toml:2: sleep.usual_hours: nan is no number, allowed is a number from 0 to 16 h",
    ],
    "number_is_text": [
        'number_is_text.toml:2: sleep.usual_hours: "seven" is text, allowed is a number from 0 to 16 h',
    ],
    "number_is_true": [
        "number_is_true.toml:2: sleep.usual_hours: true is a yes or no, allowed is a number from 0 to 16 h",
    ],
    "number_too_high": [
        "number_too_high.toml:3: sleep.usual_hours: 25.5 is too high, allowed is a number from 0 to 16 h",
    ],
    "number_too_low": [
        "number_too_low.toml:2: sleep.usual_hours: -1 is too low, allowed is a number from 0 to 16 h",
    ],
    "schema_is_text": [
        'schema_is_text.toml:1: schema: "1" is text, allowed is the number 2',
    ],
    "schema_newer": [
        "schema_newer.toml:1: schema: written by a newer mile18 (schema 3), so this one only reads it, allowed is 2 or less",
    ],
    "schema_zero": [
        "schema_zero.toml:1: schema: 0 is no schema, allowed is the number 2",
    ],
    "table_is_list": [
        "table_is_list.toml:1: sleep: this is a list, allowed is a table, [sleep]",
    ],
    "table_is_number": [
        "table_is_number.toml:2: sleep: 3 is a whole number, allowed is a table, [sleep]",
    ],
    "table_unknown": [
        'table_unknown.toml:1: sleeep: unknown to mile18, kept as it is; did you mean "sleep"?',
        "table_unknown.toml:4: clothes: unknown to mile18, kept as it is",
    ],
    "text_is_date": [
        "text_is_date.toml:2: race.name: 2027-05-02 is a date, allowed is text in quotes",
    ],
    "text_is_number": [
        "text_is_number.toml:2: race.name: 42 is a whole number, allowed is text in quotes",
    ],
    "time_is_date": [
        "time_is_date.toml:2: race.start_time: 2027-05-02 is a date, allowed is a time of day such as 07:30:00",
    ],
    "time_is_number": [
        "time_is_number.toml:2: sleep.race_bedtime: 22 is a whole number, allowed is a time of day such as 07:30:00",
    ],
    "value_that_steers_terminals": [
        'value_that_steers_terminals.toml:2: sleep.rested: "�[2J�" is none of the choices, allowed is one of: rarely, sometimes, mostly, always',
    ],
    "whole_is_decimal": [
        "whole_is_decimal.toml:2: health.cramps_last_10: 5.0 is a decimal number, allowed is a whole number from 0 to 10",
    ],
    "whole_is_true": [
        "whole_is_true.toml:2: health.cramps_last_10: false is a yes or no, allowed is a whole number from 0 to 10",
    ],
    "yes_no_is_number": [
        "yes_no_is_number.toml:2: health.family_cramps: 1 is a whole number, allowed is true or false",
    ],
    "yes_no_is_text": [
        'yes_no_is_text.toml:2: health.family_cramps: "yes" is text, allowed is true or false',
    ],
    "zeroes_only": [
        "zeroes_only.toml: the file is empty, perhaps cut off by a sync or a full disk",
    ],
}


@pytest.mark.parametrize("name", sorted(SAID))
def test_a_broken_file_is_told_word_for_word(name: str) -> None:
    path = FOLDER / f"{name}.toml"
    try:
        said = [problem.sentence(path.name) for problem in open_file(path).loaded.problems]
    except StorageError as error:
        said = [str(error).removeprefix(f"{FOLDER}/")]
    assert said == SAID[name]


def test_every_broken_file_has_its_message() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(SAID)


def test_a_bad_value_hides_no_good_one() -> None:
    opened = open_file(FOLDER / "many_at_once.toml")
    assert opened.profile.race.distance == 42.195
    assert opened.profile.race.name is None
    assert len(opened.loaded.errors) == 4


def test_a_bad_key_costs_a_night_only_that_key() -> None:
    nights = open_file(FOLDER / "log_entry_bad_key.toml").profile.sleep.nights
    assert nights is not None
    assert [night.hours for night in nights] == [7, None]
    assert str(nights[1].date) == "2027-04-20"


def test_a_misspelt_medicine_leaves_the_others_ticked() -> None:
    opened = open_file(FOLDER / "checklist_misspelt.toml")
    assert opened.profile.health.medicines == ("diuretic",)


def test_a_checklist_without_one_good_item_is_not_none_of_these() -> None:
    opened = open_file(FOLDER / "checklist_of_numbers.toml")
    assert opened.profile.health.medicines is None
