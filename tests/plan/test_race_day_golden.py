"""The golden race: each number that is known for it, and why where ours is another one."""

import pytest
from golden_race import GOLDEN, TODAY, golden
from written import day_text

from mile18.plan.day.day import race_day
from mile18.plan.day.weather import COACH, ELITE
from mile18.science.heat import Flag, hadley_sum
from mile18.science.pace import KM_PER_MILE, slowed
from mile18.units import SI, Units, clock

DAY = race_day(GOLDEN, TODAY)
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")


def test_four_models_and_the_goal_slower_than_all() -> None:
    assert [(each.model, clock(each.seconds)) for each in DAY.goal.predictions] == [
        ("Riegel 1.06", "3:28:00"),
        ("Daniels-Gilbert", "3:28:00"),
        ("Vickers-Vertosick", "3:40:00"),
        ("Riegel 1.15 (example)", "3:42:00"),
    ]
    assert DAY.goal.faster_than == 0
    assert DAY.goal.standing is not None
    assert "slower than all three models" in DAY.goal.standing.text
    assert any("not from a study" in note.text for note in DAY.goal.notes)


def test_a_faster_goal_is_faster_than_one_of_three_with_a_study() -> None:
    standing = race_day(golden(race={"goal_time": 12_600}), TODAY).goal.standing
    assert standing is not None
    assert "faster than one of three models" in standing.text


def test_even_pace_and_the_time_at_halfway() -> None:
    target = DAY.goal.target
    assert target is not None
    assert round(target.pace, 1) == 319.9
    assert round(target.pace * KM_PER_MILE, 1) == 514.9
    # Even pace passes it at 1:52:30; the calm opening takes 21 s and is caught up with by the end.
    assert DAY.pacing.half == 6761
    assert clock(6761) == "1:52:41"


def test_fuel() -> None:
    fuel = DAY.fuel
    assert fuel.hourly == 75
    # Nine portions hold 225 g: nothing is taken in the last half hour.
    assert fuel.grams == 225
    assert [portion.minute for portion in fuel.portions] == list(range(20, 181, 20))
    assert fuel.band == (60, 90)
    assert fuel.portions[0].km == pytest.approx(3.686, abs=0.001)
    assert fuel.portions[-1].km == pytest.approx(33.74, abs=0.02)


def test_fluid_and_both_guards() -> None:
    found = DAY.fluids.balance
    assert found is not None
    # 2.625 kg: the source rounds it to 2.63, we show 2.6 kg, since no scale at home shows more.
    assert found.net_kg == pytest.approx(-2.625)
    assert round(found.net_percent, 2) == -3.75
    assert round(found.hold_two_percent_l_per_h, 2) == 0.83
    assert DAY.fluids.guard == "loss"
    assert DAY.fluids.least == pytest.approx(0.8267, abs=0.0001)
    assert DAY.fluids.most == pytest.approx(1.2)


def test_heat_by_two_named_models() -> None:
    load = DAY.heat.load
    assert load is not None
    assert load.dew_point is not None
    assert round(load.dew_point[0], 1) == 14.9
    assert round(hadley_sum(22, load.dew_point[0]), 1) == 130.4
    coach, elite = load.models
    assert (coach.model, elite.model) == (COACH, ELITE)
    assert coach.percent == (1, 3)
    assert coach.joined is not None
    assert round(coach.joined[0], 2) == 2.04
    assert clock(slowed(13_500, coach.joined[0])) == "3:49:35"
    # Two sources more are named for this race, 1.88% by Davis and 5.5% like FindMyMarathon. The
    # first is a table fitted to runners faster than about 3:30 and the second publishes no
    # formula, so the second model here is the study of 1,258 races, from its shade to its sun
    # figure. Davis lies inside the range, and a note says that slower runners may lose more.
    assert elite.percent == pytest.approx((1.12, 3.22), abs=0.01)
    assert load.percent is not None
    assert load.percent[0] <= 1.88 <= load.percent[1]
    assert DAY.heat.finish is not None
    assert [clock(each) for each in DAY.heat.finish] == ["3:47:00", "3:52:00"]
    assert any("Slower runners" in note.text for note in DAY.heat.notes)


def test_the_flag_is_yellow_in_shade_and_red_in_sun() -> None:
    load = DAY.heat.load
    assert load is not None
    assert round(load.shade[0], 1) == 18.7
    assert round(load.sun[1], 1) == 23.0
    assert (load.shade_flags[0], load.sun_flags[1]) == (Flag.YELLOW, Flag.RED)
    assert DAY.heat.flags == "yellow in shade, red in full sun"


def test_the_text_shows_them_all() -> None:
    text = day_text(DAY, SI)
    for shown in (
        "3:28:00", "3:40:00", "3:42:00", "5:20/km", "1:52:41", "75 g an hour",
        "225 g", "3:00:00", "2.6 kg", "3.8%", "0.83 L/h", "15 °C", "1–3% slower",
        "19 °C", "23 °C", "yellow in shade, red in full sun",
    ):  # fmt: skip
        assert shown in text, shown


def test_a_runner_of_miles_reads_no_kilometre() -> None:
    text = day_text(DAY, MILES)
    assert "8:35/mi" in text
    assert "71.6 °F" in text
    assert "5.8 lb" in text
    assert "28.1 fl oz/h" in text
    rest = text.replace("56 km race", "")
    for unit in (" km", "/km", "°C", " kg", "L/h", " L "):
        assert unit not in rest, unit
