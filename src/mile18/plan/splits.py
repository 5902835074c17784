"""Even splits in whole seconds that add up to the goal exactly."""

from math import floor

from msgspec import Struct

from mile18.science.checks import distance, duration, within
from mile18.units import KM_PER_MILE, Units

COARSE = 5
# A remainder shorter than this is rounding dust of the distance, not a stretch to run.
_DUST_KM = 1e-6


class Split(Struct, frozen=True):
    """The stretch that ends at a mark: the mark in km, its seconds, and those since the start."""

    at_km: float
    seconds: int
    elapsed: int


def splits(km: float, seconds: int, every_km: float) -> tuple[Split, ...]:
    """The stretches of `every_km` at even pace, the last one ending at the finish.

    Each elapsed time is rounded, halves up, and a stretch is the difference of two of them, so
    that the stretches add up to `seconds` exactly (arithmetic, no source needed).
    Raises ValueError for a distance or time that is not positive, or a stretch under 100 m.
    """
    distance("race distance", km)
    duration("race time", seconds)
    within("stretch", every_km, 0.1, 10_000, "km")
    found: list[Split] = []
    before = 0
    for number in range(1, floor((km - _DUST_KM) / every_km) + 1):
        elapsed = elapsed_at(every_km * number, km, seconds)
        found.append(Split(every_km * number, elapsed - before, elapsed))
        before = elapsed
    return (*found, Split(km, seconds - before, seconds))


def elapsed_at(at_km: float, km: float, seconds: int) -> int:
    """Whole seconds since the start at `at_km`, at even pace, halves rounded up."""
    return floor(seconds * at_km / km + 0.5)


def unit_splits(km: float, seconds: int, units: Units) -> tuple[Split, ...]:
    """Splits for each km or mile, whichever the runner chose. Raises ValueError as `splits`."""
    return splits(km, seconds, unit_km(units))


def coarse_splits(km: float, seconds: int, units: Units) -> tuple[Split, ...]:
    """Splits for each 5 km or 5 miles. Raises ValueError as `splits`."""
    return splits(km, seconds, COARSE * unit_km(units))


def unit_km(units: Units) -> float:
    """The km in the runner's unit of distance."""
    return KM_PER_MILE if units.distance == "mi" else 1.0
