"""What a responsible app must not say is caught; honest sentences beside it pass."""

import pytest

from mile18.evidence import disclaimers, library
from mile18.evidence.cramp_steps import EMERGENCY
from mile18.evidence.library import GRADES, READ_DEPTHS, Claim, Reference
from mile18.evidence.wording import RULES, problems

CAUGHT = {
    "exclamation mark": (
        "Well done!",
        "You are not finished!",
    ),
    "a figure or level for the risk of cramp": (
        "Your risk of cramp is 40%.",
        "Your risk of cramping today: 12%.",
        "There is a 1 in 5 chance of cramping.",
        "Chance of cramping: 35",
        "You have a 60 per cent probability of calf cramps.",
        "Cramp risk 7.5%",
        "Cramp risk: high",
        "Sleep more for a lower risk of cramp.",
        "Low cramp risk",
    ),
    "prevention claimed": (
        "Salt prevents cramps.",
        "Strength work helps to prevent muscle cramps.",
        "Preventing cramps starts with sleep.",
        "There is no doubt that salt prevents cramps.",
        "Do not forget that salt prevents cramps.",
        "Salt is not only cheap, it prevents cramps.",
        "Salt is not expensive and prevents cramps.",
        "It does not taste good, but it prevents cramps.",
        "If you do not sweat much, a pinch of salt prevents cramps.",
        "This keeps the cramps away.",
        "Run cramp-free.",
        "No more cramps with this plan.",
        "A little salt prevents cramps.",
    ),
    "cure claimed": ("Pickle juice cures cramps.", "The cramp was cured by a sip."),
    "guarantee": ("We guarantee a strong finish.", "Guaranteed to work."),
    "proof claimed": ("A clinically proven drink.",),
    "tells to stop or change a medicine": (
        "Stop taking your statin before the race.",
        "A week before the race, stop your statin.",
        "Skip your inhaler on race morning.",
        "You could halve your blood-pressure tablets.",
        "Consider changing your medication.",
        "Leave out the water tablet on race day.",
    ),
    "drinking without a limit": (
        "Drink as much as you like.",
        "Take in as much water as you can.",
        "Drink plenty before the start.",
        "Stay ahead of thirst.",
        "Sip before you are thirsty.",
    ),
    "plays down a warning sign": (
        "It is probably just a cramp.",
        "That is only a cramp.",
        "Dark urine is nothing to worry about.",
    ),
    "calls running safe": (
        "At this heat it is safe to run.",
        "It is safe for you to race.",
        "A low flag makes running safe.",
        "You can safely continue.",
    ),
    "cools before asking for breath": (
        "Very hot, or confused or collapsed and not cold: cold water all over first.",
        "Cold water first, transport later.",
        "Cool first, and transport afterwards.",
        "Never wait: cooling comes first.",
    ),
    "runs through trouble": ("Push through the cramp.", "You can run through a cold."),
    "the neck check as permission": (
        "If it is above the neck, you can run.",
        "Symptoms above the neck? Then you need not worry.",
        "Do the neck check before you start.",
    ),
    "recommends quinine, a painkiller or a drip": (
        "Try tonic water in the evening.",
        "You could take an ibuprofen at 30 km.",
        "Tonic water helps against cramps.",
        "Ask for a drip in the tent.",
        "Carry two painkillers.",
        "Quinine is recommended.",
    ),
    "names salt or water as the cause": (
        "Dehydration is the cause of cramps.",
        "Cramps are caused by salt loss.",
        "Lack of magnesium causes cramps.",
    ),
    "says salt or water never matter": (
        "Dehydration does not matter.",
        "For cramps, electrolytes don’t matter.",
    ),
    "calls the app's own questions validated": ("Answer this validated questionnaire.",),
    "promises a result": (
        "You will finish in 3:45:00.",
        "You'll never cramp again.",
        "Your goal is achievable.",
    ),
    "a verdict on the person": (
        "You are unfit for this race.",
        "You're at high risk.",
        "You are not ready.",
        "You failed to train.",
    ),
}

HONEST = (
    "Stretching beforehand did not prevent cramps.",
    "Stretching and strength work have not been shown to prevent cramps.",
    "No trial shows that loading or race fuel prevents cramps.",
    "No product, drink or stretch prevents cramps.",
    "It is unknown whether sleep prevents cramps.",
    "There is little evidence that magnesium prevents leg cramps.",
    "It doesn’t cure or prevent cramps.",
    "Nothing here is a cure.",
    "This plan cannot guarantee a race without cramps.",
    "The figure is not your chance of cramping.",
    "A readiness of 80 is not an 80% chance of cramping.",
    "Your chance of cramping in a 42 km race is unknown.",
    "Readiness 64–82. It is not a risk of cramp.",
    "Lifetime history of cramps was 12.8%.",
    "Hold until the cramp stops.",
    "Stop or slow down and stretch the muscle.",
    "Finished three triathlons without cramps.",
    "Do not stop or change a medicine.",
    "Never stop taking a statin on your own.",
    "Ask your doctor before you stop taking any tablet.",
    "Ask your pharmacist before changing your medicine.",
    "Cramps that began after a medicine was changed.",
    "You may skip the salt tablets.",
    "Never drink as much as you can.",
    "Drink to thirst, and do not drink plenty to be sure.",
    "Do not assume that it is just a cramp.",
    "This estimate does not make running safe.",
    "Nobody here can tell whether it is safe to run.",
    "Do not push through the pain.",
    "The neck check is a tradition that has not been validated.",
    "“Above the neck” is an unvalidated rule.",
    "Do not use quinine or tonic water.",
    "Quinine has caused deaths.",
    "Do not take ibuprofen for race pain.",
    "Of adults who started quinine, 60.3% had used one of the medicines.",
    "Dehydration is not the only cause of cramps.",
    "Cramps are not caused by salt loss alone.",
    "It is contested whether dehydration causes cramps.",
    "These questions are not a validated scale.",
    "The 0–10 ratings are unvalidated.",
    "Breathing, and very hot? Cool in cold water before any transport.",
    "If the runner breathes, cooling comes first and transport after it.",
    "Whether your goal is realistic shows in training.",
    "Still open: your fuel plan.",
)


@pytest.mark.parametrize(
    ("why", "text"), [(why, text) for why, texts in CAUGHT.items() for text in texts]
)
def test_what_must_not_be_said_is_caught_for_its_reason(why: str, text: str) -> None:
    assert why in [problem.split(": ")[0] for problem in problems(text)]


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_sentence_passes(text: str) -> None:
    assert problems(text) == []


def test_every_rule_catches_something() -> None:
    assert {rule.why for rule in RULES} == CAUGHT.keys()


def test_a_line_break_or_a_later_sentence_hides_nothing() -> None:
    assert problems("Salt prevents\n  cramps.")
    assert problems("Not sleeping well? Salt prevents cramps.")
    assert problems("Salt is not needed. Magnesium prevents cramps.")


def test_the_words_at_fault_are_quoted() -> None:
    assert problems("Salt prevents cramps.") == ["prevention claimed: 'prevents cramps'"]


@pytest.mark.parametrize("claim", library.claims().values(), ids=lambda claim: claim.id)
def test_no_claim_says_what_it_must_not(claim: Claim) -> None:
    for text in (claim.says, claim.about, claim.limits):
        assert problems(text) == []


@pytest.mark.parametrize("reference", library.references().values(), ids=lambda ref: ref.key)
def test_the_titles_of_sources_can_be_shown(reference: Reference) -> None:
    assert problems(reference.citation) == []


DISCLAIMERS = {
    **{name: text for name, text in vars(disclaimers).items() if name.isupper()},
    "EMERGENCY": EMERGENCY,
}


@pytest.mark.parametrize("name", DISCLAIMERS)
def test_no_disclaimer_says_what_it_must_not(name: str) -> None:
    assert problems(DISCLAIMERS[name]) == []


@pytest.mark.parametrize("name", DISCLAIMERS)
def test_a_disclaimer_is_a_few_sentences(name: str) -> None:
    text = DISCLAIMERS[name]
    assert text.endswith(".")
    assert text.count(". ") <= 3


def test_the_disclaimers_every_screen_counts_on_are_there() -> None:
    assert DISCLAIMERS.keys() == {
        "GENERAL",
        "NOT_BREATHING",
        "EMERGENCY",
        "MEDICINES",
        "HEAT",
        "FLUIDS",
        "ILLNESS",
        "READINESS",
        "CLINICIAN",
    }


def test_what_the_grades_and_depths_mean_can_be_shown() -> None:
    for text in (*GRADES.values(), *READ_DEPTHS.values()):
        assert problems(text) == []
