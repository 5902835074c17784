"""Race day for programs: the numbers of the page, in SI, and nothing of a plan while one is ill."""

import json
from datetime import date, time
from typing import Any

import pytest
from golden_race import TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles

from mile18.plan.day.data import day_data
from mile18.plan.day.day import race_day
from mile18.profile import Profile
from mile18.topics.race.questions import CutOff


def data(**topics: dict[str, object]) -> Any:
    return json.loads(json.dumps(day_data("x", race_day(golden(**topics), TODAY))))


def test_splits_are_those_of_the_timeline() -> None:
    found = data()
    assert found["goal"] == {"km": 42.195, "seconds": 13500, "pace": 319.9}
    splits, each = found["splits"], found["each"]
    assert (splits[0]["elapsed"], splits[0]["clock"], splits[0]["days"]) == (1620, "09:27:00", 0)
    assert (splits[-1]["km"], splits[-1]["elapsed"]) == (42.195, 13500)
    assert len(each) == 43
    assert each[0]["pace"] == pytest.approx(327, abs=0.5)
    assert found["half"] == {"km": 21.0975, "elapsed": 6761, "clock": "10:52:41", "days": 0}
    assert found["course"] is None


def test_a_night_race_ends_on_the_next_day_and_knows_its_cut_offs() -> None:
    shut = (CutOff(km=40.0, closes=time(2, 0)),)
    found = data(race={"start_time": time(22, 0), "cut_offs": shut})
    splits, stations = found["splits"], found["stations"]
    assert (splits[-1]["clock"], splits[-1]["days"]) == ("01:45:00", 1)
    (station,) = (each for each in stations if each["cutoff"])
    assert (station["cutoff"], station["margin"]) == ("02:00:00", 14400 - station["elapsed"])


def test_nothing_of_a_plan_is_left_while_symptoms_speak_against_running() -> None:
    found = data(health={"symptoms_now": ("fever",)})
    assert all(found[key] is None for key in ("goal", "splits", "half", "portions", "plans"))
    assert found["withheld"] == []


@given(profiles(), st.dates(date(2026, 1, 1), date(2028, 1, 1)))
@few(30)
def test_any_profile_has_plain_data(profile: Profile, today: date) -> None:
    made = day_data("x", race_day(profile, today))
    assert "{" not in "".join(each["why"] for each in made["withheld"])
    for each in made["splits"] or ():
        assert 0 <= each["elapsed"] <= (profile.race.goal_time or 0)
    json.dumps(made)


def test_unknown_is_null_and_lists_are_empty() -> None:
    made = day_data("x", race_day(Profile(), TODAY))
    assert (made["goal"], made["half"], made["course"]) == (None, None, None)
    assert (made["splits"], made["portions"], made["stations"]) == ([], [], [])


def test_a_place_that_only_closes_is_no_station_for_a_portion() -> None:
    here = race_day(golden(race={"cut_offs": (CutOff(km=11.1, closes=time(12, 0)),)}), TODAY)
    assert [each.km for each in here.stations.cut_offs] == [11.1]
    assert 11.1 not in [each.km for each in here.stations.all]
    assert all(each.station_km != 11.1 for each in here.fuel.portions)
