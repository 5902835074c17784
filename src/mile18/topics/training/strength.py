"""Strength: sessions a week, weeks kept up, plyometrics."""

from collections.abc import Iterator

from mile18.factor import Advice, Countdown, Rule, Todo, Verdict, at_most, scored, unanswered
from mile18.topics.training.questions import Training
from mile18.units import counted, number

ENOUGH_SESSIONS = 2
ENOUGH_WEEKS = 6


def judge(training: Training, _: Countdown) -> Verdict:
    """40% sessions (full from 2 a week), 40% weeks (full from 6), 20% plyometrics."""
    sessions, weeks, jumps = (
        training.strength_sessions,
        training.strength_weeks,
        training.plyometrics,
    )
    often = (
        unanswered(40, "strength sessions")
        if sessions is None
        else scored(40, 100 * sessions / ENOUGH_SESSIONS, f"{number(sessions, 1)} × a week")
    )
    if sessions == 0:
        kept = scored(40, 0, "none to keep up")
    elif weeks is None:
        kept = unanswered(40, "weeks kept up")
    else:
        kept = scored(40, 100 * weeks / ENOUGH_WEEKS, f"{counted(weeks, 'week')} kept up")
        kept = at_most(kept) if sessions is None else kept
    if jumps is None:
        hops = unanswered(20, "plyometrics")
    else:
        hops = scored(20, 100 * jumps, "plyometrics" if jumps else "no plyometrics")
    return Verdict((often, kept, hops))


TWICE = Todo("strength-twice", "Do strength work twice a week", 42)
SIX_WEEKS = Todo("strength-weeks", "Keep strength work up for six weeks", 42, says_all=True)
HOPS = Todo("hops", "Add a few hops or jumps", 42)


def advise(training: Training, _: Countdown) -> Iterator[Advice]:
    """Strength twice a week for six weeks, jumps added; nothing of it is begun late."""
    sessions, weeks = training.strength_sessions, training.strength_weeks
    lead = 7 * ENOUGH_WEEKS
    if sessions is not None and sessions < ENOUGH_SESSIONS:
        changes: dict[str, float] = {"strength_sessions": ENOUGH_SESSIONS}
        if sessions == 0:
            changes["strength_weeks"] = max(ENOUGH_WEEKS, weeks or 0)
        action = (
            "Do strength work twice a week: calf raises with straight and bent knee, and "
            "hamstring bridges, lowered slowly"
        )
        yield Advice(action, {"training": changes}, lead, TWICE, hard=True)
    if sessions != 0 and weeks is not None and weeks < ENOUGH_WEEKS:
        yield Advice(
            "Keep strength work up for six weeks",
            {"training": {"strength_weeks": ENOUGH_WEEKS}},
            max(7, 7 * (ENOUGH_WEEKS - weeks)),
            SIX_WEEKS,
            hard=True,
        )
    if training.plyometrics is False:
        yield Advice(
            "Add a few short sets of hops or jumps each week, building up slowly",
            {"training": {"plyometrics": True}},
            lead,
            HOPS,
            hard=True,
        )


STRENGTH = Rule(
    id="strength",
    title="Strength",
    topic="training",
    grade="C",
    why="Strength work improves running economy. It takes six weeks or more. No study shows that "
    "it means fewer cramps.",
    evidence=(
        "strength-economy",
        "strength-miller-prevention",
        "strength-cramp-cohort",
        "strength-case-report",
    ),
    reads=("training",),
    asks=("training.strength_sessions", "training.strength_weeks", "training.plyometrics"),
    judge=judge,
    advise=advise,
    todos=(TWICE, SIX_WEEKS, HOPS),
)
