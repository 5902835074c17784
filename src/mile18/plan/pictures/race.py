"""The goal among the times that a recent race predicts, on one axis."""

from collections.abc import Iterator

from mile18.plan.pictures.lines import OTHER, OWN, Line, Picture, around
from mile18.profile import Profile
from mile18.science.pace import EXAMPLE
from mile18.topics.race.pacing import predicted, supported_goal
from mile18.units import clock

KEY = f"━ predicted  {OWN} yours  {OTHER} supported"
RECENT = (
    "race.recent_distance",
    "race.recent_time",
    "race.recent_date",
    "training.weekly_distance",
)


def race_picture(profile: Profile) -> Picture:
    """Predictions, goal, the time supported and the wish; nothing without a prediction."""
    race = profile.race
    found = predicted(race, profile.training)
    times = [each.seconds for each in found if each.model != EXAMPLE]
    if not times or race.goal_time is None:
        return Picture()
    supported = supported_goal(race, found)
    others = [race.goal_time, *([supported.seconds] if supported else [])]
    others += [race.wish_time] if race.wish_time else []
    span = around([*times, *others], 0.1)

    def lines() -> Iterator[Line]:
        low, high = min(times), max(times)
        told = clock(low) if round(low) == round(high) else f"{clock(low)}–{clock(high)}"
        yield Line(questions=RECENT, label="Predicted", told=told, span=span, band=(low, high))
        goal = race.goal_time or 0
        yield Line(
            questions=("race.goal_time", "race.goal_settled", "race.distance"),
            label="Goal",
            told=clock(goal),
            span=span,
            marks=((goal, OWN),),
        )
        if supported and supported.seconds != goal:
            yield Line(
                questions=(),
                label="Supported",
                told=clock(supported.seconds),
                span=span,
                marks=((supported.seconds, OTHER),),
            )
        if race.wish_time:
            yield Line(
                questions=("race.wish_time",),
                label="Wish",
                told=clock(race.wish_time),
                span=span,
                marks=((race.wish_time, OWN),),
            )

    return Picture(lines=tuple(lines()), key=KEY)
