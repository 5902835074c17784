"""What to do in a cramp and after it, the signs that end all of it, and the claims behind each."""

from typing import Final

from mile18.evidence.disclaimers import NOT_BREATHING
from mile18.evidence.step import CAUTION, PRACTICAL, sign, step

STOP_TITLE: Final = "STOP, GET HELP"
STOP_RULE: Final = "Any one of these is enough."

STOP_SIGNS: Final = (
    sign(
        "confused",
        "Confused, odd behaviour, or not making sense.",
        "redflag-app-list",
        "severity-table-serious",
    ),
    sign(
        "very hot",
        "Very hot to the touch; this happens on cool days too.",
        "redflag-app-list",
        "redflag-heat-stroke",
        "redflag-heat-stroke-cool-weather",
    ),
    sign(
        "vomits again",
        "Vomiting again and again.",
        "redflag-app-list",
        "severity-table-serious",
        "redflag-eah-symptoms",
        listed="repeated vomiting",
    ),
    sign(
        "collapse, seizure",
        "Collapse, fainting or a seizure (fit).",
        "redflag-app-list",
        "severity-table-serious",
    ),
    sign(
        "headache, bloated",
        "A bad headache. Or bloated or heavier, with vomiting, nausea or dizziness.",
        "redflag-app-list",
        "redflag-eah-symptoms",
        "nausea-common",
        listed="a bad headache; bloated and queasy",
    ),
    sign(
        "chest pain, gasping",
        "Chest pain, or out of breath at rest.",
        "redflag-app-list",
        listed="chest pain, out of breath at rest",
    ),
    sign(
        "dark or no urine",
        "Cola- or tea-coloured urine, or none for 12 h afterwards.",
        "redflag-app-list",
        "redflag-rhabdo",
    ),
    sign(
        "weak, swollen legs",
        "Legs weak or giving way, or swelling, far beyond the effort.",
        "redflag-app-list",
        "redflag-rhabdo",
        "redflag-sickle-trait",
    ),
    sign(
        "many cramps, ill",
        "Cramps in several muscles, with nausea, dizziness or feeling ill.",
        "redflag-app-list",
        "severity-table-serious",
        listed="several cramps and feeling ill",
    ),
)

STOP_IN_SHORT: Final = (
    "Stop and call the race medics or the emergency number for any one of these: "
    f"{'; '.join(sign.listed for sign in STOP_SIGNS)}."
)
EMERGENCY: Final = (
    f"{NOT_BREATHING} {STOP_IN_SHORT} Drinking more does not fix these signs. Do not let an app "
    "decide."
)
"""For the end of an output that does not list the signs one by one."""

CLEAR_TITLE: Final = "Queasy or dizzy, but clear-headed"
CLEAR_HEADED: Final = (
    step(
        "Queasy, dizzy, vomited once, or chills: stop running and sit in the shade.",
        "C",
        "redflag-eah-symptoms",
        "nausea-common",
        "heat-exhaustion-clear-head",
        note=PRACTICAL,
    ),
    step(
        "Hot? Cool down. Cold? Keep warm. Drink only by thirst.",
        "C",
        "fluid-eah-prevent",
        note=PRACTICAL,
    ),
    step("See the medics before you go on.", "B", "severity-table-serious", note=CAUTION),
    step(
        "Not clearly better in 15 min, or anything new: get help, as above.",
        "C",
        "nausea-recheck",
        note=CAUTION,
    ),
    step(
        "Dizzy just after the finish: lie down, legs up. Confused: get help.",
        "C",
        "collapse-midrace",
        "heat-exhaustion-clear-head",
    ),
)
"""For signs that are no emergency by themselves; the line between the two is drawn with care."""

FIRST_TWITCH: Final = step(
    "If a muscle twitches or tightens, ease off now and stretch gently.",
    "C",
    "precramp-slow",
    "severity-table-precramp",
    note=PRACTICAL,
)

# Where there is no room for the whole of the first action; it leads to it.
FIRST_ACTION_SHORT: Final = (
    "No answer, no normal breathing: call, chest compressions, defibrillator."
)

STOP_ACTION: Final = (
    step(NOT_BREATHING, "A", "collapse-order", "collapse-gasp-jerk"),
    step(
        "Breathing and very hot? Or breathing, confused and not cold? Put cold water over the "
        "whole body now, and call the medics to you.",
        "A",
        "collapse-cool-then-move",
        "redflag-heat-stroke",
        "redflag-heat-stroke-cooling",
    ),
    step(
        "Call the race medics or the emergency number now.",
        "B",
        "severity-table-serious",
        "redflag-app-list",
    ),
    step(
        "Stop here. Somebody must stay with the runner.",
        "B",
        "severity-table-serious",
        "redflag-app-list",
    ),
    step("Very hot? Transport comes after cooling.", "A", "redflag-heat-stroke-cooling"),
    step("Do not keep drinking to fix it.", "A", "redflag-eah-symptoms"),
    step("Confused? The helper decides. Do not ask the runner to judge.", "B", "redflag-app-list"),
    step("Sickle cell trait or another condition? Tell the medics.", "C", "redflag-sickle-trait"),
)

AFTER: Final = (
    step("Rest in a comfortable position. Stretch again if needed.", "C", "firstaid-rest-comfort"),
    step(
        "Rub it gently if that feels good: for the soreness, not the cramp.",
        "C",
        "firstaid-massage-ice",
    ),
    step("Drink a little if thirsty; a sports drink is fine.", "C", "firstaid-oral-fluid"),
    step(
        "At rest, a drink is partly in the blood in minutes, half in about 11–13 min.",
        "B",
        "fluid-absorption-13",
        why=True,
    ),
    step("A drink is not what ends this cramp.", "C", "firstaid-oral-fluid"),
    step(
        "Never drink so much that you gain weight: overdrinking is dangerous.",
        "B",
        "fluid-eah-prevent",
        "fluid-eah-risk",
    ),
)

PICKLE_FOR: Final = step(
    "For: in 10 men, an electrically set-off toe cramp took 85 s, and 134 s with water.",
    "B",
    "pickle-juice-trial",
)
PICKLE_AGAINST: Final = step(
    "Against: a repeat with 11 adults could not confirm it.", "B", "pickle-juice-null"
)
PICKLE_HOW: Final = step(
    "If it works, it is thought to act in the mouth or throat, not by its salt.",
    "B",
    "pickle-juice-not-absorbed",
    why=True,
)
PICKLE_CAUTION: Final = step(
    "Skip it with an allergy, reflux, high blood pressure or kidney trouble.",
    "C",
    "firstaid-pickle-grade",
    "pickle-juice-caution",
    note=CAUTION,
)
NO_PICKLE_JUICE: Final = step(
    "Skip pickle juice because of an answer under Health.",
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
    step(
        "A drip (IV fluid) is for medics to decide. It will not get you running sooner.",
        "C",
        "firstaid-iv",
    ),
)

WALK_SECONDS: Final = (60, 120)
RESTART_NOTE: Final = "Practical advice: no trial says when to run again."
COMES_BACK: Final = step(
    "If it comes back, stop, stretch, walk longer. Each time: walk on, or end the race.",
    "C",
    "return-to-run",
    "recurrence-kona",
    note=PRACTICAL,
)
STOP_FOR_GOOD: Final = step(
    "Any stop sign, or pain while you walk: stop for good.",
    "C",
    "return-to-run",
    "redflag-app-list",
    note=PRACTICAL,
)
RESTART: Final = (
    step("Wait until it does not hurt at rest.", "C", "return-to-run", note=PRACTICAL),
    step("Walk 1–2 min. Go on only if that does not hurt.", "C", "return-to-run", note=PRACTICAL),
    step("Jog easily. If it tightens, walk and stretch.", "C", "return-to-run", note=PRACTICAL),
    step(
        "Then run slower than before. Do not try to make up the lost time.",
        "C",
        "return-to-run",
        note=PRACTICAL,
    ),
    COMES_BACK,
    STOP_FOR_GOOD,
)
# For who cramped in earlier races.
CHOOSE_SLOWER: Final = step(
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
    "One calf swollen, hot and painful afterwards: see a doctor the same day.",
    "C",
    "redflag-app-list",
    note=PRACTICAL,
)
AFTERWARDS_SIGNS: Final = (
    step(
        "Repeated vomiting, bad headache, confusion or a seizure within 24 h: call for help now.",
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
        "Cola- or tea-coloured urine, or none for 12 h: get medical help now, not tomorrow.",
        "C",
        "redflag-rhabdo",
    ),
    step(
        "Pain, swelling, weakness far beyond the effort: get medical help now, not tomorrow.",
        "C",
        "redflag-rhabdo",
    ),
    CALF_AFTERWARDS,
)
"""They stand below the first action of all."""
BEFORE_THE_NEXT: Final = (
    step(
        "Cramps at easy effort, at rest or at night: see a doctor before your next race.",
        "C",
        "recurrent-signs",
        "other-conditions",
    ),
    step(
        "Cramps over 10 min, or weakness or dark urine that is over: see a doctor before racing.",
        "C",
        "recurrent-signs",
        "recurrent-rhabdo",
    ),
    step(
        "Cramps at one distance with a numb foot, or since a new medicine: see a doctor too.",
        "C",
        "recurrent-artery",
        "other-conditions",
    ),
)
"""When a doctor should look before the next race."""
AFTERWARDS: Final = (
    *AFTERWARDS_SIGNS,
    step("Expect soreness, and make the next week easier.", "B", "post-race-soreness"),
    *BEFORE_THE_NEXT,
)
