"""The cramps of one race, from the log that the cramp screen keeps."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from mile18.plan.debrief_row import worded
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.question import questions
from mile18.topics.health.episode import MUSCLES, Episode
from mile18.units import clock

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
        yield Said("Whether there was a cramp is not noted.")
    elif not episodes:
        yield Said("Cramped; none is logged for that day, so where and what helped is not known.")
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
    return " · ".join(filter(None, told)) or "A cramp, with nothing noted about it."


def short_words(found: Cramps) -> str:
    """The cramps of a race in a few words: `{km:32.5} upper calf, {km:37} upper calf`."""
    told = []
    for each in found.episodes:
        at = worded(each.km, "km") if each.km is not None else ""
        told.append(f"{at} {MUSCLES[each.muscle] if each.muscle else ''}".strip())
    return ", ".join(filter(None, told))
