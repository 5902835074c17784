"""The signs that end the race and call for help, and what to do then."""

from typing import Final

from mile18.evidence.disclaimers import NOT_BREATHING
from mile18.plan.cramp_step import sign, step

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
        "sick or dizzy",
        "Vomiting, nausea or dizziness.",
        "redflag-app-list",
        "severity-table-serious",
        "redflag-eah-symptoms",
    ),
    sign(
        "collapse, faint, fit",
        "Collapse, fainting or a fit.",
        "redflag-app-list",
        "severity-table-serious",
    ),
    sign(
        "bad headache",
        "A bad headache, or bloated and heavier than at the start.",
        "redflag-app-list",
        "redflag-eah-symptoms",
    ),
    sign("chest pain, gasping", "Chest pain, or out of breath at rest.", "redflag-app-list"),
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
        "many muscles, ill",
        "Cramps in many muscles at once and feeling ill.",
        "redflag-app-list",
        "severity-table-serious",
    ),
)

# Where there is no room for the whole of the first action; it leads to it.
FIRST_ACTION_SHORT: Final = (
    "No answer, no normal breathing: call, chest compressions, defibrillator."
)

STOP_ACTION: Final = (
    step(NOT_BREATHING, "A", "collapse-order", "collapse-gasp-jerk"),
    step(
        "Breathing, and very hot, or confused and not cold: cold water over the whole body now, "
        "medics to you.",
        "A",
        "collapse-cool-then-move",
        "redflag-heat-stroke",
        "redflag-heat-stroke-cooling",
    ),
    step(
        "Stop here. Somebody stays with the runner.",
        "B",
        "severity-table-serious",
        "redflag-app-list",
    ),
    step(
        "Call the race medics or the emergency number now.",
        "B",
        "severity-table-serious",
        "redflag-app-list",
    ),
    step("Transport comes after cooling.", "A", "redflag-heat-stroke-cooling"),
    step("Do not keep drinking to fix it.", "A", "redflag-eah-symptoms"),
    step("Confused? The helper decides. Do not ask the runner to judge.", "B", "redflag-app-list"),
    step("Sickle cell trait or another condition? Tell the medics.", "C", "redflag-sickle-trait"),
)
