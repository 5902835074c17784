"""The finish and the first half against the goal that the day's weather called for."""

from collections.abc import Iterator
from typing import NamedTuple

from mile18.plan.debrief_row import NOT_NOTED, NOT_PLANNED, Row, apart, unanswered, verdict
from mile18.plan.race_day_goal import target
from mile18.plan.race_day_plan import Letter
from mile18.plan.race_day_plans import called_for
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.units import clock

WITHIN, JUST = 2.0, 5.0
_LIMITS = (
    f"up to {WITHIN:g} % either way is within, up to {JUST:g} % just outside. A judgement, not "
    "from a study."
)


class DayGoal(NamedTuple):
    """The goal in seconds that held on the day, and whose plan it is; None where there is none."""

    letter: Letter
    seconds: int | None


def day_goal(profile: Profile) -> DayGoal:
    """Plan A's goal, unless the day was warm enough for plan B or C and that plan is known.

    Source: heat-plan-options.
    """
    heat, aim = profile.heat, target(profile.race)
    letter = called_for(heat, profile.debrief.temperature)
    if letter == "C":
        return DayGoal("C", heat.very_hot_goal_time)
    if letter == "B" and heat.hot_goal_time is not None:
        return DayGoal("B", heat.hot_goal_time)
    return DayGoal("A", aim.seconds if aim else None)


def finish(profile: Profile) -> Row:
    """The finish time against the goal of the day."""
    debrief, goal = profile.debrief, day_goal(profile)
    done = debrief.time if debrief.result in (None, "finished") else None
    judged, told = None, ""
    if goal.seconds is not None and done is not None:
        percent = 100 * (done - goal.seconds) / goal.seconds
        judged, told = verdict(abs(percent), WITHIN, JUST), apart(percent, "faster", "slower")
    return Row(
        id="finish",
        what="Finish",
        unit="s",
        planned=goal.seconds,
        done=done,
        planned_words=_planned(goal),
        done_words=_done(profile),
        verdict=judged,
        told=told,
        limits=_LIMITS,
        evidence=("train-goal-realism", "rf-faster-than-trained-56k"),
        notes=tuple(_whose(profile, goal)),
        asks=unanswered(profile, "debrief.result", "debrief.time"),
    )


def _planned(goal: DayGoal) -> str:
    if goal.seconds is not None:
        return clock(goal.seconds)
    return "no clock" if goal.letter == "C" else NOT_PLANNED


def _done(profile: Profile) -> str:
    debrief = profile.debrief
    if debrief.result == "stopped":
        after = f" after {clock(debrief.time)}" if debrief.time is not None else ""
        return f"stopped{after}"
    return NOT_NOTED if debrief.time is None else clock(debrief.time)


def _whose(profile: Profile, goal: DayGoal) -> Iterator[Said]:
    if goal.letter == "A":
        return
    first = target(profile.race)
    cool = f" The goal for a cooler day was {clock(first.seconds)}." if first else ""
    yield Said(
        f"The day reached the temperature of plan {goal.letter}, so that plan counts.{cool}",
        ("heat-plan-options",),
    )


def first_half(profile: Profile) -> Row:
    """The first half against even pace for the goal of the day."""
    debrief, goal = profile.debrief, day_goal(profile)
    planned = None if goal.seconds is None else goal.seconds / 2
    done, whole = debrief.half_time, debrief.time
    judged, told, notes = None, "", [*_intended(profile)]
    if done is not None and whole is not None and done >= whole:
        told = "halfway is not before the end: check both"
    elif done is not None:
        if planned is not None:
            percent = 100 * (done - planned) / planned
            judged = verdict(abs(percent), WITHIN, JUST)
            told = apart(percent, "faster", "slower")
        if whole is not None and debrief.result in (None, "finished"):
            later = apart(100 * (whole - 2 * done) / done, "faster", "slower")
            after = later if later != "as planned" else "as fast"
            notes.append(Said(f"Your second half was {after} against your first."))
    return Row(
        id="first_half",
        what="First half",
        unit="s",
        planned=planned,
        done=done,
        planned_words=_planned(goal) if planned is None else clock(planned),
        done_words=NOT_NOTED if done is None else clock(done),
        verdict=judged,
        told=told,
        limits=_LIMITS,
        evidence=("rf-faster-than-trained-56k", "rf-pacing-late", "pace-fast-start"),
        notes=tuple(notes),
        asks=unanswered(profile, "debrief.half_time"),
    )


def _intended(profile: Profile) -> Iterator[Said]:
    how = {"slower": "slower than", "even": "at", "faster": "faster than"}
    if profile.race.first_half:
        yield Said(f"You had planned it {how[profile.race.first_half]} goal pace.")
