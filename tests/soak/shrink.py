"""A failing run made short: moves are left out as long as the same thing still goes wrong."""

from collections.abc import Callable, Sequence
from time import monotonic

from hand import Move


def shortened(
    moves: Sequence[Move], fails: Callable[[Sequence[Move]], bool], seconds: float
) -> list[Move]:
    """The fewest moves found within so many seconds for which `fails` still says yes."""
    end = monotonic() + seconds
    kept = list(moves)
    size = max(1, len(kept) // 2)
    while monotonic() < end:
        at, before = 0, len(kept)
        while at < len(kept) and monotonic() < end:
            without = kept[:at] + kept[at + size :]
            if fails(without):
                kept = without
            else:
                at += size
        if size > 1:
            size //= 2
        elif len(kept) == before:
            break
    return kept
