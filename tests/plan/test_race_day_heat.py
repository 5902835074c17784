"""Heat on race day: the vectors, spans that narrow, plans A to C, and what no formula covers."""

import pytest
from golden_race import GOLDEN, TODAY, golden

from mile18.plan.card.sections import split_part
from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.weather import Load, airs, load
from mile18.plan.day.words import Said
from mile18.science.heat import Flag, hadley_sum
from mile18.topics.heat.adaptation import expected_wbgt
from mile18.units import SI


def day(**heat: object) -> RaceDay:
    return race_day(golden(heat=heat), TODAY)


def told(notes: tuple[Said, ...]) -> str:
    return " ".join(note.text for note in notes)


def known(found: Load | None) -> Load:
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("celsius", "humidity", "dew", "total", "coach", "sun", "shade"),
    [
        (15.0, 60.0, 7.3, 104, (0, 0.5), 16.5, 11.9),
        (18.0, 70.0, 12.4, 119, (0.5, 1), 19.8, 15.5),
        (20.0, 50.0, 9.3, 117, (0.5, 1), 19.9, 15.6),
        (20.0, 70.0, 14.4, 126, (1, 2), 21.7, 17.4),
        (22.0, 64.0, 14.9, 130, (1, 3), 23.0, 18.7),
        (25.0, 60.0, 16.7, 139, (2, 3), 25.6, 21.1),
        (28.0, 70.0, 22.0, 154, (4.5, 6), 30.2, 25.0),
        (30.0, 70.0, 23.9, 161, (6, 8), 32.6, 26.9),
    ],
)
def test_the_vectors(
    celsius: float, humidity: float, dew: float, total: int,
    coach: tuple[float, float], sun: float, shade: float,
) -> None:  # fmt: skip
    found = known(load(airs(celsius, humidity, None), None))
    point = found.dew_point
    assert point is not None
    assert point[0] == pytest.approx(dew, abs=0.06)
    assert hadley_sum(celsius, point[0]) == pytest.approx(total, abs=0.6)
    assert found.models[0].percent == coach
    assert found.sun[1] == pytest.approx(sun, abs=0.06)
    assert found.shade[0] == pytest.approx(shade, abs=0.06)
    assert found.wbgt == (found.shade[0], found.sun[1])


def test_sun_and_shade_narrow_the_span() -> None:
    open_, sun, shade = (known(day(sun=each).heat.load) for each in (None, "sun", "shade"))
    assert sun.wbgt == open_.sun
    assert shade.wbgt == open_.shade
    assert day(sun="sun").heat.flags == "red in full sun"
    assert day(sun="shade").heat.flags == "yellow in shade"
    # On a course with both, both count; the mean that readiness uses is named beside them.
    mixed = day(sun="mixed")
    assert known(mixed.heat.load).wbgt == open_.wbgt
    middle = expected_wbgt(mixed.profile.heat)
    assert middle is not None
    assert f"about {{°C:{middle[0]:.0f}}} WBGT" in told(mixed.heat.notes)


def test_humidity_and_dew_point_that_differ_both_count() -> None:
    found = day(dew_point=20.0)
    assert known(found.heat.load).dew_point == pytest.approx((14.88, 20.0), abs=0.01)
    assert "do not agree" in told(found.heat.notes)
    assert "do not agree" not in told(day(dew_point=15.0).heat.notes)


def test_a_dew_point_above_the_temperature_is_saturated_air() -> None:
    found = day(humidity=None, dew_point=30.0)
    assert known(found.heat.load).airs[0].humidity == 100
    assert "saturated" in told(found.heat.notes)


def test_where_the_wet_bulb_formula_ends_is_said() -> None:
    assert "5–99%" in told(day(humidity=2.0).heat.notes)
    assert "5–99%" not in told(day(humidity=5.0).heat.notes)


@pytest.mark.parametrize("humidity", [0.0, 5e-324, 0.4])
def test_bone_dry_air_leaves_out_the_coach_and_gives_no_range(humidity: float) -> None:
    found = day(humidity=humidity)
    assert len(known(found.heat.load).models) == 1
    assert found.heat.finish is None
    assert "no dew point" in told(found.heat.notes)


def test_above_the_coachs_table_there_is_no_range() -> None:
    found = day(temperature=36.0, humidity=70.0, sun="shade")
    assert known(found.heat.load).percent is None
    assert found.heat.finish is None
    assert "180 °F" in told(found.heat.notes)


def test_a_cool_day_costs_nothing() -> None:
    found = day(temperature=8.0, humidity=60.0)
    assert known(found.heat.load).percent == (0, 0)
    assert found.heat.finish == (13_500, 13_500)


def test_the_organisers_flag_always_comes_first() -> None:
    for found in (race_day(GOLDEN, TODAY), day(temperature=None)):
        assert "Follow the organiser's flag." in told(found.heat.notes)


def test_plan_b_suggests_a_range_until_a_goal_is_written() -> None:
    suggested = day(hot_temperature=25.0).plans.b
    assert suggested.goal is None
    assert suggested.suggested
    assert suggested.finish is not None
    assert suggested.times == suggested.finish
    assert 13_500 < suggested.finish[0] < suggested.finish[1]
    assert "heat.hot_goal_time" in {name for each in suggested.lacks for name in each.questions}
    written = day(hot_temperature=25.0, hot_goal_time=14_100).plans.b
    assert not written.suggested
    assert written.times == (14_100, 14_100)
    assert written.pace == pytest.approx((334.2, 334.2), abs=0.05)
    assert written.lacks == ()


def test_a_hotter_plan_runs_from_the_dew_point_to_the_humidity_of_the_forecast() -> None:
    plan = day(hot_temperature=25.0, sun="shade").plans.b
    by_dew_point = known(load(airs(25.0, None, 14.878), "shade"))
    by_humidity = known(load(airs(25.0, 64.0, None), "shade"))
    assert known(plan.load).wbgt == pytest.approx(
        (by_dew_point.wbgt[0], by_humidity.wbgt[1]), abs=0.001
    )


def test_plan_b_never_invents_a_temperature() -> None:
    plans = race_day(GOLDEN, TODAY).plans
    assert plans.b.celsius is None
    assert plans.b.times is None
    assert {"heat.hot_temperature"} <= {n for each in plans.b.lacks for n in each.questions}
    assert plans.c.times is None


def test_plan_c_may_be_without_a_clock() -> None:
    plan = day(very_hot_temperature=30.0).plans.c
    assert "without a clock" in told(plan.notes)
    assert plan.lacks == ()


def test_the_black_flag_is_loud_and_a_sure_one_leaves_no_time() -> None:
    possible = day(very_hot_temperature=30.0).plans.c
    assert any(note.loud and "black flag" in note.text for note in possible.notes)
    assert known(possible.load).sun_flags[1] is Flag.BLACK
    sure = day(very_hot_temperature=40.0, sun="sun").plans.c
    assert any("passes a heat load of {°C:28}" in note.text for note in sure.notes)
    assert "without a time goal" in told(possible.notes)
    assert "Defer to another race." in told(sure.notes)
    assert "without a time goal" not in told(sure.notes)
    assert sure.times is None


@pytest.mark.parametrize(
    ("hot", "very_hot", "expected"),
    [(None, None, "A"), (25.0, 30.0, "A"), (22.0, 30.0, "B"), (18.0, 21.0, "C"), (30.0, 20.0, "C")],
)
def test_the_plan_that_the_expected_air_calls_for(
    hot: float | None, very_hot: float | None, expected: str
) -> None:
    plans = day(hot_temperature=hot, very_hot_temperature=very_hot).plans
    assert plans.expected == expected
    assert any(note.loud for note in plans.notes) is (expected != "A")


def test_plans_that_contradict_each_other_are_named() -> None:
    crossed = day(hot_temperature=28.0, very_hot_temperature=26.0)
    assert "start above plan B" in told(crossed.plans.notes)
    faster = day(hot_temperature=25.0, hot_goal_time=13_000)
    assert "faster goal" in told(faster.plans.notes)
    assert "Faster than both models" in told(faster.plans.b.notes)


def test_a_goal_faster_than_that_of_a_cooler_plan_is_a_slip_without_splits() -> None:
    found = day(
        hot_temperature=25.0,
        hot_goal_time=13_000,
        very_hot_temperature=28.0,
        very_hot_goal_time=15_000,
    )
    assert found.plans.goals == {"A": 13_500, "C": 15_000}
    assert split_part(found, SI).letters == ("A", "C")
    assert any(each.loud and "no splits" in each.text for each in found.plans.notes)


def test_a_plan_is_chosen_by_the_warmest_hour_never_by_the_air_at_the_start() -> None:
    notes = told(day(hot_temperature=25.0).plans.notes)
    assert "warmest air expected during your race" in notes
    assert "not by the air at the start" in notes


def test_without_moisture_no_range_and_the_question_for_it() -> None:
    plan = day(humidity=None, hot_temperature=25.0).plans.b
    assert plan.finish is None
    assert "heat.humidity" in {name for each in plan.lacks for name in each.questions}


def test_moisture_alone_is_enough_for_plan_b() -> None:
    plan = day(temperature=None, hot_temperature=25.0).plans.b
    assert plan.finish is not None
    alone = load(airs(25.0, 64.0, None), None)
    assert known(plan.load) == alone
