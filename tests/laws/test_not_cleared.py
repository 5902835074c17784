"""After an illness of the whole body nobody is told to run hard or long until a doctor cleared it."""

import re
from datetime import timedelta
from typing import Final

import pytest
from at_risk import DAYS, HEALTHY, TODAY
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from outputs import OUTPUTS, said
from plan_screens import RACE
from profiles import profiles, wordless

from mile18.factor import Countdown
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.topics.health.gate import gate
from mile18.topics.health.restraints import restraints

# The words of levers and tasks that are hard, long, or try something out on a long run.
HARD: Final = re.compile(
    r"at goal pace into each|goal-pace run|[Tt]ake the long run|long run up to|Run .{3,12} again about"
    r"|g/h on the next|Weigh yourself before and after a (?:one-hour )?run|faster running"
    r"|last longer run|next long run|sessions? (?:of|in) (?:the )?heat|hot sessions? \(|"
    r"strength work twice|sets of hops|Start the taper|a week, spread over"
)
# Race notes, questions and sources speak of training as such.
LEFT_OUT: Final = {"sources", "whys", "debrief", "debrief in miles", "debrief --json"}
WEAK = HEALTHY.with_changes(
    {
        "training": {
            "goal_pace_distance": 5.0,
            "goal_pace_feel": "hard",
            "longest_run": 20.0,
            "strength_sessions": 0.0,
            "plyometrics": False,
        },
        "nutrition": {"fuel_practised": "once", "sweat_test": False},
        "nerves": {"rehearsed": "once"},
    }
)


def ill(profile: Profile, *, cleared: bool | None) -> Profile:
    answers = {"illness_last_14_days": "systemic", "illness_cleared": cleared}
    return profile.with_changes({"health": answers | {"doctor_agrees": True}})


def told(profile: Profile, days: int) -> dict[str, str]:
    found = {}
    for name in OUTPUTS:
        if name in LEFT_OUT:
            continue
        if match := HARD.search(said(name, profile, RACE - timedelta(days=days))):
            found[name] = match.group()
    return found


@pytest.mark.parametrize("cleared", [None, False])
@pytest.mark.parametrize("days", [60, 12, 6])
def test_nothing_hard_or_long_until_cleared(cleared: bool | None, days: int) -> None:
    assert told(ill(WEAK, cleared=cleared), days) == {}


def test_a_cleared_runner_is_told_so_that_the_law_can_fail() -> None:
    cleared = ill(WEAK, cleared=True)
    assert "hard running" not in restraints(cleared.health, cleared.race)
    assert {"show", "week", "panel", "calendar"} <= {
        name for days in (60, 12, 6) for name in told(cleared, days)
    }


def test_agreement_to_the_race_clears_no_illness() -> None:
    sick = ill(HEALTHY, cleared=None)
    assert sick.health.doctor_agrees
    assert gate(sick.health, Countdown(TODAY, RACE)).status == "ask first"
    assert gate(ill(HEALTHY, cleared=True).health, Countdown(TODAY, RACE)).status == "clear"


@few(30)
@given(profiles(), st.sampled_from(DAYS))
def test_no_lever_is_hard_for_any_answers(profile: Profile, days: int) -> None:
    sick = wordless(ill(profile, cleared=None)).with_answer("health.symptoms_now", ())
    today = RACE - timedelta(days=days)
    for lever in assess(sick, today).levers:
        assert not HARD.search(lever.action)
