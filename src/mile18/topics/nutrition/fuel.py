"""Race fuel: grams of carbohydrate an hour against what the race's length calls for."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from msgspec.structs import replace

from mile18.factor import Advice, Cap, Countdown, Part, Rule, Todo, Verdict, scored, unanswered
from mile18.sanitise import plain_part
from mile18.science.carbohydrate import during_band
from mile18.topics.nutrition.carried import grams_per_hour
from mile18.topics.nutrition.products import Product, when_words
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, lasts_longer_than
from mile18.units import number

NEEDED_FROM = 75 * 60
LONG_FROM = 150 * 60
# The low end of the band is enough for full points.
ENOUGH = during_band(LONG_FROM)[0]
ENOUGH_LONG, MOST_SHOWN = during_band(LONG_FROM + 1)
# Above this the sources count only on glucose and fructose together.
MOST_GLUCOSE = during_band(LONG_FROM)[1]
TWO_SUGARS = "glucose with fructose"
TOO_MUCH_POINTS = 80
UNTRIED_CAP = 50
TRIED_ONCE_CAP = 80
# A gel: what a lever proposes when no spacing of the planned portion would do.
USUAL_PORTION_G = 25.0
CLOSEST_ASKED, CLOSEST_MIN, WIDEST_MIN = 5, 10, 180
# Beside other products one takes no less than so many g/h.
LEAST_STEP = 5.0
ONE_LONG_RUN_DAYS = 5
TWO_LONG_RUNS_DAYS = 12


def judge(race: Race, nutrition: Nutrition, _: Countdown) -> Verdict:
    """100% grams an hour: full from 30 g/h up to 2.5 h, from 60 g/h beyond, less in proportion.

    Over 90 g/h gives 80. Never tried on a long run: at most 50; tried once: at most 80.
    """
    longer = lasts_longer_than(race, NEEDED_FROM)
    if longer is None:
        because = "needed only if the race takes over 75 minutes"
    else:
        because = "" if longer else "the race takes 75 minutes or less"
    return Verdict((_amount(race, nutrition),), _cap(nutrition), longer, because)


def _amount(race: Race, nutrition: Nutrition) -> Part:
    hourly = grams_per_hour(race, nutrition.products)
    if hourly is None:
        return unanswered(100, "grams an hour")
    if hourly == 0:
        return scored(100, 0, "no fuel planned")
    if hourly > MOST_SHOWN:
        label = f"{number(hourly, 0)} g/h, more than shown to help"
        return scored(100, TOO_MUCH_POINTS, label)
    long = lasts_longer_than(race, LONG_FROM)
    if long is not None:
        return _against(ENOUGH_LONG if long else ENOUGH, hourly)
    shorter, longer = _against(ENOUGH, hourly), _against(ENOUGH_LONG, hourly)
    if shorter.low == longer.low:
        return longer
    label = f"{number(hourly, 0)} of {ENOUGH:g} or {ENOUGH_LONG:g} g/h"
    return Part(100, longer.low, shorter.low, label)


def _against(enough: float, hourly: float) -> Part:
    shown = number(hourly, 0)
    label = f"{shown} g/h" if hourly >= enough else f"{shown} of {enough:g} g/h"
    return scored(100, 100 * hourly / enough, label)


def _cap(nutrition: Nutrition) -> Cap | None:
    match nutrition.fuel_practised:
        case None:
            return Cap(UNTRIED_CAP, "tried on long runs: not answered", certain=False)
        case "no":
            return Cap(UNTRIED_CAP, "never tried on a long run")
        case "once":
            return Cap(TRIED_ONCE_CAP, "tried on one long run")
        case _:
            return None


# In the last week nothing is new: a step of so many g/h at most, or up to so many, by judgement.
LATE_DAYS, LATE_STEP, LATE_LEAST = 7, 10.0, 30.0
TRY_FUEL = Todo("fuel-trial", "Try your race fuel on a long run", 7)


def advise(race: Race, nutrition: Nutrition, countdown: Countdown) -> Iterator[Advice]:
    """The right amount, tried on as many long runs as the days left allow."""
    part = _amount(race, nutrition)
    planned = grams_per_hour(race, nutrition.products)
    if planned is None:
        return
    practised = nutrition.fuel_practised
    if part.low == 100 and practised in (None, "several"):
        return
    changes: dict[str, object] = {}
    products = nutrition.products or ()
    if part.low < 100:
        products = _enough(race, planned, products, late=_late(countdown))
        changes["products"] = products
    days = countdown.days
    runs, lead = "the next long run", ONE_LONG_RUN_DAYS
    if practised != "several":
        if practised == "once":
            changes["fuel_practised"] = "several"
        elif days is None or days >= TWO_LONG_RUNS_DAYS:
            changes["fuel_practised"] = "several"
            runs, lead = "the next two long runs", TWO_LONG_RUNS_DAYS
        else:
            changes["fuel_practised"] = "once"
    hourly = grams_per_hour(race, products) or 0.0
    kind = f", {TWO_SUGARS}" if hourly > MOST_GLUCOSE else ""
    yield Advice(
        f"Try {number(hourly, 0)} g/h on {runs}: {_in_words(products)}{kind}",
        {"nutrition": changes},
        lead,
        TRY_FUEL,
        hard=True,
    )


def _in_words(products: Sequence[Product]) -> str:
    """What is taken all along: `25 g every 30 min`, of several products each with its name."""
    fed = [each for each in products if each.carbohydrate]
    names = [plain_part(each.name) if len(fed) > 1 else "" for each in fed]
    said = (
        f"{name} {number(each.carbohydrate or 0)} g {when_words(each)}"
        for name, each in zip(names, fed, strict=True)
    )
    return ", ".join(each.strip() for each in said)


def _late(countdown: Countdown) -> bool:
    """Whether it is too late for more than a small step."""
    return countdown.days is not None and countdown.days <= LATE_DAYS


def _enough(
    race: Race, planned: float, products: tuple[Product, ...], *, late: bool
) -> tuple[Product, ...]:
    """The products with one of them spaced so that the whole is enough, or not too much.

    Where the others are too much already it is taken alone, and where none holds carbohydrate a
    usual gel comes beside the rest.
    """
    fed = [each for each in products if each.carbohydrate]
    main = next((each for each in fed if each.every), fed[0] if fed else Product())
    rest = tuple(each for each in products if each is not main)
    wanted = _wanted(race, planned, late=late)
    left = wanted - (grams_per_hour(race, rest) or 0.0)
    if left < LEAST_STEP:
        rest, left = (), wanted
    portion = main.carbohydrate or 0.0
    # What is taken already may stay as close together as it is.
    spacing, closest = (ceil, CLOSEST_ASKED) if planned > MOST_SHOWN else (floor, CLOSEST_MIN)
    every = spacing(60 * portion / left)
    if not closest <= every <= WIDEST_MIN:
        portion, every = USUAL_PORTION_G, spacing(60 * USUAL_PORTION_G / left)
    spaced = replace(
        main, carbohydrate=portion, every=float(min(every, WIDEST_MIN)), km=None, count=None
    )
    at = products.index(main) if main in products and rest else len(rest)
    return (*rest[:at], spaced, *rest[at:])


def _wanted(race: Race, planned: float, *, late: bool) -> float:
    """The g/h to propose instead of those planned."""
    if planned > MOST_SHOWN:
        return MOST_SHOWN
    enough = ENOUGH if lasts_longer_than(race, LONG_FROM) is False else ENOUGH_LONG
    return min(enough, max(LATE_LEAST, planned + LATE_STEP)) if late else enough


RULE = Rule(
    id="fuel",
    title="Race fuel",
    topic="nutrition",
    grade="A",
    why="Carbohydrate during the race helps endurance over about an hour, and the gut gets used "
    "to it with practice. It may delay fatigue. No trial shows that it prevents cramps. Beyond "
    "2.5 h, guidance is up to 90 g/h; above 60, only glucose and fructose together. Full points "
    "from 60 is a judgement.",
    evidence=(
        "carb-in-race-dose",
        "carb-under-75",
        "carb-not-body-mass",
        "carb-dose-response",
        "carb-gut-training",
        "carb-cramp-link",
    ),
    reads=("race", "nutrition"),
    asks=(
        "nutrition.products",
        "nutrition.fuel_practised",
        "race.goal_time",
        "race.distance",
    ),
    judge=judge,
    advise=advise,
    todos=(TRY_FUEL,),
)
