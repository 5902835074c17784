"""Training: the sums of its three rules, and what there is still time for."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.factor import Advice, Countdown, Factor, Rule, factor
from mile18.question import Kind, Question, questions
from mile18.topics.race.questions import Race
from mile18.topics.training.goal_pace import GOAL_PACE
from mile18.topics.training.questions import Training
from mile18.topics.training.strength import STRENGTH
from mile18.topics.training.volume import LONG_RUN, TARGETS, points, target

TODAY = date(2027, 4, 20)
MARATHON = Race(distance=42.195)
RULES = (LONG_RUN, GOAL_PACE, STRENGTH)

# One runner with something to gain everywhere.
HALFWAY = Training(
    longest_run=25,
    weekly_distance=40,
    taper="none",
    goal_pace_distance=20,
    goal_pace_feel="hard",
    strength_sessions=1,
    strength_weeks=3,
    plyometrics=False,
)


def in_days(days: int | None) -> Countdown:
    return Countdown(TODAY, None if days is None else TODAY + timedelta(days=days))


def read(rule: Rule, race: Race, training: Training, days: int | None = 12) -> tuple[Any, ...]:
    topics = {"race": race, "training": training}
    return (*(topics[name] for name in rule.reads), in_days(days))


def judged(rule: Rule, race: Race, training: Training, days: int | None = 12) -> Factor:
    return factor(rule, 10, rule.judge(*read(rule, race, training, days)))


def advice(rule: Rule, race: Race, training: Training, days: int | None) -> list[Advice]:
    return list(rule.advise(*read(rule, race, training, days)))


def pulled(training: Training, changes: Mapping[str, Mapping[str, Any]]) -> Training:
    assert set(changes) == {"training"}
    return replace(training, **changes["training"])


@pytest.mark.parametrize(
    ("race", "training", "arithmetic"),
    [
        (
            Race(),
            Training(),
            "0–100 = 0.4 × 0–100 (longest run: not answered) + 0.4 × 0–100 (weekly distance: not "
            "answered) + "
            "0.2 × 0–100 (taper: not answered)",
        ),
        (
            Race(),
            Training(longest_run=30, weekly_distance=50, taper="none"),
            "0–80 = 0.4 × 0–100 (race distance: not answered) + 0.4 × 0–100 (race distance: not "
            "answered) + "
            "0.2 × 0 (taper: none)",
        ),
        (
            MARATHON,
            Training(longest_run=32, weekly_distance=65, taper="two_weeks_or_more"),
            "100 = 0.4 × 100 (longest {km:32}) + 0.4 × 100 ({km:65} a week) + "
            "0.2 × 100 (taper: two weeks or more)",
        ),
        (
            MARATHON,
            Training(longest_run=25, weekly_distance=40, taper="one_week"),
            "60 = 0.4 × 60 (longest {km:25}) + 0.4 × 60 ({km:40} a week) + "
            "0.2 × 60 (taper: one week)",
        ),
        (
            MARATHON,
            Training(longest_run=12.5, weekly_distance=0, taper="none"),
            "12 = 0.4 × 30 (longest {km:12.5}) + 0.4 × 0 ({km:0} a week) + 0.2 × 0 (taper: none)",
        ),
        (
            MARATHON,
            Training(
                longest_run=32,
                longest_run_date=date(2027, 3, 20),
                weekly_distance=80,
                taper="two_weeks_or_more",
            ),
            "92 = 0.4 × 80 (longest {km:32}, 43 days before the race) + "
            "0.4 × 100 ({km:80} a week) + 0.2 × 100 (taper: two weeks or more)",
        ),
        (
            Race(distance=21.0975),
            Training(longest_run=21, weekly_distance=32, taper="two_weeks_or_more"),
            "100 = 0.4 × 100 (longest {km:21}) + 0.4 × 100 ({km:32} a week) + "
            "0.2 × 100 (taper: two weeks or more)",
        ),
    ],
)
def test_the_sum_of_the_long_run(race: Race, training: Training, arithmetic: str) -> None:
    assert judged(LONG_RUN, race, training).arithmetic == arithmetic


def test_a_long_run_six_weeks_before_the_race_still_counts_in_full() -> None:
    day = date(2027, 3, 21)
    fresh = Training(longest_run=32, longest_run_date=day)
    assert judged(LONG_RUN, MARATHON, fresh, 12).verdict.parts[0].low == 100
    assert judged(LONG_RUN, MARATHON, fresh, 13).verdict.parts[0].low == 80


@pytest.mark.parametrize(
    ("race", "training", "arithmetic"),
    [
        (
            Race(),
            Training(),
            "0–100 = 0.5 × 0–100 (distance at goal pace: not answered) + 0.5 × 0–100 (how it "
            "felt: not answered)",
        ),
        (
            Race(),
            Training(goal_pace_distance=30, goal_pace_feel="comfortable"),
            "50–100 = 0.5 × 0–100 (race distance: not answered) + 0.5 × 100 (comfortable)",
        ),
        (
            MARATHON,
            Training(goal_pace_distance=30, goal_pace_feel="hard"),
            "55 = 0.5 × 50 ({km:30} at goal pace) + 0.5 × 60 (hard but held)",
        ),
        (
            MARATHON,
            Training(goal_pace_distance=120, goal_pace_feel="could_not_hold"),
            "50 = 0.5 × 100 ({km:120} at goal pace) + 0.5 × 0 (could not hold it)",
        ),
        (
            Race(),
            Training(goal_pace_distance=0),
            "0 = 0.5 × 0 (none at goal pace) + 0.5 × 0 (not tried)",
        ),
        (
            Race(distance=10),
            Training(goal_pace_distance=15, goal_pace_feel="hard"),
            "100 = 0.5 × 100 ({km:15} at goal pace) + 0.5 × 100 (hard but held)",
        ),
    ],
)
def test_the_sum_of_goal_pace(race: Race, training: Training, arithmetic: str) -> None:
    assert judged(GOAL_PACE, race, training).arithmetic == arithmetic


@pytest.mark.parametrize(
    ("training", "arithmetic"),
    [
        (
            Training(),
            "0–100 = 0.4 × 0–100 (strength sessions: not answered) + 0.4 × 0–100 (weeks kept up: "
            "not answered) + "
            "0.2 × 0–100 (plyometrics: not answered)",
        ),
        (
            Training(strength_sessions=0),
            "0–20 = 0.4 × 0 (0 × a week) + 0.4 × 0 (none to keep up) + "
            "0.2 × 0–100 (plyometrics: not answered)",
        ),
        (
            Training(strength_sessions=1, strength_weeks=3, plyometrics=True),
            "60 = 0.4 × 50 (1 × a week) + 0.4 × 50 (3 weeks kept up) + 0.2 × 100 (plyometrics)",
        ),
        (
            Training(strength_sessions=3, strength_weeks=52, plyometrics=False),
            "80 = 0.4 × 100 (3 × a week) + 0.4 × 100 (52 weeks kept up) + 0.2 × 0 (no plyometrics)",
        ),
    ],
)
def test_the_sum_of_strength(training: Training, arithmetic: str) -> None:
    assert judged(STRENGTH, Race(), training).arithmetic == arithmetic


@pytest.mark.parametrize(
    ("days", "possible", "too_late"),
    [
        (
            60,
            [
                "Build the long run up to {km:27.5} in steps, none over 10% longer than the "
                "longest of your last 30 days",
                "Build up to about {km:45} a week, spread over your easy runs",
                "Cut your distance by about half for the last two weeks, and keep some runs fast",
                "Put {km:8} at goal pace into each of your next two long runs",
                "Take an easier pace on your next goal-pace run, one that you can hold to its end",
                "Do strength work twice a week: calf raises with straight and bent knee, and "
                "hamstring bridges, lowered slowly",
                "Keep strength work up for six weeks",
                "Add a few short sets of hops or jumps each week, building up slowly",
            ],
            0,
        ),
        (
            12,
            [
                "Cut your distance by about half for the last week, and keep some runs fast",
                "Take an easier pace on your next goal-pace run, one that you can hold to its end",
            ],
            6,
        ),
        (2, [], 8),
    ],
)
def test_levers_by_days_left(days: int, possible: list[str], too_late: int) -> None:
    found = [each for rule in RULES for each in advice(rule, MARATHON, HALFWAY, days)]
    assert [each.action for each in found if each.lead_days <= days] == possible
    assert len([each for each in found if each.lead_days > days]) == too_late


@pytest.mark.parametrize(("weeks", "lead"), [(0, 42), (1, 35), (4, 14), (5, 7)])
def test_strength_work_under_way_needs_only_the_weeks_that_are_missing(
    weeks: int, lead: int
) -> None:
    (kept,) = advice(STRENGTH, MARATHON, Training(strength_sessions=2, strength_weeks=weeks), 60)
    assert (kept.action, kept.lead_days) == ("Keep strength work up for six weeks", lead)
    begun = advice(STRENGTH, MARATHON, Training(strength_sessions=0, plyometrics=False), 60)
    assert [each.lead_days for each in begun] == [42, 42]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_lever_raises_its_factor(rule: Rule) -> None:
    now = judged(rule, MARATHON, HALFWAY)
    for each in advice(rule, MARATHON, HALFWAY, 12):
        assert judged(rule, MARATHON, pulled(HALFWAY, each.changes)).low > now.low, each.action


def test_the_next_long_run_is_at_most_a_tenth_longer_and_never_beyond_the_target() -> None:
    for hundredths in range(300, 3200):
        longest = hundredths / 100
        first, *_ = advice(LONG_RUN, MARATHON, Training(longest_run=longest), 60)
        step = first.changes["training"]["longest_run"]
        assert longest < step <= min(32, longest * 1.1 + 1e-9)
    assert advice(LONG_RUN, MARATHON, Training(longest_run=32), 60) == []


def test_under_3_km_the_next_long_run_is_half_a_kilometre_longer() -> None:
    for longest, then in ((0, 0.5), (1, 1.5), (2.9, 3.4), (3, 3.3), (5, 5.5)):
        first, *_ = advice(LONG_RUN, MARATHON, Training(longest_run=longest), 60)
        assert first.changes["training"]["longest_run"] == then


def test_an_old_long_run_is_repeated_before_it_is_lengthened() -> None:
    old = Training(longest_run=25, longest_run_date=TODAY - timedelta(days=40))
    (again,) = advice(LONG_RUN, MARATHON, old, 60)
    assert again.action.startswith("Run {km:25} again about three weeks before the race")
    assert again.changes == {"training": {"longest_run_date": TODAY + timedelta(days=39)}}
    later = pulled(old, again.changes)
    assert judged(LONG_RUN, MARATHON, later, 60).low > judged(LONG_RUN, MARATHON, old, 60).low


def test_what_is_not_answered_gives_no_lever() -> None:
    for rule in RULES:
        assert advice(rule, MARATHON, Training(), 60) == []
        assert advice(rule, Race(), Training(), None) == []


def test_the_targets_grow_with_the_distance_and_meet_the_table() -> None:
    for row in TARGETS:
        assert target(row.race_km) == row
    assert target(1) == TARGETS[0]
    assert target(250) == TARGETS[-1]
    steps = [target(km) for km in range(1, 251)]
    for before, after in pairwise(steps):
        assert before.longest_run <= after.longest_run
        assert before.weekly <= after.weekly
        assert before.goal_pace <= after.goal_pace


def test_points_for_a_distance_rise_through_60_to_100() -> None:
    marathon = target(42.195)
    assert [points(km, marathon.longest_run) for km in (0, 12.5, 25, 28.5, 32, 40)] == [
        0,
        30,
        60,
        80,
        100,
        100,
    ]


trainings = st.builds(
    Training,
    weekly_distance=st.none() | st.floats(0, 350),
    longest_run=st.none() | st.floats(0, 160),
    longest_run_date=st.none() | st.dates(date(2027, 1, 1), date(2027, 6, 1)),
    goal_pace_distance=st.none() | st.just(0.0) | st.floats(0, 500),
    goal_pace_feel=st.none() | st.sampled_from(["could_not_hold", "hard", "comfortable"]),
    strength_sessions=st.none() | st.just(0.0) | st.floats(0, 14),
    strength_weeks=st.none() | st.integers(0, 520),
    plyometrics=st.none() | st.booleans(),
    taper=st.none() | st.sampled_from(["none", "one_week", "two_weeks_or_more"]),
)
races = st.builds(Race, distance=st.none() | st.floats(1, 250))
KEYS = [question.key for question in questions(Training) if question.key != "notes"]


@given(
    training=trainings,
    other=trainings,
    race=races,
    key=st.sampled_from([*KEYS, "distance"]),
    km=st.floats(1, 250),
    days=st.integers(-5, 90),
)
def test_one_more_answer_never_opens_what_was_settled(
    training: Training, other: Training, race: Race, key: str, km: float, days: int
) -> None:
    if key == "distance":
        before_race, after_race = Race(), Race(distance=km)
        before, after = training, training
    else:
        before_race = after_race = race
        before = replace(training, **{key: None})
        after = replace(training, **{key: getattr(other, key)})
    for rule in RULES:
        old = judged(rule, before_race, before, days).verdict.parts
        new = judged(rule, after_race, after, days).verdict.parts
        assert sum(part.share for part in new) == 100
        for was, now in zip(old, new, strict=True):
            assert now.low == now.high or (was.low <= now.low and now.high <= was.high)


@given(training=trainings, race=races, days=st.none() | st.integers(-5, 90))
def test_levers_are_valid_answers_and_add_up(
    training: Training, race: Race, days: int | None
) -> None:
    asked = {question.key: question for question in questions(Training)}
    for rule in RULES:
        now = judged(rule, race, training, days)
        changed: set[str] = set()
        together = training
        for each in advice(rule, race, training, days):
            new = pulled(training, each.changes)
            assert judged(rule, race, new, days).low >= now.low
            assert not changed & set(each.changes["training"])
            changed |= set(each.changes["training"])
            together = pulled(together, each.changes)
            assert problems(each.action) == []
            for key, value in each.changes["training"].items():
                low, high = asked[key].at_least, asked[key].at_most
                if low is not None and high is not None:
                    assert low <= value <= high
        assert judged(rule, race, together, days).low >= now.low


@pytest.mark.parametrize("question", questions(Training), ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    assert len(question.prompt) <= 44
    assert set(question.evidence) <= set(claims())
    assert problems(question.why) == []


def test_every_choice_has_a_label() -> None:
    hints = get_type_hints(Training)
    for question in questions(Training):
        if question.kind is Kind.CHOICE:
            assert set(get_args(get_args(hints[question.key])[0])) == set(question.choices)


def test_the_seed_questions_are_marked() -> None:
    marked = {question.key: question.seed for question in questions(Training) if question.seed}
    assert marked == {
        "goal_pace_distance": 3,
        "goal_pace_feel": 3,
        "strength_sessions": 4,
        "plyometrics": 4,
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_modest_and_sourced(rule: Rule) -> None:
    assert set(rule.evidence) <= set(claims())
    assert problems(rule.why) == []
