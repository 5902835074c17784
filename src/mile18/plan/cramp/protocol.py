"""The cramp protocol for one runner: which muscle, how much pickle juice, what finish is left."""

from functools import cache
from typing import Final

from msgspec import Struct

from mile18.evidence.cramp_steps import CHOOSE_SLOWER
from mile18.evidence.step import PRACTICAL, Step, step
from mile18.evidence.stretches import MUSCLES, Muscle
from mile18.plan.shut import without_plan
from mile18.profile import Profile
from mile18.science.fluid import PICKLE_JUICE_MOST_ML, pickle_juice_millilitres
from mile18.science.pace import even_pace, finish_after_stop
from mile18.topics.health.gate import has_cramped, speaks_against_running
from mile18.topics.health.low_sugar import may_run_low
from mile18.topics.health.restraints import restraints
from mile18.units import LITRES_PER_US_FLUID_OUNCE


class CrampMoment(Struct, frozen=True):
    """What the profile knows when the cramp comes; None means not answered.

    Distances in kilometres, the goal in seconds, body weight in kilograms. `may_run_on` is False
    while symptoms speak against running, `pickle_juice` where health speaks against that; with
    `low_sugar` confusion can be that.
    """

    race_name: str | None = None
    race_km: float | None = None
    goal_seconds: float | None = None
    body_mass_kg: float | None = None
    cramped_before: bool = False
    may_run_on: bool = True
    pickle_juice: bool = True
    low_sugar: bool = False


def moment_of(profile: Profile | None) -> CrampMoment:
    """What the profile knows that the protocol uses; nothing without one."""
    if profile is None:
        return CrampMoment()
    profile, shut = without_plan(profile), speaks_against_running(profile.health)
    return CrampMoment(
        race_name=profile.race.name,
        race_km=profile.race.distance,
        goal_seconds=profile.race.goal_time,
        body_mass_kg=profile.race.body_mass,
        cramped_before=has_cramped(profile.health),
        may_run_on=not shut,
        low_sugar=may_run_low(profile.health),
        pickle_juice=not shut and "pickle juice" not in restraints(profile.health, profile.race),
    )


class NewFinish(Struct, frozen=True):
    """The finish after a stop, in seconds, with the pace before and after it in seconds per km."""

    finish_seconds: float
    pace_before: float
    pace_after: float
    lost_seconds: float


# From the old pace after the stop to that of a late collapse; between them what is shown first.
SLOWER_BY: Final = (0.0, 0.10, 0.40)
USUAL_SLOWER: Final = SLOWER_BY[1]
STOPPED_SECONDS: Final = (90, 180, 300)
SLOWER_NOTE: Final = step(
    "Somewhere between the first and the last; nobody has measured it.",
    "C",
    "pace-cramp-loss-unknown",
    "pace-collapse-cost",
    note=PRACTICAL,
)


def slower_words(slower_by: float) -> str:
    """A slowing by a fraction of the pace in words: `same pace`, `10% slower`."""
    return f"{slower_by:.0%} slower" if slower_by else "same pace"


def new_finish(
    goal_seconds: float, race_km: float, at_km: float, stopped_seconds: float, slower_by: float
) -> NewFinish:
    """The finish when goal pace holds to `at_km`, then a stop, then a pace slower by a fraction.

    Times in seconds, distances in km, `slower_by` 0.1 for 10%. Arithmetic only, no promise.
    Raises ValueError as `mile18.science.pace.finish_after_stop`.
    """
    finish = finish_after_stop(goal_seconds, race_km, at_km, stopped_seconds, slower_by)
    pace = even_pace(race_km, goal_seconds)
    return NewFinish(finish, pace, pace * (1 + slower_by), finish - goal_seconds)


def finish_needs(moment: CrampMoment, at_km: float | None) -> tuple[str, ...]:
    """What is still unknown for a new finish time, in words; empty when it can be worked out."""
    known = (
        ("goal time", moment.goal_seconds),
        ("race distance", moment.race_km),
        ("kilometre of the cramp", at_km),
    )
    return tuple(name for name, value in known if value is None)


def after_earlier_cramps(cramped_before: bool) -> Step | None:
    """A gentler restart for a runner who cramped in earlier races, else None (rf-history)."""
    return CHOOSE_SLOWER if cramped_before else None


def pickle_juice(kg: float | None) -> Step:
    """The pickle-juice step, with the amount in mL and US fl oz when the body weight is known.

    Source: firstaid-pickle-grade, pickle-juice-trial. Raises ValueError as
    `science.fluid.pickle_juice_millilitres`.
    """
    if kg is None:
        amount = "about 1 mL per kg of body weight"
    else:
        ml = round(pickle_juice_millilitres(kg))
        ounces = ml / 1000 / LITRES_PER_US_FLUID_OUNCE
        amount = f"about {ml} mL ({ounces:.1f} fl oz)"
    text = f"Pickle juice may help: {amount}, {PICKLE_JUICE_MOST_ML} mL at most, once."
    return step(text, "B", "firstaid-pickle-grade", "pickle-juice-trial")


def find_muscle(text: str) -> Muscle:
    """The muscle meant by an id, a key, or the beginning of any of its names, in any case.

    Raises ValueError, listing what is allowed, when none or more than one is meant.
    """
    wanted = _plain(text)
    if not wanted:
        raise ValueError(f"no muscle given; allowed: {_choices(MUSCLES)}")
    exact = [m for m, names in _named() if wanted in names]
    by_id = [m for m in MUSCLES if m.id.startswith(wanted)]
    by_name = [m for m, names in _named() if any(name.startswith(wanted) for name in names)]
    found = exact or by_id or by_name
    if not found:
        raise ValueError(f"unknown muscle {text!r}; allowed: {_choices(MUSCLES)}")
    if len(found) > 1:
        raise ValueError(f"{text!r} fits more than one muscle; allowed: {_choices(tuple(found))}")
    return found[0]


def _plain(text: str) -> str:
    kept = "".join(c if c.isalnum() else " " for c in text.casefold())
    return " ".join(kept.split())


@cache
def _named() -> tuple[tuple[Muscle, tuple[str, ...]], ...]:
    """Each muscle with all that it is called; every race day asks for one."""
    return tuple(
        (m, tuple(_plain(name) for name in (m.key, m.id, m.label, m.name, m.anatomy, *m.also)))
        for m in MUSCLES
    )


def _choices(muscles: tuple[Muscle, ...]) -> str:
    return ", ".join(f"{m.id} ({m.key})" for m in muscles)
