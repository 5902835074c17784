"""What differed between races with cramps and races without: figures side by side, and no cause."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from mile18.plan.debrief.scorecard import Scorecard, scorecard
from mile18.profile import Profile
from mile18.sanitise import plain
from mile18.topics.debrief import Debrief
from mile18.topics.race.pacing import predicted
from mile18.topics.race.questions import target

# How many races each side needs before figures are set side by side at all, and before the words
# say more than that chance may be behind them. Both are a judgement, and a cautious one: with two
# and two, every third figure that has nothing to do with cramps sets them apart completely.
FEWEST = 3
FAIR = 10


class Raced(Struct, frozen=True, kw_only=True):
    """One race that was run: whether there were cramps (None: not noted), and its figures by id."""

    name: str
    day: date | None
    cramped: bool | None
    card: Scorecard
    figures: dict[str, float]


class Side(Struct, frozen=True):
    """The races of one side that a figure is known for: how many, the middle, and both ends."""

    n: int
    middle: float
    low: float
    high: float


class Compared(Struct, frozen=True, kw_only=True):
    """A figure on both sides; a side with fewer than FEWEST known values is None."""

    id: str
    what: str
    unit: str
    with_cramps: Side | None
    without: Side | None
    known: tuple[int, int]


class Pattern(Struct, frozen=True, kw_only=True):
    """The races with a debrief, the latest first, and the figures that both sides have enough of.

    `copies` counts races left out because another file has the same day and the same debrief.
    """

    races: tuple[Raced, ...]
    compared: tuple[Compared, ...]
    copies: int

    @property
    def counts(self) -> tuple[int, int]:
        """Races with cramps, and without."""
        said = [race.cramped for race in self.races]
        return said.count(True), said.count(False)

    @property
    def enough(self) -> bool:
        """Whether both sides have races enough to be set side by side."""
        return min(self.counts) >= FEWEST


class Figure(NamedTuple):
    """A figure that is held against cramps: what it is called, its unit, and where it comes from."""

    id: str
    what: str
    unit: str
    read: Callable[[Profile, Scorecard], float | None]


def _done(name: str) -> Callable[[Profile, Scorecard], float | None]:
    def read(_: Profile, card: Scorecard) -> float | None:
        row = card.row(name)
        return row.done if row else None

    return read


def _first_half(_: Profile, card: Scorecard) -> float | None:
    row = card.row("first_half")
    if row is None or not row.planned or row.done is None or row.verdict is None:
        return None
    return 100 * (row.done - row.planned) / row.planned


def _goal(profile: Profile, _: Scorecard) -> float | None:
    aim, found = target(profile.race), predicted(profile.race, profile.training)
    if aim is None or not found:
        return None
    middle = median(each.seconds for each in found)
    return 100 * (aim.seconds - middle) / middle


FIGURES = (
    Figure("distance", "Race distance", "km", lambda profile, _: profile.race.distance),
    Figure("goal", "Goal to models (− faster)", "%", _goal),
    Figure("first_half", "First half (− faster)", "%", _first_half),
    Figure("fuel", "Carbohydrate", "g/h", _done("fuel")),
    Figure("drink", "Drink", "L/h", _done("drink")),
    Figure("net", "Body weight change", "%", _done("net")),
    Figure("weather", "Warmest air", "°C", _done("weather")),
    Figure("last_night", "Slept, night before", "h", _done("last_night")),
    Figure("nights_before", "Slept, week before", "h", _done("nights_before")),
    Figure("longest_run", "Longest run", "km", lambda p, _: p.training.longest_run),
    Figure("goal_pace", "Run at goal pace", "km", lambda p, _: p.training.goal_pace_distance),
    Figure("strength", "Strength, times a week", "", lambda p, _: p.training.strength_sessions),
)


def pattern(found: Iterable[Raced | None]) -> Pattern:
    """What differed over the races; those that were not looked back on (None) are left out."""
    races: list[Raced] = []
    seen: list[tuple[object, ...]] = []
    copies = 0
    for each in found:
        if each is None:
            continue
        profile = each.card.profile
        same = (each.day, profile.race.distance, profile.debrief, each.card.cramps.episodes)
        if each.day is not None and same in seen:
            copies += 1
        else:
            seen.append(same)
            races.append(each)
    races.sort(key=lambda race: (race.day or date.min, race.name), reverse=True)
    return Pattern(races=tuple(races), compared=tuple(_compared(races)), copies=copies)


def raced(name: str, profile: Profile, today: date) -> Raced | None:
    """A profile as a race that was run and looked back on; None if it is not, as seen on a day."""
    card = scorecard(profile, today)
    ahead = card.countdown.days is not None and card.countdown.days > 0
    if ahead or not card.started or profile.debrief == Debrief():
        return None
    figures = {each.id: each.read(profile, card) for each in FIGURES}
    return Raced(
        name=plain(profile.race.name) or plain(name),
        day=profile.race.date,
        cramped=card.cramps.cramped,
        card=card,
        figures={key: value for key, value in figures.items() if value is not None},
    )


def _compared(races: Sequence[Raced]) -> Iterable[Compared]:
    sides = [[race for race in races if race.cramped is told] for told in (True, False)]
    if min(map(len, sides)) < FEWEST:
        return
    for each in FIGURES:
        known = [[r.figures[each.id] for r in side if each.id in r.figures] for side in sides]
        with_cramps, without = (_side(values) for values in known)
        yield Compared(
            id=each.id,
            what=each.what,
            unit=each.unit,
            with_cramps=with_cramps,
            without=without,
            known=(len(known[0]), len(known[1])),
        )


def _side(values: Sequence[float]) -> Side | None:
    if len(values) < FEWEST:
        return None
    return Side(len(values), median(values), min(values), max(values))
