"""What is said about drinking: gains loudest, then losses, then the time before the start."""

from collections.abc import Iterator
from datetime import time

from mile18.evidence.disclaimers import FLUIDS
from mile18.plan.race_day_words import Said
from mile18.plan.race_week_meal import DRINK_BEFORE
from mile18.plan.race_week_morning import morning
from mile18.profile import Profile
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, Balance, pre_event_millilitres
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING, drink_warnings
from mile18.topics.nutrition.fluids import USUAL_L_H
from mile18.units import number

# A loss beyond this in % of body mass is no plan but a slip in one of the figures.
UNLIKELY_LOSS = 10
BEFORE_HOURS = DRINK_BEFORE // 60


def drink_cautions(profile: Profile) -> Iterator[Said]:
    """The cautions about the drink plan, worst first."""
    for each in drink_warnings(profile.nutrition, profile.race, profile.health):
        yield Said(each.text, each.evidence, each.loud)


def by_thirst(*, own: bool) -> Iterator[Said]:
    """What is said where amounts of drink are withheld; `own` if a caution says it already."""
    if not own:
        yield Said(ASK_ABOUT_DRINKING, ("fluid-eah-prevent",))
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def long_words() -> Iterator[Said]:
    """What is said of a race over 5 h or 50 km in the place of any target."""
    yield Said(
        "In a race this long, drink by thirst and expect to weigh less at the finish. The body burns "
        "fuel and frees water.",
        ("fluid-ultra-loss", "fluid-ultra-2pc"),
    )
    yield Said(
        "If a scale shows your starting weight or more, stop drinking.",
        ("fluid-eah-risk", "fluid-ultra-loss"),
    )
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def guard_words(
    guard: str | None,
    found: Balance | None,
    least: float | None,
    most: float | None,
    *,
    short: bool,
) -> Iterator[Said]:
    """Where the plan ends up between the guards, and the litres an hour that hold both."""
    if found is not None and guard is not None:
        yield _end(guard, found, least)
    if least is not None and most is not None and not short:
        yield _room(least, most)
    if short:
        yield Said("In a race this short thirst is enough.", ("fluid-thirst-vs-plan",))
    yield Said(FLUIDS, ("fluid-eah-prevent", "fluid-sweat-rate-506"))


def before_words(profile: Profile) -> Iterator[Said]:
    """What to drink before the start, for a known body mass (fluid-pre-event, fluid-eah-prevent)."""
    kg, start = profile.race.body_mass, profile.race.start_time
    if kg is None:
        return
    low, high = (f"{{L:{number(each / 1000, 3)}}}" for each in pre_event_millilitres(kg))
    by = f", by {_earlier(start)}" if start is not None else ""
    guideline = f"Before the start: one guideline is {low} to {high} at least {BEFORE_HOURS} hours"
    up_before = morning(profile).up_before
    if up_before is not None and up_before < DRINK_BEFORE:
        text = f"{guideline} ahead{by}. You get up later than that, so let thirst decide."
    else:
        text = (
            f"{guideline} ahead{by}, slowly and no more than thirst allows; a little more 2 hours "
            "ahead only if you pass no urine or it is dark."
        )
    yield Said(text, ("fluid-pre-event", "fluid-eah-prevent"))


def _end(guard: str, found: Balance, least: float | None) -> Said:
    kg, percent = abs(found.net_kg), abs(found.net_percent)
    shown = f"{{kg:{number(kg, 2)}}} ({number(percent, 1)} % of your body mass)"
    if guard == "gain":
        return Said(
            f"By the finish you would weigh {shown} more than at the start: drink less.",
            ("fluid-eah-risk", "fluid-acsm-2pc"),
            loud=True,
        )
    if percent > UNLIKELY_LOSS:
        return Said(
            f"The figures come to a loss of {shown}. That is more than a race should take: check "
            "them, and let thirst guide you.",
            ("fluid-acsm-2pc",),
            loud=True,
        )
    if guard == "loss":
        return Said(
            f"You would lose about {shown}, more than 2 %.{_holding(least)}",
            ("fluid-acsm-2pc", "fluid-nata-range", "fluid-planning-range"),
        )
    return Said(f"You would lose about {shown}: between the two guards.", ("fluid-acsm-2pc",))


def _holding(least: float | None) -> str:
    if least is None:
        return ""
    if least > OVERDRINK_RED_LINE_L_H:
        return " No sensible amount of drink holds that: slow down instead."
    rate = f" {{L/h:{number(least)}}} would hold 2 %"
    if least > USUAL_L_H[1]:
        usual = f"{{L/h:{USUAL_L_H[0]:g}}} to {{L/h:{USUAL_L_H[1]:g}}}"
        return f"{rate}, above the {usual} often advised: slowing down may serve you better."
    return f"{rate}, if you are thirsty for it."


def _room(least: float, most: float) -> Said:
    claims = ("fluid-acsm-2pc", "fluid-eah-limit")
    if least > most:
        return Said("No amount keeps both guards at this pace: slow down.", claims)
    return Said(
        f"Both guards hold from {{L/h:{number(least)}}} to {{L/h:{number(most)}}} if you sweat as "
        "on the weighed run; in cooler air or at an easier pace you sweat less, so less. Let thirst "
        "choose in between.",
        claims,
    )


def _earlier(start: time) -> str:
    minutes = (start.hour * 60 + start.minute - 60 * BEFORE_HOURS) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"
