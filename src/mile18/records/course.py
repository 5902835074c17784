"""Read the course of a race from a GPX file: its heights, its length, what stands along it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from itertools import pairwise
from math import ceil
from typing import Any

from msgspec import Struct

from mile18.profile import Profile
from mile18.records.activity import RecordError
from mile18.records.formats.gpx_file import apart, parsed
from mile18.sanitise import plain
from mile18.science.hills import smoothed
from mile18.topics.race.course import Course, in_rows
from mile18.topics.race.questions import AidStation, CutOff, Race
from mile18.units import counted, number

# As far apart as the heights in a race file lie, and the window that evens out the noise of GPS.
STEP_M = 200.0
WINDOW_M = 200.0
SHORTEST_KM, LONGEST_KM = 0.4, 400.0
# A waypoint belongs to the course where the course comes this near to it.
NEAR_M = 150.0
# A loop that comes back after less than this is the same passing.
APART_KM = 1.0
_SERVED = re.compile(
    r"\b(?:aid|water|drinks?|refreshments?|feed|fuel|food|gels?|cola|isotonic|ravito\w*|"
    r"verpflegung|ristoro|avituallamiento)\b",
    re.IGNORECASE,
)
_NOT_SERVED = re.compile(r"\bno (?:aid|water|drinks?|food)\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:cut[ -]?off|closes|closing|barri[eè]re|deadline)\D{0,12}([0-2]?\d[:.h][0-5]\d)\b",
    re.IGNORECASE,
)


class Stop(Struct, frozen=True):
    """A place on the course: its km, whether it serves and what it offers, and when it closes."""

    km: float
    served: bool
    offers: str
    closes: time | None


class Read(Struct, frozen=True, kw_only=True):
    """A course as its file has it: km, heights in m evenly spaced (empty if it has none), stops.

    `notes` are sentences on what was left out or put right.
    """

    name: str
    km: float
    heights: tuple[float, ...]
    stops: tuple[Stop, ...]
    notes: tuple[str, ...]


def read_course(content: bytes) -> Read:
    """The course in the bytes of a GPX file. Raises RecordError, which says what is wrong."""
    gpx, left_out = parsed(content)
    points, notes = _line(gpx)
    if left_out:
        notes.append(f"{counted(left_out, 'point')} without a place left out.")
    metres = [0.0]
    for before, after in pairwise(points):
        metres.append(metres[-1] + apart(before, after))
    km = metres[-1] / 1000
    if not SHORTEST_KM <= km <= LONGEST_KM:
        raise RecordError(
            f"its line is {km:.2f} km long; a course has {SHORTEST_KM:g} to {LONGEST_KM:g} km"
        )
    return Read(
        name=plain(gpx.name or _first_name([*gpx.tracks, *gpx.routes])),
        km=round(km, 2),
        heights=_heights(points, metres, notes),
        stops=tuple(_stops(gpx.waypoints, points, metres)),
        notes=tuple(notes),
    )


def _line(gpx: Any) -> tuple[list[Any], list[str]]:
    """The points of the course in order, and notes on how they were put together."""
    notes = []
    parts = [part.points for track in gpx.tracks for part in track.segments if part.points]
    if len(parts) > 1:
        notes.append(f"{len(parts)} parts joined in the order of the file.")
    if not parts:
        parts = [route.points for route in gpx.routes if route.points]
        if len(parts) > 1:
            parts = parts[:1]
            notes.append("The file has several routes; the first was read.")
    points = [point for part in parts for point in part]
    if len(points) < 2:
        raise RecordError("there is no track or route in it")
    return points, notes


def _first_name(parts: Iterable[Any]) -> str:
    return next((part.name for part in parts if part.name), "")


def _heights(points: Sequence[Any], metres: Sequence[float], notes: list[str]) -> tuple[float, ...]:
    """Heights in m about 200 m apart, to 0.1 m; empty if the file has none."""
    known = [
        (at, point.elevation)
        for at, point in zip(metres, points, strict=True)
        if point.elevation is not None and -500 <= point.elevation <= 9000
    ]
    if len(known) < 2:
        notes.append("The file has no heights, so the course counts as flat.")
        return ()
    if missing := len(points) - len(known):
        notes.append(f"{counted(missing, 'point')} without a height; the line between is straight.")
    # What lacks a height at either end has that of its nearest neighbour.
    known = [(metres[0], known[0][1]), *known, (metres[-1], known[-1][1])]
    at, heights = zip(*known, strict=True)
    count = max(1, ceil(metres[-1] / STEP_M))
    even = smoothed(at, heights, count, WINDOW_M)
    notes += _jumps(at, heights, even)
    return tuple(round(each, 1) for each in even)


# A step between two neighbouring points that no road makes, on a course that is no mountain's.
STEEPEST_STEP, LEAST_JUMP_M, STEEPEST_ROAD = 0.4, 4.0, 0.2


def _jumps(
    metres: Sequence[float], heights: Sequence[float], even: Sequence[float]
) -> Iterator[str]:
    """Say that heights jump, as those from a map of the ground do at bridges and tunnels."""
    if any(abs(b - a) > STEEPEST_ROAD * STEP_M for a, b in pairwise(even)):
        return
    steps = zip(pairwise(metres), pairwise(heights), strict=True)
    jumps = [
        abs(up - low) for (a, b), (low, up) in steps if abs(up - low) > STEEPEST_STEP * (b - a)
    ]
    if jumps and max(jumps) > LEAST_JUMP_M:
        yield (
            f"Heights jump by up to {max(jumps):.0f} m from point to point: they may be those of the "
            "ground under bridges and over tunnels, and the climb may be far less."
        )


def _stops(
    waypoints: Iterable[Any], points: Sequence[Any], metres: Sequence[float]
) -> Iterator[Stop]:
    """Aid stations and cut-offs in order, at each passing of the course."""
    found: list[Stop] = []
    for each in waypoints:
        name, said = plain(each.name), plain(each.description or each.comment)
        told = " ".join((name, said, plain(each.symbol), plain(each.type)))
        closes = _CLOSES.search(told)
        served = bool(_SERVED.search(told)) and not _NOT_SERVED.search(told)
        if served or closes:
            offers = _CLOSES.split(said)[0].strip(" .,;") if closes else said
            shut = _clock(closes[1]) if closes else None
            kms = _passings(each, points, metres)
            found += (Stop(round(km, 1), served, offers or name, shut) for km in kms)
    yield from sorted(found, key=lambda stop: stop.km)


def _clock(text: str) -> time | None:
    hour, minute = re.split("[:.h]", text)
    return time(int(hour), int(minute)) if int(hour) < 24 else None


def _passings(waypoint: Any, points: Sequence[Any], metres: Sequence[float]) -> Iterator[float]:
    """The km at which the course comes nearest to a waypoint, once for each loop that passes it."""
    near: list[tuple[float, float]] = []
    for point, at in zip(points, metres, strict=True):
        if (away := apart(waypoint, point)) > NEAR_M:
            continue
        if near and at / 1000 - near[-1][1] < APART_KM:
            near[-1] = min(near[-1], (away, at / 1000))
        else:
            near.append((away, at / 1000))
    yield from (km for _, km in near)


# A file this much longer or shorter than the race may be of another race.
OFTEN_OFF = 0.03


def take(profile: Profile, course: Read, source: str) -> tuple[Profile, tuple[str, ...]]:
    """The profile with this course, and sentences on what was scaled, left out or kept.

    `source` is what the file is called. Aid stations that are answered already stay as they are.
    """
    kept = Course(
        name=course.name or None,
        source=plain(source) or None,
        length=course.km,
        heights=in_rows(course.heights) or None,
        notes=profile.course.notes,
    )
    notes = [*course.notes, *_scaled(course.km, profile.race.distance)]
    changes = {"course": {key: getattr(kept, key) for key in kept.__struct_fields__}}
    if course.stops and (profile.race.aid_stations or profile.race.cut_offs):
        count = counted(len(course.stops), "place")
        notes.append(
            f"Your aid stations and cut-offs stay; the file has {count}. Clear yours to take them."
        )
    else:
        changes["race"] = _places(course, profile.race)
    return profile.with_changes(changes), tuple(notes)


def _places(course: Read, race: Race) -> dict[str, Any]:
    scale = (race.distance or course.km) / course.km
    at = [(round(stop.km * scale, 1), stop) for stop in course.stops]
    served = tuple(AidStation(km=km, offers=stop.offers or None) for km, stop in at if stop.served)
    shut = tuple(CutOff(km=km, closes=stop.closes) for km, stop in at if stop.closes)
    found = {"aid_stations": served or None, "cut_offs": race.cut_offs or shut or None}
    return {key: value for key, value in found.items() if value is not None}


def _scaled(km: float, distance: float | None) -> Iterator[str]:
    if distance is None:
        yield "Your race has no distance yet; the course counts once it has."
        return
    off = km / distance - 1
    if abs(off) >= 0.0005:
        longer = "longer" if off > 0 else "shorter"
        text = f"The file is {number(abs(off) * 100, 1)}% {longer} than your race, so it is scaled."
        yield text
    if abs(off) > OFTEN_OFF:
        yield "That is a lot: check that it is the course of this race."
