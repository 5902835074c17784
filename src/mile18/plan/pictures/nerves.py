"""The three ratings before the race, on their scales."""

from mile18.plan.pictures.lines import OWN, Line, Picture
from mile18.profile import Profile

KEY = f"{OWN} yours, from 0 to 10"


def nerves_picture(profile: Profile) -> Picture:
    """A scale for each rating that there is."""
    nerves = profile.nerves
    lines = tuple(
        Line(
            questions=(f"nerves.{key}",),
            label=label,
            told=f"{value} of 10",
            span=(0.0, 10.0),
            marks=((value, OWN),),
        )
        for key, label, value in (
            ("tension", "Tense body", nerves.tension),
            ("worry", "Worry", nerves.worry),
            ("confidence", "Trust", nerves.confidence),
        )
        if value is not None
    )
    return Picture(lines=lines, key=KEY if lines else "")
