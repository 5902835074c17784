"""The goal held against what the named models make of a recent race."""

from msgspec import Struct

from mile18.plan.day.words import Lack, Said, count_word, lack
from mile18.profile import Profile
from mile18.science.pace import EXAMPLE, MARATHON_KM, Prediction
from mile18.topics.race.pacing import predicted
from mile18.topics.race.questions import Race, fastest_pace, plausible_goal
from mile18.units import clock, number


class Target(Struct, frozen=True):
    """A goal that is no slip: km, and seconds to the finish."""

    km: float
    seconds: int

    @property
    def pace(self) -> float:
        """The even pace in seconds per km."""
        return self.seconds / self.km


class Goal(Struct, frozen=True, kw_only=True):
    """The goal, the models' times (fastest first), and where the goal stands among them.

    `faster_than` counts the models that the goal is faster than; None unless both are known.
    """

    target: Target | None
    predictions: tuple[Prediction, ...]
    faster_than: int | None
    standing: Said | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def target(race: Race) -> Target | None:
    """The distance and goal, None unless both are known and give a pace that somebody could run."""
    if race.distance is None or race.goal_time is None or not plausible_goal(race):
        return None
    return Target(race.distance, race.goal_time)


def goal(profile: Profile) -> Goal:
    """Where the goal stands among the named models; no verdict, and no promise.

    Source: formula-vdot, formula-riegel, formula-riegel-bias, rf-faster-than-trained-56k.
    """
    aim = target(profile.race)
    found = predicted(profile.race, profile.training)
    faster = None if aim is None or not found else sum(aim.seconds < each.seconds for each in found)
    return Goal(
        target=aim,
        predictions=found,
        faster_than=faster,
        standing=None if aim is None or faster is None else _standing(aim.seconds, found, faster),
        notes=_notes(profile.race, found),
        lacks=(*no_target(profile, "No goal to hold against a prediction."), *_lacks(profile)),
    )


def no_target(profile: Profile, what: str) -> tuple[Lack, ...]:
    """Why there is no target: a question is open, or goal and distance do not go together."""
    race = profile.race
    if target(race) is not None:
        return ()
    if race.distance is None or race.goal_time is None:
        return lack(profile, what, "race.distance", "race.goal_time")
    slip = f"Goal and distance give {{pace:{number(race.goal_time / race.distance)}}}: check both."
    return (Lack(f"{what} {slip}", ("race.goal_time", "race.distance")),)


def _standing(seconds: int, found: tuple[Prediction, ...], faster: int) -> Said:
    models = tuple(dict.fromkeys(each.evidence for each in found))
    mine, count = f"Your goal, {clock(seconds)}, is", count_word(len(found))
    every = "both" if len(found) == 2 else f"all {count}"
    if faster == 0:
        slower = seconds > found[-1].seconds
        where = f"slower than {every}" if slower else f"no faster than any of the {count}"
        return Said(
            f"{mine} {where} models: your recent race speaks for it, if the training is there.",
            models,
        )
    if faster < len(found):
        text = (
            f"{mine} faster than {count_word(faster)} of {count} models. A slower one leaves room."
        )
        return Said(text, models)
    return Said(
        f"{mine} faster than {every} models. Racing faster than training supports is linked "
        "with cramps, though by small studies; a slower goal may serve you better.",
        (*models, "rf-faster-than-trained-56k", "rf-faster-ironman"),
        loud=True,
    )


def _notes(race: Race, found: tuple[Prediction, ...]) -> tuple[Said, ...]:
    if not found:
        return ()
    text = "The models take it that you have trained for the distance. None of them is a promise"
    long = race.distance is not None and race.distance >= MARATHON_KM
    often = ", and Riegel 1.06 is often too fast over a marathon." if long else "."
    trained = Said(text + often, ("formula-riegel-bias", "train-goal-realism"))
    if all(each.model != EXAMPLE for each in found):
        return (trained,)
    return trained, Said("Riegel 1.15 is an example of a slower exponent, not from a study.")


def _lacks(profile: Profile) -> tuple[Lack, ...]:
    race = profile.race
    recent, timed = race.recent_distance, race.recent_time
    if recent is None or timed is None:
        what = "No prediction without a recent race."
        return lack(profile, what, "race.recent_distance", "race.recent_time")
    if race.distance is None:
        return ()
    if not predicted(race, profile.training):
        pace = number(timed / recent)
        return (
            Lack(
                f"No prediction: your recent race gives {{pace:{pace}}}, and only {{pace:"
                f"{fastest_pace(recent)}}} to {{pace:1200}} is taken. Check both.",
                ("race.recent_distance", "race.recent_time"),
            ),
        )
    if abs(race.distance - MARATHON_KM) <= 0.5 and recent < MARATHON_KM - 0.5:
        what = "A fourth model needs your usual week."
        return lack(profile, what, "training.weekly_distance")
    return ()
