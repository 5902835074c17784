"""Two races side by side: only what differs, told on both sides alike, fit for any width."""

from datetime import date, time
from typing import Any

import pytest
from golden_race import GOLDEN, TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles
from written import compare_text

from mile18.evidence.wording import problems
from mile18.page import Page, Sides
from mile18.plan.compare.compare import AnswerPair, compare, shown
from mile18.plan.compare.pages import NOTHING, compare_data, compare_page
from mile18.profile import Profile, question_by_id
from mile18.readiness import WEIGHTS
from mile18.topics.sleep import Night
from mile18.units import SI, Units
from mile18.wrap import columns

NAMES = ("now", "then")
FACTOR_TITLES = {rule.title for rule, _ in WEIGHTS}
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
NIGHTS = tuple(Night(date=date(2027, 4, day), hours=day / 2) for day in (12, 13, 14, 15))
near = st.builds(
    lambda profile, race: profile.with_answer("race.date", race),
    profiles(),
    st.none() | st.dates(date(2027, 4, 1), date(2027, 8, 1)),
)


def pair(name: str, a: Any, b: Any) -> AnswerPair:
    """Two answers to one question."""
    return AnswerPair(question_by_id(name), a, b)


@given(near)
@few(60)
def test_nothing_sets_a_profile_apart_from_itself(profile: Profile) -> None:
    found = compare(profile, profile, TODAY)
    assert found.empty
    assert (found.answers, found.factors, found.levers) == ((), (), ())
    assert NOTHING in compare_text(found, NAMES, SI)


@given(near, near)
@few(40)
def test_each_side_is_told_as_the_other_would_be(a: Profile, b: Profile) -> None:
    found, turned = compare(a, b, TODAY), compare(b, a, TODAY)
    assert (found.a, found.b) == (turned.b, turned.a)
    assert [(x.question, x.a, x.b) for x in found.answers] == [
        (x.question, x.b, x.a) for x in turned.answers
    ]
    assert [(x.a, x.b) for x in found.factors] == [(x.b, x.a) for x in turned.factors]
    sides = {"a": "b", "b": "a"}
    assert {(x.lever.action, x.open_to) for x in found.levers} == {
        (x.lever.action, sides[x.open_to]) for x in turned.levers
    }
    for each in found.answers:
        here, there = shown(each, SI)
        assert shown(AnswerPair(each.question, each.b, each.a), SI) == (there, here)
        assert here != there


@given(near, near)
@few(60)
def test_a_lever_apart_is_possible_on_one_side_and_no_lever_on_the_other(
    a: Profile, b: Profile
) -> None:
    found = compare(a, b, TODAY)
    for each in found.levers:
        behind, ahead = (found.a, found.b) if each.open_to == "a" else (found.b, found.a)
        assert each.lever in behind.possible
        assert each.lever.action not in [lever.action for lever in ahead.levers]
        pulled = compare(ahead.profile, ahead.profile.with_changes(each.lever.changes), TODAY)
        own = [x for x in pulled.factors if x.a.rule.id == each.lever.factor]
        assert all(x.b.low <= x.a.low for x in own)


@given(near, near, st.integers(32, 110), st.sampled_from([SI, MILES]))
@few(40)
def test_no_line_is_wider_than_asked(a: Profile, b: Profile, width: int, units: Units) -> None:
    names = (a.race.name or "a", "走" * 50)
    text = compare_text(compare(a, b, TODAY), names, units, width)
    for line in text.splitlines():
        assert columns(line) <= width
        assert line == line.rstrip()
        assert line.isprintable()


def test_too_narrow_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="32 or more"):
        compare_text(compare(GOLDEN, GOLDEN, TODAY), NAMES, SI, 31)


def test_answers_stand_side_by_side_by_topic_in_the_runners_units() -> None:
    other = golden(
        race={"goal_time": 14_400}, training={"weekly_distance": 40.0}, sleep={"usual_hours": 7.5}
    )
    text = compare_text(compare(GOLDEN, other, TODAY), NAMES, MILES)
    assert "RACE                          now                       then\n" in text
    assert "Goal time                     3:45:00                   4:00:00\n" in text
    assert "How long do you usually       not answered              7.5 h\nsleep?\n" in text
    assert "Usual week, last two months   40 mi                     24.85 mi\n" in text
    assert text.index("\nRACE") < text.index("\nSLEEP") < text.index("\nTRAINING")
    assert "Temperature" not in text
    assert "Answered alike: 19 questions" in text


def test_on_a_narrow_page_both_sides_stand_under_the_question() -> None:
    other = golden(race={"goal_time": 14_400})
    text = compare_text(compare(GOLDEN, other, TODAY), NAMES, SI, 40)
    assert "Goal time\n  3:45:00             4:00:00\n" in text


def test_the_figures_and_the_gate_of_both_stand_first() -> None:
    ill = golden(health={"symptoms_now": ("fever",)})
    lines = compare_text(compare(GOLDEN, ill, TODAY), NAMES, SI).splitlines()
    assert lines[0].split() == ["READINESS", "now", "then"]
    assert lines[1].split("  ")[0] == "Health"
    assert "? not answered yet" in lines[1]
    assert "✗ Do not race" in lines[1]
    assert not compare(GOLDEN, ill, TODAY).empty


def test_factors_with_other_points_and_only_those_are_listed() -> None:
    found = compare(GOLDEN, golden(sleep={"usual_hours": 7.5}), TODAY)
    assert [each.a.rule.id for each in found.factors] == ["sleep"]
    text = compare_text(found, NAMES, SI)
    assert "Sleep                         0–100                     60–100\n" in text


def test_what_only_one_race_needs_is_said() -> None:
    short = golden(race={"distance": 5.0, "goal_time": 1500})
    text = compare_text(compare(GOLDEN, short, TODAY), NAMES, SI)
    assert "not needed" in text.partition("FACTORS")[2]


def test_what_one_has_in_place_the_other_is_told_with_its_points() -> None:
    tired, rested = golden(sleep={"usual_hours": 5.5}), golden(sleep={"usual_hours": 8.0})
    found = compare(tired, rested, TODAY)
    assert [(each.lever.factor, each.open_to) for each in found.levers] == [("sleep", "a")]
    lever = found.levers[0].lever
    text = compare_text(found, NAMES, SI, 200)
    assert "\nnow could still do this; then is there already:\n" in text
    assert f"\n+{lever.points:.1f}  {lever.action}" in text
    assert compare(tired, tired.with_answer("race.name", "x"), TODAY).levers == ()


def rows_of(page: Page) -> list[Sides]:
    return [each for part in page.sections for each in part.blocks if isinstance(each, Sides)]


@given(near, near)
@few(30)
def test_all_that_is_answered_is_shown_if_asked_for_and_only_what_differs_is_marked(
    a: Profile, b: Profile
) -> None:
    found = compare(a, b, TODAY)
    rows = rows_of(compare_page(found, NAMES, SI, everything=True))
    differ = [row for row in rows if row.differs]
    fewer = rows_of(compare_page(found, NAMES, SI))
    assert [row for row in fewer if row.differs] == differ
    assert len(rows) - len(fewer) == found.same_answers
    # The points of factors may read alike where only one race is sure to need it.
    assert all(row.a != row.b or row.what in FACTOR_TITLES for row in differ)


def test_what_there_is_no_time_left_for_is_no_lever_apart() -> None:
    lazy = golden(training={"strength_sessions": 0, "strength_weeks": 0})
    strong = golden(training={"strength_sessions": 3, "strength_weeks": 20})
    early = compare(lazy, strong, date(2027, 1, 1))
    assert "strength" in {each.lever.factor for each in early.levers}
    late = compare(lazy, strong, TODAY)
    assert "strength" not in {each.lever.factor for each in late.levers}


def test_a_number_that_only_another_race_asks_for_is_not_in_place() -> None:
    hasty = golden(race={"goal_time": 11_700})
    calm = golden(race={"goal_time": 15_000})
    short = golden(race={"distance": 10.0, "goal_time": 4000})
    actions = [each.lever.action for each in compare(hasty, calm, TODAY).levers]
    assert any("or slower" in each for each in actions)
    assert compare(hasty, short, TODAY).levers == ()


def test_a_practised_fuel_plan_is_in_place_where_only_a_cap_kept_it_back() -> None:
    untried = golden(nutrition={"fuel_practised": "no"})
    found = compare(untried, GOLDEN, TODAY)
    assert ("fuel", "a") in [(each.lever.factor, each.open_to) for each in found.levers]
    assert not [each for each in found.levers if each.open_to == "b"]


def test_what_is_not_answered_is_not_in_place() -> None:
    tired = golden(sleep={"usual_hours": 5.5})
    assert compare(tired, GOLDEN, TODAY).levers == ()


@pytest.mark.parametrize(
    ("name", "a", "b", "words"),
    [
        ("sleep.usual_hours", None, 7.0, ("not answered", "7 h")),
        ("race.distance", 42.195, 42.1950001, ("42.195", "42.1950001")),
        ("sleep.usual_hours", 7.001, 7.0, ("7.001 h", "7 h")),
        ("race.start_time", time(9, 0), time(9, 0, 30), ("09:00:00", "09:00:30")),
        ("race.name", "", None, ("empty", "not answered")),
        (
            "sleep.nights",
            NIGHTS[:2],
            NIGHTS[1:2],
            ("2 logged, only here: Mon 12 Apr 2027 · 6 h", "1 logged"),
        ),
        (
            "sleep.nights",
            (),
            NIGHTS,
            (
                "none",
                "4 logged, only here: Mon 12 Apr 2027 · 6 h; Tue 13 Apr 2027 · 6.5 h; and 2 more",
            ),
        ),
        ("week.done", ("a", "b"), ("b", "c"), ("2 ticked, only here: a", "2 ticked, only here: c")),
    ],
)
def test_answers_that_differ_never_read_alike(
    name: str, a: Any, b: Any, words: tuple[str, str]
) -> None:
    assert shown(pair(name, a, b), SI) == words


def test_the_order_of_a_list_is_no_difference() -> None:
    a = golden(health={"symptoms_now": ("fever", "chest_pain")}, sleep={"nights": NIGHTS})
    b = golden(health={"symptoms_now": ("chest_pain", "fever")}, sleep={"nights": NIGHTS[::-1]})
    assert compare(a, b, TODAY).answers == ()
    assert compare(a, b, TODAY).same_answers == compare(a, a, TODAY).same_answers


def test_ticks_of_race_week_are_compared_too() -> None:
    ticked = golden(week={"done": ("shop",)})
    text = compare_text(compare(GOLDEN, ticked, TODAY), NAMES, SI)
    assert "RACE WEEK" in text
    assert "1 ticked" in text


def test_text_from_a_file_stays_on_its_side_and_is_cut() -> None:
    sneaky = golden(race={"name": "a\x1b[31m\nb {km:5} " + "x" * 5000})
    text = compare_text(compare(GOLDEN, sneaky, TODAY), NAMES, SI)
    assert "\x1b" not in text
    assert "{km:5}" in text
    assert text.count("x") < 250


def test_the_data_for_programs_holds_what_the_text_does() -> None:
    found = compare(golden(sleep={"usual_hours": 5.5}), golden(sleep={"usual_hours": 8.0}), TODAY)
    data = compare_data(found, NAMES)
    assert data["answers"] == [
        {
            "question": "sleep.usual_hours",
            "prompt": "How long do you usually sleep?",
            "a": 5.5,
            "b": 8.0,
        }
    ]
    assert [each["id"] for each in data["factors"]] == ["sleep"]
    assert data["a"]["profile"] == "now"
    assert data["a"]["readiness"]["low"] < data["b"]["readiness"]["low"]
    assert [(each["factor"], each["open_to"]) for each in data["levers"]] == [("sleep", "a")]


def test_its_own_words_claim_nothing() -> None:
    other = golden(sleep={"usual_hours": 5.5}, race={"distance": 5.0, "goal_time": 1500})
    text = compare_text(compare(GOLDEN, other, TODAY), NAMES, SI, 200)
    assert [problems(line) for line in text.splitlines() if problems(line)] == []
