"""Small exports of each kind, as their makers write them, of one invented runner."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from mile18.records.activity import Contents
from mile18.records.formats.local import Local
from mile18.records.read import Reader

TODAY = date(2027, 4, 26)
NEW_YORK = ZoneInfo("America/New_York")
GPX = '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{}</gpx>'
STRAVA_END = ",,,{elapsed},{moving},{metres}"


def read(*paths: Path, unit_m: float = 1000.0, today: date = TODAY) -> Contents:
    """What is read of these paths, in New York."""
    return Reader(today, Local(NEW_YORK), unit_m).read(list(paths))


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


def gpx(start: datetime, metres: float, pace: float, kind: str = "running") -> str:
    """A run to the north, a point every 10 s."""
    rows, second = [], 0
    while second * 1000 / pace <= metres:
        lat = 31.5 + second * 1000 / pace / 111_195
        at = start + timedelta(seconds=second)
        rows.append(
            f'<trkpt lat="{lat:.7f}" lon="-41.0"><time>{at:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>'
        )
        second += 10
    track = f"<trk><type>{kind}</type><trkseg>{''.join(rows)}</trkseg></trk>"
    return GPX.format(track)


def tcx(start: datetime, metres: float, pace: float, sport: str = "Running") -> str:
    """A run in two tracks of one lap, with a pause of 60 s between them."""
    half = int(metres * pace / 2000)
    tracks = []
    for part, later in ((0, 0), (half, 60)):
        points = "".join(
            f"<Trackpoint><Time>{start + timedelta(seconds=part + later + at):%Y-%m-%dT%H:%M:%SZ}"
            f"</Time><DistanceMeters>{(part + at) * 1000 / pace}</DistanceMeters></Trackpoint>"
            for at in range(0, half + 1, 10)
        )
        tracks.append(f"<Track>{points}</Track>")
    return (
        "          <?xml version='1.0' encoding='UTF-8'?><TrainingCenterDatabase "
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="{sport}"><Id>x</Id><Lap StartTime="{start:%Y-%m-%dT%H:%M:%SZ} ">'
        f"<TotalTimeSeconds>{2 * half}</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters>"
        f"{''.join(tracks)}</Lap></Activity></Activities></TrainingCenterDatabase>"
    )


STRAVA_HEADS = {
    "en": "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Weather Temperature",
    "old": "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Weather Temperature",
    "html": 'ID,<span class="x" title="y">Date</span>,Name,<span>Type</span>,Text,Elapsed,Distance,'
    "HR,Effort,Commute,Note,Gear,<span>Filename</span>,W,B,Elapsed,Moving,Distance,Max,"
    "<b>Weather Temperature</b>",
    "de": "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,Ausrüstung,"
    "Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,"
    "Wetter: Temperatur",
}
STRAVA_DAYS = {
    "en": "{0:%b} {0.day}, {0:%Y, %I:%M:%S} {0:%p}",
    "old": "{0:%d} {0:%b} {0:%Y, %H:%M:%S}",
    "html": "{0:%b} {0.day}, {0:%Y, %I:%M:%S}\u202f{0:%p}",
    "de": "{0:%d.%m.%Y, %H:%M:%S}",
}


def strava(
    runs: Sequence[tuple[datetime, float, int]],
    style: str = "en",
    kind: str = "Run",
    files: Sequence[str] = (),
    celsius: str = "",
) -> str:
    """The list of an export: starts in UTC, metres, seconds."""
    rows = [STRAVA_HEADS[style]]
    for at, (start, metres, seconds) in enumerate(runs):
        shown = f"{metres / 1000:.2f}"
        note = "" if style == "old" else ","
        name = files[at] if at < len(files) else f"activities/{at}.fit.gz"
        shown = f'"{shown.replace(".", ",")}"' if style == "de" else shown
        rows.append(
            f'{at},"{STRAVA_DAYS[style].format(start)}","Run, ""easy""\nby the sea",{kind},,{seconds},{shown},,,false,{note}'
            f",{name},,,{seconds}.0,{seconds}.0,{metres:.2f},,{celsius}"
        )
    return "\n".join(rows) + "\n"


def garmin_list(
    runs: Sequence[tuple[datetime, float, int]], unit_m: float = 1000.0, comma: bool = False
) -> str:
    """The list that the site exports: local times, two decimals, no unit."""
    rows = ["Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Elapsed Time"]
    for start, metres, seconds in runs:
        shown = f"{metres / unit_m:.2f}".replace(".", "," if comma else ".")
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        rows.append(
            f'Running,{start:%Y-%m-%d %H:%M:%S},false,"Run",'
            f'"{shown}","1,337","{clock}","--","{clock}"'
        )
    return "\n".join(rows) + "\n"


def garmin_summaries(runs: Sequence[tuple[datetime, float, int]], kind: str = "running") -> str:
    """Summaries of an account export: centimetres, milliseconds, local time as if in UTC."""
    items = [
        {
            "activityType": kind,
            "startTimeLocal": start.replace(tzinfo=UTC).timestamp() * 1000,
            "duration": seconds * 1000.0,
            "elapsedDuration": seconds * 1000.0,
            "distance": metres * 100,
        }
        for start, metres, seconds in runs
    ]
    return json.dumps([{"summarizedActivitiesExport": items}])


def garmin_nights(nights: Mapping[date, float]) -> str:
    """Nights of an account export."""
    rows: list[dict[str, object]] = [{"retro": False}]
    for wake, hours in nights.items():
        third = hours * 1200
        rows.append(
            {
                "calendarDate": f"{wake}",
                "deepSleepSeconds": third,
                "lightSleepSeconds": third,
                "remSleepSeconds": third,
                "awakeSleepSeconds": 1800,
            }
        )
    return json.dumps(rows)


def garmin_export(today: date = TODAY) -> bytes:
    """A small account export: ten weeks of runs up to six days before `today`, and their nights."""
    first = datetime.combine(today - timedelta(days=69), time(7, 30))
    runs = [(first + timedelta(days=7 * week), 10_000.0 + 500 * week, 3300) for week in range(10)]
    nights = {today - timedelta(days=days): 6.5 for days in range(1, 29) if days != 5}
    mass = [{"metaData": {"calendarDate": f"{today}T07:00:00.0"}, "weight": {"weight": 63400.0}}]
    return zipped(
        {
            "DI_CONNECT/F/x_0_summarizedActivities.json": garmin_summaries(runs),
            "DI_CONNECT/W/x_sleepData.json": garmin_nights(nights),
            "DI_CONNECT/W/x_userBioMetrics.json": json.dumps(mass),
        }
    )


APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
]>
<HealthData locale="en_US">
{}
</HealthData>
"""


def apple_sleep(
    start: datetime, end: datetime, value: str = "AsleepCore", source: str = "Watch"
) -> str:
    """A stage of sleep; times with their zone."""
    return (
        f'<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{source}" '
        f'startDate="{start:%Y-%m-%d %H:%M:%S %z}" endDate="{end:%Y-%m-%d %H:%M:%S %z}" '
        f'value="HKCategoryValueSleepAnalysis{value}"><MetadataEntry key="a" value="b"/></Record>'
    )


def apple_run(
    start: datetime, metres: float, seconds: int, *, new: bool = True, unit: str = "km"
) -> str:
    """A workout, in the form since iOS 16 or before."""
    per = {"km": 1000, "mi": 1609.344, "m": 1}[unit]
    end = start + timedelta(seconds=seconds)
    times = f'startDate="{start:%Y-%m-%d %H:%M:%S %z}" endDate="{end:%Y-%m-%d %H:%M:%S %z}"'
    head = (
        f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="{seconds / 60}" '
        f'durationUnit="min" {times}'
    )
    if not new:
        return f'{head} totalDistance="{metres / per}" totalDistanceUnit="{unit}"/>'
    return (
        f'{head}><MetadataEntry key="HKIndoorWorkout" value="0"/><WorkoutStatistics '
        f'type="HKQuantityTypeIdentifierDistanceWalkingRunning" {times} sum="{metres / per}" '
        f'unit="{unit}"/></Workout>'
    )


def apple_mass(when: datetime, value: float, unit: str = "kg") -> str:
    """A weighing."""
    return (
        f'<Record type="HKQuantityTypeIdentifierBodyMass" unit="{unit}" '
        f'startDate="{when:%Y-%m-%d %H:%M:%S %z}" endDate="{when:%Y-%m-%d %H:%M:%S %z}" '
        f'value="{value}"/>'
    )
