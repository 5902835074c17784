"""Draws the pictures of the README from the example race, on a day that never changes."""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from card_pictures import draw_card
from picture_races import EXAMPLE, NOW, as_it_is, athletes, raced, with_a_past, with_a_watch

from mile18.storage.store import Opened, Store
from mile18.tui.app import Mile18

FOLDER = Path(__file__).parents[2] / "screenshots"
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """A screen to draw: the size, the theme, the race, and the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "mile18-dark"
    opened: bool = True
    race: Callable[[Store], Opened | None] = as_it_is
    days_later: int = 0


PICTURES = (
    Picture("prepare", (120, 40), ("pagedown", "down")),
    Picture("prepare-light", (120, 40), ("pagedown",) * 3, "mile18-light"),
    Picture("prepare-80x24", (80, 24), ("pagedown", "pagedown")),
    Picture("prepare-40x20", (40, 20), ("pagedown",)),
    Picture("welcome", (80, 24), opened=False),
    Picture("sum", (100, 40), ("f6",)),
    Picture("sources", (80, 24), ("pagedown", "f4"), "mile18-light"),
    Picture("profiles", (100, 24), ("f5",)),
    # Sorted by weakest factor, filtered by race, the third one looked at.
    Picture(
        "athletes",
        (120, 40),
        ("f5", "s", "s", "s", "slash", *"marathon", "enter", "down", "down"),
        opened=False,
        race=athletes,
    ),
    Picture("cramp", (100, 30), ("f8", "c", "3", "2")),
    Picture("cramp-40x20", (40, 20), ("f8", "c", "3", "2")),
    Picture(
        "records",
        (100, 40),
        ("pagedown", "pagedown", "f12", *"~/export.zip", "enter", "down", "down"),
        race=with_a_watch,
    ),
    Picture("race-week", (120, 40), ("f3", "enter")),
    Picture("race-day", (120, 40), ("f7",)),
    Picture("race-day-40x20", (40, 20), ("f7",), "mile18-light"),
    Picture("breathing", (80, 24), ("f3", "b")),
    Picture("what-if", (120, 40), ("pagedown", "ctrl+n", "8", "enter", "a"), race=with_a_past),
    Picture("compare", (120, 40), ("f5", "c", "enter"), race=with_a_past),
    Picture("debrief", (100, 40), ("ctrl+g", "down"), race=raced, days_later=14),
)


async def draw(picture: Picture) -> str:
    """One picture as SVG that asks for nothing from outside."""
    with tempfile.TemporaryDirectory() as folder:
        # The folder is named on some screens, and is not to be that of whoever draws.
        os.environ["HOME"] = folder
        store = Store(Path(folder) / "races")
        opened = picture.race(store)
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
    if not names or "card" in names:
        draw_card(EXAMPLE, FOLDER)
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), "utf-8")
            print(f"screenshots/{picture.name}.svg")


if __name__ == "__main__":
    main(sys.argv[1:])
