"""GPX files read leniently: no entities, no points without a place, any namespace."""

from math import asin, cos, radians, sin, sqrt
from typing import Any

from mile18.records.activity import RecordError
from mile18.sanitise import plain

MOST_BYTES = 64_000_000
_EARTH_M = 6_371_008.8


def parsed(content: bytes) -> tuple[Any, int]:
    """The file as gpxpy has it, and how many points had no place and were left out."""
    # Reading any race would wait for these.
    from xml.etree.ElementTree import ParseError, tostring

    import gpxpy
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(content) > MOST_BYTES:
        raise RecordError(f"it has over {MOST_BYTES / 1e6:.0f} MB, which no run or course needs")
    try:
        tree = fromstring(content.lstrip(b"\xef\xbb\xbf \t\r\n"))
    except DefusedXmlException:
        raise RecordError(
            "it defines entities, which no run or course needs, and was not read"
        ) from None
    except (ParseError, LookupError, ValueError) as error:
        raise RecordError(f"it is no GPX file: {plain(str(error))}") from None
    if _local(tree.tag) != "gpx":
        raise RecordError(f"it is no GPX file: it begins with “{plain(_local(tree.tag))[:30]}”")
    left_out = _leave_out(tree)
    try:
        return gpxpy.parse(tostring(tree, encoding="unicode")), left_out
    except (gpxpy.gpx.GPXException, ValueError) as error:
        raise RecordError(f"it cannot be read: {plain(str(error))}") from None


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _leave_out(tree: Any) -> int:
    """Take out the points without a place on the map, which end the reading of all others.

    The names lose their namespace, which some programs leave out and others vary.
    """
    count = 0
    for parent in list(tree.iter()):
        parent.tag = _local(parent.tag)
        for child in list(parent):
            if _local(child.tag) in ("trkpt", "rtept", "wpt") and not _has_place(child):
                parent.remove(child)
                count += 1
    return count


def _has_place(point: Any) -> bool:
    try:
        return abs(float(point.get("lat"))) <= 90 and abs(float(point.get("lon"))) <= 180
    except (TypeError, ValueError):
        return False


def apart(one: Any, other: Any) -> float:
    """Metres between two points over the ground, on a round earth."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    across = cos(radians(one.latitude)) * cos(radians(other.latitude))
    bow = sin(north / 2) ** 2 + across * sin(east / 2) ** 2
    return 2 * _EARTH_M * asin(min(1.0, sqrt(bow)))
