"""What is kept of the weather that was looked up: of which place, when, and whether it is a forecast."""

import datetime
from typing import ClassVar, Literal

from mile18.question import Answers, ask


class Weather(Answers, frozen=True, kw_only=True):
    """Where the hours under Heat came from; the place is kept to 2 decimals, about 1 km."""

    is_tab: ClassVar[bool] = False

    place: str | None = ask("Place", why="What the weather was looked up for.")
    written: str | None = ask("Asked for", why="The place as you wrote it.")
    latitude: float | None = ask(
        "Latitude", unit="°", within=(-90, 90), why="To 2 decimals, about 1 km."
    )
    longitude: float | None = ask(
        "Longitude", unit="°", within=(-180, 180), why="To 2 decimals, about 1 km."
    )
    kind: Literal["forecast", "typical"] | None = ask(
        "Kind", why="A forecast, or what is typical: the same days of ten past years."
    )
    fetched_on: datetime.date | None = ask("Fetched on", why="The day, in UTC.")
    fetched_at: datetime.time | None = ask("Fetched at", why="The time of day, in UTC.")
    warm: float | None = ask(
        "Warm for the season",
        unit="°C",
        within=(-60, 60),
        why="One day in four of these years was warmer at its warmest hour.",
    )
    hottest: float | None = ask(
        "Hottest", unit="°C", within=(-60, 60), why="The warmest hour of these years."
    )
