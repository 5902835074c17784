"""One goal: asked once, and its answer stands everywhere."""

from datetime import date
from pathlib import Path

import pytest
from plan_screens import rows
from race_app import race, race_app

from mile18.plan.day.day import race_day
from mile18.plan.day.pages import day_page
from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.tui.dialogs.goal import NOTHING_TO_DECIDE, GoalScreen
from mile18.tui.palette import system_commands
from mile18.tui.taking import NOT_WHILE_TRYING
from mile18.units import SI
from mile18.writers.text import text

TODAY = date(2027, 4, 20)
# A half marathon in 1:45 supports about 3:39 and no 3:00.
FAST = race(
    race__goal_time=10_800,
    race__recent_distance=21.0975,
    race__recent_time=6300,
    heat__temperature=10.0,
)


def day_words(profile: Profile) -> str:
    return " ".join(text(day_page(race_day(profile, TODAY), SI, 80), 80).split())


def goal_levers(profile: Profile) -> list[str]:
    return [
        each.action for each in assess(profile, TODAY).levers if each.action.startswith("Plan for")
    ]


def test_until_it_is_answered_the_question_stands_beside_the_goal() -> None:
    shown = day_words(FAST)
    assert "? Keep 3:00:00, or take the 3:" in shown
    assert "Until you answer, 3:00:00 counts everywhere. → Race: Settled on this goal?" in shown
    assert len(goal_levers(FAST)) == 1


def test_once_kept_nothing_asks_again_and_the_points_stay() -> None:
    kept = FAST.with_answer("race.goal_settled", True)
    shown = day_words(kept)
    assert "Until you say" not in shown
    assert "You settled on 3:00:00; your training supports 3:" in shown
    assert goal_levers(kept) == []
    assert "goal" not in {task.id for task in race_week(kept, TODAY).tasks}
    before, after = (assess(each, TODAY).overall for each in (FAST, kept))
    assert before == after


async def test_k_keeps_it(tmp_path: Path) -> None:
    app = race_app(tmp_path, FAST)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f7", "o")
        assert isinstance(app.screen, GoalScreen)
        assert "Keep 3:00:00, or take 3:" in " ".join(rows(app.screen))
        await pilot.press("k")
        await pilot.pause()
        assert app.profile
        assert app.profile.race.goal_settled is True
        assert app.profile.race.goal_time == 10_800


async def test_t_takes_the_slower_one_and_undo_brings_it_back(tmp_path: Path) -> None:
    app = race_app(tmp_path, FAST)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f7", "o", "t")
        await pilot.pause()
        assert app.profile
        taken = app.profile.race.goal_time
        assert taken
        assert taken > 10_800
        assert goal_levers(app.profile) == []
        # There is nothing left to decide.
        await pilot.press("o")
        await pilot.pause()
        assert not isinstance(app.screen, GoalScreen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.profile.race.goal_time == 10_800


async def test_later_changes_nothing(tmp_path: Path) -> None:
    app = race_app(tmp_path, FAST)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f7", "o", "escape")
        await pilot.pause()
        assert app.profile == FAST


@pytest.mark.parametrize("seconds", [10_800, 18_000])
async def test_it_is_in_the_palette_where_there_are_two(tmp_path: Path, seconds: int) -> None:
    app = race_app(tmp_path, FAST.with_answer("race.goal_time", seconds))
    async with app.run_test():
        found = [each.title for each in system_commands(app, app.top)]
        assert any(each.startswith("Keep 3:00:00, or take") for each in found) is (
            seconds == 10_800
        )


async def test_not_while_answers_are_tried(tmp_path: Path) -> None:
    app = race_app(tmp_path, FAST)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("ctrl+n", "down", "down", "f7", "o")
        await pilot.pause()
        assert not isinstance(app.screen, GoalScreen)
        assert NOT_WHILE_TRYING in [note.message for note in app._notifications]
        assert NOTHING_TO_DECIDE not in [note.message for note in app._notifications]


async def test_of_a_goal_typed_as_a_range_the_faster_end_is_the_wish(tmp_path: Path) -> None:
    app = race_app(tmp_path, race(race__goal_time=None))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        app.go_to("race.goal_time")
        await pilot.press(*"3:45-3:50", "enter")
        assert app.session is not None
        asked = app.session.profile.race
        assert (asked.goal_time, asked.wish_time) == (13_800, 13_500)
        await pilot.press("ctrl+z")
        asked = app.session.profile.race
        assert (asked.goal_time, asked.wish_time) == (None, None)


def test_the_wish_is_said_and_changes_no_plan() -> None:
    wished = race(race__goal_time=13_800, race__wish_time=13_500)
    said = "Your wish for a very good day is 3:45:00. Splits, portions and plans follow 3:50:00."
    assert said in day_words(wished)
    assert day_words(wished).replace(f"- {said} ", "") == day_words(race(race__goal_time=13_800))
    assert said not in day_words(race(race__goal_time=13_400, race__wish_time=13_500))
