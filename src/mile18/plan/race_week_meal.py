"""The last meal, the last drink and the caffeine of race morning."""

from mile18.plan.race_week_task import Task, length_words
from mile18.plan.race_week_words import millilitres, told
from mile18.profile import Profile
from mile18.science.carbohydrate import (
    CAFFEINE_MG_PER_KG,
    PRE_EVENT_MEAL_G_PER_KG,
    caffeine_milligrams,
    pre_event_meal_grams,
)
from mile18.science.fluid import pre_event_millilitres
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING, ask_about_caffeine, caffeine_warnings
from mile18.topics.health.withheld import withheld
from mile18.topics.race.questions import lasts_longer_than
from mile18.units import number

DRINK_BEFORE = 4 * 60
_HOUR = 3600


def meal(profile: Profile, name: str) -> Task:
    """The last meal: the runner's own, and what guidance makes of the body mass.

    Source: carb-preevent-meal.
    """
    nutrition, kg = profile.nutrition, profile.race.body_mass
    own = nutrition.breakfast_g
    least, most = PRE_EVENT_MEAL_G_PER_KG
    advice = f"{least:g}–{most:g} g of carbohydrate per kg of body mass"
    if kg is not None:
        low, high = pre_event_meal_grams(kg)
        advice = f"{low:.0f}–{high:.0f} g of carbohydrate ({least:g}–{most:g} g per kg)"
    lines = [f"Guidance: {advice}, 4 h to 1 h before the start."]
    hidden = "loading" in withheld(profile.health, profile.race)
    if hidden:
        lines = ["Eat what you know from before your long runs."]
    elif lasts_longer_than(profile.race, _HOUR) is False:
        lines = ["Guidance on amounts is for efforts of over an hour: eat what you know."]
    if nutrition.breakfast:
        lines.insert(0, f"{told(nutrition.breakfast)}.")
    if own is not None:
        whose = "Your answer" if hidden else "Your plan"
        lines.insert(0, f"{whose}: {number(own, 0)} g of carbohydrate.")
    return Task(
        id="breakfast",
        topic="nutrition",
        title=f"Eat {name}",
        detail=" ".join(lines),
        why="It tops up your carbohydrate. Only what you have eaten before long runs; big meals in "
        "the last two hours are linked with stitches.",
        evidence=("carb-preevent-meal", "st-stitch-not-cramp"),
        grade="A",
        days_before=0,
        minutes=20,
    )


def drink(profile: Profile, up_before: int | None) -> Task:
    """The last planned drink: the guideline's amount if there are four hours for it, else thirst.

    Source: fluid-pre-event, fluid-eah-prevent.
    """
    kg = profile.race.body_mass
    amount, later = "5–7 mL per kg of body mass", "3–5 mL per kg"
    if kg is not None:
        low, high = pre_event_millilitres(kg)
        amount = f"{millilitres(low, high)}, 5–7 mL per kg"
        later = millilitres(3 * kg, 5 * kg)
    if "drinking" in withheld(profile.health, profile.race):
        detail = ASK_ABOUT_DRINKING
    elif up_before is not None and up_before < DRINK_BEFORE:
        detail = (
            f"One guideline is {amount}, {length_words(DRINK_BEFORE)} before the start. "
            "You get up later than that, so let thirst decide."
        )
    else:
        detail = (
            f"One guideline is {amount}, slowly and no more than thirst allows; 2 h before, "
            f"{later} more only if you pass no urine or it is dark."
        )
    return Task(
        id="drink-morning",
        topic="nutrition",
        title="Drink something",
        detail=detail,
        why="Thirst is the main guard against drinking too much, which can be dangerous.",
        evidence=("fluid-pre-event", "fluid-eah-prevent"),
        grade="B",
        days_before=0,
    )


def caffeine(profile: Profile) -> Task | None:
    """The caffeine an hour before, for those who use it; None for the others.

    Without an amount, and private, for those who should ask a doctor first.

    Source: caffeine-dose.
    """
    planned, kg = profile.nutrition.race_caffeine_mg, profile.race.body_mass
    if planned == 0 or (planned is None and not profile.nerves.caffeine_habit):
        return None
    if ask_about_caffeine(profile.health):
        return Task(
            id="caffeine-race",
            topic="nutrition",
            title="Caffeine: ask your doctor first",
            detail="No caffeine plan for this race until your doctor has agreed.",
            why="Plain caution with what you answered under Health, not from a study.",
            days_before=0,
            private=True,
        )
    least, most = CAFFEINE_MG_PER_KG
    advice = f"{least:g}–{most:g} mg per kg of body mass"
    if kg is not None:
        low, high = caffeine_milligrams(kg)
        advice = f"{low:.0f}–{high:.0f} mg ({least:g}–{most:g} mg per kg)"
    own = "" if planned is None else f"Your plan: {number(planned, 0)} mg before and in the race. "
    over = [
        f" {each.text}"
        for each in caffeine_warnings(profile.nutrition, profile.race, profile.health)
    ]
    return Task(
        id="caffeine-race",
        topic="nutrition",
        title="Take your caffeine",
        detail=f"{own}Guidance: {advice}, about an hour before; less will do too.{''.join(over)}",
        why="It may help endurance; nothing is known about cramps. Only what you have tried in "
        "training; with a heart condition, in pregnancy or with regular medicines ask first.",
        evidence=("caffeine-dose",),
        grade="A",
        days_before=0,
    )
