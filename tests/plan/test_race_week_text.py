"""Race week as text: it fits the width, marks today, shows ticks, and keeps secrets if told to."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles
from written import week_text

import mile18
from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.storage.store import open_file
from mile18.units import SI, Units
from mile18.wrap import columns, cut, wrapped

RACE = date(2027, 5, 2)
EXAMPLE = open_file(Path(mile18.__file__).parent / "examples" / "flying-pig.toml").profile
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")


def text(days_left: int, profile: Profile = EXAMPLE, width: int = 80, units: Units = SI) -> str:
    return week_text(race_week(profile, RACE - timedelta(days=days_left)), units, width)


@given(profiles(), st.none() | st.integers(-3, 60), st.integers(32, 100))
@few(40)
def test_no_line_is_wider_than_asked(profile: Profile, days: int | None, width: int) -> None:
    day = None if days is None else RACE
    week = race_week(profile.with_answer("race.date", day), RACE - timedelta(days=days or 0))
    for line in week_text(week, SI, width).splitlines():
        assert columns(line) <= width
        assert line == line.rstrip()


def test_too_narrow_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="32 or more"):
        text(5, width=31)


def test_days_stand_in_order_and_today_is_marked() -> None:
    lines = text(5).splitlines()
    today = lines.index("TUE 27 APR 2027 · 5 DAYS TO GO · TODAY")
    tomorrow = lines.index("WED 28 APR 2027 · 4 DAYS TO GO")
    race = lines.index("SUN 2 MAY 2027 · RACE DAY")
    assert today < tomorrow < race
    assert sum("TODAY" in line for line in lines) == 1


def test_ticks_are_shown_and_what_is_ticked_takes_one_line() -> None:
    assert "[ ] Buy what is still missing" in text(6)
    done = text(6, EXAMPLE.with_answer("week.done", ("shop", "food-D-2-1")))
    assert "[x] Buy what is still missing" in done
    assert "Shoes and kit you have already run long in, and" not in done
    assert "[x] [ ]  48 g  porridge oats, dry, 80 g" in done
    assert "2 days before: 48 of 589 g ticked." in done


def test_old_days_are_left_out_but_for_what_was_done() -> None:
    assert "14 DAYS TO GO" not in text(5)
    assert "[x] Start the taper" in text(5, EXAMPLE.with_answer("week.done", ("taper-14",)))


def test_a_reason_and_the_words_of_a_series_are_given_once() -> None:
    page = text(14)
    assert page.count("Count 8 h back") == 1
    assert page.count("Slow breathing lowers heart rate") == 1


def test_what_is_too_late_and_what_is_not_answered_stand_at_the_end() -> None:
    page = text(5, EXAMPLE.with_answer("race.body_mass", None))
    assert "-  Do strength work twice a week: takes 42 days." in page
    assert "   answer  Race: Body weight" in page
    assert (
        page.index("RACE DAY")
        < page.index("TOO LATE FOR THIS RACE")
        < page.index("NOT ANSWERED YET")
    )


def test_units_are_the_runners() -> None:
    page = text(14, units=MILES)
    assert "8:35/mi" in page
    assert "70 °F" in page
    assert " km " not in page


def test_the_health_gate_stands_above_the_plan_unless_it_is_to_be_kept_private() -> None:
    ill = EXAMPLE.with_changes(
        {"health": {"symptoms_now": ("fever",), "medicines_discussed": None}}
    )
    week = race_week(ill, RACE - timedelta(days=12))
    page = week_text(week, SI)
    assert page.index("Do not race or train hard now") < page.index("12 DAYS TO GO")
    assert "statin" in page
    kept = week_text(week, SI, private=False)
    assert "statin" not in kept
    assert "Health: " not in kept
    assert "doctor before you race" not in kept


def test_wide_letters_count_as_two_columns() -> None:
    assert wrapped("東京マラソン", 8) == ["東京マラ", "ソン"]
    assert wrapped("a b", 3, "- ") == ["- a", "  b"]
    assert columns("e\u0301") == 1
    assert columns("co\u00adop") == 4
    assert columns("\u4e2d\u56fd") == 4


def test_spaces_stay_but_where_a_line_ends() -> None:
    assert wrapped("A  at the expected 18 °C", 12) == ["A  at the", "expected", "18 °C"]
    assert wrapped("km éclair drink ", 17, "- ") == ["- km éclair drink"]


@given(st.text(max_size=40), st.integers(0, 20))
def test_a_text_is_cut_at_the_last_letter_that_fits(text: str, width: int) -> None:
    kept = cut(text, width)
    assert text.startswith(kept)
    assert columns(kept) <= width
    assert kept == text or columns(text[: len(kept) + 1]) > width
