"""The nights before and the weather of the day, against what is usual and what was expected."""

from collections.abc import Iterator
from datetime import date, timedelta

from mile18.plan.debrief_row import NOT_NOTED, Row, unanswered, verdict, worded
from mile18.plan.race_day_flags import flag_words
from mile18.plan.race_day_load import load
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.science.sleep import mean_hours
from mile18.units import number

WARMER_WITHIN, WARMER_JUST = 2.0, 5.0
SHORT_WITHIN, SHORT_JUST = 1.0, 2.0
WEEK_DAYS = 7
_SHORT = (
    f"up to {SHORT_WITHIN:g} h less than your usual night is within, up to {SHORT_JUST:g} h just "
    "outside, more sleep always within. A judgement, not from a study."
)


def last_night(profile: Profile) -> Row:
    """The night before against a usual one."""
    done, told = profile.debrief.slept_last_night, ""
    if done is None:
        logged = _logged(profile, 0, 0)
        done, told = (logged[0], "as logged") if logged else (None, "")
    return _slept(
        profile,
        "last_night",
        "Sleep, night before",
        done,
        told,
        ("sleep-prerace-common", "sleep-loss-meta", "sleep-cramp-link"),
        "debrief.slept_last_night",
    )


def nights_before(profile: Profile) -> Row:
    """The week before that night against a usual night."""
    done, told = profile.debrief.slept_before, ""
    if done is None:
        logged = _logged(profile, 1, WEEK_DAYS)
        if logged:
            done = mean_hours(logged)
            told = f"mean of {len(logged)} logged" if len(logged) > 1 else "one night logged"
    return _slept(
        profile,
        "nights_before",
        "Sleep, week before",
        done,
        told,
        ("sleep-extension-trial", "sleep-partial-1-3-nights", "sleep-cramp-link"),
        "debrief.slept_before",
    )


def _slept(
    profile: Profile,
    name: str,
    what: str,
    done: float | None,
    told: str,
    evidence: tuple[str, ...],
    asks: str,
) -> Row:
    usual = profile.sleep.usual_hours
    judged = None
    if usual is not None and done is not None:
        judged = verdict(usual - done, SHORT_WITHIN, SHORT_JUST)
    return Row(
        id=name,
        what=what,
        unit="h",
        planned=usual,
        done=done,
        planned_words="usual not noted" if usual is None else f"usual {worded(usual, 'h')}",
        done_words=NOT_NOTED if done is None else worded(done, "h"),
        verdict=judged,
        told=told,
        limits=_SHORT,
        evidence=evidence,
        asks=unanswered(profile, asks) if done is None else (),
    )


def _logged(profile: Profile, first: int, last: int) -> list[float]:
    """The hours of the nights logged for mornings `first` to `last` days before the race."""
    race = profile.race.date
    if race is None:
        return []
    return [
        night.hours
        for night in profile.sleep.nights or ()
        if night.hours is not None
        and night.date is not None
        and first <= _days(night.date, race) <= last
    ]


def _days(earlier: date, later: date) -> int:
    return (later - earlier) // timedelta(days=1)


def weather(profile: Profile) -> Row:
    """The warmest air of the race against the one expected."""
    planned, done = profile.heat.temperature, profile.debrief.temperature
    judged, told = None, ""
    if planned is not None and done is not None:
        judged = verdict(abs(done - planned), WARMER_WITHIN, WARMER_JUST, 0)
        told = "as expected" if done == planned else "warmer" if done > planned else "cooler"
    return Row(
        id="weather",
        what="Weather",
        unit="°C",
        planned=planned,
        done=done,
        planned_words="not expected" if planned is None else worded(planned, "°C"),
        done_words=NOT_NOTED if done is None else worded(done, "°C"),
        verdict=judged,
        told=told,
        limits="up to 2 °C (3.6 °F) off what you expected is within, up to 5 °C (9 °F) just "
        "outside. A judgement, not from a study.",
        evidence=("wbgt-station-error", "heat-cramp-month", "flags-acsm"),
        notes=tuple(_loads(profile)),
        asks=unanswered(profile, "debrief.temperature"),
    )


def _loads(profile: Profile) -> Iterator[Said]:
    heat, debrief = profile.heat, profile.debrief
    for when, asked in (("expected", heat), ("that day", debrief)):
        if asked.temperature is None:
            continue
        found = load(asked.temperature, asked.humidity, asked.dew_point, asked.sun)
        if found is not None:
            low, high = (f"{{°C:{number(each, 0)}}}" for each in found.wbgt)
            span = low if low == high else f"{low} to {high}"
            yield Said(
                f"Heat load {when}, estimated: {span} WBGT, {flag_words(found, asked.sun)}.",
                ("flags-acsm", "wbgt-station-error"),
            )
