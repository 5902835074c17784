"""What was eaten and drunk an hour against the plan."""

from mile18.plan.debrief_row import (
    NOT_NOTED,
    NOT_PLANNED,
    Row,
    Verdict,
    unanswered,
    verdict,
    worded,
)
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING
from mile18.topics.health.withheld import withheld
from mile18.topics.nutrition.fuel import grams_per_hour
from mile18.units import number

# The Fueling Tool colours a plan by these: a rule of thumb, not from a study.
WITHIN, JUST = 10.0, 25.0
_TENTHS = (
    f"up to {WITHIN:g} % off the plan is within, up to {JUST:g} % just outside: the rule by which "
    "The Fueling Tool colours a plan, not from a study."
)


def fuel(profile: Profile) -> Row:
    """Grams of carbohydrate an hour against the plan."""
    grams, took = _grams(profile), hours(profile)
    planned = grams_per_hour(profile.nutrition)
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
            needs.append("nutrition.fuel_portion_g")
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
        told = "no amount to hold it against"
    notes: tuple[Said, ...] = ()
    if done is not None and done > OVERDRINK_RED_LINE_L_H:
        text = f"Over {{L/h:{OVERDRINK_RED_LINE_L_H}}} is a warning line, never a target."
        if "drinking" in withheld(profile.health, profile.race):
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
    return verdict(abs(share - 100), WITHIN, JUST, 0), f"{number(share, 0)} % of the plan"


def _grams(profile: Profile) -> float | None:
    """The carbohydrate taken in g; portions count with the grams planned for one."""
    debrief, portion = profile.debrief, profile.nutrition.fuel_portion_g
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
