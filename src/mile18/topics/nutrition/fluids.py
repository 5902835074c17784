"""Fluids: a drinking plan between losing over 2% of body weight and gaining any."""

from collections.abc import Iterator
from math import ceil, floor, inf

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, scored, unanswered
from mile18.science.fluid import (
    OVERDRINK_RED_LINE_L_H,
    balance,
    most_to_plan,
    risky_without_test,
    sweat_rate,
)
from mile18.topics.health.restraints import too_long_for_a_target
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, duration_span, lasts_longer_than
from mile18.units import number

NEEDED_FROM = 60 * 60
# Just above the highest rate measured (fluid-sweat-rate-506): beyond it a figure was mistyped.
MOST_SWEAT_L_H = 6.0
THIRST_POINTS = 90
# What published guidance names when nothing was measured (fluid-planning-range).
USUAL_L_H = (0.4, 0.8)
USUAL_POINTS = 60
UNUSUAL_POINTS = 30
ALLOWED_LOSS = 2.0
LOST_PER_PERCENT = 30
# A loss is the lesser danger, so even a large one keeps something.
LEAST_FOR_A_LOSS = 20
_FIGURES = (
    "sweat_mass_before",
    "sweat_mass_after",
    "sweat_drunk",
    "sweat_urine",
    "sweat_duration",
)


def measured_sweat(nutrition: Nutrition) -> float | None:
    """Sweat in L/h from the sweat test; None unless all five figures are there and add up.

    Source: fluid-sweat-formula.
    """
    before, after = nutrition.sweat_mass_before, nutrition.sweat_mass_after
    drunk, urine, hours = nutrition.sweat_drunk, nutrition.sweat_urine, nutrition.sweat_duration
    if before is None or after is None or drunk is None or urine is None or hours is None:
        return None
    if not 0 <= before - after + drunk - urine <= MOST_SWEAT_L_H * hours:
        return None
    return sweat_rate(before, after, drunk, urine, hours)


def gains_weight(planned: float | None, sweat: float | None) -> bool:
    """Whether more drink is planned than the sweat test showed as sweat, both in L/h.

    Source: fluid-eah-risk, fluid-acsm-2pc.
    """
    # The slack keeps a plan that equals the sweat rate from failing by a rounding error.
    return planned is not None and sweat is not None and planned > sweat + 1e-9


def over_red_line(nutrition: Nutrition) -> bool:
    """Whether more than 1.5 L/h is planned.

    Source: fluid-eah-limit.
    """
    planned = nutrition.drink_per_hour
    return planned is not None and planned > OVERDRINK_RED_LINE_L_H


def risky(race: Race, planned: float | None, sweat: float | None) -> bool:
    """Whether the drink planned, in L/h, needs a loud caution: no sweat test speaks for so much.

    Over 5 h or 50 km a test of an hour or two speaks for nothing. What is open counts for nothing.
    Source: `science.fluid.risky_without_test`.
    """
    tested = sweat is not None and not too_long_for_a_target(race)
    if planned is None or tested:
        return False
    span = duration_span(race)
    hours = span[0] / 3600 if span else None
    return risky_without_test(planned, hours, race.body_mass, race.distance)


def most_advised(race: Race) -> float:
    """The most drink in L/h that is advised for the race, however long it may take."""
    span = duration_span(race)
    return most_to_plan(span[1] / 3600 if span else inf, race.body_mass)


def judge(race: Race, nutrition: Nutrition, _: Countdown) -> Verdict:
    """20% sweat test, 80% plan.

    To thirst gives 90. An amount gives 100 while it loses 0–2% of body weight, 30 less for each
    further 1 % (never below 20), 0 for any gain or over 1.5 L/h. Where the sweat rate is not to
    be had, and over 5 h or 50 km, 0.4–0.8 L/h gives 60, any other amount 30.
    """
    longer = lasts_longer_than(race, NEEDED_FROM)
    if longer is None:
        because = "needed only if the race takes over 60 minutes"
    else:
        because = "" if longer else "the race takes 60 minutes or less; thirst is enough"
    sweat = measured_sweat(nutrition)
    parts = _test(nutrition, sweat), _plan(race, nutrition, sweat)
    return Verdict(parts, applies=longer, because=because)


def _test(nutrition: Nutrition, sweat: float | None) -> Part:
    if sweat is not None:
        return scored(20, 100, f"sweats {{L/h:{number(sweat)}}}")
    if nutrition.sweat_test is None:
        return unanswered(20, "sweat test that adds up" if _complete(nutrition) else "sweat test")
    if nutrition.sweat_test and _complete(nutrition):
        # Settled, since the fifth figure must not open what the answer alone had settled.
        return scored(20, 0, "sweat test does not add up")
    if nutrition.sweat_test:
        return scored(20, 100, "sweat test done")
    return scored(20, 0, "no sweat test")


def _complete(nutrition: Nutrition) -> bool:
    return all(getattr(nutrition, figure) is not None for figure in _FIGURES)


def _plan(race: Race, nutrition: Nutrition, sweat: float | None) -> Part:
    planned, way = nutrition.drink_per_hour, nutrition.drink_plan
    if planned is None:
        if way == "to_thirst":
            return scored(80, THIRST_POINTS, "to thirst")
        if way == "none":
            return scored(80, 0, "no drinking plan")
        return unanswered(80, "drink an hour" if way else "drinking plan")
    amount = f"{{L/h:{number(planned)}}}"
    if gains_weight(planned, sweat):
        return scored(80, 0, f"{amount} gains weight: drink less")
    if planned > OVERDRINK_RED_LINE_L_H:
        return scored(80, 0, f"{amount} is too much: drink less")
    if way == "none":
        # An amount beside no plan contradicts it, and earns nothing.
        return scored(80, 0, f"no drinking plan, but {amount}")
    if way == "to_thirst":
        return scored(80, THIRST_POINTS, f"to thirst, about {amount}")
    part = _loss(race, planned, sweat, amount)
    if part.low == part.high:
        return part
    if nutrition.sweat_test is False and sweat is None:
        points = min(part.high, max(part.low, _unchecked(planned)))
        return scored(80, points, f"{amount}, unchecked")
    # As long as it is open how you will drink, the answer may still be thirst.
    high = part.high if way else max(part.high, THIRST_POINTS)
    return Part(80, part.low, high, part.label)


def _unchecked(planned: float) -> int:
    return USUAL_POINTS if USUAL_L_H[0] <= planned <= USUAL_L_H[1] else UNUSUAL_POINTS


def _loss(race: Race, planned: float, sweat: float | None, amount: str) -> Part:
    """What a plan that gains no weight leaves possible; more time can only mean more lost."""
    if sweat is None:
        least = 0 if planned else LEAST_FOR_A_LOSS
        return Part(80, least, 100, f"{amount}, sweat rate not answered")
    too_long = too_long_for_a_target(race)
    if too_long:
        return scored(80, _unchecked(planned), f"{amount}, unchecked over so long a race")
    kg, span = race.body_mass, duration_span(race)
    if kg is None or span is None:
        missing = "race time" if kg else "body weight"
        return Part(80, LEAST_FOR_A_LOSS, 100, f"{amount}, {missing} not answered")
    shortest, longest = span
    lost = _lost_percent(kg, planned, sweat, longest)
    low = _points(lost)
    high = low if shortest == longest else _points(_lost_percent(kg, planned, sweat, shortest))
    if too_long is None:
        low, high = min(low, _unchecked(planned)), max(high, _unchecked(planned))
    if low == high:
        over = f", over the {ALLOWED_LOSS:g}%" if lost > ALLOWED_LOSS else ""
        return scored(80, low, f"{amount} loses {number(lost, 1)}% of body weight{over}")
    return Part(80, low, high, f"{amount}, goal time not answered")


def _lost_percent(kg: float, planned: float, sweat: float, seconds: float) -> float:
    return max(0.0, -balance(kg, sweat, planned, seconds / 3600).net_percent)


def _points(lost_percent: float) -> int:
    points = 100 - LOST_PER_PERCENT * max(0.0, lost_percent - ALLOWED_LOSS)
    return int(max(LEAST_FOR_A_LOSS, points) + 0.5)


SWEAT_TEST = Todo("sweat-test", "Weigh yourself before and after a run", 8)
DRINK_PLAN = Todo("drink-plan", "Settle how you will drink", 3)


def advise(race: Race, nutrition: Nutrition, _: Countdown) -> Iterator[Advice]:
    """Less where the plan is too much, thirst or a measured amount where it is weak, a test."""
    sweat = measured_sweat(nutrition)
    part = _plan(race, nutrition, sweat)
    said = nutrition.drink_per_hour is not None or nutrition.drink_plan == "none"
    too_much = gains_weight(nutrition.drink_per_hour, sweat) or over_red_line(nutrition)
    thirst: dict[str, object] = {"drink_plan": "to_thirst"}
    if too_much:
        thirst["drink_per_hour"] = None
    if said and part.low == part.high < THIRST_POINTS:
        enough = None if too_much else _holding(race, sweat)
        if enough is None:
            action = _thirst_action(race, sweat)
            yield Advice(action, {"nutrition": thirst}, todo=DRINK_PLAN)
        else:
            yield Advice(
                f"Plan about {{L/h:{number(enough)}}}, less whenever you are not thirsty",
                {"nutrition": {"drink_plan": "amount", "drink_per_hour": enough}},
                todo=DRINK_PLAN,
            )
    if nutrition.sweat_test is False and sweat is None:
        # With the test done an amount is open again, so thirst stands in until there is a rate.
        fixed = nutrition.drink_per_hour is not None and nutrition.drink_plan != "to_thirst"
        changes = thirst if fixed else {}
        # Figures that do not add up make way for those of the new test.
        if _complete(nutrition):
            changes |= dict.fromkeys(_FIGURES)
        yield Advice(
            "Weigh yourself before and after a one-hour run; until then drink to thirst",
            {"nutrition": changes | {"sweat_test": True}},
            lead_days=1,
            todo=SWEAT_TEST,
            hard=True,
        )


def _holding(race: Race, sweat: float | None) -> float | None:
    """The least drink in 0.1 L/h that holds the loss at 2%; None unless so much may be advised."""
    span = duration_span(race)
    if (
        too_long_for_a_target(race)
        or sweat is None
        or span is None
        or race.body_mass is None
        or span[0] != span[1]
    ):
        return None
    hold = balance(race.body_mass, sweat, 0, span[0] / 3600).hold_two_percent_l_per_h
    enough = ceil(hold * 10 - 1e-9) / 10
    return enough if 0 < enough <= min(sweat, most_advised(race)) else None


def _thirst_action(race: Race, sweat: float | None) -> str:
    if sweat is None or sweat < 0.1:
        return "Drink to thirst"
    most = floor(10 * min(sweat, most_advised(race))) / 10
    return f"Drink to thirst, at most {{L/h:{number(most)}}}"


RULE = Rule(
    id="fluids",
    title="Fluids",
    topic="nutrition",
    grade="A",
    why="Drinking too little can slow you. Gaining weight in a race is dangerous. Dehydration is "
    "not the main or only cause of cramps, and drinking more is no treatment.",
    evidence=(
        "fluid-acsm-2pc",
        "fluid-eah-risk",
        "fluid-eah-prevent",
        "fluid-eah-limit",
        "fluid-thirst-vs-plan",
        "fluid-sweat-formula",
        "fluid-planning-range",
        "rf-jung-hydration",
        "rf-dehydration-kona-conflict",
    ),
    reads=("race", "nutrition"),
    asks=(
        "nutrition.drink_plan",
        "nutrition.drink_per_hour",
        "nutrition.sweat_test",
        "nutrition.sweat_mass_before",
        "nutrition.sweat_mass_after",
        "nutrition.sweat_drunk",
        "nutrition.sweat_urine",
        "nutrition.sweat_duration",
        "race.body_mass",
        "race.goal_time",
    ),
    judge=judge,
    advise=advise,
    todos=(SWEAT_TEST, DRINK_PLAN),
)
