"""The cramp protocol as data: every word and number that the cramp screen or its print shows."""

from typing import Final

from msgspec import Struct

from mile18.plan.cramp.steps import PRACTICAL, step
from mile18.plan.shut import without_plan
from mile18.profile import Profile
from mile18.science.pace import even_pace, finish_after_stop
from mile18.topics.health.gate import has_cramped, speaks_against_running
from mile18.topics.health.withheld import withheld


class CrampMoment(Struct, frozen=True):
    """What the profile knows when the cramp comes; None means not answered.

    Distances in kilometres, the goal in seconds, body mass in kilograms. `may_run_on` is False
    while symptoms speak against running, `pickle_juice` where health speaks against that.
    """

    race_name: str | None = None
    race_km: float | None = None
    goal_seconds: float | None = None
    body_mass_kg: float | None = None
    cramped_before: bool = False
    may_run_on: bool = True
    pickle_juice: bool = True


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
        pickle_juice=not shut and "pickle juice" not in withheld(profile.health, profile.race),
    )


class NewFinish(Struct, frozen=True):
    """The finish after a stop, in seconds, with the pace before and after it in seconds per km."""

    finish_seconds: float
    pace_before: float
    pace_after: float
    lost_seconds: float


SLOWER_BY: Final = (0.05, 0.10)
STOPPED_SECONDS: Final = (90, 180, 300)
SLOWER_NOTE: Final = step(
    "5% or 10% slower is practical advice, not a tested figure.",
    "C",
    "return-to-run",
    note=PRACTICAL,
)


def new_finish(
    goal_seconds: float, race_km: float, at_km: float, stopped_seconds: float, slower_by: float
) -> NewFinish:
    """The finish when goal pace holds to `at_km`, then a stop, then a pace slower by a fraction.

    Times in seconds, distances in km, `slower_by` 0.05 for 5%. Arithmetic only, no promise.
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
