"""The cramp screen, key by key, with a clock that only moves when the test says so."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime, time
from pathlib import Path

import pytest
from golden_race import golden
from msgspec import structs
from race_app import words
from textual.pilot import Pilot

from mile18.evidence.cramp_steps import FIRST_ACTION_SHORT, STOP_SIGNS, STOP_TITLE
from mile18.evidence.stretches import MUSCLES
from mile18.evidence.wording import problems
from mile18.plan.cramp.state import CrampState, Phase
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.topics.health.episode import Episode
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race
from mile18.tui.app import Mile18
from mile18.tui.cramp.clock import CrampClock, CrampFoot
from mile18.tui.cramp.screen import CrampScreen
from mile18.tui.cramp.stop_signs import StopSigns, StopSignsScreen
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import Page
from mile18.units import Units

NOW = datetime.fromisoformat("2027-05-02T10:50:30")
GOLDEN = Profile(
    race=Race(
        name="Flying [/] Pig",
        date=date(2027, 5, 2),
        start_time=time(8, 0),
        distance=42.195,
        goal_time=13500,
        body_mass=70.0,
    )
)
FIRST = Episode(date=date(2027, 5, 2), time=time(10, 50), muscle="calf")
SIZES = [(120, 40), (80, 24), (40, 20)]


class Race18:
    """The app with the screen open, a pilot, and the clock."""

    def __init__(self, app: Mile18, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.seconds = 5000.0

    @property
    def state(self) -> CrampState:
        return self.app.cramp_state

    @property
    def episodes(self) -> tuple[Episode, ...] | None:
        assert self.app.session
        return self.app.session.profile.health.episodes

    @property
    def foot(self) -> str:
        return self.app.screen.query_one(CrampFoot).words[0]

    @property
    def figure(self) -> str:
        timer = self.app.screen.query_one(CrampClock).timer
        assert timer
        return timer.figure

    async def open(self, **given: object) -> None:
        await self.app.push_screen(CrampScreen(seconds=lambda: self.seconds, **given))  # type: ignore[arg-type]
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        self.seconds += seconds
        screen = self.app.screen
        assert isinstance(screen, CrampScreen)
        screen.show()
        await self.pilot.pause()

    def rows(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.rows())


Start = Callable[..., AbstractAsyncContextManager[Race18]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    store = Store(tmp_path)

    @asynccontextmanager
    async def begin(
        profile: Profile | None = GOLDEN, size: tuple[int, int] = (80, 24), **given: object
    ) -> AsyncIterator[Race18]:
        opened = store.create("pig", profile) if profile else None
        app = Mile18(store, opened, now=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            race = Race18(app, pilot)
            await race.open(**given)
            yield race

    return begin


# What is in sight


@pytest.mark.parametrize("size", SIZES)
async def test_the_stop_signs_never_leave(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as race:
        for keys in ([], ["c"], ["end"], ["space"], ["pagedown"], ["down", "w"], ["r", "end"]):
            await race.press(*keys)
            race.seconds += 40
            top = " ".join(race.rows()[: race.app.screen.query_one(StopSigns).region.bottom])
            assert f"✗ {STOP_TITLE}" in top
            for sign in STOP_SIGNS:
                assert sign.short in top
            assert "s all signs" in top
            # The first thing to do is the first that the eye meets under the signs.
            assert " ".join(top.split()).endswith(FIRST_ACTION_SHORT)


async def test_on_a_phone_the_signs_leave_room_for_the_stretch(start: Start) -> None:
    async with start(size=(40, 20)) as race:
        await race.press("c")
        assert race.app.screen.query_one(StopSigns).size.height <= 7
        assert "Hold still until" in race.text
        assert "it let go" in race.text
        assert max(map(len, race.rows())) <= 40


@pytest.mark.parametrize("size", SIZES)
async def test_all_muscles_are_named_with_their_letters(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as race:
        names = {each.key: each.name for each in MUSCLES}
        assert "".join(names) == "clhqfat"
        rows = [row.split(maxsplit=1) for row in race.rows()]
        for letter, name in names.items():
            assert any(row[0] == letter and row[1].startswith(name) for row in rows if len(row) > 1)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_drawn_says_nothing_forbidden(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as race:
        for keys in ([], ["c"], ["3", "2", "space"], ["w", "1"], ["space"], ["space"], ["s"]):
            await race.press(*keys)
            race.seconds += 40
            for row in race.rows():
                assert problems(row) == []


@pytest.mark.parametrize(("size", "big"), [((120, 40), True), ((80, 24), False), ((40, 20), False)])
async def test_the_count_is_large_where_there_is_room(
    start: Start, size: tuple[int, int], big: bool
) -> None:
    async with start(size=size) as race:
        await race.press("c")
        await race.wait(23)
        assert race.app.screen.query_one("Digits").display is big
        assert "hold 0:23" in race.text


async def test_the_mark_speaks_up_after_thirty_seconds(start: Start) -> None:
    async with start(size=(40, 20)) as race:
        await race.press("l")
        await race.wait(29)
        assert "30 s" in race.text
        assert "Still cramping" not in race.text
        await race.wait(1)
        assert "Still cramping? Keep holding." in race.text


# The way through


async def test_from_the_first_key_to_the_new_finish(start: Start) -> None:
    async with start(size=(120, 40)) as race:
        await race.press("c")
        await race.wait(40)
        assert race.figure == "0:40"
        assert race.episodes is None
        await race.press("space")
        assert race.episodes == (FIRST,)
        await race.wait(10)
        await race.press("r")
        assert race.state.phase is Phase.HOLD
        assert race.figure == "0:00"
        await race.wait(10)
        await race.press("space")
        await race.press("w", "1", "3", "w", "3", "2")
        await race.wait(10)
        await race.press("space")
        assert race.figure == "2:00"
        await race.wait(20)
        assert race.figure == "1:40"
        await race.press("space")
        assert "stop 1:30" in race.foot
        assert race.foot.endswith("finish 3:51:56")
        await race.wait(600)
        assert race.foot.endswith("finish 3:51:56")
        await race.press("p")
        assert race.foot.endswith("finish 4:08:15")
        await race.press("plus", "minus", "minus")
        assert race.foot.endswith("finish 4:08:05")
        assert race.episodes == (
            structs.replace(FIRST, km=32, helped=("stretch", "drink"), stopped=80),
        )


async def test_an_earlier_log_is_kept(start: Start) -> None:
    old = Episode(km=10, muscle="foot")
    async with start(Profile(health=Health(episodes=(old,)))) as race:
        await race.press("h")
        await race.wait(20)
        await race.press("space", "3", "2")
        assert race.episodes is not None
        assert len(race.episodes) == 2
        assert race.episodes[0] == old
        assert race.episodes[1].km == 32


async def test_enter_takes_the_muscle_of_last_time(start: Start) -> None:
    async with start(Profile(health=Health(episodes=(Episode(muscle="soleus"),)))) as race:
        assert "lower calf, as before" in race.text
        await race.press("enter")
        assert race.state.muscle == "soleus"


async def test_a_tap_does_what_the_key_does(start: Start) -> None:
    async with start(size=(40, 20)) as race:
        at = next(y for y, row in enumerate(race.rows()) if "Back of thigh" in row)
        await race.pilot.click(offset=(10, at))
        await race.pilot.pause()
        assert race.state.muscle == "hamstring"
        await race.wait(20)
        at = next(y for y, row in enumerate(race.rows()) if "it let go" in row)
        await race.pilot.click(offset=(10, at))
        await race.pilot.pause()
        assert race.state.phase is Phase.REST


async def test_arrows_scroll_below_the_signs(start: Start) -> None:
    async with start(size=(40, 20)) as race:
        await race.press("c", "down", "down", "down")
        assert race.app.screen.query_one(Page).scroll_y == 3
        race.seconds += 20
        await race.press("space")
        assert race.app.screen.query_one(Page).scroll_y == 0


# Leaving and coming back


async def test_leaving_loses_no_count(start: Start) -> None:
    async with start() as race:
        await race.press("c", "3", "2")
        race.seconds += 20
        await race.press("escape")
        assert not isinstance(race.app.screen, CrampScreen)
        race.seconds += 15
        await race.open()
        assert race.figure == "0:35"
        assert race.state.place == "32"


async def test_keys_wait_for_a_muscle_and_escape_closes_the_list_first(start: Start) -> None:
    async with start() as race:
        await race.press("space", "r", "b", "p", "plus", "x", "w")
        assert race.state == CrampState()
        await race.press("c", "w", "escape")
        assert isinstance(race.app.screen, CrampScreen)
        assert "What helped?" not in race.text
        await race.press("escape")
        assert not isinstance(race.app.screen, CrampScreen)


async def test_a_step_back_and_a_try_forgotten(start: Start) -> None:
    async with start() as race:
        await race.press("c")
        race.seconds += 20
        await race.press("space", "b")
        assert race.figure == "0:20"
        await race.press("space", "x")
        await race.wait(5)
        await race.press("x")
        assert race.episodes is not None
        await race.press("x")
        assert race.episodes is None
        assert race.state == CrampState()


async def test_an_undone_cramp_is_not_written_again(start: Start) -> None:
    async with start() as race:
        await race.press("c")
        race.seconds += 20
        await race.press("space", "ctrl+z", "3")
        assert race.episodes is None


async def test_muscle_and_km_may_come_from_the_shell(start: Start) -> None:
    async with start(muscle="lower calf", km=30.0) as race:
        await race.wait(12)
        assert race.state.muscle == "soleus"
        assert race.figure == "0:12"
        assert race.foot.startswith("km 30")


async def test_f8_opens_it_on_the_same_cramp(start: Start) -> None:
    async with start() as race:
        await race.press("c", "escape", "f8")
        assert isinstance(race.app.screen, CrampScreen)
        assert race.state.muscle == "calf"


# Place


async def test_the_clock_only_offers_a_km(start: Start) -> None:
    async with start(size=(120, 40)) as race:
        await race.press("c")
        race.seconds += 20
        await race.press("space")
        assert race.state.km is None
        await race.press("k")
        assert race.state.km == 32
        await race.press("backspace")
        assert race.state.km == 3


async def test_miles_are_typed_and_kilometres_kept(start: Start) -> None:
    async with start() as race:
        race.app.units = Units(distance="mi")
        await race.press("c", "2", "0")
        race.seconds += 20
        await race.press("space")
        assert race.episodes is not None
        assert race.episodes[0].km == pytest.approx(32.18688)
        assert race.foot.startswith("mile 20")


# Without a profile


async def test_without_a_profile_everything_works_and_nothing_is_promised(start: Start) -> None:
    async with start(None, size=(120, 40)) as race:
        await race.press("c", "3", "2")
        await race.wait(20)
        await race.press("space")
        assert "Without an open race" in race.text
        assert "there is no goal time" in race.foot
        await race.press("y")
        assert race.app.clipboard == "2027-05-02 10:50 · km 32 · upper calf"


async def test_a_profile_opened_later_gets_the_cramp(start: Start, tmp_path: Path) -> None:
    async with start(None) as race:
        await race.press("c")
        race.seconds += 20
        await race.press("space")
        race.app.open_profile(Store(tmp_path).create("later", GOLDEN))
        await race.pilot.pause()
        await race.open()
        assert race.episodes is not None
        assert race.episodes[0].muscle == "calf"


# Sources and signs


@pytest.mark.parametrize("key", ["s", "question_mark", "m"])
async def test_every_sign_in_full_with_what_to_do(start: Start, key: str) -> None:
    async with start(size=(120, 40)) as race:
        await race.press("c", key)
        assert isinstance(race.app.screen, StopSignsScreen)
        for sign in STOP_SIGNS:
            assert sign.full in race.text
        assert "emergency number now" in race.text
        assert ("one muscle at a time" in race.text) is (key == "m")
        race.seconds += 20
        await race.press("escape")
        await race.wait(0)
        assert race.figure == "0:20"


@pytest.mark.parametrize("keys", [["e"], ["c", "e"], ["s", "e"]])
async def test_the_sources_are_a_key_away(start: Start, keys: list[str]) -> None:
    async with start() as race:
        await race.press(*keys)
        assert isinstance(race.app.screen, EvidenceScreen)


@pytest.mark.parametrize(
    ("day", "kept"),
    [(date(2027, 5, 2), True), (date(2027, 5, 1), True), (date(2027, 5, 20), False), (None, True)],
)
async def test_away_from_race_day_it_is_a_rehearsal(
    start: Start, day: date | None, kept: bool
) -> None:
    async with start(golden(race={"date": day})) as race:
        await race.press("c")
        await race.wait(40)
        await race.press("space")
        assert bool(race.episodes) is kept
        assert ("this is a rehearsal" in words(race.app.screen)) is not kept


async def test_a_cramp_away_from_race_day_is_kept_when_asked_for(start: Start) -> None:
    async with start(golden(race={"date": date(2027, 5, 20)})) as race:
        await race.press("c")
        await race.wait(40)
        await race.press("space")
        assert race.episodes is None
        await race.press("o")
        assert race.episodes == (FIRST,)
        assert "Kept: 2027-05-02 10:50" in words(race.app.screen)
