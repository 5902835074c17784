"""A drink plan beyond the rule is loud and first, and no advice goes beyond it."""

import json
import re
from typing import Final

import pytest
from at_risk import (
    HEALTHY,
    TODAY,
)
from hypothesis import given
from laws import few
from outputs import OUTPUTS, said
from plan_screens import EXAMPLE
from profiles import profiles

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.science.fluid import most_to_plan, risky_without_test
from mile18.topics.race.questions import duration_span
from mile18.units import SI, localise

RULE = [
    # hours, kg, L/h, km, whether a caution is loud
    (3.5, 70.0, 0.80, 42.0, False),
    (4.5, 70.0, 0.75, 42.0, True),
    (4.5, 70.0, 0.60, 42.0, False),
    (5.5, 55.0, 0.60, 42.0, True),
    (5.5, 55.0, 0.50, 42.0, False),
    (12.0, 58.0, 0.65, 100.0, True),
    (12.0, 75.0, 0.50, 100.0, False),
    # The edges between them.
    (3.5, 70.0, 0.81, 42.0, True),
    (4.0, 55.0, 0.75, 42.0, False),
    (4.5, 60.0, 0.65, 42.0, False),
    (4.5, 59.9, 0.61, 30.0, True),
    (4.01, 70.0, 0.75, 30.0, True),
    (1.0, 70.0, 1.51, 10.0, True),
]
FIRST_IN: Final = ("show", "week", "day", "panel", "preview", "next steps", "sum screen")


@pytest.mark.parametrize(("hours", "kg", "rate", "km", "loud"), RULE)
def test_the_rule_for_a_plan_without_a_sweat_test(
    hours: float, kg: float, rate: float, km: float, loud: bool
) -> None:
    assert risky_without_test(rate, hours, kg, km) is loud or rate > 1.5
    profile = HEALTHY.with_changes(
        {
            "race": {"distance": km, "goal_time": round(hours * 3600), "body_mass": kg},
            "nutrition": {
                "drink_per_hour": rate,
                "sweat_mass_before": None,
                "sweat_test": False,
            },
        }
    )
    readiness = assess(profile, TODAY)
    drinks = [each for each in readiness.warnings if each.topic == "fluids"]
    assert any(each.loud for each in drinks) is loud
    if not loud:
        return
    text = localise(drinks[0].text, SI)
    for name in FIRST_IN:
        told = said(name, profile, TODAY)
        lever = re.search(r"\+\d\.\d ", told)
        # A small panel has room for the first words only.
        assert text[:40] in told, name
        assert lever is None or told.index(text[:40]) < lever.start(), name
    # The panel at 120×40 and the preview have room for all of it.
    for name in ("panel", "preview", "show --json", "week --json"):
        assert text in said(name, profile, TODAY), name
    assert text in said("compare", profile, TODAY)
    for name in ("card.md", "card.txt", "card.html"):
        card = said(name, profile, TODAY)
        assert card.index(text) < card.index("STOP, GET HELP"), name


def test_warnings_in_json_say_what_about_and_how_loudly() -> None:
    risky = HEALTHY.with_changes(
        {"nutrition": {"drink_per_hour": 1.6, "sweat_mass_before": None, "race_caffeine_mg": 900.0}}
    )

    found = json.loads(OUTPUTS["show --json"](risky, TODAY))["warnings"]
    assert [set(each) for each in found] == [{"topic", "text", "evidence", "loud"}] * len(found)
    assert [each["topic"] for each in found if each["loud"]][:1] == ["fluids"]
    assert {"fluids", "nutrition"} <= {each["topic"] for each in found}
    assert all({*each["evidence"]} <= claims().keys() for each in found)
    calm = EXAMPLE.with_changes({"heat": {"temperature": 12.0}, "race": {"first_half": "even"}})
    assert json.loads(OUTPUTS["show --json"](calm, TODAY))["warnings"] == []


@few(60)
@given(profiles())
def test_no_advice_goes_beyond_the_rule(profile: Profile) -> None:
    race = profile.race

    span = duration_span(race)
    most = most_to_plan(span[1] / 3600 if span else 99, race.body_mass)
    for lever in assess(profile, TODAY).levers:
        asked = lever.changes.get("nutrition", {}).get("drink_per_hour")
        assert asked is None or asked <= most
        named = re.findall(r"\{L/h:([\d.]+)\}", lever.action)
        assert all(float(each) <= most for each in named), lever.action


@few(40)
@given(profiles())
def test_a_warning_is_modest_and_sourced(profile: Profile) -> None:
    for each in assess(profile, TODAY).warnings:
        assert problems(localise(each.text, SI)) == []
        assert each.evidence
        assert {*each.evidence} <= claims().keys()
