"""The app over a folder of its own, with a race to prepare for and a day that never changes."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from mile18.profile import Profile
from mile18.storage.own_themes import OwnTheme
from mile18.storage.settings import Settings
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.page import Page, PageText

NOW = datetime(2027, 4, 20, 8, 0)  # noqa: DTZ001 - the runner's own clock
ANSWERS: dict[str, Any] = {
    "race.name": "Flying Pig [/x]",
    "race.date": date(2027, 5, 2),
    "race.distance": 42.195,
    "race.goal_time": 13500,
    "sleep.usual_hours": 6.5,
    "sleep.rested": "sometimes",
}


def race(**more: Any) -> Profile:
    """A profile with a few answers; `more` are others, as `topic__key`."""
    profile = Profile()
    answers = ANSWERS | {key.replace("__", "."): value for key, value in more.items()}
    for name, value in answers.items():
        profile = profile.with_answer(name, value)
    return profile


def race_app(
    folder: Path,
    profile: Profile | None = None,
    settings: Settings | None = None,
    themes: Sequence[OwnTheme] = (),
) -> Mile18:
    """The app with `profile` open, and its settings in `folder`."""
    store = Store(folder / "races")
    opened = store.create("pig", profile or race())
    file = folder / "settings.toml"
    return Mile18(
        store, opened, settings=settings, settings_file=file, themes=themes, now=lambda: NOW
    )


def lines(screen: Screen[Any]) -> list[str]:
    """The lines of the page on a screen, seen or not."""
    return screen.query_one(PageText).content.plain.split("\n")


def words(screen: Screen[Any]) -> str:
    """All words of the page on a screen, with single spaces between them."""
    return " ".join(" ".join(lines(screen)).split())


def in_sight(screen: Screen[Any]) -> list[str]:
    """The lines of the page that can be seen."""
    page = screen.query_one(Page)
    top = int(page.scroll_y)
    return lines(screen)[top : top + page.scrollable_content_region.height]
