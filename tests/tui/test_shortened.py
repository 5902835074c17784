"""Sentences cut to a few lines: at a clause, else at a word, never wider or longer than asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.tui.drawing import shortened

CAFFEINE = "Keep one bedtime for three nights or more, no caffeine from midday"
DIABETES = "! Health: ask first. With diabetes, plan the loading with your clinician"
SHOES = "Run, then rest; walk in between as far as you like before the start"


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("Drink to thirst", 28, 1, ["Drink to thirst"]),
        (CAFFEINE, 28, 3, ["Keep one bedtime for three", "nights or more, no caffeine", "from midday"]),
        (CAFFEINE, 28, 2, ["Keep one bedtime for three", "nights or more …"]),
        (CAFFEINE, 28, 1, ["Keep one bedtime for three …"]),
        (SHOES, 28, 1, ["Run, then rest; walk in …"]),
        (DIABETES, 28, 2, ["! Health: ask first. With", "diabetes, plan the loading …"]),
        ("Be in bed for 8 h, from tonight", 18, 1, ["Be in bed for …"]),
        ("Write down 8–10 g of carbohydrate", 20, 1, ["Write down 8–10 g …"]),
        ("Hot sessions of the last 14 days", 28, 1, ["Hot sessions of the last …"]),
        ("Donaudampfschifffahrt", 8, 1, ["Donauda…"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_ends_at_a_clause_or_a_word(
    text: str, width: int, most: int, lines: list[str]
) -> None:
    assert [line.plain.rstrip() for line in shortened(text, width, most)] == lines


@given(st.text(min_size=1, max_size=120), st.integers(4, 40), st.integers(1, 3))
def test_nothing_is_wider_or_longer_than_asked(text: str, width: int, most: int) -> None:
    found = shortened(text, width, most)
    assert len(found) <= most
    assert all(line.cell_length <= width for line in found)
