"""Race day part by part: what each says in a 5 km, a marathon and 100 km, and what it lacks."""

from datetime import date, time, timedelta

import pytest
from fuel_plans import gels
from golden_race import GOLDEN, RACE_DAY, TODAY, golden

from mile18.plan.day.day import RaceDay, race_day
from mile18.plan.day.words import Lack, Said
from mile18.profile import Profile
from mile18.science.pace import EXAMPLE
from mile18.topics.health.episode import Episode
from mile18.topics.race.questions import AidStation, Target
from mile18.units import SI, Units, clock

MILES = Units(distance="mi")


def day(**topics: dict[str, object]) -> RaceDay:
    return race_day(golden(**topics), TODAY)


def told(notes: tuple[Said, ...]) -> str:
    return " ".join(note.text for note in notes)


def asked(lacks: tuple[Lack, ...]) -> set[str]:
    return {name for each in lacks for name in each.questions}


def test_an_empty_profile_invents_no_number() -> None:
    empty = race_day(Profile(), TODAY)
    assert empty.goal.target is None
    assert empty.goal.predictions == ()
    assert empty.pacing.splits(SI) == ()
    assert empty.pacing.easy is None
    assert empty.heat.load is None
    assert empty.fuel.portions == ()
    assert empty.fluids.balance is None
    assert empty.fluids.before_ml is None
    assert [plan.times for plan in empty.plans.all] == [None, None, None]
    parts = (
        empty.opening, empty.goal, empty.pacing, empty.heat, *empty.plans.all,
        empty.fuel, empty.fluids, empty.stations, empty.cramp,
    )  # fmt: skip
    assert all(part.lacks for part in parts)
    numbers = told(tuple(each for each in empty.said() if each.text not in told(empty.cramp.lines)))
    assert not any(sign.isdigit() for sign in numbers)


@pytest.mark.parametrize(
    ("answer", "fills"),
    [
        ({"race": {"goal_time": None}}, "race.goal_time"),
        ({"race": {"distance": None}}, "race.distance"),
        ({"race": {"body_mass": None}}, "race.body_mass"),
        ({"race": {"recent_time": None}}, "race.recent_time"),
        ({"race": {"date": None}}, "race.date"),
        ({"race": {"aid_stations": None}}, "race.aid_stations"),
        ({"race": {"first_half": None}}, "race.first_half"),
        ({"training": {"weekly_distance": None}}, "training.weekly_distance"),
        ({"heat": {"temperature": None}}, "heat.temperature"),
        ({"heat": {"humidity": None}}, "heat.humidity"),
        ({"heat": {"sun": None}}, "heat.sun"),
        ({"nutrition": {"products": None}}, "nutrition.products"),
        ({"nutrition": {"fuel_practised": None}}, "nutrition.fuel_practised"),
        ({"nutrition": {"drink_per_hour": None}}, "nutrition.drink_per_hour"),
        ({"nutrition": {"sweat_urine": None}}, "nutrition.sweat_urine"),
    ],
)
def test_each_gap_names_the_question_that_fills_it(
    answer: dict[str, dict[str, object]], fills: str
) -> None:
    assert fills in day(**answer).open_questions


def test_no_goal_leaves_the_rest_standing() -> None:
    without = day(race={"goal_time": None})
    assert len(without.goal.predictions) == 4
    assert without.goal.standing is None
    assert without.heat.load is not None
    assert without.heat.finish is None
    assert without.fuel.hourly == 75
    assert without.fuel.portions == ()
    assert without.fluids.sweat == pytest.approx(1.2)


def test_a_slip_in_the_goal_is_named_and_not_planned_with() -> None:
    slip = day(race={"goal_time": 3600})
    assert slip.pacing.splits(SI) == ()
    assert slip.plans.a.times is None
    assert any("check both" in each.what for each in slip.goal.lacks)


def test_a_goal_as_fast_as_the_slowest_model_is_faster_than_none() -> None:
    found = race_day(GOLDEN, TODAY).goal.predictions
    studied = [each.seconds for each in found if each.model != EXAMPLE]
    at = day(race={"goal_time": int(max(studied)) + 1})
    assert at.goal.faster_than == 0
    fastest = day(race={"goal_time": 12_000}).goal
    assert fastest.standing is not None
    assert fastest.standing.loud
    assert "faster than all three" in fastest.standing.text


def test_whoever_cramped_before_reads_the_pacing_first() -> None:
    before = day(health={"cramps_last_10": 1})
    assert before.pacing.cramped_before
    assert "cramped before" in before.pacing.notes[0].text
    assert day(health={"episodes": (Episode(km=30.0),)}).pacing.cramped_before
    assert not day(health={"cramps_last_10": 0}).pacing.cramped_before


def test_a_faster_first_half_is_answered_loudly() -> None:
    assert any(note.loud for note in day(race={"first_half": "faster"}).pacing.notes)


@pytest.mark.parametrize(("goal", "then"), [(13_500, "keep to the time"), (None, "start calmer")])
def test_no_time_at_halfway_is_spoken_of_without_a_goal(goal: int | None, then: str) -> None:
    pacing = day(race={"first_half": "faster", "goal_time": goal}).pacing
    (loud,) = (note.text for note in pacing.notes if note.loud)
    assert (pacing.half is None) is (goal is None)
    assert then in loud
    assert ("halfway" in loud) is (goal is not None)
    assert not any(note.loud for note in day(race={"first_half": "even"}).pacing.notes)


@pytest.mark.parametrize(
    ("km", "seconds", "units", "opening_km"),
    [
        (5.0, 1500, SI, 1.0),
        (21.0975, 6300, SI, 2.0),
        (42.195, 13_500, SI, 3.0),
        (42.195, 13_500, MILES, 2 * 1.609344),
    ],
)
def test_the_opening_is_whole_units_and_calmer(
    km: float, seconds: int, units: Units, opening_km: float
) -> None:
    profile = golden(race={"distance": km, "goal_time": seconds})
    easy, aim = race_day(profile, TODAY, units).pacing.easy, Target(km, seconds)
    assert easy is not None
    assert easy.km == pytest.approx(opening_km)
    assert 1.015 * aim.pace < easy.pace < 1.03 * aim.pace
    assert easy.costs == pytest.approx((easy.pace - aim.pace) * easy.km, abs=0.5)


def test_a_race_of_a_kilometre_or_two_has_no_opening() -> None:
    assert day(race={"distance": 2.0, "goal_time": 600}).pacing.easy is None


@pytest.mark.parametrize(
    ("km", "seconds", "needed", "band"),
    [
        (5.0, 1500, False, (0, 30)),
        (21.0975, 7200, True, (30, 60)),
        (42.195, 13_500, True, (60, 90)),
        (100.0, 43_200, True, (60, 90)),
    ],
)
def test_the_band_follows_the_length_of_the_race(
    km: float, seconds: int, needed: bool, band: tuple[int, int]
) -> None:
    fuel = day(race={"distance": km, "goal_time": seconds}).fuel
    assert fuel.needed is needed
    assert fuel.band == band
    assert ("needs no fuel" in told(fuel.notes)) is not needed


@pytest.mark.parametrize(
    ("grams", "every", "says"),
    [
        (25.0, 60.0, "below guidance for this length: 60 (a judgement) to 90 g"),
        (25.0, 20.0, "within guidance for this length: 60 (a judgement) to 90 g"),
        (50.0, 32.0, "94 g an hour is more than has been shown to help"),
        (25.0, 10.0, "more than has been shown to help"),
        (0.0, 20.0, "You plan no fuel"),
    ],
)
def test_the_amount_is_held_against_the_band(grams: float, every: float, says: str) -> None:
    fuel = day(nutrition={"products": gels(grams, every)}).fuel
    assert says in told(fuel.notes)


@pytest.mark.parametrize(
    ("goal", "grams", "every", "count"),
    [
        # Of 10.4 portions of 25 g nine are due before the last half hour.
        (15_600, 25.0, 25.0, 9),
        (12_600, 22.0, 22.0, 8),
        # The sixth of 7.1 portions is due exactly half an hour before the finish.
        (11_400, 40.0, 80 / 3, 6),
    ],
)
def test_portions_in_print_with_the_last_one_in_time(
    goal: int, grams: float, every: float, count: int
) -> None:
    fuel = day(race={"goal_time": goal}, nutrition={"products": gels(grams, every)}).fuel
    assert len(fuel.portions) == count
    assert fuel.portions[-1].minute * 60 <= goal - 1800
    assert fuel.grams == count * grams


def test_never_practised_is_said_loudly() -> None:
    notes = day(nutrition={"fuel_practised": "no"}).fuel.notes
    assert any(note.loud and "Never tried" in note.text for note in notes)


@pytest.mark.parametrize(
    ("kg", "sweat", "drink", "goal", "net_kg", "percent", "guard", "hold"),
    [
        (70.0, 1.2, 0.5, 13_500, -2.63, -3.8, "loss", 0.83),
        (70.0, 0.9, 1.1, 14_400, 0.80, 1.1, "gain", 0.55),
        (60.0, 0.6, 0.8, 16_200, 0.90, 1.5, "gain", 0.33),
        (80.0, 1.6, 0.6, 12_600, -3.50, -4.4, "loss", 1.14),
        (70.0, 1.0, 0.8, 12_600, -0.70, -1.0, "between", 0.60),
    ],
)
def test_both_guards(
    kg: float, sweat: float, drink: float, goal: int,
    net_kg: float, percent: float, guard: str, hold: float,
) -> None:  # fmt: skip
    fluids = day(
        race={"body_mass": kg, "goal_time": goal},
        nutrition={
            "sweat_mass_before": kg, "sweat_mass_after": kg - 0.5,
            "sweat_drunk": sweat - 0.5, "drink_per_hour": drink,
        },
    ).fluids  # fmt: skip
    assert fluids.balance is not None
    assert fluids.balance.net_kg == pytest.approx(net_kg, abs=0.006)
    assert fluids.balance.net_percent == pytest.approx(percent, abs=0.06)
    assert fluids.balance.hold_two_percent_l_per_h == pytest.approx(hold, abs=0.006)
    assert fluids.guard == guard
    loud = [note.text for note in fluids.notes if note.loud]
    assert any("drink less" in text for text in loud) is (guard == "gain")


def test_a_gain_is_loud_even_without_goal_and_mass() -> None:
    fluids = day(
        race={"goal_time": None, "body_mass": None}, nutrition={"drink_per_hour": 1.4}
    ).fluids
    assert fluids.guard == "gain"
    assert fluids.notes[0].loud
    assert "gain weight" in fluids.notes[0].text


def test_what_cannot_be_held_is_answered_by_slowing_down() -> None:
    fluids = day(nutrition={"sweat_drunk": 1.4, "drink_per_hour": 1.0}).fluids
    assert fluids.least is not None
    assert fluids.most == 1.5
    assert fluids.least > fluids.most
    assert "Slow down" in told(fluids.notes)


def test_without_a_sweat_test_only_thirst_and_no_amount() -> None:
    fluids = day(nutrition={"sweat_mass_after": None}).fluids
    assert fluids.balance is None
    assert fluids.guard is None
    assert (fluids.least, fluids.most) == (None, None)
    assert "thirst" in told(fluids.notes)
    assert "{L/h" not in told(fluids.notes)
    assert asked(fluids.lacks) == {"nutrition.sweat_mass_after"}


def test_a_weighed_run_that_does_not_add_up_is_to_be_checked() -> None:
    fluids = day(nutrition={"sweat_mass_after": 80.0}).fluids
    assert fluids.sweat is None
    assert any("does not add up" in each.what for each in fluids.lacks)


def test_caffeine_over_the_guidance_is_not_named_to_who_should_ask_a_doctor_first() -> None:
    much: dict[str, object] = {"race_caffeine_mg": 900.0}
    assert "over the 6 mg per kg" in told(day(nutrition=much).fuel.notes)
    guarded = told(day(nutrition=much, health={"conditions": ("pregnancy",)}).fuel.notes)
    assert "ask your doctor first" in guarded
    assert "mg" not in guarded


def test_above_60_g_an_hour_only_with_two_sugars() -> None:
    assert "glucose with fructose" in told(day().fuel.notes)
    less = day(
        race={"goal_time": 6300, "distance": 21.0975}, nutrition={"products": gels(25.0, 30.0)}
    )
    assert "glucose" not in told(less.fuel.notes)


def test_fluid_before_the_start_is_counted_back() -> None:
    fluids = race_day(GOLDEN, TODAY).fluids
    assert fluids.before_ml == (350, 490)
    assert "have it with breakfast, in sips" in told(fluids.notes)
    early = day(sleep={"race_wake_time": time(4, 30)}).fluids
    assert "no more than thirst allows" in told(early.notes)
    assert "by 05:00" in told(early.notes)
    assert "in sips" not in told(early.notes)


def test_stations_in_order_with_the_portions_due_near() -> None:
    given = (
        AidStation(km=20.0, offers="bananas"),
        AidStation(km=4.0, offers="water\x1b[31m\n"),
        AidStation(km=20.0, offers="cola"),
        AidStation(km=60.0),
        AidStation(offers="somewhere"),
    )
    found = day(race={"aid_stations": given}).stations
    assert [each.km for each in found.all] == [4.0, 20.0]
    assert found.all[0].offers == "water [31m"
    assert found.all[1].offers == "bananas, cola"
    assert found.all[0].portions == (1,)
    assert found.all[1].portions == (5,)
    assert clock(found.all[0].seconds or 0) == "21:40"
    assert "beyond the finish" in told(found.notes)
    assert "without a distance" in told(found.notes)


@pytest.mark.parametrize(
    ("kms", "expected"),
    [
        ((5.0, 10.0, 16.0, 21.0, 26.0, 31.0, 36.0, 40.0), False),
        ((5.0, 10.0, 16.0, 21.0, 26.0, 31.0), True),
        ((10.0, 25.0), False),
        ((30.0,), False),
    ],
)
def test_a_list_of_stations_that_ends_early_is_said_aloud(
    kms: tuple[float, ...], expected: bool
) -> None:
    entered = tuple(AidStation(km=each) for each in kms)
    notes = day(race={"aid_stations": entered}).stations.notes
    assert any(each.loud and "No aid station is entered after" in each.text for each in notes) is (
        expected
    )


def test_no_stations_on_the_course_is_an_answer() -> None:
    found = day(race={"aid_stations": ()}).stations
    assert found.all == ()
    assert found.lacks == ()


def test_the_cramp_plan_is_three_lines_with_the_usual_muscle() -> None:
    plan = day(
        health={
            "cramp_muscles": ("hamstring", "calf"),
            "cramp_where": "final_quarter",
            "episodes": (Episode(muscle="calf"), Episode(muscle="calf"), Episode(muscle="foot")),
        }
    ).cramp
    assert plan.muscle is not None
    assert plan.muscle.id == "calf"
    stop, stretch, restart = plan.lines
    assert "chest pain" in stop.text
    assert stop.loud
    assert "until the cramp lets go" in stretch.text
    assert "hour" in restart.text
    assert plan.zone == pytest.approx((31.646, 42.195), abs=0.001)
    assert plan.any_muscle.text != stretch.text


def test_without_cramp_answers_the_plan_tells_nothing_of_them() -> None:
    plan = race_day(GOLDEN, TODAY).cramp
    assert plan.muscle is None
    assert plan.zone is None
    assert plan.stretch == plan.any_muscle


def test_pickle_juice_only_for_who_takes_it_along() -> None:
    assert "70 mL (2.4 fl oz)" in told(day(nutrition={"pickle_juice": True}).cramp.notes)
    assert "ickle" not in told(race_day(GOLDEN, TODAY).cramp.notes)


@pytest.mark.parametrize("days", [60, 14, 5, 1, 0, -3])
def test_the_day_may_lie_ahead_or_behind(days: int) -> None:
    found = race_day(GOLDEN, RACE_DAY - timedelta(days=days))
    assert ("is over" in told(found.opening.notes)) is (days < 0)
    assert found.pacing.half == 6761


def test_illness_shuts_the_gate() -> None:
    found = race_day(golden(health={"symptoms_now": ("fever",)}), date(2027, 5, 2))
    assert found.gate.status == "do not race today"
