"""Beside the race as planned stand the even one, and what the heat of the hours may cost."""

from datetime import date, time

import pytest

from mile18.plan.day.day import race_day
from mile18.plan.day.pages import day_page
from mile18.plan.day.timeline import beside, line_of, slowed_by
from mile18.plan.week.body import planned_hours, sleep_tasks
from mile18.plan.week.morning import morning
from mile18.profile import Profile
from mile18.topics.heat.questions import Hour
from mile18.topics.race.clock_change import Turn, in_doubt, may_change, night_jump, turn
from mile18.topics.race.course import in_rows
from mile18.units import SI
from mile18.writers.text import text

TODAY = date(2027, 4, 20)
FLAT = Profile().with_changes(
    {
        "race": {
            "date": date(2027, 5, 2),
            "start_time": time(9),
            "distance": 42.195,
            "goal_time": 13_500,
        }
    }
)
HOT = tuple(
    Hour(at=time(9 + at), temperature=15.0 + 3 * at, humidity=60.0, sun="sun") for at in range(5)
)
HILLY = FLAT.with_changes(
    {"course": {"length": 42.195, "heights": in_rows(tuple(100.0 + at % 20 for at in range(211)))}}
)


def columns(profile: Profile) -> list[str]:
    return [name for name, _ in beside(profile, line_of(profile), SI)]


def test_columns_stand_only_where_they_differ() -> None:
    cool = tuple(Hour(at=hour.at, temperature=5.0, humidity=60.0, sun="shade") for hour in HOT)
    assert columns(FLAT) == []
    assert columns(HILLY) == ["even"]
    assert columns(FLAT.with_answer("heat.hours", HOT)) == ["in heat"]
    assert columns(HILLY.with_answer("heat.hours", HOT)) == ["even", "in heat"]
    assert columns(FLAT.with_answer("heat.hours", cool)) == []
    assert columns(FLAT.with_answer("heat.hours", HOT[:2])) == [], "they do not cover the race"


def test_heat_makes_no_hour_faster_and_the_goal_stays() -> None:
    hot = FLAT.with_answer("heat.hours", HOT)
    line = line_of(hot)
    assert line is not None
    assert line.finish == 13_500
    assert line == line_of(FLAT)
    ((_, slowed),) = beside(hot, line, SI)
    for km in range(43):
        assert slowed.seconds_at(km) >= line.seconds_at(km)
    assert 1 < 100 * (slowed.finish / line.finish - 1) < 5


def test_slowing_is_added_hour_by_hour() -> None:
    line = line_of(FLAT)
    assert line is not None
    assert slowed_by(line, ((0.0, 0.0), (4.0, 0.0))).seconds == pytest.approx(line.seconds)
    whole = slowed_by(line, ((0.0, 2.0), (4.0, 2.0)))
    assert whole.finish == pytest.approx(1.02 * line.finish, abs=1)


def test_the_columns_stand_in_the_table_with_what_they_are() -> None:
    day = race_day(HILLY.with_answer("heat.hours", HOT), TODAY)
    shown = text(day_page(day, SI, 80), 80)
    (head,) = (line for line in shown.splitlines() if line.split()[:2] == ["at", "elapsed"])
    assert head.split() == ["at", "elapsed", "split", "even", "in", "heat", "clock"]
    assert "Most lose at least that" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("zone", "day", "start", "hours", "found"),
    [
        ("Europe/Berlin", date(2027, 3, 28), time(1), 3, Turn(3600, 3600)),
        ("Europe/Berlin", date(2027, 10, 31), time(1), 3, Turn(7200, -3600)),
        ("America/New_York", date(2027, 3, 14), time(0), 5, Turn(7200, 3600)),
        ("Europe/Berlin", date(2027, 5, 2), time(1), 30, None),
        ("Europe/Berlin", date(2027, 3, 27), time(18), 12, Turn(8 * 3600, 3600)),
        (None, date(2027, 3, 28), time(1), 3, None),
        ("No/Where", date(2027, 3, 28), time(1), 3, None),
        ("../etc", date(2027, 3, 28), time(1), 3, None),
    ],
)
def test_a_change_of_the_clock_is_known_by_its_zone(
    zone: str | None, day: date, start: time, hours: int, found: Turn | None
) -> None:
    assert turn(zone, day, start, hours * 3600) == found


def test_clock_times_follow_the_change() -> None:
    night = FLAT.with_changes(
        {"race": {"date": date(2027, 3, 28), "start_time": time(1), "zone": "Europe/Berlin"}}
    )
    line = line_of(night)
    assert line is not None
    assert line.clock_at(42.195) == (0, time(5, 45))
    assert line.margin(42.195, time(6)) == 15 * 60


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (date(2027, 3, 28), True), (date(2027, 10, 31), True), (date(2027, 3, 14), True),
        (date(2027, 11, 7), True), (date(2027, 3, 21), False), (date(2027, 5, 2), False),
    ],
)  # fmt: skip
def test_the_nights_on_which_clocks_change_are_known(day: date, may: bool) -> None:
    assert may_change(day) is may


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("Europe/Berlin", date(2027, 3, 28), 60), ("Europe/Berlin", date(2027, 10, 31), -60),
        ("Europe/Berlin", date(2027, 11, 7), 0), ("Asia/Tokyo", date(2027, 3, 28), 0),
        ("America/New_York", date(2027, 11, 7), -60), (None, date(2027, 3, 28), None),
        ("no such zone", date(2027, 3, 28), None), (None, date(2027, 5, 2), 0), (None, None, 0),
    ],
)  # fmt: skip
def test_the_last_night_counts_real_hours(
    zone: str | None, day: date | None, minutes: int | None
) -> None:
    assert night_jump(zone, day) == minutes


@pytest.mark.parametrize(
    ("zone", "bed", "told"),
    [
        ("Europe/Berlin", time(20), "The clocks go forward"), ("Asia/Tokyo", time(21), None),
        (None, time(21), "Clocks may change this night"),
    ],
)  # fmt: skip
def test_bedtime_is_counted_back_over_the_change(
    zone: str | None, bed: time, told: str | None
) -> None:
    spring = FLAT.with_changes(
        {
            "race": {"date": date(2027, 3, 28), "start_time": time(9), "zone": zone},
            "sleep": {"race_wake_time": time(5)},
        }
    )
    by = morning(spring.race, spring.sleep, spring.nutrition)
    (night,) = (
        each for each in sleep_tasks(spring.sleep, by, coffee=False) if each.id == "sleep-D-1"
    )
    assert night.at == bed
    assert ("lock" in night.detail) is (told is not None)
    assert (told or "") in night.detail


def test_own_hours_in_bed_lose_the_hour() -> None:
    spring = FLAT.with_changes(
        {
            "race": {"date": date(2027, 3, 28), "start_time": time(9), "zone": "Europe/Berlin"},
            "sleep": {"race_wake_time": time(5), "race_bedtime": time(21)},
        }
    )
    by = morning(spring.race, spring.sleep, spring.nutrition)
    assert planned_hours(spring.sleep, by) == 7


@pytest.mark.parametrize(
    ("zone", "day", "start", "hours", "doubt"),
    [
        (None, date(2027, 3, 28), time(1), 4, True), (None, date(2027, 3, 27), time(9), 30, True),
        (None, date(2027, 3, 28), time(9), 4, False), (None, date(2027, 3, 27), time(9), 4, False),
        ("Europe/Berlin", date(2027, 3, 28), time(1), 4, False),
        (None, date(2027, 5, 2), time(1), 4, False),
    ],
)  # fmt: skip
def test_a_race_that_may_meet_the_change_says_so(
    zone: str | None, day: date, start: time, hours: int, doubt: bool
) -> None:
    assert in_doubt(zone, day, start, hours * 3600) is doubt
