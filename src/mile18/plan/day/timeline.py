"""The race from start to finish as one line of times: everything with a km or a clock reads it."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import time
from itertools import accumulate, pairwise
from math import floor

from msgspec import Struct

from mile18.science.hills import effort, slopes
from mile18.topics.race.questions import Target

DAY = 24 * 3600


class Opening(Struct, frozen=True):
    """A calmer opening: its km, and its pace in seconds per km if the course were level."""

    km: float
    pace: float


class Timeline(Struct, frozen=True):
    """Seconds since the start at rising km, from 0 to the finish; between them the pace is even.

    `start` is the time of day of the start, None while it is unknown.
    """

    kms: tuple[float, ...]
    seconds: tuple[float, ...]
    start: time | None = None

    @property
    def km(self) -> float:
        """The length of the race in km."""
        return self.kms[-1]

    @property
    def finish(self) -> int:
        """The seconds from start to finish."""
        return round(self.seconds[-1])

    def seconds_at(self, km: float) -> float:
        """The seconds since the start at `km`, which is taken into the race where it lies outside."""
        return _read(self.kms, self.seconds, km)

    def km_at(self, seconds: float) -> float:
        """The km reached after `seconds`, from 0 to the finish."""
        return _read(self.seconds, self.kms, seconds)

    def elapsed_at(self, km: float) -> int:
        """Whole seconds since the start at `km`, halves rounded up."""
        return floor(self.seconds_at(km) + 0.5)

    def clock_at(self, km: float) -> tuple[int, time] | None:
        """The days past the day of the start, and the time of day at `km`; None without a start."""
        return None if self.start is None else clock_after(self.start, self.elapsed_at(km))


def clock_after(start: time, seconds: int) -> tuple[int, time]:
    """The days past the day of the start, and the time of day, so many whole seconds after it."""
    at = start.hour * 3600 + start.minute * 60 + start.second + seconds
    days, rest = divmod(at, DAY)
    return days, time(rest // 3600, rest // 60 % 60, rest % 60)


def timeline(
    aim: Target,
    *,
    opening: Opening | None = None,
    heights: Sequence[float] = (),
    start: time | None = None,
) -> Timeline:
    """The race that ends on the goal: the same effort all the way, but for a calmer opening.

    `heights` in m lie evenly from start to finish; without any, the course counts as level. What the
    opening costs is spread over the rest. Source: hill-minetti, hill-observed; how calm an opening
    is, and that effort stays the same, are judgements.
    """
    marks = _marks(aim.km, opening, len(heights))
    efforts = _efforts(aim.km, heights)
    weights = []
    for before, after in pairwise(marks):
        middle = (before + after) / 2
        level = efforts[min(int(middle / aim.km * len(efforts)), len(efforts) - 1)]
        weights.append((after - before) * level * _calmer(aim, opening, middle))
    whole = sum(weights)
    seconds = [0.0, *(aim.seconds * each / whole for each in accumulate(weights))]
    # The sum of many shares is not quite their whole.
    seconds[-1] = float(aim.seconds)
    return Timeline(tuple(marks), tuple(seconds), start)


def _marks(km: float, opening: Opening | None, heights: int) -> list[float]:
    """Where the pace may change: the ends of the course's steps, and of the opening."""
    steps = max(heights - 1, 1)
    marks = {km * each / steps for each in range(steps)}
    if opening and 0 < opening.km < km:
        marks.add(opening.km)
    return [*sorted(marks), km]


def _efforts(km: float, heights: Sequence[float]) -> list[float]:
    if len(heights) < 2:
        return [1.0]
    return [effort(each) for each in slopes(heights, 1000 * km / (len(heights) - 1))]


def _calmer(aim: Target, opening: Opening | None, km: float) -> float:
    """How many times the pace of the rest the pace is at `km`, if the course were level."""
    if opening is None or km > opening.km or opening.km >= aim.km:
        return 1.0
    left = aim.seconds - opening.km * opening.pace
    return opening.pace * (aim.km - opening.km) / left if left > 0 else 1.0


def _read(known: tuple[float, ...], wanted: tuple[float, ...], value: float) -> float:
    """`wanted` where `known`, which rises, has this value; straight lines between the marks."""
    value = max(known[0], min(known[-1], value))
    at = min(bisect_right(known, value), len(known) - 1)
    low, high = known[at - 1], known[at]
    share = (value - low) / (high - low) if high > low else 0.0
    return wanted[at - 1] + share * (wanted[at] - wanted[at - 1])
