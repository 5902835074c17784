"""Race week for a race in 60, 14, 5, 1, 0 and −3 days, and for what is not answered."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from fuel_plans import gels

from mile18.plan.week.task import Task
from mile18.plan.week.week import SHUT, RaceWeek, race_week
from mile18.profile import Profile

RACE = date(2027, 5, 2)
MARATHON: dict[str, dict[str, Any]] = {
    "race": {
        "date": RACE,
        "start_time": time(8, 0),
        "distance": 42.195,
        "goal_time": 13500,
        "body_mass": 70.0,
    },
    "sleep": {"race_wake_time": time(4, 30), "usual_hours": 7.0},
    "training": {"weekly_distance": 60.0, "longest_run": 30.0, "strength_sessions": 1.0},
    "nutrition": {"breakfast_hours_before": 3.0, "race_caffeine_mg": 200.0},
    "health": {"medicines": (), "symptoms_now": (), "conditions": ()},
}


def runner(**topics: dict[str, Any]) -> Profile:
    profile = Profile().with_changes(MARATHON)
    return profile.with_changes(topics)


def week(days_left: int, profile: Profile | None = None) -> RaceWeek:
    return race_week(profile or runner(), RACE - timedelta(days=days_left))


def task(plan: RaceWeek, name: str) -> Task:
    return next(each for each in plan.tasks if each.id == name)


def names(plan: RaceWeek) -> set[str]:
    return {each.id for each in plan.tasks}


def lacked(plan: RaceWeek) -> set[str]:
    return {name for each in plan.lacking for name in each.questions}


def test_with_sixty_days_left_it_says_when_it_begins_and_what_needs_longer() -> None:
    plan = week(60)
    assert "60 days left" in plan.headline
    assert "Sun 18 Apr 2027" in plan.headline
    assert plan.today is not None
    assert plan.today.tasks == ()
    early = [each for each in plan.tasks if each.days_before > 14]
    assert {"strength-twice", "weekly-step"} <= {each.id for each in early}
    assert task(plan, "strength-twice").day == RACE - timedelta(days=42)
    assert not plan.dropped


def test_with_fourteen_days_left_the_taper_begins_today() -> None:
    plan = week(14)
    assert plan.today is not None
    assert "taper-14" in [each.id for each in plan.today.tasks]
    assert task(plan, "taper-14").status == "today"
    assert "30 km" not in task(plan, "taper-14").detail
    assert "{km:30}" in task(plan, "taper-14").detail
    said = {each.what: each.why for each in plan.dropped}
    assert said["Do strength work twice a week"] == "takes 42 days"


def test_with_five_days_left_some_things_move_to_today_and_the_rest_is_said_to_be_gone() -> None:
    plan = week(5)
    moved = task(plan, "forecast")
    assert (moved.day, moved.status, moved.planned) == (RACE - timedelta(days=5), "today", 6)
    gone = {each.what for each in plan.dropped}
    assert {"Start the taper", "Bedtimes (2 days)"} <= gone
    assert task(plan, "last-fast").status == "todo"


def test_with_one_day_left_the_plan_still_holds_the_evening() -> None:
    plan = week(1)
    assert plan.headline == "The race is tomorrow."
    assert plan.today is not None
    today = [each.id for each in plan.today.tasks]
    assert {"loading-D-1", "pack", "decide", "sleep-D-1"} <= set(today)
    assert today[-1] == "sleep-D-1"
    assert "Do your last longer run" in {each.what for each in plan.dropped}


def test_on_race_day_the_morning_runs_by_the_clock() -> None:
    plan = week(0)
    assert plan.headline == "Race day."
    morning = {each.id: each.when for each in plan.today.tasks} if plan.today else {}
    assert morning["wake"] == morning["health-check"] == "04:30"
    assert morning["breakfast"] == "05:00"
    assert morning["caffeine-race"] == "07:00"
    assert morning["breathe-race"] == "07:50"
    assert morning["start"] == "08:00"
    order = [each.at for each in plan.today.tasks if each.at] if plan.today else []
    assert order == sorted(order)


def test_after_the_race_only_the_look_back_is_left() -> None:
    plan = week(-3)
    assert "3 days ago" in plan.headline
    assert [each.id for each in plan.tasks] == ["after-race", "debrief"]
    assert {each.status for each in plan.tasks} == {"today"}
    assert [*plan.dropped, *plan.lacking, *plan.not_needed] == []
    assert plan.loading is None


def test_a_debrief_that_was_ticked_stays_on_its_day() -> None:
    plan = week(-3, runner(week={"done": ("debrief",)}))
    assert plan.tasks[0].status == "done"
    assert plan.tasks[0].day == RACE + timedelta(days=1)


def test_without_a_date_the_days_are_counted_from_the_race() -> None:
    plan = race_week(runner(race={"date": None}), RACE)
    assert plan.headline == "There is no race day yet, so this plan counts in days before the race."
    assert "race.date" in lacked(plan)
    assert all(each.day is None and each.start is None and each.end is None for each in plan.tasks)
    assert plan.today is None
    words = {day.days_to_race: day.words for day in plan.days}
    assert words[7] == "7 days before the race"
    assert words[1] == "1 day before the race"
    assert words[0] == "race day"
    assert {"sleep-D-7", "loading-D-2", "start", "debrief"} <= names(plan)
    assert not plan.dropped


def test_without_a_start_time_the_morning_is_counted_from_the_start() -> None:
    plan = week(1, runner(race={"start_time": None}, sleep={"race_wake_time": None}))
    assert task(plan, "breakfast").when == "3 h before the start"
    assert task(plan, "wake").when == "3 h 15 min before the start"
    assert task(plan, "caffeine-race").when == "1 h before the start"
    assert task(plan, "toilet").when == "45 min before the start"
    assert task(plan, "start").when == "at the start"
    assert task(plan, "breakfast").start == RACE
    assert {"race.start_time", "sleep.race_wake_time"} <= lacked(plan)
    race_day = next(day for day in plan.days if day.days_to_race == 0)
    assert [each.id for each in race_day.tasks][:2] == ["wake", "health-check"]
    assert [each.id for each in race_day.tasks][-2:] == ["start", "after-race"]


def test_without_a_body_mass_amounts_stay_per_kg() -> None:
    plan = week(5, runner(race={"body_mass": None}))
    assert task(plan, "loading-D-1").title == "Eat 8–10 g of carbohydrate per kg of body weight"
    assert "1–4 g of carbohydrate per kg" in task(plan, "breakfast").detail
    assert "5–7 mL per kg" in task(plan, "drink-morning").detail
    assert "3–6 mg per kg" in task(plan, "caffeine-race").detail
    assert plan.loading is not None
    assert plan.loading.grams is None
    assert all(day.servings == () for day in plan.loading.days)
    assert "race.body_mass" in lacked(plan)


def test_without_a_goal_no_pace_is_made_up() -> None:
    plan = week(5, runner(race={"goal_time": None}))
    assert "pace:" not in " ".join(each.detail for each in plan.tasks)
    assert task(plan, "decide").detail.startswith("A: no goal time yet.")
    assert "race.goal_time" in lacked(plan)


def test_five_kilometres_need_no_loading_and_no_fuel() -> None:
    plan = week(5, runner(race={"distance": 5.0, "goal_time": 1500}))
    assert plan.loading is None
    assert not any(each.id.startswith("loading-D-") for each in plan.tasks)
    said = {each.what: each.why for each in plan.not_needed}
    assert said["Carbo-loading"] == "the race takes 90 minutes or less"
    assert "Race fuel" in said
    assert "fuel" not in task(plan, "pack").detail.lower()


def test_a_hundred_kilometres_has_loading_and_its_fuel_counted() -> None:
    fuel = {"products": gels(25.0, 20.0, "Gel")}
    plan = week(5, runner(race={"distance": 100.0, "goal_time": 12 * 3600}, nutrition=fuel))
    assert plan.loading is not None
    assert plan.loading.certain
    assert "35 portions of Gel: 34 to use, 1 spare" in task(plan, "pack").detail


def test_loading_is_conditional_while_the_length_of_the_race_is_open() -> None:
    plan = week(5, runner(race={"distance": None, "goal_time": None}))
    assert plan.loading is not None
    assert not plan.loading.certain
    assert task(plan, "loading-D-2").detail.startswith("Only if your race takes over 90 minutes.")
    assert "race.distance" in lacked(plan)


def test_medicines_that_were_not_talked_over_give_one_private_task() -> None:
    asks = runner(health={"medicines": ("statin",), "medicines_discussed": None})
    plan = week(12, asks)
    found = task(plan, "pharmacist")
    assert found.private
    assert found.day == RACE - timedelta(days=10)
    assert "pharmacist" not in names(
        week(12, runner(health={"medicines": ("statin",), "medicines_discussed": True}))
    )
    late = week(0, asks)
    assert task(late, "pharmacist").status == "missed"
    gone = next(each for each in late.dropped if "pharmacist" in each.what)
    assert gone.private
    assert "Change nothing on your own" in gone.why


def test_a_sign_against_running_is_asked_about_today_however_far_the_race_is() -> None:
    plan = week(60, runner(health={"symptoms_now": ("fever",)}))
    assert plan.gate.status == "do not race today"
    doctor = task(plan, "doctor")
    assert (doctor.status, doctor.private) == ("today", True)


@pytest.mark.parametrize(("days_left", "moved"), [(12, None), (9, 10), (1, 10)])
def test_what_was_not_done_in_time_moves_to_today_while_it_can_be_made_up_for(
    days_left: int, moved: int | None
) -> None:
    plan = week(days_left, runner(health={"medicines": ("statin",)}))
    assert task(plan, "pharmacist").planned == moved
    assert (task(plan, "pharmacist").status == "today") is (moved is not None)


def test_a_tick_keeps_a_task_on_its_day() -> None:
    ticked = runner(week={"done": ("taper-14", "sleep-D-7", "strength-twice")})
    plan = week(5, ticked)
    for name, days_before in (("taper-14", 14), ("sleep-D-7", 7), ("strength-twice", 42)):
        assert task(plan, name).status == "done"
        assert task(plan, name).day == RACE - timedelta(days=days_before)
    gone = {each.what for each in plan.dropped}
    assert "Start the taper" not in gone
    assert "Bedtimes (1 day)" in gone
    assert "Do strength work twice a week" not in gone


def test_bedtimes_count_back_from_the_wake_time() -> None:
    plan = week(3)
    night = task(plan, "sleep-D-1")
    assert night.at == time(20, 30)
    assert night.day == RACE - timedelta(days=1)
    coffee = task(plan, "caffeine-D-1")
    # 8.8 h before 20:30 is 11:42; the quarter before.
    assert coffee.at == time(11, 30)
    assert "22:30" in task(plan, "sleep-D-3").detail


def test_the_runners_own_bedtime_counts_and_is_held_against_eight_hours() -> None:
    own = task(week(3, runner(sleep={"race_bedtime": time(22, 0)})), "sleep-D-1")
    assert own.at == time(22, 0)
    assert own.detail == "6 h 30 min before you get up at 04:30. In bed by 20:30 it would be 8 h."


def test_a_bedtime_that_cannot_be_meant_is_asked_about() -> None:
    plan = week(3, runner(sleep={"race_bedtime": time(5, 0)}))
    assert task(plan, "sleep-D-1").at == time(20, 30)
    assert "sleep.race_bedtime" in lacked(plan)


def test_a_bedtime_after_midnight_falls_on_race_day() -> None:
    plan = week(3, runner(race={"start_time": time(19, 0)}, sleep={"race_wake_time": time(9, 0)}))
    night = task(plan, "sleep-D-1")
    assert night.start == datetime(2027, 5, 2, 1, 0)  # noqa: DTZ001 - the runner's own clock
    assert task(plan, "breakfast").title == "Eat your last meal"


def test_a_start_just_after_midnight_puts_breakfast_on_the_day_before() -> None:
    plan = week(3, runner(race={"start_time": time(0, 30)}, sleep={"race_wake_time": time(20, 0)}))
    assert task(plan, "breakfast").start == datetime(2027, 5, 1, 21, 30)  # noqa: DTZ001
    assert task(plan, "wake").day == RACE - timedelta(days=1)
    assert task(plan, "start").day == RACE


def test_a_wake_time_after_breakfast_is_said() -> None:
    plan = week(3, runner(sleep={"race_wake_time": time(6, 0)}))
    assert "before your wake time" in task(plan, "breakfast").detail
    assert "A wake time before breakfast" in {each.what for each in plan.lacking}


def test_the_guideline_drink_needs_four_hours_and_gives_way_to_thirst_without_them() -> None:
    early = week(3, runner(sleep={"race_wake_time": time(3, 45)}))
    assert task(early, "drink-morning").when == "04:00"
    assert "350–490 mL" in task(early, "drink-morning").detail
    late = task(week(3), "drink-morning")
    assert late.when == "04:30"
    assert "Thirst decides the rest" in late.detail


@pytest.mark.parametrize(
    ("planned", "habit", "there"),
    [
        (None, None, False),
        (None, 0.0, False),
        (0.0, 200.0, False),
        (None, 150.0, True),
        (200.0, None, True),
    ],
)
def test_caffeine_is_for_those_who_use_it(
    planned: float | None, habit: float | None, there: bool
) -> None:
    plan = week(
        3, runner(nutrition={"race_caffeine_mg": planned}, nerves={"caffeine_habit": habit})
    )
    assert ("caffeine-race" in names(plan)) is there


def test_too_much_caffeine_is_said_so() -> None:
    plan = week(3, runner(nutrition={"race_caffeine_mg": 500.0}))
    assert "at 9 only side effects were added" in task(plan, "caffeine-race").detail


@pytest.mark.parametrize("condition", ["heart_vessel", "heart_risk", "pregnancy"])
def test_who_should_ask_a_doctor_first_is_given_no_caffeine_amount(condition: str) -> None:
    for planned in (None, 200.0, 500.0):
        health: dict[str, Any] = {"conditions": (condition,)}
        said: dict[str, Any] = {
            "nutrition": {"race_caffeine_mg": planned},
            "nerves": {"caffeine_habit": 100.0},
        }
        found = task(week(3, runner(health=health, **said)), "caffeine-race")
        assert found.private
        assert "ask your doctor first" in found.title
        assert not any(character.isdigit() for character in found.title + found.detail)
        agreed = task(
            week(3, runner(health=health | {"doctor_agrees": True}, **said)), "caffeine-race"
        )
        assert (agreed.private, "mg" in agreed.detail) == (False, True)


def test_writing_plan_b_rests_on_its_own_claim_alone() -> None:
    found = task(week(10, runner(heat={"plan_b": "none", "temperature": 22.0})), "plan-b")
    assert (found.grade, found.evidence) == ("B", ("heat-plan-options",))


def test_pickle_juice_is_packed_only_if_wanted() -> None:
    assert "Pickle" not in task(week(1), "pack").detail
    packed = task(week(1, runner(nutrition={"pickle_juice": True})), "pack").detail
    assert "Pickle juice, 70 mL (2.4 fl oz)" in packed


def test_plans_a_b_and_c_are_named_with_their_temperatures() -> None:
    heat = {
        "hot_temperature": 20.0,
        "hot_goal_time": 14100,
        "very_hot_temperature": 26.0,
    }
    lines = task(week(1, runner(heat=heat)), "decide").detail.split("\n")
    assert lines[0] == "A: 3:45:00 ({pace:319.94})."
    assert lines[1] == "B, from {°C:20.0}: 3:55:00 ({pace:334.16})."
    assert lines[2] == "C, from {°C:26.0}: no clock, or do not start."


def test_who_does_no_strength_work_is_not_told_to_stop_it() -> None:
    assert "strength-stop" in names(week(9))
    assert "strength-stop" not in names(week(9, runner(training={"strength_sessions": 0.0})))


def test_a_hard_session_in_the_last_three_days_calls_for_rest() -> None:
    hard = runner(training={"hard_last_3_days": "hard"})
    assert "rest more" in task(week(3, hard), "easy-days").detail
    assert "rest more" not in task(week(9, hard), "easy-days").detail


def test_braces_in_the_runners_words_are_no_quantities() -> None:
    plan = week(1, runner(nutrition={"breakfast": "{km:.} toast"}, race={"place": "{pace:x}"}))
    assert "(km:.) toast." in task(plan, "breakfast").detail
    assert "{" not in task(plan, "way").detail


@pytest.mark.parametrize(
    ("symptom", "title"),
    [("chest_pain", "Get medical help now"), ("fever", "See a doctor before you run again")],
)
def test_while_symptoms_speak_against_running_nothing_else_is_planned(
    symptom: str, title: str
) -> None:
    plan = week(12, runner(health={"symptoms_now": (symptom,)}))
    assert plan.headline == SHUT
    ahead = [each.title for each in plan.tasks if each.days_before >= 0]
    assert ahead == [title, "Know when to get help after a race"]
    assert plan.today is not None
    assert plan.today.tasks[0].title == title
    assert [*plan.dropped, *plan.lacking, *plan.not_needed] == []
