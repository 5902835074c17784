"""The arithmetic of a factor: whole points, caps, and a line that anyone can redo."""

from datetime import date

import pytest

from mile18.factor import Cap, Countdown, Part, Rule, Verdict, factor, scored, span, unanswered

RULE = Rule(
    id="some",
    title="Some",
    topic="sleep",
    grade="B",
    why="Because.",
    evidence=(),
    reads=(),
    asks=(),
    judge=lambda *_: Verdict(()),
    advise=lambda *_: (),
)


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        (
            Verdict((scored(60, 70, "6.5 h"), scored(40, 50, "sometimes"))),
            "62 = 0.6 × 70 (6.5 h) + 0.4 × 50 (sometimes)",
        ),
        (
            Verdict((scored(60, 50, "30 km"), unanswered(40, "how it felt"))),
            "30–70 = 0.6 × 50 (30 km) + 0.4 × 0–100 (how it felt: not answered)",
        ),
        (
            Verdict((scored(50, 75, "a"), scored(50, 50, "b"))),
            "63 = 0.5 × 75 (a) + 0.5 × 50 (b)",
        ),
        (
            Verdict((scored(100, 90, "60 g/h"),), Cap(50, "never tried on a long run")),
            "50 = 1 × 90 (60 g/h), at most 50: never tried on a long run",
        ),
        (
            Verdict(
                (scored(100, 90, "60 g/h"),), Cap(50, "tried on a long run: not answered", False)
            ),
            "50–90 = 1 × 90 (60 g/h), low end at most 50: tried on a long run: not answered",
        ),
        (
            Verdict((scored(100, 0, "none"),), applies=False, because="over before 90 minutes"),
            "not needed: over before 90 minutes",
        ),
        (
            Verdict((scored(100, 40, "5 g/kg"),), applies=None, because="only over 90 minutes"),
            "40 = 1 × 40 (5 g/kg); only over 90 minutes",
        ),
    ],
)
def test_the_line_gives_the_figure(verdict: Verdict, line: str) -> None:
    assert factor(RULE, 10, verdict).arithmetic == line


def test_a_part_stays_within_0_and_100_points() -> None:
    assert scored(60, -20, "x") == Part(60, 0, 0, "x")
    assert scored(60, 120, "x") == Part(60, 100, 100, "x")
    assert scored(60, 62.5, "x") == Part(60, 63, 63, "x")


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(64, 82, "64–82"), (73, 73, "73"), (63.5, 64.4, "64"), (0, 100, "0–100")],
)
def test_an_interval_is_one_figure_once_nothing_is_open(low: float, high: float, text: str) -> None:
    assert span(low, high) == text


def test_the_countdown_counts_whole_days_and_goes_below_zero() -> None:
    today = date(2027, 4, 20)
    assert Countdown(today, date(2027, 5, 2)).days == 12
    assert Countdown(today, today).days == 0
    assert Countdown(today, date(2027, 4, 17)).days == -3
    assert Countdown(today).days is None
    assert Countdown(today).race_day == today
