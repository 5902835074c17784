"""The goal against what named models make of a recent race, and the pace that it means."""

from collections.abc import Iterator

from msgspec import Struct

from mile18.plan.day.timeline import EasyStart, Split, Timeline, unit_km
from mile18.plan.day.walks import walk_lacks, walk_words
from mile18.plan.day.words import Lack, Said, count_word, lack
from mile18.profile import Unanswered
from mile18.science.pace import EXAMPLE, MARATHON_KM, MARATHON_MARGIN_KM, Prediction
from mile18.topics.race.clock_change import in_doubt
from mile18.topics.race.pacing import EXAMPLE_NOTE, predicted, supported_goal, two_goals
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
    """The goal, the models' times (fastest first), and where the goal stands among those with a study.

    `supported` is the goal as far as training supports it. `faster_than` counts the models that the goal is faster than; None unless both are known.
    """

    target: Target | None
    predictions: tuple[Prediction, ...]
    supported: Target | None
    faster_than: int | None
    standing: Said | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def aim_of(race: Race, unanswered: Unanswered, *, black: bool) -> Aim:
    """The target of a race, or why there is none; under a certain black flag nobody has one."""
    found, questions = target(race), ("race.distance", "race.goal_time")
    if found is not None and black:
        return Aim(None, ("heat.temperature",), "Under a black flag there is no time goal.")
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
    both = two_goals(race, found) if planned else None
    studied = tuple(each for each in found if each.model != EXAMPLE)
    faster = standing = None
    if planned is not None and studied:
        faster = sum(planned.seconds < each.seconds for each in studied)
        standing = _standing(planned.seconds, studied, faster)
    return Goal(
        target=planned,
        predictions=found,
        supported=supported_goal(race, found),
        faster_than=faster,
        standing=standing,
        notes=(
            *(_settled(race, *both) if both else ()),
            *_wish(race, planned),
            *_about_models(race, found),
        ),
        lacks=(
            *aim.lacks("No goal to compare with a prediction."),
            *(_undecided(race, *both) if both else ()),
            *_recent_lacks(race, found, unanswered),
        ),
    )


def _undecided(race: Race, mine: int, supported: int) -> Iterator[Lack]:
    """The one question about the goal, where training supports less and the runner has not said."""
    if not race.goal_settled:
        yield Lack(
            f"Keep {clock(mine)}, or take the {clock(supported)} that your training supports? "
            f"Until you answer, {clock(mine)} counts everywhere.",
            ("race.goal_settled",),
        )


def _settled(race: Race, mine: int, supported: int) -> Iterator[Said]:
    if race.goal_settled:
        yield Said(
            f"You settled on {clock(mine)}; your training supports {clock(supported)}.",
            ("train-goal-realism",),
        )


def _wish(race: Race, planned: Target | None) -> Iterator[Said]:
    if planned and race.wish_time is not None and race.wish_time < planned.seconds:
        yield Said(
            f"Your wish for a very good day is {clock(race.wish_time)}. Splits, portions and "
            f"plans follow {clock(planned.seconds)}."
        )


def _standing(seconds: int, found: tuple[Prediction, ...], faster: int) -> Said:
    models = tuple(dict.fromkeys(each.evidence for each in found))
    mine, count = f"Your goal, {clock(seconds)}, is", count_word(len(found))
    every = {1: "the one model", 2: "both models"}.get(len(found), f"all {count} models")
    if faster == 0:
        slower = seconds > found[-1].seconds
        where = f"slower than {every}" if slower else f"no faster than any of the {count} models"
        return Said(
            f"{mine} {where}: your recent race supports it, if you have trained for the distance.",
            models,
        )
    if faster < len(found):
        text = (
            f"{mine} faster than {count_word(faster)} of {count} models. A slower one leaves room."
        )
        return Said(text, models)
    return Said(
        f"{mine} faster than {every}. Racing faster than training supports is linked with cramps, "
        "though only in small studies. A slower goal may serve you better.",
        (*models, "rf-faster-than-trained-56k", "rf-faster-ironman"),
        loud=True,
    )


def _about_models(race: Race, found: tuple[Prediction, ...]) -> tuple[Said, ...]:
    if not found:
        return ()
    text = "The models assume that you have trained for the distance. No model is a promise"
    marathon = race.distance is not None and _is_marathon(race.distance)
    often = ". Riegel 1.06 is often too fast for a marathon." if marathon else "."
    trained = Said(text + often, ("formula-riegel-bias", "train-goal-realism"))
    if all(each.model != EXAMPLE for each in found):
        return (trained,)
    return trained, Said(EXAMPLE_NOTE)


def _is_marathon(km: float) -> bool:
    return abs(km - MARATHON_KM) <= MARATHON_MARGIN_KM


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
    if _is_marathon(race.distance) and recent < MARATHON_KM - MARATHON_MARGIN_KM:
        what = "A fourth model needs your usual weekly distance."
        return lack(unanswered, what, "training.weekly_distance")
    return ()


ULTRA_KM = 43


class Pacing(Struct, frozen=True, kw_only=True):
    """The early cap and the splits; `cramped_before` moves them to the front of race day.

    `first` is why, for a runner who has cramped before: it is read before the cap.
    `line` is the race from start to finish, None without a target; `half` the seconds at halfway
    that the first half should not beat.
    """

    line: Timeline | None
    beside: tuple[tuple[str, Timeline], ...]
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

    @property
    def easy(self) -> EasyStart | None:
        """The calmer opening; None without a target or in a very short race."""
        return self.line.easy if self.line else None

    def splits(self, units: Units, count: int = 1) -> tuple[Split, ...]:
        """A split for each so many km or miles; empty without a target."""
        return self.line.splits(count * unit_km(units)) if self.line else ()


def pacing(
    race: Race,
    aim: Aim,
    line: Timeline | None,
    unanswered: Unanswered,
    *,
    cramped: bool,
    history: str = "",
    beside: tuple[tuple[str, Timeline], ...] = (),
) -> Pacing:
    """The pacing along the line of the race; `history` tells of past cramps in a few words; `beside`
    is the race without hills or hot hours.

    Source: rf-faster-than-trained-56k, rf-pacing-late, pace-fast-start; how calm to open is a
    judgement.
    """
    planned = aim.target
    half = line.elapsed_at(line.km / 2) if line else None
    return Pacing(
        line=line,
        beside=beside,
        half=half,
        first=_cramped(history) if cramped else None,
        cap=None if line is None or half is None else _cap(line.km, half),
        advice=(*walk_words(race, planned), *_about_pace(race, planned, cramped=cramped)),
        lacks=(
            *aim.lacks("No splits yet."),
            *lack(unanswered, "First half: not answered.", "race.first_half"),
            *walk_lacks(race, unanswered),
        ),
    )


def _cramped(history: str) -> Said:
    told = f" ({history})" if history else ""
    return Said(
        f"You have cramped before{told}, so pacing comes first. It has the best support, though "
        "from small studies.",
        ("rf-history", "rf-faster-than-trained-56k", "rf-pacing-late"),
        private=True,
    )


def _cap(km: float, half: int) -> Said:
    return Said(
        f"Pass halfway, {{km:{number(km / 2, 4)}}}, no sooner than {clock(half)}.",
        ("rf-faster-than-trained-56k", "pace-fast-start", "pace-fast-start-cramps"),
    )


def _about_pace(race: Race, aim: Target | None, *, cramped: bool) -> list[Said]:
    found = []
    # Who has cramped before reads it among the warnings.
    if race.first_half == "faster" and not cramped:
        found.append(
            Said(
                "You plan a first half faster than goal pace. In one 56 km race those who cramped "
                f"had run theirs faster: {'keep to the time at halfway' if aim else 'start calmer'}.",
                ("rf-faster-than-trained-56k", "pace-fast-start"),
                loud=True,
            )
        )
    elif race.first_half == "slower":
        found.append(
            Said("You plan a slower first half, as small studies suggest.", ("pace-fast-start",))
        )
    if aim and aim.km > ULTRA_KM:
        found.append(
            Said("Over this distance expect walks, hills and stops: the splits are averages.")
        )
    if aim and in_doubt(race.zone, race.date, race.start_time, aim.seconds):
        found.append(
            Said(
                "Clocks may change during this race. Enter the race's time zone, and the change "
                "is counted."
            )
        )
    return found
