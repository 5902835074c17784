"""What is asked about heat: the weather expected, hot runs, and plans for a hotter day."""

import datetime
from typing import Literal

from mile18.question import DURATION_UNIT, Answers, Entry, ask

Sun = Literal["sun", "mixed", "shade"]
SUN = {"sun": "full sun", "mixed": "some of both", "shade": "shade or cloud"}


class Hour(Entry, frozen=True, kw_only=True):
    """The weather expected at one hour; an hour earlier than the one before is the next day's."""

    at: datetime.time | None = ask("Time", why="The hour, by the clock of the race.")
    temperature: float | None = ask(
        "Temperature", unit="°C", within=(-20, 50), why="Of the air, in the shade."
    )
    humidity: float | None = ask(
        "Humidity", unit="%", within=(0, 100), why="Or give the dew point; one is enough."
    )
    sun: Sun | None = ask("Sun", choices=SUN, why="What the course offers at that hour.")
    dew_point: float | None = ask(
        "Dew point", unit="°C", within=(-30, 35), why="In place of humidity."
    )


class Heat(Answers, frozen=True, kw_only=True):
    """What is asked about heat."""

    temperature: float | None = ask(
        "Temperature expected",
        group="Weather expected",
        unit="°C",
        within=(-20, 50),
        usual=(-30, 42),
        seed=7,
        why="At the warmest part of your race. Cramps are more frequent in hot months. No study "
        "shows that heat itself brings them on.",
        evidence=("heat-cramp-month", "heat-mantzios"),
    )
    humidity: float | None = ask(
        "Humidity",
        unit="%",
        within=(0, 100),
        why="Damp air lets less sweat evaporate. With the temperature it gives an estimate of the "
        "heat load (WBGT). Humidity or dew point, one is enough.",
        evidence=("wbgt-bom", "wbgt-stull", "wbgt-station-error"),
    )
    dew_point: float | None = ask(
        "Dew point",
        unit="°C",
        within=(-30, 35),
        why="Some forecasts give it instead of humidity. One of the two is enough. If they differ "
        "widely, the hotter estimate counts.",
        evidence="dewpoint-magnus",
    )
    sun: Sun | None = ask(
        "Sun on the course",
        choices=SUN,
        why="For the same air, the estimates for shade and for full sun lie about 4 to 6 °C of "
        "WBGT apart.",
        evidence=("wbgt-full", "wbgt-bom"),
    )
    hours: tuple[Hour, ...] | None = ask(
        "Hour by hour",
        example="9:00 12 70; 12:00 18 55 sun",
        why="If you answer this, the warmest hour from your start to an hour after your goal "
        "replaces the three answers above.",
        evidence="heat-warmest-hour",
    )
    training_temperature: float | None = ask(
        "Temperature of recent runs",
        group="Used to heat",
        unit="°C",
        within=(-20, 50),
        why="Runs within 3 °C of race day, or warmer, count as half used to it. That is a "
        "judgement, as no study gives a figure.",
        evidence="heat-acclimation-time",
    )
    hot_sessions: int | None = ask(
        "Hot sessions within two weeks",
        within=(0, 14),
        why="Training of 75–90 min in the heat. If the block is over, count its last 14 days. "
        "Most of the gain comes in the first week. A sauna or hot bath after a run counts too: "
        "practical advice, not from our sources.",
        evidence=("heat-acclimation-time", "heat-timing"),
    )
    last_hot_session: datetime.date | None = ask(
        "Day of the last hot session",
        why="What you gained fades by about 2.5% a day, so the time from then to the race counts.",
        evidence=("heat-decay", "heat-timing"),
    )
    plan_b: Literal["none", "in_mind", "written"] | None = ask(
        "Plan for a hotter day",
        group="A hotter day",
        seed=7,
        why="A slower goal set in advance is easier to keep on the day (a judgement). Above a "
        "heat load of 28 °C WBGT, it may be best to defer the race.",
        evidence=("heat-plan-options", "heat-pace-use", "flags-acsm"),
    )
    hot_temperature: float | None = ask(
        "Plan B from",
        unit="°C",
        within=(-10, 50),
        why="The warmest air of your race from which you run plan B.",
        evidence=("heat-plan-options", "heat-pace-use"),
    )
    hot_goal_time: int | None = ask(
        "Goal time of plan B",
        unit=DURATION_UNIT,
        within=(600, 48 * 3600),
        as_pace=True,
        why="A slower goal, set calmly in advance. Race day (F7) suggests a range.",
        evidence=("heat-pace-use", "heat-hadley-table", "heat-mantzios"),
    )
    very_hot_temperature: float | None = ask(
        "Plan C from",
        unit="°C",
        within=(-10, 50),
        why="The air temperature from which you only want to finish well, or defer.",
        evidence=("heat-plan-options", "flags-acsm"),
    )
    very_hot_goal_time: int | None = ask(
        "Goal time of plan C",
        unit=DURATION_UNIT,
        within=(600, 48 * 3600),
        as_pace=True,
        why="Leave it empty if plan C is to run without a clock or not to start.",
        evidence=("heat-plan-options", "heat-pace-use"),
    )
