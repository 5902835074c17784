"""Every screen over every other, with what may happen meanwhile: the app lives, nothing is lost."""

import pkgutil
import random
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from drawn_answers import full_profile
from hand import Clock, Hand, Move, keys_of
from handled import until_handled
from virtual_time import VirtualTimeLoop, run_virtually

import mile18.tui
from mile18.profile import Profile
from mile18.storage.codec import decode
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.base_screen import BaseScreen

NOW = datetime(2027, 4, 28, 21, 0)  # noqa: DTZ001 - the runner's own clock
# The keys that lead to each screen from the questions of an open race, or from the welcome.
WAYS: dict[str, list[str]] = {
    "PrepareScreen": [],
    "RaceWeekScreen": ["f3"],
    "RaceDayScreen": ["f7"],
    "DebriefScreen": ["ctrl+g"],
    "SumScreen": ["f6"],
    "HelpScreen": ["f1"],
    "SettingsScreen": ["f9"],
    "CrampScreen": ["f8"],
    "StopSignsScreen": ["f8", "question_mark"],
    "EvidenceScreen": ["f4"],
    "ProfilesScreen": ["f5"],
    "CompareWithScreen": ["f5", "c"],
    "CompareScreen": ["f5", "c", "enter"],
    "NamePrompt": ["f5", "r"],
    "ConfirmScreen": ["f5", "delete"],
    "NewProfileScreen": ["f5", "n"],
    "QuickCheckScreen": ["f5", "n", "ctrl+o"],
    "NextRaceScreen": ["f5", "a", "enter"],
    "BreathingScreen": [*["pagedown"] * 5, "f10"],
    "HeelRiseScreen": ["pagedown", "pagedown", "f10"],
    "ExportScreen": ["f7", "x"],
    "GoalScreen": [
        *("down", "down", "down", "down", "down", *"marathon", "enter", *"3h00", "enter"),
        *["down"] * 5,
        *(*"half", "enter", *"1:45:00", "enter", "f7", "o"),
    ],
    "WeatherScreen": [
        *("down", "b", "enter", "down", *"2027-06-12", "enter"),
        *["pagedown"] * 4,
        "f10",
    ],
    "PathPrompt": ["pagedown", "f12"],
    "RecordsScreen": ["pagedown", "f12", *"/dev", "enter"],
    "ChecklistScreen": [*["pagedown"] * 6, "space"],
    "LogScreen": ["pagedown", "down", "down", "space"],
    "EndTrialScreen": ["ctrl+n", "5", "enter", "escape"],
    "ElsewhereScreen": ["file", "7", "enter", "ctrl+s"],
    "Palette": ["ctrl+p"],
    "WelcomeScreen": ["f5", "delete", "y", "escape"],
}
MEANWHILE: list[list[Move]] = [
    [],
    [("size", 40, 20), ("size", 120, 40)],
    [("size", 20, 5)],
    [("day", 1)],
    [("file", "race.toml", '[race]\nname = "theirs"\n'), ("focus",)],
    [("file", "race.toml", None), ("focus",)],
    [("file", "race.toml", "[race\n"), ("wait", 61)],
]
SHARE = 22
KEYS = [*(f"f{number}" for number in range(1, 13)), *(f"ctrl+{key}" for key in "bcegnoprstlyz")]


def every_screen() -> set[str]:
    """All classes of screens that are shown."""
    found: set[str] = set()
    waiting: list[type[Any]] = [BaseScreen]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("mile18.") and not kind.__subclasses__():
            found.add(kind.__name__)
    return found


def test_there_is_a_way_to_every_screen() -> None:
    for found in pkgutil.walk_packages(mile18.tui.__path__, "mile18.tui."):
        import_module(found.name)
    assert every_screen() | {"ConfirmScreen", "NamePrompt"} == set(WAYS)


@pytest.mark.parametrize("below", WAYS)
def test_every_key_that_opens_a_screen_over_every_screen(
    below: str, tmp_path: Path, every: bool
) -> None:
    """A share of the keys, dealt out so that every key is pressed; all of them in `make laws`."""
    share = 1 if every else SHARE
    keys = KEYS[list(WAYS).index(below) % share :: share]
    dice = random.Random(below)
    reached: set[str] = set()

    async def open_all(loop: VirtualTimeLoop) -> None:
        for at, key in enumerate(keys):
            folder = tmp_path / str(at)
            hand = await begun(folder, loop, dice)
            app = hand.app
            async with app.run_test(size=(60, 20), notifications=True):
                await until_handled()
                for step in WAYS[below]:
                    move = ("file", "race.toml", '[race]\nname = "x"\n') if step == "file" else None
                    await hand.make(move or ("key", step))
                    await until_handled()
                reached.add(type(app.screen).__name__)
                hasty = dice.random() < 0.5
                for move in [*dice.choice(MEANWHILE), ("key", key), *dice.choice(MEANWHILE)]:
                    await hand.make(move)
                    if not hasty:
                        await until_handled()
                for _ in range(2):
                    await hand.make(("key", dice.choice(keys_of(app))))
                for _ in range(3):
                    await hand.make(("key", "escape"))
                await until_handled()
                assert not app._exception
                if app.is_running:
                    app.save()
            for path in folder.glob("*.toml"):
                text = path.read_text(encoding="utf-8")
                if text != "[race\n":
                    assert not decode(text).problems, path

    run_virtually(open_all)
    assert reached == {below}


async def begun(folder: Path, loop: VirtualTimeLoop, dice: random.Random) -> Hand:
    """The app over a folder of its own, with a race open that is empty or full."""
    store = Store(folder)
    store.create("another", Profile())
    opened = store.create("race", full_profile(dice) if dice.random() < 0.5 else Profile())
    clock = Clock(NOW, loop.time)
    return Hand(Mile18(store, opened, now=clock), folder, clock)
