"""Race day as one value: goal, pacing, heat, plans, fuel, fluids, stations, and the cramp plan."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from mile18.factor import Caution, Countdown
from mile18.plan.day.cramp import CrampPlan, cramp_plan
from mile18.plan.day.fluids import Fluids, fluids
from mile18.plan.day.fuel import Fuel, caffeine_in, fuel, portions_of
from mile18.plan.day.heat import HeatDay, heat_day
from mile18.plan.day.pacing import Aim, Goal, Pacing, aim_of, goal, pacing
from mile18.plan.day.plans import Plan, Plans, plans
from mile18.plan.day.stations import Stations, station_kms, stations
from mile18.plan.day.timeline import Timeline, beside, line_of
from mile18.plan.day.walks import walks_of
from mile18.plan.day.weather import Weather, weather
from mile18.plan.day.words import Lack, Said, lack
from mile18.plan.shut import NOW_SAID, without_plan
from mile18.plan.week.morning import morning
from mile18.profile import Profile, Unanswered, at_its_warmest, unanswered
from mile18.topics.health.cautions import caffeine_warnings, drink_warnings
from mile18.topics.health.gate import Gate, gate, has_cramped
from mile18.topics.health.history import history_words
from mile18.topics.health.low_sugar import CARRY, NO_START, UNKNOWN_INSULIN, may_run_low
from mile18.topics.health.questions import Health
from mile18.topics.health.restraints import Restraints, restraints
from mile18.topics.heat.cautions import heat_cautions
from mile18.topics.heat.humidity import load_without_humidity
from mile18.topics.nutrition.fluids import measured_sweat
from mile18.topics.race.cautions import race_cautions
from mile18.topics.race.questions import countdown_to, duration_span
from mile18.topics.training.cautions import training_cautions
from mile18.units import SI, Units


class Opening(Struct, frozen=True, kw_only=True):
    """What comes before all parts: dangers in the plan, what to do while ill, a race gone by."""

    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


class RaceDay(Struct, frozen=True, kw_only=True):
    """What to do on the day, each part with its numbers, its notes, and what it lacks.

    Beside the parts stands what several of them are made of: the questions `unanswered`, what is
    `withheld`, and the `weather`.
    """

    profile: Profile
    unanswered: Unanswered
    withheld: Restraints
    weather: Weather
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


class Intake(Struct, frozen=True, kw_only=True):
    """What is eaten and drunk on the day, and what that and the rest of the day rest on.

    `profile` is the one at its warmest, without a plan where none may be made; `span` the seconds
    that the race takes, from and to; `cautions` are those about drinking.
    """

    profile: Profile
    unanswered: Unanswered
    withheld: Restraints
    weather: Weather
    aim: Aim
    line: Timeline | None
    span: tuple[float, float] | None
    stations: tuple[float, ...]
    cautions: tuple[Said, ...]
    fuel: Fuel
    fluids: Fluids


def intake(profile: Profile, units: Units = SI) -> Intake:
    """Fuel and fluids of the race day of a profile; a pure function that never raises.

    `units` are those in which the calm opening is a round length.
    """
    profile = at_its_warmest(without_plan(profile))
    race, health, nutrition = profile.race, profile.health, profile.nutrition
    missing, hidden = unanswered(profile), restraints(health, race)
    air = weather(profile.heat)
    black = air.expected is not None and air.expected.surely_black
    aim = aim_of(race, missing, black=black)
    line = None if black else line_of(profile, units)
    span, sweat = duration_span(race), measured_sweat(nutrition)
    cautions = _said(drink_warnings(nutrition, race, hidden, sweat))
    kms = station_kms(race)
    portions = portions_of(nutrition, line, kms, walks_of(race))
    caffeine = _said(caffeine_warnings(nutrition, race, health, caffeine_in(portions)))
    also = (*caffeine, *_about_sugar(health))
    up_before = morning(race, profile.sleep, nutrition).up_before
    return Intake(
        profile=profile,
        unanswered=missing,
        withheld=hidden,
        weather=air,
        aim=aim,
        line=line,
        span=span,
        stations=kms,
        cautions=cautions,
        fuel=fuel(span, race, nutrition, aim, line, portions, also, missing),
        fluids=fluids(race, span, nutrition, hidden, cautions, sweat, aim, up_before, missing),
    )


def race_day(profile: Profile, today: date, units: Units = SI) -> RaceDay:
    """The race day of a profile, seen from `today`; a pure function that never raises.

    `units` are those in which the calm opening is a round length.

    While the health gate is shut there is no plan in any of its parts.
    """
    eaten = intake(profile, units)
    profile, aim, line, missing = eaten.profile, eaten.aim, eaten.line, eaten.unanswered
    race, health, training, heat = profile.race, profile.health, profile.training, profile.heat
    air = eaten.weather
    countdown = countdown_to(race, today)
    stands = gate(health, countdown)
    damp, against = load_without_humidity(race, heat), goal(race, training, aim, missing)
    load = air.expected.counted(heat.sun) if air.expected else None
    dangers = (
        *heat_cautions(heat, load, damp, health),
        *race_cautions(race, against.predictions, health),
        *training_cautions(race, training, countdown),
    )
    three = plans(air, race.distance, aim, against.supported, missing)
    cautions = (*eaten.cautions, *_said(dangers))
    return RaceDay(
        profile=profile,
        unanswered=missing,
        withheld=eaten.withheld,
        weather=air,
        countdown=countdown,
        gate=stands,
        opening=_opening(countdown, cautions, missing, shut=stands.shut),
        goal=against,
        pacing=pacing(
            race,
            aim,
            line,
            missing,
            cramped=has_cramped(health),
            history=history_words(health),
            beside=beside(profile, line, units),
        ),
        heat=heat_day(air, damp, three.a.finish, aim, missing),
        plans=three,
        fuel=eaten.fuel,
        fluids=eaten.fluids,
        stations=stations(race, eaten.stations, line, eaten.fuel.portions, missing),
        cramp=cramp_plan(
            race,
            health,
            aim.target,
            missing,
            run_on=not stands.shut,
            pickle=profile.nutrition.pickle_juice is True and "pickle juice" not in eaten.withheld,
        ),
    )


def _about_sugar(health: Health) -> tuple[Said, ...]:
    told = (CARRY, UNKNOWN_INSULIN, NO_START) if may_run_low(health) else ()
    return tuple(Said(each.text, each.evidence, private=True) for each in told)


def _said(cautions: Iterable[Caution]) -> tuple[Said, ...]:
    return tuple(Said(each.text, each.evidence, each.loud, each.private) for each in cautions)


def _opening(
    countdown: Countdown, cautions: tuple[Said, ...], unanswered: Unanswered, *, shut: bool
) -> Opening:
    if shut:
        return Opening(notes=NOW_SAID, lacks=())
    past = countdown.days is not None and countdown.days < 0
    over = Said("This race is over. This is the plan you had for it.")
    return Opening(
        notes=(over,) if past else tuple(each for each in cautions if each.loud),
        lacks=lack(unanswered, "Enter the race day to count the days.", "race.date"),
    )
