"""The golden race in race week: the numbers that were worked out by hand."""

from datetime import date, time, timedelta

import pytest
from fuel_plans import gels

from mile18.plan.week.task import Task
from mile18.plan.week.week import RaceWeek, race_week
from mile18.profile import Profile

RACE = date(2027, 5, 2)
GOLDEN = Profile().with_changes(
    {
        "race": {
            "date": RACE,
            "start_time": time(7, 0),
            "distance": 42.195,
            "goal_time": 13500,
            "first_half": "even",
            "recent_distance": 21.0975,
            "recent_time": 6000,
            "body_mass": 70.0,
        },
        "sleep": {"race_wake_time": time(3, 0)},
        "training": {"weekly_distance": 64.4},
        "heat": {"temperature": 22.0, "humidity": 64.0},
        "nutrition": {
            "products": gels(25.0, 20.0, "Gel"),
            "drink_per_hour": 0.5,
            "pickle_juice": True,
        },
        "nerves": {"caffeine_habit": 200.0},
    }
)


@pytest.fixture(scope="module")
def week() -> RaceWeek:
    return race_week(GOLDEN, RACE - timedelta(days=14))


def task(week: RaceWeek, name: str) -> Task:
    return next(each for each in week.tasks if each.id == name)


def test_loading(week: RaceWeek) -> None:
    assert week.loading is not None
    assert week.loading.grams == (560, 700)
    assert [day.task for day in week.loading.days] == ["loading-D-2", "loading-D-1"]
    assert task(week, "loading-D-2").title == "Eat 560–700 g of carbohydrate"
    assert task(week, "loading-D-2").day == date(2027, 4, 30)


def test_the_morning(week: RaceWeek) -> None:
    assert "70–280 g of carbohydrate" in task(week, "breakfast").detail
    assert "210–420 mg" in task(week, "caffeine-race").detail
    assert task(week, "caffeine-race").at == time(6, 0)
    assert "350–490 mL" in task(week, "drink-morning").detail
    assert task(week, "drink-morning").at == time(3, 0)
    assert "First half in 1:52:41 or more" in task(week, "start").detail
    assert "should take 27:00 or more" in task(week, "start").detail


def test_the_pack_list(week: RaceWeek) -> None:
    packed = task(week, "pack").detail
    assert "10 portions of Gel: 9 to use, 1 spare" in packed
    assert "Pickle juice, 70 mL (2.4 fl oz)" in packed


def test_the_first_forecast_is_six_days_before(week: RaceWeek) -> None:
    assert task(week, "forecast").day == date(2027, 4, 26)
    assert "{°C:22}" in task(week, "forecast").detail


def test_the_night_before(week: RaceWeek) -> None:
    assert task(week, "sleep-D-1").at == time(19, 0)
    assert task(week, "caffeine-D-1").at == time(10, 0)
