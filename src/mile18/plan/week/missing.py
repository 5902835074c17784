"""What race week cannot say yet, and which questions would fill it."""

from collections.abc import Iterator

from mile18.plan.day.words import Lack, lack
from mile18.plan.week.body import planned_hours
from mile18.plan.week.food import Loading
from mile18.plan.week.morning import Morning
from mile18.profile import Profile, Unanswered
from mile18.topics.heat.adaptation import NEED_FROM, TOP_UP_DAYS, expected_wbgt
from mile18.topics.heat.questions import Heat
from mile18.topics.nutrition.carried import grams_per_hour
from mile18.topics.nutrition.fuel import NEEDED_FROM
from mile18.topics.race.questions import lasts_longer_than
from mile18.topics.sleep import Sleep


def lacks(
    profile: Profile,
    by: Morning,
    loading: Loading | None,
    days_left: int | None,
    unanswered: Unanswered,
) -> Iterator[Lack]:
    """What is missing, most telling first."""
    yield from lack(unanswered, "The dates of this plan", "race.date")
    yield from lack(unanswered, "The clock times of race morning", "race.start_time")
    if loading and not loading.certain:
        questions = "race.distance", "race.goal_time"
        yield from lack(unanswered, "Whether the race is long enough for loading", *questions)
    yield from lack(unanswered, "A cap for the first half", "race.goal_time", "race.distance")
    if loading:
        yield from lack(unanswered, "Amounts in grams and mL", "race.body_mass")
    else:
        yield from lack(unanswered, "Amounts of breakfast and drink", "race.body_mass")
    yield from _times(profile.sleep, by, unanswered)
    yield from _weather(profile.heat, days_left, unanswered)
    products = profile.nutrition.products
    if lasts_longer_than(profile.race, NEEDED_FROM):
        yield from lack(unanswered, "How many portions to pack", "nutrition.products")
        if products and grams_per_hour(profile.race, products) is None:
            yield Lack("How many portions to pack", ("nutrition.products",))
    if profile.nerves.caffeine_habit != 0:
        yield from lack(unanswered, "Whether you use caffeine", "nutrition.race_caffeine_mg")
    yield from lack(
        unanswered, "Whom to ask before the race", "health.medicines", "health.conditions"
    )
    yield from lack(
        unanswered, "Whether there is a health reason not to race", "health.symptoms_now"
    )


def _times(sleep: Sleep, by: Morning, unanswered: Unanswered) -> Iterator[Lack]:
    yield from lack(
        unanswered, "Your bedtime before the race, by the clock", "sleep.race_wake_time"
    )
    if sleep.race_bedtime and by.wake is not None and planned_hours(sleep, by) is None:
        yield Lack(
            "A bedtime and a wake time that fit together",
            ("sleep.race_bedtime", "sleep.race_wake_time"),
        )
    if by.wake_given and by.meal_first:
        yield Lack(
            "A wake time before breakfast",
            ("sleep.race_wake_time", "nutrition.breakfast_hours_before"),
        )
    breakfast = "nutrition.breakfast_hours_before"
    yield from lack(unanswered, "When you have breakfast; 3 h before is assumed", breakfast)


def _weather(heat: Heat, days_left: int | None, unanswered: Unanswered) -> Iterator[Lack]:
    yield from lack(unanswered, "The weather expected, once a forecast is near", "heat.temperature")
    wbgt = expected_wbgt(heat)
    in_time = days_left is None or days_left >= TOP_UP_DAYS
    if in_time and wbgt is not None and wbgt[1] > NEED_FROM[0]:
        yield from lack(unanswered, "Whether hot sessions are worth it", "heat.hot_sessions")
    yield from lack(
        unanswered, "Plan B for a hotter day", "heat.hot_temperature", "heat.hot_goal_time"
    )
