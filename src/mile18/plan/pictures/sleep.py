"""The nights logged as bars, with the seven hours that count as enough."""

from collections.abc import Mapping
from datetime import date, timedelta

from mile18.dates import day_words
from mile18.drawing import Row, bar
from mile18.plan.pictures.lines import OWN, Line, Picture
from mile18.profile import Profile
from mile18.topics.sleep import ENOUGH_HOURS
from mile18.units import number

KEY = f"Hours asleep; │ marks {ENOUGH_HOURS:g} h."
NIGHTS = 14
_LABEL, _MOST_BAR, _LEAST_BAR, _LONGEST = 20, 40, 10, 10.0


def sleep_picture(profile: Profile, today: date, width: int) -> Picture:
    """The nights of two weeks, those not logged marked; without any the usual night."""
    sleep = profile.sleep
    hours = {
        night.date: night.hours
        for night in sleep.nights or ()
        if night.date is not None and night.hours is not None and night.date <= today
    }
    near = {day: slept for day, slept in hours.items() if (today - day).days < NIGHTS}
    usual = () if sleep.usual_hours is None else (_usual(sleep.usual_hours),)
    if near:
        return Picture(rows=night_rows(near, NIGHTS, width), spare=usual, key=KEY)
    return Picture(lines=usual, key=f"{OWN} yours  ━ what most adults need")


def _usual(hours: float) -> Line:
    return Line(
        questions=("sleep.usual_hours",),
        label="Usual night",
        told=f"{number(hours, 1)} h",
        span=(0.0, 12.0),
        band=(ENOUGH_HOURS, 9.0),
        marks=((hours, OWN),),
    )


def night_rows(hours: Mapping[date, float], days: int, width: int) -> tuple[Row, ...]:
    """A bar a night, of so many days to the last; one without hours is said."""
    room = min(_MOST_BAR, width - _LABEL)
    if not hours or room < _LEAST_BAR:
        return ()
    last = max(hours)
    rows, day = [], max(min(hours), last - timedelta(days=days - 1))
    while day <= last:
        label = day_words(day).rsplit(" ", 1)[0]
        slept = hours.get(day)
        if slept is None:
            rows.append(Row(f"{label:<10}  not logged"))
        else:
            full = min(room, round(room * slept / _LONGEST))
            drawn = bar(full, full, room, round(room * ENOUGH_HOURS / _LONGEST))
            rows.append(drawn.between(f"{label:<10} {slept:5.1f} h  ", ""))
        day += timedelta(days=1)
    return tuple(rows)
