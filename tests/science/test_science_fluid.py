"""Sweat, drink and body weight: worked examples, printed mistakes, and what must always hold."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import fluid
from mile18.units import KG_PER_LB, LITRES_PER_US_FLUID_OUNCE

ML_PER_US_FL_OZ = 1000 * LITRES_PER_US_FLUID_OUNCE


@pytest.mark.parametrize(
    ("before", "after", "drunk", "urine", "hours", "expected", "tolerance"),
    [
        (75, 74.5, 0.4, 0, 1, 0.90, 1e-9),
        (75, 73.5, 0.5, 0, 1, 2.00, 1e-9),
        (70, 68.6, 0.5, 0.1, 1.5, 1.20, 1e-9),
        (60, 60.4, 1.5, 0, 1.5, 0.73, 0.0051),
        (85.2, 83.6, 1.5, 0, 1, 3.1, 1e-9),
        (61.7, 60.3, 0.420, 0.090, 1.5, 1.153, 0.00051),
    ],
)
def test_sweat_rate(
    before: float,
    after: float,
    drunk: float,
    urine: float,
    hours: float,
    expected: float,
    tolerance: float,
) -> None:
    found = fluid.sweat_rate(before, after, drunk, urine, hours)
    assert found == pytest.approx(expected, abs=tolerance)


def test_sweat_rate_of_a_weighed_run_in_total_and_by_the_minute() -> None:
    litres_an_hour = fluid.sweat_rate(61.7, 60.3, 0.420, 0.090, 1.5)
    assert litres_an_hour * 1.5 == pytest.approx(1.730)
    assert litres_an_hour * 1000 / 60 == pytest.approx(19.2, abs=0.051)


def ounces_an_hour(before_lb: float, after_lb: float, drunk_oz: float, hours: float) -> float:
    litres = fluid.sweat_rate(
        before_lb * KG_PER_LB,
        after_lb * KG_PER_LB,
        drunk_oz * ML_PER_US_FL_OZ / 1000,
        0,
        hours,
    )
    return litres * 1000 / ML_PER_US_FL_OZ


@pytest.mark.parametrize(
    ("before_lb", "after_lb", "drunk_oz", "hours", "by_density", "by_habit"),
    [(145.4, 141.6, 50, 2, 54.14, 55.4), (150, 148, 32, 2, 31.34, 32.0)],
)
def test_pounds_and_ounces_go_by_density_not_by_sixteen_to_the_pound(
    before_lb: float,
    after_lb: float,
    drunk_oz: float,
    hours: float,
    by_density: float,
    by_habit: float,
) -> None:
    found = ounces_an_hour(before_lb, after_lb, drunk_oz, hours)
    assert found == pytest.approx(by_density, abs=0.0051)
    sixteen = ((before_lb - after_lb) * 16 + drunk_oz) / hours
    assert sixteen == pytest.approx(by_habit, abs=0.051)
    assert sixteen > found
    assert found < 57


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(75, 73.5, -2.0), (70, 68.6, -2.0), (60, 60.4, 0.67), (75, 75, 0)],
)
def test_mass_change(before: float, after: float, expected: float) -> None:
    assert fluid.mass_change_percent(before, after) == pytest.approx(expected, abs=0.0051)


@pytest.mark.parametrize(
    ("kg", "sweat", "drink", "hours", "net_kg", "net_percent", "hold"),
    [
        (70, 1.2, 0.5, 3.75, -2.63, -3.8, 0.83),
        (70, 0.9, 1.1, 4.0, 0.80, 1.1, 0.55),
        (60, 0.6, 0.8, 4.5, 0.90, 1.5, 0.33),
        (80, 1.6, 0.6, 3.5, -3.50, -4.4, 1.14),
    ],
)
def test_balance_between_losing_and_gaining(
    kg: float,
    sweat: float,
    drink: float,
    hours: float,
    net_kg: float,
    net_percent: float,
    hold: float,
) -> None:
    found = fluid.balance(kg, sweat, drink, hours)
    assert found.net_kg == pytest.approx(net_kg, abs=0.0051)
    assert found.net_percent == pytest.approx(net_percent, abs=0.051)
    assert found.hold_two_percent_l_per_h == pytest.approx(hold, abs=0.0051)


def test_a_short_race_needs_no_drink_to_hold_two_percent() -> None:
    assert fluid.balance(70, 1.0, 0, 0.5).hold_two_percent_l_per_h == 0


def test_the_red_line_for_drinking() -> None:
    assert fluid.OVERDRINK_RED_LINE_L_H == 1.5


@pytest.mark.parametrize(("kg", "low", "high"), [(60, 300, 420), (70, 350, 490)])
def test_drink_before_the_event(kg: float, low: float, high: float) -> None:
    assert fluid.pre_event_millilitres(kg) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("kg", "millilitres", "ounces"),
    [
        (50, 50, 1.7),
        (60, 60, 2.0),
        (70, 70, 2.4),
        (80, 80, 2.7),
        (90, 90, 3.0),
        (100, 100, 3.4),
        (120, 100, 3.4),
    ],
)
def test_pickle_juice_dose_is_capped(kg: float, millilitres: float, ounces: float) -> None:
    found = fluid.pickle_juice_millilitres(kg)
    assert found == millilitres
    assert found / ML_PER_US_FL_OZ == pytest.approx(ounces, abs=0.051)


NAN = float("nan")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fluid.sweat_rate(-70, 69, 0, 0, 1), "weight before is -70 kg, allowed is above 0"),
        (lambda: fluid.sweat_rate(70, 0, 0, 0, 1), "weight after is 0 kg"),
        (lambda: fluid.sweat_rate(70, 69, -1, 0, 1), "drink is -1 L, allowed is 0 to 100 L"),
        (lambda: fluid.sweat_rate(70, 69, 0, -1, 1), "urine is -1 L"),
        (lambda: fluid.sweat_rate(70, 69, 0, 0, 0), "time is 0 h, allowed is above 0"),
        (lambda: fluid.sweat_rate(70, 71, 0.5, 0, 1), "sweat comes to -0.5 L"),
        (lambda: fluid.mass_change_percent(70, NAN), "weight after is nan kg"),
        (lambda: fluid.balance(0, 1, 1, 1), "body weight is 0 kg"),
        (lambda: fluid.balance(70, -1, 1, 1), "sweat rate is -1 L/h, allowed is 0 to 20 L/h"),
        (lambda: fluid.balance(70, 1, NAN, 1), "drink is nan L/h"),
        (lambda: fluid.balance(70, 1, 1, -1), "time is -1 h"),
        (lambda: fluid.pre_event_millilitres(-1), "body weight is -1 kg"),
        (lambda: fluid.pickle_juice_millilitres(float("inf")), "body weight is inf kg"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    assert inspect.isfunction(call)
    with pytest.raises(ValueError, match=message):
        call()


body = st.floats(30, 150)
rate = st.integers(0, 4000).map(lambda millilitres: millilitres / 1000)
race_hours = st.floats(0.5, 12)


@given(body, rate, race_hours)
def test_drinking_the_holding_rate_loses_no_more_than_two_percent(
    kg: float, sweat: float, hours: float
) -> None:
    hold = fluid.balance(kg, sweat, 0, hours).hold_two_percent_l_per_h
    assert fluid.balance(kg, sweat, hold, hours).net_percent >= -2 - 1e-9
    assert hold <= sweat


@given(body, rate, rate, race_hours)
def test_gaining_weight_is_drinking_more_than_the_sweat(
    kg: float, sweat: float, drink: float, hours: float
) -> None:
    found = fluid.balance(kg, sweat, drink, hours)
    assert (found.net_kg > 0) is (drink > sweat)
    assert found.net_percent == pytest.approx(100 * found.net_kg / kg)


@given(body, st.floats(0, 3), st.floats(0, 3), race_hours)
def test_more_drink_for_the_same_weights_means_more_sweat(
    kg: float, drunk: float, more: float, hours: float
) -> None:
    less = fluid.sweat_rate(kg, kg - 1, drunk, 0, hours)
    assert fluid.sweat_rate(kg, kg - 1, drunk + more, 0, hours) >= less
