"""Planned against done: pace, intake, and what was lost by it."""

from collections.abc import Iterator
from typing import NamedTuple

from mile18.plan.day.fluids import UNLIKELY_LOSS, planned_balance
from mile18.plan.day.plans import Letter, called_for
from mile18.plan.day.timeline import line_of
from mile18.plan.day.words import Said
from mile18.plan.debrief.row import (
    NOT_NOTED,
    NOT_PLANNED,
    Row,
    Verdict,
    apart,
    unanswered,
    verdict,
    worded,
)
from mile18.profile import Profile
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, mass_change_percent
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING
from mile18.topics.health.restraints import TARGET_SECONDS, restraints, too_long_for_a_target
from mile18.topics.nutrition.carried import grams_per_hour
from mile18.topics.nutrition.fluids import ALLOWED_LOSS, measured_sweat
from mile18.topics.race.questions import target
from mile18.units import Units, clock, number

PACE_WITHIN, PACE_JUST = 2.0, 5.0
_LIMITS = (
    f"up to {PACE_WITHIN:g}% either way is within, up to {PACE_JUST:g}% just outside. A "
    "judgement, not "
    "from a study."
)


class DayGoal(NamedTuple):
    """The goal in seconds that held on the day, and whose plan it is; None where there is none."""

    letter: Letter
    seconds: int | None


def day_goal(profile: Profile) -> DayGoal:
    """Plan A's goal, unless the day was warm enough for plan B or C and that plan is known.

    Source: heat-plan-options.
    """
    heat, aim = profile.heat, target(profile.race)
    letter = called_for(heat, profile.debrief.temperature)
    if letter == "C":
        return DayGoal("C", heat.very_hot_goal_time)
    if letter == "B" and heat.hot_goal_time is not None:
        return DayGoal("B", heat.hot_goal_time)
    return DayGoal("A", aim.seconds if aim else None)


def finish(profile: Profile) -> Row:
    """The finish time against the goal of the day."""
    debrief, goal = profile.debrief, day_goal(profile)
    done = debrief.time if debrief.result in (None, "finished") else None
    judged, told = None, ""
    if goal.seconds is not None and done is not None:
        percent = 100 * (done - goal.seconds) / goal.seconds
        judged, told = (
            verdict(abs(percent), PACE_WITHIN, PACE_JUST),
            apart(percent, "faster", "slower"),
        )
    return Row(
        id="finish",
        what="Finish",
        unit="s",
        planned=goal.seconds,
        done=done,
        planned_words=_planned(goal),
        done_words=_done(profile),
        verdict=judged,
        told=told,
        limits=_LIMITS,
        evidence=("train-goal-realism", "rf-faster-than-trained-56k"),
        notes=tuple(_whose(profile, goal)),
        asks=unanswered(profile, "debrief.result", "debrief.time"),
    )


def _planned(goal: DayGoal) -> str:
    if goal.seconds is not None:
        return clock(goal.seconds)
    return "no clock" if goal.letter == "C" else NOT_PLANNED


def _done(profile: Profile) -> str:
    debrief = profile.debrief
    if debrief.result == "stopped":
        after = f" after {clock(debrief.time)}" if debrief.time is not None else ""
        return f"stopped{after}"
    return NOT_NOTED if debrief.time is None else clock(debrief.time)


def _whose(profile: Profile, goal: DayGoal) -> Iterator[Said]:
    if goal.letter == "A":
        return
    first = target(profile.race)
    cool = f" The goal for a cooler day was {clock(first.seconds)}." if first else ""
    yield Said(
        f"The day reached the temperature of plan {goal.letter}, so that plan counts.{cool}",
        ("heat-plan-options",),
    )


def first_half(profile: Profile, units: Units) -> Row:
    """The first half against that of race day's splits for the goal of the day, else even pace."""
    debrief, goal = profile.debrief, day_goal(profile)
    line = line_of(profile, units)
    planned: float | None = None
    if goal.seconds is not None:
        # A goal for a hotter day may stand alone, without a goal and splits for a cooler one.
        run = line.in_seconds(goal.seconds) if line else None
        planned = run.elapsed_at(run.km / 2) if run else goal.seconds / 2
    done, whole = debrief.half_time, debrief.time
    judged, told, notes = None, "", [*_intended(profile)]
    if done is not None and whole is not None and done >= whole:
        told = "halfway is not before the end: check both"
    elif done is not None:
        if planned is not None:
            percent = 100 * (done - planned) / planned
            judged = verdict(abs(percent), PACE_WITHIN, PACE_JUST)
            told = apart(percent, "faster", "slower")
        if whole is not None and debrief.result in (None, "finished"):
            later = apart(100 * (whole - 2 * done) / done, "faster", "slower")
            after = later if later != "as planned" else "as fast"
            notes.append(Said(f"Your second half was {after} against your first."))
    return Row(
        id="first_half",
        what="First half",
        unit="s",
        planned=planned,
        done=done,
        planned_words=_planned(goal) if planned is None else clock(planned),
        done_words=NOT_NOTED if done is None else clock(done),
        verdict=judged,
        told=told,
        limits=_LIMITS,
        evidence=("rf-faster-than-trained-56k", "rf-pacing-late", "pace-fast-start"),
        notes=tuple(notes),
        asks=unanswered(profile, "debrief.half_time"),
    )


def _intended(profile: Profile) -> Iterator[Said]:
    how = {"slower": "slower than", "even": "at", "faster": "faster than"}
    if profile.race.first_half:
        yield Said(f"You had planned it {how[profile.race.first_half]} goal pace.")


# The Fueling Tool colours a plan by these: a rule of thumb, not from a study.
INTAKE_WITHIN, INTAKE_JUST = 10.0, 25.0
_TENTHS = (
    f"up to {INTAKE_WITHIN:g}% off the plan is within, up to {INTAKE_JUST:g}% just outside: the "
    "rule by which "
    "The Fueling Tool colours a plan, not from a study."
)


def fuel(profile: Profile) -> Row:
    """Grams of carbohydrate an hour against the plan."""
    grams, took = _grams(profile), hours(profile)
    planned = grams_per_hour(profile.race, profile.nutrition.products)
    done = grams / took if grams is not None and took is not None else None
    words = NOT_NOTED
    if done is not None:
        words = worded(done, "g/h")
    elif grams is not None:
        words = f"{number(grams, 0)} g in all"
    judged, told = _share(planned, done)
    needs = ["debrief.time"]
    if profile.debrief.carbohydrate_g is None:
        needs.append("debrief.portions")
        if profile.debrief.portions:
            needs.append("nutrition.products")
    return Row(
        id="fuel",
        what="Carbohydrate",
        unit="g/h",
        planned=planned,
        done=done,
        planned_words=NOT_PLANNED if planned is None else worded(planned, "g/h"),
        done_words=words,
        verdict=judged,
        told=told,
        limits=_TENTHS,
        evidence=("carb-in-race-dose", "carb-gut-training", "carb-cramp-link"),
        asks=unanswered(profile, *needs),
    )


def drink(profile: Profile) -> Row:
    """Litres an hour against the plan; to thirst is a plan without an amount."""
    drunk, took, nutrition = profile.debrief.drunk, hours(profile), profile.nutrition
    to_thirst = nutrition.drink_plan == "to_thirst"
    planned = None if to_thirst else nutrition.drink_per_hour
    done = drunk / took if drunk is not None and took is not None else None
    words = NOT_NOTED
    if done is not None:
        words = worded(done, "L/h")
    elif drunk is not None:
        words = f"{{L:{number(drunk, 3)}}} in all"
    judged, told = _share(planned, done)
    if to_thirst and done is not None:
        told = "no amount to compare it with"
    notes: tuple[Said, ...] = ()
    if done is not None and done > OVERDRINK_RED_LINE_L_H:
        text = f"Over {{L/h:{OVERDRINK_RED_LINE_L_H}}} is a warning line, never a target."
        if "drinking" in restraints(profile.health, profile.race):
            text = f"So much drink is a listed risk for low blood sodium. {ASK_ABOUT_DRINKING}"
        notes = (Said(text, ("fluid-eah-limit",), loud=True),)
    return Row(
        id="drink",
        what="Drink",
        unit="L/h",
        planned=planned,
        done=done,
        planned_words=_drink_words(planned, to_thirst=to_thirst),
        done_words=words,
        verdict=judged,
        told=told,
        limits=_TENTHS,
        evidence=("fluid-thirst-vs-plan", "fluid-eah-prevent", "fluid-eah-limit"),
        notes=notes,
        asks=unanswered(profile, "debrief.drunk", "debrief.time"),
    )


def _drink_words(planned: float | None, *, to_thirst: bool) -> str:
    if to_thirst:
        return "to thirst"
    return NOT_PLANNED if planned is None else worded(planned, "L/h")


def _share(planned: float | None, done: float | None) -> tuple[Verdict | None, str]:
    if planned is None or done is None:
        return None, ""
    if planned == 0:
        return ("within", "none, as planned") if done == 0 else (None, "none was planned")
    share = 100 * done / planned
    return verdict(
        abs(share - 100), INTAKE_WITHIN, INTAKE_JUST, 0
    ), f"{number(share, 0)}% of the plan"


def _grams(profile: Profile) -> float | None:
    """The carbohydrate taken in g; portions count with the grams planned for one, if all are alike."""
    debrief = profile.debrief
    planned = {each.carbohydrate for each in profile.nutrition.products or ()}
    portion = planned.pop() if len(planned) == 1 else None
    if debrief.carbohydrate_g is not None:
        return debrief.carbohydrate_g
    if debrief.portions == 0:
        return 0.0
    if debrief.portions is None or portion is None:
        return None
    return debrief.portions * portion


def hours(profile: Profile) -> float | None:
    """How long the runner was on the road."""
    return None if profile.debrief.time is None else profile.debrief.time / 3600


# Beyond these a loss or a gain is well outside: a judgement.
LOSS_JUST, GAIN_JUST = 3.0, 0.5


def net(profile: Profile) -> Row:
    """The change in body weight between the two limits: over 2% lost, and any gain.

    Over 5 h or 50 km there is no target and so no verdict: only a weighed change, and any gain.
    Source: fluid-acsm-2pc, fluid-eah-risk, fluid-ultra-loss; where "well outside" begins is a
    judgement.
    """
    planned = _net_planned(profile)
    too_long = _too_long(profile)
    done, told = _net(profile, weighed_only=too_long)
    done_words = NOT_NOTED if done is None else _change(done)
    if done is not None and abs(done) > UNLIKELY_LOSS:
        done, told = None, f"over {UNLIKELY_LOSS}% of body weight: check the figures"
    judged: Verdict | None = None
    notes: tuple[Said, ...] = ()
    if done is not None:
        if round(done, 1) > 0:
            judged = verdict(done, 0, GAIN_JUST)
            notes = (_GAINED,)
        elif not too_long:
            judged = verdict(-done, ALLOWED_LOSS, LOSS_JUST)
    return Row(
        id="net",
        what="Body weight",
        unit="%",
        planned=planned,
        done=done,
        planned_words=NOT_PLANNED if planned is None else _change(planned),
        done_words=done_words,
        verdict=judged,
        told=told,
        limits=_LONG_LIMITS if too_long else _NET_LIMITS,
        evidence=("fluid-ultra-loss", "fluid-eah-risk")
        if too_long
        else ("fluid-acsm-2pc", "fluid-eah-risk", "fluid-sweat-formula"),
        notes=notes,
        asks=_net_asks(profile, weighed_only=too_long) if done is None else (),
    )


_NET_LIMITS = (
    f"from no change to {ALLOWED_LOSS:g}% lost is within; up to {LOSS_JUST:g}% lost or "
    f"{GAIN_JUST}% gained is just outside. {ALLOWED_LOSS:g}% and no gain are guidance, the other "
    "two a judgement."
)
_LONG_LIMITS = (
    f"over 5 hours or 50 km a loss is expected, so none gets a verdict. A gain is outside, up to "
    f"{GAIN_JUST}% just outside, which is a judgement."
)
_GAINED = Said(
    "You gained weight, so more went in than came out. Next time, drink no more than thirst asks "
    "for. With a bad headache, confusion or vomiting after a race, see the medics.",
    ("fluid-eah-risk", "fluid-eah-prevent", "redflag-eah-symptoms"),
    loud=True,
)


def _net_planned(profile: Profile) -> float | None:
    """The change in % of body weight that the drink plan comes to over the goal; None if withheld."""
    race, nutrition = profile.race, profile.nutrition
    sweat, aim = measured_sweat(nutrition), target(race)
    if (
        restraints(profile.health, race).ids & {"drinking", "two per cent"}
        or not aim
        or sweat is None
    ):
        return None
    _, plan = planned_balance(race.body_mass, sweat, nutrition.drink_per_hour, aim.seconds / 3600)
    return plan.net_percent if plan else None


def _too_long(profile: Profile) -> bool:
    took = profile.debrief.time
    return too_long_for_a_target(profile.race) is True or (took or 0) > TARGET_SECONDS


def _net(profile: Profile, *, weighed_only: bool) -> tuple[float | None, str]:
    """The change in % of body weight, weighed or else reckoned, and how it was found."""
    debrief, race = profile.debrief, profile.race
    if debrief.mass_before is not None and debrief.mass_after is not None:
        return mass_change_percent(debrief.mass_before, debrief.mass_after), "weighed"
    sweat, took = measured_sweat(profile.nutrition), hours(profile)
    if (
        weighed_only
        or sweat is None
        or took is None
        or debrief.drunk is None
        or race.body_mass is None
    ):
        return None, ""
    litres = debrief.drunk - sweat * took
    return 100 * litres / race.body_mass, "estimated with your sweat test"


def _net_asks(profile: Profile, *, weighed_only: bool) -> tuple[str, ...]:
    if weighed_only or measured_sweat(profile.nutrition) is None:
        return unanswered(profile, "debrief.mass_before", "debrief.mass_after")
    return unanswered(profile, "debrief.drunk", "debrief.time", "race.body_mass")


def _change(percent: float) -> str:
    shown = number(abs(percent), 1)
    if shown == "0":
        return "no change"
    return f"{shown}% {'lost' if percent < 0 else 'gained'}"
