"""What people type for numbers, durations, paces, times and dates, and what is meant by it."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.dates import day_words, parse_date
from mile18.reading import EntryError, parse_duration, parse_number, parse_pace, parse_time
from mile18.units import clock

TODAY = date(2027, 4, 20)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12.5", 12.5, ""),
        ("12,5", 12.5, ""),
        (" 7 ", 7, ""),
        ("7½", 7.5, ""),
        ("½", 0.5, ""),
        (".5", 0.5, ""),
        ("0,250 L", 0.25, "L"),
        ("-3 °C", -3, "°C"),
        ("−3", -3, ""),
        ("150 lb", 150, "lb"),
        ("26.2mi", 26.2, "mi"),
    ],
)
def test_numbers_are_read_the_way_they_are_written(text: str, value: float, unit: str) -> None:
    assert parse_number(text) == (value, unit)


@pytest.mark.parametrize("text", ["", "x", "1.2.3", "1,200", "12,500", "--3", "٣", "1.2,3", "5-6"])
def test_a_number_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(EntryError):
        parse_number(text)


def test_a_thousands_comma_is_asked_about_and_never_becomes_a_decimal() -> None:
    with pytest.raises(EntryError, match="write 1200 or use one decimal sign"):
        parse_number("1,200")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3:45:00", 13500),
        ("3.45.00", 13500),
        ("3h45", 13500),
        ("3 h 45 min", 13500),
        ("3h45m10s", 13510),
        ("225 min", 13500),
        ("90m", 5400),
        ("1h", 3600),
        ("45'", 2700),
        ("3:45", 13500),
        ("9:59", 35940),
        ("10:30", 630),
        ("21:30", 1290),
        ("100:10", 6010),
    ],
)
def test_durations(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


def test_two_numbers_are_minutes_where_only_minutes_make_sense() -> None:
    assert parse_duration("1:30", is_short=True) == 90
    assert parse_duration("0:01:30", is_short=True) == 90


@pytest.mark.parametrize("text", ["", "x", "345", "3:75", "3:4", "3:45:0", "-1:00", "3:45:61"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(EntryError, match="write 3:45:00, 3h45 or 21:30"):
        parse_duration(text)


@given(st.integers(0, 999 * 3600))
def test_a_full_duration_reads_back(seconds: int) -> None:
    hours, rest = divmod(seconds, 3600)
    assert parse_duration(f"{hours}:{rest // 60:02}:{rest % 60:02}") == seconds


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("5:20 /km", (320, "km")),
        ("5:20/km", (320, "km")),
        ("8:35 / mile", (515, "mi")),
        ("8:35/mi", (515, "mi")),
        ("5:20", None),
        ("5/km", None),
    ],
)
def test_paces(text: str, pace: tuple[int, str] | None) -> None:
    assert parse_pace(text) == pace


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("7", time(7)),
        ("07:30", time(7, 30)),
        ("7.30", time(7, 30)),
        ("7h30", time(7, 30)),
        ("0730", time(7, 30)),
        ("7:30 am", time(7, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("7 p.m.", time(19)),
        ("23:59:59", time(23, 59, 59)),
    ],
)
def test_times_of_day(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "25", "24:00", "7:61", "13 pm", "0 am", "later"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(EntryError):
        parse_time(text)


@pytest.mark.parametrize(
    "text",
    ["2027-05-02", "2027/5/2", "2.5.2027", "02. 05. 2027", "2 May 2027", "2nd may 2027",
     "May 2, 2027", "sept 2 2027"],
)  # fmt: skip
def test_dates(text: str) -> None:
    month = 9 if "sept" in text else 5
    assert parse_date(text) == date(2027, month, 2)


def test_near_days_are_counted_from_today() -> None:
    assert parse_date("yesterday", TODAY) == date(2027, 4, 19)
    assert parse_date("Today", TODAY) == TODAY
    assert parse_date("tomorrow", TODAY) == date(2027, 4, 21)


def test_a_date_whose_order_is_unclear_is_asked_about() -> None:
    with pytest.raises(EntryError, match="day or month first"):
        parse_date("2/5/2027")


@pytest.mark.parametrize("text", ["", "2027-02-30", "31 Foo 2027", "2 May", "yesterday"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(EntryError):
        parse_date(text)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_date_in_words_reads_back(day: date) -> None:
    assert parse_date(day_words(day).split(maxsplit=1)[1]) == day


@pytest.mark.parametrize(
    ("seconds", "text"), [(59.5, "1:00"), (1290, "21:30"), (3600, "1:00:00"), (13500.4, "3:45:00")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text
