"""Carbohydrate and caffeine: printed amounts, the dose timeline, and what must always hold."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import carbohydrate
from mile18.units import KG_PER_LB


def seconds(clock: str) -> float:
    hours, minutes, rest = (int(part) for part in clock.split(":"))
    return hours * 3600 + minutes * 60 + rest


@pytest.mark.parametrize(
    ("kg", "low", "high"), [(50, 500, 600), (60, 600, 720), (70, 700, 840), (80, 800, 960)]
)
def test_loading_is_10_to_12_grams_per_kilogram(kg: float, low: float, high: float) -> None:
    assert carbohydrate.loading_grams(kg) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("kg", "seven", "eight", "ten", "twelve"),
    [
        (50, 350, 400, 500, 600),
        (55, 385, 440, 550, 660),
        (60, 420, 480, 600, 720),
        (65, 455, 520, 650, 780),
        (70, 490, 560, 700, 840),
        (75, 525, 600, 750, 900),
        (80, 560, 640, 800, 960),
        (90, 630, 720, 900, 1080),
    ],
)
def test_loading_by_kilogram(
    kg: float, seven: float, eight: float, ten: float, twelve: float
) -> None:
    assert carbohydrate.loading_grams(kg, 7, 8) == pytest.approx((seven, eight))
    assert carbohydrate.loading_grams(kg, 10, 12) == pytest.approx((ten, twelve))


@pytest.mark.parametrize(
    ("lb", "eight", "ten", "twelve"),
    [
        (100, 363, 454, 544),
        (120, 435, 544, 653),
        (140, 508, 635, 762),
        (160, 581, 726, 871),
        (180, 653, 816, 980),
        (200, 726, 907, 1089),
    ],
)
def test_loading_by_pound(lb: float, eight: float, ten: float, twelve: float) -> None:
    least = carbohydrate.LOADING_LEAST_G_PER_KG
    assert carbohydrate.loading_grams(lb * KG_PER_LB, least, 10) == pytest.approx(
        (eight, ten), abs=0.51
    )
    assert carbohydrate.loading_grams(lb * KG_PER_LB)[1] == pytest.approx(twelve, abs=0.51)


@pytest.mark.parametrize(
    ("kg", "low", "high", "grams", "tolerance"),
    [
        (61, 7, 10, (430, 610), 3.1),
        (71, 8, 8, (570, 570), 2.1),
        (185 * KG_PER_LB, 4.5 / KG_PER_LB, 4.5 / KG_PER_LB, (832, 832), 0.51),
    ],
)
def test_loading_as_runners_worked_it_out_themselves(
    kg: float, low: float, high: float, grams: tuple[float, float], tolerance: float
) -> None:
    found = carbohydrate.loading_grams(kg, low, high)
    assert found == pytest.approx(grams, abs=tolerance)


@pytest.mark.parametrize(("kg", "low", "high"), [(60, 60, 240), (70, 70, 280)])
def test_meal_before_the_race(kg: float, low: float, high: float) -> None:
    assert carbohydrate.pre_event_meal_grams(kg) == pytest.approx((low, high))


@pytest.mark.parametrize(("kg", "low", "high"), [(60, 180, 360), (70, 210, 420)])
def test_caffeine(kg: float, low: float, high: float) -> None:
    assert carbohydrate.caffeine_milligrams(kg) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("clock", "band"),
    [
        ("0:20:00", (0, 30)),
        ("1:00:00", (0, 30)),
        ("1:00:01", (30, 60)),
        ("1:45:00", (30, 60)),
        ("2:30:00", (30, 60)),
        ("2:30:01", (60, 90)),
        ("4:30:00", (60, 90)),
    ],
)
def test_band_by_duration(clock: str, band: tuple[float, float]) -> None:
    assert carbohydrate.during_band(seconds(clock)) == band


@pytest.mark.parametrize(
    ("clock", "per_hour", "total"),
    [
        ("3:45:00", 75, 281.25),
        ("4:20:00", 60, 260),
        ("3:30:00", 60, 210),
        ("3:10:00", 90, 285),
    ],
)
def test_grams_for_the_whole_race(clock: str, per_hour: float, total: float) -> None:
    assert carbohydrate.race_grams(seconds(clock), per_hour) == pytest.approx(total)


@pytest.mark.parametrize(
    ("clock", "per_hour", "portion", "portions", "every"),
    [
        ("3:45:00", 75, 25, 11.25, 20),
        ("4:20:00", 60, 25, 10.4, 25),
        ("3:30:00", 60, 22, 9.5, 22),
        ("3:10:00", 90, 40, 7.1, 26 + 40 / 60),
    ],
)
def test_how_many_portions_and_how_often(
    clock: str, per_hour: float, portion: float, portions: float, every: float
) -> None:
    needed = carbohydrate.race_grams(seconds(clock), per_hour) / portion
    assert needed == pytest.approx(portions, abs=0.051)
    assert carbohydrate.portion_minutes(per_hour, portion) == pytest.approx(every)
    assert carbohydrate.intake_per_hour(portion, every) == pytest.approx(per_hour)


def test_golden_race_is_nine_gels_and_none_in_the_last_half_hour() -> None:
    found = carbohydrate.doses(seconds("3:45:00"), 25, 20)
    assert found.minutes == (20, 40, 60, 80, 100, 120, 140, 160, 180)
    assert found.grams == 225


@pytest.mark.parametrize(
    ("clock", "per_hour", "portion", "count", "last"),
    [
        ("4:20:00", 60, 25, 9, 225),
        ("3:30:00", 60, 22, 8, 176),
        ("3:10:00", 90, 40, 6, 160),
    ],
)
def test_portions_are_never_rounded_up(
    clock: str, per_hour: float, portion: float, count: int, last: float
) -> None:
    every = carbohydrate.portion_minutes(per_hour, portion)
    found = carbohydrate.doses(seconds(clock), portion, every)
    assert len(found.minutes) == count
    assert found.minutes[-1] == pytest.approx(last)
    assert found.grams == pytest.approx(count * portion)


@pytest.mark.parametrize(
    ("clock", "count"),
    [
        ("1:00:00", 1),
        ("1:29:59", 2),
        ("1:30:00", 3),
        ("1:30:01", 3),
        ("0:30:00", 0),
        ("0:03:00", 0),
    ],
)
def test_no_portion_in_the_last_half_hour(clock: str, count: int) -> None:
    assert len(carbohydrate.doses(seconds(clock), 25, 20).minutes) == count


def test_a_mark_exactly_half_an_hour_before_survives_rounding() -> None:
    every = carbohydrate.portion_minutes(45, 17)
    assert len(carbohydrate.doses(5 * 17 / 45 * 3600 + 1800, 17, every).minutes) == 5


NAN = float("nan")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: carbohydrate.loading_grams(-70), "body weight is -70 kg, allowed is above 0"),
        (lambda: carbohydrate.loading_grams(70, 12, 10), "lowest amount is 12 g/kg, allowed is 0"),
        (lambda: carbohydrate.loading_grams(70, 8, 50), "highest amount is 50 g/kg"),
        (lambda: carbohydrate.pre_event_meal_grams(0), "body weight is 0 kg"),
        (lambda: carbohydrate.caffeine_milligrams(NAN), "body weight is nan kg"),
        (lambda: carbohydrate.during_band(0), "race time is 0 s"),
        (lambda: carbohydrate.race_grams(3600, -1), "intake is -1 g/h"),
        (lambda: carbohydrate.portion_minutes(0, 25), "intake is 0 g/h, allowed is above 0"),
        (lambda: carbohydrate.portion_minutes(60, 0), "portion is 0 g"),
        (lambda: carbohydrate.intake_per_hour(25, 0), "interval is 0 min, allowed is 1 to"),
        (lambda: carbohydrate.doses(-1, 25, 20), "race time is -1 s"),
        (lambda: carbohydrate.doses(3600, -25, 20), "portion is -25 g"),
        (lambda: carbohydrate.doses(3600, 25, 0.5), "interval is 0.5 min"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    assert inspect.isfunction(call)
    with pytest.raises(ValueError, match=message):
        call()


@given(st.floats(60, 60_000), st.floats(5, 60), st.floats(5, 90))
def test_marks_are_evenly_spaced_and_strictly_before_the_finish(
    time: float, portion: float, every: float
) -> None:
    found = carbohydrate.doses(time, portion, every)
    finish = time / 60
    assert all(0 < mark < finish for mark in found.minutes)
    assert list(found.minutes) == pytest.approx(
        [every * (n + 1) for n in range(len(found.minutes))]
    )
    assert every * (len(found.minutes) + 1) > finish - carbohydrate.LAST_PORTION_MINUTES - 1e-3
    assert found.grams == pytest.approx(portion * len(found.minutes))


@given(st.floats(60, 60_000), st.floats(0, 3600))
def test_a_longer_race_never_needs_less(time: float, more: float) -> None:
    shorter, longer = carbohydrate.during_band(time), carbohydrate.during_band(time + more)
    assert longer >= shorter
    now = carbohydrate.doses(time, 25, 20)
    assert len(carbohydrate.doses(time + more, 25, 20).minutes) >= len(now.minutes)


@given(st.floats(10, 120), st.floats(10, 60))
def test_interval_and_intake_are_each_others_inverse(per_hour: float, portion: float) -> None:
    every = carbohydrate.portion_minutes(per_hour, portion)
    assert carbohydrate.intake_per_hour(portion, every) == pytest.approx(per_hour)
