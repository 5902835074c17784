"""Nerves: the routine, its rehearsal and the three ratings, each redone by hand."""

from datetime import date, timedelta
from typing import Any

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
from mile18.question import Question, questions
from mile18.topics.nerves import RULE, Nerves

TODAY = date(2027, 4, 20)
SOON = Countdown(TODAY, TODAY + timedelta(days=12))


def found(**answers: Any) -> Factor:
    return judged(RULE, {"nerves": Nerves(**answers)}, SOON)


@pytest.mark.parametrize(
    ("answers", "arithmetic"),
    [
        (
            {},
            "0–100 = 0.4 × 0–100 (routine: not answered) + 0.3 × 0–100 (rehearsed: not answered)"
            " + 0.3 × 0–100 (ratings: not answered)",
        ),
        (
            {
                "routine": "written",
                "rehearsed": "several",
                "tension": 0,
                "worry": 0,
                "confidence": 10,
            },
            "100 = 0.4 × 100 (written) + 0.3 × 100 (rehearsed)"
            " + 0.3 × 100 (tense 0, worried 0, confident 10 of 10)",
        ),
        (
            {"routine": "in_mind", "rehearsed": "once", "tension": 7, "worry": 6, "confidence": 4},
            "49 = 0.4 × 50 (in mind) + 0.3 × 60 (rehearsed once)"
            " + 0.3 × 37 (tense 7, worried 6, confident 4 of 10)",
        ),
        (
            {"routine": "written", "rehearsed": "no", "worry": 4},
            "46–66 = 0.4 × 100 (written) + 0.3 × 0 (not rehearsed)"
            " + 0.3 × 20–87 (tense open, worried 4, confident open of 10)",
        ),
        (
            {"routine": "none", "rehearsed": "several", "tension": 5, "worry": 5, "confidence": 5},
            "15 = 0.4 × 0 (no routine) + 0.3 × 0 (nothing to rehearse)"
            " + 0.3 × 50 (tense 5, worried 5, confident 5 of 10)",
        ),
        (
            {"rehearsed": "once"},
            "0–88 = 0.4 × 0–100 (routine: not answered) + 0.3 × 0–60 (rehearsed once)"
            " + 0.3 × 0–100 (ratings: not answered)",
        ),
    ],
)
def test_the_sum_of_nerves(answers: dict[str, Any], arithmetic: str) -> None:
    assert found(**answers).arithmetic == arithmetic


def test_caffeine_moves_no_points() -> None:
    assert found(caffeine_habit=400.0) == found()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"rehearsed": "several", "routine": "written", "tension": 5, "worry": 5}, []),
        (
            {"routine": "in_mind"},
            [("Write down your last hour before the start, step by step", 0)],
        ),
        (
            {"routine": "written", "rehearsed": "no"},
            [("Go through your routine before the next long run", 3)],
        ),
        (
            {"routine": "none", "rehearsed": "no"},
            [
                ("Write down your last hour before the start, step by step", 0),
                ("Write a routine and go through it before the next long run", 3),
            ],
        ),
        (
            {"worry": 6},
            [
                (
                    "Breathe slowly for 5 minutes a day, in for 4 s and out for 6 s. This may ease "
                    "tension",
                    1,
                )
            ],
        ),
    ],
)
def test_the_levers(answers: dict[str, Any], expected: list[tuple[str, int]]) -> None:
    told = levers(RULE, {"nerves": Nerves(**answers)}, SOON)
    assert [(each.action, each.lead_days) for each in told] == expected


def test_slow_breathing_brings_only_high_ratings_down_and_only_to_5() -> None:
    said = {"nerves": Nerves(tension=8, worry=3)}
    (each,) = levers(RULE, said, SOON)
    assert pulled(said, each) == {"nerves": Nerves(tension=5, worry=3)}


@given(nerves=sheets(Nerves))
def test_one_more_answer_never_opens_what_was_settled(nerves: Nerves) -> None:
    holds_for_each_answer(RULE, {"nerves": nerves}, SOON)
    modest_labels(judged(RULE, {"nerves": nerves}, SOON))


@given(nerves=sheets(Nerves))
def test_levers_are_valid_answers_that_raise_the_factor(nerves: Nerves) -> None:
    levers_hold(RULE, {"nerves": nerves}, SOON)


@pytest.mark.parametrize("question", questions(Nerves), ids=lambda question: question.key)
def test_every_question_is_short_sourced_and_modest(question: Question) -> None:
    modest_question(question)


def test_the_rule_is_modest_and_sourced() -> None:
    modest_rule(RULE, {"nerves": Nerves})
    assert "No study shows that nerves" in RULE.why
    assert {question.key for question in questions(Nerves) if question.seed == 8} == {
        "routine",
        "rehearsed",
    }


def test_the_ratings_are_called_own_and_untested() -> None:
    by_key = {question.key: question for question in questions(Nerves)}
    for key in ("tension", "worry", "confidence"):
        assert "not a tested scale" in by_key[key].why
