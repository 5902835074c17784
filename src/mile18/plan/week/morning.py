"""Race morning by the clock: wake, breakfast, toilet, warm-up, and the way to the start."""

from collections.abc import Iterator
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from mile18.plan.day.timeline import Timeline
from mile18.plan.week.constant import BREATHE, FLAG, HEALTH_CHECK, ROUTINE, TOILET, WARM_UP
from mile18.plan.week.task import DAY_MINUTES, Task, clock_at, millilitres
from mile18.profile import Profile
from mile18.sanitise import plain_part
from mile18.science.carbohydrate import (
    CAFFEINE_MG_PER_KG,
    PRE_EVENT_MEAL_G_PER_KG,
    caffeine_milligrams,
    pre_event_meal_grams,
)
from mile18.science.fluid import pre_event_millilitres
from mile18.topics.health.cautions import ASK_ABOUT_DRINKING, ask_about_caffeine, caffeine_warnings
from mile18.topics.health.questions import Health
from mile18.topics.health.restraints import Restraints
from mile18.topics.nerves import Nerves
from mile18.topics.nutrition.carried import caffeine_on_the_way
from mile18.topics.nutrition.fluids import NEEDED_FROM
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.clock_change import night_jump
from mile18.topics.race.questions import Race, lasts_longer_than
from mile18.topics.sleep import Sleep
from mile18.units import clock, number

DRINK_BEFORE = 4 * 60
_HOUR = 3600


def meal(race: Race, nutrition: Nutrition, hidden: Restraints, name: str) -> Task:
    """The last meal: the runner's own, and what guidance makes of the body weight.

    Source: carb-preevent-meal.
    """
    kg, own = race.body_mass, nutrition.breakfast_g
    least, most = PRE_EVENT_MEAL_G_PER_KG
    advice = f"{least:g}–{most:g} g of carbohydrate per kg of body weight"
    if kg is not None:
        low, high = pre_event_meal_grams(kg)
        advice = f"{low:.0f}–{high:.0f} g of carbohydrate ({least:g}–{most:g} g per kg)"
    lines = [f"Guidance: {advice}, 4 h to 1 h before the start."]
    if "loading" in hidden:
        lines = ["Eat what you know from before your long runs."]
    elif lasts_longer_than(race, _HOUR) is False:
        lines = ["Guidance on amounts is for efforts of over an hour. Eat what you know."]
    if nutrition.breakfast:
        lines.insert(0, f"{plain_part(nutrition.breakfast)}.")
    if own is not None:
        whose = "Your answer" if "loading" in hidden else "Your plan"
        lines.insert(0, f"{whose}: {number(own, 0)} g of carbohydrate.")
    return Task(
        id="breakfast",
        topic="nutrition",
        title=f"Eat {name}",
        detail=" ".join(lines),
        why="It tops up your carbohydrate. Eat only what you have eaten before long runs. Big "
        "meals in the last two hours are linked with stitches.",
        evidence=("carb-preevent-meal", "st-stitch-not-cramp"),
        grade="A",
        days_before=0,
        minutes=20,
    )


PALE = "Pale urine: you have drunk enough. Clear and often: too much."


def drink(race: Race, hidden: Restraints, up_before: int | None) -> Task:
    """The last planned drink: the guideline's amount if there are four hours for it, else thirst.

    Before a race so short that thirst is enough there is no amount.

    Source: fluid-pre-event, fluid-eah-prevent.
    """
    kg = race.body_mass
    amount, later = "5–7 mL per kg of body weight", "up to 3 mL per kg"
    if kg is not None:
        low, high = pre_event_millilitres(kg)
        amount = f"{millilitres(low, high)}, 5–7 mL per kg"
        # With the first amount no more than 10 mL per kg in all.
        later = f"up to {millilitres(3 * kg)}"
    if "drinking" in hidden:
        detail = ASK_ABOUT_DRINKING
    elif lasts_longer_than(race, NEEDED_FROM) is False:
        detail = f"Drink with breakfast, by thirst. In a race this short, that is enough. {PALE}"
    elif up_before is not None and up_before < DRINK_BEFORE:
        detail = (
            f"One guideline is {amount}, once, with breakfast, in sips. Thirst decides the rest. "
            f"Do not set an alarm to drink. {PALE}"
        )
    else:
        detail = (
            f"One guideline is {amount}, slowly and no more than thirst allows; 2 h before, "
            f"{later} more only if you pass no urine or it is dark. {PALE}"
        )
    return Task(
        id="drink-morning",
        topic="nutrition",
        title="Drink something",
        detail=detail,
        why="Thirst is the main protection against drinking too much, which can be dangerous.",
        evidence=("fluid-pre-event", "fluid-eah-prevent"),
        grade="B",
        days_before=0,
    )


def caffeine(race: Race, nutrition: Nutrition, nerves: Nerves, health: Health) -> Task | None:
    """The caffeine an hour before, for those who use it; None for the others.

    Without an amount, and private, for those who should ask a doctor first.

    Source: caffeine-dose.
    """
    planned, kg = nutrition.race_caffeine_mg, race.body_mass
    if planned == 0 or (planned is None and not nerves.caffeine_habit):
        return None
    if ask_about_caffeine(health):
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
    advice = f"{least:g}–{most:g} mg per kg of body weight"
    if kg is not None:
        low, high = caffeine_milligrams(kg)
        advice = f"{low:.0f}–{high:.0f} mg ({least:g}–{most:g} mg per kg)"
    own = "" if planned is None else f"Your plan: {number(planned, 0)} mg before and in the race. "
    on_the_way = caffeine_on_the_way(race, nutrition.products)
    over = [f" {each.text}" for each in caffeine_warnings(nutrition, race, health, on_the_way)]
    return Task(
        id="caffeine-race",
        topic="nutrition",
        title="Take your caffeine",
        detail=f"{own}Guidance: {advice}, about an hour before. Less will do, and no more than "
        f"you have tried.{''.join(over)}",
        why="It may help endurance. Nothing is known about cramps. Take only what you have tried "
        "in training. With a heart condition, in pregnancy or with regular medicines, ask first.",
        evidence=("caffeine-dose",),
        grade="A",
        days_before=0,
    )


EASY_START_KM = 5


def start_slowly(line: Timeline | None) -> Task:
    """The start, with a cap for the first half where the goal is known.

    Source: pace-fast-start, rf-faster-than-trained-56k.
    """
    if line is not None:
        half, middle = line.elapsed_at(line.km / 2), line.km / 2
        detail = (
            f"First half in {clock(half)} or more, no faster than {{pace:{half / middle:.2f}}}."
        )
        if line.km > 2 * EASY_START_KM:
            first = clock(line.elapsed_at(EASY_START_KM))
            detail += f" The first {{km:{EASY_START_KM}}} should take {first} or more."
    else:
        detail = "Without a goal pace, begin at a pace that feels too easy."
    return Task(
        id="start",
        topic="race",
        title="Start slowly",
        detail=detail,
        why="Fast starters tend to finish slower. In one small study, those who cramped had run "
        "the first half faster.",
        evidence=("pace-fast-start", "rf-faster-than-trained-56k"),
        grade="B",
        days_before=0,
    )


USUAL_MEAL_HOURS = 3.0
UP_BEFORE_MEAL = 15
LATEST_BREAKFAST = 11 * 60
FLAG_BEFORE, ROUTINE_BEFORE, CAFFEINE_BEFORE = 75, 60, 60
TOILET_BEFORE, WARM_UP_BEFORE, BREATHE_BEFORE = 45, 20, 10


class Morning(Struct, frozen=True, kw_only=True):
    """The clock of race day, in minutes from its midnight; None where it is not known."""

    start: int | None
    wake: int | None
    wake_given: bool
    meal_before: int
    # What the clock jumps in the night before, in minutes; None where it may and no zone tells.
    jump: int | None = 0

    @property
    def up_before(self) -> int | None:
        """Minutes between getting up and the start, as far as both or neither are known."""
        if self.start is None and self.wake is None:
            return self.meal_before + UP_BEFORE_MEAL
        return None if self.start is None or self.wake is None else self.start - self.wake

    @property
    def meal_first(self) -> bool:
        """Whether the last meal would fall before the wake time that was answered."""
        return self.up_before is not None and self.meal_before > self.up_before


def morning(race: Race, sleep: Sleep, nutrition: Nutrition) -> Morning:
    """The clock of race day; without a wake time, a quarter of an hour before an early breakfast."""
    start, wake = _minute(race.start_time), _minute(sleep.race_wake_time)
    hours = nutrition.breakfast_hours_before
    before = round(60 * (USUAL_MEAL_HOURS if hours is None else hours))
    given = wake is not None
    if start is not None:
        if wake is None and UP_BEFORE_MEAL <= start - before <= LATEST_BREAKFAST:
            wake = start - before - UP_BEFORE_MEAL
        elif wake is not None and wake > start:
            wake -= DAY_MINUTES
    jump = night_jump(race.zone, race.date)
    return Morning(start=start, wake=wake, wake_given=given, meal_before=before, jump=jump)


def _minute(of_day: time | None) -> int | None:
    return None if of_day is None else 60 * of_day.hour + of_day.minute


def morning_tasks(
    profile: Profile, by: Morning, hidden: Restraints, line: Timeline | None
) -> Iterator[Task]:
    """The tasks of race morning; counted from the start where its time is not known."""
    race, nutrition, nerves = profile.race, profile.nutrition, profile.nerves
    for task in (_wake(by), HEALTH_CHECK):
        yield _up(task, by)
    yield _drink(race, hidden, by)
    yield _before(_meal(race, nutrition, hidden, by), by, by.meal_before)
    yield _before(FLAG, by, FLAG_BEFORE)
    if nerves.routine in ("in_mind", "written"):
        yield _before(ROUTINE, by, ROUTINE_BEFORE)
    if dose := caffeine(race, nutrition, nerves, profile.health):
        yield _before(dose, by, CAFFEINE_BEFORE)
    yield _before(TOILET, by, TOILET_BEFORE)
    yield _before(WARM_UP, by, WARM_UP_BEFORE)
    yield _before(BREATHE, by, BREATHE_BEFORE)
    yield _before(start_slowly(line), by, 0)


def _before(task: Task, by: Morning, minutes: int) -> Task:
    if by.start is None:
        return replace(task, before_start=minutes)
    days_before, at = clock_at(0, by.start - minutes)
    return replace(task, days_before=days_before, at=at, before_start=minutes)


def _up(task: Task, by: Morning) -> Task:
    if by.wake is not None:
        days_before, at = clock_at(0, by.wake)
        return replace(task, days_before=days_before, at=at)
    if by.up_before is not None:
        return replace(task, before_start=by.up_before)
    return replace(task, slot="morning")


def _drink(race: Race, hidden: Restraints, by: Morning) -> Task:
    task = drink(race, hidden, by.up_before)
    if by.up_before is not None and by.up_before < DRINK_BEFORE:
        return _up(task, by)
    return _before(task, by, DRINK_BEFORE)


def _wake(by: Morning) -> Task:
    if by.wake_given:
        detail = "Two alarms let you sleep without listening for one."
    elif by.wake is None and by.start is not None:
        detail = "At your usual time, as the start is late enough."
    else:
        detail = "A quarter of an hour before breakfast, until you enter a wake time of your own."
    return Task(
        id="wake",
        topic="sleep",
        title="Get up",
        detail=detail,
        why="Getting up early costs sleep, so bed and wake time are planned together.",
        evidence=("sleep-loss-meta",),
        grade="A",
        days_before=0,
    )


def _meal(race: Race, nutrition: Nutrition, hidden: Restraints, by: Morning) -> Task:
    late = by.start is not None and by.start - by.meal_before > LATEST_BREAKFAST
    task = meal(race, nutrition, hidden, "your last meal" if late else "breakfast")
    if not by.meal_first:
        return task
    clash = "This is before your wake time. Get up earlier, or eat less and later."
    return replace(task, detail=f"{task.detail} {clash}")
