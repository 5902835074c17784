"""Plots: rows of plain text no wider than asked, marks where the numbers say, hints in bounds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.plan.plots import Band, Curve, Guide, Row, Tick, Track, chart, course

# Neither blocks nor braille: they are missing or uneven in many fonts.
_UNEVEN = re.compile("[\u2580-\u259f\u2800-\u28ff]")


def check(rows: tuple[Row, ...], width: int) -> None:
    for row in rows:
        assert len(row.text) <= width
        assert row.text == row.text.rstrip()
        assert not _UNEVEN.search(row.text)
        for hint in row.hints:
            assert 0 <= hint.start < hint.end <= len(row.text)


def test_marks_stand_where_they_belong() -> None:
    stations = Track("at", "▲", "station", (0.0, 5.0, 10.0))
    rows = course(10.0, [stations], [(0.0, "0"), (5.0, "half"), (10.0, "10")], 24)
    assert [row.text for row in rows] == [
        "at ▲         ▲         ▲",
        "   ├─────────┼─────────┤",
        "   0        half      10",
    ]


def test_a_stretch_is_drawn_from_end_to_end() -> None:
    rows = course(10.0, [Track("", "×", "cramp", (), ((5.0, 10.0),))], [], 22)
    assert rows[0].text == " " * 11 + "×" * 11
    assert rows[0].hints[0].role == "cramp"
    assert (rows[0].hints[0].start, rows[0].hints[0].end) == (11, 22)


def test_labels_never_touch_and_the_ends_stay() -> None:
    ticks: list[Tick] = [(float(at), f"{at} km") for at in range(21)]
    under = course(20.0, [], ticks, 40)[-1].text
    assert under.startswith("0 km")
    assert under.endswith("20 km")
    assert not re.search(r"km\d", under)


@given(
    st.floats(0.1, 250),
    st.lists(st.floats(-10, 300), max_size=20),
    st.integers(20, 120),
)
def test_any_course_fits(length: float, places: list[float], width: int) -> None:
    tracks = [Track("abc", "•", "portion", tuple(places)), Track("d", "×", "x", (), ((1.0, 9.0),))]
    rows = course(length, tracks, [(0.0, "0"), (length, "end")], width)
    assert len(rows) == 4
    check(rows, width)


def test_a_line_falls_from_corner_to_corner() -> None:
    line = Curve("o", "body", lambda x: -x)
    rows = chart([line], [Guide(0.0, "0", "guard")], (0.0, 3.0), (-3.0, 0.0), [], 20, 4)
    assert rows[0].text.startswith("0 │ooo")
    assert rows[3].text.endswith("ooo")
    assert rows[4].text == "  └" + "─" * 17


def test_a_steep_line_has_no_holes() -> None:
    step = Curve("o", "body", lambda x: 0.0 if x < 5 else 10.0)
    rows = chart([step], [], (0.0, 10.0), (0.0, 10.0), [], 30, 9)
    assert all("o" in row.text for row in rows[:9])


def test_a_band_is_filled_and_curves_lie_above_it() -> None:
    band = Band("·", "range", lambda _: 0.0, lambda _: 10.0)
    middle = Curve("e", "elite", lambda _: 5.0)
    rows = chart([band, middle], [], (0.0, 1.0), (0.0, 10.0), [], 18, 3)
    assert [row.text for row in rows[:3]] == ["│" + "·" * 17, "│" + "e" * 17, "│" + "·" * 17]


def test_values_outside_or_missing_are_left_out() -> None:
    gone = Curve("o", "body", lambda x: None if x < 5 else 99.0)
    rows = chart([gone], [], (0.0, 10.0), (0.0, 10.0), [], 30, 4)
    assert not any("o" in row.text for row in rows)


def test_a_mark_stands_on_the_axis() -> None:
    rows = chart([], [], (0.0, 16.0), (0.0, 1.0), [(0.0, "0"), (16.0, "16")], 18, 3, [(8.0, "B")])
    assert rows[3].text == "└┼───────B───────┼"
    assert "mark" in {hint.role for hint in rows[3].hints}


@given(
    st.floats(-50, 50),
    st.floats(0.5, 100),
    st.floats(-3, 3),
    st.integers(24, 120),
    st.integers(3, 20),
)
def test_any_chart_fits(start: float, span: float, slope: float, width: int, height: int) -> None:
    line = Curve("o", "body", lambda x: slope * (x - start))
    guides = [Guide(0.0, "0 %", "guard"), Guide(-2.0, "−2 %", "guard")]
    ticks = [(start, "start"), (start + span, "end")]
    rows = chart([line], guides, (start, start + span), (-3.0, 1.0), ticks, width, height)
    assert len(rows) == height + 2
    check(rows, width)


def test_too_little_room_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        course(10.0, [Track("a long label", "•", "x")], [], 20)
    with pytest.raises(ValueError, match="rows"):
        chart([], [], (0.0, 1.0), (0.0, 1.0), [], 40, 2)
    with pytest.raises(ValueError, match="empty span"):
        chart([], [], (1.0, 1.0), (0.0, 1.0), [], 40, 5)
    with pytest.raises(ValueError, match="length"):
        course(0.0, [], [], 40)
