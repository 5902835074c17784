"""The tasks of race week that are the same for everyone who has them, in the order of the days."""

from typing import Final

from mile18.evidence.disclaimers import ILLNESS
from mile18.plan.week.task import PRACTICAL, Task

LAST_DAYS_FOR_DEBRIEF = 10**7

STRENGTH_STOP: Final = Task(
    id="strength-stop",
    topic="training",
    title="No more heavy strength work",
    detail="From now until after the race, do nothing that leaves your legs sore.",
    why=f"Sore muscles need days to recover. {PRACTICAL}",
    evidence=("rf-premuscle-damage",),
    days_before=7,
    latest=1,
    gone="only rest is left",
)
FORECAST_AGAIN: Final = Task(
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
DRINK_TO_THIRST: Final = Task(
    id="drink-D-1",
    topic="nutrition",
    title="Drink to thirst with your meals",
    detail="Pale first urine: you have drunk enough. If it is dark, have a glass with your next "
    "meal, no more than thirst allows.",
    why="Urine colour is a handy check. Drinking beyond need is no head start, and too much "
    "can be dangerous.",
    evidence=("fluid-urine-check", "fluid-eah-prevent"),
    grade="B",
    days_before=1,
)
ROUTINE_LOOK: Final = Task(
    id="routine-look",
    topic="nerves",
    title="Go through your routine in your mind",
    detail="The last hour before the start, step by step.",
    why="Routines before a performance improved it, though not tested in endurance running.",
    evidence=("routines-meta",),
    grade="B",
    days_before=1,
    slot="evening",
)
HEALTH_CHECK: Final = Task(
    id="health-check",
    topic="health",
    title="Ask yourself how you feel",
    detail=ILLNESS,
    why="Runners with a recent illness finished less often, above all when it affected the "
    "whole body.",
    evidence=("ill-checklist", "ill-dnf"),
    grade="A",
    days_before=0,
)
FLAG: Final = Task(
    id="weather-race",
    topic="heat",
    title="Look at the warmest air expected and the flag",
    detail="Keep plan A, or take B or C as you decided. Do not start under a black flag. The "
    "organiser's flag outranks every estimate.",
    why="A slower start chosen in advance is easier to keep (a judgement). Estimates can be several "
    "degrees off.",
    evidence=("heat-plan-options", "flags-acsm", "wbgt-station-error"),
    grade="B",
    days_before=0,
)
ROUTINE: Final = Task(
    id="routine-race",
    topic="nerves",
    title="Begin your routine",
    detail="Step by step, as you wrote or rehearsed it.",
    why="Routines before a performance improved it, though not tested in endurance running.",
    evidence=("routines-meta",),
    grade="B",
    days_before=0,
    minutes=45,
)
TOILET: Final = Task(
    id="toilet",
    topic="race",
    title="Go to the toilet",
    detail="Queues are longest in the last half hour.",
    why=PRACTICAL,
    days_before=0,
)
WARM_UP: Final = Task(
    id="warm-up",
    topic="training",
    title="Warm up",
    detail="Walk, then jog easily for 5 to 10 minutes; the longer the race, the less.",
    why="Stretching beforehand gave no protection in a laboratory test, so none is planned "
    "here. The jog is practical advice, not tested in a trial.",
    evidence=("firstaid-stretch-not-prevent",),
    days_before=0,
    minutes=10,
)
BREATHE: Final = Task(
    id="breathe-race",
    topic="nerves",
    title="Breathe slowly for 5 minutes",
    detail="In for 4 s, out for 6 s.",
    why="Slow breathing lowers heart rate and blood pressure a little. Shorter sessions did not "
    "help in most trials. No study links it to cramps.",
    evidence=("breathing-slow", "breathing-duration"),
    grade="B",
    days_before=0,
    minutes=5,
)
DEBRIEF: Final = Task(
    id="debrief",
    topic="health",
    title="Write down what happened",
    detail="The debrief asks for any cramp: where, which muscle and what helped. If you had none, "
    "note that too.",
    why="Past cramps are the most consistent predictor. Your own record tells you what to change "
    "next time.",
    evidence=("rf-history",),
    grade="A",
    days_before=-1,
    latest=-LAST_DAYS_FOR_DEBRIEF,
)
