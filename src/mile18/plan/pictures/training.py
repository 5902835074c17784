"""Distance, long run, goal pace and strength against what the race asks for, and the next steps."""

from collections.abc import Iterator

from mile18.plan.pictures.lines import OTHER, OWN, Line, Picture, Span
from mile18.profile import Profile
from mile18.readiness import Readiness
from mile18.topics.training.strength import ENOUGH_SESSIONS, ENOUGH_WEEKS
from mile18.topics.training.volume import target
from mile18.units import Units, amount, number

KEY = f"{OWN} yours  ━ counts well  {OTHER} next step"


def training_picture(readiness: Readiness, units: Units) -> Picture:
    """A scale for each answer that there is, with the step there is time for; of distances only
    with a race distance."""
    return Picture(lines=tuple(_lines(readiness.profile, _steps(readiness), units)), key=KEY)


def _steps(readiness: Readiness) -> dict[str, float]:
    """What the steps that are still possible would make of the answers."""
    return {
        question: value
        for lever in readiness.levers
        if lever.possible
        for question, value in lever.changes.get("training", {}).items()
        if isinstance(value, int | float)
    }


def _lines(profile: Profile, steps: dict[str, float], units: Units) -> Iterator[Line]:
    training, km = profile.training, profile.race.distance
    if km is not None:
        goals = target(km)
        full = goals.goal_pace
        for question, label, value, band in (
            ("weekly_distance", "Usual week", training.weekly_distance, goals.weekly),
            ("longest_run", "Longest run", training.longest_run, goals.longest_run),
            ("goal_pace_distance", "At goal pace", training.goal_pace_distance, (0.6 * full, full)),
        ):
            if value is not None:
                told = amount(value, "km", units)
                yield _line(question, label, value, band, told, steps)
    if training.strength_sessions is not None:
        value, band = training.strength_sessions, (ENOUGH_SESSIONS, ENOUGH_SESSIONS + 1.0)
        yield _line("strength_sessions", "Strength", value, band, f"{number(value)} a week", steps)
    if training.strength_weeks is not None:
        value = float(training.strength_weeks)
        band = (float(ENOUGH_WEEKS), 2.0 * ENOUGH_WEEKS)
        yield _line("strength_weeks", "Kept up", value, band, f"{number(value)} weeks", steps)


def _line(
    question: str, label: str, value: float, band: Span, told: str, steps: dict[str, float]
) -> Line:
    step = steps.get(question)
    return Line(
        questions=(f"training.{question}",),
        label=label,
        told=told,
        span=(0.0, max(1.3 * band[1], value, step or 0.0)),
        band=band,
        marks=(*(((step, OTHER),) if step is not None else ()), (value, OWN)),
    )
