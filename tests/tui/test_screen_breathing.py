"""Paced breathing with a clock that only moves when the test says so."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from race_app import race_app
from textual.pilot import Pilot
from textual.types import AnimationLevel

from mile18.evidence.wording import problems
from mile18.tui.app import Mile18
from mile18.tui.bars import KeyBar
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.palette import system_commands
from mile18.tui.practice.breathing import (
    EVIDENCE,
    HOW,
    TOTAL_SECONDS,
    WHY,
    Breath,
    BreathingScreen,
    disc,
)
from mile18.tui.prepare.screen import PrepareScreen

SIZES = [(120, 40), (80, 24), (40, 20)]
RUNNING = Breath(since=0.0)


class Breathing:
    """The app with the screen open, a pilot, the clock, and what the screen came back with."""

    def __init__(self, app: Mile18, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.seconds = 700.0
        self.results: list[bool | None] = []
        self.screen = BreathingScreen(seconds=lambda: self.seconds)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        self.seconds += seconds
        self.screen.show()
        await self.pilot.pause()

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


Start = Callable[..., AbstractAsyncContextManager[Breathing]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    @asynccontextmanager
    async def begin(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Breathing]:
        app = race_app(tmp_path)
        async with app.run_test(size=size) as pilot:
            breathing = Breathing(app, pilot)
            await app.push_screen(breathing.screen, breathing.results.append)
            await pilot.pause()
            yield breathing

    return begin


# The count


@pytest.mark.parametrize(
    ("seconds", "inward", "count"),
    [
        (0, True, 4),
        (0.9, True, 4),
        (1, True, 3),
        (3.9, True, 1),
        (4, False, 6),
        (5, False, 5),
        (9.9, False, 1),
        (10, True, 4),
        (14, False, 6),
        (299, False, 1),
        (300, False, 0),
        (999, False, 0),
    ],
)
def test_in_for_four_seconds_and_out_for_six(seconds: float, inward: bool, count: int) -> None:
    assert RUNNING.inward(seconds) is inward
    assert RUNNING.count(seconds) == count


@given(st.floats(0, TOTAL_SECONDS - 0.01))
def test_the_chest_fills_on_the_way_in_and_empties_on_the_way_out(at: float) -> None:
    before, after = RUNNING.fullness(at), RUNNING.fullness(at + 0.001)
    assert 0 <= before <= 1
    if RUNNING.inward(at) == RUNNING.inward(at + 0.001):
        assert after >= before if RUNNING.inward(at) else after <= before


def test_a_pause_costs_no_breath() -> None:
    paused = RUNNING.turned(25)
    assert not paused.running
    assert paused.at(400) == 25
    assert paused.turned(400).at(410) == 35


@given(st.floats(0, 1), st.integers(8, 130), st.integers(1, 30))
def test_the_disc_keeps_to_its_room_and_is_round(fullness: float, width: int, height: int) -> None:
    rows = [row.plain for row in disc(fullness, width, height)]
    assert len(rows) == height
    assert {len(row) for row in rows} == {width}
    turned = str.maketrans("▀▄", "▄▀")
    for upper, lower in zip(rows, reversed(rows), strict=True):
        assert upper == lower.translate(turned)
        assert upper == upper[::-1]


def test_a_full_disc_fills_the_ring() -> None:
    small, full = ("".join(row.plain for row in disc(each, 40, 20)) for each in (0, 1))
    assert small.count("·") > 20
    assert full.count("·") == 0
    assert full.count("█") > 5 * small.count("█") > 50


# The screen


@pytest.mark.parametrize("size", SIZES)
async def test_word_second_and_time_left_are_in_sight(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as breathing:
        assert "space starts" in breathing.text
        assert "5:00 left" in breathing.text
        await breathing.press("space")
        await breathing.wait(2)
        assert "in  2" in breathing.text
        assert "4:58 left" in breathing.text
        await breathing.wait(3)
        assert "out  5" in breathing.text
        assert "·" in breathing.text
        assert "Esc back" in breathing.text
        assert max(map(len, breathing.text.split("\n"))) <= size[0]


async def test_the_disc_grows_and_shrinks(start: Start) -> None:
    async with start() as breathing:
        await breathing.press("space")
        seen = []
        for _ in range(5):
            seen.append(breathing.text.count("█"))
            await breathing.wait(2)
        assert seen[0] < seen[1] < seen[2] > seen[3] > seen[4]


async def test_space_pauses_and_goes_on(start: Start) -> None:
    async with start() as breathing:
        await breathing.press("space")
        await breathing.wait(12)
        await breathing.press("space")
        await breathing.wait(60)
        assert "paused: space goes on" in breathing.text
        assert "4:48 left" in breathing.text
        await breathing.press("space")
        await breathing.wait(1)
        assert "in  1" in breathing.text
        assert "4:47 left" in breathing.text


async def test_r_starts_anew(start: Start) -> None:
    async with start() as breathing:
        await breathing.press("space")
        await breathing.wait(100)
        await breathing.press("r")
        assert "5:00 left" in breathing.text
        await breathing.wait(5)
        assert "4:55 left" in breathing.text
        await breathing.press("space", "r")
        await breathing.wait(5)
        assert "space starts" in breathing.text


@pytest.mark.parametrize(("seconds", "finished"), [(299, False), (300, True), (4000, True)])
async def test_it_tells_whether_all_five_minutes_were_breathed(
    start: Start, seconds: int, finished: bool
) -> None:
    async with start() as breathing:
        await breathing.press("space")
        await breathing.wait(seconds)
        assert ("5 minutes. Done." in breathing.text) is finished
        await breathing.press("escape")
        assert breathing.results == [finished]


async def test_after_the_end_space_begins_again(start: Start) -> None:
    async with start() as breathing:
        await breathing.press("space")
        await breathing.wait(301)
        await breathing.press("space")
        await breathing.wait(1)
        assert "in  3" in breathing.text


async def test_the_sources_are_a_key_away(start: Start) -> None:
    async with start() as breathing:
        await breathing.press("space", "e")
        assert isinstance(breathing.app.screen, EvidenceScreen)
        assert [*breathing.app.screen.shown] == [*EVIDENCE]
        breathing.seconds += 20
        await breathing.press("escape")
        await breathing.wait(0)
        assert "4:40 left" in breathing.text


def test_nothing_forbidden_is_said() -> None:
    for text in (WHY, HOW):
        assert problems(text) == []
    assert "No study links it to cramps" in WHY


@pytest.mark.parametrize(("level", "step"), [("full", 0.1), ("none", 0.5)])
async def test_where_animations_are_not_wanted_it_moves_in_coarse_steps(
    start: Start, level: AnimationLevel, step: float
) -> None:
    async with start() as breathing:
        breathing.app.animation_level = level
        assert breathing.screen.step == step


# The way there


async def test_it_is_a_key_away_from_the_nerves_and_from_no_other_tab(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        base = app.screen
        assert isinstance(base, PrepareScreen)
        for topic in base._topics:
            base.action_show_topic(topic)
            await pilot.pause()
            offered = [each.title for each in system_commands(app, base)]
            assert any("Breathe" in title for title in offered) is (topic == "nerves")
            assert ("breathe" in str(base.query_one(KeyBar).render())) is (topic == "nerves")
            await pilot.press("ctrl+l")
            await pilot.pause()
            assert isinstance(app.screen, BreathingScreen) is (topic == "nerves")
            if not isinstance(app.screen, PrepareScreen):
                await pilot.press("escape")
