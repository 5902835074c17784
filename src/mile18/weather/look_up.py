"""The weather of a race looked up: the forecast, or while it is too early what is typical."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from statistics import median, mode
from typing import Any, Literal

from msgspec import Struct

from mile18.profile import Profile
from mile18.topics.heat.forecast import Weather
from mile18.topics.heat.hours import AFTER_FINISH_H, in_race
from mile18.topics.heat.questions import Heat, Hour
from mile18.topics.race.questions import Race, duration_span
from mile18.weather.open_meteo import (
    FORECAST_DAYS,
    Addresses,
    Hours,
    Place,
    hours_in,
    hours_url,
    places_in,
    places_url,
)
from mile18.weather.service import WeatherError

Kind = Literal["forecast", "typical"]
Ask = Callable[[str], dict[str, Any]]

YEARS = 10
# Days before and after the race's own that stand for the season.
AROUND = 3
_WHOLE_DAY_H = 24


class LookedUp(Struct, frozen=True, kw_only=True):
    """The hours of a race at a place; `sent` are the addresses asked, with all that left the machine.

    `warm` is the warmest hour in °C that one day in four of the season passed, `hottest` the warmest
    of all; both are None for a forecast.
    """

    place: Place
    kind: Kind
    hours: tuple[Hour, ...]
    sent: tuple[str, ...]
    notes: tuple[str, ...] = ()
    warm: float | None = None
    hottest: float | None = None


def days_of(race: Race) -> tuple[date, date] | None:
    """The first and the last day whose weather the race meets; None without a race day."""
    if race.date is None:
        return None
    span = duration_span(race)
    hours = span[1] / 3600 + AFTER_FINISH_H if race.start_time and span else 0
    start = datetime.combine(race.date, race.start_time or time())
    return race.date, (start + timedelta(hours=hours)).date()


def kind_of(last: date, today: date) -> Kind:
    """Whether a forecast reaches to the last day of a race."""
    return "forecast" if (last - today).days < FORECAST_DAYS else "typical"


def would_send(race: Race, today: date, place: Place | None) -> str:
    """In words, what leaves the machine: where to, and what."""
    days = days_of(race)
    kind = kind_of(days[1], today) if days else "forecast"
    when = f"the day of the race, {race.date}" if kind == "forecast" else "its day in past years"
    where = (
        f"the place as {place.latitude:.2f}, {place.longitude:.2f}"
        if place
        else f"the name “{race.place}”, then the place you pick to 2 decimals"
    )
    return f"{where}, and {when}. Nothing about you or your answers is sent"


def find_places(ask: Ask, addresses: Addresses, name: str) -> tuple[tuple[Place, ...], str]:
    """The places called so, and the address asked. Raises WeatherError, also for no match."""
    url = places_url(addresses, name)
    found = places_in(ask(url))
    if not found:
        raise WeatherError(f"no place is called “{name}”; write it another way, or give LAT,LON")
    return found, url


def look_up(ask: Ask, addresses: Addresses, place: Place, race: Race, today: date) -> LookedUp:
    """The weather of the race's hours. Raises WeatherError, also for a race that has no day."""
    days = days_of(race)
    if days is None:
        raise WeatherError("the race has no day yet")
    if days[1] < today:
        raise WeatherError("the race is over; mile18 looks up only what is to come")
    if kind_of(days[1], today) == "typical":
        return _typical(ask, addresses, place, race, days)
    url = hours_url(addresses.forecast, place, *days)
    found = hours_in(ask(url))
    notes = []
    if found.lacking:
        notes.append(f"{found.lacking} hours had no value yet and are left out.")
    return LookedUp(
        place=_in_zone(place, found),
        kind="forecast",
        hours=_of_race(race, tuple(hour for _, hour in found.hours)),
        sent=(url,),
        notes=tuple(notes),
    )


def _in_zone(place: Place, found: Hours) -> Place:
    return Place(
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        zone=place.zone or found.zone,
    )


def _of_race(race: Race, hours: tuple[Hour, ...]) -> tuple[Hour, ...]:
    """Those of the day that the race meets, in order."""
    return in_race(race, Heat(hours=hours))


def _typical(
    ask: Ask, addresses: Addresses, place: Place, race: Race, days: tuple[date, date]
) -> LookedUp:
    """The season of the race in ten past years, hour by hour the middle one."""
    sent, found = [], []
    for back in range(1, YEARS + 1):
        url = hours_url(addresses.archive, place, *_years_before(days, back))
        sent.append(url)
        found.append(hours_in(ask(url)))
    hours = _of_race(race, tuple(_middle(found)))
    met = {hour.at for hour in hours}
    by_day: dict[date, float] = {}
    for day, hour in (each for year in found for each in year.hours):
        if hour.at in met and hour.temperature is not None:
            by_day[day] = max(by_day.get(day, -100.0), hour.temperature)
    highs = sorted(by_day.values())
    return LookedUp(
        place=_in_zone(place, found[0]),
        kind="typical",
        hours=hours,
        sent=tuple(sent),
        warm=highs[len(highs) * 3 // 4],
        hottest=highs[-1],
    )


def _years_before(days: tuple[date, date], years: int) -> tuple[date, date]:
    def moved(day: date) -> date:
        leap = day.month == 2 and day.day == 29
        return day.replace(year=day.year - years, day=28 if leap else day.day)

    around = timedelta(days=AROUND)
    return moved(days[0]) - around, moved(days[1]) + around


def _middle(found: list[Hours]) -> Iterator[Hour]:
    """For each hour of the clock the middle temperature and humidity of all days."""
    by_clock: dict[time, list[Hour]] = {}
    for each in (hour for year in found for _, hour in year.hours):
        if each.at is not None:
            by_clock.setdefault(each.at, []).append(each)
    for at, hours in sorted(by_clock.items()):
        suns = [each.sun for each in hours if each.sun]
        yield Hour(
            at=at,
            temperature=_median([each.temperature for each in hours]),
            humidity=_median([each.humidity for each in hours]),
            sun=mode(suns) if suns else None,
        )


def _median(values: list[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return round(median(known), 1) if known else None


def take(profile: Profile, found: LookedUp, now: datetime) -> Profile:
    """The profile with this weather: a forecast is the answer hour by hour, what is typical is not.

    A time zone that the runner gave stays.
    """
    place, race = found.place, profile.race
    at = now.astimezone(UTC)
    kept = {
        "place": place.name,
        "written": race.place,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "kind": found.kind,
        "fetched_on": at.date(),
        "fetched_at": time(at.hour, at.minute),
        "warm": found.warm,
        "hottest": found.hottest,
    }
    changes: dict[str, dict[str, Any]] = {"weather": kept}
    if found.kind == "forecast":
        changes["heat"] = {"hours": found.hours}
    if race.zone is None and place.zone:
        changes["race"] = {"zone": place.zone}
    return profile.with_changes(changes)


def known_place(profile: Profile) -> Place | None:
    """The place looked up before, as long as the race is still at the place it was asked for."""
    kept: Weather = profile.weather
    if kept.latitude is None or kept.longitude is None or kept.written != profile.race.place:
        return None
    return Place(
        name=kept.place or "", latitude=kept.latitude, longitude=kept.longitude,
        zone=profile.race.zone or "",
    )  # fmt: skip
