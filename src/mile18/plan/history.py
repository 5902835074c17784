"""The trail of readiness: one point a day at most, thinned out as it grows old, and how it reads."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from mile18.dates import MONTHS
from mile18.factor import span
from mile18.profile import Profile
from mile18.readiness import Readiness, assess
from mile18.topics.kept import Point

# So that the file stays one to read: every day of two weeks, before that one a week.
EVERY_DAY = timedelta(days=14)
MOST_POINTS = 40
MOST_BLOCKS, LEAST_BLOCKS = 24, 2


class Stand(NamedTuple):
    """Where the readiness stood on a day, in whole points."""

    day: date
    low: int
    high: int


def with_point(profile: Profile, today: date) -> Profile:
    """The profile with today's readiness in its history, in the place of an earlier one of today.

    Points of days to come go: the clock was wrong when they were written. Nothing is added while
    nothing is answered.
    """
    readiness = assess(profile, today)
    if not readiness.answered[0]:
        return profile
    stands = [*_earlier(profile, today), _stand(readiness)]
    points = tuple(Point(date=each.day, low=each.low, high=each.high) for each in _thinned(stands))
    return replace(profile, history=replace(profile.history, points=points))


def trail(readiness: Readiness) -> tuple[Stand, ...]:
    """The days before today that are kept, then today as it stands; empty without any before."""
    earlier = _earlier(readiness.profile, readiness.countdown.today)
    return (*earlier, _stand(readiness)) if earlier else ()


def trail_words(readiness: Readiness, width: int) -> str:
    """The trail in a line of at most `width` columns: `since 12 Apr  ▁▂▃▅  41–60 → 64–82`.

    The blocks are the low ends, from 0 to 100. Where there is less room the date goes first, then
    the blocks; empty without a trail, or if not even both figures fit.
    """
    stands = trail(readiness)
    if not stands:
        return ""
    from mile18.drawing import blocks

    first, last = stands[0], stands[-1]
    ends = f"{span(first.low, first.high)} → {span(last.low, last.high)}"
    for lead in (f"{since(stands)}  ", ""):
        room = min(width - len(lead) - len(ends) - 2, MOST_BLOCKS, len(stands))
        if room >= LEAST_BLOCKS:
            return f"{lead}{blocks([each.low for each in _spread(stands, room)])}  {ends}"
    return ends if len(ends) <= width else ""


def since(stands: Sequence[Stand]) -> str:
    """The first of the days, with its year if the last lies in another: `since 12 Apr`."""
    first, last = stands[0].day, stands[-1].day
    year = f" {first.year}" * (first.year != last.year)
    return f"since {first.day} {MONTHS[first.month - 1]}{year}"


def _stand(readiness: Readiness) -> Stand:
    low, high = (int(each + 0.5) for each in (readiness.overall.low, readiness.overall.high))
    return Stand(readiness.countdown.today, low, high)


def _earlier(profile: Profile, today: date) -> list[Stand]:
    """The points before today in their order; of two of a day, as two files merged have, the last."""
    stands = {
        point.date: Stand(point.date, point.low, point.high)
        for point in profile.history.points or ()
        if point.date and point.low is not None and point.high is not None
        if point.date < today and point.low <= point.high
    }
    return sorted(stands.values())


def _thinned(stands: Sequence[Stand]) -> list[Stand]:
    """The first, the last of each week, and each day of late; the oldest go if there are too many."""
    today = stands[-1].day
    weeks = {each.day.isocalendar()[:2]: each.day for each in stands}
    stay = [each for each in stands if today - each.day < EVERY_DAY or each.day in weeks.values()]
    first, *rest = dict.fromkeys((stands[0], *stay))
    return [first, *rest[max(0, len(rest) - MOST_POINTS + 1) :]]


def _spread(stands: Sequence[Stand], count: int) -> list[Stand]:
    """So many of the stands, evenly, with both ends."""
    last = len(stands) - 1
    return [stands[round(at * last / (count - 1))] for at in range(count)]
