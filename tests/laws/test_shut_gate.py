"""While symptoms speak against running no output holds a plan; what to do now takes its place."""

import re
from datetime import date, timedelta

import pytest
from at_risk import (
    DAYS,
    HEALTHY,
    PLAN,
    TODAY,
    with_health,
)
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from outputs import OUTPUTS, said
from plan_screens import RACE
from profiles import profiles, wordless

from mile18.evidence.cramp_steps import STOP_ACTION
from mile18.plan.shut import DO_NOT_RUN_ON, NOW
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.health.questions import SYMPTOMS

# What is asked and what studies found is no plan; what was planned before is compared after a race.
NO_PLAN_MEANT = {"whys", "sources", "new --from", "what if"}
SHUTTING = [each for each in SYMPTOMS if each != "throat_nose"]


def planned(profile: Profile, today: date) -> dict[str, str]:
    """What each output plans."""
    # "Before you run again" and the like promise nothing, and null is no plan.
    neutral = re.compile(
        r"\"\w+\":\s*null|before you run again|Before you run again|running again|run again\."
    )
    told = {}
    for name in OUTPUTS:
        if name not in NO_PLAN_MEANT:
            match = PLAN.search(neutral.sub("", said(name, profile, today)))
            if match:
                told[name] = match.group()
    return told


@pytest.mark.parametrize("symptom", SHUTTING)
def test_while_the_gate_is_shut_no_output_holds_a_plan(symptom: str) -> None:
    base = HEALTHY.with_changes({"debrief": dict.fromkeys(type(HEALTHY.debrief).__struct_fields__)})
    for days in DAYS[:-1]:
        for word in (None, True):
            ill = with_health(base, ("conditions", "diabetes"), word=word).with_answer(
                "health.symptoms_now", (symptom,)
            )
            assert planned(ill, RACE - timedelta(days=days)) == {}


def test_a_healthy_runner_has_a_plan_so_that_the_law_can_fail() -> None:
    told = {*planned(HEALTHY, TODAY), *planned(HEALTHY, RACE)}
    assert told >= {*OUTPUTS} - NO_PLAN_MEANT - {"list --json", "compare --json"}


def test_what_to_do_now_and_first_aid_stand_in_the_place_of_the_plan() -> None:
    ill = HEALTHY.with_answer("health.symptoms_now", ("fever", "chest_pain"))
    for name in ("show", "week", "week --json", "day", "card.md", "card.txt", "card.html"):
        text = said(name, ill, TODAY)
        for step in NOW:
            assert step.text in text, (name, step.text)
    for name in ("week screen", "day screen", "sum screen", "cramp screen", "cramp --print"):
        text = re.sub(r"[·–\-0-9\s]|[ABC]\*? ", "", said(name, ill, TODAY))
        assert re.sub(r"[·–\-0-9\s]|[ABC]\*? ", "", NOW[0].text) in text, name
    for name in ("day", "card.md", "card.txt", "card.html", "cramp --print"):
        text = said(name, ill, TODAY)
        assert STOP_ACTION[0].text in text, name
        assert "Hold still until the cramp lets go" in text, name
    assert DO_NOT_RUN_ON.text in said("cramp --print", ill, TODAY)


@few(20)
@given(profiles(), st.sampled_from(SHUTTING), st.integers(0, 60))
def test_no_plan_is_left_for_any_answers(profile: Profile, symptom: str, days: int) -> None:
    profile = wordless(profile).with_changes(
        {
            "health": {"symptoms_now": (symptom,)},
            "race": {"date": TODAY + timedelta(days)},
            "debrief": dict.fromkeys(type(profile.debrief).__struct_fields__),
        }
    )
    assert planned(profile, TODAY) == {}


@given(profiles())
def test_the_gate_is_shut_by_the_same_rule_everywhere(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    assert readiness.gate.shut is speaks_against_running(profile.health)
