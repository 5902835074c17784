"""The goal against what named models make of a recent race, and the pace that it means."""

from math import ceil, floor

from msgspec import Struct

from mile18.plan.day.words import Lack, Said, count_word, lack
from mile18.profile import Unanswered
from mile18.science.checks import distance, duration, within
from mile18.science.pace import (
    EXAMPLE,
    HALF_MARATHON_KM,
    KM_PER_MILE,
    MARATHON_KM,
    Prediction,
)
from mile18.topics.race.pacing import predicted
from mile18.topics.race.questions import Race, Target, fastest_pace, target
from mile18.topics.training.questions import Training
from mile18.units import Units, clock, number


class Aim(Struct, frozen=True):
    """The target or, without one, why: the open questions, or a `slip` in goal and distance."""

    target: Target | None
    questions: tuple[str, ...] = ()
    slip: str = ""

    def lacks(self, what: str) -> tuple[Lack, ...]:
        """What is lacking without a target, in words; empty with one."""
        return () if self.target else (Lack(f"{what} {self.slip}".rstrip(), self.questions),)


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


def aim_of(race: Race, unanswered: Unanswered) -> Aim:
    """The target of a race, or why there is none."""
    found, questions = target(race), ("race.distance", "race.goal_time")
    if found is not None:
        return Aim(found)
    if race.distance is None or race.goal_time is None:
        return Aim(None, tuple(each for each in questions if each in unanswered))
    given = number(race.goal_time / race.distance)
    return Aim(None, questions[::-1], f"Goal and distance give {{pace:{given}}}: check both.")


def goal(race: Race, training: Training, aim: Aim, unanswered: Unanswered) -> Goal:
    """Where the goal stands among the named models; no verdict, and no promise.

    Source: formula-vdot, formula-riegel, formula-riegel-bias, rf-faster-than-trained-56k.
    """
    planned, found = aim.target, predicted(race, training)
    faster = standing = None
    if planned is not None and found:
        faster = sum(planned.seconds < each.seconds for each in found)
        standing = _standing(planned.seconds, found, faster)
    return Goal(
        target=planned,
        predictions=found,
        faster_than=faster,
        standing=standing,
        notes=_about_models(race, found),
        lacks=(
            *aim.lacks("No goal to hold against a prediction."),
            *_recent_lacks(race, found, unanswered),
        ),
    )


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


def _about_models(race: Race, found: tuple[Prediction, ...]) -> tuple[Said, ...]:
    if not found:
        return ()
    text = "The models take it that you have trained for the distance. None of them is a promise"
    long = race.distance is not None and race.distance >= MARATHON_KM
    often = ", and Riegel 1.06 is often too fast over a marathon." if long else "."
    trained = Said(text + often, ("formula-riegel-bias", "train-goal-realism"))
    if all(each.model != EXAMPLE for each in found):
        return (trained,)
    return trained, Said("Riegel 1.15 is an example of a slower exponent, not from a study.")


def _recent_lacks(
    race: Race, found: tuple[Prediction, ...], unanswered: Unanswered
) -> tuple[Lack, ...]:
    recent, timed = race.recent_distance, race.recent_time
    if recent is None or timed is None:
        what = "No prediction without a recent race."
        return lack(unanswered, what, "race.recent_distance", "race.recent_time")
    if race.distance is None:
        return ()
    if not found:
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
        return lack(unanswered, what, "training.weekly_distance")
    return ()


COARSE = 5
# A remainder shorter than this is rounding dust of the distance, not a stretch to run.
_DUST_KM = 1e-6


class Split(Struct, frozen=True):
    """The stretch that ends at a mark: the mark in km, its seconds, and those since the start."""

    at_km: float
    seconds: int
    elapsed: int


def splits(km: float, seconds: int, every_km: float) -> tuple[Split, ...]:
    """The stretches of `every_km` at even pace, the last one ending at the finish.

    Each elapsed time is rounded, halves up, and a stretch is the difference of two of them, so
    that the stretches add up to `seconds` exactly (arithmetic, no source needed).
    Raises ValueError for a distance or time that is not positive, or a stretch under 100 m.
    """
    distance("race distance", km)
    duration("race time", seconds)
    within("stretch", every_km, 0.1, 10_000, "km")
    found: list[Split] = []
    before = 0
    for at in range(1, floor((km - _DUST_KM) / every_km) + 1):
        elapsed = elapsed_at(every_km * at, km, seconds)
        found.append(Split(every_km * at, elapsed - before, elapsed))
        before = elapsed
    return (*found, Split(km, seconds - before, seconds))


def elapsed_at(at_km: float, km: float, seconds: int) -> int:
    """Whole seconds since the start at `at_km`, at even pace, halves rounded up."""
    return floor(seconds * at_km / km + 0.5)


def unit_splits(km: float, seconds: int, units: Units) -> tuple[Split, ...]:
    """Splits for each km or mile, whichever the runner chose. Raises ValueError as `splits`."""
    return splits(km, seconds, unit_km(units))


def coarse_splits(km: float, seconds: int, units: Units) -> tuple[Split, ...]:
    """Splits for each 5 km or 5 miles. Raises ValueError as `splits`."""
    return splits(km, seconds, COARSE * unit_km(units))


def unit_km(units: Units) -> float:
    """The km in the runner's unit of distance."""
    return KM_PER_MILE if units.distance == "mi" else 1.0


# How much calmer the opening is, and for how much of the race: a judgement, not from a study.
CALMER = 0.02
SHORT_KM = 10
ULTRA_KM = 43


class EasyStart(Struct, frozen=True):
    """A calmer opening: its km, its pace in seconds per km, and the seconds it costs."""

    km: float
    pace: float
    costs: int


class Pacing(Struct, frozen=True, kw_only=True):
    """The early cap and the splits; `cramped_before` moves them to the front of race day.

    `first` is why, for a runner who has cramped before: it is read before the cap.
    `half` is the time at halfway in seconds that the first half should not beat.
    """

    target: Target | None
    half: int | None
    first: Said | None
    cap: Said | None
    advice: tuple[Said, ...]
    lacks: tuple[Lack, ...]

    @property
    def cramped_before(self) -> bool:
        """Whether pacing stands before all else."""
        return self.first is not None

    @property
    def notes(self) -> tuple[Said, ...]:
        """All that is said beside the cap."""
        return self.advice if self.first is None else (self.first, *self.advice)

    def splits(self, units: Units) -> tuple[Split, ...]:
        """A split for each km or mile; empty without a target."""
        aim = self.target
        return unit_splits(aim.km, aim.seconds, units) if aim else ()

    def coarse_splits(self, units: Units) -> tuple[Split, ...]:
        """A split for each 5 km or 5 miles; empty without a target."""
        aim = self.target
        return coarse_splits(aim.km, aim.seconds, units) if aim else ()

    def easy_start(self, units: Units) -> EasyStart | None:
        """The calmer opening in whole km or miles; None without a target or in a very short race."""
        aim = self.target
        if aim is None:
            return None
        km = _opening(aim.km, units)
        if 3 * km > aim.km:
            return None
        # Whole seconds in the unit shown, so that the cost can be redone from the screen.
        per_unit = aim.pace * unit_km(units)
        calmer = max(ceil(per_unit * (1 + CALMER)), floor(per_unit) + 1) / unit_km(units)
        return EasyStart(km, calmer, floor((calmer - aim.pace) * km + 0.5))


def pacing(race: Race, aim: Aim, unanswered: Unanswered, *, cramped: bool) -> Pacing:
    """The pacing for the goal at even pace.

    Source: rf-faster-than-trained-56k, rf-pacing-late, pace-fast-start; how calm to open is a
    judgement.
    """
    planned = aim.target
    half = elapsed_at(planned.km / 2, planned.km, planned.seconds) if planned else None
    return Pacing(
        target=planned,
        half=half,
        first=_CRAMPED if cramped else None,
        cap=None if planned is None or half is None else _cap(planned, half),
        advice=tuple(_about_pace(race, planned)),
        lacks=(
            *aim.lacks("No splits yet."),
            *lack(unanswered, "How you plan your first half is open.", "race.first_half"),
        ),
    )


_CRAMPED = Said(
    "You have cramped before, so this stands first: of what you can still change, pace "
    "is the best supported, from small studies.",
    ("rf-history", "rf-faster-than-trained-56k", "rf-pacing-late"),
)


def _cap(aim: Target, half: int) -> Said:
    return Said(
        f"Pass halfway, {{km:{number(aim.km / 2, 4)}}}, no sooner than {clock(half)}: that is even "
        f"{{pace:{number(aim.pace)}}}.",
        ("rf-faster-than-trained-56k", "pace-fast-start", "pace-fast-start-cramps"),
    )


def _about_pace(race: Race, aim: Target | None) -> list[Said]:
    found = []
    if race.first_half == "faster":
        found.append(
            Said(
                "You plan a first half faster than goal pace. In one 56 km race those who cramped "
                f"had run theirs faster: {'keep to the time at halfway' if aim else 'start calmer'}.",
                ("rf-faster-than-trained-56k", "pace-fast-start"),
                loud=True,
            )
        )
    elif race.first_half == "slower":
        found.append(Said("You plan a slower first half, which fits.", ("pace-fast-start",)))
    if aim and aim.km > ULTRA_KM:
        found.append(
            Said("Over this distance walks, hills and stops belong to it: the splits are averages.")
        )
    return found


def _opening(km: float, units: Units) -> float:
    if km <= SHORT_KM:
        count = 1
    elif units.distance == "mi":
        count = 1 if km <= HALF_MARATHON_KM else 2
    else:
        count = 2 if km <= HALF_MARATHON_KM else 3
    return count * unit_km(units)
