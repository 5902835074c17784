"""Draws the race card of the example race as a browser shows it, on paper and on a phone."""

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from browser import CHROMIUM, browse

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.units import SI
from mile18.writers.card_html import card_html

PHONE = 390, 844


def draw_card(profile: Profile, folder: Path) -> None:
    """Write `card-phone.png` and `card-print.png`; without a browser the old ones stay."""
    race_day = profile.race.date
    to_png = shutil.which("pdftoppm")
    if not CHROMIUM or not to_png or not race_day:
        print("screenshots/card-*.png stay as they are: Chromium and pdftoppm are needed")
        return
    page = card_html(card(profile, race_day, SI))
    width, height = PHONE
    # A window cannot be as narrow as a phone, a frame can.
    frame = (
        "<!DOCTYPE html><style>html,body{margin:0}</style>"
        f'<iframe srcdoc="{escape(page)}" style="border:0" width="{width}" height="{height}">'
        "</iframe>"
    )
    with tempfile.TemporaryDirectory() as scratch:
        phone = f"--screenshot={folder / 'card-phone.png'}"
        browse(Path(scratch), frame, "--hide-scrollbars", f"--window-size={width},{height}", phone)
        paper = Path(scratch) / "card.pdf"
        a4 = page.replace("@page {", "@page { size: A4;")
        browse(Path(scratch), a4, f"--print-to-pdf={paper}")
        drawn = folder / "card-print"
        subprocess.run([to_png, "-r", "100", "-png", "-singlefile", paper, drawn], check=True)
    print("screenshots/card-phone.png\nscreenshots/card-print.png")
