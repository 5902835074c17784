"""The debrief, key by key: asked, held against the plan as answers come, kept, and all races below."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from plan_screens import EXAMPLE, RACE, SIZES, plan_app, rows, widest
from race_app import in_sight, words
from textual.pilot import Pilot

from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.topics.debrief import Debrief
from mile18.topics.health.episode import Episode
from mile18.tui.app import Mile18
from mile18.tui.bars import KeyBar
from mile18.tui.debrief import LOG, PART, PATTERN, ROW, DebriefScreen, debrief_questions
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.input import AnswerInput
from mile18.tui.form.log import LogScreen
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.race_day.screen import RaceDayScreen

TOLD = EXAMPLE.with_changes(
    {"debrief": {"result": "finished", "time": 14_400, "half_time": 6_600, "portions": 5.0}}
)


async def opened(app: Mile18, pilot: Pilot[None]) -> DebriefScreen:
    """The screen with the other races read."""
    await pilot.press("ctrl+g")
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, DebriefScreen)
    return app.screen


def test_the_log_of_the_cramp_screen_stands_behind_the_question_about_cramps() -> None:
    ids = [each.id for each in debrief_questions()]
    assert ids[ids.index("debrief.cramped") + 1] == LOG
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("size", SIZES)
async def test_after_the_race_it_is_offered_with_its_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, days_left=-2)
    async with app.run_test(size=size):
        assert "Look back (^g): what you did" in " ".join(" ".join(rows(app.screen)).split())
        offered = [command.title for command in app.get_system_commands(app.screen)]
        assert "Debrief (^g)" in offered


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_is_held_against_the_plan_at_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, days_left=-2)
    async with app.run_test(size=size) as pilot:
        screen = await opened(app, pilot)
        assert "Finish" in words(screen)
        assert "just outside" not in words(screen)
        await pilot.press("f", "down", *"3:55:00", "enter")
        assert "just outside" in words(screen)
        assert "3:55:00" in words(screen)
        assert "4.4% slower" in words(screen)
        assert widest(screen) <= 0
        await pilot.press("ctrl+z")
        assert "just outside" not in words(screen)
        await pilot.press("ctrl+y")
        assert app.profile
        assert app.profile.debrief == Debrief(result="finished", time=14_100)
        assert screen.form.answers["debrief.time"] == 14_100
        app.save()
    kept = Store(tmp_path / "races").load("pig").profile.debrief
    assert kept == Debrief(result="finished", time=14_100)


async def test_a_cramp_noted_here_goes_into_the_one_log_with_the_day(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=-2)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot)
        form = screen.query_one(QuestionForm)
        form.cursor = [each.id for each in form.questions].index(LOG)
        await pilot.press("space")
        assert isinstance(app.screen, LogScreen)
        await pilot.press("ctrl+o", "down", "down", *"36", "enter", "escape")
        assert isinstance(app.screen, DebriefScreen)
        assert app.profile
        log = app.profile.health.episodes or ()
        assert log[-1] == Episode(date=RACE, km=36.0)
        assert len(log) == 3
        assert "At 36 km, final quarter" in words(screen)


async def test_a_new_entry_that_says_nothing_is_not_kept(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=-2)
    async with app.run_test(size=(120, 40)) as pilot:
        form = (await opened(app, pilot)).query_one(QuestionForm)
        form.cursor = [each.id for each in form.questions].index(LOG)
        await pilot.press("space", "ctrl+o", "escape")
        assert app.profile
        assert app.profile.health.episodes == EXAMPLE.health.episodes


@pytest.mark.parametrize("size", SIZES)
async def test_the_scorecard_and_all_races_are_read_without_leaving(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    earlier = TOLD.with_changes({"race": {"name": "[/x] Spring", "date": date(2026, 10, 18)}})
    store = Store(tmp_path / "races")
    store.create("spring", earlier)
    (store.folder / "torn.toml").write_text("[race\n")
    opened_race = store.create("pig", TOLD)
    app = Mile18(store, opened_race, now=plan_app(tmp_path / "other", days_left=-2).now)
    async with app.run_test(size=size) as pilot:
        screen = await opened(app, pilot)
        keys = screen.query_one(KeyBar)
        assert " p all races" not in keys.render().plain
        await pilot.press("f10")
        assert " p all races" in keys.render().plain or size[0] < 60
        page = screen.query_one(Page)
        assert isinstance(screen.focused, Page)
        await pilot.press("down", "e")
        assert isinstance(app.screen, EvidenceScreen)
        await pilot.press("escape", "p")
        assert page.cursor == PART + PATTERN
        assert any("Your races so far" in line for line in in_sight(screen))
        assert "[/x] Spring, cramps (32.5 km upper calf" in words(screen)
        assert "2 with cramps" not in words(screen)
        assert widest(screen) <= 0
        await pilot.press("escape")
        assert isinstance(screen.focused, AnswerInput)
        await pilot.press("escape")
        assert isinstance(app.screen, PrepareScreen)


async def test_letters_in_the_form_are_typed(tmp_path: Path) -> None:
    app = plan_app(tmp_path, TOLD, days_left=-2)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("end", "up", *"pep")
        assert app.profile
        assert app.profile.debrief.change == "pep"
        await pilot.press("enter", "down")
        assert isinstance(screen.focused, Page), "past the last question is the scorecard"


async def test_it_takes_the_place_of_race_day_and_its_key_closes_it(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=-2)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "ctrl+g")
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("f7")
        assert isinstance(app.screen, RaceDayScreen)
        await pilot.press("f11")
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, PrepareScreen)


async def test_an_empty_race_before_its_day_has_a_page_too(tmp_path: Path) -> None:
    app = plan_app(tmp_path, Profile().with_answer("race.date", RACE), days_left=5)
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await opened(app, pilot)
        assert "The race is still ahead" in words(screen)
        assert screen.query_one(Page).stops[0].name == ROW + "finish"
        assert app.today == RACE - timedelta(days=5)
