"""The quick check: eight topics in a row, and the figure beside them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mile18.evidence.wording import problems
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.form.checklist import ChecklistScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.input import AnswerInput
from mile18.tui.form.leading import GoRow
from mile18.tui.panel import ReadinessPanel, ReadinessStrip
from mile18.tui.prepare.quick_check import (
    HEADINGS,
    INTRO,
    LATER,
    PLANNED_WITH,
    QuickCheckScreen,
    quick_questions,
)
from mile18.tui.prepare.screen import PrepareScreen


def an_app(folder: Path) -> Mile18:
    opened = Store(folder).create("berlin", Profile())
    return Mile18(Store(folder), opened, now=lambda: datetime(2027, 4, 20, 9, tzinfo=UTC))


def test_it_asks_all_eight_in_the_order_of_the_article() -> None:
    asked = quick_questions()
    assert tuple(each.id for each in asked[: len(PLANNED_WITH)]) == PLANNED_WITH
    assert len({each.id for each in asked}) == len(asked)
    assert LATER not in {each.id for each in asked}
    seeds = [each.seed for each in asked[len(PLANNED_WITH) :]]
    assert seeds == sorted(seeds, key=lambda seed: seed or 0)
    assert set(seeds) == set(HEADINGS) == set(range(1, 9))


def test_the_most_telling_question_of_a_topic_comes_first() -> None:
    first: dict[int | None, str] = {}
    for each in quick_questions()[len(PLANNED_WITH) :]:
        first.setdefault(each.seed, each.id)
    assert first == {
        1: "health.medicines",
        2: "sleep.usual_hours",
        3: "training.goal_pace_distance",
        4: "training.strength_sessions",
        5: "nutrition.loading_plan",
        6: "nutrition.products",
        7: "heat.temperature",
        8: "nerves.routine",
    }


def test_its_texts_claim_nothing() -> None:
    for text in (INTRO, *HEADINGS.values()):
        assert problems(text) == []


async def test_the_figure_narrows_with_every_answer(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        app.push_screen(QuickCheckScreen())
        await pilot.pause()
        panel = app.screen.query_one("#panel", ReadinessPanel)
        assert panel.readiness
        assert (panel.readiness.overall.low, panel.readiness.overall.high) == (0, 100)
        await pilot.press(*["down"] * (len(PLANNED_WITH) + 2), *"8")
        assert panel.readiness.overall.low > 0
        assert panel.topic == "sleep"


async def test_medicines_open_as_a_list_and_come_back_as_the_answer(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        app.push_screen(QuickCheckScreen())
        await pilot.pause()
        await pilot.press(*["down"] * len(PLANNED_WITH), "enter")
        assert isinstance(app.screen, ChecklistScreen)
        await pilot.press("space", "enter")
        assert isinstance(app.screen, QuickCheckScreen)
        assert app.profile
        assert app.profile.health.medicines == ("statin",)
        assert app.readiness
        assert app.readiness.gate.status == "ask first"


async def test_past_the_last_question_enter_goes_on_to_prepare(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        app.push_screen(QuickCheckScreen())
        await pilot.pause()
        await pilot.press("end", "down")
        assert isinstance(app.screen.focused, GoRow)
        await pilot.press("up")
        assert isinstance(app.screen.focused, AnswerInput)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)


async def test_an_answer_still_being_typed_is_taken_along(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        app.push_screen(QuickCheckScreen())
        await pilot.pause()
        await pilot.press(*["down"] * (len(PLANNED_WITH) + 2), *"7.25", "ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert app.profile
        assert app.profile.sleep.usual_hours == 7.25


@pytest.mark.parametrize(
    ("size", "wide"), [((120, 40), True), ((80, 24), False), ((40, 20), False)]
)
async def test_panel_or_strip_shows_the_figure(
    tmp_path: Path, size: tuple[int, int], wide: bool
) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        app.push_screen(QuickCheckScreen())
        await pilot.pause()
        assert app.screen.query_one("#panel").display is wide
        assert app.screen.query_one(ReadinessStrip).display is not wide
        assert app.screen.query_one(GoRow).region.bottom < size[1]
        assert app.screen.query_one(QuestionForm).region.height >= 8
