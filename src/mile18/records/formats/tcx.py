"""Runs recorded as TCX: totals are those of the laps, a lap with several tracks has pauses."""

from array import array
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from mile18.records.activity import Activity, RecordError, Track
from mile18.records.formats.local import Local
from mile18.records.formats.tables import number

SOURCE = "TCX"


def read_tcx(content: bytes, local: Local) -> list[Activity]:
    """The activities of a file. Raises RecordError."""
    try:
        # Strava writes ten blanks before the head, which XML forbids.
        root = fromstring(content.strip())
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        why = " ".join(str(error).split())[:80]
        raise RecordError(f"it is no TCX file that can be read ({why})") from None
    found = [_activity(each, local) for each in root.iter() if _name(each) == "Activity"]
    if not found:
        raise RecordError("it holds no activity")
    return found


def _activity(element: Any, local: Local) -> Activity:
    laps = [each for each in element if _name(each) == "Lap"]
    starts = [at for lap in laps if (at := _moment(lap.get("StartTime"))) is not None]
    points = list(_points(laps))
    times = [at for at, _, _ in points]
    begun = min([*starts[:1], *times[:1]], default=None)
    if begun is None:
        raise RecordError("it has no start")
    timer = sum(number(_text(lap, "TotalTimeSeconds")) or 0.0 for lap in laps)
    totals = [number(_text(lap, "DistanceMeters")) for lap in laps]
    return Activity(
        start=local.at(begun),
        sport="run" if element.get("Sport", "").strip().lower() == "running" else "other",
        source=SOURCE,
        metres=sum(each or 0.0 for each in totals) if any(totals) else None,
        timer=timer or None,
        elapsed=(times[-1] - begun).total_seconds() if times else None,
        track=_track(points, begun),
    )


def _points(laps: list[Any]) -> Iterator[tuple[datetime, float | None, bool]]:
    """The moment and the metres of each point, and whether the watch was stopped before it."""
    for lap in laps:
        tracks = [each for each in lap if _name(each) == "Track"]
        for at_track, track in enumerate(tracks):
            is_first = at_track > 0
            for point in track:
                at = _moment(_text(point, "Time"))
                if at is not None:
                    yield at, number(_text(point, "DistanceMeters")), is_first
                    is_first = False


def _track(points: list[tuple[datetime, float | None, bool]], begun: datetime) -> Any:
    seconds, metres, pauses = array("d"), array("d"), []
    stopped_since: float | None = None
    for at, metre, after_stop in points:
        second = (at - begun).total_seconds()
        if after_stop and seconds:
            stopped_since = seconds[-1]
        if metre is None:
            continue
        if stopped_since is not None:
            pauses.append((stopped_since, second))
            stopped_since = None
        seconds.append(second)
        metres.append(metre)
    track = Track(seconds, metres, tuple(pauses))
    return (lambda: track) if seconds else None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Any, name: str) -> str:
    return next((each.text or "" for each in element if _name(each) == name), "").strip()


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
