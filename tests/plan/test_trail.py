"""The trail of readiness: a point a day, thinned out, told as intervals, and no answer to anything."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from golden_race import GOLDEN, TODAY
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from msgspec.structs import replace
from profiles import profiles
from written import report_text

from mile18.plan.compare.compare import compare
from mile18.plan.history import MOST_POINTS, trail, trail_words, with_point
from mile18.plan.pictures.trail import trail_rows
from mile18.plan.report import report_data
from mile18.profile import Profile, answered
from mile18.readiness import assess
from mile18.storage.codec import decode, encode
from mile18.topics.kept import History, Point
from mile18.units import SI
from mile18.wrap import columns

SPRING = date(2027, 4, 12)
GOLDEN_NOW = assess(GOLDEN, TODAY).overall


def point(day: date, low: int, high: int) -> Point:
    return Point(date=day, low=low, high=high)


def kept(*points: Point) -> Profile:
    return replace(GOLDEN, history=History(points=points))


def days(profile: Profile) -> list[date]:
    found = [each.date for each in profile.history.points or ()]
    assert None not in found
    return [each for each in found if each]


near = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=40))


@given(profiles(), st.lists(near, max_size=12))
@few(30)
def test_a_point_a_day_in_order_and_never_too_many(profile: Profile, saves: list[date]) -> None:
    for today in saves:
        before = profile
        profile = with_point(profile, today)
        if not answered(profile)[0]:
            assert profile == before
            continue
        found = days(profile)
        assert found == sorted(set(found))
        assert found[-1] == today
        assert len(found) <= MOST_POINTS
        assert with_point(profile, today) == profile
        assert decode(encode(profile)).profile.history == profile.history


@given(profiles(), near)
@few(30)
def test_the_history_is_no_answer(profile: Profile, today: date) -> None:
    bare = replace(profile, history=History())
    pointed = with_point(bare, today)
    a, b = assess(bare, today), assess(pointed, today)
    assert replace(a, profile=b.profile) == b
    assert compare(bare, pointed, today).empty
    assert compare(bare, pointed, today).same_answers == compare(bare, bare, today).same_answers


def test_a_year_of_saves_leaves_the_first_each_week_and_each_day_of_two_weeks() -> None:
    profile = GOLDEN
    first = TODAY - timedelta(days=150)
    for passed in range(151):
        profile = with_point(profile, first + timedelta(days=passed))
    found = days(profile)
    assert found[0] == first
    assert found[-14:] == [TODAY - timedelta(days=passed) for passed in range(13, -1, -1)]
    assert {each.isoweekday() for each in found[1:-14]} == {7}
    assert len(found) <= MOST_POINTS
    for passed in range(1, 300):
        profile = with_point(profile, TODAY + timedelta(days=passed))
    found = days(profile)
    assert found[0] == first
    assert len(found) == MOST_POINTS


def test_the_last_of_the_day_wins_and_what_lies_ahead_goes() -> None:
    ahead = point(TODAY + timedelta(days=1), 1, 2)
    profile = with_point(kept(point(TODAY, 1, 2), ahead), TODAY)
    low, high = (int(each + 0.5) for each in (GOLDEN_NOW.low, GOLDEN_NOW.high))
    assert profile.history.points == (point(TODAY, low, high),)


def test_nothing_is_kept_while_nothing_is_answered() -> None:
    assert with_point(Profile(), TODAY) == Profile()


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (60, "since 12 Apr  ▄▅▃  41–60 → 29–97"),
        (32, "since 12 Apr  ▄▅▃  41–60 → 29–97"),
        (31, "since 12 Apr  ▄▃  41–60 → 29–97"),
        (30, "▄▅▃  41–60 → 29–97"),
        (17, "▄▃  41–60 → 29–97"),
        (16, "41–60 → 29–97"),
        (13, "41–60 → 29–97"),
        (12, ""),
    ],
)
def test_the_line_for_the_room_there_is(width: int, words: str) -> None:
    profile = kept(point(SPRING, 41, 60), point(SPRING + timedelta(days=3), 50, 70))
    assert trail_words(assess(profile, TODAY), width) == words


def test_the_year_is_told_where_it_is_another() -> None:
    profile = kept(point(date(2026, 12, 30), 41, 60))
    assert trail_words(assess(profile, TODAY), 60).startswith("since 30 Dec 2026  ")


@pytest.mark.parametrize(
    "points",
    [
        (),
        (point(TODAY, 1, 2),),
        (Point(date=SPRING, low=3), Point(low=3, high=4), point(SPRING, 9, 8)),
    ],
)
def test_without_an_earlier_day_there_is_no_trail(points: tuple[Point, ...]) -> None:
    readiness = assess(kept(*points), TODAY)
    assert trail(readiness) == ()
    assert trail_words(readiness, 60) == ""
    assert "Since" not in report_text(readiness.profile, readiness, SI)
    assert report_data("x", readiness)["trail"] == []


@given(st.lists(st.tuples(near, st.integers(0, 100)), max_size=60), st.integers(0, 90))
@few(60)
def test_no_line_is_too_wide_and_both_ends_are_named(
    points: list[tuple[date, int]], width: int
) -> None:
    readiness = assess(kept(*(point(day, low, 100) for day, low in points)), TODAY)
    told = trail_words(readiness, width)
    assert columns(told) <= width
    if told:
        assert " → " in told
        low, high = GOLDEN_NOW.low, GOLDEN_NOW.high
        assert told.endswith(f"{int(low + 0.5)}–{int(high + 0.5)}")


RISING = [41, 44, 44, 52]


def drawn(lows: Sequence[int], width: int = 44, height: int = 2) -> list[str]:
    """The trail of a day a week up to a week ago, then today."""
    first = TODAY - timedelta(weeks=len(lows))
    points = [point(first + timedelta(weeks=at), low, 90) for at, low in enumerate(lows)]
    return [row.text for row in trail_rows(assess(kept(*points), TODAY), width, height)]


def test_from_five_days_on_it_is_a_line() -> None:
    assert drawn(RISING[:3]) == ["since 30 Mar  ▄▄▄▃  41–90 → 29–97"]
    assert drawn(RISING, height=1) == ["since 23 Mar  ▄▄▄▅▃  41–90 → 29–97"]
    top, bottom = drawn(RISING)
    assert top.startswith("since 23 Mar  41–90  ")
    assert bottom.startswith("now           29–97  ")
    for row in (top, bottom):
        assert set(row[21:]) - {" "} <= {chr(0x2800 + dots) for dots in range(256)}


def test_a_steeper_way_is_a_steeper_line() -> None:
    flat, steep = (drawn(lows)[0] for lows in ([30, 29, 29, 30], [80, 70, 50, 40]))
    assert len(set(steep[21:])) > len(set(flat[21:]))


@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=30), st.integers(8, 90), st.integers(1, 4)
)
@few(60)
def test_the_line_fits_or_blocks_stand_there(lows: list[int], width: int, height: int) -> None:
    rows = drawn(lows, width, height)
    assert len(rows) <= min(height, 2)
    assert all(columns(row) <= width for row in rows)
    assert bool(rows) is bool(drawn(lows, width, 1))


def test_the_report_and_the_data_tell_it() -> None:
    profile = kept(point(SPRING, 41, 60))
    readiness = assess(profile, TODAY)
    assert "Since 12 Apr  ▄▃  41–60 → 29–97" in report_text(profile, readiness, SI)
    assert report_data("x", readiness)["trail"][0] == {"date": "2027-04-12", "low": 41, "high": 60}


def test_a_point_stands_on_a_line_of_its_own_in_the_file() -> None:
    text = encode(kept(point(SPRING, 41, 60), point(TODAY, 50, 70)))
    assert "    { date = 2027-04-12, low = 41, high = 60 },\n" in text
