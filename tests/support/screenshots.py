"""Draws the pictures of the README from the example race, on a day that never changes."""

import asyncio
import os
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from athletes import fill

from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.example import example

FOLDER = Path(__file__).parents[2] / "screenshots"
NOW = datetime(2027, 4, 20, 8, 41)  # noqa: DTZ001 - the runner's own clock
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """A screen to draw: the size, the theme, the keys that lead there, and over how many athletes."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "mile18-dark"
    opened: bool = True
    athletes: int = 0


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
        athletes=40,
    ),
    Picture("cramp", (100, 30), ("f8", "c", "3", "2")),
    Picture("cramp-40x20", (40, 20), ("f8", "c", "3", "2")),
    Picture("race-week", (120, 40), ("f3", "enter")),
    Picture("race-day", (120, 40), ("f7",)),
    Picture("race-day-40x20", (40, 20), ("f7",), "mile18-light"),
    Picture("breathing", (80, 24), ("f3", "b")),
)


async def draw(picture: Picture) -> str:
    """One picture as SVG that asks for nothing from outside."""
    with tempfile.TemporaryDirectory() as folder:
        # The folder is named on some screens, and is not to be that of whoever draws.
        os.environ["HOME"] = folder
        store = Store(Path(folder) / "races")
        if picture.athletes:
            fill(store.folder, picture.athletes)
            opened = None
        else:
            opened = store.create("flying-pig-2027", example(NOW.date()))
            os.utime(opened.path, (NOW.timestamp(), NOW.timestamp()))
        app = Mile18(store, opened if picture.opened else None, now=lambda: NOW)
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
