"""The sum: the report's words on one page, from which sources and open questions are a key away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles
from race_app import NOW, in_sight, race, race_app, words
from written import texts

from mile18.page import only
from mile18.plan.report import report
from mile18.profile import Profile
from mile18.readiness import WEIGHTS, assess
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import Page
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.prepare.sums import QUESTIONS_SHOWN, WHOLE, SumScreen, sum_blocks
from mile18.units import SI, Units, localise

ILL = race(
    health__symptoms_now=("chest_pain", "fever"),
    health__conditions=("heart", "diabetes"),
    health__medicines=("statin",),
)
SIZES = [(120, 40), (80, 24), (40, 20)]


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("profile", [race(), ILL, Profile()])
async def test_every_word_of_the_report_is_there(
    tmp_path: Path, profile: Profile, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path, profile)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        assert app.readiness is not None
        sums = [each.arithmetic for each in app.readiness.factors if not app.readiness.gate.shut]
        assert not any(_plain(localise(each, SI)) in words(app.screen) for each in sums)
        await pilot.press("m")
        shown = words(app.screen)
        assert app.readiness is not None
        for section in only(report(app.readiness, SI), WHOLE):
            most = QUESTIONS_SHOWN if section.title == "Answer next" else None
            for line in texts(section)[:most]:
                assert _plain(line) in shown


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("profile", [race(), ILL])
async def test_figure_health_and_next_step_are_seen_first(
    tmp_path: Path, profile: Profile, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path, profile)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        seen = _plain(" ".join(in_sight(app.screen)))
        assert app.readiness is not None
        told = {each.title: texts(each) for each in report(app.readiness, SI)}
        for line in (told["Readiness"][0], *told["Health"][:2], *told.get("Do next", ())[:1]):
            assert _plain(line) in seen


def test_each_factor_has_its_levers_with_points_and_says_which_come_too_late() -> None:
    profile = race(training__strength_sessions=0)
    readiness = assess(profile, NOW.date())
    assert readiness.too_late
    blocks = {each.stop: each for each in sum_blocks(profile, readiness, SI, 100)}
    for lever in readiness.levers:
        told = _plain(" ".join(line.plain for line in blocks[lever.factor].lines))
        assert f"+{lever.points:.1f} " in told
        assert (f"(too late: needs {lever.lead_days} days)" in told) is not lever.possible


async def test_the_arrows_visit_every_factor_then_the_questions(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        page = app.screen.query_one(Page)
        visited: dict[str, None] = {}
        for _ in range(100):
            await pilot.press("down")
            visited[page.cursor] = None
        assert app.readiness is not None
        assert app.profile is not None
        expected = [rule.id for rule, _ in WEIGHTS]
        asked = app.readiness.open_questions[:QUESTIONS_SHOWN]
        assert [each for each in visited if each] == [*expected, *asked]
        assert page.scroll_y == page.max_scroll_y


@pytest.mark.parametrize("key", ["enter", "e", "f4"])
async def test_a_factor_leads_to_its_sources_and_back(tmp_path: Path, key: str) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6", "down", "down", key)
        assert isinstance(app.screen, EvidenceScreen)
        rule = WEIGHTS[1][0]
        assert words(app.screen).startswith(f"{rule.title} {rule.why}")
        await pilot.press("escape")
        assert isinstance(app.screen, SumScreen)
        assert app.screen.query_one(Page).cursor == rule.id


async def test_a_question_leads_to_its_place_in_the_form(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6", "end")
        name = app.screen.query_one(Page).cursor
        await pilot.press("enter")
        assert isinstance(app.screen, PrepareScreen)
        assert app.screen.form.question.id == name


async def test_without_a_cursor_enter_does_nothing(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6", "enter")
        assert isinstance(app.screen, SumScreen)


async def test_it_follows_the_answers_and_the_units(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        app.answer("sleep.usual_hours", 8)
        await pilot.press("f6", "m")
        assert "(8 h)" in words(app.screen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "(6.5 h)" in words(app.screen)
        app.answer("training.longest_run", 24)
        await pilot.pause()
        assert "24 km" in words(app.screen)
        app.units = Units(distance="mi")
        await pilot.pause()
        assert "14.9 mi" in words(app.screen)
        assert "24 km" not in words(app.screen)


async def test_escape_goes_back(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("f6")
        assert isinstance(app.screen, SumScreen)
        await pilot.press("right", "escape")
        assert isinstance(app.screen, PrepareScreen)


@few(60)
@given(
    profile=profiles(),
    width=st.integers(30, 100),
    units=st.sampled_from([SI, Units("mi", "lb", "°F", "fl oz")]),
)
def test_whatever_the_answers_it_fits_and_leaves_no_factor_out(
    profile: Profile, width: int, units: Units
) -> None:
    readiness = assess(profile, NOW.date())
    blocks = sum_blocks(profile, readiness, units, width)
    drawn = [line for block in blocks for line in block.lines]
    assert all(line.cell_length <= width and "\n" not in line.plain for line in drawn)
    assert not any("{" in line.plain for line in drawn)
    stops = [block.stop for block in blocks if block.stop in {rule.id for rule, _ in WEIGHTS}]
    # While the health gate is shut nothing of the preparation is gone into.
    shown = [] if readiness.gate.shut else [rule.id for rule, _ in WEIGHTS]
    assert stops == shown
