"""A page in headless Chromium: what it prints, as text, picture or paper."""

import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def browse(folder: Path, page: str, *options: str) -> str:
    """Open a page with these options and return what the browser prints."""
    file = folder / "card.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM is not None
    line = [CHROMIUM, *_OPTIONS, f"--user-data-dir={folder / 'browser'}", *options, file.as_uri()]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=True).stdout
