"""The race from start to finish as one line of times: everything with a km or a clock reads it."""

from collections.abc import Sequence
from datetime import time
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from mile18.profile import Profile
from mile18.science.checks import within
from mile18.science.hills import effort, slopes
from mile18.science.interpolation import between
from mile18.science.pace import HALF_MARATHON_KM, KM_PER_MILE
from mile18.topics.heat.hours import slowing_by_the_hour
from mile18.topics.race.clock_change import Turn, turn
from mile18.topics.race.course import heights_of
from mile18.topics.race.questions import Target, target
from mile18.units import SI, Units

DAY = 24 * 3600
COARSE = 5
# A remainder shorter than this is rounding dust of the distance, not a stretch to run.
_DUST_KM = 1e-6
# How much calmer the opening is, and for how much of the race: a judgement, not from a study.
CALMER = 0.02
EFFORT = "Splits follow the effort on hills. Each may be off by about 5%."
HEAT_COLUMN = "in heat"
HEAT_COSTS = (
    "“In heat” shows what warm hours may cost by one model of elite races. Most lose at least that."
)
SHORT_KM = 10


class EasyStart(Struct, frozen=True):
    """A calmer opening: its km, its pace in seconds per km, and the seconds it costs.

    On a level course the cost is against even pace, else against even effort.
    """

    km: float
    pace: float
    costs: int


class Split(Struct, frozen=True):
    """The stretch that ends at a mark: the mark in km, its seconds, and those since the start."""

    at_km: float
    seconds: int
    elapsed: int


class Timeline(Struct, frozen=True):
    """Seconds since the start at rising km, from 0 to the finish; between them the pace is even.

    `easy` is the calmer opening, None in a very short race. `start` is the time of day of the start,
    None while it is unknown, and `turn` is a change of the clock on the way. `hilly` says that the
    heights of the course are in it.
    """

    kms: tuple[float, ...]
    seconds: tuple[float, ...]
    easy: EasyStart | None = None
    start: time | None = None
    hilly: bool = False
    turn: Turn | None = None

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
        return between(self.kms, self.seconds, km)

    def km_at(self, seconds: float) -> float:
        """The km reached after `seconds`, from 0 to the finish."""
        return between(self.seconds, self.kms, seconds)

    def elapsed_at(self, km: float) -> int:
        """Whole seconds since the start at `km`, halves rounded up."""
        return floor(self.seconds_at(km) + 0.5)

    def splits(self, every_km: float) -> tuple[Split, ...]:
        """The stretches of `every_km`, the last one ending at the finish.

        Each elapsed time is rounded, and a stretch is the difference of two of them, so that the
        stretches add up to the goal. Raises ValueError for a stretch under 100 m.
        """
        within("stretch", every_km, 0.1, 10_000, "km")
        count = floor((self.km - _DUST_KM) / every_km)
        marks = [*(every_km * at for at in range(1, count + 1)), self.km]
        elapsed = [self.elapsed_at(each) for each in marks]
        taken = [after - before for before, after in pairwise([0, *elapsed])]
        return tuple(map(Split, marks, taken, elapsed))

    def in_seconds(self, seconds: int) -> "Timeline":
        """The same race for another goal, run in the same way, slower or faster all along."""
        share = seconds / self.finish
        stretched = tuple(each * share for each in self.seconds[:-1])
        return replace(self, seconds=(*stretched, float(seconds)))

    def clock_at(self, km: float) -> tuple[int, time] | None:
        """The days past the day of the start, and the time of day at `km`; None without a start."""
        if self.start is None:
            return None
        elapsed = self.elapsed_at(km)
        jump = self.turn.jump if self.turn and elapsed >= self.turn.after else 0
        return clock_after(self.start, elapsed + jump)

    def clock_words(self, km: float) -> str:
        """The time of day at `km` as `09:28`, or `01:10 +1 d` past midnight; empty without a start."""
        found = self.clock_at(km)
        if found is None:
            return ""
        days, at = found
        return f"{at:%H:%M}{f' +{days} d' if days else ''}"

    def margin(self, km: float, closes: time) -> int | None:
        """Seconds from reaching `km` to a time of day, below 0 for too late; None without a start.

        Of the days on which that time comes, the nearest to the arrival counts.
        """
        if self.start is None:
            return None
        after = _second_of_day(closes) - _second_of_day(self.start)
        late, jump = self.elapsed_at(km), self.turn
        if jump and late >= jump.after:
            late += jump.jump
        return min((after + day * DAY - late for day in range(-1, 4)), key=abs)


def _second_of_day(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second


def clock_after(start: time, seconds: int) -> tuple[int, time]:
    """The days past the day of the start, and the time of day, so many whole seconds after it."""
    days, rest = divmod(_second_of_day(start) + seconds, DAY)
    return days, time(rest // 3600, rest // 60 % 60, rest % 60)


def line_of(profile: Profile, units: Units = SI) -> Timeline | None:
    """The race of this profile; None without a goal and a distance that are no slip.

    `units` are those in which the opening is a round length at a round pace.
    """
    aim = target(profile.race)
    if aim is None:
        return None
    race = profile.race
    run = partial(timeline, aim, heights=heights_of(profile.course), start=race.start_time)
    found = run(easy=easy_start(aim, units))
    if found.easy and found.hilly:
        found = replace(found, easy=_as_run(found.easy, found, run()))
    return replace(found, turn=turn(race.zone, race.date, race.start_time, aim.seconds))


def beside(
    profile: Profile, line: Timeline | None, units: Units
) -> tuple[tuple[str, Timeline], ...]:
    """The same race otherwise, each with its name: even where there are hills, and slowed by heat.

    Empty where nothing would differ. The line itself keeps to the goal: no hour makes it faster.
    """
    aim = target(profile.race)
    if line is None or aim is None:
        return ()
    found = []
    if line.hilly:
        found.append(("even", timeline(aim, easy=easy_start(aim, units), start=line.start)))
    slowing = slowing_by_the_hour(profile.race, profile.heat)
    if any(percent for _, percent in slowing):
        found.append((HEAT_COLUMN, slowed_by(line, slowing)))
    return tuple(found)


def slowed_by(line: Timeline, slowing: Sequence[tuple[float, float]]) -> Timeline:
    """The line with what heat costs in % added, given at rising hours after the start.

    Between the hours straight lines. Source: heat-mantzios, heat-pace-use.
    """
    hours = (line.km_at(3600 * at) for at, _ in slowing)
    kms = sorted({*line.kms, *(km for km in hours if 0 < km < line.km)})
    seconds = [0.0]
    for before, after in pairwise(kms):
        cool = line.seconds_at(after) - line.seconds_at(before)
        percent = _percent_at(slowing, seconds[-1] / 3600)
        seconds.append(seconds[-1] + cool * (1 + percent / 100))
    return replace(line, kms=tuple(kms), seconds=tuple(seconds))


def _percent_at(slowing: Sequence[tuple[float, float]], hours: float) -> float:
    """What heat costs in % so many hours after the start."""
    before = [each for each in slowing if each[0] <= hours] or slowing[:1]
    after = [each for each in slowing if each[0] > hours] or slowing[-1:]
    (low, slow), (high, slower) = before[-1], after[0]
    share = (hours - low) / (high - low) if high > low else 0.0
    return slow + share * (slower - slow)


def _as_run(easy: EasyStart, line: Timeline, even: Timeline) -> EasyStart:
    """The opening as this course makes it, against even effort all the way."""
    seconds = line.elapsed_at(easy.km)
    return EasyStart(easy.km, seconds / easy.km, seconds - even.elapsed_at(easy.km))


def unit_km(units: Units) -> float:
    """The km in the runner's unit of distance."""
    return KM_PER_MILE if units.distance == "mi" else 1.0


def easy_start(aim: Target, units: Units) -> EasyStart | None:
    """The calmer opening in whole km or miles; None in a very short race."""
    km = _opening(aim.km, units)
    if 3 * km > aim.km:
        return None
    # Whole seconds in the unit shown, so that the cost can be redone from the screen.
    per_unit = aim.pace * unit_km(units)
    calmer = max(ceil(per_unit * (1 + CALMER)), floor(per_unit) + 1) / unit_km(units)
    return EasyStart(km, calmer, floor((calmer - aim.pace) * km + 0.5))


def _opening(km: float, units: Units) -> float:
    if km <= SHORT_KM:
        count = 1
    elif units.distance == "mi":
        count = 1 if km <= HALF_MARATHON_KM else 2
    else:
        count = 2 if km <= HALF_MARATHON_KM else 3
    return count * unit_km(units)


def timeline(
    aim: Target,
    *,
    easy: EasyStart | None = None,
    heights: Sequence[float] = (),
    start: time | None = None,
) -> Timeline:
    """The race that ends on the goal: the same effort all the way, but for a calmer opening.

    `heights` in m lie evenly from start to finish; without any, the course counts as level. What the
    opening costs is spread over the rest. Source: hill-minetti, hill-observed; how calm an opening
    is, and that effort stays the same, are judgements.
    """
    marks = _marks(aim.km, easy, len(heights))
    efforts = _efforts(aim.km, tuple(heights))
    weights = []
    for before, after in pairwise(marks):
        middle = (before + after) / 2
        level = efforts[min(int(middle / aim.km * len(efforts)), len(efforts) - 1)]
        weights.append((after - before) * level * _calmer(aim, easy, middle))
    whole = sum(weights)
    seconds = [0.0, *(aim.seconds * each / whole for each in accumulate(weights))]
    # The sum of many shares is not quite their whole.
    seconds[-1] = float(aim.seconds)
    return Timeline(tuple(marks), tuple(seconds), easy, start, hilly=len(heights) > 1)


def _marks(km: float, easy: EasyStart | None, heights: int) -> list[float]:
    """Where the pace may change: the ends of the course's steps, and of the opening."""
    steps = max(heights - 1, 1)
    marks = {km * each / steps for each in range(steps)}
    if easy and 0 < easy.km < km:
        marks.add(easy.km)
    return [*sorted(marks), km]


@lru_cache(maxsize=16)
def _efforts(km: float, heights: tuple[float, ...]) -> tuple[float, ...]:
    """How many times the effort of level ground each step of the course takes, worked out once."""
    if len(heights) < 2:
        return (1.0,)
    return tuple(effort(each) for each in slopes(heights, 1000 * km / (len(heights) - 1)))


def _calmer(aim: Target, easy: EasyStart | None, km: float) -> float:
    """How many times the pace of the rest the pace is at `km`, if the course were level."""
    if easy is None or km > easy.km or easy.km >= aim.km:
        return 1.0
    left = aim.seconds - easy.km * easy.pace
    return easy.pace * (aim.km - easy.km) / left if left > 0 else 1.0
