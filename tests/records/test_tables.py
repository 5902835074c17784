"""Tables in any language: moments, days, numbers and durations, with their values."""

from datetime import date, datetime

import pytest

from mile18.records.activity import RecordError
from mile18.records.formats.tables import (
    day_of,
    decimal_comma,
    moment,
    number,
    rows_of,
    seconds,
    text_of,
)
from mile18.records.formats.words import sport_of

AFTERNOON = datetime(2026, 9, 20, 14, 12, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Sep 20, 2026, 2:12:12 PM",
        "Sep 20, 2026, 2:12:12\u202fPM",
        "20 Sep 2026, 14:12:12",
        "20.09.2026, 14:12:12",
        "20 sept. 2026 à 14:12:12",
        "20 sept 2026, 14:12:12",
        "2026-09-20 14:12:12",
        "2026-09-20T14:12:12",
        "9/20/2026 2:12:12 p.m.",
        "20/9/2026 14:12:12",
    ],
)
def test_a_moment_reads_in_every_style(text: str) -> None:
    assert moment(text) == AFTERNOON


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 janv. 2027 à 12:05:38", datetime(2027, 1, 5, 12, 5, 38)),
        ("9 févr. 2027 à 00:05:38", datetime(2027, 2, 9, 0, 5, 38)),
        ("3 ago 2027, 7:05", datetime(2027, 8, 3, 7, 5)),
        ("12:00 AM", None),
        ("Jan 1, 2027, 12:00:00 AM", datetime(2027, 1, 1)),
        ("Jan 1, 2027, 12:30:00 PM", datetime(2027, 1, 1, 12, 30)),
        ("6/26/2026 6:04 AM", datetime(2026, 6, 26, 6, 4)),
        ("30 Feb 2027, 12:00:00", None),
        ("2026-09-20 25:12:12", None),
        ("2026-09-20 12:75", None),
        ("", None),
        ("--", None),
    ],
)
def test_moments_by_hand(text: str, found: datetime | None) -> None:
    assert moment(text) == found


def test_day_first_where_a_site_writes_so() -> None:
    assert moment("11-10-2010 9:10 pm", day_first=True) == datetime(2010, 10, 11, 21, 10)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nov 7", date(2026, 11, 7)),
        ("Feb 7", date(2027, 2, 7)),
        ("Jun 26, 2026", date(2026, 6, 26)),
        (" Apr 24, 2027", date(2027, 4, 24)),
        ("7 nov.", date(2026, 11, 7)),
        ("nothing 7", None),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(text: str, found: date | None) -> None:
    assert day_of(text, today=date(2027, 4, 26)) == found


@pytest.mark.parametrize(
    ("text", "comma", "found"),
    [
        ("1,337", False, 1337),
        ("5.81", False, 5.81),
        ("5,81", True, 5.81),
        ("1.337,5", True, 1337.5),
        ("1\u202f337", False, 1337),
        ("--", False, None),
        ("", False, None),
        ("1e400", False, None),
        ("nan", False, None),
    ],
)
def test_numbers(text: str, comma: bool, found: float | None) -> None:
    assert number(text, comma=comma) == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [(["1,337", "5,81"], True), (["1,337", "5.81"], False), (["1,337"], False), ([], False)],
)
def test_a_comma_before_three_digits_decides_nothing(cells: list[str], found: bool) -> None:
    assert decimal_comma(cells) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("00:38:13", 2293),
        ("00:10:28.5", 628.5),
        ("01:46.70", 106.7),
        ("7h 55min", 28_500),
        ("8h", 28_800),
        ("--", None),
    ],
)
def test_durations(text: str, found: float | None) -> None:
    assert seconds(text) == found


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Run", "run"),
        ("Lauf", "run"),
        ("Course à pied", "run"),
        ("Carrera en cinta", "run"),
        ("Trail Running", "run"),
        ("treadmill_running", "run"),
        ("Laufband", "run"),
        ("Weight Training", "strength"),
        ("Krafttraining", "strength"),
        ("Entrenamiento de fuerza", "strength"),
        ("strength_training", "strength"),
        ("Ride", "other"),
        ("Skilanglauf", "other"),
        ("Langlauf", "other"),
        ("Mountain Bike Ride", "other"),
        ("Yoga", "other"),
        ("Walk", "other"),
        ("Inline Skating", "other"),
    ],
)
def test_words_for_sports(word: str, sport: str) -> None:
    assert sport_of(word) == sport


def test_rows_hold_line_breaks_and_either_sign() -> None:
    assert rows_of('a,b\n"1\n2","3,4"\n\n') == [["a", "b"], ["1\n2", "3,4"]]
    assert rows_of("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]]
    with pytest.raises(RecordError, match="no table"):
        rows_of(f'a,b\n"{"x" * 2_000_000}",1\n')


def test_a_mark_at_the_beginning_of_a_text_is_none_of_it() -> None:
    assert text_of(b"\xef\xbb\xbfa") == "a"
    assert text_of("a".encode("utf-16")) == "a"
    with pytest.raises(RecordError, match="UTF-8"):
        text_of(b"\xff\xfa")
