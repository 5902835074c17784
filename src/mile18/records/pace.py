"""Metres at a pace, by a window over the distance, since single points are too noisy to judge."""

from collections.abc import Iterator
from functools import partial

from mile18.records.activity import Track
from mile18.science.interpolation import between

WINDOW_S, SHORTEST_S, GAP_S = 30.0, 15.0, 60.0
WITHIN = 0.03


def metres_at(track: Track, pace: float) -> float:
    """The metres run within 3% of a pace in s/km, as the mean of 30 s around each step.

    Pauses and gaps over 60 s are left out, and no window reaches over them.
    """
    slow, fast = pace * (1 + WITHIN), pace * (1 - WITHIN)
    total = 0.0
    for seconds, metres in stretches(track):
        where = partial(between, seconds, metres)
        for at in range(1, len(seconds)):
            middle = (seconds[at - 1] + seconds[at]) / 2
            left = max(middle - WINDOW_S / 2, seconds[0])
            right = min(middle + WINDOW_S / 2, seconds[-1])
            if right - left < SHORTEST_S:
                continue
            run = where(right) - where(left)
            if run > 0 and fast <= (right - left) / run * 1000 <= slow:
                total += metres[at] - metres[at - 1]
    return total


def stretches(track: Track) -> Iterator[tuple[list[float], list[float]]]:
    """The parts of a track that nothing interrupts: seconds and metres, rising."""
    seconds: list[float] = []
    metres: list[float] = []
    pauses, next_pause = sorted(track.pauses), 0
    for second, metre in zip(track.seconds, track.metres, strict=True):
        while next_pause < len(pauses) and pauses[next_pause][1] <= second:
            begin, end = pauses[next_pause]
            next_pause += 1
            if seconds and seconds[-1] <= begin < end:
                yield from _whole(seconds, metres)
                seconds, metres = [], []
        if next_pause < len(pauses) and pauses[next_pause][0] < second < pauses[next_pause][1]:
            continue
        if seconds and second - seconds[-1] > GAP_S:
            yield from _whole(seconds, metres)
            seconds, metres = [], []
        if not seconds or second > seconds[-1]:
            seconds.append(second)
            metres.append(metre)
    yield from _whole(seconds, metres)


def _whole(seconds: list[float], metres: list[float]) -> Iterator[tuple[list[float], list[float]]]:
    if len(seconds) > 1:
        yield seconds, metres
