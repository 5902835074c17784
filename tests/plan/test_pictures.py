"""The pictures of the tabs: what they show, what they never show, and that they fit or are not there."""

import random
from datetime import date, timedelta

import pytest
from at_risk import HEALTHY
from drawn_answers import full_profile
from golden_race import GOLDEN
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from plan_screens import EXAMPLE
from profiles import profiles

from mile18.drawing import PLAIN
from mile18.plan.day.day import race_day
from mile18.plan.pictures.tabs import picture, picture_rows
from mile18.plan.pictures.week import week_picture
from mile18.plan.week.week import race_week
from mile18.profile import Profile, tabs
from mile18.readiness import assess
from mile18.units import SI, Units

TODAY = date(2027, 4, 20)
ROOM = (72, 30)
RUNNERS = [GOLDEN, HEALTHY, Profile(), *(full_profile(random.Random(seed)) for seed in range(40))]
SIGNS = set("●○▲│━•")
ELSEWHERE = set("█░▒▏")


def rows(
    profile: Profile,
    topic: str,
    question: str = "",
    size: tuple[int, int] = ROOM,
    units: Units = SI,
) -> list[str]:
    found = picture_rows(profile, assess(profile, TODAY), topic, question, units, size)
    return [row.text for row in found]


@pytest.mark.parametrize("topic", [*tabs()])
@pytest.mark.parametrize("width", [20, 34, 44, 72, 120])
def test_a_picture_fits_or_is_not_there(topic: str, width: int) -> None:
    for profile in RUNNERS:
        for height in (3, 6, 9, 30):
            found = rows(profile, topic, size=(width, height))
            assert len(found) <= height
            assert all(len(row) <= width for row in found)
            whole = rows(profile, topic, size=(width, 60))
            assert found in ([], whole)


@pytest.mark.parametrize("topic", [*tabs()])
def test_every_sign_is_explained_below(topic: str) -> None:
    seen = 0
    for profile in RUNNERS:
        found = rows(profile, topic, size=(120, 60))
        if found:
            seen += 1
            used = {sign for row in found[:-1] for sign in row} & SIGNS
            assert used <= set(found[-1]), found
            if ELSEWHERE & set("".join(found[:-1])):
                assert "│ marks 7 h" in found[-1]
    assert (seen == 0) is (topic == "health")


@pytest.mark.parametrize("topic", [*tabs()])
def test_the_same_answers_give_the_same_picture(topic: str) -> None:
    for profile in RUNNERS[:8]:
        assert rows(profile, topic) == rows(profile, topic)


@pytest.mark.parametrize(
    ("question", "value", "label"),
    [
        ("race.goal_time", 15_000, "Goal"),
        ("training.weekly_distance", 20.0, "Usual week"),
        ("training.longest_run", 18.0, "Longest run"),
        ("training.goal_pace_distance", 5.0, "At goal pace"),
        ("training.strength_sessions", 3.0, "Strength"),
        ("nutrition.loading_g_per_kg", 5.0, "Loading"),
        ("nutrition.drink_per_hour", 1.2, "Drink"),
        ("heat.temperature", 30.0, "Heat load"),
        ("heat.training_temperature", 2.0, "Air"),
        ("heat.hot_sessions", 8, "Used to heat"),
        ("nerves.tension", 1, "Tense body"),
    ],
)
def test_an_answer_moves_its_own_line_without_any_colour(
    question: str, value: object, label: str
) -> None:
    topic = question.partition(".")[0]
    base = full_profile(random.Random(3)).with_changes(
        {
            "race": {"distance": 42.195, "goal_time": 13_500, "date": date(2027, 5, 2)},
            "health": {"conditions": (), "medicines": (), "symptoms_now": (), "illness_last_14_days": "no"},
            "heat": {"hours": None, "temperature": 15.0, "training_temperature": 12.0, "hot_sessions": 2, "last_hot_session": date(2027, 4, 18), "humidity": 60.0, "dew_point": None},
            "training": {"strength_sessions": 1.0},
            "nutrition": {"loading_g_per_kg": 8.0, "drink_per_hour": 0.4},
            "nerves": {"tension": 7},
        }
    )  # fmt: skip
    if topic == "race":
        base = base.with_changes({"race": {"recent_distance": 21.0975, "recent_time": 6300}})
    before = rows(base, topic, question, (110, 60))
    after = rows(base.with_answer(question, value), topic, question, (110, 60))
    here = [row for row in before if row.startswith("›")]
    assert [row.split("  ")[0].strip("› ") for row in here] == [label]
    line = {row[2:15].strip(): row for row in after}
    assert line[label] != here[0]


def test_amounts_that_are_withheld_have_no_line() -> None:
    loaded = GOLDEN.with_answer("nutrition.loading_g_per_kg", 8.0)
    told = "\n".join(rows(loaded, "nutrition"))
    assert "Loading" in told
    ill = loaded.with_changes({"health": {"conditions": ("diabetes",)}})
    assert "Loading" not in "\n".join(rows(ill, "nutrition"))
    diuretic = GOLDEN.with_changes({"health": {"medicines": ("diuretic",)}})
    assert "Drink" not in "\n".join(rows(diuretic, "nutrition"))


def test_nutrition_shows_what_race_day_says() -> None:
    for profile in RUNNERS:
        readiness = assess(profile, TODAY)
        if readiness.gate.shut:
            continue
        day = race_day(profile, TODAY)
        lines = {
            line.label: line for line in picture(profile, readiness, "nutrition", SI, 72).lines
        }
        portions = [mark for mark, _ in lines["Portions"].marks] if "Portions" in lines else []
        assert portions == [each.km for each in day.fuel.portions]
        drink, carbohydrate = lines.get("Drink"), lines.get("Carbohydrate")
        assert carbohydrate is None or carbohydrate.band == day.fuel.band
        if drink is not None:
            assert not day.fluids.withheld
            most = {at for at, sign in drink.marks if sign == "▲"}
            assert most == ({day.fluids.most} if day.fluids.most else set())
            assert drink.band in (None, (day.fluids.least, day.fluids.most))


def test_a_step_that_there_is_time_for_is_seen_beside_the_answer() -> None:
    def marks(days: int) -> dict[str, int]:
        start = TODAY + timedelta(days=days)
        found = rows(EXAMPLE.with_answer("race.date", start), "training")
        return {row[2:15].strip(): row.count("○") for row in found[:-1]}

    assert set(marks(3).values()) == {0}
    assert marks(60) == dict.fromkeys(
        ("Usual week", "Longest run", "At goal pace", "Strength", "Kept up"), 1
    )


def test_each_portion_is_seen_where_it_is_taken() -> None:
    (row,) = [row for row in rows(GOLDEN, "nutrition") if "Portions" in row]
    assert row.count("•") == len(race_day(GOLDEN, TODAY).fuel.portions)


def test_while_the_gate_is_shut_there_is_none() -> None:
    ill = GOLDEN.with_changes({"health": {"symptoms_now": ("fever",)}})
    for topic in tabs():
        assert rows(ill, topic) == []


def test_nothing_answered_gives_no_picture() -> None:
    for topic in tabs():
        found = picture(Profile(), assess(Profile(), TODAY), topic, SI, 72)
        assert (found.lines, found.rows) == ((), ())


def test_units_are_those_of_the_runner() -> None:
    told = "\n".join(rows(GOLDEN, "training", units=Units(distance="mi")))
    assert " mi" in told
    assert " km" not in told
    told = "\n".join(rows(GOLDEN, "heat", units=Units(temperature="°F")))
    assert "°F" in told
    assert "°C" not in told


def test_every_sign_has_one_of_ascii_for_a_terminal_that_says_no_more() -> None:
    for profile in RUNNERS:
        for topic in tabs():
            for row in rows(profile, topic, f"{topic}.x", (120, 60)):
                plain = row.replace("°", "").replace("–", "-").encode("ascii", PLAIN).decode()
                assert "?" not in plain.replace("?", "", row.count("?"))
                assert len(plain) == len(row.replace("°", ""))


@few(60)
@given(profiles(), st.integers(-5, 40), st.integers(1, 60))
def test_the_columns_of_race_week_fit_or_are_not_there(
    profile: Profile, days: int, width: int
) -> None:
    week = race_week(profile.with_answer("race.date", TODAY + timedelta(days=days)), TODAY)
    drawn = week_picture(week.days, width)
    assert all(len(row.text) <= width for row in drawn)
    if drawn:
        assert ("●" in drawn[-1].text) is any(day.is_today for day in week.days)
        assert drawn == week_picture(week.days, width)


def test_a_task_that_is_ticked_fills_its_column() -> None:
    week = race_week(EXAMPLE, TODAY)
    before = week_picture(week.days, 40)
    assert "░" in "".join(row.text for row in before)
    ids = tuple(task.id for task in week.tasks)
    ticked = race_week(EXAMPLE.with_answer("week.done", ids), TODAY)
    assert "░" not in "".join(row.text for row in week_picture(ticked.days, 40))
