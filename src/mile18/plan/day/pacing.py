"""Pace for race day: the opening, the halves, the splits, and how to run when it is hot."""

from math import ceil, floor

from msgspec import Struct

from mile18.plan.day.goal import Target, no_target, target
from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.checks import distance, duration, within
from mile18.science.pace import HALF_MARATHON_KM
from mile18.topics.health.gate import has_cramped
from mile18.units import KM_PER_MILE, Units, clock, number

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
    for at in range(1, floor((km - _DUST_KM) / every_km) + 1):
        elapsed = elapsed_at(every_km * at, km, seconds)
        found.append(Split(every_km * at, elapsed - before, elapsed))
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


# How much calmer the opening is, and for how much of the race: a judgement, not from a study.
CALMER = 0.02
SHORT_KM = 10
ULTRA_KM = 43


class EasyStart(Struct, frozen=True):
    """A calmer opening: its km, its pace in seconds per km, and the seconds it costs."""

    km: float
    pace: float
    costs: int


class Pacing(Struct, frozen=True, kw_only=True):
    """The early cap and the splits; `cramped_before` moves them to the front of race day.

    `half` is the time at halfway in seconds that the first half should not beat.
    """

    target: Target | None
    half: int | None
    cap: Said | None
    cramped_before: bool
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]

    def splits(self, units: Units) -> tuple[Split, ...]:
        """A split for each km or mile; empty without a target."""
        aim = self.target
        return unit_splits(aim.km, aim.seconds, units) if aim else ()

    def coarse_splits(self, units: Units) -> tuple[Split, ...]:
        """A split for each 5 km or 5 miles; empty without a target."""
        aim = self.target
        return coarse_splits(aim.km, aim.seconds, units) if aim else ()

    def easy_start(self, units: Units) -> EasyStart | None:
        """The calmer opening in whole km or miles; None without a target or in a very short race."""
        aim = self.target
        if aim is None:
            return None
        km = _opening(aim.km, units)
        if 3 * km > aim.km:
            return None
        # Whole seconds in the unit shown, so that the cost can be redone from the screen.
        per_unit = aim.pace * unit_km(units)
        calmer = max(ceil(per_unit * (1 + CALMER)), floor(per_unit) + 1) / unit_km(units)
        return EasyStart(km, calmer, floor((calmer - aim.pace) * km + 0.5))


def pacing(profile: Profile) -> Pacing:
    """The pacing for the goal at even pace.

    Source: rf-faster-than-trained-56k, rf-pacing-late, pace-fast-start; how calm to open is a
    judgement.
    """
    aim = target(profile.race)
    cramped = has_cramped(profile.health)
    half = elapsed_at(aim.km / 2, aim.km, aim.seconds) if aim else None
    return Pacing(
        target=aim,
        half=half,
        cap=None if aim is None or half is None else _cap(aim, half),
        cramped_before=cramped,
        notes=tuple(_notes(profile, aim, cramped)),
        lacks=(
            *no_target(profile, "No splits yet."),
            *lack(profile, "How you plan your first half is open.", "race.first_half"),
        ),
    )


def _cap(aim: Target, half: int) -> Said:
    return Said(
        f"Pass halfway, {{km:{number(aim.km / 2, 4)}}}, no sooner than {clock(half)}: that is even "
        f"{{pace:{number(aim.pace)}}}.",
        ("rf-faster-than-trained-56k", "pace-fast-start", "pace-fast-start-cramps"),
    )


def _notes(profile: Profile, aim: Target | None, cramped: bool) -> list[Said]:
    found = []
    if cramped:
        found.append(
            Said(
                "You have cramped before, so this stands first: of what you can still change, pace "
                "is the best supported, from small studies.",
                ("rf-history", "rf-faster-than-trained-56k", "rf-pacing-late"),
            )
        )
    if profile.race.first_half == "faster":
        found.append(
            Said(
                "You plan a first half faster than goal pace. In one 56 km race those who cramped "
                f"had run theirs faster: {'keep to the time at halfway' if aim else 'start calmer'}.",
                ("rf-faster-than-trained-56k", "pace-fast-start"),
                loud=True,
            )
        )
    elif profile.race.first_half == "slower":
        found.append(Said("You plan a slower first half, which fits.", ("pace-fast-start",)))
    if aim and aim.km > ULTRA_KM:
        found.append(
            Said("Over this distance walks, hills and stops belong to it: the splits are averages.")
        )
    return found


def _opening(km: float, units: Units) -> float:
    if km <= SHORT_KM:
        count = 1
    elif units.distance == "mi":
        count = 1 if km <= HALF_MARATHON_KM else 2
    else:
        count = 2 if km <= HALF_MARATHON_KM else 3
    return count * unit_km(units)
