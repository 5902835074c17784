"""Pictures: rows of text no wider than asked, marks where the numbers say, roles in bounds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.charts import DOTS, Band, Curve, Guide, Track, chart, course
from mile18.drawing import BLOCKS, PLAIN, Row, Tick, bar, blocks, progress, scale, stacks

# Blocks and braille are missing or uneven in many fonts: a picture has them only if told.
_UNEVEN = re.compile("[\u2580-\u259f\u2800-\u28ff]")


ENCODINGS = ("ascii", "latin-1", "cp437", "cp1252", "koi8-r", "utf-8")
WIDTHS = st.integers(20, 120)


def check(rows: tuple[Row, ...], width: int, *, even: bool = True) -> None:
    for row in rows:
        assert len(row.text) <= width
        assert row.text == row.text.rstrip()
        assert not (even and _UNEVEN.search(row.text))
        for encoding in ENCODINGS:
            assert len(in_signs_of(encoding, row.text)) == len(row.text)
        for hint in row.hints:
            assert 0 <= hint.start < hint.end <= len(row.text)


def in_signs_of(encoding: str, text: str) -> str:
    return text.encode(encoding, PLAIN).decode(encoding)


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
    guides = [Guide(0.0, "0%", "guard"), Guide(-2.0, "−2%", "guard")]
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


@given(WIDTHS, st.data())
def test_any_bar_fits_and_shows_its_parts_without_colour(width: int, data: st.DataObject) -> None:
    full = data.draw(st.integers(0, width))
    possible, least = (data.draw(st.integers(low, width)) for low in (full, 0))
    row = bar(full, possible, width)
    assert row.text == "█" * full + "▒" * (possible - full) + "░" * (width - possible)
    marked = bar(full, full, width, least)
    assert marked.text.find("│") == (least - 1 if least > full else -1)
    check((row, marked), width, even=False)


@given(WIDTHS, st.data())
def test_any_way_is_thick_up_to_the_mark(width: int, data: st.DataObject) -> None:
    done = data.draw(st.integers(0, width - 1))
    assert progress(done, width, marked=True).text == "━" * done + "●" + "╌" * (width - 1 - done)
    check((progress(done, width), progress(done, width, marked=True)), width)


def test_a_scale_has_its_guards_and_what_lies_beyond() -> None:
    row = scale(12, (3, 7), 5, alarm=False)
    assert row.text == "···│─●─│▒▒▒▒"
    roles = [hint.role for hint in row.hints]
    assert roles == ["level", "guard", "safe", "here", "safe", "guard", "beyond"]
    alarm = scale(12, (3, 7), 10, alarm=True)
    assert alarm.text == row.text[:5] + "─" + row.text[6:10] + "!" + row.text[11:]
    assert "alarm" in {hint.role for hint in alarm.hints}


def test_blocks_rise_by_eighths() -> None:
    assert blocks(range(0, 100, 13)) == BLOCKS
    assert blocks([0, 12, 13, 87, 88, 100]) == "▁▁▂▇██"


def test_a_curve_in_dots_has_eight_to_a_cell() -> None:
    line = Curve(DOTS, "body", lambda x: -x)
    rows = chart([line], [], (0.0, 33.0), (-33.0, 0.0), [], 18, 4)
    assert [row.text for row in rows[:4]] == [
        "│⠉⠒⠤⣀",
        "│    ⠉⠒⠢⢄⡀",
        "│        ⠈⠑⠢⠤⣀",
        "│             ⠉⠒⠤⣀",
    ]
    check(rows, 18, even=False)


# What stands in one picture and must not be taken for another thing there.
SIGNS_OF_PICTURES = {
    "bar": "█▒░│",
    "progress": "━●╌",
    "scale": "·│─▒●",
    "blocks": BLOCKS,
    "course": "~•▲×─┼",
    "chart": "·oe╌│─┼ABC",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("signs", SIGNS_OF_PICTURES.values(), ids=SIGNS_OF_PICTURES)
def test_signs_stay_apart_without_colour_in_any_encoding(signs: str, encoding: str) -> None:
    shown = in_signs_of(encoding, signs)
    assert len(set(shown)) == len(shown) == len(signs)
    assert "?" not in shown


def test_what_is_no_picture_becomes_a_question_mark() -> None:
    assert in_signs_of("ascii", "│ Zoë ⠉⣀⠒ −2") == "| Zo? '.' -2"


@given(st.integers(1, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_within_reach_can_be_told_from_what_is_there_and_from_what_is_open(
    width: int, full: int, possible: int, gained: int
) -> None:
    full, possible, gained = (min(each, width) for each in (full, possible, gained))
    row = bar(full, possible, width, gained=gained)
    assert len(row.text) == width
    for signs in (row.text, row.text.encode("ascii", PLAIN).decode()):
        kinds = [(0, full), (full, max(full, gained)), (max(full, gained), possible)]
        runs = [{*signs[start:end]} for start, end in kinds]
        assert all(len(each) <= 1 for each in runs)
        shown = [next(iter(each)) for each in runs if each]
        assert len({*shown}) == len(shown)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=15),
    st.integers(1, 3),
    st.integers(1, 6),
)
def test_columns_are_as_high_as_what_is_due_and_full_as_far_as_it_is_done(
    counts: list[tuple[int, int]], width: int, height: int
) -> None:
    counts = [(min(done, whole), whole) for done, whole in counts]
    *rows, names = stacks(counts, ["7"] * len(counts), width, height)
    assert len(rows) == height
    assert names.text.split() == ["7"] * len(counts)
    for at, (done, whole) in enumerate(counts):
        column = "".join(f"{row.text:<{at * (width + 1) + 1}}"[at * (width + 1)] for row in rows)
        signs = column.strip()
        assert bool(signs) is bool(whole)
        assert ("░" not in signs) is (done == whole or not whole)
        assert signs == "░" * signs.count("░") + "█" * signs.count("█")
