"""A value between those that are known, along straight lines."""

from bisect import bisect_left
from collections.abc import Sequence


def between(known: Sequence[float], wanted: Sequence[float], value: float) -> float:
    """`wanted` where `known`, which never falls, first comes to this value; its ends outside.

    Both have the same length, two or more.
    """
    if value >= known[-1]:
        return wanted[-1]
    if value <= known[0]:
        return wanted[0]
    at = bisect_left(known, value)
    share = (value - known[at - 1]) / (known[at] - known[at - 1])
    return wanted[at - 1] + share * (wanted[at] - wanted[at - 1])
