"""The parts of race day by the titles that the plan gives them, with a key and a short word."""

from typing import NamedTuple

GOAL, PACING, HEAT, PLANS = "Goal", "Pacing", "Heat", "Plans A, B and C"
FUEL, FLUIDS, COURSE, CRAMP = "Fuel", "Fluids", "Along the course", "If a cramp comes"
SOURCES = "Sources"


class Named(NamedTuple):
    """A part's key, its short word, and its title."""

    key: str
    word: str
    title: str


NAMED = (
    Named("g", "Goal", GOAL),
    Named("p", "Pacing", PACING),
    Named("h", "Heat", HEAT),
    Named("a", "Plans", PLANS),
    Named("f", "Fuel", FUEL),
    Named("d", "Drink", FLUIDS),
    Named("s", "Course", COURSE),
    Named("c", "Cramp", CRAMP),
)
