"""The next race has what lasts: every question's fate, stated one by one."""

from datetime import date

import pytest
from golden_race import RACE_DAY, golden
from hypothesis import given
from laws import few
from profiles import profiles

from mile18.evidence.wording import problems
from mile18.plan.season import FINISHED, STARTING_POINT, carried, next_race
from mile18.profile import Profile, topics
from mile18.question import questions
from mile18.storage.codec import decode, encode
from mile18.topics.debrief import Debrief
from mile18.topics.health.episode import Episode
from mile18.topics.kept import History

KEPT = {
    "race": (
        # The last result until a newer one is noted; who to call; the runner's own mass.
        "recent_distance", "recent_time", "recent_date",
        "emergency_contact", "medical_line", "share_on_card",
        "body_mass",
    ),
    "sleep": ("usual_hours", "rested"),
    # All of training is about the weeks before that race.
    "training": (),
    "nutrition": (
        # What was planned and bought, and what the sweat test showed.
        "loading_plan", "loading_days", "loading_g_per_kg",
        "products",
        "drink_plan", "drink_per_hour",
        "sweat_test", "sweat_mass_before", "sweat_mass_after", "sweat_drunk", "sweat_urine",
        "sweat_duration",
        "breakfast", "breakfast_g", "breakfast_hours_before", "race_caffeine_mg", "pickle_juice",
    ),
    # Weather, heat training and the plans for a hotter day belong to one race.
    "heat": (),
    "nerves": ("routine", "caffeine_habit"),
    "health": (
        "medicines", "conditions", "collapse_before", "resting_cramps",
        "cramps_last_10", "cramp_muscles", "cramp_where", "family_cramps", "episodes",
    ),
    "course": ("name", "source", "length", "heights"),
    "weather": (),
    "week": (),
    "history": (),
    "records": ("day", "sources", "runs", "nights", "answers"),
    "debrief": (),
}  # fmt: skip
DROPPED = {
    "race": (
        "name", "place", "zone", "date", "start_time", "distance", "goal_time", "first_half",
        "run_minutes", "walk_minutes", "wish_time", "goal_settled", "aid_stations", "cut_offs", "hills", "notes",
    ),
    "sleep": ("nights", "race_bedtime", "race_wake_time", "notes"),
    "training": (
        "weekly_distance", "longest_run", "longest_run_date", "weeks_off", "downhill_runs", "heel_rises", "goal_pace_distance",
        "goal_pace_feel", "strength_sessions", "strength_weeks", "plyometrics", "taper",
        "hard_last_3_days", "notes",
    ),
    # Practised in that build-up; the gut is trained anew.
    "nutrition": ("fuel_practised", "notes"),
    "heat": (
        "hours",
        "temperature", "humidity", "dew_point", "sun", "training_temperature", "hot_sessions",
        "last_hot_session", "plan_b", "hot_temperature", "hot_goal_time", "very_hot_temperature",
        "very_hot_goal_time", "notes",
    ),
    "nerves": ("rehearsed", "tension", "worry", "confidence", "notes"),
    # Illness then is no illness now, and a doctor agreed to that race, not to this one.
    "health": (
        "medicines_discussed", "symptoms_now", "illness_last_14_days", "illness_cleared", "doctor_agrees",
        "injuries_last_12_months", "notes",
    ),
    "course": ("notes",),
    "weather": (
        "place", "written", "latitude", "longitude", "kind", "fetched_on", "fetched_at", "warm",
        "hottest", "notes",
    ),
    "week": ("done", "notes"),
    "records": ("notes",),
    "history": tuple(each.key for each in questions(History)),
    "debrief": tuple(each.key for each in questions(Debrief)),
}  # fmt: skip


@pytest.mark.parametrize("topic", KEPT)
def test_every_question_is_kept_or_dropped_as_stated(topic: str) -> None:
    asked = questions(topics()[topic])
    assert {each.key for each in asked if each.lasts} == set(KEPT[topic])
    assert {each.key for each in asked if not each.lasts} == set(DROPPED[topic])


@given(profiles())
@few(40)
def test_nothing_else_of_the_old_race_is_in_the_next(profile: Profile) -> None:
    after = next_race(profile)
    finished = FINISHED in carried(profile).notes
    for sheet in topics().values():
        for question in questions(sheet):
            now, then = profile.answer(question.id), after.answer(question.id)
            if question.key.startswith("recent_") and finished:
                continue
            if question.id in STARTING_POINT and question.id in (profile.records.answers or ()):
                continue
            assert then == (now if question.lasts else None)
    assert decode(encode(after)).problems == ()
    assert next_race(next_race(profile)) == after or finished


def test_what_came_from_files_is_a_starting_point_and_said_to_be_old() -> None:
    taken = {
        "day": date(2027, 4, 26),
        "answers": ("training.weekly_distance", "sleep.nights", "training.longest_run"),
    }
    old = golden(records=taken, training={"weekly_distance": 55.2, "longest_run": None})
    begun = carried(old)
    assert begun.profile.training.weekly_distance == 55.2
    assert begun.profile.training.strength_sessions is None
    (told,) = [note for note in begun.notes if "From files" in note]
    assert not any("usual week" in line for line in begun.dropped)
    assert told.startswith("From files of Mon 26 Apr 2027, and so old: usual week. Take them")
    # Answered by hand, it is asked again.
    assert carried(golden()).profile.training.weekly_distance is None


def test_a_finished_race_becomes_the_recent_race() -> None:
    after = next_race(golden(debrief={"result": "finished", "time": 13_800})).race
    assert (after.recent_distance, after.recent_time, after.recent_date) == (
        42.195,
        13_800,
        RACE_DAY,
    )
    assert (after.date, after.goal_time, after.distance) == (None, None, None)


@pytest.mark.parametrize(
    "debrief", [{}, {"result": "stopped", "time": 7200}, {"result": "finished"}, {"time": 13_800}]
)
def test_without_a_finish_the_recent_race_stays(debrief: dict[str, object]) -> None:
    after = next_race(golden(debrief=debrief)).race
    assert (after.recent_distance, after.recent_time) == (21.0975, 6000)


def test_logged_cramps_go_along() -> None:
    log = (Episode(date=date(2027, 5, 2), km=32.0, muscle="calf"),)
    assert next_race(golden(health={"episodes": log})).health.episodes == log


def test_what_was_kept_and_dropped_is_said_by_name() -> None:
    debrief = {"result": "finished", "time": 13_800, "cramped": True, "change": "start\nslower"}
    made = carried(golden(debrief=debrief, health={"cramps_last_10": 4}))
    assert "Race: a recent race, body weight" in made.kept
    assert any("what you will take" in line for line in made.kept)
    assert "Nutrition: tried on long runs" in made.dropped
    assert "Heat: weather expected" in made.dropped
    assert made.notes == (
        FINISHED,
        "You would change: start slower",
        "Count again in how many of your last 10 races you cramped: 4 was the answer before this "
        "race.",
    )
    assert all(problems(line) == [] for line in (*made.kept, *made.dropped, *made.notes))
    assert carried(golden()).notes == ()
    assert (carried(Profile()).kept, carried(Profile()).dropped) == ((), ())
