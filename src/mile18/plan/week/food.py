"""Eating before the race: the days of loading with their portions, and drinking in these days."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import chain, cycle
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from mile18.plan.week.task import Task
from mile18.science.carbohydrate import LOADING_G_PER_KG, loading_grams
from mile18.topics.health.restraints import Restraints
from mile18.topics.nutrition.loading import ADVISED_DAYS, ADVISED_G_PER_KG, NEEDED_FROM
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, lasts_longer_than
from mile18.units import number

APPROXIMATE = "Portions are approximate. The packet is more exact."


class Portion(Struct, frozen=True):
    """A usual portion of a plain food and about how many grams of carbohydrate it holds."""

    food: str
    amount: str
    grams: int

    @property
    def words(self) -> str:
        """The food with its amount: `rice, cooked, 200 g`."""
        return f"{self.food}, {self.amount}"


OATS = Portion("porridge oats, dry", "80 g", 48)
BANANA = Portion("banana", "1 medium", 27)
HONEY = Portion("honey or jam", "1 tablespoon", 16)
JUICE = Portion("fruit juice", "250 mL (8 fl oz)", 26)
BREAD = Portion("white bread", "2 slices", 39)
PASTA = Portion("pasta, cooked", "250 g", 75)
PRETZELS = Portion("pretzels or plain crackers", "50 g", 39)
SPORTS_DRINK = Portion("sports drink", "500 mL (17 fl oz)", 30)
RICE = Portion("rice, cooked", "200 g", 56)
POTATOES = Portion("potatoes, boiled", "300 g", 55)
RAISINS = Portion("raisins", "40 g", 31)
CORN_FLAKES = Portion("corn flakes", "60 g", 50)
BAGEL = Portion("bagel", "1 of 100 g", 53)

PORTIONS: tuple[Portion, ...] = (
    OATS,
    CORN_FLAKES,
    BREAD,
    BAGEL,
    HONEY,
    BANANA,
    RAISINS,
    PASTA,
    RICE,
    POTATOES,
    PRETZELS,
    JUICE,
    SPORTS_DRINK,
)
"""The table of portions, from breakfast to drinks."""

_THROUGH_THE_DAY = (
    OATS,
    BANANA,
    HONEY,
    JUICE,
    BREAD,
    HONEY,
    PASTA,
    SPORTS_DRINK,
    BANANA,
    RICE,
    BREAD,
    RAISINS,
    JUICE,
    PRETZELS,
    POTATOES,
)
_SECOND_HELPINGS = (BREAD, RICE, HONEY, BANANA, JUICE, PASTA, RAISINS, SPORTS_DRINK, PRETZELS)


_DRINKS = (JUICE, SPORTS_DRINK)


def portions(*, drinks: bool) -> tuple[Portion, ...]:
    """The table of portions, with or without what is drunk."""
    return tuple(each for each in PORTIONS if drinks or each not in _DRINKS)


def day_of(grams: float, table: Collection[Portion] = PORTIONS) -> Iterator[Portion]:
    """Portions of a table in the order of a day until they add up to at least `grams`.

    A larger amount only adds portions at the end, so that those before keep their places.
    """
    total = 0
    for portion in chain(_THROUGH_THE_DAY, cycle(_SECOND_HELPINGS)):
        if total >= grams:
            return
        if portion not in table:
            continue
        total += portion.grams
        yield portion


MOST_DAYS = 3
_CAUTION = (
    "With diabetes, kidney disease or an eating disorder, plan it with a doctor. No trial shows "
    "that it prevents cramps."
)


class Serving(Struct, frozen=True, kw_only=True):
    """One portion of a loading day, to be ticked by its id."""

    id: str
    portion: Portion
    done: bool


class LoadingDay(Struct, frozen=True, kw_only=True):
    """One day of loading: its task, the portions of it, and whether the whole day is ticked."""

    task: str
    days_before: int
    day: date | None
    done: bool
    servings: tuple[Serving, ...]

    @property
    def eaten(self) -> int:
        """Grams of carbohydrate ticked; all portions once the day itself is ticked."""
        return sum(each.portion.grams for each in self.servings if self.done or each.done)


class Loading(Struct, frozen=True, kw_only=True):
    """The loading ledger: g per kg and, with a body weight, grams a day; portions are approximate.

    `own_g_per_kg` is the runner's own plan; `certain` is False while it is open whether the race
    takes long enough to need loading.
    """

    g_per_kg: tuple[float, float]
    grams: tuple[int, int] | None
    own_g_per_kg: float | None
    own_grams: int | None
    certain: bool
    days: tuple[LoadingDay, ...]
    portions: tuple[Portion, ...] = PORTIONS

    @property
    def done(self) -> int:
        """Grams of carbohydrate ticked on all days."""
        return sum(each.eaten for each in self.days)

    @property
    def target(self) -> str:
        """The amount a day: `560–700 g of carbohydrate`, per kg as long as no body weight is known."""
        if self.grams:
            return f"{self.grams[0]}–{self.grams[1]} g of carbohydrate"
        low, high = self.g_per_kg
        return f"{number(low)}–{number(high)} g of carbohydrate per kg of body weight"


def loading(race: Race, nutrition: Nutrition, hidden: Restraints) -> Loading | None:
    """The ledger without its days; None if no loading is needed or its amounts are withheld.

    The range is 8–10 g per kg, up to 12 for a runner who plans more.
    Source: carb-loading-minimum, carb-loading-acsm, carb-loading-range.
    """
    needed = lasts_longer_than(race, NEEDED_FROM)
    if needed is False or "loading" in hidden:
        return None
    own, kg = nutrition.loading_g_per_kg or None, race.body_mass
    low, high = ADVISED_G_PER_KG
    high = min(LOADING_G_PER_KG[1], max(high, own or 0))
    grams = None if kg is None else loading_grams(kg, low, high)
    return Loading(
        g_per_kg=(low, high),
        grams=None if grams is None else (round(grams[0]), round(grams[1])),
        own_g_per_kg=own,
        own_grams=None if own is None or kg is None else round(own * kg),
        certain=needed is True,
        days=(),
        portions=portions(drinks="drinking" not in hidden),
    )


def loading_tasks(race: Race, nutrition: Nutrition, plan: Loading | None) -> Iterator[Task]:
    """One task for each loading day: two days, or as many as the runner plans, three at most."""
    if plan is None:
        if lasts_longer_than(race, NEEDED_FROM) is not False:
            yield _with_a_clinician(nutrition.loading_g_per_kg)
        return
    # Fewer days than advised are a weak answer, and the advice beside them says two.
    planned = max(nutrition.loading_days or 0.0, ADVISED_DAYS)
    for days_before in range(min(MOST_DAYS, ceil(planned)), 0, -1):
        yield Task(
            id=f"loading-D-{days_before}",
            topic="nutrition",
            title=f"Eat {plan.target}",
            detail=_detail(plan),
            why="Full stores help endurance in races over 90 minutes and may delay fatigue. One "
            "review gives over 8 g per kg a day, and the position statement 10–12. You may weigh a "
            "little more, since water is stored too: common experience, not a study. " + _CAUTION,
            evidence=(
                "carb-loading-acsm",
                "carb-loading-minimum",
                "carb-cramp-link",
                "carb-medical-caution",
            ),
            grade="B",
            days_before=days_before,
            gone="that day is over; eat one day's amount and do not make up for it",
        )


def _with_a_clinician(own: float | None) -> Task:
    answer = f"Your answer: {number(own)} g per kg a day. " if own else ""
    return Task(
        id="loading-clinician",
        topic="nutrition",
        title="Carbohydrate loading: plan it with your doctor",
        detail=f"{answer}Because of what you answered under Health, mile18 gives no amounts, even if a "
        "doctor agreed to the race.",
        why=f"{_CAUTION} That is plain caution, not from a study.",
        evidence=("carb-medical-caution",),
        days_before=7,
        latest=2,
        private=True,
        gone="there is no time for it; eat as usual",
    )


def _detail(plan: Loading) -> str:
    lines = ["Plain foods you know, spread over the day."]
    if plan.own_g_per_kg is not None:
        grams = "" if plan.own_grams is None else f", {plan.own_grams} g"
        lines.insert(0, f"Your plan: {number(plan.own_g_per_kg)} g per kg{grams}.")
    if not plan.certain:
        lines.insert(0, "Only if your race takes over 90 minutes.")
    return " ".join(lines)


def with_days(
    plan: Loading | None, tasks: Collection[Task], done: Collection[str]
) -> Loading | None:
    """The ledger with the days of the placed tasks, and portions for each that reach its amount."""
    if plan is None:
        return None
    days = [
        LoadingDay(
            task=task.id,
            days_before=task.days_before,
            day=task.day,
            done=task.status == "done",
            servings=_servings(plan, task.days_before, done),
        )
        for task in tasks
        if task.id.startswith("loading-D-")
    ]
    return replace(plan, days=tuple(days))


def _servings(plan: Loading, days_before: int, done: Collection[str]) -> tuple[Serving, ...]:
    if plan.grams is None:
        return ()
    low, high = plan.grams
    enough = min(high, max(low, plan.own_grams or 0))
    day = day_of(enough, plan.portions)
    names = ((f"food-D-{days_before}-{at}", each) for at, each in enumerate(day, 1))
    return tuple(Serving(id=name, portion=portion, done=name in done) for name, portion in names)
