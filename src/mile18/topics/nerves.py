"""Nerves: a routine for the start, rehearsed, and how the days before the race feel."""

from collections.abc import Iterator
from typing import Literal

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, at_most, scored, unanswered
from mile18.question import Answers, ask

ROUTINE_POINTS = {"none": 0, "in_mind": 50, "written": 100}
REHEARSED_POINTS = {"no": 0, "once": 60, "several": 100}
CALM_ENOUGH = 5
_ROUTINE = {"none": "no routine", "in_mind": "in mind", "written": "written"}
_REHEARSED = {"no": "not rehearsed", "once": "rehearsed once", "several": "rehearsed"}
_OWN_RATING = (
    "This is your own rating, not a tested scale. It is useful to compare from one race to the "
    "next."
)


class Nerves(Answers, frozen=True, kw_only=True):
    """What is asked about nerves."""

    routine: Literal["none", "in_mind", "written"] | None = ask(
        "Routine for the last hour",
        group="Routine",
        seed=8,
        why="Routines before a start improved performance, mostly in short skilled tasks. No "
        "study shows that nerves cause cramps.",
        evidence=("routines-meta", "nerves-direct-evidence"),
        lasts=True,
    )
    rehearsed: Literal["no", "once", "several"] | None = ask(
        "Rehearsed before a long run?",
        choices={"no": "no", "once": "once", "several": "several times"},
        seed=8,
        why="A routine that you have practised is easier to follow under pressure. That is a "
        "judgement. No trial in runners was found.",
        evidence="routines-meta",
    )
    tension: int | None = ask(
        "Tense body, 0 not at all – 10 very",
        group="In the days before",
        within=(0, 10),
        why=_OWN_RATING,
        evidence=("nerves-mechanism", "nerves-direct-evidence"),
    )
    worry: int | None = ask(
        "Worry about the race, 0 none – 10 strong",
        within=(0, 10),
        why=_OWN_RATING,
        evidence="nerves-direct-evidence",
    )
    confidence: int | None = ask(
        "Trust in my preparation, 0 none – 10 full",
        within=(0, 10),
        why=_OWN_RATING,
        evidence="nerves-direct-evidence",
    )
    caffeine_habit: float | None = ask(
        "Caffeine on a usual day",
        unit="mg",
        within=(0, 2000),
        why="It moves no points. A coffee holds about 100 mg. It costs sleep unless it is some 9 "
        "hours before bed, or 13 for a strong dose.",
        evidence=("caffeine-cutoff", "caffeine-dose"),
        lasts=True,
    )


def judge(nerves: Nerves, _: Countdown) -> Verdict:
    """40% routine, 30% rehearsed (none without a routine), 30% the three ratings.

    The ratings give the mean of 10 − tension, 10 − worry and confidence, times 10.
    """
    routine = (
        scored(40, ROUTINE_POINTS[nerves.routine], _ROUTINE[nerves.routine])
        if nerves.routine
        else unanswered(40, "routine")
    )
    return Verdict((routine, _rehearsed(nerves), _ratings(nerves)))


def _rehearsed(nerves: Nerves) -> Part:
    if nerves.routine == "none":
        return scored(30, 0, "nothing to rehearse")
    if nerves.rehearsed is None:
        return unanswered(30, "rehearsed")
    found = scored(30, REHEARSED_POINTS[nerves.rehearsed], _REHEARSED[nerves.rehearsed])
    return at_most(found) if nerves.routine is None else found


def _ratings(nerves: Nerves) -> Part:
    tension, worry, confidence = nerves.tension, nerves.worry, nerves.confidence
    known = points = 0
    if tension is not None:
        known, points = 1, 10 - tension
    if worry is not None:
        known, points = known + 1, points + 10 - worry
    if confidence is not None:
        known, points = known + 1, points + confidence
    if not known:
        return unanswered(30, "ratings")
    low, high = _thirds(points), _thirds(points + 10 * (3 - known))
    said = f"tense {_said(tension)}, worried {_said(worry)}, confident {_said(confidence)} of 10"
    return Part(30, low, high, said)


def _thirds(points: int) -> int:
    return int(10 * points / 3 + 0.5)


def _said(rating: int | None) -> str:
    return "open" if rating is None else str(rating)


REHEARSE = Todo("rehearsal", "Go through your routine before a long run", 7, says_all=True)
WRITE_ROUTINE = Todo("routine-plan", "Write down your last hour before the start", 8, says_all=True)


def advise(nerves: Nerves, _: Countdown) -> Iterator[Advice]:
    """A written routine, rehearsed; slow breathing for those who feel tense or worried."""
    if nerves.routine in ("none", "in_mind"):
        yield Advice(
            "Write down your last hour before the start, step by step",
            {"nerves": {"routine": "written"}},
            todo=WRITE_ROUTINE,
        )
    if nerves.routine and nerves.rehearsed in ("no", "once"):
        changes = {"rehearsed": "several" if nerves.rehearsed == "once" else "once"}
        action = "Go through your routine before the next long run"
        if nerves.routine == "none":
            changes["routine"] = "written"
            action = "Write a routine and go through it before the next long run"
        yield Advice(action, {"nerves": changes}, 3, REHEARSE, hard=True)
    calmer = {
        key: CALM_ENOUGH
        for key, rating in (("tension", nerves.tension), ("worry", nerves.worry))
        if rating is not None and rating > CALM_ENOUGH
    }
    if calmer:
        yield Advice(
            "Breathe slowly for 5 minutes a day, in for 4 s and out for 6 s. This may ease tension",
            {"nerves": calmer},
            lead_days=1,
        )


RULE = Rule(
    id="nerves",
    title="Nerves",
    topic="nerves",
    grade="C",
    why="A known routine and slow breathing may help you start calmly. No study shows that nerves "
    "lead to cramps.",
    evidence=(
        "routines-meta",
        "breathing-slow",
        "breathing-duration",
        "nerves-mechanism",
        "nerves-direct-evidence",
        "anxiety-tool-items",
    ),
    reads=("nerves",),
    asks=(
        "nerves.routine",
        "nerves.rehearsed",
        "nerves.tension",
        "nerves.worry",
        "nerves.confidence",
    ),
    judge=judge,
    advise=advise,
    todos=(REHEARSE, WRITE_ROUTINE),
)
