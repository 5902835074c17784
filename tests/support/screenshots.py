"""Draws the pictures of the README from the example race, on a day that never changes."""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from browser import CHROMIUM, browse

from mile18.plan.card import card
from mile18.plan.card_html import card_html
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.example import example
from mile18.units import SI

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
)


async def draw(picture: Picture) -> str:
    """One picture as SVG that asks for nothing from outside."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "races")
        opened = store.create("flying-pig-2027", example(NOW.date()))
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


def draw_card(folder: Path) -> None:
    """The race card on a phone and on paper, as a browser shows it."""
    if not CHROMIUM or not (to_png := shutil.which("pdftoppm")):
        print("screenshots/card-*.png stay as they are: Chromium and pdftoppm are needed")
        return
    page = card_html(card(example(NOW.date()), NOW.date(), SI))
    phone = f'<!DOCTYPE html><style>html,body{{margin:0}}</style><iframe srcdoc="{escape(page)}" '
    phone += 'style="border:0" width="390" height="844"></iframe>'
    browse(
        folder,
        phone,
        "--hide-scrollbars",
        "--window-size=390,844",
        f"--screenshot={FOLDER / 'card-phone.png'}",
    )
    paper = folder / "card.pdf"
    browse(folder, page.replace("@page {", "@page { size: A4;"), f"--print-to-pdf={paper}")
    subprocess.run(
        [to_png, "-r", "100", "-png", "-singlefile", paper, FOLDER / "card-print"], check=True
    )
    print("screenshots/card-phone.png\nscreenshots/card-print.png")


def main(names: list[str]) -> None:
    """Draw all pictures, or those named."""
    FOLDER.mkdir(exist_ok=True)
    if not names or "card" in names:
        with tempfile.TemporaryDirectory() as folder:
            draw_card(Path(folder))
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), "utf-8")
            print(f"screenshots/{picture.name}.svg")


if __name__ == "__main__":
    main(sys.argv[1:])
