"""Race morning from waking to the start, apart from food: how you feel, the weather, the calm."""

from mile18.evidence.disclaimers import ILLNESS
from mile18.plan.race_week_task import PRACTICAL, Task
from mile18.topics.race.questions import Race, plausible_goal
from mile18.units import clock

EASY_START_KM = 5


def health_check() -> Task:
    """How the runner feels on waking: the one question that outranks the plan.

    Source: ill-checklist, ill-dnf.
    """
    return Task(
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


def weather() -> Task:
    """The temperature and the organiser's flag, and with them plan A, B or C."""
    return Task(
        id="weather-race",
        topic="heat",
        title="Look at the temperature and the flag",
        detail="Keep plan A, or take B or C as you decided. Under a black flag do not start. The "
        "organiser's flag outranks every estimate.",
        why="A slower start chosen in advance is easier to keep (a judgement). Estimates can be several "
        "degrees off.",
        evidence=("heat-plan-options", "flags-acsm", "wbgt-station-error"),
        grade="B",
        days_before=0,
    )


def routine() -> Task:
    """The routine of the last hour."""
    return Task(
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


def toilet() -> Task:
    """Before the queues."""
    return Task(
        id="toilet",
        topic="race",
        title="Go to the toilet",
        detail="Queues are longest in the last half hour.",
        why=PRACTICAL,
        days_before=0,
    )


def warm_up() -> Task:
    """Walking and jogging, and why no stretching."""
    return Task(
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


def breathe() -> Task:
    """Five slow minutes before the start."""
    return Task(
        id="breathe-race",
        topic="nerves",
        title="Breathe slowly for 5 minutes",
        detail="In for 4 s, out for 6 s.",
        why="Slow breathing lowers heart rate and blood pressure a little; shorter sessions did "
        "not help in most trials. No study links it to cramps.",
        evidence=("breathing-slow", "breathing-duration"),
        grade="B",
        days_before=0,
        minutes=5,
    )


def start_slowly(race: Race) -> Task:
    """The start, with a cap for the first half where the goal is known.

    Source: pace-fast-start, rf-faster-than-trained-56k.
    """
    if race.goal_time is not None and race.distance is not None and plausible_goal(race):
        pace = race.goal_time / race.distance
        detail = f"First half in {clock(race.goal_time / 2)} or more, no faster than {{pace:{pace:.2f}}}."
        if race.distance > 2 * EASY_START_KM:
            first = clock(EASY_START_KM * pace)
            detail += f" The first {{km:{EASY_START_KM}}} should take {first} or more."
    else:
        detail = "No goal pace is known: begin at a pace that feels too easy."
    return Task(
        id="start",
        topic="race",
        title="Start slowly",
        detail=detail,
        why="Fast starters tend to finish slower; in one small study those who cramped had run "
        "the first half faster.",
        evidence=("pace-fast-start", "rf-faster-than-trained-56k"),
        grade="B",
        days_before=0,
    )
