"""What if: answers move the panel, none is saved until taken over, and no real one is lost."""

from pathlib import Path

import pytest
from race_app import NOW, race, race_app
from textual.pilot import Pilot
from textual.widgets import Input

from mile18.factor import span
from mile18.plan.history import with_point
from mile18.profile import Profile
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.bars import WHAT_IF, TitleBar
from mile18.tui.cramp.screen import CrampScreen
from mile18.tui.dialogs.prompts import ConfirmScreen
from mile18.tui.form.form import QuestionForm
from mile18.tui.leaving import hang_up
from mile18.tui.panel import ReadinessPanel, ReadinessStrip
from mile18.tui.prepare.screen import PrepareScreen
from mile18.tui.races.screen import ProfilesScreen
from mile18.tui.state import NOT_SAVED, QUIT_AGAIN

SIZES = [(120, 40), (80, 24), (40, 20)]
TRY = ("pagedown", "ctrl+n", "8", "enter", "a")


def title(app: Mile18) -> str:
    return app.screen.query_one(TitleBar).render().plain


def form(app: Mile18) -> str:
    drawing = app.screen.query_one(QuestionForm).rows.drawing
    assert drawing
    return drawing.content.plain


def on_disk(folder: Path) -> Profile:
    return Store(folder / "races").load("pig").profile


def model(app: Mile18) -> tuple[object, ...]:
    """All that leaving must bring back."""
    session = app.session
    assert session
    return (
        (session.profile, session.opened, [*session._past], [*session._future]),
        (app.profile, app.readiness, app.saved, app.trial, app.real),
    )


async def answer_yes(app: Mile18, pilot: "Pilot[None]") -> None:
    assert isinstance(app.screen, ConfirmScreen)
    await pilot.press("y")


@pytest.mark.parametrize("size", SIZES)
async def test_the_mode_says_so_shows_both_figures_and_marks_what_is_tried(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path, with_point(race(), NOW.date()))
    async with app.run_test(size=size) as pilot:
        await pilot.press("pagedown")
        before, look = model(app), form(app)
        await pilot.press("ctrl+n")
        assert title(app).startswith(WHAT_IF)
        assert form(app) == look
        await pilot.press("8", "enter", "a")
        now, then = app.real, app.readiness
        assert now
        assert then
        figures = [span(each.overall.low, each.overall.high) for each in (now, then)]
        kind = ReadinessStrip if size[0] < 60 else ReadinessPanel
        assert " → ".join(figures) in app.screen.query(kind).first().render().plain
        assert "≠ How long" in form(app)
        assert "▸≠ Do you wake" in form(app)
        assert "what if; now: sometimes" in form(app)
        assert "≠  Nights" not in form(app)
        await pilot.press("escape")
        await answer_yes(app, pilot)
        assert model(app) == before
        assert "≠" not in form(app)
        assert title(app).startswith(" mile18 ")


async def test_undo_ends_at_the_start_of_the_mode_and_leaving_keeps_what_could_be_undone_before(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "7", "enter", "ctrl+s", "up")
        before = model(app)
        await pilot.press("ctrl+n", "8", "enter", "a")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert app.profile == with_point(race(sleep__usual_hours=7.0), NOW.date())
        await pilot.press("ctrl+y")
        assert app.profile.sleep.usual_hours == 8
        await pilot.press("ctrl+z", "ctrl+n")
        assert isinstance(app.screen, PrepareScreen)
        assert model(app) == before
        await pilot.press("ctrl+z")
        assert app.profile.sleep.usual_hours == 6.5


async def test_taking_over_is_one_step_and_saves(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TRY)
        await pilot.press("ctrl+s")
        assert on_disk(tmp_path) == race()
        await pilot.press("ctrl+o")
        tried = {"usual_hours": 8.0, "rested": "always"}
        assert on_disk(tmp_path) == with_point(race().with_changes({"sleep": tried}), NOW.date())
        assert title(app).startswith(" mile18 ")
        await pilot.press("ctrl+z")
        assert app.profile
        assert app.profile.sleep == race().sleep
        await pilot.press("ctrl+o", "escape")
        assert app.profile.sleep == race().sleep


@pytest.mark.parametrize("width", range(50, 141, 10))
@pytest.mark.parametrize("saved", ["", NOT_SAVED, QUIT_AGAIN])
async def test_no_fact_in_the_title_is_cut(tmp_path: Path, width: int, saved: str) -> None:
    app = race_app(tmp_path, race(race__name="Flying Pig Marathon, Cincinnati, Ohio"))
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("ctrl+n")
        app.saved = saved
        await pilot.pause()
        facts = title(app).removesuffix(" ").removesuffix(saved).rstrip().split(" · ")[1:]
        whole = ["Sun 2 May 2027", "12 days left", "goal 3:45:00 (5:20/km)"]
        assert facts == whole[len(whole) - len(facts) :]


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "f5"])
async def test_who_is_asked_whether_to_put_back_can_take_over_instead(
    tmp_path: Path, key: str
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TRY, key)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("t")
        assert not app.trial
        assert on_disk(tmp_path).sleep.usual_hours == 8
        assert isinstance(app.screen, ProfilesScreen) == (key == "f5")
        assert app._exit == (key == "ctrl+q")


async def test_what_was_typed_just_before_is_real_and_quitting_saves_that_alone(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "7", "ctrl+n", "down", "a")
        assert app.session
        assert app.session.dirty
        await pilot.press("up", "8", "enter")
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert app.trial
        await pilot.press("ctrl+q", "ctrl+q")
    real = race(sleep__usual_hours=7.0)
    assert on_disk(tmp_path) == with_point(real, NOW.date())


async def test_a_closed_window_and_a_crash_leave_the_real_answers(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "7", "enter", "ctrl+n", "a")
        assert app.session
        # What is saved after a crash.
        assert app.session.profile == race(sleep__usual_hours=7.0)
        hang_up(app)
    assert on_disk(tmp_path) == with_point(race(sleep__usual_hours=7.0), NOW.date())


async def test_another_race_is_opened_only_after_leaving_and_nothing_goes_over(
    tmp_path: Path,
) -> None:
    app = race_app(tmp_path)
    app.store.create("zebra", race(race__name="Zebra"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "ctrl+n", "8", "f5")
        await answer_yes(app, pilot)
        assert isinstance(app.screen, ProfilesScreen)
        await pilot.press("escape", "pagedown", "pageup")
        assert app.profile == race()
        await pilot.press("ctrl+n", "9")
        app.open_profile(app.store.load("zebra"))
        await pilot.pause()
        assert app.trial is None
        assert title(app).startswith(" mile18 ")
        assert app.profile == race(race__name="Zebra")
    assert on_disk(tmp_path) == race()
    assert Store(tmp_path / "races").load("zebra").profile == race(race__name="Zebra")


async def test_the_other_screens_show_what_is_tried_and_say_so(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TRY)
        for key in ("f3", "f7", "escape", "f6"):
            await pilot.press(key)
            assert title(app).startswith(WHAT_IF)
        assert app.readiness
        assert app.readiness.profile.sleep.usual_hours == 8


async def test_a_cramp_is_real_even_then(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    seconds = [5000.0]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TRY)
        app.push_screen(CrampScreen(seconds=lambda: seconds[0]))
        await pilot.press("c")
        seconds[0] += 40
        await pilot.press("space", "o", "escape")
        assert app.session
        assert len(app.session.profile.health.episodes or ()) == 1
        await pilot.press("escape")
        await answer_yes(app, pilot)
        app.save()
    assert len(on_disk(tmp_path).health.episodes or ()) == 1
    assert on_disk(tmp_path).sleep == race().sleep


async def test_a_next_step_can_be_tried_from_the_palette(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.readiness
        lever = app.readiness.possible[0]
        await pilot.press("ctrl+p")
        app.screen.query_one(Input).value = f"Try: {lever.action[:20]}"
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        assert app.trial
        assert app.trial.changes == lever.changes
        await pilot.press("ctrl+z", "escape")
        assert app.trial is None
        assert app.profile == race()


async def test_what_was_taken_over_is_a_step_of_its_own(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.answer("sleep.usual_hours", 8.0)
        await pilot.press("ctrl+n")
        app.answer("sleep.rested", "always")
        await pilot.press("ctrl+o", "ctrl+z")
        assert app.profile is not None
        assert (app.profile.sleep.usual_hours, app.profile.sleep.rested) == (8.0, "sometimes")
