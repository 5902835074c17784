"""Runs recorded as GPX: metres by the points, no pauses, no time of the watch."""

from array import array
from datetime import UTC, datetime
from itertools import pairwise

import gpxpy
from gpxpy.gpx import GPXTrackPoint

from mile18.records.activity import Activity, RecordError, Sport, Track
from mile18.records.formats.gpx_file import apart, parsed
from mile18.records.formats.local import Local

SOURCE = "GPX"
# Strava writes a number in place of the word.
_STRAVA_SPORTS = {"9": "running", "1": "cycling"}


def read_gpx(content: bytes, local: Local) -> list[Activity]:
    """The tracks of a file that have times. Raises RecordError."""
    gpx, _ = parsed(content)
    found = [
        activity
        for track in gpx.tracks
        if (activity := _activity(track.type or "", track.segments, local))
    ]
    if not found:
        raise RecordError("it has no times: a course or a route, no run")
    return found


def _activity(
    kind: str, segments: list[gpxpy.gpx.GPXTrackSegment], local: Local
) -> Activity | None:
    timed = [[point for point in segment.points if point.time] for segment in segments]
    times = [_utc(point) for points in timed for point in points]
    if not times:
        return None
    seconds, metres, pauses = array("d"), array("d"), []
    done = 0.0
    for points in timed:
        if not points:
            continue
        if seconds:
            pauses.append((seconds[-1], (_utc(points[0]) - times[0]).total_seconds()))
        seconds.append((_utc(points[0]) - times[0]).total_seconds())
        metres.append(done)
        for before, after in pairwise(points):
            done += apart(before, after)
            seconds.append((_utc(after) - times[0]).total_seconds())
            metres.append(done)
    track = Track(seconds, metres, tuple(pauses))
    return Activity(
        start=local.at(times[0]),
        sport=_sport(kind),
        source=SOURCE,
        metres=done,
        elapsed=(times[-1] - times[0]).total_seconds(),
        track=lambda: track,
    )


def _utc(point: GPXTrackPoint) -> datetime:
    assert point.time
    return point.time if point.time.tzinfo else point.time.replace(tzinfo=UTC)


def _sport(kind: str) -> Sport:
    named = _STRAVA_SPORTS.get(kind.strip(), kind).lower()
    return "run" if not named or "run" in named else "other"
