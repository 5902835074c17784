"""The heel-rise test: the beat counts, each leg on its own, and nothing is kept unasked."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from plan_screens import rows
from race_app import race_app

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.topics.training.heel_rise import EVIDENCE, HOW, MEDIAN, too_late, trend
from mile18.topics.training.questions import HeelRise
from mile18.tui.practice.heel_rise import Beats, HeelRiseScreen


def test_a_rise_is_two_beats_and_each_leg_has_its_count() -> None:
    left = Beats().turned(100.0)
    assert [left.rises(100 + at) for at in (0, 1.9, 2, 59.9, 60)] == [0, 0, 1, 29, 30]
    assert [left.up(100 + at) for at in (0, 0.9, 1, 1.9, 2)] == [True, True, False, False, True]
    after = left.turned(144.0)
    assert (after.leg, after.left, after.right, after.since) == ("right", 22, None, None)
    both = after.turned(300.0).turned(350.0)
    assert (both.leg, both.left, both.right) == ("left", 22, 25)
    assert left.other_leg() is left
    assert after.other_leg().leg == "left"


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [(22, 27, "within the noise"), (22, 28, "within the noise"), (22, 29, "more than the noise")],
)
def test_two_tests_are_held_against_the_noise(before: int, now: int, told: str) -> None:
    tests = [HeelRise(left=before), HeelRise(right=20), HeelRise(left=now)]
    assert list(trend(tests)) == [f"Left {before}, then {now}: {told}.", "Right 20."]
    assert list(trend([])) == []


@pytest.mark.parametrize(
    ("days", "late"), [(None, False), (8, False), (7, True), (0, True), (-1, False)]
)
def test_there_is_none_in_race_week(days: int | None, late: bool) -> None:
    assert too_late(days) is late


def test_every_line_is_sourced_and_modest() -> None:
    for each in (*HOW, MEDIAN):
        assert set(each.evidence) <= claims().keys()
        assert problems(each.text) == []
        assert len(each.text.split()) <= 25
    assert set(EVIDENCE) <= claims().keys()


class Watch:
    now = 0.0


async def _at_the_beat(tmp_path: Path, days: int, *keys: str) -> tuple[str, object]:
    app, watch = race_app(tmp_path), Watch()
    async with app.run_test(size=(80, 24)) as pilot:
        app.answer("race.date", app.today + timedelta(days=days))
        screen = HeelRiseScreen(seconds=lambda: watch.now)
        await app.push_screen(screen)
        for key in keys:
            if key.startswith("+"):
                watch.now += float(key)
                screen.show()
            else:
                await pilot.press(key)
            await pilot.pause()
        text = "\n".join(rows(app.screen))
        assert app.profile
        return text, app.profile.training.heel_rises


async def test_what_is_kept_is_in_the_log(tmp_path: Path) -> None:
    keys = ("space", "+44", "space", "space", "+50", "space", "enter")
    _, kept = await _at_the_beat(tmp_path, 30, *keys)
    assert isinstance(kept, tuple)
    assert (kept[-1].left, kept[-1].right) == (22, 25)
    assert isinstance(kept[-1].date, date)


@pytest.mark.parametrize(
    "keys", [("space", "+44", "escape"), ("enter",), ("space", "+4", "enter")], ids="".join
)
async def test_leaving_keeps_nothing(tmp_path: Path, keys: tuple[str, ...]) -> None:
    _, kept = await _at_the_beat(tmp_path, 30, *keys)
    assert kept is None


async def test_in_race_week_the_beat_does_not_start(tmp_path: Path) -> None:
    text, kept = await _at_the_beat(tmp_path, 5, "space", "+44", "space", "enter")
    assert "Not in race week" in text
    assert kept is None
