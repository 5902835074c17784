"""Heat: official charts, independent software, known bugs, and what must always hold."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import heat
from mile18.science.heat import Flag, to_celsius, to_fahrenheit


@pytest.mark.parametrize(("c", "f"), [(-40, -40), (0, 32), (10, 50), (100, 212)])
def test_celsius_and_fahrenheit(c: float, f: float) -> None:
    assert to_fahrenheit(c) == pytest.approx(f)
    assert to_celsius(f) == pytest.approx(c)


@pytest.mark.parametrize(
    ("c", "rh", "computed", "table"),
    [
        (0, 50, -9.20, -9.2),
        (10, 80, 6.71, 6.7),
        (15, 60, 7.30, 7.3),
        (20, 50, 9.26, 9.3),
        (20, 100, 20.00, 20.0),
        (25, 60, 16.70, 16.7),
        (25, 80, 21.31, 21.3),
        (30, 50, 18.45, None),
        (30, 70, 23.93, None),
        (35, 40, 19.39, None),
    ],
)
def test_dew_point(c: float, rh: float, computed: float, table: float | None) -> None:
    assert heat.dew_point(c, rh) == pytest.approx(computed, abs=0.0051)
    if table is not None:
        assert heat.dew_point(c, rh) == pytest.approx(table, abs=0.1)


def test_dew_point_of_saturated_air_does_not_exceed_it_by_a_rounding_error() -> None:
    assert heat.dew_point(-19.7, 100) == -19.7


@pytest.mark.parametrize(
    ("c", "rh", "computed", "whole"),
    [
        (25, 45, 12.24, 12),
        (20, 80, 16.44, 16),
        (25, 85, 22.30, 22),
        (10, 55, 1.37, 1),
        (30, 30, 10.54, 11),
    ],
)
def test_dew_point_agrees_with_independent_software(
    c: float, rh: float, computed: float, whole: int
) -> None:
    assert heat.dew_point(c, rh) == pytest.approx(computed, abs=0.0051)
    assert round(heat.dew_point(c, rh)) == whole


def test_dew_point_agrees_with_independent_software_in_fahrenheit() -> None:
    assert heat.dew_point(10.6, 37) == pytest.approx(-3.50, abs=0.0051)
    assert round(to_fahrenheit(heat.dew_point(10.6, 37))) == 26


@pytest.mark.parametrize(
    ("c", "rh", "hpa", "wbgt"),
    [
        (0, 50, 3.053, 5.14),
        (10, 50, 6.130, 12.02),
        (15, 60, 10.210, 16.46),
        (20, 50, 11.661, 19.86),
        (20, 80, 18.658, 22.61),
        (25, 50, 15.791, 24.32),
        (25, 80, 25.266, 28.04),
        (30, 50, 21.144, 29.26),
        (30, 70, 29.601, 32.58),
        (35, 25, 14.004, 29.29),
        (35, 40, 22.407, 32.59),
    ],
)
def test_wbgt_in_the_sun(c: float, rh: float, hpa: float, wbgt: float) -> None:
    assert heat.vapour_pressure(c, rh) == pytest.approx(hpa, abs=0.00051)
    assert heat.wbgt_sun(c, rh) == pytest.approx(wbgt, abs=0.0051)


def test_wbgt_in_the_sun_agrees_with_independent_software() -> None:
    assert heat.wbgt_sun(30, 80) == pytest.approx(307.39508355517813 - 273.15, abs=1e-9)


@pytest.mark.parametrize(
    ("c", "rh", "wbgt"), [(20, 70, 21.7), (25, 50, 24.3), (25, 80, 28.0), (30, 60, 30.9)]
)
def test_wbgt_in_the_sun_to_one_decimal(c: float, rh: float, wbgt: float) -> None:
    assert heat.wbgt_sun(c, rh) == pytest.approx(wbgt, abs=0.051)


def test_wbgt_in_the_sun_has_none_of_the_known_mistakes() -> None:
    in_kilopascal = 0.567 * 30 + 0.393 * heat.vapour_pressure(30, 50) / 10 + 3.94
    assert in_kilopascal == pytest.approx(21.78, abs=0.005)
    assert heat.wbgt_sun(30, 50) - in_kilopascal > 7
    other_fit = 0.567 * 30 + 0.216 * heat.vapour_pressure(30, 50) + 3.38
    assert heat.wbgt_sun(30, 50) - other_fit > 4
    humidity_at_dew_point_25 = heat.humidity_from_dew_point(35, 25)
    assert heat.wbgt_sun(35, humidity_at_dew_point_25) - heat.wbgt_sun(35, 25) > 6


@pytest.mark.parametrize(
    ("c", "rh", "expected", "tolerance"),
    [
        (20, 50, 13.69934, 5.1e-6),
        (20, 50, 286.8493419 - 273.15, 1e-6),
        (20, 50, 13.7, 0.05),
        (10, 80, 7.93, 0.0051),
        (25, 50, 18.00, 0.0051),
        (25, 80, 22.33, 0.0051),
        (30, 50, 22.30, 0.0051),
        (30, 70, 25.60, 0.0051),
        (35, 40, 24.51, 0.0051),
    ],
)
def test_wet_bulb(c: float, rh: float, expected: float, tolerance: float) -> None:
    assert heat.wet_bulb(c, rh) == pytest.approx(expected, abs=tolerance)


def test_wet_bulb_is_not_the_printed_mistake() -> None:
    assert abs(heat.wet_bulb(30, 50) - 21.92) > 0.3


@pytest.mark.parametrize(
    ("c", "rh", "shade", "sun"),
    [
        (20, 50, 15.59, 19.86),
        (25, 80, 23.13, 28.04),
        (30, 50, 24.61, 29.26),
        (30, 70, 26.92, 32.58),
        (35, 40, 27.66, 32.59),
    ],
)
def test_wbgt_in_the_shade_and_its_honest_gap(
    c: float, rh: float, shade: float, sun: float
) -> None:
    assert heat.wbgt_shade(c, rh) == pytest.approx(shade, abs=0.0051)
    assert heat.wbgt_sun(c, rh) - heat.wbgt_shade(c, rh) == pytest.approx(sun - shade, abs=0.011)


@pytest.mark.parametrize(
    ("c", "rh", "dew", "total", "hadley", "sun", "wet", "shade"),
    [
        (15, 60, 7.3, 104, (0, 0.5), 16.5, 10.5, 11.9),
        (18, 70, 12.4, 119, (0.5, 1), 19.8, 14.4, 15.5),
        (20, 50, 9.3, 117, (0.5, 1), 19.9, 13.7, 15.6),
        (20, 70, 14.4, 126, (1, 2), 21.7, 16.3, 17.4),
        (22, 64, 14.9, 130, (1, 3), 23.0, 17.4, 18.7),
        (25, 60, 16.7, 139, (2, 3), 25.6, 19.5, 21.1),
        (28, 70, 22.0, 154, (4.5, 6), 30.2, 23.7, 25.0),
        (30, 70, 23.9, 161, (6, 8), 32.6, 25.6, 26.9),
    ],
)
def test_one_weather_through_every_measure(
    c: float,
    rh: float,
    dew: float,
    total: float,
    hadley: tuple[float, float],
    sun: float,
    wet: float,
    shade: float,
) -> None:
    found = heat.dew_point(c, rh)
    assert found == pytest.approx(dew, abs=0.051)
    assert heat.hadley_sum(c, found) == pytest.approx(total, abs=0.51)
    assert heat.hadley_slowdown(c, found) == hadley
    assert heat.wbgt_sun(c, rh) == pytest.approx(sun, abs=0.051)
    # Two printed cells lie a hair past half a tenth: 17.346 as 17.4 and 21.152 as 21.1.
    assert heat.wet_bulb(c, rh) == pytest.approx(wet, abs=0.055)
    assert heat.wbgt_shade(c, rh) == pytest.approx(shade, abs=0.055)


@pytest.mark.parametrize(
    ("wbgt", "expected"),
    [
        (-5, Flag.WHITE),
        (9.99, Flag.WHITE),
        (10, Flag.GREEN),
        (17.99, Flag.GREEN),
        (18, Flag.YELLOW),
        (22, Flag.YELLOW),
        (22.99, Flag.YELLOW),
        (23, Flag.RED),
        (28, Flag.RED),
        (28.01, Flag.BLACK),
        (40, Flag.BLACK),
    ],
)
def test_flag(wbgt: float, expected: Flag) -> None:
    assert heat.flag(wbgt) is expected


@pytest.mark.parametrize(
    ("f", "expected"),
    [
        (49, "white"),
        (50, "green"),
        (64, "green"),
        (65, "yellow"),
        (72, "yellow"),
        (74, "red"),
        (82, "red"),
        (83, "black"),
    ],
)
def test_flag_in_the_original_fahrenheit(f: float, expected: str) -> None:
    assert heat.flag(to_celsius(f)) == expected


def test_golden_race_is_yellow_in_the_shade_and_red_in_the_sun() -> None:
    assert heat.wbgt_shade(22, 64) == pytest.approx(18.7, abs=0.05)
    assert heat.wbgt_sun(22, 64) == pytest.approx(23.05, abs=0.005)
    assert heat.flag(heat.wbgt_shade(22, 64)) is Flag.YELLOW
    assert heat.flag(heat.wbgt_sun(22, 64)) is Flag.RED


@pytest.mark.parametrize(
    ("wbgt", "low", "high"), [(22, 2.1, 2.8), (15, 0, 0), (5, 0, 0), (25, 3.0, 4.0)]
)
def test_slowdown_by_wbgt(wbgt: float, low: float, high: float) -> None:
    assert heat.wbgt_slowdown(wbgt) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("sessions", "days", "expected"),
    [
        (0, 0, 0),
        (5, 0, 75),
        (10, 0, 100),
        (14, 0, 100),
        (10, 1, 97.5),
        (10, 4, 90),
        (5, 10, 56.25),
        (10, 40, 0),
        (10, 365, 0),
    ],
)
def test_acclimatisation(sessions: int, days: float, expected: float) -> None:
    assert heat.acclimatisation(sessions, days) == pytest.approx(expected)


NAN = float("nan")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: heat.dew_point(20, 0), "humidity is 0%, allowed for a dew point"),
        (lambda: heat.dew_point(20, 101), "humidity is 101%, allowed is 0 to 100%"),
        (lambda: heat.dew_point(70, 50), "air temperature is 70 °C, allowed is -40 to 60 °C"),
        (lambda: heat.dew_point(NAN, 50), "air temperature is nan °C"),
        (lambda: heat.humidity_from_dew_point(20, 21), "dew point is 21 °C, allowed is"),
        (lambda: heat.vapour_pressure(20, -1), "humidity is -1%"),
        (lambda: heat.wbgt_sun(20, NAN), "humidity is nan%"),
        (lambda: heat.wet_bulb(20, 4), "humidity is 4%, allowed is 5 to 99%"),
        (lambda: heat.wet_bulb(20, 100), "humidity is 100%, allowed is 5 to 99%"),
        (lambda: heat.wet_bulb(-21, 50), "air temperature is -21 °C, allowed is -20 to 50 °C"),
        (lambda: heat.wbgt_shade(51, 50), "air temperature is 51 °C, allowed is -20 to 50 °C"),
        (lambda: heat.heat_index(80, 50), "air temperature is 80 °C"),
        (lambda: heat.heat_index_fahrenheit(150, 50), "air temperature is 150 °F"),
        (lambda: heat.regression_fahrenheit(90, 120), "humidity is 120%"),
        (lambda: heat.flag(NAN), "WBGT is nan °C"),
        (lambda: heat.wbgt_slowdown(float("inf")), "WBGT is inf °C"),
        (lambda: heat.hadley_slowdown(20, 25), "dew point is 25 °C"),
        (lambda: heat.hadley_joined(61, 25), "air temperature is 61 °C"),
        (lambda: heat.acclimatisation(-1, 0), "hot sessions is -1, allowed is 0 to 42$"),
        (lambda: heat.acclimatisation(5, -1), "days since the last hot session is -1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    assert inspect.isfunction(call)
    with pytest.raises(ValueError, match=message):
        call()


air = st.floats(-20, 50)
humid = st.floats(5, 99)


@given(air, st.floats(1, 100))
def test_dew_point_never_exceeds_the_temperature(c: float, rh: float) -> None:
    assert heat.dew_point(c, rh) <= c


@given(air, st.floats(1, 100))
def test_humidity_and_dew_point_are_each_others_inverse(c: float, rh: float) -> None:
    assert heat.humidity_from_dew_point(c, heat.dew_point(c, rh)) == pytest.approx(rh, rel=1e-6)


@given(air, humid)
def test_shade_is_never_hotter_than_sun(c: float, rh: float) -> None:
    assert heat.wbgt_shade(c, rh) <= heat.wbgt_sun(c, rh)


@given(st.floats(-20, 49), humid, st.floats(0.1, 1))
def test_warmer_air_never_lowers_a_measure(c: float, rh: float, more: float) -> None:
    assert heat.dew_point(c + more, rh) > heat.dew_point(c, rh)
    assert heat.wbgt_sun(c + more, rh) > heat.wbgt_sun(c, rh)
    assert heat.wbgt_shade(c + more, rh) > heat.wbgt_shade(c, rh)


@given(st.floats(-20, 60), st.floats(0, 10))
def test_flags_never_cool_down_as_wbgt_rises(wbgt: float, more: float) -> None:
    order = list(Flag)
    assert order.index(heat.flag(wbgt + more)) >= order.index(heat.flag(wbgt))


@given(st.integers(0, 28), st.floats(0, 100), st.floats(0, 10))
def test_acclimatisation_grows_with_sessions_and_fades_with_days(
    sessions: int, days: float, more: float
) -> None:
    now = heat.acclimatisation(sessions, days)
    assert 0 <= heat.acclimatisation(sessions, days + more) <= now <= 100
    assert heat.acclimatisation(sessions + 1, days) >= now
