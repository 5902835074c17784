"""Goal-pace running: how much of it in the last ten weeks, and how it felt."""

from collections.abc import Iterator

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, at_most, scored, unanswered
from mile18.topics.race.questions import Race
from mile18.topics.training.questions import FEELS, Training
from mile18.topics.training.volume import target
from mile18.units import number

FEEL_POINTS = {"could_not_hold": 0, "hard": 60, "comfortable": 100}
# Up to 10 km goal pace is meant to feel hard.
SHORT_RACE_KM = 10


def judge(race: Race, training: Training, _: Countdown) -> Verdict:
    """50% distance at goal pace against a modest target, 50% how it felt."""
    km = training.goal_pace_distance
    if km is None:
        run = unanswered(50, "distance at goal pace")
    elif km == 0:
        run = scored(50, 0, "none at goal pace")
    elif race.distance is None:
        run = unanswered(50, "race distance")
    else:
        share = 100 * km / target(race.distance).goal_pace
        run = scored(50, share, f"{{km:{number(km, 1)}}} at goal pace")
    if km == 0:
        felt = scored(50, 0, "not tried")
    elif training.goal_pace_feel:
        felt = _felt_part(race, training.goal_pace_feel)
        felt = at_most(felt) if km is None else felt
    else:
        felt = unanswered(50, "how it felt")
    return Verdict((run, felt))


def _felt_part(race: Race, feel: str) -> Part:
    points = _felt(race, feel)
    # How long the race is may still turn hard into as it should be.
    most = 100 if feel == "hard" and race.distance is None else points
    return Part(50, points, most, FEELS[feel])


def _felt(race: Race, feel: str) -> int:
    if feel == "hard" and race.distance is not None and race.distance <= SHORT_RACE_KM:
        return 100
    return FEEL_POINTS[feel]


SOME_GOAL_PACE = Todo("goal-pace", "Run some goal pace in your long runs", 14)
EASIER_PACE = Todo("goal-pace-feel", "Find a goal pace that you can hold", 8)


def advise(race: Race, training: Training, _: Countdown) -> Iterator[Advice]:
    """Some goal pace inside the next two long runs; a goal pace that can be held."""
    km = training.goal_pace_distance
    if km is not None and race.distance is not None:
        enough = target(race.distance).goal_pace
        stretch = max(1, int(enough / 7.5 + 0.5))
        if km < enough:
            yield Advice(
                f"Put {{km:{stretch}}} at goal pace into each of your next two long runs",
                {"training": {"goal_pace_distance": min(enough, km + 2 * stretch)}},
                14,
                SOME_GOAL_PACE,
                hard=True,
            )
    if km != 0 and training.goal_pace_feel and _felt(race, training.goal_pace_feel) < 100:
        yield Advice(
            "Take an easier pace on your next goal-pace run, one that you can hold to its end",
            {"training": {"goal_pace_feel": "comfortable"}},
            7,
            EASIER_PACE,
            hard=True,
        )


GOAL_PACE = Rule(
    id="goal_pace",
    title="Goal-pace running",
    topic="training",
    grade="C",
    why="Some running at goal pace shows whether you can hold it. No study links it to fewer "
    "cramps, and faster marathoners did more of their running easy.",
    evidence=("train-no-race-pace-trial", "train-tid-observed", "train-plan-zone-share"),
    reads=("race", "training"),
    asks=("training.goal_pace_distance", "training.goal_pace_feel", "race.distance"),
    judge=judge,
    advise=advise,
    todos=(SOME_GOAL_PACE, EASIER_PACE),
)
