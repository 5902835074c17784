"""What readiness promises for any profile, and what it says about the seed's own marathon."""

import datetime
from typing import Any

import pytest
from fuel_plans import gels
from hypothesis import assume, given
from hypothesis import strategies as st
from laws import few
from profiles import answers_to, profiles

from mile18.evidence.library import claims
from mile18.factor import Countdown
from mile18.profile import Profile, all_questions, answered, topics
from mile18.readiness import WEIGHTS, assess, fold
from mile18.topics.health.episode import Episode
from mile18.topics.health.questions import Health
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Race

TODAY = datetime.date(2027, 4, 20)
days = st.dates(datetime.date(2026, 1, 1), datetime.date(2028, 12, 31))
near_profiles = st.builds(
    lambda profile, race: profile.with_answer("race.date", race),
    profiles(),
    st.none() | st.dates(datetime.date(2027, 4, 1), datetime.date(2027, 8, 1)),
)


def test_the_weights_are_a_hundred() -> None:
    assert sum(weight for _, weight in WEIGHTS) == 100


def test_nothing_answered_leaves_everything_open() -> None:
    empty = assess(Profile(), TODAY)
    assert (empty.overall.low, empty.overall.high) == (0, 100)
    assert empty.levers == ()
    assert empty.answered[0] == 0
    assert empty.gate.status == "not answered"


@given(near_profiles)
@few(80)
def test_the_figure_lies_between_its_factors(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    applying = [each for each in readiness.factors if each.applies]
    overall = readiness.overall
    assert 0 <= min(each.low for each in applying) <= overall.low + 1e-9
    assert overall.low <= overall.high + 1e-9
    assert overall.high <= max(each.high for each in applying) + 1e-9


@given(near_profiles)
@few(80)
def test_each_factor_is_the_sum_of_its_parts_and_its_cap(profile: Profile) -> None:
    for each in assess(profile, TODAY).factors:
        parts, cap = each.verdict.parts, each.verdict.cap
        assert sum(part.share for part in parts) == 100
        low = (sum(part.share * part.low for part in parts) + 50) // 100
        high = (sum(part.share * part.high for part in parts) + 50) // 100
        if cap:
            low = min(low, cap.at)
            high = min(high, cap.at) if cap.certain else high
        assert (each.low, each.high) == (low, high)


@given(near_profiles, st.data())
@few(150)
def test_one_more_answer_never_widens_the_interval(profile: Profile, data: st.DataObject) -> None:
    questions = all_questions()
    name = data.draw(st.sampled_from(sorted(questions)))
    assume(profile.answer(name) is None)
    more = profile.with_answer(name, data.draw(answers_to(questions[name])))
    before, after = assess(profile, TODAY), assess(more, TODAY)
    for was, is_now in zip(before.factors, after.factors, strict=True):
        if is_now.applies:
            assert is_now.high - is_now.low <= was.high - was.low, (name, was.rule.id)
    width = before.overall.high - before.overall.low
    assert after.overall.high - after.overall.low <= width + 1e-9, name


@given(near_profiles)
@few(80)
def test_a_lever_pulled_raises_the_figure_by_the_points_it_promised(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    for lever in readiness.levers:
        pulled = assess(profile.with_changes(lever.changes), TODAY)
        assert f"{lever.points:.1f}" != "0.0"
        gain = pulled.overall.low - readiness.overall.low
        assert gain == pytest.approx(lever.points, abs=1e-9), lever.action
        settles = pulled.overall.high - pulled.overall.low < (
            readiness.overall.high - readiness.overall.low
        )
        assert settles or pulled.overall.high >= readiness.overall.high - 1e-9, lever.action


@given(near_profiles)
@few(50)
def test_race_morning_is_never_worse_than_today(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    assert readiness.race_morning.low >= readiness.overall.low - 1e-9
    best = max((lever.points for lever in readiness.possible), default=0.0)
    assert readiness.race_morning.low >= readiness.overall.low + best - 1e-9


@given(near_profiles, days)
@few(50)
def test_levers_are_possible_as_long_as_their_lead_time_is_left(
    profile: Profile, today: datetime.date
) -> None:
    readiness = assess(profile, today)
    left = readiness.countdown.days
    for lever in readiness.levers:
        assert lever.possible == (left is None or lever.lead_days <= left)


@given(near_profiles)
@few(50)
def test_health_answers_move_the_gate_and_no_points(profile: Profile) -> None:
    without = profile.with_changes({"health": dict.fromkeys(Health.__struct_fields__)})
    assert assess(profile, TODAY).overall == assess(without, TODAY).overall


def test_a_doubtful_factor_counts_in_whichever_way_is_further_out() -> None:
    loading = {"loading_plan": "none", "loading_days": 0.0, "loading_g_per_kg": 0.0}
    open_distance = Profile().with_changes({"nutrition": loading})
    assert assess(open_distance, TODAY).overall == fold(assess(open_distance, TODAY).factors)
    short = open_distance.with_answer("race.distance", 5.0)
    long = open_distance.with_answer("race.distance", 42.195)
    before = assess(open_distance, TODAY).overall
    for known in (short, long):
        after = assess(known, TODAY).overall
        assert before.low <= after.low <= after.high <= before.high


def test_a_short_race_does_not_need_loading_and_its_weight_is_shared_out() -> None:
    sprint = Profile(race=Race(distance=5.0))
    factors = {each.rule.id: each for each in assess(sprint, TODAY).factors}
    assert not factors["loading"].applies
    assert factors["loading"].arithmetic.startswith("not needed: ")
    assert factors["sleep"].applies


def test_cramps_before_put_pacing_first_and_move_no_points() -> None:
    profile = marathon()
    calm = profile.with_answer("health.cramps_last_10", 0)
    cramped = profile.with_answer("health.cramps_last_10", 4)
    assert assess(cramped, TODAY).overall == assess(calm, TODAY).overall
    assert assess(cramped, TODAY).possible[0].factor == "goal"
    logged = calm.with_answer("health.episodes", (Episode(km=30.0),))
    assert assess(logged, TODAY).possible[0].factor == "goal"


def test_every_rule_names_questions_and_claims_that_exist() -> None:
    questions, known = all_questions(), claims()
    for rule, _ in WEIGHTS:
        assert rule.asks
        assert set(rule.asks) <= set(questions)
        assert rule.evidence
        assert set(rule.evidence) <= set(known)
        assert rule.topic in topics()
        assert set(rule.reads) <= set(topics())


def test_every_question_has_a_reason_and_its_evidence_exists() -> None:
    known = claims()
    for name, question in all_questions().items():
        assert question.why.endswith("."), name
        assert set(question.evidence) <= set(known), name


def test_the_eight_questions_of_the_article_are_all_asked() -> None:
    assert {each.seed for each in all_questions().values() if each.seed} == set(range(1, 9))


def test_todos_keep_the_names_that_stand_in_race_files_and_calendars() -> None:
    names = [todo.id for rule, _ in WEIGHTS for todo in rule.todos]
    assert len(set(names)) == len(names)
    assert set(names) >= {
        "goal", "first-half",
        "long-run-again", "long-run-step", "weekly-step", "goal-pace", "goal-pace-feel",
        "strength-twice", "strength-weeks", "hops",
        "one-bedtime", "loading-plan", "fuel-trial", "sweat-test", "drink-plan",
        "heat-sessions", "plan-b", "heat-top-up", "rehearsal", "routine-plan",
    }  # fmt: skip


def test_answered_counts_every_question_but_the_notes() -> None:
    said, asked = answered(Profile(race=Race(name="A", notes="B"), heat=Heat(temperature=0.0)))
    assert said == 2
    assert asked == sum(not name.endswith(".notes") for name in all_questions())


def marathon(**more: Any) -> Profile:
    """The seed's marathon: warm spring, nervous, little race pace, no strength, cramps before."""
    answers: dict[str, dict[str, Any]] = {
        "race": {
            "date": datetime.date(2027, 5, 2), "distance": 42.195, "goal_time": 13500,
            "recent_distance": 21.0975, "recent_time": 6300, "first_half": "faster",
            "body_mass": 70.0,
        },
        "sleep": {"usual_hours": 6.5, "rested": "sometimes"},
        "training": {
            "weekly_distance": 50.0, "longest_run": 30.0, "goal_pace_distance": 10.0,
            "goal_pace_feel": "hard", "strength_sessions": 0.0, "plyometrics": False,
            "taper": "one_week",
        },
        "nutrition": {
            "loading_plan": "in_mind", "loading_days": 1.0, "loading_g_per_kg": 6.0,
            "products": gels(25.0, 40.0), "fuel_practised": "no",
        },
        "heat": {
            "temperature": 22.0, "humidity": 64.0, "sun": "sun", "hot_sessions": 0,
            "plan_b": "none",
        },
        "nerves": {
            "routine": "none", "rehearsed": "no", "tension": 8, "worry": 8, "confidence": 4,
        },
        "health": {"cramps_last_10": 4, "cramp_muscles": ("calf",)},
    }  # fmt: skip
    return Profile().with_changes(answers).with_changes(more)


def test_the_articles_marathon_is_weak_where_the_article_says() -> None:
    factors = {each.rule.id: each for each in assess(marathon(), TODAY).factors}
    assert factors["strength"].high == 0
    assert factors["goal_pace"].high < 50
    assert factors["nerves"].high < 30
    assert factors["heat"].high < 50
    assert factors["fuel"].high <= 50
    assert factors["sleep"].low == factors["sleep"].high == 62


@pytest.mark.parametrize(
    ("days_left", "possible", "too_late"),
    [
        (60, {"strength", "long_run", "goal_pace", "heat", "sleep", "goal"}, set()),
        (12, {"goal", "sleep", "loading", "fuel", "heat", "nerves"}, {"strength", "long_run"}),
        (3, {"goal", "sleep", "heat", "nerves"}, {"strength", "long_run", "fuel"}),
        (2, {"goal", "loading", "heat", "nerves"}, {"strength", "long_run", "fuel", "sleep"}),
    ],
)
def test_levers_follow_the_days_that_are_left(
    days_left: int, possible: set[str], too_late: set[str]
) -> None:
    race = TODAY + datetime.timedelta(days=days_left)
    readiness = assess(marathon(race={"date": race}), TODAY)
    assert readiness.countdown == Countdown(TODAY, race)
    assert possible <= {lever.factor for lever in readiness.possible}
    assert too_late <= {lever.factor for lever in readiness.too_late}
    points = [lever.points for lever in readiness.possible if lever.factor != "goal"]
    assert points == sorted(points, reverse=True)


def test_after_the_race_no_lever_is_offered() -> None:
    past = assess(marathon(race={"date": TODAY - datetime.timedelta(days=3)}), TODAY)
    assert past.levers
    assert past.possible == ()
    assert past.race_morning == past.overall
