"""Which picture a tab has; Health has none, on purpose."""

from mile18.drawing import Row
from mile18.plan.pictures.heat import heat_picture
from mile18.plan.pictures.lines import Picture, drawn
from mile18.plan.pictures.nerves import nerves_picture
from mile18.plan.pictures.race import race_picture
from mile18.plan.pictures.sleep import sleep_picture
from mile18.plan.pictures.training import training_picture
from mile18.profile import Profile
from mile18.readiness import Readiness
from mile18.units import Units


def picture(
    profile: Profile, readiness: Readiness, topic: str, units: Units, width: int
) -> Picture:
    """The picture of a tab; none while the health gate is shut, when no plan is shown."""
    countdown = readiness.countdown
    if readiness.gate.shut:
        return Picture()
    match topic:
        case "race":
            return race_picture(profile)
        case "sleep":
            return sleep_picture(profile, countdown.today, width)
        case "training":
            return training_picture(readiness, units)
        case "nutrition":
            # No other tab waits for race day to be loaded.
            from mile18.plan.day.day import intake
            from mile18.plan.pictures.nutrition import nutrition_picture

            return nutrition_picture(intake(profile, units), units)
        case "heat":
            return heat_picture(profile, countdown, units)
        case "nerves":
            return nerves_picture(profile)
        case _:
            return Picture()


def picture_rows(
    profile: Profile,
    readiness: Readiness,
    topic: str,
    question: str,
    units: Units,
    size: tuple[int, int],
) -> tuple[Row, ...]:
    """The picture of a tab in columns and lines, with the line of a question marked; empty if it has no room."""
    width, height = size
    return drawn(picture(profile, readiness, topic, units, width), width, height, question)
