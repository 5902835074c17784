"""Races at every stage and with every gap, for the screens of race week and race day."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from textual.screen import Screen

from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.page import Page
from mile18.tui.races.example import example

SIZES = [(120, 40), (80, 24), (40, 20)]
RACE = date(2027, 5, 2)
EXAMPLE = example(RACE - timedelta(days=12))

# What a race may lack or be, each with a word that both screens then show.
RACES: Mapping[str, Profile] = {
    "complete": EXAMPLE,
    "no date": EXAMPLE.with_answer("race.date", None),
    "no mass": EXAMPLE.with_answer("race.body_mass", None),
    "no goal": EXAMPLE.with_answer("race.goal_time", None),
    "5 km": EXAMPLE.with_answer("race.distance", 5.0).with_answer("race.goal_time", 1500),
    "100 km": EXAMPLE.with_answer("race.distance", 100.0).with_answer("race.goal_time", 12 * 3600),
    "nothing answered": Profile(),
}
DAYS_LEFT = (60, 14, 5, 1, 0, -3)


def plan_app(folder: Path, profile: Profile = EXAMPLE, days_left: int = 5) -> Mile18:
    """The app with a race open, so many days before 2 May 2027."""
    store = Store(folder / "races")
    opened = store.load("pig") if store.names() else store.create("pig", profile)
    now = datetime.combine(RACE - timedelta(days=days_left), time(8, 0))
    return Mile18(store, opened, now=lambda: now)


def rows(screen: Screen[Any]) -> list[str]:
    """What the terminal shows, row by row."""
    strips = screen._compositor.render_strips()
    return ["".join(part.text for part in strip).rstrip() for strip in strips]


def widest(screen: Screen[Any]) -> int:
    """How many columns the page's longest line has beyond the room there is."""
    page = screen.query_one(Page)
    longest = max(line.cell_length for block in page._blocks for line in block.lines)
    return longest + 2 - page.scrollable_content_region.width
