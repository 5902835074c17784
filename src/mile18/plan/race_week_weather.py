"""Weather: when a forecast becomes useful, and which plan it leads to."""

from collections.abc import Iterator

from mile18.plan.race_week_task import PRACTICAL, Task
from mile18.plan.race_week_words import goal_words
from mile18.profile import Profile
from mile18.units import number

FORECAST_FROM = 6


def weather_tasks(profile: Profile) -> Iterator[Task]:
    """The first useful forecast, a second look, and the choice between plans A, B and C.

    Source: heat-plan-options, heat-pace-use, wbgt-station-error, flags-acsm.
    """
    yield _forecast(profile)
    yield Task(
        id="forecast-again",
        topic="heat",
        title="Look at the forecast again",
        detail="Enter what has changed under Heat, for the warmest part of your race.",
        why=f"Forecasts get better the closer the day is. {PRACTICAL}",
        evidence=("heat-plan-options",),
        days_before=2,
        latest=1,
        gone="on race day look at the temperature itself",
    )
    yield Task(
        id="decide",
        topic="heat",
        title="Decide: plan A, B or C",
        detail="\n".join(_plans(profile)),
        why="A slower goal chosen calmly in advance is easier to keep (a judgement). On the day the "
        "organiser's flag counts.",
        evidence=("heat-plan-options", "heat-pace-use", "flags-acsm"),
        grade="B",
        days_before=1,
        slot="evening",
        latest=0,
    )


def _forecast(profile: Profile) -> Task:
    celsius = profile.heat.temperature
    entered = "" if celsius is None else f" Entered so far: {{°C:{number(celsius, 1)}}}."
    return Task(
        id="forecast",
        topic="heat",
        title="Read the first useful forecast",
        detail="Temperature, humidity or dew point, and sun, for the warmest part of your race: "
        f"enter them under Heat.{entered}",
        why="From 5 to 7 days ahead a forecast begins to be useful; the air at a weather station "
        f"can still differ from the course. {PRACTICAL}",
        evidence=("heat-plan-options", "wbgt-station-error"),
        days_before=FORECAST_FROM,
        latest=3,
        gone="the later look at the forecast takes its place",
    )


def _plans(profile: Profile) -> Iterator[str]:
    race, heat = profile.race, profile.heat
    goal = "no goal time yet" if race.goal_time is None else goal_words(race, race.goal_time)
    yield f"A: {goal}."
    for name, celsius, seconds, clockless in (
        ("B", heat.hot_temperature, heat.hot_goal_time, "a slower goal, not written yet"),
        ("C", heat.very_hot_temperature, heat.very_hot_goal_time, "no clock, or do not start"),
    ):
        if celsius is None and seconds is None:
            yield f"{name}: not written yet."
            continue
        then = clockless if seconds is None else goal_words(race, seconds)
        since = "temperature not written yet" if celsius is None else f"from {{°C:{celsius:.1f}}}"
        yield f"{name}, {since}: {then}."
