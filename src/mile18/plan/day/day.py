"""Race day as one value: goal, pacing, heat, plans, fuel, fluids, stations, and the cramp plan."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mile18.factor import Countdown
from mile18.plan.day.cramp import CrampPlan, cramp_plan
from mile18.plan.day.fluids import Fluids, drink_cautions, fluids
from mile18.plan.day.fuel import Fuel, Stations, fuel, station_kms, stations
from mile18.plan.day.goal import Goal, goal
from mile18.plan.day.heat import HeatDay, heat_day
from mile18.plan.day.pacing import Pacing, pacing
from mile18.plan.day.plans import Plan, Plans, plans
from mile18.plan.day.words import Lack, Said, lack
from mile18.plan.shut import NOW_SAID, without_plan
from mile18.profile import Profile
from mile18.topics.health.gate import Gate, gate, speaks_against_running


class Opening(Struct, frozen=True, kw_only=True):
    """What comes before all parts: dangers in the plan, what to do while ill, a race gone by."""

    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


class RaceDay(Struct, frozen=True, kw_only=True):
    """What to do on the day, each part with its numbers, its notes, and what it lacks."""

    profile: Profile
    countdown: Countdown
    gate: Gate
    opening: Opening
    goal: Goal
    pacing: Pacing
    heat: HeatDay
    plans: Plans
    fuel: Fuel
    fluids: Fluids
    stations: Stations
    cramp: CrampPlan

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What all parts lack, in their order, each once; nothing while the health gate is shut."""
        if self.gate.shut:
            return ()
        return tuple(dict.fromkeys(each for part in self._parts for each in part.lacks))

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The ids of the questions that would fill what is lacking, each once."""
        return tuple(dict.fromkeys(name for each in self.lacks for name in each.questions))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of all claims behind the notes, the predictions and the heat models."""
        return tuple(dict.fromkeys(self._claims()))

    @property
    def _parts(
        self,
    ) -> tuple[
        Opening | Goal | Pacing | HeatDay | Plan | Fuel | Fluids | Stations | CrampPlan, ...
    ]:
        return (
            self.opening,
            self.goal,
            self.pacing,
            self.heat,
            *self.plans.all,
            self.fuel,
            self.fluids,
            self.stations,
            self.cramp,
        )

    def said(self) -> Iterator[Said]:
        """Every sentence of every part."""
        if self.gate.shut:
            yield from (*self.opening.notes, *self.cramp.lines)
            return
        if self.goal.standing:
            yield self.goal.standing
        if self.pacing.cap:
            yield self.pacing.cap
        yield from self.plans.notes
        yield from self.cramp.lines
        for part in self._parts:
            yield from part.notes

    def _claims(self) -> Iterator[str]:
        for prediction in self.goal.predictions:
            yield prediction.evidence
        for each in self.said():
            yield from each.evidence
        for plan in self.plans.all:
            for model in plan.load.models if plan.load else ():
                yield from model.evidence


def race_day(profile: Profile, today: date) -> RaceDay:
    """The race day of a profile, seen from `today`; a pure function that never raises.

    While the health gate is shut there is no plan in any of its parts.
    """
    profile = without_plan(profile)
    countdown = Countdown(today, profile.race.date)
    portions = fuel(profile, station_kms(profile.race))
    return RaceDay(
        profile=profile,
        countdown=countdown,
        gate=gate(profile.health, countdown),
        opening=_opening(profile, countdown),
        goal=goal(profile),
        pacing=pacing(profile),
        heat=heat_day(profile),
        plans=plans(profile),
        fuel=portions,
        fluids=fluids(profile),
        stations=stations(profile, portions.portions),
        cramp=cramp_plan(profile),
    )


def _opening(profile: Profile, countdown: Countdown) -> Opening:
    if speaks_against_running(profile.health):
        return Opening(notes=NOW_SAID, lacks=())
    past = countdown.days is not None and countdown.days < 0
    over = Said("This race is over; these are the figures it was planned with.")
    return Opening(
        notes=(over,) if past else tuple(each for each in drink_cautions(profile) if each.loud),
        lacks=lack(profile, "No countdown without a race day.", "race.date"),
    )
