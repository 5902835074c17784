"""Race day, key by key: every part a letter away, what is not known said, sources and questions."""

from datetime import timedelta
from pathlib import Path

import pytest
from fuel_plans import gels
from plan_screens import DAYS_LEFT, EXAMPLE, RACE, RACES, SIZES, plan_app, rows, widest
from race_app import in_sight, words
from written import texts

from mile18.drawing import BLOCKS
from mile18.evidence.wording import problems
from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.pages import day_page
from mile18.profile import Profile
from mile18.topics.race.course import in_rows
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import LACK, Page
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.race_day.overview import DayBar, DayCourse
from mile18.tui.race_day.parts import NAMED, PART
from mile18.tui.race_day.screen import RaceDayScreen, sources
from mile18.units import SI, Units

GAINING = EXAMPLE.with_answer("nutrition.drink_per_hour", 1.4)
ILL = EXAMPLE.with_answer("health.symptoms_now", ("fever",))


def _plan(profile: Profile, days_left: int = 5) -> RaceDay:
    return race_day(profile, RACE - timedelta(days=days_left))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("days_left", DAYS_LEFT)
async def test_it_opens_on_its_first_part(
    tmp_path: Path, days_left: int, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, days_left=days_left)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(app.screen, RaceDayScreen)
        page = app.screen.query_one(Page)
        assert page.scroll_y == 0
        assert page.cursor == PART + "First of all"
        assert widest(app.screen) <= 0
        assert ("This race is over" in words(app.screen)) is (days_left < 0)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", RACES)
async def test_whatever_a_race_lacks_is_said(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, RACES[name])
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert "Elapsed at each km" not in words(app.screen)
        await pilot.press("m")
        await pilot.pause()
        assert widest(app.screen) <= 0
        shown = words(app.screen)
        day = _plan(RACES[name])
        for lack in day.lacks:
            assert lack.what.partition("{")[0].strip() in shown
        told = {
            "no date": "Enter the race day to count the days.",
            "no mass": "No amounts before the start without your body weight.",
            "no goal": "No splits yet.",
            "5 km": "needs no fuel on the way",
            "100 km": "the splits are averages",
            "nothing answered": "No splits yet.",
        }
        assert told.get(name, "Elapsed at each km") in shown


def test_nothing_forbidden_is_said() -> None:
    for profile in (*RACES.values(), GAINING, ILL):
        for section in day_page(_plan(profile), SI, 80).sections:
            assert all(problems(each) == [] for each in texts(section))


@pytest.mark.parametrize("size", SIZES)
async def test_the_health_check_outranks_the_plan_and_stays_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, ILL, days_left=0)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7", "end")
        await pilot.pause()
        assert sum("✗ Do not race or train hard now" in row for row in rows(app.screen)) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_letters_lead_to_the_parts(tmp_path: Path, size: tuple[int, int]) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        page, bar = app.screen.query_one(Page), app.screen.query_one(DayBar)
        for each in NAMED:
            await pilot.press(each.key)
            await pilot.pause()
            assert page.cursor == PART + each.title
            assert bar.here == each.title
            assert any(line.startswith(f"▸ {each.title}") for line in in_sight(app.screen))
            assert f"{each.key} {each.word}" in "\n".join(rows(app.screen)[:12])


async def test_arrows_visit_every_part_and_stop_at_the_ends(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        page = app.screen.query_one(Page)
        titles = [part.name for part in page.parts]
        seen = [page.cursor]
        for _ in titles[1:]:
            await pilot.press("right")
            await pilot.pause()
            seen.append(page.cursor)
        assert seen == [PART + title for title in titles]
        await pilot.press("right")
        assert page.cursor == PART + titles[-1]
        for _ in range(len(titles) + 2):
            await pilot.press("left")
        await pilot.pause()
        assert page.cursor == PART + titles[0]
        assert page.scroll_y == 0


async def test_down_reads_to_the_end(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        page = app.screen.query_one(Page)
        seen = dict.fromkeys(in_sight(app.screen))
        for _ in range(25):
            await pilot.press("down")
            seen |= dict.fromkeys(in_sight(app.screen))
        assert page.scroll_y == page.max_scroll_y
        for block in page._blocks:
            assert all(any(line.plain in each for each in seen) for line in block.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_a_gain_is_loud(tmp_path: Path, size: tuple[int, int]) -> None:
    app = plan_app(tmp_path, GAINING)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert any("GAIN" in row for row in rows(app.screen))
        await pilot.press("d")
        await pilot.pause()
        assert sum(line.startswith("   GAIN ") for line in in_sight(app.screen)) >= 1


@pytest.mark.parametrize("key", ["e", "f4", "enter"])
async def test_the_sources_of_a_part_are_a_key_away(tmp_path: Path, key: str) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "h", key)
        assert isinstance(app.screen, EvidenceScreen)
        assert [*app.screen.shown] == [*sources(_plan(EXAMPLE), "Heat")]
        await pilot.press("escape")
        assert isinstance(app.screen, RaceDayScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_not_known_leads_to_its_question(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = plan_app(tmp_path, RACES["no goal"])
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7", "l")
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert page.cursor.startswith(LACK)
        assert any(line.startswith("▸ ?") for line in in_sight(app.screen))
        await pilot.press("e")
        assert isinstance(app.screen, EvidenceScreen)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.screen.form.question.id == "race.goal_time"


async def test_l_visits_everything_not_known_round_and_round(tmp_path: Path) -> None:
    app = plan_app(tmp_path, Profile())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        page = app.screen.query_one(Page)
        lacks = [stop.name for stop in page.stops if stop.name.startswith(LACK)]
        assert len(lacks) > 10
        seen = []
        for _ in lacks:
            await pilot.press("l")
            await pilot.pause()
            seen.append(page.cursor)
            assert any(line.startswith("▸ ?") for line in in_sight(app.screen))
        assert seen == lacks
        await pilot.press("l")
        assert page.cursor == lacks[0]


async def test_the_course_stays_in_sight_where_there_is_room(tmp_path: Path) -> None:
    for size, there in (((120, 40), True), ((120, 24), False), ((80, 40), False)):
        app = plan_app(tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.press("f7")
            await pilot.pause()
            top = rows(app.screen)[1:8]
            assert any(row.startswith(" portions") and row.count("•") == 6 for row in top) is there


async def test_other_units_are_shown_at_once(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert "26.2 mi" not in words(app.screen)
        app.units = Units(distance="mi", temperature="°F")
        await pilot.pause()
        assert "26.2 mi in 3:45:00, 8:35/mi" in words(app.screen)
        assert "69.8 °F" in words(app.screen)
        assert any("8:35/mi" in row[84:] for row in rows(app.screen))


async def test_it_follows_the_answers(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        app.answer("race.goal_time", 14400)
        await pilot.pause()
        assert "42.2 km in 4:00:00" in words(app.screen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "42.2 km in 3:45:00" in words(app.screen)


async def test_text_from_the_file_is_shown_as_it_is(tmp_path: Path) -> None:
    odd = EXAMPLE.with_answer("nutrition.products", gels(25.0, 30.0, "Gel [/x] [bold]{km:3}"))
    app = plan_app(tmp_path, odd)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "f")
        await pilot.pause()
        assert "Gel [/x] [bold](km:3): 25 g every 30 min" in words(app.screen)


async def test_the_smallest_terminal_does_not_break_it(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        for size in ((20, 8), (140, 50), (33, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert isinstance(app.screen, RaceDayScreen)


async def test_escape_goes_back(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("f7", "escape")
        assert isinstance(app.screen, PrepareScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (60, 20), (100, 24)])
async def test_a_course_is_in_sight_in_little_room_too(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    heights = tuple(100.0 + 50 * (at % 40) / 40 for at in range(212))
    hilly = EXAMPLE.with_changes({"course": {"length": 42.2, "heights": in_rows(heights)}})
    app = plan_app(tmp_path, hilly)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        course = app.screen.query_one(DayCourse)
        level, signs = course.draw(size[0] - 2, 2).plain.split("\n")
        assert course.region.height == 2
        assert len(level) == len(signs) == size[0] - 2
        assert set(level) <= set(BLOCKS)
        assert len(set(level)) > 4
        for sign in "~•▲▼×":
            assert sign in signs


async def test_without_heights_little_room_is_left_to_the_text(tmp_path: Path) -> None:
    app = plan_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert app.screen.query_one(DayCourse).region.height == 0
