"""Race week, key by key: today in sight, tasks ticked and kept, reasons and questions a key away."""

from datetime import timedelta
from pathlib import Path

import pytest
from fuel_plans import gels
from plan_screens import DAYS_LEFT, EXAMPLE, RACE, RACES, SIZES, plan_app, rows, widest
from race_app import in_sight, words
from textual.pilot import Pilot

from mile18.evidence.wording import problems
from mile18.plan.week.task import Day
from mile18.plan.week.week import RaceWeek, race_week
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import LACK, Page
from mile18.tui.practice.breathing import Breath, BreathingScreen
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.race_day.screen import RaceDayScreen
from mile18.tui.race_week.parts import SERVING, TASK
from mile18.tui.race_week.screen import RaceWeekScreen
from mile18.units import SI, Units, localise

ILL = EXAMPLE.with_answer("health.symptoms_now", ("fever",))


def _plan(profile: Profile, days_left: int) -> RaceWeek:
    return race_week(profile, RACE - timedelta(days=days_left))


def _today(days_left: int) -> Day:
    today = _plan(EXAMPLE, days_left).today
    assert today
    return today


async def _stand_on(pilot: Pilot[None], stop: str) -> None:
    """Go down until the cursor stands on a stop that begins so."""
    page = pilot.app.screen.query_one(Page)
    assert any(each.name.startswith(stop) for each in page.stops)
    for _ in range(150):
        if page.cursor.startswith(stop):
            return
        await pilot.press("down")
    pytest.fail(f"{stop} was never reached; the cursor stands on {page.cursor}")


# Every stage, every gap, every size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("days_left", DAYS_LEFT)
async def test_it_opens_on_today(tmp_path: Path, days_left: int, size: tuple[int, int]) -> None:
    app = plan_app(tmp_path, days_left=days_left)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, RaceWeekScreen)
        seen = [line for line in in_sight(app.screen) if "  today " in line]
        assert len(seen) == 1
        today = _today(days_left)
        assert today.words in seen[0]
        cursor = app.screen.query_one(Page).cursor
        assert cursor == (TASK + today.tasks[0].id if today.tasks else "")
        assert widest(app.screen) <= 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", RACES)
async def test_whatever_a_race_lacks_is_said(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    profile = RACES[name]
    app = plan_app(tmp_path, profile)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert widest(app.screen) <= 0
        shown = words(app.screen)
        week = _plan(profile, 5)
        assert " ".join(week.opening.split()) in shown
        for lack in week.lacking:
            assert lack.what in shown
        for each in (*week.dropped, *week.not_needed):
            assert localise(each.what, SI) in shown
        told = {
            "no date": "The dates of this plan",
            "no mass": "Amounts in grams and mL",
            "no goal": "A cap for the first half",
            "5 km": "Not needed",
            "nothing answered": "The dates of this plan",
        }
        assert told.get(name, "race day") in shown


@pytest.mark.parametrize("days_left", DAYS_LEFT)
def test_nothing_forbidden_is_said(days_left: int) -> None:
    for profile in RACES.values():
        for task in _plan(profile, days_left).tasks:
            for text in (task.title, *task.detail.split("\n"), task.why):
                assert problems(text) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_health_check_outranks_the_plan_and_stays_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, ILL, days_left=1)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3", "end")
        await pilot.pause()
        assert any("✗ Do not race or train hard now" in row for row in rows(app.screen)[:5])


# Ticks


async def test_ticks_outlast_the_screen_and_the_app(tmp_path: Path) -> None:
    async with plan_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "space", "down", "space")
        await pilot.pause()
        names = [task.id for task in _today(5).tasks[:2]]
        assert words(pilot.app.screen).count("[✓]") == 2
        await pilot.press("escape", "f3")
        await pilot.pause()
        assert words(pilot.app.screen).count("[✓]") == 2
        await pilot.press("ctrl+q")
    kept = Store(tmp_path / "races").load("pig").profile.week.done
    assert kept == tuple(names)
    async with plan_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert words(pilot.app.screen).count("[✓]") == 2


async def test_a_second_space_takes_the_tick_back(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "space")
        assert app.session
        assert app.session.profile.week.done
        await pilot.press("space")
        assert app.session.profile.week.done is None
        await pilot.press("space", "ctrl+z")
        await pilot.pause()
        assert "[✓]" not in words(app.screen)


async def test_a_late_task_stays_under_the_cursor_when_ticked(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        page = app.screen.query_one(Page)
        late = next(task for task in _today(5).tasks if task.planned)
        await _stand_on(pilot, TASK + late.id)
        await pilot.press("space")
        await pilot.pause()
        assert page.cursor == TASK + late.id
        row = next(line for line in in_sight(app.screen) if line.startswith("▸"))
        assert row.startswith("▸ [✓]")
        assert late.title[:20] in row


async def test_portions_add_up_as_they_are_ticked(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=2)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert "0 of 560–700 g" in words(app.screen)
        await _stand_on(pilot, SERVING)
        await pilot.press("space", "down", "space")
        await pilot.pause()
        assert app.session
        assert app.session.profile.week.done == ("food-D-2-1", "food-D-2-2")
        plan = race_week(app.session.profile, app.today).loading
        assert plan
        assert 0 < plan.done < 200
        assert f"{plan.done} of 560–700 g" in words(app.screen)
        # The same total stands beside the page.
        assert any(row.endswith(f" {plan.done} g") for row in rows(app.screen))


async def test_a_ticked_day_of_loading_counts_all_of_it(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await _stand_on(pilot, TASK + "loading-D-2")
        await pilot.press("space")
        await pilot.pause()
        assert app.session
        plan = race_week(app.session.profile, app.today).loading
        assert plan
        assert plan.done >= 560
        assert f"{plan.done} of 560–700 g" in words(app.screen)


async def test_the_figures_beside_the_page_follow(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        total = len(_plan(EXAMPLE, 5).tasks)
        assert any(f"0 of {total} ticked" in row for row in rows(app.screen))
        await pilot.press("space")
        await pilot.pause()
        assert any(f"1 of {total} ticked" in row for row in rows(app.screen))


# Details and sources


@pytest.mark.parametrize("key", ["enter", "right"])
async def test_details_open_and_close(tmp_path: Path, key: str) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        why = localise(_today(5).tasks[0].why, SI)
        assert why not in words(app.screen)
        await pilot.press(key)
        await pilot.pause()
        assert why in words(app.screen)
        await pilot.press("left")
        await pilot.pause()
        assert why not in words(app.screen)


async def test_opened_at_the_lower_edge_the_details_come_into_sight(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=1)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await _stand_on(pilot, TASK + "pack")
        await pilot.press("enter")
        await pilot.pause()
        assert any("Bib and pins" in line for line in in_sight(app.screen))


async def test_the_sources_are_a_key_away(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "e")
        assert isinstance(app.screen, EvidenceScreen)
        first = _today(5).tasks[0]
        assert [*app.screen.shown] == [*first.evidence]
        await pilot.press("escape")
        assert isinstance(app.screen, RaceWeekScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_not_known_leads_to_its_question(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, RACES["no mass"])
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3", "l")
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert page.cursor.startswith(f"{LACK}0 ")
        assert any(line.startswith("▸ –") for line in in_sight(app.screen))
        question = _plan(RACES["no mass"], 5).lacking[0].questions[0]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.screen.form.question.id == question


async def test_what_became_known_a_moment_ago_can_still_be_asked_about(tmp_path: Path) -> None:
    app = plan_app(tmp_path, RACES["no mass"])
    async with app.run_test() as pilot:
        await pilot.press("f3", "l")
        screen = app.screen
        assert isinstance(screen, RaceWeekScreen)
        lacking = _plan(RACES["no mass"], 5).lacking
        # The page is drawn anew after the key, not before it.
        for each in lacking:
            for name in each.questions:
                app.answer(name, EXAMPLE.answer(name))
        screen.action_evidence()
        await pilot.pause()
        assert isinstance(app.screen, EvidenceScreen)


# Days


async def test_n_p_and_t_go_from_day_to_day(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "n")
        await pilot.pause()
        assert "4 days to go" in in_sight(app.screen)[0]
        await pilot.press("n", "p", "p", "p")
        await pilot.pause()
        assert "6 days to go" in in_sight(app.screen)[0]
        await pilot.press("t")
        await pilot.pause()
        assert " today " in in_sight(app.screen)[0]


async def test_a_click_on_a_day_leads_there(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        at = next(y for y, row in enumerate(rows(app.screen)) if "3 days" in row[84:])
        await pilot.click(offset=(90, at))
        await pilot.pause()
        assert "3 days to go" in in_sight(app.screen)[0]


async def test_other_units_are_shown_at_once(tmp_path: Path) -> None:
    app = plan_app(tmp_path, days_left=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await _stand_on(pilot, TASK + "start")
        await pilot.press("enter")
        await pilot.pause()
        assert "5:20/km" in words(app.screen)
        app.units = Units(distance="mi")
        await pilot.pause()
        assert "8:36/mi" in words(app.screen)
        assert "/km" not in words(app.screen)


# Breathing


@pytest.mark.parametrize("finished", [True, False])
async def test_breathing_to_the_end_ticks_what_was_due(tmp_path: Path, finished: bool) -> None:
    app = plan_app(tmp_path, days_left=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "b")
        assert isinstance(app.screen, BreathingScreen)
        app.screen.breath = Breath(breathed=300 if finished else 200)
        await pilot.press("escape")
        await pilot.pause()
        assert app.session
        assert app.session.profile.week.done == (("breathe-D-2",) if finished else None)


# Coming and going


async def test_week_and_day_take_each_others_place(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "f7")
        assert isinstance(app.screen, RaceDayScreen)
        await pilot.press("f3")
        assert isinstance(app.screen, RaceWeekScreen)
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        assert isinstance(app.screen, PrepareScreen)
        await pilot.press("f3", "f3")
        assert isinstance(app.screen, PrepareScreen)


async def test_text_from_the_file_is_shown_as_it_is(tmp_path: Path) -> None:
    odd = EXAMPLE.with_answer("nutrition.products", gels(25.0, 30.0, "Gel [/x] [bold]{km:3}"))
    app = plan_app(tmp_path, odd.with_answer("race.name", "Pig [/x]"), days_left=6)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await _stand_on(pilot, TASK + "shop")
        await pilot.press("enter")
        await pilot.pause()
        assert "Gel [/x] [bold](km:3)" in words(app.screen)
        assert "Pig [/x]" in rows(app.screen)[0]


async def test_without_a_race_there_is_no_race_week(tmp_path: Path) -> None:
    from mile18.tui.app import Mile18

    app = Mile18(Store(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.screen
        await pilot.press("f3", "f7")
        assert app.screen is before
