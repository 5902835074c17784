"""A past that never was: steps from schema 1 to 3, to try the mechanism on while there is no real one.

Schema 1 asked for `sleep.usual`; schema 2 still had `[food]` and the distance in miles.
"""

from copy import deepcopy
from typing import Any

from mile18.storage.schemas import Chain, Document, Step

KM_IN_A_MILE = 1.609344


def _rename_usual(document: Document) -> Document:
    document = deepcopy(document)
    _move(document.get("sleep"), "usual", "usual_hours")
    return document


def _food_and_miles(document: Document) -> Document:
    document = deepcopy(document)
    _move(document, "food", "nutrition")
    race = document.get("race")
    if isinstance(race, dict) and "miles" in race and "distance" not in race:
        miles = race.pop("miles")
        is_number = isinstance(miles, int | float) and not isinstance(miles, bool)
        race["distance"] = miles * KM_IN_A_MILE if is_number else miles
    return document


def _move(table: Any, old: str, new: str) -> None:
    if isinstance(table, dict) and old in table and new not in table:
        table[new] = table.pop(old)


MADE_UP: Chain = (
    Step(_rename_usual, {("sleep", "usual_hours"): ("sleep", "usual")}),
    Step(
        _food_and_miles,
        {("nutrition",): ("food",), ("race", "distance"): ("race", "miles")},
    ),
)
