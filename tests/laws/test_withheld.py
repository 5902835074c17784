"""What is withheld from a runner stands on no output, whatever else is answered.

Every law has its control: the healthy runner, for whom the same words are there to be found.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import pytest
from at_risk import (
    COMBINATIONS,
    DAYS,
    HEALTHY,
    OWN,
    OWN_BREAKFAST,
    OWN_DRINK,
    OWN_LOADING,
    REASONS,
    RELEVANT,
    SPOKEN,
    TODAY,
    ULTRAS,
    with_health,
)
from hypothesis import given
from hypothesis import strategies as st
from laws import few
from msgspec.structs import replace
from outputs import EXPORTS, OUTPUTS, said
from plan_screens import RACE
from profiles import profiles, wordless

from mile18.evidence.library import claims
from mile18.profile import Profile
from mile18.topics.health.questions import CONDITIONS, MEDICINES, SYMPTOMS
from mile18.topics.health.restraints import Withheld, disguised, restraints

# Planned beside done is the runner's own. That sources name amounts is what they are for: the claims
# in which guidance or a trial names them to the runner are told by their ids.
LEFT_OUT: Final[Mapping[Withheld, set[str]]] = {
    "drinking": {"debrief", "debrief in miles", "debrief --json", "sources"},
    "two per cent": {"sources"},
}
# Where a healthy runner reads it, at the least.
CONTROL: Final[Mapping[Withheld, set[str]]] = {
    "loading": {
        "show", "show in miles", "show --json", "week", "week --json", "calendar", "compare",
        "compare --json", "what if", "panel", "next steps", "sum screen", "week screen",
        "whys", "sources",
    },
    "drinking": {
        "show", "show in miles", "show --json", "week", "week --json", "day", "day in miles",
        "card.md", "card.txt", "card.html", "card in miles", "calendar", "cramp --print",
        "what if", "panel", "sum screen", "week screen", "day screen", "cramp screen", "whys",
    },
    "pickle juice": {
        "week", "week --json", "day", "day in miles", "card.md", "card.txt", "card.html",
        "calendar", "cramp --print", "week screen", "day screen", "cramp screen", "whys", "sources",
    },
    "two per cent": {
        "show", "show --json", "day", "day in miles", "card.md", "card.txt", "card.html",
        "debrief", "debrief in miles", "debrief --json", "panel", "sum screen", "day screen", "whys", "sources",
    },
}  # fmt: skip


def found(what: Withheld, profile: Profile, today: date = TODAY) -> dict[str, str]:
    """What each output tells of it, beside the runner's own answers."""
    told = {}
    for name in OUTPUTS:
        if name in LEFT_OUT.get(what, ()):
            continue
        match = SPOKEN[what].search(OWN.sub("", said(name, profile, today)))
        if match:
            told[name] = match.group()
    return told


@pytest.mark.parametrize("word", [None, False, True], ids=["no word", "refused", "agreed"])
def test_what_health_forbids_stands_nowhere_the_doctors_word_or_not(
    word: bool | None, every: bool
) -> None:
    for at, reported in enumerate(COMBINATIONS):
        # Of pairs each word gets a few: what is withheld with two is what is with either.
        if len(reported) == 2 and not every and at % 18 != (None, False, True).index(word):
            continue
        names = {each for _, each in reported}
        profile = with_health(HEALTHY, *reported, word=word)
        expected = {what for what, reasons in REASONS.items() if reasons & names}
        assert restraints(profile.health, profile.race).ids == expected
        for what in expected:
            assert found(what, profile) == {}, reported


@pytest.mark.parametrize("what", REASONS)
@pytest.mark.parametrize("days", DAYS)
def test_what_health_forbids_stands_nowhere_on_any_day(
    what: Withheld, days: int, every: bool
) -> None:
    for at, (kind, each) in enumerate(RELEVANT):
        if each in REASONS[what] and (every or at % 3 == days % 3):
            profile = with_health(HEALTHY, (kind, each), word=True)
            assert found(what, profile, RACE - timedelta(days=days)) == {}, each


@pytest.mark.parametrize("ultra", ULTRAS)
@pytest.mark.parametrize("days", DAYS)
def test_no_two_per_cent_over_five_hours_or_fifty_kilometres(ultra: str, days: int) -> None:
    profile = ULTRAS[ultra]
    assert restraints(profile.health, profile.race).ids == {"two per cent"}
    assert found("two per cent", profile, RACE - timedelta(days=days)) == {}
    day = said("day", profile, TODAY)
    if days >= 0:
        assert "expect to weigh less" in day
        assert "your starting weight or more, stop drinking" in day


@pytest.mark.parametrize("what", CONTROL)
def test_a_healthy_runner_is_told_so_that_the_laws_can_fail(what: Withheld) -> None:
    assert restraints(HEALTHY.health, HEALTHY.race).ids == frozenset()
    told = {
        name
        for name in OUTPUTS
        if any(
            SPOKEN[what].search(said(name, profile, RACE - timedelta(days=days)))
            # A weaker plan than the runner's own brings out the levers.
            for profile in (HEALTHY, HEALTHY.with_answer("nutrition.drink_per_hour", 0.2))
            for days in (12, 2)
        )
    }
    assert CONTROL[what] <= told


@pytest.mark.parametrize(
    ("what", "claim"),
    [
        ("loading", "carb-loading-acsm"),
        ("loading", "carb-preevent-meal"),
        ("drinking", "fluid-planning-range"),
        ("drinking", "fluid-pre-event"),
        ("pickle juice", "pickle-juice-trial"),
        ("two per cent", "fluid-acsm-2pc"),
    ],
)
def test_the_sources_leave_out_the_claims_that_name_it(what: Withheld, claim: str) -> None:
    reasons = REASONS.get(what, set())
    told = [with_health(HEALTHY, each, word=True) for each in RELEVANT if each[1] in reasons]
    for profile in told or ULTRAS.values():
        assert claims()[claim].says not in said("sources", profile, TODAY)
    assert claims()[claim].says in said("sources", HEALTHY, TODAY)


def test_the_runners_own_numbers_stay_as_answers() -> None:
    asks = with_health(HEALTHY, ("conditions", "kidney"), ("medicines", "insulin"), word=True)
    assert f"Your answer: {OWN_LOADING} g per kg a day." in said("week", asks, TODAY)
    assert "Your answer: 111 g of carbohydrate." in said("week", asks, RACE)
    for name in ("show", "week", "show --json", "week --json", "day", "card.txt", "compare"):
        assert re.search(rf"[Yy]our answer[,:] {OWN_DRINK} L/h", said(name, asks, TODAY)), name


@few(20)
@given(
    profiles(), st.sampled_from(COMBINATIONS), st.sampled_from([None, True]), st.integers(-2, 60)
)
def test_what_is_withheld_stands_nowhere_for_any_answers(
    profile: Profile, reported: tuple[tuple[str, str], ...], word: bool | None, days: int
) -> None:
    profile = wordless(with_health(profile, *reported, word=word))
    # Numbers that are drawn may look like anything, so the runner's own are fixed.
    nutrition = profile.nutrition
    own = {
        "loading_g_per_kg": OWN_LOADING if nutrition.loading_g_per_kg else None,
        "drink_per_hour": OWN_DRINK if nutrition.drink_per_hour else None,
        "breakfast_g": OWN_BREAKFAST if nutrition.breakfast_g else None,
    }
    profile = profile.with_changes({"nutrition": own, "race": {"date": TODAY + timedelta(days)}})
    # That nothing is hard or long has a law of its own.
    for what in restraints(profile.health, profile.race).ids - {"hard running"}:
        if what == "two per cent" and profile.debrief.mass_before:
            # What was weighed is a fact, however the runner compares it.
            profile = profile.with_answer("debrief.mass_before", None)
        assert found(what, profile) == {}, what


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_withholds_silently(name: str, every: bool) -> None:
    """Two runners with the same restraints get the same, and neither is named a condition."""
    words = [*CONDITIONS.values(), *MEDICINES.values(), *SYMPTOMS.values(), "diabetes", "kidney"]
    general = said(name, HEALTHY, TODAY).lower()
    for reported in COMBINATIONS[:: 1 if every else 3]:
        for ill in ((), ("cough",), ("headache",)):
            profile = with_health(HEALTHY, *reported, word=None).with_answer(
                "health.symptoms_now", ill
            )
            # Caffeine has a rule of its own, which waits for a doctor's word.
            profile = profile.with_answer("nutrition.race_caffeine_mg", 0.0)
            text = said(name, profile, TODAY)
            alike = replace(disguised(profile.health), symptoms_now=("fever",) if ill else ())
            assert text == said(name, replace(profile, health=alike), TODAY)
            named = [each for each in words if each in text.lower() and each not in general]
            # What is said to anyone who is ill names these two.
            assert {*named} <= {"fever", "chest pain"}, reported
