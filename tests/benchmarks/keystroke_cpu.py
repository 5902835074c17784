"""What a keystroke costs: with panel and picture and without, with one tab visited and with all."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from unittest.mock import patch

from ratios import EXAMPLE, ROUNDS, TODAY, Row
from textual.pilot import Pilot

from mile18.plan.pictures.tabs import picture_rows
from mile18.profile import topics
from mile18.storage.paths import profiles_dir
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.panel import ReadinessPanel
from mile18.tui.prepare.picture import TabPicture
from mile18.tui.prepare.screen import PrepareScreen

# A person types slower than frames are drawn; without a pause several keys would share a frame.
PAUSE = 0.04
KEYS = ("2", "backspace", "5", "backspace") * 3


def rows() -> Iterator[Row]:
    """Three rows of CPU time per key."""
    found = asyncio.run(_all_rounds())
    median = {name: 1000 * statistics.median(values) for name, values in found.items()}
    yield Row(
        "CPU per key, panel shown", "panel hidden", median["one"], median["hidden"], "ms", 1.4
    )
    yield Row(
        "CPU per key, picture drawn", "not drawn", median["drawn"], median["plain"], "ms", 1.1
    )
    yield Row("CPU per key, 7 tabs visited", "1 visited", median["all"], median["one"], "ms", 1.1)


async def _all_rounds() -> dict[str, list[float]]:
    found: dict[str, list[float]] = {
        "one": [],
        "hidden": [],
        "all": [],
        "drawn": [],
        "plain": [],
    }
    for number in range(ROUNDS):
        for drawn in (True, False) if number % 2 else (False, True):
            found["drawn" if drawn else "plain"].append(await _a_picture(drawn=drawn))
        # Each goes first half of the time.
        for visit_all in (True, False) if number % 2 else (False, True):
            for name, value in (await _one_app(visit_all)).items():
                found[name].append(value)
    return found


async def _a_picture(*, drawn: bool) -> float:
    """Typing a distance on the tab whose picture has most lines."""
    with patch("mile18.tui.prepare.screen.picture_rows", picture_rows if drawn else _none):
        async with _app().run_test(size=(120, 40)) as pilot:
            screen = pilot.app.screen
            assert isinstance(screen, PrepareScreen)
            screen.go_to("training.weekly_distance")
            await pilot.press("4")
            assert screen.query_one(TabPicture).display is drawn
            await _per_key(pilot)
            return await _per_key(pilot)


def _none(*_: object) -> tuple[Row, ...]:
    return ()


def _app() -> Mile18:
    store = Store(profiles_dir())
    return Mile18(store, store.load(EXAMPLE), now=lambda: datetime.fromisoformat(TODAY))


async def _one_app(visit_all: bool) -> dict[str, float]:
    async with _app().run_test(size=(120, 40)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PrepareScreen)
        if visit_all:
            for _ in topics():
                screen.action_turn(1)
                await pilot.pause()
        # Every key gives another distance, and so another figure.
        screen.go_to("race.distance")
        await pilot.press("4")
        await _per_key(pilot)
        shown = await _per_key(pilot)
        if visit_all:
            return {"all": shown}
        screen.query_one(ReadinessPanel).display = False
        await _per_key(pilot)
        return {"one": shown, "hidden": await _per_key(pilot)}


async def _per_key(pilot: Pilot[Any]) -> float:
    start = time.process_time()
    for key in KEYS:
        await pilot.press(key)
        await asyncio.sleep(PAUSE)
    return (time.process_time() - start) / len(KEYS)
