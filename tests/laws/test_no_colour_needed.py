"""Colour repeats what the signs say: in a picture's row, what differs in colour differs in its sign."""

import random
from collections.abc import Iterator
from datetime import date

import pytest
from at_risk import HEALTHY
from drawn_answers import full_profile
from golden_race import GOLDEN
from plan_screens import EXAMPLE

from mile18.drawing import PLAIN, Row
from mile18.plan.day.day import race_day
from mile18.plan.day.plots import course_plot, course_strip, fluid_plot, heat_plot
from mile18.plan.pictures.tabs import picture_rows
from mile18.plan.pictures.trail import trail_rows
from mile18.plan.pictures.week import week_picture
from mile18.plan.week.week import race_week
from mile18.profile import Profile, tabs
from mile18.readiness import assess
from mile18.units import SI

TODAY = date(2027, 4, 20)
RUNNERS = [EXAMPLE, GOLDEN, HEALTHY, *(full_profile(random.Random(seed)) for seed in range(40))]
# The words beside a picture and the signs in its key, which colour only sets back.
WORDS = {"label", "axis"}


def pictures(profile: Profile) -> Iterator[Row]:
    """Every row of every picture of a runner."""
    readiness, day = assess(profile, TODAY), race_day(profile, TODAY)
    for topic in tabs():
        yield from picture_rows(profile, readiness, topic, "", SI, (120, 60))
    yield from trail_rows(readiness, 44, 2)
    yield from week_picture(race_week(profile, TODAY).days, 60)
    if not readiness.gate.shut:
        yield from course_plot(day, SI, 100)
        yield from course_strip(day, 100)
        yield from fluid_plot(day, 100, 8)
        yield from heat_plot(day, SI, 100, 12)


def roles(row: Row, text: str) -> Iterator[tuple[str, str]]:
    """Each sign of a row, as this text has it, with what its colour says it is."""
    for hint in row.hints:
        if hint.role not in WORDS:
            yield from ((sign, hint.role) for sign in text[hint.start : hint.end])


def plain(text: str) -> str:
    """The same on a terminal that says only ASCII."""
    return text.encode("ascii", PLAIN).decode()


@pytest.mark.parametrize("seen", [str, plain])
def test_two_colours_never_tell_apart_what_one_sign_says(seen: type[str]) -> None:
    told: set[str] = set()
    for profile in RUNNERS:
        for row in pictures(profile):
            text = seen(row.text)
            assert len(text) == len(row.text)
            found = set(roles(row, text))
            told |= {role for _, role in found}
            signs = [sign for sign, _ in found]
            assert len(signs) == len(set(signs)), (row, found)
    assert told > {"full", "empty", "here", "safe", "range", "portion", "station", "elite", "coach"}
