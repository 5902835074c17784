"""The race itself, from the file of the watch: splits at the official distance, where it slowed, stops."""

from collections.abc import Callable, Iterator, Sequence
from statistics import mean

from msgspec import Struct

from mile18.records.activity import Activity, Track
from mile18.science.interpolation import between
from mile18.topics.race.questions import Race

# GPS measures a course some percent long or short; what is further off is another run.
WITHIN = 0.05
SPLIT_KM = 5.0
# Slower than the first half by more than this, for three km in a row, is slowing: a judgement.
SLOWER, IN_A_ROW = 0.05, 3
# Under a slow walk for this long is a stop.
STILL_M_S, STILL_S = 0.3, 20.0


At = Callable[[float], float]


class Split(Struct, frozen=True):
    """A point of the race: km, seconds since the start, seconds since the point before."""

    km: float
    at: int
    seconds: int


class OwnRace(Struct, frozen=True, kw_only=True):
    """What a file says of the race, scaled to its official km; times in seconds.

    `slowing` is the km that it slowed from and by how many percent of the first half's pace. `stops`
    are km and seconds of standing still: whether one was a cramp no file knows.
    """

    km: float
    measured_km: float
    seconds: int
    half: int
    splits: tuple[Split, ...]
    slowing: tuple[int, int] | None
    stops: tuple[tuple[float, int], ...]


def own_race(activities: Sequence[Activity], race: Race) -> OwnRace | None:
    """The run of the race's day and length; None if there is none with points."""
    if race.date is None or race.distance is None:
        return None
    for each in activities:
        near = each.metres and abs(each.metres / 1000 - race.distance) <= WITHIN * race.distance
        if each.sport == "run" and each.start.date() == race.date and near and each.track:
            track = each.track()
            if track and len(track.seconds) > 1:
                return _read(track, each, race.distance)
    return None


def _read(track: Track, run: Activity, km: float) -> OwnRace:
    seconds = list(track.seconds)
    scale = km / track.metres[-1]
    kms = [metre * scale for metre in track.metres]
    finish = run.elapsed or seconds[-1]

    def at(place: float) -> float:
        return finish if place >= km else between(kms, seconds, place)

    half = at(km / 2)
    return OwnRace(
        km=km,
        measured_km=(run.metres or track.metres[-1]) / 1000,
        seconds=_whole(finish),
        half=_whole(half),
        splits=tuple(_splits(km, at)),
        slowing=_slowing(km, half, at),
        stops=tuple(_stops(seconds, kms)),
    )


def _whole(seconds: float) -> int:
    return int(seconds + 0.5)


def _splits(km: float, at: At) -> Iterator[Split]:
    before = 0
    places = [SPLIT_KM * step for step in range(1, int(km / SPLIT_KM) + 1)]
    for place in [*(each for each in places if each < km), km]:
        here = _whole(at(place))
        yield Split(place, here, here - before)
        before = here


def _slowing(km: float, half: float, at: At) -> tuple[int, int] | None:
    usual = half / (km / 2)
    each = [at(place + 1) - at(place) for place in range(int(km))]
    for begin in range(len(each) - IN_A_ROW + 1):
        if all(one > (1 + SLOWER) * usual for one in each[begin : begin + IN_A_ROW]):
            return begin, round(100 * (mean(each[begin:]) / usual - 1))
    return None


def _stops(seconds: Sequence[float], kms: Sequence[float]) -> Iterator[tuple[float, int]]:
    """Spans in which hardly a metre was run, joined where they touch."""
    begin: int | None = None
    for at in range(1, len(seconds)):
        span = seconds[at] - seconds[at - 1]
        still = span > 0 and (kms[at] - kms[at - 1]) * 1000 / span < STILL_M_S
        if still and begin is None:
            begin = at - 1
        if begin is not None and (not still or at == len(seconds) - 1):
            end = at if still else at - 1
            lasted = seconds[end] - seconds[begin]
            # Before the first metre and after the last nobody is on the way.
            if lasted >= STILL_S and kms[begin] > 0 and end < len(seconds) - 1:
                yield round(kms[begin], 1), _whole(lasted)
            begin = None
