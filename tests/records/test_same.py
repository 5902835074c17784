"""The same session from several sources counts once, and two that only look alike do not."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fit_files import run
from record_files import NEW_YORK, garmin_list, gpx, read, strava, tcx

from mile18.records.activity import Activity, Contents, Night, Weighing
from mile18.records.same import counted_once

START = datetime(2027, 4, 5, 8, 0)


def session(
    source: str = "FIT", minutes: float = 0, metres: float | None = 10_000, **more: object
) -> Activity:
    values: dict[str, object] = {"sport": "run", "timer": 3300.0, "elapsed": 3300.0} | more
    begun = START + timedelta(minutes=minutes)
    return Activity(start=begun, source=source, metres=metres, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (session("Strava"), 1),
        (session("Strava", 1.9, timer=3200.0), 1),
        (session("Strava", 2.1, timer=3200.0), 2),
        (session("Garmin", 0, 10_150, timer=None), 1),
        (session("Garmin", 0, 10_500, timer=None), 2),
        (session("GPX", 0, None, timer=None), 1),
        (session("Apple Health", sport="other"), 2),
        # The other file was read in another zone.
        (session("Strava", 60), 1),
        (session("Strava", -5.5 * 60), 1),
        (session("Strava", 60, 9000), 2),
        (session("Strava", 67), 2),
        (session("FIT", 60), 2),
        (session("Strava", 60, timer=3200.0), 2),
    ],
)
def test_what_is_the_same_and_what_is_not(other: Activity, count: int) -> None:
    assert len(counted_once(Contents(activities=[session(), other])).activities) == count
    assert len(counted_once(Contents(activities=[other, session()])).activities) == count


def test_the_better_file_wins_and_the_other_fills_in() -> None:
    bare = session("Strava", metres=10_020, celsius=12.0)
    (found,) = counted_once(Contents(activities=[bare, session(elapsed=None)])).activities
    assert (found.source, found.metres, found.elapsed, found.celsius) == ("FIT", 10_000, 3300, 12)
    cut = session(metres=4000, timer=None, elapsed=1200.0, incomplete=True)
    (found,) = counted_once(Contents(activities=[cut, bare])).activities
    assert (found.metres, found.elapsed, found.incomplete) == (10_020, 3300, False)


def test_a_list_in_the_wrong_unit_is_told(tmp_path: Path) -> None:
    start = datetime(2027, 4, 5, 12, 0, tzinfo=UTC)
    (tmp_path / "a.fit").write_bytes(run(start))
    local = start.astimezone(NEW_YORK).replace(tzinfo=None)
    (tmp_path / "b.csv").write_text(garmin_list([(local, 10_000, 3300)], 1609.344))
    found = read(tmp_path)
    assert [each.metres for each in found.activities] == [10_000]
    assert any("another length" in told for told in found.problems)


def test_one_run_in_five_formats(tmp_path: Path) -> None:
    start = datetime(2027, 4, 5, 12, 0, tzinfo=UTC)
    local = start.astimezone(NEW_YORK).replace(tzinfo=None)
    (tmp_path / "a.fit").write_bytes(run(start))
    (tmp_path / "a.gpx").write_text(gpx(start, 10_000, 330))
    (tmp_path / "a.tcx").write_text(tcx(start, 10_000, 330))
    (tmp_path / "a.csv").write_text(strava([(start, 10_000, 3300)], files=["activities/9.fit.gz"]))
    (tmp_path / "b.csv").write_text(garmin_list([(local, 10_000, 3300)]))
    found = read(tmp_path)
    assert [(each.source, each.metres) for each in found.activities] == [("FIT", 10_000)]
    assert found.left_out["sessions", "they stand in another file too"] == 4


def test_nights_come_from_the_source_that_has_the_most() -> None:
    wake = date(2027, 4, 5)
    nights = [Night(wake=wake, hours=8.0, source="Oura")]
    nights += [Night(wake=wake + timedelta(days=at), hours=7.0, source="Garmin") for at in range(3)]
    nights += [Night(wake=wake + timedelta(days=9), hours=6.0, source="Oura")]
    found = counted_once(Contents(nights=nights)).nights
    assert [each.hours for each in found] == [7, 7, 7, 6]


def test_a_weighing_in_two_files_counts_once() -> None:
    when = datetime(2027, 4, 5, 7)
    values = [(when, 63.4), (when, 63.42), (when, 82.3), (when + timedelta(hours=1), 63.4)]
    found = counted_once(
        Contents(weighings=[Weighing(when=at, kg=kg, source="x") for at, kg in values])
    )
    assert [each.kg for each in found.weighings] == [63.4, 82.3, 63.4]
