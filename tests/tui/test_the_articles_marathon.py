"""The article's own marathon, typed in from nothing with the keyboard alone, closed and reopened."""

from datetime import timedelta
from pathlib import Path

import pytest
from race_app import NOW
from textual.pilot import Pilot

from mile18.profile import tabs, topics
from mile18.question import questions
from mile18.readiness import assess
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.prepare.screen import PrepareScreen

# What is typed at each question; all others are passed by with the down key.
TYPED = {
    "race.name": "Spring Marathon", "race.date": "2 May 2027", "race.distance": "marathon",
    "race.goal_time": "3h45", "race.recent_distance": "half", "race.recent_time": "1:45:00",
    "race.body_mass": "70", "sleep.usual_hours": "6,5", "training.weekly_distance": "50",
    "training.longest_run": "30 km", "training.goal_pace_distance": "10",
    "training.strength_sessions": "0", "nutrition.loading_days": "1",
    "nutrition.loading_g_per_kg": "6", "nutrition.products": "gel 25 g every 40 min",
    "heat.temperature": "22", "heat.humidity": "64",
    "heat.hot_sessions": "0", "nerves.tension": "8", "nerves.worry": "8", "nerves.confidence": "4",
    "health.cramps_last_10": "4",
}  # fmt: skip
CHOSEN = {
    "race.first_half": "faster", "sleep.rested": "sometimes", "training.goal_pace_feel": "hard",
    "training.taper": "one_week", "training.plyometrics": "no", "nutrition.loading_plan": "in_mind",
    "nutrition.fuel_practised": "no", "heat.sun": "sun", "heat.plan_b": "none",
    "nerves.routine": "none", "nerves.rehearsed": "no",
}  # fmt: skip
TICKED = {"health.cramp_muscles": 0}


async def fill_in(pilot: Pilot[None]) -> None:
    for topic in tabs():
        for question in questions(topics()[topic]):
            name = f"{topic}.{question.key}"
            if text := TYPED.get(name):
                await pilot.press(*(_KEYS.get(each, each) for each in text), "enter")
                continue
            if choice := CHOSEN.get(name):
                options = list(question.choices) or ["yes", "no"]
                await pilot.press(str(options.index(choice) + 1))
            if name in TICKED:
                await pilot.press("enter", *["down"] * TICKED[name], "space", "enter")
            await pilot.press("down")


_KEYS = {" ": "space", ":": "colon", ",": "comma"}


@pytest.fixture
async def saved(tmp_path: Path) -> Store:
    """The race as it was typed and saved."""
    store = Store(tmp_path / "races")
    app = Mile18(store, now=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("ctrl+o", "f2")
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        await fill_in(pilot)
        await pilot.press("ctrl+q")
    return store


async def test_closed_and_reopened_it_has_the_same_answers_and_the_weak_factors_of_the_article(
    saved: Store,
) -> None:
    opened = saved.load(saved.names()[0])
    profile = opened.profile
    assert opened.loaded.problems == ()
    said = {
        f"{topic}.{question.key}"
        for topic in tabs()
        for question in questions(topics()[topic])
        if profile.answer(question.id) is not None
    }
    assert said == {*TYPED, *CHOSEN, *TICKED}
    assert (profile.race.goal_time, profile.sleep.usual_hours) == (13500, 6.5)
    assert profile.health.cramp_muscles == ("calf",)

    app = Mile18(saved, opened, now=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.profile == profile

    high = {each.rule.id: each.high for each in assess(profile, NOW.date()).factors}
    weak = sorted(high, key=lambda factor: high[factor])[:5]
    assert set(weak) == {"strength", "nerves", "heat", "goal_pace", "goal"}

    race = profile.race.date
    assert race is not None
    first = {days: assess(profile, race - timedelta(days)).possible[0] for days in (60, 12, 2)}
    assert {lever.factor for lever in first.values()} == {"goal"}
    late = {
        days: {lever.factor for lever in assess(profile, race - timedelta(days)).too_late}
        for days in (60, 12, 2)
    }
    assert late[60] == set()
    assert {"strength", "long_run"} <= late[12]
    assert late[12] | {"fuel"} <= late[2]
