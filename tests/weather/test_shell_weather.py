"""`mile18 weather`: nothing leaves before a yes; what comes is kept, told and dated."""

import json
import os
from pathlib import Path

import pytest
from shell_runs import TODAY, run
from weather_server import AIRPORT, TOWN, Service

from mile18.storage.store import open_file

RACE = """\
[race]
name = "Rhine Marathon"
place = "Bonn"
date = {day}
start_time = 09:30:00
distance = 42.195
goal_time = "3:45:00"
"""
NEAR, FAR = "2027-04-25", "2027-09-26"


@pytest.fixture
def race(service: Service) -> Path:
    """A race five days ahead, and settings that lead to the service."""
    home = Path(os.environ["MILE18_HOME"])
    (home / "profiles").mkdir(parents=True)
    (home / "settings.toml").write_text(service.settings(), encoding="utf-8")
    path = home / "profiles" / "rhine.toml"
    path.write_text(RACE.format(day=NEAR), encoding="utf-8")
    return path


def test_without_a_yes_nothing_leaves(service: Service, race: Path) -> None:
    before = race.read_bytes()
    code, out, err = run("weather", "rhine")
    assert code == 2
    assert out == ""
    assert "this would send to Open-Meteo.com the name “Bonn”" in err
    assert "2027-04-25" in err
    assert "Nothing about you or your answers is sent. Add --yes to send it." in err
    assert service.asked == []
    assert race.read_bytes() == before


def test_a_yes_in_the_settings_is_one(service: Service, race: Path) -> None:
    settings = race.parents[1] / "settings.toml"
    settings.write_text(service.settings() + "allowed = true\n", encoding="utf-8")
    assert run("weather", "rhine").code == 0


def test_the_forecast_becomes_the_answer_hour_by_hour(service: Service, race: Path) -> None:
    code, out, err = run("weather", "rhine", "--yes", "--json")
    assert (code, err) == (0, "")
    said = json.loads(out)
    assert said["place"] == "Bonn, North Rhine-Westphalia, Germany"
    assert said["zone"] == "Europe/Berlin"
    assert said["kind"] == "forecast"
    assert [each["at"] for each in said["hours"]] == [f"{at:02}:00" for at in range(9, 16)]
    assert said["hours"][0] == {
        "at": "09:00", "celsius": 14.5, "humidity": 71.0, "dew_point": None, "sun": "shade",
    }  # fmt: skip
    assert [each["sun"] for each in said["hours"]] == ["shade"] * 2 + ["sun"] * 5
    assert said["sent"] == [f"{service.address}{path}" for path in service.asked]
    kept = open_file(race).profile
    assert kept.heat.hours is not None
    assert len(kept.heat.hours) == 7
    assert kept.race.zone == "Europe/Berlin"
    assert (kept.weather.latitude, kept.weather.longitude) == (50.74, 7.1)
    assert len([*(race.parent / ".mile18" / "backups").rglob("*.toml")]) == 1


@pytest.mark.usefixtures("race")
def test_only_place_and_day_leave_the_machine(service: Service) -> None:
    run("weather", "rhine", "--yes")
    places, forecast = service.asked
    assert places == "/places?name=Bonn&count=10&language=en&format=json"
    assert forecast == (
        "/forecast?latitude=50.74&longitude=7.10&hourly=temperature_2m%2Crelative_humidity_2m%2C"
        "shortwave_radiation&timezone=auto&start_date=2027-04-25&end_date=2027-04-25"
    )


@pytest.mark.usefixtures("race")
def test_a_known_place_is_not_looked_up_again(service: Service) -> None:
    run("weather", "rhine", "--yes")
    service.asked.clear()
    code, _, err = run("weather", "rhine")
    assert code == 2
    assert "the place as 50.74, 7.10" in err
    run("weather", "rhine", "--yes")
    assert [path.split("?")[0] for path in service.asked] == ["/forecast"]


def test_of_several_places_one_is_picked(service: Service, race: Path) -> None:
    service.places = [TOWN, AIRPORT]
    before = race.read_bytes()
    code, _, err = run("weather", "rhine", "--yes")
    assert code == 2
    assert "2  Bonn Airport, Germany (50.87, 7.14)" in err
    assert "pick one with --place 1 to --place 2" in err
    assert race.read_bytes() == before
    assert run("weather", "rhine", "--yes", "--place", "3").code == 2
    assert run("weather", "rhine", "--yes", "--place", "2").code == 0
    assert open_file(race).profile.weather.place == "Bonn Airport, Germany"


def test_a_place_on_the_map_is_rounded_and_needs_no_name(service: Service, race: Path) -> None:
    assert run("weather", "rhine", "--yes", "--place", "52.516,13.3777").code == 0
    assert "latitude=52.52&longitude=13.38&" in service.asked[0]
    assert open_file(race).profile.weather.place == "52.52, 13.38"


@pytest.mark.usefixtures("race")
@pytest.mark.parametrize("place", ["91,0", "0,181", "x", "1,2,3", "nan,0", "-1"])
def test_a_wrong_place_is_told_and_nothing_sent(service: Service, place: str) -> None:
    code, _, err = run("weather", "rhine", "--yes", f"--place={place}")
    assert code == 2
    assert "give a number of the list, or LAT,LON" in err
    assert service.asked == []


def test_far_ahead_it_is_typical_and_no_answer(service: Service, race: Path) -> None:
    race.write_text(RACE.format(day=FAR), encoding="utf-8")
    code, out, _ = run("weather", "rhine", "--yes")
    assert code == 0
    assert "What is typical is no forecast" in out
    kept = open_file(race).profile
    assert kept.heat.hours is None
    assert (kept.weather.kind, kept.weather.warm, kept.weather.hottest) == ("typical", 17.5, 17.5)
    asked = [path for path in service.asked if path.startswith("/archive")]
    assert len(asked) == 10
    assert "start_date=2026-09-23&end_date=2026-09-29" in asked[0]


@pytest.mark.usefixtures("race")
def test_offline_shows_what_is_known_with_its_age(service: Service) -> None:
    assert "No weather was looked up yet" in run("weather", "rhine", "--offline").out
    run("weather", "rhine", "--yes")
    service.asked.clear()
    code, out, _ = run("weather", "rhine", "--offline")
    assert code == 0
    assert "Forecast for Bonn, North Rhine-Westphalia, Germany" in out
    assert "Open-Meteo.com (CC BY 4.0)" in out
    assert "The warmest hour, 15:00 with 18 °C, decides on plan A, B or C." in out
    assert service.asked == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[race]\nplace = "Bonn"\n', "needs a race day"),
        (f"[race]\ndate = {NEAR}\n", "needs a place"),
        ('[race]\nplace = "Bonn"\ndate = 2027-04-01\n', "the race is over"),
    ],
)
def test_what_is_missing_is_told(service: Service, race: Path, text: str, told: str) -> None:
    race.write_text(text, encoding="utf-8")
    code, _, err = run("weather", "rhine", "--yes")
    assert code in (1, 2)
    assert told in err
    assert not [path for path in service.asked if path.startswith("/forecast")]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"hourly": {"time": []}}, "no values for that day yet"),
        ({"timezone": "X"}, "of another form"),
        ({"hourly": {"time": ["x"], "temperature_2m": [1]}}, "of another form"),
        ({"hourly": {"time": ["2027-04-25T09:00"], "temperature_2m": [1, 2]}}, "of another form"),
        ({"hourly": {"time": ["2027-04-25T09:00"], "temperature_2m": [None]}}, "no values"),
        ({"hourly": {"time": ["2027-04-25T09:00"], "temperature_2m": [999]}}, "no values"),
        ({"error": True}, "of another form"),
    ],
)
def test_an_odd_answer_changes_nothing(
    service: Service, race: Path, answer: object, told: str
) -> None:
    before = race.read_bytes()
    usual = service.as_usual
    service.answer = lambda path, query: (
        usual(path, query) if path == "/places" else (200, json.dumps(answer).encode())
    )
    code, _, err = run("weather", "rhine", "--yes")
    assert code == 1
    assert "the weather was not looked up: " in err
    assert told in err
    assert race.read_bytes() == before


@pytest.mark.usefixtures("race")
def test_no_match_is_told(service: Service) -> None:
    service.places = []
    code, _, err = run("weather", "rhine", "--yes")
    assert code == 1
    assert "no place is called “Bonn”" in err


@pytest.mark.usefixtures("service", "race")
def test_the_day_reads_the_hours() -> None:
    run("weather", "rhine", "--yes")
    day = json.loads(run("day", "rhine", "--json").out)
    assert day["heat"]["warmest"] == 17.5
    assert len(day["heat"]["hours"]) == 7
    assert day["goal"]["seconds"] == day["splits"][-1]["elapsed"] == 3 * 3600 + 45 * 60
    assert TODAY < NEAR
