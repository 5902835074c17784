"""The heat index against the official chart, independent software and its own corrections."""

import pytest

from mile18.science import heat
from mile18.science.heat import to_celsius

HUMIDITIES = range(40, 105, 5)
NWS_CHART = {
    80: "80 80 81 81 82 82 83 84 84 85 86 86 87",
    82: "81 82 83 84 84 85 86 88 89 90 91 93 95",
    84: "83 84 85 86 88 89 90 92 94 96 98 100 103",
    86: "85 87 88 89 91 93 95 97 100 102 105 108 112",
    88: "88 89 91 93 95 98 100 103 106 110 113 117 121",
    90: "91 93 95 97 100 103 106 109 113 117 122 127 132",
    92: "94 96 99 101 105 108 112 116 121 126 131",
    94: "97 100 103 106 110 114 119 124 129 135",
    96: "101 104 108 112 116 121 126 132",
    98: "105 109 113 117 123 128 134",
    100: "109 114 118 124 129 136",
    102: "114 119 124 130 137",
    104: "119 124 131 137",
    106: "124 130 137",
    108: "130 137",
    110: "136",
}
CHART = [
    (f, rh, int(printed))
    for f, row in NWS_CHART.items()
    for rh, printed in zip(HUMIDITIES, row.split(), strict=False)
]


def test_the_chart_is_whole() -> None:
    assert len(CHART) == 135


@pytest.mark.parametrize(("f", "rh", "printed"), [cell for cell in CHART if cell[:2] != (90, 45)])
def test_plain_regression_gives_the_official_chart(f: int, rh: int, printed: int) -> None:
    assert round(heat.regression_fahrenheit(f, rh)) == printed


def test_the_one_chart_cell_the_regression_does_not_give() -> None:
    assert (90, 45, 93) in CHART
    assert heat.regression_fahrenheit(90, 45) == pytest.approx(92.49, abs=0.005)


def test_with_its_corrections_the_formula_misses_nine_chart_cells() -> None:
    off = {
        (f, rh): abs(round(heat.heat_index_fahrenheit(f, rh)) - printed)
        for f, rh, printed in CHART
        if round(heat.heat_index_fahrenheit(f, rh)) != printed
    }
    assert len(off) == 9
    assert set(off.values()) == {1, 2}
    assert all(rh > 85 for f, rh in off if (f, rh) != (90, 45))


@pytest.mark.parametrize(
    ("f", "rh", "expected"),
    [
        (30, 10, 30.0),
        (40, 90, 40.0),
        (60, 50, 58.05),
        (70, 50, 69.05),
        (78, 80, 80.30),
        (78.9, 98, 83.32),
        (79, 70, 81.42),
        (80, 0, 76.59),
        (80, 40, 79.93),
        (80, 90, 86.34),
        (80, 100, 89.29),
        (84, 95, 100.88),
        (86, 90, 105.39),
        (90, 60, 99.68),
        (90, 70, 105.92),
        (96, 50, 107.64),
        (95, 10, 89.45),
        (100, 5, 92.50),
        (100, 50, 118.32),
        (110, 10, 104.39),
    ],
)
def test_full_heat_index(f: float, rh: float, expected: float) -> None:
    assert heat.heat_index_fahrenheit(f, rh) == pytest.approx(expected, abs=0.01)
    assert heat.heat_index(to_celsius(f), rh) == pytest.approx(to_celsius(expected), abs=0.01)


@pytest.mark.parametrize(
    ("f", "rh", "raw"),
    [(80, 90, 85.64), (80, 100, 87.19), (95, 10, 90.20), (100, 5, 94.18), (110, 10, 104.65)],
)
def test_the_regression_before_its_corrections(f: float, rh: float, raw: float) -> None:
    assert heat.regression_fahrenheit(f, rh) == pytest.approx(raw, abs=0.01)


@pytest.mark.parametrize(("f", "rh", "simple"), [(70, 80, 70.46), (41, 0, 34.8)])
def test_below_79_the_simple_step_is_taken_as_it_is(f: float, rh: float, simple: float) -> None:
    assert heat.heat_index_fahrenheit(f, rh) == pytest.approx(simple, abs=0.01)


@pytest.mark.parametrize(
    ("f", "rh", "whole"),
    [(80, 40, 80), (88, 100, 121), (92, 70, 112), (110, 40, 136), (86, 88, 104), (96, 65, 121)],
)
def test_heat_index_agrees_with_independent_software(f: float, rh: float, whole: int) -> None:
    assert round(heat.heat_index_fahrenheit(f, rh)) == whole
