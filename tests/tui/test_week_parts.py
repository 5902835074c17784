"""Race week drawn: whatever the answers, everything is there and fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles
from textual.content import Content

from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.tui.drawing import hanging
from mile18.tui.page import LACK
from mile18.tui.race_week.parts import DAY, SERVING, TASK, eaten_bar, week_blocks
from mile18.tui.race_week.screen import kept, place_of
from mile18.tui.races.example import example
from mile18.units import SI, Units

TODAY = date(2027, 4, 20)
EXAMPLE = example(TODAY)
RACE = date(2027, 5, 2)


def _plain(lines: list[Content]) -> str:
    return " ".join(" ".join(line.plain for line in lines).split())


@few(60)
@given(
    profile=profiles(),
    days=st.integers(-5, 70),
    width=st.integers(30, 100),
    units=st.sampled_from([SI, Units("mi", "lb", "°F", "fl oz")]),
    opened=st.booleans(),
)
def test_it_fits_and_leaves_nothing_out(
    profile: Profile, days: int, width: int, units: Units, opened: bool
) -> None:
    if profile.race.date:
        profile = profile.with_answer("race.date", RACE)
    week = race_week(profile, RACE - timedelta(days=days))
    shown = {task.id for task in week.tasks} if opened else set()
    blocks = list(week_blocks(week, units, width, shown))
    drawn = [line for block in blocks for line in block.lines]
    assert all(line.cell_length <= width and "\n" not in line.plain for line in drawn)
    assert not any("{" in line.plain for line in drawn)
    stops = [block.stop for block in blocks if block.stop]
    assert [each for each in stops if each.startswith(TASK)] == [TASK + t.id for t in week.tasks]
    assert len({*stops}) == len(stops)
    assert sum(each.startswith(LACK) for each in stops) == len(week.lacking)
    parts = [block.part for block in blocks if block.part.startswith(DAY)]
    assert parts == [f"{DAY}{day.days_to_race}" for day in week.days]
    whole = _plain(drawn)
    for each in week.dropped:
        assert " ".join(each.what.split()) in whole or "{" in each.what


@pytest.mark.parametrize("width", [37, 80])
def test_opened_tasks_say_what_to_do_and_why(width: int) -> None:
    week = race_week(EXAMPLE, TODAY)
    blocks = list(week_blocks(week, SI, width, {task.id for task in week.tasks}))
    for task in week.tasks:
        text = _plain([*next(b.lines for b in blocks if b.stop == TASK + task.id)])
        assert " ".join(task.why.split()) in text
        assert f"evidence {task.grade}" in text
        for line in task.detail.split("\n"):
            if "{" not in line:
                assert " ".join(line.split()) in text


def test_portions_stand_open_on_their_day_and_sum_up() -> None:
    done = ("food-D-2-1", "food-D-2-3")
    profile = EXAMPLE.with_answer("week.done", done)
    week = race_week(profile, RACE - timedelta(days=2))
    assert week.loading
    eaten = {day.days_before: day for day in week.loading.days}[2]
    blocks = list(week_blocks(week, SI, 80, ()))
    servings = [block for block in blocks if block.stop.startswith(SERVING)]
    assert len(servings) == len(eaten.servings)
    assert sum("[✓]" in _plain([*block.lines]) for block in servings) == 2
    grams = eaten.servings[0].portion.grams + eaten.servings[2].portion.grams
    row = next(block.lines for block in blocks if block.stop == TASK + "loading-D-2")
    assert f"{grams} of 560–700 g" in _plain([*row])


def test_without_a_body_mass_the_ledger_names_no_amount() -> None:
    profile = EXAMPLE.with_answer("race.body_mass", None)
    week = race_week(profile, TODAY)
    blocks = list(week_blocks(week, SI, 80, {"loading-D-1"}))
    assert not any(block.stop.startswith(SERVING) for block in blocks)
    row = _plain([*next(block.lines for block in blocks if block.stop == TASK + "loading-D-1")])
    assert "8–10 g of carbohydrate per kg of body weight a day" in row
    assert "Portions are approximate" in row


@given(eaten=st.integers(0, 2000), low=st.integers(100, 900), width=st.integers(6, 40))
def test_the_bar_of_what_is_eaten_keeps_its_width(eaten: int, low: int, width: int) -> None:
    drawn = eaten_bar(eaten, (low, low + 100), width)
    assert drawn.cell_length == width
    assert ("█" in drawn.plain) or eaten * width < low + 100
    assert (drawn.plain == "█" * width) is (round(eaten * width / (low + 100)) >= width)


def test_a_ticked_task_stays_where_it_was_ticked() -> None:
    today = RACE - timedelta(days=5)
    before = race_week(EXAMPLE, today)
    assert before.today
    name = next(task.id for task in before.today.tasks if task.planned)
    place = place_of(before, name)
    assert place
    after = race_week(EXAMPLE.with_answer("week.done", (name,)), today)
    assert place_of(after, name) != place
    shown = kept(after, {name: place})
    assert place_of(shown, name) == place
    assert sorted(task.id for task in shown.tasks) == sorted(task.id for task in after.tasks)
    assert all(day.tasks or day.is_today for day in shown.days)


def test_another_race_day_puts_it_back() -> None:
    today = RACE - timedelta(days=5)
    before = race_week(EXAMPLE, today)
    assert before.today
    name = next(task.id for task in before.today.tasks if task.planned)
    place = place_of(before, name)
    assert place
    moved = EXAMPLE.with_answer("race.date", RACE + timedelta(days=1))
    after = race_week(moved.with_answer("week.done", (name,)), today)
    assert kept(after, {name: place}) == after


def test_a_number_keeps_its_unit() -> None:
    for width in range(12, 40):
        lines = hanging("Run 5 km at 5:20/km for 30 min, then rest for 8 h", width)
        assert not any(line.plain.rstrip().endswith((" 5", "5:20", "30", " 8")) for line in lines)
