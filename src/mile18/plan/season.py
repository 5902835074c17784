"""Season: the next race from an old one, with what lasts, and without what belonged to that race."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct

from mile18.dates import day_words
from mile18.profile import Profile, question_by_id, topics
from mile18.question import Question, questions
from mile18.sanitise import plain

STARTING_POINT = (
    "training.weekly_distance",
    "training.longest_run",
    "training.longest_run_date",
    "training.strength_sessions",
    "training.strength_weeks",
)
FINISHED = "The race you finished is now your recent race."


class Carried(Struct, frozen=True):
    """The next race, and in words, a line a topic, which answers it has and which are asked again.

    `notes` are sentences about the old race that matter for the next one.
    """

    profile: Profile
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    notes: tuple[str, ...]


def next_race(profile: Profile) -> Profile:
    """A race with the answers that last; each question says of itself whether its answer does.

    A race that was finished becomes the recent race that the next goal is held against.
    """
    changes = {topic: _lasting(profile, topic) for topic in topics()}
    changes["race"] |= _finished(profile)
    started = Profile().with_changes(changes)
    for question in _from_files(profile):
        started = started.with_answer(question, profile.answer(question))
    return started


def _from_files(profile: Profile) -> tuple[str, ...]:
    """The answers on training that came from a watch last: a starting point, though an old one."""
    taken = profile.records.answers or ()
    return tuple(
        each for each in STARTING_POINT if each in taken and profile.answer(each) is not None
    )


def carried(profile: Profile) -> Carried:
    """The next race, with what was kept and what was dropped."""
    return Carried(
        profile=next_race(profile),
        kept=tuple(_told(profile, lasts=True)),
        dropped=tuple(_told(profile, lasts=False)),
        notes=tuple(_notes(profile)),
    )


def _notes(profile: Profile) -> Iterator[str]:
    health, debrief = profile.health, profile.debrief
    if _finished(profile):
        yield FINISHED
    if (found := _from_files(profile)) and profile.records.day:
        names = [question_by_id(each).prompt.partition(",")[0].lower() for each in found]
        yield (
            f"From files of {day_words(profile.records.day)}, and so old: {', '.join(names)}. Take "
            "them from your files again, or answer them again."
        )
    if debrief.change:
        yield f"You would change: {plain(debrief.change)}"
    if debrief.cramped is not None and health.cramps_last_10 is not None:
        yield (
            f"Count again in how many of your last 10 races you cramped: {health.cramps_last_10} "
            "was the answer before this race."
        )


def _lasting(profile: Profile, topic: str) -> dict[str, Any]:
    return {
        question.key: profile.answer(question.id)
        for question in questions(topics()[topic])
        if question.lasts
    }


def _finished(profile: Profile) -> dict[str, Any]:
    race, debrief = profile.race, profile.debrief
    if debrief.result != "finished" or debrief.time is None or race.distance is None:
        return {}
    return {
        "recent_distance": race.distance,
        "recent_time": debrief.time,
        "recent_date": race.date,
    }


def _told(profile: Profile, *, lasts: bool) -> Iterator[str]:
    """The answers that last or do not: by topic, whole groups by name, parts of one by question."""
    old = _from_files(profile)
    for topic in topics():
        found: list[str] = []
        given = [
            each
            for each in questions(topics()[topic])
            if profile.answer(each.id) is not None and each.id not in old
        ]
        for group, members in groupby(given, key=lambda each: each.group):
            found += _of_group(group, list(members), lasts=lasts)
        if found:
            yield f"{topic.capitalize()}: {', '.join(found)}"


def _of_group(group: str, members: list[Question], *, lasts: bool) -> list[str]:
    chosen = [each for each in members if each.lasts is lasts]
    whole = group and len(members) > 1 and len(chosen) == len(members)
    names = [group] if whole else [each.prompt for each in chosen]
    # Behind a comma stands how to answer, which is nothing to list.
    return [name.partition(",")[0].rstrip("?").lower() for name in names]
