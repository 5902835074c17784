"""The card: the numbers of the golden race, and in words whatever is missing for others."""

from datetime import date, timedelta
from typing import Any

import pytest
from golden_race import GOLDEN, RACE_DAY, TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins
from profiles import profiles
from written import card_markdown, card_text

from mile18.evidence.wording import problems
from mile18.plan.card.card import Card, CardPlan, card
from mile18.profile import Profile
from mile18.units import SI, Units
from mile18.writers.card_html import card_html

MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
FORMATS = (card_markdown, card_text, card_html)
ULTRA = golden(race={"distance": 100.0, "goal_time": 43_200, "name": "Hundred"})
SHORT = golden(race={"distance": 5.0, "goal_time": 1500, "name": "Park"})


def told(value: Any) -> list[str]:
    """Every text in a card."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    return [text for each in value for text in told(each)] if hasattr(value, "__iter__") else []


def words(made: Card) -> str:
    return " ".join(told(to_builtins(made)))


def flat(text: str) -> str:
    """A format's text without line breaks, marks of HTML or Markdown and their escapes."""
    return " ".join(text.replace("\u00a0", " ").replace("\\", "").replace("&#x27;", "'").split())


def planned(made: Card) -> CardPlan:
    assert made.plan
    return made.plan


@pytest.fixture(scope="module")
def made() -> Card:
    """The golden card."""
    return card(golden(nutrition={"pickle_juice": True}), TODAY, SI)


@pytest.mark.parametrize("layout", FORMATS)
def test_the_golden_numbers_stand_in_every_format(layout: Any, made: Card) -> None:
    shown = flat(layout(made))
    for number in (
        "Golden race",
        "Sun 2 May 2027",
        "09:00",
        "3:45:00 (5:20/km)",
        "1:52:41",
        "27:00",
        "3:33:19",
        "75 g/h",
        "9 portions, 225 g in all",
        "3.8% of your body weight",
        "0.83 L/h",
        "dew point 15 °C",
        "yellow in shade, red in full sun",
        "about 70 mL (2.4 fl oz)",
        "about 5:52/km",
    ):
        assert number in shown, number


def test_in_miles_the_golden_pace_is_eight_thirty_five() -> None:
    made = card(GOLDEN, TODAY, MILES)
    assert "goal 3:45:00 (8:35/mi)" in made.facts
    assert [mark.short for mark in planned(made).splits.marks] == [
        "5",
        "10",
        "half",
        "15",
        "18",
        "20",
        "25",
        "end",
    ]


def test_portions_come_every_twenty_minutes_and_add_up(made: Card) -> None:
    assert [int(row.minute) for row in planned(made).fuel.rows] == list(range(20, 200, 20))
    assert planned(made).fuel.rows[-1].clock == "3:00"
    assert planned(made).fuel.rows[-1].place == "33.7 km"
    assert planned(made).fuel.rows[0].station == "5 km"
    assert planned(made).fuel.rows[-1].station == ""


def test_a_portion_too_many_is_said_not_shown() -> None:
    fuel = planned(card(ULTRA, TODAY, SI)).fuel
    assert len(fuel.rows) == 15
    assert any("34 portions" in line.text for line in fuel.lines)
    assert any("The last one is due after 11 h 20 min, 94.4 km" in line.text for line in fuel.lines)


def test_each_plan_with_a_goal_has_its_splits() -> None:
    heat: dict[str, object] = {
        "hot_temperature": 24.0,
        "hot_goal_time": 14_100,
        "very_hot_temperature": 28.0,
        "very_hot_goal_time": None,
    }
    made = card(golden(heat=heat), TODAY, SI)
    assert planned(made).splits.letters == ("A", "B")
    assert planned(made).splits.marks[-1].times == ("3:45:00", "3:55:00")
    assert [row.air for row in planned(made).plans.rows] == [
        "below 24 °C",
        "from 24 °C",
        "from 28 °C",
    ]
    assert planned(made).plans.rows[2].source == "the models' range, as you set no goal"
    assert "–" in planned(made).plans.rows[2].finish


@pytest.mark.parametrize(
    ("km", "shorts"),
    [
        (5.0, "1 2 half 3 4 end"),
        (10.0, "1 2 3 4 half 6 7 8 9 end"),
        (21.0975, "5 10 half 15 20 end"),
        (42.195, "5 10 15 20 half 25 30 35 40 end"),
        (100.0, "5 10 15 20 25 30 35 40 45 half 55 60 65 70 75 80 85 90 95 end"),
        (161.0, "10 20 30 40 50 60 70 80 half 90 100 110 120 130 140 150 160 end"),
    ],
)
def test_splits_fit_the_length_of_the_race(km: float, shorts: str) -> None:
    found = card(golden(race={"distance": km, "goal_time": round(km * 360)}), TODAY, SI)
    assert " ".join(mark.short for mark in planned(found).splits.marks) == shorts


def test_the_heat_range_holds_what_both_models_make_of_the_golden_goal(made: Card) -> None:
    (told,) = (line.text for line in planned(made).plans.lines if "two models" in line.text)
    low, high = told.removesuffix(".").split()[-1].split("–")
    assert low < "3:49:14" < "3:49:35" < high
    assert any("follow the organiser's flag" in line.text for line in planned(made).plans.lines)


@pytest.mark.parametrize("layout", FORMATS)
@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (golden(race={"date": None}), "No race day yet. Fill in “Race day” under Race."),
        (golden(race={"start_time": None}), "No start time yet. Fill in “Start” under Race."),
        (
            golden(race={"body_mass": None}),
            "No estimate of weight change without your body weight. Fill in",
        ),
        (golden(race={"goal_time": None}), "No splits yet. Fill in “Goal time” under Race."),
        (golden(race={"goal_time": None}), "Plan A has no goal."),
        (golden(race={"distance": None}), "No distance yet."),
        (golden(race={"goal_time": 600}), "Goal and distance give 0:14/km: check both."),
        (golden(heat={"temperature": None}), "Fill in “Temperature expected” under Heat."),
        (golden(heat={"humidity": None}), "without humidity or dew point."),
        (golden(), "Plan B has no temperature. Fill in “Plan B from” under Heat."),
        (golden(nutrition={"products": None}), "No grams an hour yet."),
        (
            golden(nutrition={"drink_per_hour": None}),
            "No estimate of weight change without a drink an hour.",
        ),
        (
            golden(nutrition={"sweat_urine": None}),
            "No estimate of weight change without a sweat test.",
        ),
        (SHORT, "needs no fuel on the way"),
        (SHORT, "In a race this short, drinking to thirst is enough."),
        (ULTRA, "12:00:00 (7:12/km)"),
        (golden(race={"share_on_card": True}), "No emergency contact given."),
        (Profile(), "Race without a name"),
    ],
)
def test_what_is_missing_is_said_with_what_would_fill_it(
    layout: Any, profile: Profile, said: str
) -> None:
    shown = flat(layout(card(profile, TODAY, SI)))
    # The narrow text breaks paces and units anywhere; HTML glues them.
    assert said in shown


@pytest.mark.parametrize("layout", FORMATS)
@pytest.mark.parametrize("days", [60, 14, 5, 1, 0, -3])
def test_only_a_race_that_is_past_is_spoken_of_as_past(layout: Any, days: int) -> None:
    shown = flat(layout(card(GOLDEN, RACE_DAY - timedelta(days=days), SI)))
    assert ("This race is over" in shown) == (days < 0)


def test_nothing_answered_leaves_no_number_but_those_of_the_protocol() -> None:
    made = card(Profile(), TODAY, SI)
    assert made.facts == ()
    assert planned(made).plans.rows == ()
    assert planned(made).splits.marks == ()
    assert planned(made).fuel.rows == ()
    assert [line.text for line in planned(made).drink.lines] == [
        "Let thirst guide you, and weigh no more at the finish than at the start. Another "
        "runner's amounts may not suit you."
    ]


def test_a_plan_that_gains_weight_is_the_loudest_line() -> None:
    drink = planned(card(golden(nutrition={"drink_per_hour": 1.4}), TODAY, SI)).drink
    assert drink.lines[0].loud
    assert "would gain weight" in drink.lines[0].text


def test_the_body_mass_stands_nowhere(made: Card) -> None:
    heavy = card(golden(race={"body_mass": 93.7}), TODAY, SI)
    assert "93.7" not in words(heavy)
    assert " kg" not in words(made).replace("per kg", "")


@given(profiles(), st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.sampled_from([SI, MILES]))
def test_any_profile_has_a_card_in_every_format(profile: Profile, day: date, units: Units) -> None:
    made = card(profile, day, units)
    assert "{" not in words(card(golden(race={"date": day}), day, units))
    for layout in FORMATS:
        assert layout(made).strip()


@pytest.mark.parametrize("profile", [GOLDEN, SHORT, ULTRA, Profile()])
def test_it_says_nothing_it_must_not(profile: Profile) -> None:
    for text in told(to_builtins(card(profile, TODAY, SI))):
        assert problems(text) == []
