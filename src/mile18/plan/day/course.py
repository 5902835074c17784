"""The course as a page and as data: how far, how high, and what stands along it."""

from collections.abc import Iterator
from typing import Any

from mile18.charts import Track, course
from mile18.drawing import Row
from mile18.page import Block, Page, Plot, plain, said, sections, table
from mile18.plan.day.plots import course_ticks, relief
from mile18.plan.day.timeline import EFFORT
from mile18.profile import Profile
from mile18.sanitise import plain_part
from mile18.topics.race.course import ascent, heights_of
from mile18.topics.race.questions import AidStation
from mile18.units import Units, amount, counted, number

SCHEMA = 1
NO_COURSE = "No course yet. mile18 course NAME FILE.gpx takes one from a file."


def course_page(profile: Profile, units: Units, width: int, notes: tuple[str, ...] = ()) -> Page:
    """What is kept of the course, with `notes` on how it was taken."""
    return Page(
        sections(
            [
                ("Course", _about(profile, units, width)),
                ("Along it", _stations(profile, units)),
                ("From the file", [said(each) for each in notes]),
            ]
        ),
        title=profile.course.name or profile.race.name or "Course",
    )


def _about(profile: Profile, units: Units, width: int) -> Iterator[Block]:
    if profile.course.length is None:
        yield said(NO_COURSE, "missing")
        return
    yield plain(facts(profile, units))
    if rows := height_plot(profile, units, width):
        yield Plot(rows)
        yield said(EFFORT)


def facts(profile: Profile, units: Units) -> str:
    """How long and how high the course is, and which file it came from, in a line."""
    kept = profile.course
    told = [amount(profile.race.distance or kept.length or 0.0, "km", units, 2)]
    if climbed := ascent(kept):
        up, down = (number(each, 0) for each in climbed)
        told.append(f"about {up} m up, {down} m down")
    else:
        told.append("no heights, so it counts as flat")
    if kept.source:
        told.append(kept.source)
    return " · ".join(told)


def height_plot(profile: Profile, units: Units, width: int) -> tuple[Row, ...]:
    """The heights along the course with its aid stations; empty without heights.

    Raises ValueError as `charts.course`.
    """
    heights, km = heights_of(profile.course), profile.race.distance or profile.course.length
    if not heights or not km:
        return ()
    known = tuple(each.km for each in _known(profile) if each.km is not None and each.km <= km)
    tracks = [Track("stations", "▲", "station", known)] if known else []
    return course(km, tracks, course_ticks(km, units), width, relief(heights, km))


def _known(profile: Profile) -> list[AidStation]:
    found = [each for each in profile.race.aid_stations or () if each.km is not None]
    return sorted(found, key=lambda each: each.km or 0.0)


def _stations(profile: Profile, units: Units) -> Iterator[Block]:
    rows = [
        (amount(each.km or 0.0, "km", units), plain_part(each.offers)) for each in _known(profile)
    ]
    yield from table(rows, "><")
    if rows:
        yield plain(f"{counted(len(rows), 'place')}, as answered under Race.")


def course_data(name: str, profile: Profile, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    """The course as plain data: km, metres up and down, points of km and m, stations, notes."""
    kept, heights, climbed = profile.course, heights_of(profile.course), ascent(profile.course)
    km = profile.race.distance or kept.length
    return {
        "schema": SCHEMA,
        "profile": name,
        "km": km if kept.length else None,
        "ascent": round(climbed[0]) if climbed else None,
        "descent": round(climbed[1]) if climbed else None,
        "points": [
            [round((km or 0.0) * at / (len(heights) - 1), 2), each]
            for at, each in enumerate(heights)
        ],
        "stations": [{"km": each.km, "offers": each.offers} for each in _known(profile)],
        "scaled_by": round(profile.race.distance / kept.length, 4)
        if profile.race.distance and kept.length
        else None,
        "source": kept.source,
        "notes": notes,
    }
