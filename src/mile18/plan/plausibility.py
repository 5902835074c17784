"""Answers that may be slips of the finger: allowed, but so rare that they are asked about.

What is usual for one answer alone stands with its question; here is what it takes two to doubt. The
limits say nothing about health; they are only so wide that few true answers lie outside.
"""

from collections.abc import Iterator
from datetime import time
from functools import cache

from mile18.entry import show
from mile18.profile import Profile, question_by_id, topics
from mile18.question import Question, questions
from mile18.topics.race.clock_change import is_zone
from mile18.topics.race.questions import fastest_pace, slowest_pace
from mile18.units import Units, clock, pace

# The most for each kg of body weight, and without that.
_PER_KG = {"nutrition.breakfast_g": (5, 400), "nutrition.race_caffeine_mg": (9, 900)}
_LONGEST_RUN_KM = 80
_TIMES = {
    "race.goal_time": "race.distance",
    "heat.hot_goal_time": "race.distance",
    "heat.very_hot_goal_time": "race.distance",
    "debrief.time": "race.distance",
    "race.recent_time": "race.recent_distance",
}
# Walkers finish a marathon at 15:00/km; beyond it, hills and nights make longer times usual.
_ROAD_KM, _SLOW_ON_ROADS = 43, 900
_FIRST_HALF = (0.4, 0.6)
_LEAVE = "Leave it if it is right."
# What an amount in other units is rounded by makes no answer unusual.
_TOLERANCE = 0.01


def doubts(profile: Profile, units: Units) -> dict[str, str]:
    """Why an answer may be a slip and what to do, by the ids of the questions; empty if none is."""
    return dict([*_pairs(profile), *_paces(profile, units), *_amounts(profile, units)])


def _amounts(profile: Profile, units: Units) -> Iterator[tuple[str, str]]:
    for question, (low, high) in _limits(profile):
        value, slack = _answer(profile, question.id), _TOLERANCE * (high - low)
        if value is None or low - slack <= value <= high + slack:
            continue
        beyond = "under" if value < low else "over"
        rare = f"{beyond} {show(question, low if value < low else high, units)}"
        yield question.id, f"{show(question, value, units)}: {rare} is rare. {_LEAVE}"


def _limits(profile: Profile) -> Iterator[tuple[Question, tuple[float, float]]]:
    yield from _with_usual()
    for name, (per_kg, most) in _PER_KG.items():
        mass = profile.race.body_mass
        yield question_by_id(name), (0, per_kg * mass if mass else most)
    longest = max(_LONGEST_RUN_KM, profile.race.distance or 0)
    yield question_by_id("training.longest_run"), (0, longest)


# What a race is called by in miles, typed as kilometres.
_MILES = (26.2, 13.1)
# A start shortly after midnight has its wake time on the day before.
_NIGHT_START = 3 * 60
_YEARS = (2000, 2100)


def _slips(profile: Profile) -> Iterator[tuple[str, str]]:
    km, day = profile.race.distance, profile.race.date
    if km in _MILES:
        yield "race.distance", f"{km} km is no usual race. Did you mean {km} mi? {_LEAVE}"
    if (zone := profile.race.zone) and not is_zone(zone):
        yield "race.zone", "This machine knows no such time zone. Write it like Europe/Berlin."
    if day is not None and not _YEARS[0] <= day.year < _YEARS[1]:
        yield "race.date", f"The year {day.year} is far from now. {_LEAVE}"


@cache
def _with_usual() -> tuple[tuple[Question, tuple[float, float]], ...]:
    """The questions that say what is usual, with that in SI."""
    found = (each for sheet in topics().values() for each in questions(sheet))
    return tuple((each, each.usual) for each in found if each.usual)


def _paces(profile: Profile, units: Units) -> Iterator[tuple[str, str]]:
    for name, of in _TIMES.items():
        seconds, km = _answer(profile, name), _answer(profile, of)
        if seconds is None or km is None:
            continue
        fast, slow = fastest_pace(km), slowest_pace(km)
        if km <= _ROAD_KM:
            slow = min(slow, _SLOW_ON_ROADS)
        if not fast <= seconds / km <= slow:
            is_fast = seconds / km < fast
            rare = f"faster than {pace(fast, units)}" if is_fast else f"over {pace(slow, units)}"
            yield name, f"{pace(seconds / km, units)}: {rare} is rare. {_LEAVE}"


def _pairs(profile: Profile) -> Iterator[tuple[str, str]]:
    yield from _slips(profile)
    whole, half = _answer(profile, "debrief.time"), _answer(profile, "debrief.half_time")
    if whole and half and not _FIRST_HALF[0] <= half / whole <= _FIRST_HALF[1]:
        told = f"{clock(half)} of {clock(whole)} is far from half. {_LEAVE}"
        if half >= whole:
            told = f"{clock(half)}: halfway is not before the end, {clock(whole)}. Check both."
        yield "debrief.half_time", told
    cooler = _answer(profile, "race.goal_time")
    for name in ("heat.hot_goal_time", "heat.very_hot_goal_time"):
        plan = _answer(profile, name)
        if plan is not None and cooler is not None and plan < cooler:
            yield (
                name,
                f"{clock(plan)} is faster than {clock(cooler)}, the plan for cooler air. Check both.",
            )
        cooler = cooler if plan is None else plan
    start, wake = profile.race.start_time, profile.sleep.race_wake_time
    if start and wake and 0 <= _minutes(start, wake) < _NIGHT_START:
        yield "sleep.race_wake_time", f"{wake:%H:%M} is after the start, {start:%H:%M}. Check both."
    air, dew = _answer(profile, "heat.temperature"), _answer(profile, "heat.dew_point")
    if air is not None and dew is not None and dew > air:
        yield "heat.dew_point", "A dew point is never above the temperature. Check both."


def _minutes(since: time, until: time) -> int:
    return 60 * (until.hour - since.hour) + until.minute - since.minute


def _answer(profile: Profile, name: str) -> float | None:
    value: float | None = profile.answer(name)
    return value
