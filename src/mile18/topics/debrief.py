"""Debrief: what happened on the day; kept by its own screen, and no part of the readiness figure."""

from typing import Annotated, ClassVar, Literal

from mile18.question import DURATION_UNIT, Answers, ask
from mile18.topics.race.questions import LONGEST_GOAL

RESULT, CRAMPS, WEATHER = "The race", "Cramps", "The weather you ran in"
EATEN, NIGHTS, BACK = "Eaten and drunk", "The nights before", "Looking back"


class Debrief(Answers, frozen=True, kw_only=True):
    """What is asked after the race."""

    is_tab: ClassVar[bool] = False

    result: (
        Annotated[
            Literal["finished", "stopped", "not_started"],
            ask(
                "How did it end?",
                choices={
                    "finished": "finished",
                    "stopped": "started, did not finish",
                    "not_started": "did not start",
                },
                group=RESULT,
                why="A race not finished says as much as one that was. A race not started is left "
                "out when your races are held against each other.",
                evidence="train-goal-realism",
            ),
        ]
        | None
    ) = None
    time: (
        Annotated[
            int,
            ask(
                "Your time",
                unit=DURATION_UNIT,
                at_least=120,
                at_most=LONGEST_GOAL,
                as_pace=True,
                group=RESULT,
                why="Held against your goal; grams and litres an hour need it too. If you stopped "
                "on the way, the time until then.",
                evidence=("train-goal-realism", "rf-faster-than-trained-56k"),
            ),
        ]
        | None
    ) = None
    half_time: (
        Annotated[
            int,
            ask(
                "Time at halfway",
                unit=DURATION_UNIT,
                at_least=60,
                at_most=LONGEST_GOAL,
                group=RESULT,
                why="In one 56 km race those who cramped had run the first half faster, in a "
                "marathon they had not. Yours shows what you did with the plan.",
                evidence=("rf-faster-than-trained-56k", "rf-pacing-late", "pace-fast-start"),
            ),
        ]
        | None
    ) = None
    cramped: (
        Annotated[
            bool,
            ask(
                "Any muscle cramp?",
                group=CRAMPS,
                why="A race without one is worth a no: only then can your races be told apart.",
                evidence="rf-history",
            ),
        ]
        | None
    ) = None
    temperature: (
        Annotated[
            float,
            ask(
                "Temperature",
                unit="°C",
                at_least=-20,
                at_most=50,
                group=WEATHER,
                why="At the warmest part of your race, as you were asked before it. Cramps are "
                "commoner in hot months, which is not the same as heat causing them.",
                evidence=("heat-cramp-month", "wbgt-station-error"),
            ),
        ]
        | None
    ) = None
    humidity: (
        Annotated[
            float,
            ask(
                "Humidity",
                unit="%",
                at_least=0,
                at_most=100,
                group=WEATHER,
                why="With the temperature it gives an estimate of the heat load (WBGT). Humidity "
                "or dew point, one is enough.",
                evidence=("wbgt-bom", "wbgt-stull"),
            ),
        ]
        | None
    ) = None
    dew_point: (
        Annotated[
            float,
            ask(
                "Dew point",
                unit="°C",
                at_least=-30,
                at_most=35,
                group=WEATHER,
                why="In place of humidity, if that is what you find.",
                evidence="dewpoint-magnus",
            ),
        ]
        | None
    ) = None
    sun: (
        Annotated[
            Literal["sun", "mixed", "shade"],
            ask(
                "Sun",
                choices={"sun": "full sun", "mixed": "some of both", "shade": "shade or cloud"},
                group=WEATHER,
                why="Full sun can add 4 to 5 °C of WBGT to the same air.",
                evidence=("wbgt-full", "wbgt-bom"),
            ),
        ]
        | None
    ) = None
    portions: (
        Annotated[
            float,
            ask(
                "Portions of fuel taken",
                at_least=0,
                at_most=200,
                group=EATEN,
                why="Each counts with the grams that you planned for one. 0 if you took none.",
                evidence="carb-in-race-dose",
            ),
        ]
        | None
    ) = None
    carbohydrate_g: (
        Annotated[
            float,
            ask(
                "Or grams of carbohydrate in all",
                unit="g",
                at_least=0,
                at_most=5000,
                group=EATEN,
                why="If you took other things than planned. It counts in place of the portions.",
                evidence="carb-in-race-dose",
            ),
        ]
        | None
    ) = None
    drunk: (
        Annotated[
            float,
            ask(
                "Drunk in all",
                unit="L",
                at_least=0,
                at_most=50,
                group=EATEN,
                why="From the start to the end of your race; 0 if nothing.",
                evidence=("fluid-acsm-2pc", "fluid-eah-risk"),
            ),
        ]
        | None
    ) = None
    mass_before: (
        Annotated[
            float,
            ask(
                "Weight before",
                unit="kg",
                at_least=25,
                at_most=250,
                group=EATEN,
                why="Only if you weighed yourself shortly before the start. The two weights say "
                "more than any reckoning.",
                evidence=("fluid-sweat-formula", "fluid-acsm-2pc"),
            ),
        ]
        | None
    ) = None
    mass_after: (
        Annotated[
            float,
            ask(
                "Weight after",
                unit="kg",
                at_least=25,
                at_most=250,
                group=EATEN,
                why="Before you drink or eat again, in the same clothes or as few.",
                evidence=("fluid-sweat-formula", "fluid-eah-risk"),
            ),
        ]
        | None
    ) = None
    slept_last_night: (
        Annotated[
            float,
            ask(
                "Slept the night before",
                unit="h",
                at_least=0,
                at_most=16,
                group=NIGHTS,
                why="A worse night than usual is common before a race, and has not shown in "
                "results. A night that you logged under Sleep counts as long as this is empty.",
                evidence=("sleep-prerace-common", "sleep-cramp-link"),
            ),
        ]
        | None
    ) = None
    slept_before: (
        Annotated[
            float,
            ask(
                "Slept a night, the week before that",
                unit="h",
                at_least=0,
                at_most=16,
                group=NIGHTS,
                why="The usual night of that week, about. Experts put the week above the last night.",
                evidence=("sleep-prerace-common", "sleep-extension-trial"),
            ),
        ]
        | None
    ) = None
    change: (
        Annotated[
            str,
            ask(
                "What would you change?",
                group=BACK,
                why="In your own words, for your next race. What to try in training next.",
                evidence="rf-history",
            ),
        ]
        | None
    ) = None
