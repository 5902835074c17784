"""Ten public race reports, typed in with only what they state: the cause they name is spoken, or weak.

Numbers are those of the reports, in SI; nothing that a report leaves out is answered.
"""

from datetime import date, timedelta
from typing import Any

from fuel_plans import gels

from mile18.profile import Profile
from mile18.readiness import assess

MARATHON = 42.195
RACE = date(2027, 5, 2)
TODAY = RACE - timedelta(days=6)
# A factor that can earn at most so many points is weak.
WEAK = 60
REPORTS: dict[str, tuple[dict[str, dict[str, Any]], str]] = {
    "mid seventies and sun after six weeks of cold mornings": (
        {
            "race": {"distance": MARATHON, "goal_time": 12585, "first_half": "even"},
            "heat": {"temperature": 24.0, "sun": "sun"},
        },
        "heat",
    ),
    "no run beyond 55% of the marathon": (
        {"race": {"distance": MARATHON}, "training": {"longest_run": 0.55 * MARATHON}},
        "long_run",
    ),
    "80 km over two mountain ranges, trained on a treadmill": (
        {
            "race": {"distance": 80.5, "goal_time": 39600, "hills": "long_descents"},
            "training": {"longest_run": 48.0, "downhill_runs": False},
        },
        "training",
    ),
    "a half marathon to be run 15 minutes faster, begun faster still": (
        {
            "race": {
                "distance": 21.0975,
                "goal_time": 9000,
                "recent_distance": 21.0975,
                "recent_time": 9900,
                "first_half": "faster",
            }
        },
        "goal",
    ),
    "felt good and passed halfway four minutes early": (
        {"race": {"distance": MARATHON, "goal_time": 12600, "first_half": "faster"}},
        "goal",
    ),
    "20 miles without eating": (
        {
            "race": {"distance": 32.2, "goal_time": 10080},
            "nutrition": {"products": ()},
        },
        "fuel",
    ),
    "one gel in five hours": (
        {
            "race": {"distance": 37.0, "goal_time": 18000},
            "nutrition": {"products": gels(25.0, 240.0)},
        },
        "fuel",
    ),
    "18 miles the weekend before, 75 °F and humid": (
        {
            "race": {"distance": MARATHON},
            "training": {"longest_run": 29.0, "taper": "none"},
            "heat": {"temperature": 24.0},
        },
        "heat",
    ),
    "a stomach upset the night before": (
        {"race": {"distance": MARATHON, "goal_time": 18000}, "health": {"symptoms_now": ("stomach",)}},
        "health",
    ),
    "prednisone": (
        {"race": {"distance": MARATHON}, "health": {"medicines": ("corticosteroid",)}},
        "health",
    ),
}  # fmt: skip


def named(answers: dict[str, dict[str, Any]]) -> set[str]:
    """The factors that are weak, the topics of warnings, and health where its gate says something."""
    dated = {**answers, "race": {**answers.get("race", {}), "date": RACE}}
    found = assess(Profile().with_changes(dated), TODAY)
    weak = {each.rule.id for each in found.factors if each.applies and each.high <= WEAK}
    spoken = {each.topic for each in found.warnings}
    gate = {"health"} if found.gate.status in ("ask first", "do not race today") else set()
    return weak | spoken | gate


def test_the_cause_that_a_report_names_is_weak_or_spoken_in_nine_of_ten() -> None:
    missed = [report for report, (answers, cause) in REPORTS.items() if cause not in named(answers)]
    # Nobody plans to feel so good; without past cramps a faster first half only costs points.
    assert missed == ["felt good and passed halfway four minutes early"]


def test_who_states_nothing_is_told_of_no_cause() -> None:
    assert named({"race": {"distance": MARATHON}}) == set()
