"""Carbohydrate loading: a plan, for how many days, and how much."""

from collections.abc import Iterator

from msgspec.structs import replace

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, at_most, scored, unanswered
from mile18.science.carbohydrate import LOADING_LEAST_G_PER_KG, loading_grams
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, lasts_longer_than
from mile18.units import counted, number

NEEDED_FROM = 90 * 60
PLAN_POINTS = {"none": 0, "in_mind": 50, "written": 100}
ONE_DAY_POINTS = 60
ENOUGH_DAYS = 1.5
# 20 points for each g/kg above 3: 5 gives 40, 7 gives 80, 8 gives 100.
NO_POINTS_G_PER_KG = 3
POINTS_PER_G_PER_KG = 20
ADVISED_DAYS = 2.0
ADVISED_G_PER_KG = (LOADING_LEAST_G_PER_KG, 10.0)


def judge(race: Race, nutrition: Nutrition, _: Countdown) -> Verdict:
    """40% plan, 30% days (full from 36 h), 30% grams per kg a day (full from 8).

    Without a plan, or with no days of it, what is not answered counts as not planned.
    """
    longer = lasts_longer_than(race, NEEDED_FROM)
    if longer is None:
        because = "needed only if the race takes over 90 minutes"
    else:
        because = "" if longer else "the race takes 90 minutes or less"
    days, grams = _days(nutrition), _grams(nutrition)
    if nutrition.loading_plan is None:
        days = at_most(days)
    if nutrition.loading_plan is None or nutrition.loading_days is None:
        grams = at_most(grams)
    return Verdict((_plan(nutrition), days, grams), applies=longer, because=because)


def _plan(nutrition: Nutrition) -> Part:
    plan = nutrition.loading_plan
    if plan is None:
        return unanswered(40, "plan")
    label = "plan in mind" if plan == "in_mind" else f"plan {plan}"
    return scored(40, PLAN_POINTS[plan], "no plan" if plan == "none" else label)


def _days(nutrition: Nutrition) -> Part:
    days = nutrition.loading_days
    # Days and grams beside no plan contradict it, and earn nothing.
    if nutrition.loading_plan == "none":
        return scored(30, 0, "no days planned")
    if days is None:
        return unanswered(30, "days")
    if days <= 1:
        points = ONE_DAY_POINTS * days
    else:
        points = ONE_DAY_POINTS + (100 - ONE_DAY_POINTS) * (days - 1) / (ENOUGH_DAYS - 1)
    return scored(30, points, counted(days, "day"))


def _grams(nutrition: Nutrition) -> Part:
    grams = nutrition.loading_g_per_kg
    if nutrition.loading_plan == "none" or nutrition.loading_days == 0:
        return scored(30, 0, "no amount planned")
    if grams is None:
        return unanswered(30, "grams per kg")
    points = POINTS_PER_G_PER_KG * (grams - NO_POINTS_G_PER_KG)
    enough = f"{number(grams)} of {LOADING_LEAST_G_PER_KG:g}" if points < 100 else number(grams)
    return scored(30, points, f"{enough} g/kg a day")


WRITE_PLAN = Todo("loading-plan", "Write down your loading plan", 4)


def advise(race: Race, nutrition: Nutrition, _: Countdown) -> Iterator[Advice]:
    """One written plan that fills every weak answer at once."""
    changes: dict[str, object] = {}
    weak = False
    if nutrition.loading_plan != "written":
        changes["loading_plan"] = "written"
        weak = nutrition.loading_plan is not None
    # What was answered stays, if it is enough once there is a plan.
    kept = replace(nutrition, loading_plan="written")
    if _days(kept).low < 100:
        changes["loading_days"] = ADVISED_DAYS
        weak = weak or nutrition.loading_days is not None
    if _grams(kept).low < 100:
        changes["loading_g_per_kg"] = LOADING_LEAST_G_PER_KG
        weak = weak or nutrition.loading_g_per_kg is not None
    if weak:
        yield Advice(_action(race), {"nutrition": changes}, 2, WRITE_PLAN)


def _action(race: Race) -> str:
    low, high = ADVISED_G_PER_KG
    action = f"Write down {low:g}–{high:g} g of carbohydrate per kg a day for the last two days"
    if race.body_mass is None:
        return action
    least, most = loading_grams(race.body_mass, low, high)
    return f"{action}: {least:.0f}–{most:.0f} g a day for you"


RULE = Rule(
    id="loading",
    title="Carbo-loading",
    topic="nutrition",
    grade="A",
    why="Full carbohydrate stores help endurance in races over 90 minutes and may delay fatigue. "
    "No trial shows that loading prevents cramps. Which amount gives full points is a judgement. "
    "With diabetes, kidney disease or an eating disorder, plan it with a doctor.",
    evidence=(
        "carb-loading-acsm",
        "carb-loading-minimum",
        "carb-loading-realism",
        "carb-cramp-link",
        "carb-medical-caution",
    ),
    reads=("race", "nutrition"),
    asks=(
        "nutrition.loading_plan",
        "nutrition.loading_days",
        "nutrition.loading_g_per_kg",
        "race.goal_time",
        "race.distance",
    ),
    judge=judge,
    advise=advise,
    todos=(WRITE_PLAN,),
)
