"""Open-Meteo: what is asked of it and what its answers say; without a key, only for no gain.

Its data are under CC BY 4.0, so wherever they are shown its name stands.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct

from mile18.sanitise import printable
from mile18.topics.heat.questions import Hour, Sun
from mile18.weather.service import WeatherError

# The first of the days that a forecast covers is today.
FORECAST_DAYS = 16
MOST_PLACES = 10
_HOURLY = "temperature_2m,relative_humidity_2m,shortwave_radiation"
# The sun's power on level ground in W/m², where a course is called sunny, or half so: a judgement.
SUNNY, HALF_SUNNY = 500, 200


class Addresses(Struct, frozen=True, kw_only=True):
    """Where the three questions go; each is Open-Meteo's own or that of one's own server."""

    places: str = "https://geocoding-api.open-meteo.com/v1/search"
    forecast: str = "https://api.open-meteo.com/v1/forecast"
    archive: str = "https://archive-api.open-meteo.com/v1/archive"


class Place(Struct, frozen=True, kw_only=True):
    """A place on the map, its coordinates to 2 decimals; `zone` is empty while it is unknown."""

    name: str
    latitude: float
    longitude: float
    zone: str = ""


def places_url(addresses: Addresses, name: str) -> str:
    """Where to ask which places are called so."""
    asked = {"name": name, "count": MOST_PLACES, "language": "en", "format": "json"}
    return f"{addresses.places}?{urlencode(asked)}"


def hours_url(address: str, place: Place, first: date, last: date) -> str:
    """Where to ask for every hour of these days at a place, by its own clock."""
    asked = {
        "latitude": f"{place.latitude:.2f}",
        "longitude": f"{place.longitude:.2f}",
        "hourly": _HOURLY,
        "timezone": "auto",
        "start_date": first.isoformat(),
        "end_date": last.isoformat(),
    }
    return f"{address}?{urlencode(asked)}"


def places_in(answer: dict[str, Any]) -> tuple[Place, ...]:
    """The places that an answer names, most likely first; empty if there are none.

    Raises WeatherError for an answer of another form.
    """
    try:
        return tuple(_place(each) for each in answer.get("results", []))
    except (KeyError, TypeError, ValueError):
        raise WeatherError("the list of places is of another form than it was") from None


def _place(raw: dict[str, Any]) -> Place:
    around = (raw["name"], raw.get("admin1"), raw.get("country"))
    name = ", ".join(dict.fromkeys(printable(str(each)) for each in around if each))
    latitude, longitude = (round(float(raw[each]), 2) for each in ("latitude", "longitude"))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(name)
    return Place(
        name=name, latitude=latitude, longitude=longitude, zone=printable(raw.get("timezone") or "")
    )


class Hours(Struct, frozen=True):
    """Hours in order with their day, and the zone of their clock.

    `lacking` counts those that came without a temperature; they are left out.
    """

    zone: str
    hours: tuple[tuple[date, Hour], ...]
    lacking: int = 0


def hours_in(answer: dict[str, Any]) -> Hours:
    """The hours in an answer; Raises WeatherError for one of another form or without a value."""
    try:
        hourly, zone = answer["hourly"], printable(str(answer.get("timezone") or ""))
        rows = list(_rows(hourly))
    except (KeyError, TypeError, ValueError):
        raise WeatherError("the hours are of another form than they were") from None
    known = tuple((day, hour) for day, hour in rows if hour.temperature is not None)
    if not known:
        raise WeatherError("the hours have no values for that day yet")
    return Hours(zone, known, len(rows) - len(known))


def _rows(hourly: dict[str, Any]) -> Iterator[tuple[date, Hour]]:
    moments: Sequence[str] = hourly["time"]
    columns = (hourly.get(name) or [None] * len(moments) for name in _HOURLY.split(","))
    for moment, air, humidity, sun in zip(moments, *columns, strict=True):
        at = datetime.fromisoformat(moment)
        hour = Hour(
            at=time(at.hour, at.minute),
            temperature=_within(air, -20, 50),
            humidity=_within(humidity, 0, 100),
            sun=None if sun is None else sun_of(float(sun)),
        )
        yield at.date(), hour


def _within(value: Any, low: float, high: float) -> float | None:
    """A number to one decimal; None for what no question takes."""
    if value is None:
        return None
    found = round(float(value), 1)
    return found if low <= found <= high else None


def sun_of(watts: float) -> Sun:
    """What a course offers under so much sun, in W/m² on level ground."""
    return "sun" if watts >= SUNNY else "mixed" if watts >= HALF_SUNNY else "shade"
