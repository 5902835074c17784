"""Saves that count themselves, so that a file tells which save it holds and whether it is whole."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mile18.profile import Profile
from mile18.storage.codec import encode
from mile18.storage.problem import Unreadable
from mile18.storage.store import Opened, Store, open_file

START = datetime(2027, 1, 1, tzinfo=UTC)
FIRST = "none"


def profile_of(name: str, parent: str) -> Profile:
    """Answers that name their save and the one they were made from, of very different lengths."""
    count = 1 + sum(map(ord, name)) % 400
    return Profile().with_changes(
        {"race": {"name": name, "notes": f"{name} " * count}, "sleep": {"notes": parent}}
    )


def save_of(path: Path) -> str:
    """The name of the save that a file holds; empty if it is torn."""
    try:
        opened = open_file(path)
    except Unreadable:
        return ""
    name, parent = opened.profile.race.name or "", opened.profile.sleep.notes or ""
    whole = not opened.loaded.problems and opened.profile == profile_of(name, parent)
    return name if whole else ""


def save(store: Store, opened: Opened, name: str, number: int, *, hourly: bool = False) -> Opened:
    """Save answers made from those that were opened; `hourly` has each save keep a version."""
    now = START + timedelta(hours=number) * hourly
    parent = opened.profile.race.name or FIRST
    return store.save(opened, profile_of(name, parent), now=now)


def left_over(folder: Path) -> list[Path]:
    """The temporary files that lie about."""
    return [*folder.rglob(".mile18-*.tmp")]


def save_in_place(path: Path, name: str) -> None:
    """Write over the file as no program should, in small pieces."""
    content = encode(profile_of(name, FIRST)).encode()
    number = os.open(path, os.O_WRONLY | os.O_TRUNC)
    for at in range(0, len(content), 16):
        os.write(number, content[at : at + 16])
    os.close(number)
