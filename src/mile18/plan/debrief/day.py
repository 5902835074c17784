"""Planned against done: the day itself and its cramps."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from mile18.plan.day.weather import airs, flag_words, load
from mile18.plan.day.words import Said
from mile18.plan.debrief.row import NOT_NOTED, Row, unanswered, verdict, worded
from mile18.profile import Profile, at_its_warmest
from mile18.question import questions
from mile18.science.sleep import mean_hours
from mile18.topics.health.episode import MUSCLES, Episode
from mile18.units import clock, number

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
        planned_words="usual not answered" if usual is None else f"usual {worded(usual, 'h')}",
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
    profile = at_its_warmest(profile)
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
        planned_words="no forecast" if planned is None else worded(planned, "°C"),
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
    if debrief.temperature is None:
        return
    for when, asked in (("expected", heat), ("that day", debrief)):
        if asked.temperature is None:
            continue
        found = load(airs(asked.temperature, asked.humidity, asked.dew_point), asked.sun)
        if found is not None:
            low, high = (f"{{°C:{number(each, 0)}}}" for each in found.wbgt)
            span = low if low == high else f"{low} to {high}"
            yield Said(
                f"Heat load {when}, estimated: {span} WBGT, {flag_words(found, asked.sun)}.",
                ("flags-acsm", "wbgt-station-error"),
            )


_DAY = 24 * 3600
_CHOICES = {each.key: each.choices for each in questions(Episode)}
_QUARTERS = ("first quarter", "second quarter", "third quarter", "final quarter")


class Cramps(Struct, frozen=True, kw_only=True):
    """Whether there were cramps (None: not noted, or the answers disagree), and what is said of them."""

    cramped: bool | None
    episodes: tuple[Episode, ...]
    lines: tuple[Said, ...]


def cramps(profile: Profile) -> Cramps:
    """The cramps logged for the days of the race; nothing is taken from another day."""
    said = profile.debrief.cramped
    episodes = tuple(each for each in profile.health.episodes or () if _of_race(each, profile))
    cramped = said if not episodes else None if said is False else True
    return Cramps(
        cramped=cramped, episodes=episodes, lines=tuple(_lines(profile, said, cramped, episodes))
    )


def _of_race(episode: Episode, profile: Profile) -> bool:
    race = profile.race.date
    return race is not None and episode.date is not None and race <= episode.date <= _end(profile)


def _end(profile: Profile) -> date:
    """The last day of the race: a long one goes past midnight."""
    race, start = profile.race, profile.race.start_time
    assert race.date is not None
    seconds = (start.hour * 3600 + start.minute * 60 if start else 0) + (profile.debrief.time or 0)
    try:
        return race.date + timedelta(days=seconds // _DAY)
    except OverflowError:
        return race.date


def _lines(
    profile: Profile, said: bool | None, cramped: bool | None, episodes: tuple[Episode, ...]
) -> Iterator[Said]:
    if said is False and episodes:
        yield Said("You said no cramp, but the log has one for that day: check both.", loud=True)
    elif cramped is False:
        yield Said("No cramp.", ("rf-history",))
    elif cramped is None:
        yield Said("Any cramp: not answered.")
    elif not episodes:
        yield Said(
            "You cramped, but none is logged for that day: where and what helped are not answered."
        )
    for each in episodes:
        yield Said(_words(each, profile.race.distance), ("eamc-onset-late", "eamc-mostly-mild"))


def _words(episode: Episode, km: float | None) -> str:
    at = ""
    if episode.km is not None:
        at = f"At {worded(episode.km, 'km')}"
        if km is not None and episode.km <= km:
            at += f", {_QUARTERS[min(3, int(4 * episode.km / km))]}"
    elif episode.time:
        at = f"At {episode.time:%H:%M}"
    helped = [_CHOICES["helped"][each] for each in episode.helped or ()]
    told = [
        at,
        MUSCLES[episode.muscle] if episode.muscle else "",
        _CHOICES["severity"][episode.severity] if episode.severity else "",
        f"stopped {clock(episode.stopped)}" if episode.stopped is not None else "",
        f"helped: {', '.join(helped)}" if helped else "",
    ]
    return " · ".join(filter(None, told)) or "A cramp, with no details."


def short_words(found: Cramps) -> str:
    """The cramps of a race in a few words: `{km:32.5} upper calf, {km:37} upper calf`."""
    told = []
    for each in found.episodes:
        at = worded(each.km, "km") if each.km is not None else ""
        told.append(f"{at} {MUSCLES[each.muscle] if each.muscle else ''}".strip())
    return ", ".join(filter(None, told))
