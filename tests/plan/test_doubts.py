"""Answers that may be slips: asked about in the runner's units, and no usual answer is."""

from pathlib import Path
from typing import Any

import pytest
from athletes import fill
from race_app import NOW, race

from mile18.plan.doubts import doubts
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.example import example
from mile18.units import SI, Units

US = Units(distance="mi", mass="lb", temperature="°F")


@pytest.mark.parametrize(
    ("answers", "name", "told"),
    [
        ({"sleep__usual_hours": 12.5}, "sleep.usual_hours", "12.5 h: few have more than 11 h"),
        ({"sleep__usual_hours": 0.5}, "sleep.usual_hours", "0.5 h: few have less than 4 h"),
        ({"race__body_mass": 160.0}, "race.body_mass", "160 kg: few have more than 150 kg"),
        ({"race__goal_time": 45562}, "race.goal_time", "18:00 /km: few run slower than 12:00 /km"),
        ({"race__goal_time": 6000}, "race.goal_time", "2:22 /km: few run faster than 2:30 /km"),
        (
            {"race__goal_time": 13500, "heat__hot_goal_time": 13200},
            "heat.hot_goal_time",
            "3:40:00 is faster than 3:45:00, the plan for cooler air",
        ),
        (
            {"debrief__time": 15000, "debrief__half_time": 14700},
            "debrief.half_time",
            "4:05:00 of 4:10:00 is far from half",
        ),
        (
            {"heat__temperature": 18.0, "heat__dew_point": 20.0},
            "heat.dew_point",
            "a dew point is never above the temperature",
        ),
    ],
)
def test_what_is_unusual_is_asked_about(answers: dict[str, Any], name: str, told: str) -> None:
    assert doubts(race(**answers), SI) == {name: told}


def test_the_runners_units_are_used() -> None:
    told = doubts(race(race__goal_time=45562, training__longest_run=100.0), US)
    assert told["race.goal_time"] == "28:58 /mi: few run slower than 19:19 /mi"
    assert told["training.longest_run"] == "62.14 mi: few have more than 49.71 mi"


@pytest.mark.parametrize("km", [50.0, 100.0, 160.9])
def test_a_slow_pace_is_usual_over_ultra_distances(km: float) -> None:
    assert not doubts(race(race__distance=km, race__goal_time=int(km * 900)), SI)


def test_no_answer_is_no_slip() -> None:
    assert not doubts(Profile(), SI)
    assert not doubts(race(), SI)


def test_forty_made_up_athletes_and_the_example_are_asked_about_nothing(tmp_path: Path) -> None:
    fill(tmp_path, 40)
    store = Store(tmp_path)
    assert not any(doubts(store.load(name).profile, SI) for name in store.names())
    assert not doubts(example(NOW.date()), SI)
