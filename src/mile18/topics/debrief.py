"""Debrief: what happened on the day; kept by its own screen, and no part of the readiness figure."""

from typing import ClassVar, Literal

from mile18.question import DURATION_UNIT, Answers, ask
from mile18.topics.race.questions import LONGEST_GOAL

RESULT, CRAMPS, WEATHER = "The race", "Cramps", "The weather you ran in"
EATEN, NIGHTS, BACK = "Eaten and drunk", "The nights before", "Looking back"


class Debrief(Answers, frozen=True, kw_only=True):
    """What is asked after the race."""

    is_tab: ClassVar[bool] = False

    result: Literal["finished", "stopped", "not_started"] | None = ask(
        "How did it end?",
        choices={
            "finished": "finished",
            "stopped": "started, did not finish",
            "not_started": "did not start",
        },
        group=RESULT,
        why="A race you did not finish counts as much as one you did. A race you did not start is "
        "left out when your races are compared.",
        evidence="train-goal-realism",
    )
    time: int | None = ask(
        "Your time",
        unit=DURATION_UNIT,
        within=(120, LONGEST_GOAL),
        as_pace=True,
        why="It is compared with your goal, and grams and litres an hour need it too. If you "
        "stopped on the way, give the time until then.",
        evidence=("train-goal-realism", "rf-faster-than-trained-56k"),
    )
    half_time: int | None = ask(
        "Time at halfway",
        unit=DURATION_UNIT,
        within=(60, LONGEST_GOAL),
        why="In one 56 km race, those who cramped had run the first half faster. In a marathon "
        "they had not. Yours shows what you did with the plan.",
        evidence=("rf-faster-than-trained-56k", "rf-pacing-late", "pace-fast-start"),
    )
    cramped: bool | None = ask(
        "Any muscle cramp?",
        group=CRAMPS,
        why="If you had none, answer no. Only then can your races be compared.",
        evidence="rf-history",
    )
    temperature: float | None = ask(
        "Temperature",
        unit="°C",
        within=(-20, 50),
        usual=(-30, 42),
        group=WEATHER,
        why="At the warmest part of your race, as you were asked before it. Cramps are commoner "
        "in hot months, which is not the same as heat causing them.",
        evidence=("heat-cramp-month", "wbgt-station-error"),
    )
    humidity: float | None = ask(
        "Humidity",
        unit="%",
        within=(0, 100),
        why="With the temperature it gives an estimate of the heat load (WBGT). Humidity or dew "
        "point, one is enough.",
        evidence=("wbgt-bom", "wbgt-stull"),
    )
    dew_point: float | None = ask(
        "Dew point",
        unit="°C",
        within=(-30, 35),
        why="Use this instead of humidity, if that is what you find.",
        evidence="dewpoint-magnus",
    )
    sun: Literal["sun", "mixed", "shade"] | None = ask(
        "Sun",
        choices={"sun": "full sun", "mixed": "some of both", "shade": "shade or cloud"},
        why="Full sun can add 4 to 5 °C of WBGT to the same air.",
        evidence=("wbgt-full", "wbgt-bom"),
    )
    portions: float | None = ask(
        "Portions of fuel taken",
        within=(0, 200),
        group=EATEN,
        why="Each counts with the grams that you planned for one. Write 0 if you took none.",
        evidence="carb-in-race-dose",
    )
    carbohydrate_g: float | None = ask(
        "Or grams of carbohydrate in all",
        unit="g",
        within=(0, 5000),
        why="If you took other things than planned. It replaces the portions.",
        evidence="carb-in-race-dose",
    )
    drunk: float | None = ask(
        "How much you drank in all",
        unit="L",
        within=(0, 50),
        why="From the start to the end of your race; 0 if nothing.",
        evidence=("fluid-acsm-2pc", "fluid-eah-risk"),
    )
    mass_before: float | None = ask(
        "Weight before",
        unit="kg",
        within=(25, 250),
        why="Only if you weighed yourself shortly before the start. Two weights tell you more "
        "than any estimate.",
        evidence=("fluid-sweat-formula", "fluid-acsm-2pc"),
    )
    mass_after: float | None = ask(
        "Weight after",
        unit="kg",
        within=(25, 250),
        why="Before you drink or eat again, in the same clothes or as few.",
        evidence=("fluid-sweat-formula", "fluid-eah-risk"),
    )
    slept_last_night: float | None = ask(
        "Slept the night before",
        unit="h",
        within=(0, 16),
        usual=(0, 11),
        group=NIGHTS,
        why="A worse night than usual is common before a race, and has not shown in results. If "
        "this is empty, a night that you logged under Sleep counts.",
        evidence=("sleep-prerace-common", "sleep-cramp-link"),
    )
    slept_before: float | None = ask(
        "Slept a night, the week before that",
        unit="h",
        within=(0, 16),
        usual=(4, 11),
        why="About how long you slept on a usual night of that week. Experts put the week above "
        "the last night.",
        evidence=("sleep-prerace-common", "sleep-extension-trial"),
    )
    change: str | None = ask(
        "What would you change?",
        group=BACK,
        why="In your own words, for your next race. What to try in training next.",
        evidence="rf-history",
    )
