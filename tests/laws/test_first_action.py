"""Whether a runner breathes is asked on every output before anything is cooled."""

import re
from datetime import timedelta

import pytest
from at_risk import (
    DAYS,
    HEALTHY,
    TODAY,
)
from outputs import OUTPUTS, said
from plan_screens import RACE

from mile18.evidence.cramp_steps import COMES_BACK, FIRST_ACTION_SHORT, STOP_ACTION

SIGNS = re.compile(r"[Aa]ny one of these|Any one: stop|is confused, collapses")
COOLING = re.compile(r"cold water|after cooling|[Cc]ool (?:the|in)")
BREATHING = re.compile(r"[Nn]ot breathing normally|no normal breathing")


@pytest.mark.parametrize("name", [each for each in OUTPUTS if each != "sources"])
@pytest.mark.parametrize("ill", [(), ("fever",)])
def test_breathing_is_asked_about_before_anything_is_cooled(
    name: str, ill: tuple[str, ...]
) -> None:
    for days in DAYS:
        profile = HEALTHY.with_answer("health.symptoms_now", ill)
        text = said(name, profile, RACE - timedelta(days=days))
        signs, cooling, breathing = (
            pattern.search(text) for pattern in (SIGNS, COOLING, BREATHING)
        )
        if signs or cooling:
            assert breathing, name
        if cooling and breathing:
            assert breathing.start() < cooling.start()


@pytest.mark.parametrize(
    "name", ["show", "week", "day", "card.md", "card.txt", "card.html", "cramp --print", "debrief"]
)
def test_the_first_action_stands_wherever_the_stop_signs_do(name: str) -> None:
    assert STOP_ACTION[0].text in said(name, HEALTHY, TODAY)


def test_the_first_action_comes_first_under_the_signs() -> None:
    assert "breathing" in STOP_ACTION[0].text
    assert "Breathing" in STOP_ACTION[1].text
    for name in ("card.md", "card.txt", "card.html", "cramp --print"):
        text = said(name, HEALTHY, TODAY)
        at = [text.index(step.text) for step in STOP_ACTION]
        assert at == sorted(at), name
        assert text.index("feeling ill.") < at[0]


def test_the_short_first_action_says_the_four_things() -> None:
    for word in ("answer", "breathing", "call", "compressions", "defibrillator"):
        assert word in FIRST_ACTION_SHORT


@pytest.mark.parametrize("name", ["day", "card.md", "card.txt", "card.html", "cramp --print"])
def test_what_to_do_when_it_comes_back_is_said_alike_everywhere(name: str) -> None:
    told = re.sub(r"[\s│\u00a0]+", " ", said(name, HEALTHY, RACE))
    assert COMES_BACK.text in told
    assert "If it comes back, stop for good" not in told
