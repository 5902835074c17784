"""Race times: published numbers, the copies of them that are wrong, and what must always hold."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mile18.science import pace
from mile18.science.pace import HALF_MARATHON_KM as HALF
from mile18.science.pace import KM_PER_MILE, MARATHON_KM

DISTANCES = {"5k": 5.0, "10k": 10.0, "15k": 15.0, "half": HALF, "marathon": MARATHON_KM}
BOOK_SECONDS_PER_KM = 1.5


def seconds(clock: str) -> float:
    total = 0.0
    for part in clock.split(":"):
        total = total * 60 + float(part)
    return total


@pytest.mark.parametrize(
    ("km", "clock", "to_km", "expected"),
    [
        (5, "20:00", 10, "41:42"),
        (10, "40:00", HALF, "1:28:15"),
        (10, "40:00", MARATHON_KM, "3:04:00"),
        (HALF, "1:30:00", MARATHON_KM, "3:07:39"),
        (HALF, "1:45:00", MARATHON_KM, "3:38:55"),
        (10, "50:00", MARATHON_KM, "3:50:01"),
        (HALF, "1:46:00", MARATHON_KM, "3:41:00"),
        (HALF, "1:40:00", MARATHON_KM, "3:28:30"),
        (5, "18:00", MARATHON_KM, "2:52:38"),
    ],
)
def test_riegel_meets_the_reference_times(
    km: float, clock: str, to_km: float, expected: str
) -> None:
    assert pace.riegel(seconds(clock), km, to_km) == pytest.approx(seconds(expected), abs=0.51)


@pytest.mark.parametrize(
    ("km", "clock", "expected"),
    [(10, "40:00", "3:29:28"), (HALF, "1:40:00", "3:41:55")],
)
def test_riegel_with_the_larger_exponent(km: float, clock: str, expected: str) -> None:
    found = pace.riegel(seconds(clock), km, MARATHON_KM, 1.15)
    assert found == pytest.approx(seconds(expected), abs=0.51)


def test_doubling_the_distance_multiplies_the_time_by_2_0849() -> None:
    assert pace.riegel(1, 5, 10) == pytest.approx(2.0849, abs=5e-5)


def test_riegel_does_not_repeat_printed_mistakes() -> None:
    assert pace.riegel(1, 10, MARATHON_KM) == pytest.approx(4.6002, abs=5e-5)
    assert abs(pace.riegel(1, 10, MARATHON_KM) - 4.514) > 0.05
    assert abs(pace.riegel(seconds("18:00"), 5, MARATHON_KM) - seconds("2:56:05")) > 120


@pytest.mark.parametrize(
    ("km", "clock", "score", "tolerance"),
    [
        (5, "20:00", 49.81, 0.005),
        (5, "24:34", 39.11, 0.005),
        (10, "40:00", 51.94, 0.005),
        (HALF, "1:30:00", 50.98, 0.005),
        (HALF, "1:45:00", 42.635, 0.0005),
        (MARATHON_KM, "3:00:00", 53.53, 0.005),
        (5, "21:00", 47.04, 0.005),
    ],
)
def test_daniels_gilbert_score(km: float, clock: str, score: float, tolerance: float) -> None:
    assert pace.daniels_gilbert_score(km, seconds(clock)) == pytest.approx(score, abs=tolerance)


@pytest.mark.parametrize(
    ("score", "distance", "expected"),
    [
        (30, "marathon", "4:49:49"),
        (38, "10k", "52:15"),
        (38, "half", "1:55:51"),
        (38, "marathon", "3:59:30"),
        (40, "marathon", "3:49:37"),
        (50, "marathon", "3:10:40"),
        (60, "marathon", "2:43:22"),
        (30, "5k", "30:41"),
        (30, "10k", "1:03:49"),
        (30, "half", "2:21:17"),
        (40, "5k", "24:06"),
        (40, "10k", "50:01"),
        (40, "half", "1:50:54"),
        (50, "5k", "19:56"),
        (50, "10k", "41:20"),
        (50, "half", "1:31:31"),
        (60, "5k", "17:03"),
        (60, "10k", "35:22"),
        (60, "half", "1:18:08"),
        (70, "5k", "14:56"),
        (70, "10k", "31:01"),
        (70, "half", "1:08:23"),
        (70, "marathon", "2:23:13"),
    ],
)
def test_daniels_gilbert_time_for_a_score(score: float, distance: str, expected: str) -> None:
    found = pace.daniels_gilbert_seconds(score, DISTANCES[distance])
    assert found == pytest.approx(seconds(expected), abs=1)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [("10k", "43:32"), ("15k", "1:07:00"), ("half", "1:36:28"), ("marathon", "3:20:41")],
)
def test_daniels_gilbert_from_five_kilometres_in_21_minutes(distance: str, expected: str) -> None:
    score = pace.daniels_gilbert_score(5, seconds("21:00"))
    found = pace.daniels_gilbert_seconds(score, DISTANCES[distance])
    assert found == pytest.approx(seconds(expected), abs=1)


@pytest.mark.parametrize(
    ("score", "distance", "printed"),
    [
        (38, "10k", "52:17"),
        (38, "half", "1:55:55"),
        (38, "marathon", "3:59:35"),
        (47, "10k", "43:47"),
        (47, "15k", "1:07:18"),
        (47, "half", "1:36:36"),
        (47, "marathon", "3:21:25"),
        (50, "5k", "19:57"),
        (50, "10k", "41:21"),
        (50, "half", "1:31:35"),
        (50, "marathon", "3:10:49"),
    ],
)
def test_daniels_gilbert_stays_near_the_printed_tables(
    score: float, distance: str, printed: str
) -> None:
    km = DISTANCES[distance]
    found = pace.daniels_gilbert_seconds(score, km)
    assert found == pytest.approx(seconds(printed), abs=BOOK_SECONDS_PER_KM * km)


@pytest.mark.parametrize(
    ("score", "distance", "wrong"),
    [(50, "5k", "19:31"), (50, "marathon", "3:07:00"), (60, "5k", "16:00"), (60, "10k", "33:00")],
)
def test_daniels_gilbert_does_not_meet_the_wrong_copies(
    score: float, distance: str, wrong: str
) -> None:
    km = DISTANCES[distance]
    found = pace.daniels_gilbert_seconds(score, km)
    assert abs(found - seconds(wrong)) > BOOK_SECONDS_PER_KM * km


@pytest.mark.parametrize(
    ("weekly_miles", "expected"),
    [(20, "3:48:58"), (30, "3:44:16"), (40, "3:39:46"), (60, "3:31:17")],
)
def test_vickers_vertosick_from_a_half_marathon_in_1_40(weekly_miles: float, expected: str) -> None:
    found = pace.vickers_vertosick(6000, HALF, weekly_miles * KM_PER_MILE)
    assert found == pytest.approx(seconds(expected), abs=0.51)


def test_vickers_vertosick_is_not_the_widely_copied_slip() -> None:
    riegel_speed = 1000 * MARATHON_KM / pace.riegel(6000, HALF, MARATHON_KM, 1.06)
    slip = 1000 * MARATHON_KM / (0.16018617 + 0.83076202 * riegel_speed + 0.6423826 * 4)
    assert slip == pytest.approx(seconds("2:07:08"), abs=0.51)
    assert pace.vickers_vertosick(6000, HALF, 40 * KM_PER_MILE) - slip > 5000


def test_vickers_vertosick_takes_kilometres_a_week_not_miles() -> None:
    in_km = pace.vickers_vertosick(6000, HALF, 40 * KM_PER_MILE)
    assert pace.vickers_vertosick(6000, HALF, 40) - in_km > 300


GOLDEN = (
    ("Daniels-Gilbert", "3:27:47", "formula-vdot"),
    ("Riegel 1.06", "3:28:30", "formula-riegel"),
    ("Vickers-Vertosick", "3:39:46", "formula-riegel-bias"),
    ("Riegel 1.15 (example)", "3:41:55", "formula-riegel-bias"),
)


def test_golden_race_is_a_named_range_from_fast_to_slow() -> None:
    found = pace.predictions(HALF, 6000, MARATHON_KM, 40 * KM_PER_MILE)
    told = {each.model: each for each in found}
    for model, clock, evidence in GOLDEN:
        assert told[model].evidence == evidence
        assert abs(told[model].seconds - seconds(clock)) <= 30
    assert len(found) == len(GOLDEN)
    assert [each.seconds for each in found] == sorted(each.seconds for each in found)
    assert all(each.seconds < seconds("3:45:00") for each in found)
    assert sum(each.seconds < seconds("3:30:00") for each in found) == 2


@pytest.mark.parametrize(
    ("from_km", "to_km", "weekly_km"),
    [
        pytest.param(HALF, MARATHON_KM, None, id="weekly distance unknown"),
        pytest.param(10, 30, 60.0, id="not a marathon"),
        pytest.param(HALF, 50, 60.0, id="longer than a marathon"),
        pytest.param(MARATHON_KM, MARATHON_KM, 60.0, id="from a marathon"),
    ],
)
def test_vickers_vertosick_is_left_out_where_its_data_do_not_apply(
    from_km: float, to_km: float, weekly_km: float | None
) -> None:
    models = [each.model for each in pace.predictions(from_km, 7000, to_km, weekly_km)]
    # Oxygen tables end at the marathon.
    oxygen = [] if to_km > 43 else ["Daniels-Gilbert"]
    assert sorted(models) == [*oxygen, "Riegel 1.06", "Riegel 1.15 (example)"]


@pytest.mark.parametrize(
    ("to_km", "joins"), [(10, False), (HALF, False), (21.1, False), (30, True)]
)
def test_the_example_exponent_joins_beyond_the_half_marathon(to_km: float, joins: bool) -> None:
    models = {each.model for each in pace.predictions(5, 1500, to_km)}
    assert ("Riegel 1.15 (example)" in models) is joins
    assert {"Daniels-Gilbert", "Riegel 1.06"} <= models


@pytest.mark.parametrize(("to_km", "joins"), [(41.6, False), (41.7, True), (42.2, True)])
def test_a_marathon_is_within_half_a_kilometre(to_km: float, joins: bool) -> None:
    models = {each.model for each in pace.predictions(HALF, 6000, to_km, 60)}
    assert ("Vickers-Vertosick" in models) is joins


@pytest.mark.parametrize(
    ("clock", "per_km", "per_mile", "five_km"),
    [
        ("3:00:00", "4:16.0", "6:51.9", "21:20"),
        ("3:30:00", "4:58.6", "8:00.6", "24:53"),
        ("3:45:00", "5:19.9", "8:34.9", "26:40"),
        ("4:00:00", "5:41.3", "9:09.2", "28:26"),
        ("4:30:00", "6:23.9", "10:17.9", "32:00"),
    ],
)
def test_even_pace_of_a_marathon(clock: str, per_km: str, per_mile: str, five_km: str) -> None:
    found = pace.even_pace(MARATHON_KM, seconds(clock))
    assert found == pytest.approx(seconds(per_km), abs=0.051)
    assert found * KM_PER_MILE == pytest.approx(seconds(per_mile), abs=0.051)
    assert found * 5 == pytest.approx(seconds(five_km), abs=0.51)


def test_golden_race_passes_half_way_at_1_52_30() -> None:
    assert pace.even_pace(MARATHON_KM, 13_500) * HALF == pytest.approx(seconds("1:52:30"))


@pytest.mark.parametrize(
    ("per_mile", "percent", "expected"),
    [
        ("7:00", 3.0, "7:12.6"),
        ("7:00", 4.5, "7:18.9"),
        ("9:00", 3.0, "9:16.2"),
        ("9:00", 4.5, "9:24.3"),
        ("3:45:00", 2.04, "3:49:35.4"),
    ],
)
def test_slowed_by_a_percentage(per_mile: str, percent: float, expected: str) -> None:
    assert pace.slowed(seconds(per_mile), percent) == pytest.approx(seconds(expected), abs=0.051)


@pytest.mark.parametrize(
    ("goal", "at_km", "stopped", "slower_by", "expected"),
    [
        ("3:45:00", 32, 90, 0.05, "3:49:13"),
        ("4:00:00", 32, 90, 0.05, "4:04:24"),
        ("4:00:00", 32, 0, 0.10, "4:05:48"),
        ("3:30:00", 35, 60, 0.03, "3:32:04"),
        ("4:30:00", 30, 180, 0.10, "4:40:48"),
    ],
)
def test_finish_after_a_stop(
    goal: str, at_km: float, stopped: float, slower_by: float, expected: str
) -> None:
    found = pace.finish_after_stop(seconds(goal), MARATHON_KM, at_km, stopped, slower_by)
    assert found == pytest.approx(seconds(expected), abs=0.51)


def test_stopping_45_seconds_costs_as_much_as_running_1_3_percent_slower() -> None:
    stopped = pace.finish_after_stop(14_400, MARATHON_KM, 32, 45, 0)
    slower = pace.finish_after_stop(14_400, MARATHON_KM, 32, 0, 0.013)
    assert stopped == pytest.approx(slower, abs=0.5)


NAN = float("nan")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pace.riegel(0, 10, 20), "race time is 0 s, allowed is above 0 s"),
        (lambda: pace.riegel(NAN, 10, 20), "race time is nan s"),
        (lambda: pace.riegel(2400, 0, 20), "race distance is 0 km, allowed is"),
        (lambda: pace.riegel(2400, 10, -1), "target distance is -1 km"),
        (lambda: pace.riegel(2400, 10, 20, 9), "exponent is 9, allowed is 0 to 3$"),
        (lambda: pace.daniels_gilbert_score(10, 1), "allowed is 1 to 40 min per km"),
        (lambda: pace.daniels_gilbert_score(1, 2500), "allowed is 1 to 40 min per km"),
        (lambda: pace.daniels_gilbert_seconds(0, 10), "score is 0, allowed is above 0"),
        (lambda: pace.vickers_vertosick(6000, HALF, -5), "weekly distance is -5 km"),
        (lambda: pace.vickers_vertosick(14_000, 42.2, 60), "race distance is 42.2 km"),
        (lambda: pace.predictions(10, -1, 42), "race time is -1 s"),
        (lambda: pace.even_pace(42, float("inf")), "race time is inf s"),
        (lambda: pace.slowed(300, -1), "slowdown is -1%, allowed is 0 to 100%"),
        (
            lambda: pace.finish_after_stop(14_400, 42, 43, 90, 0),
            "kilometre of the stop is 43 km, allowed is 0 to 42 km",
        ),
        (lambda: pace.finish_after_stop(14_400, 42, 30, -1, 0), "time stopped is -1 s"),
        (lambda: pace.finish_after_stop(14_400, 42, 30, 90, -0.1), "slowing is -0.1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    assert inspect.isfunction(call)
    with pytest.raises(ValueError, match=message):
        call()


kilometres = st.floats(1, 100)
race_seconds = st.floats(600, 20_000)


@given(st.floats(12, 90), kilometres)
def test_score_and_time_are_each_others_inverse(score: float, km: float) -> None:
    time = pace.daniels_gilbert_seconds(score, km)
    assert pace.daniels_gilbert_score(km, time) == pytest.approx(score, rel=1e-6)


@given(st.floats(12, 90), st.floats(0.1, 5), kilometres)
def test_a_higher_score_is_a_faster_time(score: float, more: float, km: float) -> None:
    slower = pace.daniels_gilbert_seconds(score, km)
    assert pace.daniels_gilbert_seconds(score + more, km) < slower


@given(race_seconds, kilometres, kilometres)
def test_riegel_there_and_back_is_the_same_time(time: float, here: float, there: float) -> None:
    assert pace.riegel(pace.riegel(time, here, there), there, here) == pytest.approx(time)


@given(st.floats(3600, 12_000), st.floats(1, 600), st.floats(0, 150))
def test_a_slower_race_never_predicts_a_faster_one(
    time: float, more: float, weekly_km: float
) -> None:
    before = {each.model: each.seconds for each in pace.predictions(HALF, time, 42.195, weekly_km)}
    after = pace.predictions(HALF, time + more, 42.195, weekly_km)
    assert all(each.seconds >= before[each.model] for each in after)
    assert list(after) == sorted(after, key=lambda each: each.seconds)


@pytest.mark.parametrize(
    ("given", "spoken"),
    [(1389.9, 1390), (1387.4, 1385), (3599, 3600), (3629, 3600), (3630, 3660), (12_467.2, 12_480)],
)
def test_times_are_said_to_five_seconds_or_the_minute(given: float, spoken: int) -> None:
    assert pace.as_spoken(given) == spoken


@given(race_seconds, st.floats(0, 42), st.floats(0, 600), st.floats(0, 1))
def test_a_stop_never_brings_the_finish_forward(
    goal: float, at_km: float, stopped: float, slower_by: float
) -> None:
    assert pace.finish_after_stop(goal, 42.195, at_km, stopped, slower_by) >= goal + stopped
