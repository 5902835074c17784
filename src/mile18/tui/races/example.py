"""The complete example race, moved so that it always lies ahead."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from mile18.profile import Profile
from mile18.storage.codec import decode
from mile18.topics.kept import History

DAYS_AHEAD = 12
NAME = "example-flying-pig"
FILE = Path(__file__).parents[2] / "examples" / "flying-pig.toml"


def example(today: date) -> Profile:
    """The example with its race 12 to 18 days from `today`, on the same day of the week."""
    profile = decode(FILE.read_text(encoding="utf-8")).profile
    assert profile.race.date is not None
    moved: Profile = _moved(profile, timedelta(weeks=_weeks(profile.race.date, today)))
    return moved


def untouched(profile: Profile) -> bool:
    """Whether these are the example's own answers, whatever day its race was moved to."""
    race = profile.race.date
    answers = replace(profile, history=History())
    return race is not None and answers == example(race - timedelta(days=DAYS_AHEAD))


def _weeks(race: date, today: date) -> int:
    earliest = today + timedelta(days=DAYS_AHEAD)
    return -((race - earliest).days // 7)


def _moved(value: Any, by: timedelta) -> Any:
    """A value with every date in it moved."""
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if isinstance(value, Struct):
        changed = {field.name: _moved(getattr(value, field.name), by) for field in fields(value)}
        return replace(value, **changed)
    return value
