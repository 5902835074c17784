"""Each source: what is taken from it, and what is not."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fit_files import run
from record_files import (
    APPLE,
    NEW_YORK,
    apple_mass,
    apple_run,
    apple_sleep,
    garmin_list,
    garmin_nights,
    garmin_summaries,
    gpx,
    read,
    strava,
    tcx,
    zipped,
)

from mile18.records.activity import Contents

UTC_RUNS = [
    (datetime(2027, 4, 5, 1, 30, tzinfo=UTC), 10_000.0, 3300),
    (datetime(2027, 4, 7, 22, 0, tzinfo=UTC), 21_097.5, 6900),
]
LOCAL_RUNS = [
    (start.astimezone(NEW_YORK).replace(tzinfo=None), metres, seconds)
    for start, metres, seconds in UTC_RUNS
]
# Sunday evening there, Monday in UTC.
STARTS = [datetime(2027, 4, 4, 21, 30), datetime(2027, 4, 7, 18, 0)]


def of(tmp_path: Path, name: str, content: str | bytes, unit_m: float = 1000.0) -> Contents:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path, unit_m=unit_m)


def summary(found: Contents) -> list[tuple[datetime, float | None, float | None]]:
    return [(each.start, each.metres, each.timer) for each in found.activities]


EXPECTED = list(zip(STARTS, (10_000.0, 21_097.5), (3300, 6900), strict=True))


@pytest.mark.parametrize("style", ["en", "old", "html", "de"])
def test_strava_in_every_year_and_language(tmp_path: Path, style: str) -> None:
    kind = "Lauf" if style == "de" else "Run"
    found = of(tmp_path, "activities.csv", strava(UTC_RUNS, style, kind))
    assert summary(found) == EXPECTED
    assert {each.sport for each in found.activities} == {"run"}
    assert found.problems == []


def test_strava_rows_without_metres_take_the_distance_shown(tmp_path: Path) -> None:
    text = strava(UTC_RUNS, "de", "Lauf").replace("10000.00", "").replace("21097.50", "")
    assert [each.metres for each in of(tmp_path, "a.csv", text).activities] == [10_000, 21_100]


def test_strava_weather_is_that_of_the_air(tmp_path: Path) -> None:
    found = of(tmp_path, "a.csv", strava(UTC_RUNS, celsius="17.5"))
    assert [each.celsius for each in found.activities] == [17.5, 17.5]


def test_points_are_found_by_the_name_in_the_list_and_count_once(tmp_path: Path) -> None:
    files = ["activities/7001.fit.gz", ""]
    export = zipped(
        {
            "activities.csv": strava(UTC_RUNS, files=files),
            "activities/7001.fit.gz": run(UTC_RUNS[0][0], pace=330),
            "media/x.jpg": bytes(range(256)) * 20,
        }
    )
    found = of(tmp_path, "export.zip", export)
    assert summary(found) == EXPECTED
    assert [each.track is not None for each in found.activities] == [True, False]
    assert found.activities[0].track
    track = found.activities[0].track()
    assert track
    assert track.metres[-1] == pytest.approx(10_000, abs=20)
    assert found.left_out == {("other files", "nothing in them that mile18 reads"): 1}


@pytest.mark.parametrize(("unit_m", "comma"), [(1000.0, False), (1000.0, True), (1609.344, False)])
def test_garmin_lists_name_no_unit(tmp_path: Path, unit_m: float, comma: bool) -> None:
    found = of(tmp_path, "Activities.csv", garmin_list(LOCAL_RUNS, unit_m, comma), unit_m=unit_m)
    assert [each.start for each in found.activities] == STARTS
    for each, (_, metres, seconds) in zip(found.activities, LOCAL_RUNS, strict=True):
        assert each.metres == pytest.approx(metres, abs=unit_m / 200)
        assert each.timer == seconds
    (told,) = found.problems
    assert "names no unit" in told
    assert ("miles" if unit_m > 1500 else "km") in told


def test_garmin_account_with_nights_masses_and_points_in_a_zip_in_the_zip(tmp_path: Path) -> None:
    mass = [{"metaData": {"calendarDate": "2027-04-20T07:00:00.0"}, "weight": {"weight": 63400.0}}]
    export = zipped(
        {
            "DI_CONNECT/F/x_0_summarizedActivities.json": garmin_summaries(LOCAL_RUNS),
            "DI_CONNECT/W/2027-01_2027-03_sleepData.json": garmin_nights({date(2027, 4, 20): 6.0}),
            "DI_CONNECT/W/2027-03_2027-04_sleepData.json": garmin_nights(
                {date(2027, 4, 20): 7.0, date(2027, 4, 21): 8.0}
            ),
            "DI_CONNECT/W/x_userBioMetrics.json": json.dumps(mass),
            "DI_CONNECT/U/Part1.zip": zipped({"1.fit": run(UTC_RUNS[0][0], pace=330)}),
            "DI_CONNECT/U/user.json": "{}",
        }
    )
    found = of(tmp_path, "garmin.zip", export)
    assert summary(found) == EXPECTED
    assert [each.track is not None for each in found.activities] == [True, False]
    # The newest file of two that hold a night is right.
    assert [(each.wake.day, each.hours) for each in found.nights] == [(20, 7.0), (21, 8.0)]
    assert [(each.when, each.kg) for each in found.weighings] == [(datetime(2027, 4, 20, 7), 63.4)]


def test_an_old_account_has_metres_and_seconds(tmp_path: Path) -> None:
    row = {
        "activityType": "running",
        "startTimeLocal": "2027-04-04T21:30:00",
        "distance": 10000.0,
        "duration": 3300.0,
    }
    text = json.dumps([{"summarizedActivitiesExport": [row, "odd", {}]}])
    assert summary(of(tmp_path, "x.json", text)) == EXPECTED[:1]


def test_garmin_sleep_and_weight_reports(tmp_path: Path) -> None:
    sleep = (
        "Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Quality,Duration,Sleep Need\n"
        "2027-04-25,63,47,+42,Fair,6h 16min,8h 0min\nApr 24,68,47,+35,Fair,6h 20min,8h 0min\n"
        "2027-04-23,--,--,--,--,--,8h 0min\n"
    )
    found = of(tmp_path, "Sleep.csv", sleep)
    assert [(each.wake.day, round(each.hours, 2)) for each in found.nights] == [
        (24, 6.33),
        (25, 6.27),
    ]
    weeks = sleep.replace("2027-04-25", "Apr 18-25").replace("Apr 24,", "Mar 29 - Apr 4,")
    assert of(tmp_path, "Weeks.csv", weeks).nights == []
    mass = 'Time,Weight,Change,BMI,\n" Apr 24, 2027",\n7:58 AM,63.4 kg,--,--,\n9:12 PM,140.0 lbs,--,--,\n'
    found = of(tmp_path, "Weight.csv", mass)
    assert [round(each.kg, 1) for each in found.weighings] == [63.4, 63.5]
    assert found.weighings[0].when == datetime(2027, 4, 24, 7, 58)


def test_apple_counts_one_source_a_night_and_no_time_in_bed(tmp_path: Path) -> None:
    bed = datetime(2027, 4, 20, 22, 30, tzinfo=NEW_YORK)
    hour = timedelta(hours=1)
    rows = [
        apple_sleep(bed, bed + 9 * hour, "InBed"),
        apple_sleep(bed, bed + 3 * hour, "AsleepDeep"),
        apple_sleep(bed + 3 * hour, bed + 4 * hour, "Awake"),
        apple_sleep(bed + 4 * hour, bed + 8 * hour, "AsleepREM"),
        # A nap, and a second app that slept longer but once.
        apple_sleep(bed + 16 * hour, bed + 17 * hour),
        apple_sleep(bed + 24 * hour, bed + 30 * hour),
        apple_sleep(bed, bed + 10 * hour, "Asleep", "NightLog"),
    ]
    found = of(tmp_path, "export.xml", APPLE.format("\n".join(rows)))
    assert [(each.wake.day, each.hours) for each in found.nights] == [(21, 7.0), (22, 6.0)]
    assert found.left_out == {("nights of a second app", "one source counts for a night"): 1}


@pytest.mark.parametrize("unit", ["km", "mi", "m"])
@pytest.mark.parametrize("new", [True, False])
def test_apple_workouts_of_both_forms(tmp_path: Path, new: bool, unit: str) -> None:
    rows = [
        apple_run(start.astimezone(NEW_YORK), metres, seconds, new=new, unit=unit)
        for start, metres, seconds in UTC_RUNS
    ]
    strength = rows[0].replace("TypeRunning", "TypeTraditionalStrengthTraining")
    mass = apple_mass(datetime(2027, 4, 20, 7, tzinfo=NEW_YORK), 140, "lb")
    export = zipped(
        {"apple_health_export/Exportieren.xml": APPLE.format("\n".join([*rows, strength, mass]))}
    )
    found = of(tmp_path, "export.zip", export)
    runs = [each for each in found.activities if each.sport == "run"]
    assert [(each.start, round(each.metres or 0, 1), each.timer) for each in runs] == EXPECTED
    assert [each.sport for each in found.activities].count("strength") == 1
    assert [round(each.kg, 1) for each in found.weighings] == [63.5]


def test_apple_times_in_the_offset_of_another_place_are_put_right(tmp_path: Path) -> None:
    rows = [apple_run(start, metres, seconds) for start, metres, seconds in UTC_RUNS]
    assert summary(of(tmp_path, "export.xml", APPLE.format("\n".join(rows)))) == EXPECTED


def test_a_cut_export_counts_as_far_as_it_goes(tmp_path: Path) -> None:
    rows = [apple_run(start, metres, seconds) for start, metres, seconds in UTC_RUNS]
    text = APPLE.format("\n".join(rows))
    found = of(tmp_path, "export.xml", text[: text.rindex("<Workout ") + 20])
    assert summary(found) == EXPECTED[:1]
    assert "ends early" in found.problems[0]


def test_gpx_and_tcx(tmp_path: Path) -> None:
    start, metres, _ = UTC_RUNS[0]
    (found,) = of(tmp_path, "a.gpx", gpx(start, metres, 330)).activities
    assert found.start == STARTS[0]
    assert found.metres == pytest.approx(metres, rel=0.005)
    assert (found.timer, found.elapsed, found.sport) == (None, 3300, "run")
    (found,) = of(tmp_path, "b.tcx", tcx(start, metres, 330)).activities
    assert (found.start, found.metres, found.timer, found.elapsed) == (
        STARTS[0],
        metres,
        3300,
        3360,
    )
    assert found.track
    track = found.track()
    assert track
    assert track.pauses == ((1650, 1710),)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("1.gpx", gpx(UTC_RUNS[0][0], 3000, 330, "9"), "run"),
        ("1.gpx", gpx(UTC_RUNS[0][0], 3000, 330, "1"), "other"),
        ("1.gpx", gpx(UTC_RUNS[0][0], 3000, 330, "hiking"), "other"),
        ("1.tcx", tcx(UTC_RUNS[0][0], 3000, 330, "Other"), "other"),
        ("1.tcx", tcx(UTC_RUNS[0][0], 3000, 330, "Biking"), "other"),
    ],
)
def test_what_is_no_run_is_none(tmp_path: Path, name: str, content: str, kind: str) -> None:
    assert [each.sport for each in of(tmp_path, name, content).activities] == [kind]


OURA = (
    "id;day;total_sleep_duration;type;bedtime_end\n"
    "1;2027-04-20;25200;long_sleep;x\n2;2027-04-20;1800;late_nap;x\n3;2027-04-21;;long_sleep;x\n"
)
FITBIT_OLD = (
    'Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake\n"2027-04-19 11:05PM","2027-04-20 7:16AM",'
    '"420","30"\n"20-04-2027 1:10 pm","20-04-2027 2:10 pm","40","3"\n"x","y","N/A","1"\n'
)
FITBIT_NEW = (
    "sleep_id,sleep_type,minutes_asleep,start_utc_offset,sleep_start,end_utc_offset,sleep_end\n"
    "1,stages,420,-04:00,2027-04-20T02:00:00Z,-04:00,2027-04-20T10:00:00Z\n"
)
WHOOP = (
    "Hora,Fin,Zona,Inicio del sueño,Despertar,a,b,Duración (min),c,d,e,f,g,h,i,j,k,Siesta\n"
    "2027-04-19 23:00:00,,UTC-04:00,2027-04-19 23:00:00,2027-04-20 07:00:00,1,2,420,4,5,6,7,8,9,1,2,3,false\n"
    "2027-04-20 13:00:00,,UTCZ,2027-04-20 13:00:00,2027-04-20 13:40:00,1,2,38,4,5,6,7,8,9,1,2,3,true\n"
)
FITBIT_JSON = json.dumps(
    [
        {"logId": 1, "dateOfSleep": "2027-04-20", "minutesAsleep": 420, "mainSleep": True},
        {"logId": 1, "dateOfSleep": "2027-04-20", "minutesAsleep": 420, "mainSleep": True},
        {"logId": 2, "dateOfSleep": "2027-04-20", "minutesAsleep": 38, "mainSleep": False},
    ]
)
TRENDS = "date,Sleep Score,Total Sleep Time,Sleep Timing,Sleep Timing\n2027-04-20,80,25200,1,2\n"


@pytest.mark.parametrize("text", [OURA, FITBIT_OLD, FITBIT_NEW, WHOOP, FITBIT_JSON, TRENDS])
def test_nights_of_every_maker(tmp_path: Path, text: str) -> None:
    found = of(tmp_path, "x", text)
    assert [(each.wake, each.hours) for each in found.nights] == [(date(2027, 4, 20), 7.0)]
    assert found.problems == []
