"""Apple Health's `export.xml`, of any size, read row by row."""

import zlib
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import IO, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from mile18.records.activity import Activity, Contents, Night, RecordError, Sport, Weighing
from mile18.records.formats.local import Local
from mile18.records.formats.tables import number

SOURCE = "Apple Health"
_METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
_KG = {"kg": 1.0, "lb": 0.45359237, "g": 0.001, "st": 6.35029318}
_MINUTES = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0}
_STRENGTH = ("TraditionalStrengthTraining", "FunctionalStrengthTraining")
# Stages that lie this near to each other are one sleep; longer awake, and a nap begins.
_APART_S = 5400.0
_SLEEP, _MASS = "HKCategoryTypeIdentifierSleepAnalysis", "HKQuantityTypeIdentifierBodyMass"
Span = tuple[datetime, datetime]


def read_apple(file: IO[bytes], local: Local, tick: Callable[[], None]) -> Contents:
    """Runs, strength, nights and weighings. Raises RecordError; `tick` is called on the way."""
    found = Contents()
    asleep: dict[str, list[Span]] = defaultdict(list)
    try:
        # Its head is a DTD, which may stand; entities may not.
        rows = iterparse(file, events=("start", "end"), forbid_dtd=False)
        _, root = next(rows)
        for at, (event, element) in enumerate(rows):
            if at % 20_000 == 0:
                tick()
            if event == "end" and element.tag in ("Record", "Workout"):
                _take(element, found, asleep, local)
            if event == "end" and element.tag not in ("MetadataEntry", "WorkoutStatistics"):
                root.clear()
    except StopIteration:
        raise RecordError("it is empty") from None
    except (
        ParseError,
        DefusedXmlException,
        ValueError,
        OSError,
        EOFError,
        BadZipFile,
        zlib.error,
    ) as error:
        why = " ".join(str(error).split())[:80]
        if not (found.activities or asleep or found.weighings):
            raise RecordError(f"it cannot be read ({why})") from None
        found.problems.append(f"Apple Health ends early ({why}); what stands before it was read.")
    found.nights += _nights(asleep, found)
    return found


def _take(element: Any, found: Contents, asleep: dict[str, list[Span]], local: Local) -> None:
    if element.tag == "Workout":
        if activity := _workout(element, local):
            found.activities.append(activity)
        return
    kind = element.get("type")
    if kind == _SLEEP and "Asleep" in element.get("value", ""):
        span = _span(element, local)
        if span and span[1] > span[0]:
            asleep[element.get("sourceName", "")].append(span)
    elif kind == _MASS:
        when, unit = _moment(element.get("startDate"), local), _KG.get(element.get("unit", ""))
        value = number(element.get("value") or "")
        if when is not None and unit and value is not None:
            found.weighings.append(Weighing(when=when, kg=value * unit, source=SOURCE))


def _workout(element: Any, local: Local) -> Activity | None:
    span = _span(element, local)
    if span is None:
        return None
    kind = element.get("workoutActivityType", "").removeprefix("HKWorkoutActivityType")
    sport: Sport = "run" if kind == "Running" else "strength" if kind in _STRENGTH else "other"
    value, unit = element.get("totalDistance"), element.get("totalDistanceUnit")
    for part in element.iter("WorkoutStatistics"):
        if part.get("type", "").endswith("DistanceWalkingRunning"):
            value, unit = part.get("sum"), part.get("unit")
    metres, duration = number(value or ""), number(element.get("duration") or "")
    scale = _METRES.get(unit or "")
    minutes = _MINUTES.get(element.get("durationUnit", "min"))
    return Activity(
        start=span[0],
        sport=sport,
        source=SOURCE,
        metres=metres * scale if metres is not None and scale else None,
        timer=duration * minutes if duration is not None and minutes else None,
        elapsed=(span[1] - span[0]).total_seconds(),
    )


def _nights(asleep: dict[str, list[Span]], found: Contents) -> list[Night]:
    """The longest sleep of each day of waking, from the one source that has the most nights."""
    by_source = {source: _longest(spans) for source, spans in asleep.items()}
    if not by_source:
        return []
    best = max(by_source, key=lambda source: (len(by_source[source]), len(asleep[source])))
    for source, nights in by_source.items():
        if source != best:
            found.leave_out("nights of a second app", "one source counts for a night", len(nights))
    return [
        Night(wake=wake, hours=seconds / 3600, source=SOURCE)
        for wake, seconds in by_source[best].items()
    ]


def _longest(spans: list[Span]) -> dict[date, float]:
    sleeps: list[list[Any]] = []
    for begin, end in sorted(spans):
        if sleeps and (begin - sleeps[-1][0]).total_seconds() < _APART_S:
            # Stages that overlap count once.
            begin = max(begin, sleeps[-1][0])
            sleeps[-1][1] += max(0.0, (end - begin).total_seconds())
            sleeps[-1][0] = max(end, sleeps[-1][0])
        else:
            sleeps.append([end, (end - begin).total_seconds()])
    found: dict[date, float] = {}
    for end, seconds in sleeps:
        found[end.date()] = max(seconds, found.get(end.date(), 0.0))
    return found


def _span(element: Any, local: Local) -> Span | None:
    begin = _moment(element.get("startDate"), local)
    end = _moment(element.get("endDate"), local)
    return (begin, end) if begin is not None and end is not None else None


def _moment(text: str | None, local: Local) -> datetime | None:
    try:
        return local.at(datetime.fromisoformat(text or ""))
    except ValueError:
        return None
