"""Draws the pictures of the README from the example race, on a day that never changes."""

import asyncio
import re
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mile18.factor import Changes
from mile18.storage.store import Store
from mile18.topics.episode import Episode
from mile18.tui.app import Mile18
from mile18.tui.example import example

FOLDER = Path(__file__).parents[2] / "screenshots"
NOW = datetime(2027, 4, 20, 8, 41)  # noqa: DTZ001 - the runner's own clock
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """A screen to draw: the size, the theme, and the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "mile18-dark"
    opened: bool = True
    days_later: int = 0
    more: Changes = MappingProxyType({})


DEBRIEF: Changes = {
    "debrief": {
        "result": "finished",
        "time": 14_085,
        "half_time": 6_690,
        "cramped": True,
        "temperature": 23.0,
        "humidity": 65.0,
        "sun": "mixed",
        "portions": 6.0,
        "drunk": 1.9,
        "slept_last_night": 5.0,
        "slept_before": 6.8,
        "change": "First half slower, and the gel at km 30 earlier.",
    },
    "health": {
        "episodes": (
            Episode(
                date=date(2027, 5, 2),
                km=35.5,
                muscle="calf",
                helped=("stretch", "slowing"),
                stopped=70,
                severity="moderate",
            ),
        )
    },
}

PICTURES = (
    Picture("prepare", (120, 40), ("pagedown", "down")),
    Picture("prepare-light", (120, 40), ("pagedown",) * 3, "mile18-light"),
    Picture("prepare-80x24", (80, 24), ("pagedown", "pagedown")),
    Picture("prepare-40x20", (40, 20), ("pagedown",)),
    Picture("welcome", (80, 24), opened=False),
    Picture("sum", (100, 40), ("f6",)),
    Picture("sources", (80, 24), ("pagedown", "f4"), "mile18-light"),
    Picture("profiles", (100, 24), ("f5",)),
    Picture("cramp", (100, 30), ("f8", "c", "3", "2")),
    Picture("cramp-40x20", (40, 20), ("f8", "c", "3", "2")),
    Picture("race-week", (120, 40), ("f3", "enter")),
    Picture("race-day", (120, 40), ("f7",)),
    Picture("race-day-40x20", (40, 20), ("f7",), "mile18-light"),
    Picture("breathing", (80, 24), ("f3", "b")),
    Picture("debrief", (100, 40), ("ctrl+g", "down"), days_later=14, more=DEBRIEF),
)


async def draw(picture: Picture) -> str:
    """One picture as SVG that asks for nothing from outside."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "races")
        profile = example(NOW.date()).with_changes(picture.more)
        opened = store.create("flying-pig-2027", profile)
        now = NOW + timedelta(days=picture.days_later)
        app = Mile18(store, opened if picture.opened else None, now=lambda: now)
        app.theme = picture.theme
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(0.2)
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause()
            await pilot.pause(0.2)
            svg = app.export_screenshot(title="mile18")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONTS};", svg)
    # The ids that Rich makes up differ from run to run; a picture changes only if the screen does.
    return re.sub(r"terminal-\d+", "terminal", svg)


def main(names: list[str]) -> None:
    """Draw all pictures, or those named."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), "utf-8")
            print(f"screenshots/{picture.name}.svg")


if __name__ == "__main__":
    main(sys.argv[1:])
