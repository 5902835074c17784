"""File names for new races."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.storage.names import same_name, valid_name
from mile18.topics.race.questions import Race
from mile18.tui.naming import name_for, numbered, season_name


@pytest.mark.parametrize(
    ("race", "expected"),
    [
        (Race(name="Flying Pig Marathon", date=date(2027, 5, 2)), "flying-pig-marathon-2027"),
        (Race(name="Flying Pig 2027", date=date(2027, 5, 2)), "flying-pig-2027"),
        (Race(name="Köln-Marathon"), "köln-marathon"),
        (Race(name="[/x] 10 km!", date=date(2027, 5, 2)), "x-10-km-2027"),
        (Race(), "race"),
        (Race(date=date(2027, 5, 2)), "race"),
        (Race(name="…"), "race"),
        (Race(name="con"), "race-con"),
        (Race(name="पुणे मैराथन"), "पुणे-मैराथन"),
    ],
)
def test_the_name_says_which_race_and_year(race: Race, expected: str) -> None:
    assert name_for(race, []) == expected


def test_a_taken_name_gets_the_next_free_number() -> None:
    assert name_for(Race(), ["race"]) == "race-2"
    assert name_for(Race(), ["race", "race-2", "race-4"]) == "race-3"
    assert numbered("köln", ["KÖLN"]) == "köln-2"


@given(st.text(max_size=200), st.none() | st.dates(), st.lists(st.sampled_from(["race", "race-2"])))
def test_any_race_gets_a_name_that_the_store_takes(
    text: str, day: date | None, taken: list[str]
) -> None:
    name = name_for(Race(name=text, date=day), taken)
    assert valid_name(name) == name
    assert same_name(name) not in {same_name(other) for other in taken}


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("berlin-2027", "berlin-2028"),
        ("berlin", "berlin-next"),
        ("run-12027", "run-12027-next"),
        ("2027-berlin", "2027-berlin-next"),
        ("pig-2029", "pig-2030-2"),
    ],
)
def test_the_next_race_is_called_after_the_next_year(old: str, expected: str) -> None:
    assert season_name(old, [old, "PIG-2030"]) == expected
