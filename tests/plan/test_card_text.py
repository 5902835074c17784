"""The card for a note on a phone: 32 columns, whatever the profile holds."""

import pytest
from golden_race import GOLDEN, TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from rich.cells import cell_len
from written import card_text

from mile18.plan.card.card import card
from mile18.profile import Profile
from mile18.units import SI, Units

MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")


@given(profiles(), st.sampled_from([SI, MILES]))
def test_no_line_is_wider_than_32_columns(profile: Profile, units: Units) -> None:
    lines = card_text(card(profile, TODAY, units)).split("\n")
    assert max(map(cell_len, lines)) <= 32


@pytest.mark.parametrize("text", ["長" * 40, "x" * 100, "ab " * 60, "\x1b[2J\x07\n\r\u202e‮hidden"])
def test_long_and_hostile_names_are_wrapped_and_tamed(text: str) -> None:
    made = card_text(card(golden(race={"name": text, "place": text}), TODAY, SI))
    assert max(map(cell_len, made.split("\n"))) <= 32
    assert all(line.isprintable() for line in made.split("\n"))


def test_ten_hours_and_three_plans_still_fit() -> None:
    profile = golden(
        race={"distance": 100.0, "goal_time": 43_200},
        heat={"hot_goal_time": 46_800, "very_hot_goal_time": 50_400},
    )
    made = card_text(card(profile, TODAY, SI))
    assert "\nhalf  6:00:14  6:30:15  7:00:16\n" in made
    assert "\nend  12:00:00 13:00:00 14:00:00\n" in made


def test_the_splits_stand_in_columns() -> None:
    made = card_text(card(GOLDEN, TODAY, SI))
    assert "km           A   clock\n5        27:00   09:27\n10       53:37   09:53\n" in made
    assert "half   1:52:41   10:52\n" in made
    assert "end    3:45:00   12:45\n" in made


def test_in_a_cramp_the_stretch_comes_before_the_plans() -> None:
    made = card_text(card(GOLDEN, TODAY, SI))
    assert made.index("STRETCH") < made.index("PLANS") < made.index("SPLITS")
    assert made[: made.index("STRETCH")].count("\n") <= 55
