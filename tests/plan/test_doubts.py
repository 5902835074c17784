"""Answers that may be slips: asked about in the runner's units, and no usual answer is."""

from pathlib import Path
from typing import Any

import pytest
from athletes import fill
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from race_app import NOW, race

from mile18.plan.plausibility import doubts
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.topics.race.questions import target
from mile18.tui.races.example import example
from mile18.units import SI, Units, to_si

US = Units(distance="mi", mass="lb", temperature="°F")


MARATHON = 42.195


@pytest.mark.parametrize(
    ("answers", "name", "told"),
    [
        (
            {"sleep__usual_hours": 12.5},
            "sleep.usual_hours",
            "12.5 h: over 11 h is rare. Leave it if it is right.",
        ),
        (
            {"sleep__usual_hours": 0.5},
            "sleep.usual_hours",
            "0.5 h: under 4 h is rare. Leave it if it is right.",
        ),
        (
            {"race__body_mass": 160.0},
            "race.body_mass",
            "160 kg: over 150 kg is rare. Leave it if it is right.",
        ),
        (
            {"race__goal_time": 45562},
            "race.goal_time",
            "18:00/km: over 15:00/km is rare. Leave it if it is right.",
        ),
        (
            {"race__goal_time": 6600},
            "race.goal_time",
            "2:36/km: faster than 2:40/km is rare. Leave it if it is right.",
        ),
        (
            {"race__body_mass": 65.0, "nutrition__breakfast_g": 340.0},
            "nutrition.breakfast_g",
            "340 g: over 325 g is rare. Leave it if it is right.",
        ),
        (
            {"nutrition__breakfast_g": 450.0},
            "nutrition.breakfast_g",
            "450 g: over 400 g is rare. Leave it if it is right.",
        ),
        (
            {"heat__temperature": -32.0},
            "heat.temperature",
            "-32 °C: under -30 °C is rare. Leave it if it is right.",
        ),
        (
            {"training__longest_run": 90.0},
            "training.longest_run",
            "90 km: over 80 km is rare. Leave it if it is right.",
        ),
        (
            {"race__goal_time": 13500, "heat__hot_goal_time": 13200},
            "heat.hot_goal_time",
            "3:40:00 is faster than 3:45:00, the plan for cooler air. Check both.",
        ),
        (
            {"race__goal_time": 13500, "heat__very_hot_goal_time": 13200},
            "heat.very_hot_goal_time",
            "3:40:00 is faster than 3:45:00, the plan for cooler air. Check both.",
        ),
        (
            {"debrief__time": 15000, "debrief__half_time": 14700},
            "debrief.half_time",
            "4:05:00 of 4:10:00 is far from half. Leave it if it is right.",
        ),
        (
            {"debrief__time": 12000, "debrief__half_time": 16200},
            "debrief.half_time",
            "4:30:00: halfway is not before the end, 3:20:00. Check both.",
        ),
        (
            {"debrief__slept_last_night": 12.5},
            "debrief.slept_last_night",
            "12.5 h: over 11 h is rare. Leave it if it is right.",
        ),
        (
            {"heat__temperature": 18.0, "heat__dew_point": 20.0},
            "heat.dew_point",
            "A dew point is never above the temperature. Check both.",
        ),
    ],
)
def test_what_is_unusual_is_asked_about(answers: dict[str, Any], name: str, told: str) -> None:
    assert doubts(race(**answers), SI) == {name: told}


def test_the_runners_units_are_used_and_rounding_makes_no_slip() -> None:
    told = doubts(race(race__goal_time=45562, training__longest_run=100.0), US)
    assert told["race.goal_time"] == "28:58/mi: over 24:08/mi is rare. Leave it if it is right."
    assert (
        told["training.longest_run"] == "62.14 mi: over 49.71 mi is rare. Leave it if it is right."
    )
    for name, si, typed in (("longest_run", "km", 50.0), ("weekly_distance", "km", 125.0)):
        value = to_si(typed, "mi", si)
        assert not doubts(race(**{f"training__{name}": value}), US)


@pytest.mark.parametrize(
    ("km", "seconds"),
    [
        (5.0, 62 * 60),  # a walk
        (21.0975, 255 * 60),
        (MARATHON, 9 * 3600),
        (MARATHON, 2 * 3600 + 35),
        (100.0, 25 * 3600),
        (160.9, 46 * 3600),
    ],
)
def test_walkers_champions_and_ultra_runners_are_not_asked(km: float, seconds: int) -> None:
    assert not doubts(race(race__distance=km, race__goal_time=seconds), SI)


@given(st.floats(1, 250), st.integers(600, 172800))
def test_a_goal_that_plans_do_not_believe_is_asked_about(km: float, seconds: int) -> None:
    profile = race(race__distance=km, race__goal_time=seconds)
    if not target(profile.race):
        assert "race.goal_time" in doubts(profile, SI)


def test_what_the_app_itself_advises_is_no_slip() -> None:
    profile = race(race__body_mass=110.0, race__distance=160.9, race__goal_time=100000)
    for name, value in (
        ("nutrition.breakfast_g", 440.0),
        ("nutrition.race_caffeine_mg", 660.0),
        ("training.longest_run", 100.0),
    ):
        profile = profile.with_answer(name, value)
    assert not doubts(profile, SI)


@given(profiles(), st.sampled_from([SI, US]))
def test_any_profile_can_be_asked_about(profile: Profile, units: Units) -> None:
    for name, told in doubts(profile, units).items():
        assert profile.answer(name) is not None
        assert told.endswith(".")


def test_no_answer_is_no_slip() -> None:
    assert not doubts(Profile(), SI)
    assert not doubts(race(), SI)


def test_forty_made_up_athletes_and_the_example_are_asked_about_nothing(tmp_path: Path) -> None:
    fill(tmp_path, 40)
    store = Store(tmp_path)
    for units in (SI, US):
        assert not any(doubts(store.load(name).profile, units) for name in store.names())
    assert not doubts(example(NOW.date()), SI)
