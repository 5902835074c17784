"""Prepare in the whole app: answers move the panel, are saved, and come back."""

from datetime import timedelta
from pathlib import Path

import pytest
from race_app import NOW, race, race_app, words
from textual import events

from mile18.plan.history import with_point
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.bars import TitleBar, TopicBar
from mile18.tui.form.form import QuestionForm
from mile18.tui.form.why import WhyBox
from mile18.tui.panel import ReadinessPanel, ReadinessStrip
from mile18.tui.prepare.screen import PrepareScreen

SIZES = [(120, 40), (80, 24), (40, 20)]


def drawn(app: Mile18, kind: type[ReadinessPanel] = ReadinessPanel) -> str:
    """The text of the panel as it stands."""
    return app.screen.query(kind).first().render().plain


def medicines(app: Mile18) -> tuple[str, ...] | None:
    """The medicines answered so far."""
    assert app.profile is not None
    return app.profile.health.medicines


async def test_the_panel_moves_at_every_keystroke(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("pagedown", "4")
        await pilot.pause()
        short = app.readiness
        await pilot.press("full_stop", "5", "enter")
        await pilot.pause()
        assert short is not None
        assert app.readiness is not None
        assert app.profile is not None
        assert app.profile.sleep.usual_hours == 4.5
        assert app.readiness.overall.low >= short.overall.low
        factor = next(each for each in app.readiness.factors if each.rule.id == "sleep")
        assert factor.arithmetic in drawn(app).replace("\n", " ").replace("  ", " ")


async def test_answers_are_saved_by_themselves_and_come_back(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("pagedown", "7", "enter", "a")
        await pilot.press("ctrl+q")
    again = Store(tmp_path / "races").load("pig").loaded.profile
    assert again.sleep.usual_hours == 7
    assert again.sleep.rested == "always"
    assert again.race == race().race


@pytest.mark.parametrize("size", SIZES)
async def test_the_interval_the_gate_and_a_next_step_are_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        kind = ReadinessStrip if size[0] < 60 else ReadinessPanel
        text = drawn(app, kind)
        readiness = app.readiness
        assert readiness is not None
        low, high = int(readiness.overall.low + 0.5), int(readiness.overall.high + 0.5)
        assert f"{low}–{high}" in text
        assert "not answered" in text
        assert "sleep" in text.lower() or "bed" in text.lower()


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_trail_is_a_line_of_the_panel_once_there_is_an_earlier_day(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = race_app(tmp_path, with_point(race(), NOW.date() - timedelta(days=8)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "since 12 Apr  " in drawn(app)
        assert " → " in drawn(app)
        await pilot.press("pagedown", "f6")
        assert "Since 12 Apr " in words(app.screen)


async def test_every_topic_can_be_reached_by_key_and_focuses_its_form(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        seen = []
        for _ in range(7):
            seen.append(screen.query_one(TopicBar).topic)
            assert app.focused is screen.form.input
            await pilot.press("pagedown")
            await pilot.pause()
        assert seen == ["race", "sleep", "training", "nutrition", "heat", "nerves", "health"]
        assert screen.topic == "race"
        await pilot.press("pageup")
        assert screen.topic == "health"


async def test_going_past_the_last_question_opens_the_next_topic(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        await pilot.press("end", "down")
        await pilot.pause()
        assert (screen.topic, screen.form.cursor) == ("sleep", 0)
        await pilot.press("up")
        await pilot.pause()
        assert (screen.topic, screen.form.cursor) == ("race", len(screen.form.questions) - 1)


async def test_a_text_that_is_no_answer_is_not_left_behind(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        await pilot.press("pagedown", "x", "pagedown")
        await pilot.pause()
        assert screen.topic == "sleep"
        assert screen.form.editing
        assert screen.form.input.value == "x"


def form_text(app: Mile18) -> str:
    drawing = app.screen.query_one(QuestionForm).rows.drawing
    assert drawing
    return drawing.content.plain


async def test_undo_and_redo(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "8", "full_stop", "5", "enter", "a")
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert app.profile is not None
        assert (app.profile.sleep.usual_hours, app.profile.sleep.rested) == (8.5, "sometimes")
        await pilot.press("ctrl+z")
        assert app.profile.sleep.usual_hours == 6.5
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.profile == race()
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert (app.profile.sleep.usual_hours, app.profile.sleep.rested) == (8.5, "always")


async def test_undo_shows_the_answer_that_it_took_back(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        await pilot.press("pagedown", "8", "enter", "pagedown", "3")
        await pilot.press("ctrl+z")
        assert app.profile is not None
        assert (screen.topic, screen.form.editing) == ("training", False)
        await pilot.press("ctrl+z")
        assert (screen.topic, screen.form.question.id) == ("sleep", "sleep.usual_hours")
        await pilot.press("ctrl+y", "9", "ctrl+z", "enter")
        assert app.profile.sleep.usual_hours == 8
        assert not app._notifications


async def test_no_open_field_brings_back_what_was_undone(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "8", "f6", "ctrl+z", "f6", "enter", "escape")
        assert app.profile is not None
        assert app.profile.sleep.usual_hours == 6.5
        await pilot.press("home", "8", "ctrl+s", "escape", "ctrl+z")
        assert app.profile.sleep.usual_hours == 6.5
        assert [note.message for note in app._notifications][-1] == "Nothing to undo"


async def test_undo_takes_what_is_half_typed_first(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "8", "enter", "up", "9", "9", "ctrl+z")
        assert app.profile is not None
        assert app.profile.sleep.usual_hours == 8
        assert isinstance(app.screen, PrepareScreen)
        assert not app.screen.form.editing
        await pilot.press("ctrl+z")
        assert app.profile.sleep.usual_hours == 6.5


async def test_undo_says_what_it_took_back_where_that_is_not_seen(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "8", "enter", "f6", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y")
        assert [notice.message for notice in app._notifications] == [
            "Undone: How long do you usually sleep? 6.5 h",
            "Nothing to undo",
            "Done again: How long do you usually sleep? 8 h",
            "Nothing to redo",
        ]


async def test_an_answer_that_may_be_a_slip_is_marked_and_asked_about(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "1", "2", "full_stop", "5", "enter")
        assert "12.5 h  sure?" in form_text(app)
        assert "is rare" not in form_text(app)
        await pilot.press("up")
        assert "12.5 h: over 11 h is rare. Leave it" in " ".join(form_text(app).split())
        await pilot.press("8", "enter", "up")
        assert "sure?" not in form_text(app)
        assert "is rare" not in form_text(app)


async def test_a_checklist_and_a_log_are_filled_in_by_keyboard(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        screen.go_to("health.medicines")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("space", "enter")
        await pilot.pause()
        assert medicines(app) == ("statin",)
        # Closing the list went on.
        await pilot.press("up", "space")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert medicines(app) == ()
        screen.go_to("sleep.nights")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"yesterday", "enter", *"6.2", "enter", "n", "ctrl+o")
        await pilot.pause()
        await pilot.press(*"today", "enter", *"7h30", "enter", "escape")
        await pilot.pause()
        assert app.profile is not None
        nights = app.profile.sleep.nights or ()
        assert [(night.hours, night.rested) for night in nights] == [(6.2, False), (7.5, None)]


async def test_why_a_question_is_asked_is_beside_it(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown")
        await pilot.pause()
        assert "7 to 9 hours" in app.screen.query_one(WhyBox).render().plain.replace("\n", " ")


async def test_the_race_and_the_days_left_are_the_title(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        title = app.screen.query_one(TitleBar).render().plain
        assert "Flying Pig [/x] · Sun 2 May 2027 · 12 days left · goal 3:45:00 (5:20/km)" in title


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (90, "Flying Pig Marathon, Cinci… · 12 days left · goal 3:45:00 (5:20/km)"),
        (80, "Flying Pig Marat… · 12 days left · goal 3:45:00 (5:20/km)"),
        (70, "Flying Pig Marathon, … · goal 3:45:00 (5:20/km)"),
        (40, "Flying Pig Marathon, Cincin…"),
    ],
)
async def test_where_there_is_little_room_the_name_of_the_race_gives_way(
    tmp_path: Path, width: int, shown: str
) -> None:
    app = race_app(tmp_path, race(race__name="Flying Pig Marathon, Cincinnati, Ohio"))
    async with app.run_test(size=(width, 24)):
        assert shown in app.screen.query_one(TitleBar).render().plain


async def test_whose_race_it_is_stands_in_the_title(tmp_path: Path) -> None:
    store = Store(tmp_path / "races")
    for name, told in (("jane-pig", "jane-pig · Flyin…"), ("flying-pig-2027", " Flying Pig")):
        app = Mile18(store, store.create(name, race()), now=lambda: NOW)
        async with app.run_test(size=(80, 24)):
            title = app.screen.query_one(TitleBar).render().plain
            assert title.startswith(f" mile18  {told.strip()}")


async def test_a_save_that_fails_is_said_and_quitting_is_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr("os.replace", full)
        await pilot.press("pagedown", "5", "enter", "ctrl+q")
        await pilot.pause()
        assert app.is_running
        assert app.saved.startswith("NOT SAVED")
        assert app.profile is not None
        assert app.profile.sleep.usual_hours == 5
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running


async def test_what_was_typed_just_before_quitting_is_saved(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in [*"Zebra", "ctrl+q"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
    assert Store(tmp_path / "races").load("pig").profile.race.name == "Zebra"


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("sleep.nights", ["enter", *"today", "enter", *"7.5", "enter"]),
        ("health.medicines", ["enter", "space"]),
    ],
)
async def test_quitting_inside_a_list_keeps_what_was_entered_there(
    tmp_path: Path, question: str, keys: list[str]
) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, PrepareScreen)
        app.screen.go_to(question)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
    kept = Store(tmp_path / "races").load("pig").profile
    assert kept.answer(question)


async def test_escape_in_a_checklist_puts_the_answer_back(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, PrepareScreen)
        app.screen.go_to("health.medicines")
        await pilot.pause()
        for key in ("enter", "space", "escape"):
            await pilot.press(key)
            await pilot.pause()
        assert medicines(app) is None


async def test_typing_without_a_pause_does_not_put_a_save_off_for_ever(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S")
        timers = app.save_timers
        soon, latest = timers._after, timers._at_latest
        await pilot.press("o", "w")
        assert timers._after is not soon
        assert timers._at_latest is latest is not None
        app.save_or_ask()
        assert timers._at_latest is None
    assert Store(tmp_path / "races").load("pig").profile.race.name == "Sow"


async def test_a_change_undone_before_it_was_saved_leaves_nothing_to_save(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "8", "enter", "ctrl+z")
        await pilot.pause()
        assert app.saved == ""


async def test_a_new_day_is_noticed(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.now = lambda: NOW + timedelta(days=11)
        app.notice_a_new_day()
        await pilot.pause()
        assert "race tomorrow" in drawn(app)


async def test_a_race_renamed_while_another_window_changed_it_keeps_both(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    file = tmp_path / "races" / "pig.toml"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        theirs = file.read_text().replace("6.5", "8.25")
        file.write_text(theirs)
        await pilot.press("r", "2", "enter")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("pagedown", "5", "enter", "ctrl+s", "enter")
        await pilot.pause()
    kept = [Store(tmp_path / "races").load(name).profile.sleep.usual_hours
            for name in Store(tmp_path / "races").names()]  # fmt: skip
    assert sorted(hours for hours in kept if hours is not None) == [5, 8.25]
