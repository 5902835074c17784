"""The coach's table: its rows, the gaps between them, and the line that joins them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import heat
from mile18.science.heat import to_celsius


def air_with_sum(total_fahrenheit: float) -> tuple[float, float]:
    return to_celsius(total_fahrenheit / 2 + 5), to_celsius(total_fahrenheit / 2 - 5)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (70, (0, 0)),
        (100, (0, 0)),
        (100.4, (0, 0.5)),
        (101, (0, 0.5)),
        (110, (0, 0.5)),
        (110.5, (0, 1)),
        (111, (0.5, 1)),
        (120, (0.5, 1)),
        (121, (1, 2)),
        (130, (1, 2)),
        (130.4, (1, 3)),
        (131, (2, 3)),
        (140, (2, 3)),
        (141, (3, 4.5)),
        (150, (3, 4.5)),
        (151, (4.5, 6)),
        (160, (4.5, 6)),
        (161, (6, 8)),
        (170, (6, 8)),
        (171, (8, 10)),
        (180, (8, 10)),
        (180.1, None),
        (190, None),
    ],
)
def test_hadley_rows_and_the_gaps_between(
    total: float, expected: tuple[float, float] | None
) -> None:
    assert heat.hadley_slowdown(*air_with_sum(total)) == expected


@pytest.mark.parametrize(("air", "dew"), [(74, 71), (80, 65)])
def test_hadley_examples_in_fahrenheit(air: float, dew: float) -> None:
    assert heat.hadley_sum(to_celsius(air), to_celsius(dew)) == 145
    assert heat.hadley_slowdown(to_celsius(air), to_celsius(dew)) == (3, 4.5)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (90, 0),
        (100, 0),
        (105, 0.25),
        (110, 0.5),
        (125, 1.5),
        (130.4, 2.04),
        (145, 3.75),
        (155, 5.25),
        (180, 10),
    ],
)
def test_hadley_joined(total: float, expected: float) -> None:
    assert heat.hadley_joined(*air_with_sum(total)) == pytest.approx(expected, abs=1e-6)


def test_hadley_joined_ends_where_hard_running_is_not_advised() -> None:
    assert heat.hadley_joined(*air_with_sum(180.5)) is None


def test_golden_race_slows_by_2_04_percent() -> None:
    joined = heat.hadley_joined(22, heat.dew_point(22, 64))
    assert joined == pytest.approx(2.04, abs=0.005)


@given(st.floats(-20, 39), st.floats(0, 20), st.floats(0.01, 1))
def test_hadley_stays_inside_its_row_and_never_falls(c: float, gap: float, more: float) -> None:
    joined, band = heat.hadley_joined(c, c - gap), heat.hadley_slowdown(c, c - gap)
    hotter = heat.hadley_joined(c + more, c + more - gap)
    if joined is None or band is None:
        assert joined is None
        assert band is None
        assert hotter is None
        return
    low, high = band
    assert low - 1e-6 <= joined <= high + 1e-6
    assert hotter is None or hotter >= joined
