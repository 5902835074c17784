"""The weather of the race hour by hour: as a table, as data, and how old it is."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any

from mile18.page import Block, Page, plain, said, sections, table
from mile18.plan.day.weather import Load, airs, flag_words, load
from mile18.profile import Profile
from mile18.sanitise import plain_part
from mile18.topics.heat.forecast import Weather
from mile18.topics.heat.hours import in_race, reaches, warmest
from mile18.topics.heat.questions import SUN, Hour
from mile18.units import Units, amount, counted, number, spanned

SCHEMA = 1
NO_WEATHER = "No weather was looked up yet. mile18 weather NAME does it."
ATTRIBUTION = "Weather data by Open-Meteo.com (CC BY 4.0), https://open-meteo.com/"
SHORT = "These hours do not cover your race: look the weather up again, or add them by hand."
TYPICAL = "What is typical is no forecast: it helps to set plans B and C, and nothing else."
RADIATION = "Sun and shade are read from the sun's power in the forecast; where the lines lie is a judgement."


def load_of(hour: Hour) -> Load | None:
    """The load of one hour's air; None unless its temperature and moisture are known."""
    if hour.temperature is None:
        return None
    return load(airs(hour.temperature, hour.humidity, hour.dew_point), hour.sun)


def hour_rows(hours: Sequence[Hour], units: Units) -> list[tuple[str, ...]]:
    """A row an hour, under a head: time, air, humidity, sun, WBGT and its flag."""
    rows: list[tuple[str, ...]] = [("at", "air", "humidity", "heat load", "sun", "flag")]
    for each in hours:
        found = load_of(each)
        rows.append(
            (
                f"{each.at:%H:%M}" if each.at else "–",
                "–" if each.temperature is None else amount(each.temperature, "°C", units, 0),
                "–" if each.humidity is None else f"{number(each.humidity, 0)}%",
                spanned(*found.wbgt, lambda at: amount(at, "°C", units, 0)) if found else "–",
                SUN[each.sun] if each.sun else "–",
                flag_words(found, each.sun) if found else "–",
            )
        )
    return rows


def came_from(kept: Weather, today: date) -> str:
    """Where hours came from and how long ago: `forecast for Berlin, 2 days old`; empty if typed."""
    if kept.kind is None or kept.fetched_on is None:
        return ""
    days = (today - kept.fetched_on).days
    age = "of today" if days <= 0 else f"{counted(days, 'day')} old"
    what = "forecast" if kept.kind == "forecast" else "typical weather"
    at = f" {kept.fetched_at:%H:%M}" if kept.fetched_at else ""
    return f"{what} for {plain_part(kept.place) or 'your race'}, {age} ({kept.fetched_on}{at} UTC)"


def hours_lines(profile: Profile, units: Units, today: date) -> Iterator[Block]:
    """The hours that the race meets and the warmest of them; nothing while none are known."""
    met = in_race(profile.race, profile.heat)
    if not met:
        return
    if told := came_from(profile.weather, today):
        yield plain(f"{told[0].upper()}{told[1:]}")
    yield from table(hour_rows(met, units), ">>>><<")
    hour = warmest(profile.race, profile.heat)
    if hour and hour.at and hour.temperature is not None:
        air = amount(hour.temperature, "°C", units, 0)
        yield said(f"The warmest hour, {hour.at:%H:%M} with {air}, decides on plan A, B or C.")
    if not reaches(profile.race, profile.heat):
        yield said(SHORT, "loud")
    if profile.weather.kind == "forecast":
        yield said(ATTRIBUTION)


def weather_page(
    profile: Profile, units: Units, today: date, shown: Sequence[Hour], notes: Sequence[str] = ()
) -> Page:
    """What is known of the weather; `shown` are hours that are typical only, and no answer."""
    return Page(
        sections(
            [
                ("Weather", _about(profile, units, today, shown)),
                ("Please note", [said(each) for each in notes]),
            ]
        ),
        title=profile.race.name or "Weather",
    )


def _about(profile: Profile, units: Units, today: date, shown: Sequence[Hour]) -> Iterator[Block]:
    kept = profile.weather
    if not shown:
        found = list(hours_lines(profile, units, today))
        yield from found or [said(NO_WEATHER, "missing")]
    else:
        told = came_from(kept, today)
        yield plain(f"{told[0].upper()}{told[1:]}")
        yield from table(hour_rows(shown, units), ">>>><<")
        yield said(ATTRIBUTION)
    if told := seasonal_words(kept, units):
        yield said(told)
        yield said(TYPICAL)


def seasonal_words(kept: Weather, units: Units) -> str:
    """What ten past years were like in the hours of the race; empty while nobody asked."""
    if kept.warm is None or kept.hottest is None:
        return ""
    warm, hottest = (amount(each, "°C", units, 0) for each in (kept.warm, kept.hottest))
    return (
        f"In ten past years one day in four reached {warm} in these hours, the hottest {hottest}: a "
        "start for the temperatures of plans B and C."
    )


def hour_data(hours: Sequence[Hour]) -> list[dict[str, Any]]:
    """Hours as plain data, in SI."""
    return [
        {
            "at": each.at.isoformat("minutes") if each.at else None,
            "celsius": each.temperature,
            "humidity": each.humidity,
            "dew_point": each.dew_point,
            "sun": each.sun,
        }
        for each in hours
    ]


def weather_data(
    name: str, profile: Profile, shown: Sequence[Hour], sent: Sequence[str], notes: Sequence[str]
) -> dict[str, Any]:
    """What is known of the weather as plain data; what is not known is null."""
    kept = profile.weather
    hours = shown or in_race(profile.race, profile.heat)
    fetched = None
    if kept.fetched_on:
        at = f"T{kept.fetched_at or time():%H:%M:%S}Z"
        fetched = f"{kept.fetched_on.isoformat()}{at}"
    return {
        "schema": SCHEMA,
        "profile": name,
        "place": kept.place,
        "zone": profile.race.zone,
        "fetched": fetched,
        "kind": kept.kind,
        "hours": hour_data(hours),
        "warm": kept.warm,
        "hottest": kept.hottest,
        "sent": list(sent),
        "notes": list(notes),
    }
