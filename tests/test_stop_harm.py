"""What must not be said to a runner stands on no output, whatever else is answered.

Every law has its control: the healthy runner, for whom the same words are there to be found.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from outputs import EXPORTS, OUTPUTS, said
from plan_screens import EXAMPLE, RACE
from profiles import profiles, wordless

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.plan.cramp import FIRST_ACTION_SHORT, STOP_ACTION
from mile18.plan.food_portions import PORTIONS
from mile18.plan.shut import DO_NOT_RUN_ON, NOW
from mile18.plan.words import GATE_SHORT, gate_title
from mile18.profile import Profile
from mile18.readiness import assess
from mile18.science.fluid import most_to_plan, risky_without_test
from mile18.topics.health import Health, gate, speaks_against_running
from mile18.topics.health_questions import CONDITIONS, MEDICINES, SYMPTOMS
from mile18.topics.withheld import Withheld, disguised, withheld
from mile18.units import SI, localise

TODAY = RACE - timedelta(days=12)
DAYS = (60, 12, 2, 0, -1)

# The runner's own numbers, unlike any that mile18 would come to by itself.
OWN_LOADING, OWN_DRINK, OWN_BREAKFAST = 7.77, 0.87, 111.0
WELL: Final[Mapping[str, Any]] = {
    "conditions": (),
    "medicines": (),
    "symptoms_now": (),
    "doctor_agrees": None,
    "medicines_discussed": None,
}
# Everything that is to be withheld from somebody is there to be withheld.
HEALTHY = EXAMPLE.with_changes(
    {
        "health": WELL,
        "nutrition": {
            "loading_plan": "in_mind",
            "loading_g_per_kg": OWN_LOADING,
            "drink_plan": "amount",
            "drink_per_hour": OWN_DRINK,
            "breakfast_g": OWN_BREAKFAST,
            "pickle_juice": True,
        },
        "debrief": {"temperature": 20.0, "mass_before": 70.0, "mass_after": 69.0},
    }
)
ULTRAS = {
    "100 km": HEALTHY.with_changes({"race": {"distance": 100.0, "goal_time": 12 * 3600}}),
    "51 km": HEALTHY.with_changes({"race": {"distance": 51.0, "goal_time": None}}),
    "over 5 h": HEALTHY.with_changes({"race": {"goal_time": 5 * 3600 + 60}}),
}

# What tells of each, in the words that outputs have for it.
SPOKEN: Final[Mapping[Withheld, re.Pattern[str]]] = {
    "loading": re.compile(
        r"\d\s*g(?: of carbohydrate)? per kg|g/kg|\d–\d+ g of carbohydrate|\bg a day|g ticked"
        r"|48 hours are enough|" + "|".join(re.escape(each.words) for each in PORTIONS)
    ),
    "drinking": re.compile(
        r"\d\s*(?:mL\b|L/h|L\b|fl oz)|mL per kg|\d litres an hour|measured amount|Both guards"
    ),
    "pickle juice": re.compile(
        r"(?i)pickle juice(?: may help|, (?:\d|1 mL))|small sip|in 10 men|provoked toe|mouth or throat"
    ),
    "two per cent": re.compile(
        r"2 % of body|(?:over|than|hold|above) 2 %|% of (?:your )?body mass|−2 %|2 % lost"
        r"|(?:B|b)oth guards|no more than 2%"
    ),
}
OWN = re.compile(
    rf"[Yy]our answer(?:: to thirst, about|:|,) (?:{OWN_LOADING} g per kg a day|{OWN_DRINK} L/h"
    rf"|29\.4 fl oz/h|111 g of carbohydrate)"
)
# Planned beside done is the runner's own. That sources name amounts is what they are for: the claims
# in which guidance or a trial names them to the runner are told by their ids.
LEFT_OUT: Final[Mapping[Withheld, set[str]]] = {
    "drinking": {"debrief", "debrief --json", "sources"},
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
        "debrief", "debrief --json", "panel", "sum screen", "day screen", "whys", "sources",
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


RELEVANT = [
    *(("conditions", each) for each in ("diabetes", "kidney", "heart_vessel", "heart_risk")),
    *(("conditions", each) for each in ("allergies", "digestive")),
    *(("medicines", each) for each in ("insulin", "diuretic", "blood_pressure")),
]
REASONS: Final[Mapping[Withheld, set[str]]] = {
    "loading": {"diabetes", "kidney", "insulin"},
    "drinking": {"kidney", "diuretic"},
    "pickle juice": {
        "kidney", "heart_vessel", "heart_risk", "allergies", "digestive", "blood_pressure",
        "diuretic",
    },
}  # fmt: skip


def with_health(profile: Profile, *reported: tuple[str, str], word: bool | None) -> Profile:
    """The profile with conditions and medicines, and whether a doctor and a pharmacist agreed."""
    answers = {
        kind: tuple(each for of, each in reported if of == kind)
        for kind in ("conditions", "medicines")
    }
    agreed = {"doctor_agrees": word, "medicines_discussed": word}
    return profile.with_changes({"health": answers | agreed})


COMBINATIONS = [
    *((each,) for each in RELEVANT),
    *combinations(RELEVANT, 2),
    tuple(RELEVANT),
]


@pytest.mark.parametrize("word", [None, False, True], ids=["no word", "refused", "agreed"])
def test_what_health_forbids_stands_nowhere_the_doctors_word_or_not(word: bool | None) -> None:
    for at, reported in enumerate(COMBINATIONS):
        # Of pairs each word gets its third: what is withheld with two is what is with either.
        if len(reported) == 2 and at % 3 != (None, False, True).index(word):
            continue
        names = {each for _, each in reported}
        profile = with_health(HEALTHY, *reported, word=word)
        expected = {what for what, reasons in REASONS.items() if reasons & names}
        assert withheld(profile.health, profile.race) == expected
        for what in expected:
            assert found(what, profile) == {}, reported


@pytest.mark.parametrize("what", REASONS)
@pytest.mark.parametrize("days", DAYS)
def test_what_health_forbids_stands_nowhere_on_any_day(what: Withheld, days: int) -> None:
    for kind, each in RELEVANT:
        if each in REASONS[what]:
            profile = with_health(HEALTHY, (kind, each), word=True)
            assert found(what, profile, RACE - timedelta(days=days)) == {}, each


@pytest.mark.parametrize("ultra", ULTRAS)
@pytest.mark.parametrize("days", DAYS)
def test_no_two_per_cent_over_five_hours_or_fifty_kilometres(ultra: str, days: int) -> None:
    profile = ULTRAS[ultra]
    assert withheld(profile.health, profile.race) == {"two per cent"}
    assert found("two per cent", profile, RACE - timedelta(days=days)) == {}
    day = said("day", profile, TODAY)
    if days >= 0:
        assert "expect to weigh less" in day
        assert "your weight at the start or more, stop drinking" in day


@pytest.mark.parametrize("what", CONTROL)
def test_a_healthy_runner_is_told_so_that_the_laws_can_fail(what: Withheld) -> None:
    assert withheld(HEALTHY.health, HEALTHY.race) == frozenset()
    told = {
        name
        for name in OUTPUTS
        if any(
            SPOKEN[what].search(said(name, profile, RACE - timedelta(days=days)))
            # A weaker plan than the runner's own brings out the levers.
            for profile in (HEALTHY, HEALTHY.with_answer("nutrition", "drink_per_hour", 0.2))
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


@settings(max_examples=20)
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
    for what in withheld(profile.health, profile.race):
        if what == "two per cent" and profile.debrief.mass_before:
            # What was weighed is a fact, however the runner compares it.
            profile = profile.with_answer("debrief", "mass_before", None)
        assert found(what, profile) == {}, what


# While symptoms speak against running


PLAN = re.compile(
    r"\d:\d\d ?/(?:km|mi)|\d g/h|\d g an hour|\d\s*(?:L/h|mL|fl oz)|\+\d\.\d |[Pp]lan A|\d portion|[Ee]ach portion"
    r"|\b3:45:00\b|1:52:30|[Ww]ristband|[Ss]plits|Walk 1–2|[Jj]og|[Rr]un again(?: |$)(?!\.)"
    r"|g of carbohydrate|New finish|goal pace"
)
# What is asked and what studies found is no plan; what was planned before is compared after a race.
NO_PLAN_MEANT = {"whys", "sources", "new --from", "what if"}
SHUTTING = [each for each in SYMPTOMS if each != "throat_nose"]


def planned(profile: Profile, today: date) -> dict[str, str]:
    """What each output plans."""
    # "Before you run again" and the like promise nothing.
    neutral = re.compile(r"before you run again|Before you run again|running again|run again\.")
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
                "health", "symptoms_now", (symptom,)
            )
            assert planned(ill, RACE - timedelta(days=days)) == {}


def test_a_healthy_runner_has_a_plan_so_that_the_law_can_fail() -> None:
    told = {*planned(HEALTHY, TODAY), *planned(HEALTHY, RACE)}
    assert told >= {*OUTPUTS} - NO_PLAN_MEANT - {"list --json", "compare --json"}


def test_what_to_do_now_and_first_aid_stand_in_the_place_of_the_plan() -> None:
    ill = HEALTHY.with_answer("health", "symptoms_now", ("fever", "chest_pain"))
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


@settings(max_examples=20)
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


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_withholds_silently(name: str) -> None:
    """Two runners with the same restraints get the same, and neither is named a condition."""
    words = [*CONDITIONS.values(), *MEDICINES.values(), *SYMPTOMS.values(), "diabetes", "kidney"]
    general = said(name, HEALTHY, TODAY).lower()
    for reported in COMBINATIONS:
        for ill in ((), ("cough",), ("headache",)):
            profile = with_health(HEALTHY, *reported, word=None).with_answer(
                "health", "symptoms_now", ill
            )
            # Caffeine has a rule of its own, which waits for a doctor's word.
            profile = profile.with_answer("nutrition", "race_caffeine_mg", 0.0)
            text = said(name, profile, TODAY)
            alike = replace(disguised(profile.health), symptoms_now=("fever",) if ill else ())
            assert text == said(name, replace(profile, health=alike), TODAY)
            named = [each for each in words if each in text.lower() and each not in general]
            # What is said to anyone who is ill names these two.
            assert {*named} <= {"fever", "chest pain"}, reported


@given(profiles())
def test_the_gate_is_shut_by_the_same_rule_everywhere(profile: Profile) -> None:
    readiness = assess(profile, TODAY)
    assert readiness.gate.shut is speaks_against_running(profile.health)


# The first action under the stop signs


SIGNS = re.compile(r"[Aa]ny one of these|Any one: stop|is confused, collapses")
COOLING = re.compile(r"cold water|after cooling|[Cc]ool (?:the|in)")
BREATHING = re.compile(r"[Nn]ot breathing normally|no normal breathing")


@pytest.mark.parametrize("name", [each for each in OUTPUTS if each != "sources"])
@pytest.mark.parametrize("ill", [(), ("fever",)])
def test_breathing_is_asked_about_before_anything_is_cooled(
    name: str, ill: tuple[str, ...]
) -> None:
    for days in DAYS:
        profile = HEALTHY.with_answer("health", "symptoms_now", ill)
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


# The drinking plan


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
    drinks = [each for each in readiness.warnings if "caffeine-dose" not in each.evidence]
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
    assert text in said("show --json", profile, TODAY)
    assert text in said("week --json", profile, TODAY)
    assert text in said("compare", profile, TODAY)
    for name in ("card.md", "card.txt", "card.html"):
        card = said(name, profile, TODAY)
        assert card.index(text) < card.index("STOP, GET HELP"), name


def test_warnings_in_json_say_what_about_and_how_loudly() -> None:
    risky = HEALTHY.with_changes(
        {"nutrition": {"drink_per_hour": 1.6, "sweat_mass_before": None, "race_caffeine_mg": 900.0}}
    )
    import json

    found = json.loads(OUTPUTS["show --json"](risky, TODAY))["warnings"]
    assert [set(each) for each in found] == [{"topic", "text", "evidence", "loud"}] * len(found)
    assert [each["loud"] for each in found] == [True, True]
    assert {each["topic"] for each in found} == {"nutrition"}
    assert all({*each["evidence"]} <= claims().keys() for each in found)
    assert json.loads(OUTPUTS["show --json"](EXAMPLE, TODAY))["warnings"] == []


@settings(max_examples=60)
@given(profiles())
def test_no_advice_goes_beyond_the_rule(profile: Profile) -> None:
    race = profile.race
    from mile18.topics.race import duration_span

    span = duration_span(race)
    most = most_to_plan(span[1] / 3600 if span else 99, race.body_mass)
    for lever in assess(profile, TODAY).levers:
        asked = lever.changes.get("nutrition", {}).get("drink_per_hour")
        assert asked is None or asked <= most
        named = re.findall(r"\{L/h:([\d.]+)\}", lever.action)
        assert all(float(each) <= most for each in named), lever.action


@settings(max_examples=40)
@given(profiles())
def test_a_warning_is_modest_and_sourced(profile: Profile) -> None:
    for each in assess(profile, TODAY).warnings:
        assert problems(localise(each.text, SI)) == []
        assert each.evidence
        assert {*each.evidence} <= claims().keys()


# The doctor's word


def _gates() -> Iterator[tuple[Health, str]]:
    well = Health(
        symptoms_now=(),
        medicines=(),
        conditions=(),
        illness_last_14_days="none",
        collapse_before=False,
        resting_cramps=False,
    )
    yield well, "Health: nothing reported"
    for each in ("diabetes", "kidney", "heart_vessel", "pregnancy"):
        agreed = replace(well, conditions=(each,), doctor_agrees=True)
        yield agreed, "Health: reported; your doctor agreed"
    yield (
        replace(well, collapse_before=True, doctor_agrees=True),
        "Health: reported; your doctor agreed",
    )
    yield (
        replace(well, medicines=("insulin",), medicines_discussed=True),
        "Health: reported; talked over",
    )
    yield replace(well, conditions=("allergies",)), "Health: reported; nothing to ask first"


@pytest.mark.parametrize(("health", "words"), _gates())
def test_what_was_reported_is_never_called_nothing(health: Health, words: str) -> None:
    profile = replace(HEALTHY, health=health)
    readiness = assess(profile, TODAY)
    assert readiness.gate.status == "clear"
    assert gate_title(gate(health, readiness.countdown)) == words
    for name in ("panel", "narrow panel", "preview", "show", "week", "sum screen"):
        text = said(name, profile, TODAY)
        assert words in text, name
        assert ("nothing reported" in text) is (words == "Health: nothing reported"), name
    assert "nothing" not in GATE_SHORT["clear"]


def test_the_short_first_action_says_the_four_things() -> None:
    for word in ("answer", "breathing", "call", "compressions", "defibrillator"):
        assert word in FIRST_ACTION_SHORT
