"""Answers that may be slips of the finger: allowed, but so rare that they are asked about.

The spans say nothing about health; they are only so wide that few true answers lie outside.
"""

from collections.abc import Iterator
from typing import NamedTuple

from mile18.entry import show
from mile18.profile import Profile, all_questions
from mile18.units import Units, clock, pace


class _Usual(NamedTuple):
    low: float
    high: float


# By the ids of the questions, in SI.
_USUAL = {
    "sleep.usual_hours": _Usual(4, 11),
    "race.body_mass": _Usual(35, 150),
    "training.weekly_distance": _Usual(0, 200),
    "training.longest_run": _Usual(0, 80),
    "nutrition.breakfast_g": _Usual(0, 250),
    "nutrition.sweat_mass_before": _Usual(35, 150),
    "nutrition.sweat_mass_after": _Usual(35, 150),
    "nutrition.race_caffeine_mg": _Usual(0, 600),
    "heat.temperature": _Usual(-15, 42),
    "debrief.temperature": _Usual(-15, 42),
    "debrief.slept_last_night": _Usual(0, 11),
    "debrief.slept_before": _Usual(4, 11),
}
_TIMES = {
    "race.goal_time": "race.distance",
    "heat.hot_goal_time": "race.distance",
    "heat.very_hot_goal_time": "race.distance",
    "debrief.time": "race.distance",
    "race.recent_time": "race.recent_distance",
}
_PACE = _Usual(150, 720)
_ULTRA_PACE = _Usual(150, 1200)
_LONGEST_ROAD_RACE_KM = 43
_FIRST_HALF = _Usual(0.4, 0.6)
# A plan, and the one that it must not be faster than.
_SLOWER = {"heat.hot_goal_time": "race.goal_time", "heat.very_hot_goal_time": "heat.hot_goal_time"}


def doubts(profile: Profile, units: Units) -> dict[str, str]:
    """Why an answer may be a slip, by the ids of the questions; empty if none is unusual."""
    return dict([*_halves(profile), *_paces(profile, units), *_amounts(profile, units)])


def _amounts(profile: Profile, units: Units) -> Iterator[tuple[str, str]]:
    for name, usual in _USUAL.items():
        value = _answer(profile, name)
        if value is not None and not usual.low <= value <= usual.high:
            question = all_questions()[name]
            low, high = (show(question, end, units) for end in usual)
            few = f"few have less than {low}" if value < usual.low else f"few have more than {high}"
            yield name, f"{show(question, value, units)}: {few}"


def _paces(profile: Profile, units: Units) -> Iterator[tuple[str, str]]:
    for name, of in _TIMES.items():
        seconds, km = _answer(profile, name), _answer(profile, of)
        if seconds is None or km is None:
            continue
        usual = _PACE if km <= _LONGEST_ROAD_RACE_KM else _ULTRA_PACE
        if not usual.low <= seconds / km <= usual.high:
            end = "faster than" if seconds / km < usual.low else "slower than"
            limit = usual.low if seconds / km < usual.low else usual.high
            yield name, f"{pace(seconds / km, units)}: few run {end} {pace(limit, units)}"


def _halves(profile: Profile) -> Iterator[tuple[str, str]]:
    whole, half = _answer(profile, "debrief.time"), _answer(profile, "debrief.half_time")
    if whole and half and not _FIRST_HALF.low <= half / whole <= _FIRST_HALF.high:
        yield "debrief.half_time", f"{clock(half)} of {clock(whole)} is far from half"
    for name, of in _SLOWER.items():
        plan, goal = _answer(profile, name), _answer(profile, of)
        if plan is not None and goal is not None and plan < goal:
            yield name, f"{clock(plan)} is faster than {clock(goal)}, the plan for cooler air"
    air, dew = _answer(profile, "heat.temperature"), _answer(profile, "heat.dew_point")
    if air is not None and dew is not None and dew > air:
        yield "heat.dew_point", "a dew point is never above the temperature"


def _answer(profile: Profile, name: str) -> float | None:
    value: float | None = profile.answer(*name.split("."))
    return value
