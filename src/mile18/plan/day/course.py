"""The course as a page and as data: how far, how high, and what stands along it."""

from collections.abc import Iterator
from math import ceil, floor
from typing import Any

from mile18.drawing import DOTS, Curve, Guide, Row, chart
from mile18.page import Block, Page, Plot, plain, said, sections, table
from mile18.plan.day.plots import course_ticks
from mile18.plan.day.timeline import EFFORT
from mile18.profile import Profile
from mile18.sanitise import plain_part
from mile18.topics.race.course import ascent, height_at, heights_of
from mile18.topics.race.questions import AidStation
from mile18.units import Units, amount, counted, number

SCHEMA = 1
PLOT_ROWS = 6
# Lower hills than this fill no more of the picture than they are.
LEAST_RISE = 40.0
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
    course, race = profile.course, profile.race
    if course.length is None:
        yield said(NO_COURSE, "missing")
        return
    facts = [amount(race.distance or course.length, "km", units, 2)]
    if climbed := ascent(course):
        up, down = (number(each, 0) for each in climbed)
        facts.append(f"about {up} m up, {down} m down")
    else:
        facts.append("no heights, so it counts as flat")
    if course.source:
        facts.append(course.source)
    yield plain(" · ".join(facts))
    if rows := height_plot(profile, units, width):
        yield Plot(rows)
        yield said(EFFORT)


def height_plot(profile: Profile, units: Units, width: int) -> tuple[Row, ...]:
    """The heights along the course, the aid stations on the axis; empty without heights.

    Raises ValueError as `drawing.chart`.
    """
    heights = heights_of(profile.course)
    km = profile.race.distance or profile.course.length
    if not heights or not km:
        return ()
    low, high = min(heights), max(heights)
    bottom = 10 * floor(low / 10)
    top = max(10 * ceil(high / 10), bottom + LEAST_RISE)
    curve = Curve(DOTS, "height", lambda at: height_at(heights, at, km))
    guides = [Guide(each, f"{each:.0f} m", "level") for each in (bottom, top)]
    marks = [(each.km or 0.0, "▲") for each in _known(profile)]
    ticks = course_ticks(km, units)
    return chart((curve,), guides, (0.0, km), (bottom, top), ticks, width, PLOT_ROWS, marks)


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
    course, heights, climbed = profile.course, heights_of(profile.course), ascent(profile.course)
    km = profile.race.distance or course.length
    return {
        "schema": SCHEMA,
        "profile": name,
        "km": km if course.length else None,
        "ascent": round(climbed[0]) if climbed else None,
        "descent": round(climbed[1]) if climbed else None,
        "points": [
            [round((km or 0.0) * at / (len(heights) - 1), 2), each]
            for at, each in enumerate(heights)
        ],
        "stations": [{"km": each.km, "offers": each.offers} for each in _known(profile)],
        "scaled_by": round(profile.race.distance / course.length, 4)
        if profile.race.distance and course.length
        else None,
        "source": course.source,
        "notes": notes,
    }
