"""What to do once the cramp lets go: drink, start again, and watch for afterwards."""

from typing import Final

from mile18.plan.cramp_signs import STOP_ACTION
from mile18.plan.cramp_step import CAUTION, PRACTICAL, Step, step
from mile18.science.checks import body_mass

AFTER: Final = (
    step("Rest in a comfortable position. Stretch again if needed.", "C", "firstaid-rest-comfort"),
    step(
        "Rub it gently if that feels good: for the soreness, not the cramp.",
        "C",
        "firstaid-massage-ice",
    ),
    step("Drink a little if thirsty; a sports drink is fine.", "C", "firstaid-oral-fluid"),
    step(
        "At rest some is in the blood in minutes, half in about 11–13 min.",
        "B",
        "fluid-absorption-13",
    ),
    step("So the drink is not what ends this cramp.", "C", "firstaid-oral-fluid"),
    step(
        "Never drink so much that you gain weight: overdrinking is dangerous.",
        "B",
        "fluid-eah-prevent",
        "fluid-eah-risk",
    ),
)

PICKLE_JUICE_ML_PER_KG: Final = 1.0
PICKLE_JUICE_MOST_ML: Final = 100
_ML_PER_US_FL_OZ: Final = 29.5735


def pickle_juice_ml(kg: float) -> int:
    """The study dose of pickle juice in mL for a body mass in kg: 1 mL/kg, 100 mL at most.

    Source: pickle-juice-trial, firstaid-pickle-grade. Raises ValueError unless the mass is more
    than 0 and at most 1000 kg.
    """
    dose = body_mass("body mass", kg) * PICKLE_JUICE_ML_PER_KG
    return round(min(dose, PICKLE_JUICE_MOST_ML))


def pickle_juice(kg: float | None) -> Step:
    """The pickle-juice step, with the amount in mL and US fl oz when the body mass is known.

    Source: firstaid-pickle-grade, pickle-juice-trial. Raises ValueError as `pickle_juice_ml`.
    """
    if kg is None:
        amount = "about 1 mL per kg of body mass"
    else:
        ml = pickle_juice_ml(kg)
        amount = f"about {ml} mL ({ml / _ML_PER_US_FL_OZ:.1f} fl oz)"
    text = f"Pickle juice may help: {amount}, {PICKLE_JUICE_MOST_ML} mL at most, once."
    return Step(text, "B", ("firstaid-pickle-grade", "pickle-juice-trial"))


PICKLE_FOR: Final = step(
    "For: in 10 men an electrically provoked toe cramp took 85 s, with water 134.",
    "B",
    "pickle-juice-trial",
)
PICKLE_AGAINST: Final = step(
    "Against: a repeat with 11 adults could not confirm it.", "B", "pickle-juice-null"
)
PICKLE_HOW: Final = step(
    "If it works, the mouth or throat is thought to do it, not the salt.",
    "B",
    "pickle-juice-not-absorbed",
)
PICKLE_CAUTION: Final = step(
    "Skip it with an allergy, reflux, high blood pressure or kidney trouble.",
    "C",
    "firstaid-pickle-grade",
    "pickle-juice-caution",
    note=CAUTION,
)
NO_PICKLE_JUICE: Final = step(
    "Skip pickle juice because of what you answered under Health.",
    "C",
    "pickle-juice-caution",
    note=CAUTION,
)
PICKLE_FACTS: Final = (PICKLE_FOR, PICKLE_AGAINST, PICKLE_HOW, PICKLE_CAUTION)

NOT_THIS: Final = (
    step("No quinine or tonic water: quinine has caused serious reactions.", "A", "no-quinine"),
    step(
        "No ibuprofen or the like for race pain: it may strain the kidneys.",
        "B",
        "med-nsaid-kidney",
    ),
    step("No new medicine for the cramp unless a doctor gives it.", "C", "no-drugs-midrace"),
    step(
        "Salt tablets are no proven fix: in a trial blood sodium stayed as it was.",
        "B",
        "fluid-sodium-tablets-rct",
        "fluid-sodium-mgh",
    ),
    step("A drip is for medics to decide, not a way to run on.", "C", "firstaid-iv"),
)

WALK_SECONDS: Final = (60, 120)
RESTART_NOTE: Final = "Practical advice: no trial says when to run again."
RESTART: Final = (
    step("Wait until it does not hurt at rest.", "C", "return-to-run", note=PRACTICAL),
    step("Walk 1–2 min. Go on only if that does not hurt.", "C", "return-to-run", note=PRACTICAL),
    step("Jog easily. If it tightens: walk, stretch.", "C", "return-to-run", note=PRACTICAL),
    step(
        "Then run slower than before. Leave the lost time lost.",
        "C",
        "return-to-run",
        note=PRACTICAL,
    ),
    step(
        "If it comes back once you run, or with any stop sign, stop for good.",
        "C",
        "return-to-run",
        "redflag-app-list",
        note=PRACTICAL,
    ),
)


def after_earlier_cramps(cramped_before: bool) -> Step | None:
    """A gentler restart for a runner who cramped in earlier races, else None (rf-history)."""
    if not cramped_before:
        return None
    return step(
        "You have cramped in a race before: choose the slower pace.",
        "C",
        "rf-history",
        "return-to-run",
        note=PRACTICAL,
    )


RECURRENCE_SECONDS: Final = 3600
RECURRENCE: Final = step(
    "For at least an hour this muscle may cramp again more easily.", "B", "recurrence-window"
)
RECURRENCE_CARE: Final = step(
    "Stay slower for that hour, and stretch it gently now and then.",
    "C",
    "recurrence-window",
    "recurrence-continue-care",
)

CALF_AFTERWARDS: Final = step(
    "One calf swollen, hot and painful afterwards: a doctor the same day.",
    "C",
    "redflag-app-list",
    note=PRACTICAL,
)
AFTERWARDS_SIGNS: Final = (
    STOP_ACTION[0],
    step(
        "Within 24 h vomiting, bad headache, confusion or a fit: call for help now.",
        "A",
        "redflag-eah-symptoms",
    ),
    step(
        "Chest pain or out of breath at rest, also days later: call for help now.",
        "B",
        "redflag-app-list",
        note=CAUTION,
    ),
    step(
        "Cola- or tea-coloured urine, or none for 12 h: a doctor the same day.",
        "C",
        "redflag-rhabdo",
    ),
    step("Pain, swelling or weakness beyond the effort: the same day too.", "C", "redflag-rhabdo"),
    CALF_AFTERWARDS,
)
AFTERWARDS: Final = (
    *AFTERWARDS_SIGNS,
    step("Expect soreness, and make the next week easier.", "B", "post-race-soreness"),
    step("Cramps that come often, at rest or at night: tell your doctor.", "C", "other-conditions"),
)
