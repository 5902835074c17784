"""The weather hour by hour: the hours that the race meets, and the warmest of them, which counts."""

from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from mile18.science.heat import wbgt_slowdown
from mile18.topics.heat.adaptation import expected_wbgt
from mile18.topics.heat.questions import Heat, Hour
from mile18.topics.race.questions import Race, duration_span

# Medical load follows the warmest part of a race, and the field is still out after the goal.
AFTER_FINISH_H = 1
_DAY_H = 24


def hours_after(hours: Sequence[Hour], start: time) -> tuple[tuple[float, Hour], ...]:
    """Each hour with a time of day, with the hours from the start to it, rising.

    The list is in order: an hour earlier than the one before it belongs to the next day. One before
    the start, on the day of the race, has a number below 0.
    """
    found: list[tuple[float, Hour]] = []
    days, before = 0, time.min
    for each in hours:
        if each.at is None:
            continue
        days += each.at < before
        before = each.at
        found.append((_DAY_H * days + _in_hours(each.at) - _in_hours(start), each))
    return tuple(found)


def in_race(race: Race, heat: Heat) -> tuple[Hour, ...]:
    """The hours from the start to an hour after the goal, each end rounded outwards.

    All there are, while the start or how long the race takes is unknown. Source: heat-warmest-hour.
    """
    met = _met(race, heat)
    return heat.hours or () if met is None else tuple(each for _, each in met)


def _met(race: Race, heat: Heat) -> list[tuple[float, Hour]] | None:
    """The hours of the race, each with the hours from the start to it; None while that is unknown."""
    span = duration_span(race)
    if race.start_time is None or span is None:
        return None
    ends = span[1] / 3600 + AFTER_FINISH_H
    hours = hours_after(heat.hours or (), race.start_time)
    return [(at, each) for at, each in hours if -1 < at < ends + 1]


def reaches(race: Race, heat: Heat) -> bool:
    """Whether the hours that are known cover the race; True while that cannot be said."""
    hours, span = heat.hours or (), duration_span(race)
    if not hours or race.start_time is None or span is None:
        return True
    at = [each for each, _ in hours_after(hours, race.start_time)]
    return bool(at) and at[0] < 1 and at[-1] > span[0] / 3600 + AFTER_FINISH_H - 1


def warmest(race: Race, heat: Heat) -> Hour | None:
    """The hour of the race that loads a runner most: by WBGT, as the flags go, then by the air.

    None without an hour whose temperature is known. Source: heat-warmest-hour.
    """
    known = [each for each in in_race(race, heat) if each.temperature is not None]
    return max(known, key=_load, default=None)


def at_the_warmest(race: Race, heat: Heat) -> Heat:
    """The answers with the air of the warmest hour, where hours are known; else as they are."""
    hour = warmest(race, heat)
    return _in_the_air_of(hour, heat) if hour else heat


def slowing_by_the_hour(race: Race, heat: Heat) -> tuple[tuple[float, float], ...]:
    """What heat costs in % at the hours of the race, each with the hours from the start to it.

    The middle of the elite model, a lower bound for others. Empty unless the start is known and the
    hours with their moisture cover the race. Source: heat-mantzios, heat-pace-use.
    """
    if not heat.hours or not reaches(race, heat):
        return ()
    found = []
    for at, hour in _met(race, heat) or ():
        load = expected_wbgt(_in_the_air_of(hour, heat))
        if load is None:
            return ()
        found.append((at, sum(wbgt_slowdown(sum(load) / 2)) / 2))
    return tuple(found)


def _load(hour: Hour) -> tuple[float, float]:
    """What to rank an hour by; where its moisture is unknown, as if the air were half damp."""
    air = _in_the_air_of(hour, Heat())
    if air.humidity is None and air.dew_point is None:
        air = replace(air, humidity=50.0)
    load = expected_wbgt(air)
    return (load[1] if load else 0.0), air.temperature or 0.0


def _in_the_air_of(hour: Hour, heat: Heat) -> Heat:
    moist = heat if hour.humidity is None and hour.dew_point is None else hour
    return replace(
        heat,
        temperature=hour.temperature,
        humidity=moist.humidity,
        dew_point=moist.dew_point,
        sun=hour.sun or heat.sun,
    )


def _in_hours(at: time) -> float:
    return at.hour + at.minute / 60 + at.second / 3600
