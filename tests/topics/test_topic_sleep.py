"""Sleep: hours and waking rested, each redone by hand, and the nights logged."""

from datetime import date, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from profiles import sheets
from topic_laws import (
    holds_for_each_answer,
    judged,
    levers,
    levers_hold,
    modest_labels,
    modest_question,
    modest_rule,
    pulled,
)

from mile18.factor import Countdown, Factor
from mile18.question import Kind, Question, questions
from mile18.topics.sleep import RULE, Night, Sleep

TODAY = date(2027, 4, 20)
SOON = Countdown(TODAY, TODAY + timedelta(days=12))


def found(**answers: Any) -> Factor:
    return judged(RULE, {"sleep": Sleep(**answers)}, SOON)


def nights(*hours: float | None) -> tuple[Night, ...]:
    return tuple(Night(hours=each) for each in hours)


@pytest.mark.parametrize(
    ("answers", "arithmetic"),
    [
        (
            {},
            "0–100 = 0.6 × 0–100 (hours: not answered) + 0.4 × 0–100 (waking rested: not answered)",
        ),
        (
            {"usual_hours": 6.5, "rested": "sometimes"},
            "62 = 0.6 × 70 (6.5 h) + 0.4 × 50 (rested sometimes)",
        ),
        (
            {"usual_hours": 7.0, "rested": "always"},
            "100 = 0.6 × 100 (7 h) + 0.4 × 100 (rested always)",
        ),
        (
            {"usual_hours": 9.5, "rested": "mostly"},
            "94 = 0.6 × 100 (9.5 h) + 0.4 × 85 (rested mostly)",
        ),
        ({"usual_hours": 5.0}, "0–40 = 0.6 × 0 (5 h) + 0.4 × 0–100 (waking rested: not answered)"),
        ({"usual_hours": 0.0, "rested": "rarely"}, "4 = 0.6 × 0 (0 h) + 0.4 × 10 (rested rarely)"),
        (
            {"usual_hours": 8.0, "nights": nights(6.0, 6.5, 5.5), "rested": "rarely"},
            "28 = 0.6 × 40 (6 h, 3 nights) + 0.4 × 10 (rested rarely)",
        ),
        (
            {"usual_hours": 8.0, "nights": nights(4.0, None, 4.0), "rested": "rarely"},
            "64 = 0.6 × 100 (8 h) + 0.4 × 10 (rested rarely)",
        ),
        (
            {"nights": nights(7.0, 7.0, 7.0)},
            "60–100 = 0.6 × 100 (7 h, 3 nights) + 0.4 × 0–100 (waking rested: not answered)",
        ),
    ],
)
def test_the_sum_of_sleep(answers: dict[str, Any], arithmetic: str) -> None:
    assert found(**answers).arithmetic == arithmetic


def test_the_night_before_moves_no_points() -> None:
    assert found(race_bedtime=time(23), race_wake_time=time(3)) == found()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"usual_hours": 7.0, "rested": "mostly"}, []),
        ({"usual_hours": 6.9}, [("Be in bed for 8 h every night", 3)]),
        ({"nights": nights(6.0, 6.0)}, []),
        ({"nights": nights(6.0, 6.0, 6.0)}, [("Be in bed for 8 h every night", 3)]),
        ({"nights": nights(*[3.0] * 14)}, []),
        (
            {"rested": "sometimes"},
            [
                (
                    "Go to bed at the same time for three nights or more, with no coffee in the 9 "
                    "h "
                    "before bed",
                    3,
                )
            ],
        ),
    ],
)
def test_the_levers(answers: dict[str, Any], expected: list[tuple[str, int]]) -> None:
    told = levers(RULE, {"sleep": Sleep(**answers)}, SOON)
    assert [(each.action, each.lead_days) for each in told] == expected


def test_both_levers_together_bring_the_factor_to_what_they_promise() -> None:
    said = {"sleep": Sleep(nights=nights(5.0, 5.0, 5.0), rested="rarely")}
    after = judged(RULE, pulled(said, *levers(RULE, said, SOON)), SOON)
    # Three nights of 5 h and seven of 7.5 h: 67.5 h in 10 nights, a quarter of an hour short.
    assert after.arithmetic == ("85 = 0.6 × 85 (6.75 h, 10 nights) + 0.4 × 85 (rested mostly)")


@pytest.mark.parametrize(("days", "ahead"), [(None, 7), (12, 7), (5, 5), (3, 3), (1, 3)])
def test_a_log_keeps_its_short_nights_and_gains_those_that_are_left(
    days: int | None, ahead: int
) -> None:
    race_day = None if days is None else TODAY + timedelta(days=days)
    said = Sleep(usual_hours=8.0, nights=nights(6.0, 6.0, 6.0))
    (lever,) = levers(RULE, {"sleep": said}, Countdown(TODAY, race_day))
    assert set(lever.changes["sleep"]) == {"nights"}
    old, new = lever.changes["sleep"]["nights"][:3], lever.changes["sleep"]["nights"][3:]
    assert old == said.nights
    assert new == (Night(hours=7.5),) * ahead


def test_a_night_that_is_still_to_come_was_not_slept() -> None:
    ahead = tuple(Night(date=TODAY + timedelta(days=day), hours=9.0) for day in (1, 2, 3))
    assert "3 nights" not in found(usual_hours=6.0, nights=ahead).arithmetic


def test_without_a_log_the_usual_hours_are_what_changes() -> None:
    (lever,) = levers(RULE, {"sleep": Sleep(usual_hours=6.0, nights=nights(5.0, 5.0))}, SOON)
    assert lever.changes == {"sleep": {"usual_hours": 7.5}}


def test_a_logged_night_is_a_date_its_hours_and_how_it_felt() -> None:
    assert [(each.key, each.kind) for each in questions(Night)] == [
        ("date", Kind.DATE),
        ("hours", Kind.NUMBER),
        ("rested", Kind.YES_NO),
    ]
    logged = Sleep(nights=(Night(date=TODAY, hours=6.5, rested=False),))
    assert msgspec.convert(msgspec.to_builtins(logged), Sleep) == logged


@given(sleep=sheets(Sleep))
def test_one_more_answer_never_opens_what_was_settled(sleep: Sleep) -> None:
    holds_for_each_answer(RULE, {"sleep": sleep}, SOON)
    modest_labels(judged(RULE, {"sleep": sleep}, SOON))


@given(sleep=sheets(Sleep))
def test_levers_are_valid_answers_that_raise_the_factor(sleep: Sleep) -> None:
    levers_hold(RULE, {"sleep": sleep}, SOON)


@pytest.mark.parametrize(
    "question", [*questions(Sleep), *questions(Night)], ids=lambda question: question.key
)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    modest_question(question)


def test_the_rule_is_modest_and_sourced() -> None:
    modest_rule(RULE, {"sleep": Sleep})
    assert "not shown" in RULE.why
    assert {question.key for question in questions(Sleep) if question.seed == 2} == {
        "usual_hours",
        "rested",
    }


def test_nights_older_than_two_weeks_no_longer_replace_the_usual_hours() -> None:
    def logged(days_ago: int) -> Factor:
        day = TODAY - timedelta(days=days_ago)
        return found(usual_hours=8.0, nights=tuple(Night(date=day, hours=5.0) for _ in range(3)))

    assert "5 h, 3 nights" in logged(14).arithmetic
    assert "100 (8 h)" in logged(15).arithmetic


def test_the_sum_can_be_redone_from_the_hours_that_are_shown() -> None:
    logged = nights(6.5, 6.75, 6.7)
    assert found(nights=logged, rested="always").arithmetic == (
        "87 = 0.6 × 79 (6.65 h, 3 nights) + 0.4 × 100 (rested always)"
    )
