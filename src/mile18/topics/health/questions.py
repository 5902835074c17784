"""What is asked about health, and the words that choices are shown in; none of it moves points."""

from typing import Annotated, Literal

from mile18.question import Answers, ask
from mile18.topics.health.episode import MUSCLES, Episode, Muscle

MEDICINES = {
    "statin": "statin (cholesterol)",
    "beta2_agonist": "long-acting inhaler (beta2-agonist)",
    "diuretic": "water tablet (diuretic)",
    "blood_pressure": "blood pressure medicine",
    "insulin": "insulin",
    "hormones": "contraceptive pill or oestrogen",
    "nsaid": "painkiller such as ibuprofen or naproxen",
    "corticosteroid": "corticosteroid",
    "lithium": "lithium",
    "other": "another regular medicine",
}
SYMPTOMS = {
    "chest_pain": "chest pain",
    "breathing": "breathing difficulty",
    "fever": "fever",
    "chills": "chills",
    "fatigue": "unusual fatigue",
    "aches": "muscle aches all over",
    "dizziness": "dizziness or palpitations",
    "cough": "a moderate or severe cough",
    "headache": "a severe headache",
    "stomach": "vomiting, diarrhoea or stomach pain",
    "unwell": "feeling unwell all over",
    "throat_nose": "sore throat or runny nose only",
}
CONDITIONS = {
    "heart_vessel": "heart or blood vessel disease",
    "heart_risk": "high blood pressure or another heart risk",
    "diabetes": "diabetes",
    "kidney": "kidney or bladder disease",
    "blood_immune": "blood or immune disease",
    "cancer": "cancer",
    "sickle_trait": "sickle cell trait",
    "pregnancy": "pregnancy",
    "respiratory": "asthma or another lung condition",
    "digestive": "digestive condition",
    "nervous": "neurological or mental health condition",
    "thyroid": "thyroid condition",
    "allergies": "allergies",
}


class Health(Answers, frozen=True, kw_only=True):
    """What is asked about health; it opens or shuts the gate and moves no points."""

    medicines: (
        Annotated[
            tuple[
                Literal[
                    "statin",
                    "beta2_agonist",
                    "diuretic",
                    "blood_pressure",
                    "insulin",
                    "hormones",
                    "nsaid",
                    "corticosteroid",
                    "lithium",
                    "other",
                ],
                ...,
            ],
            ask(
                "Medicines you take",
                choices=MEDICINES,
                seed=1,
                group="Medicines",
                why="Studies link some medicines with cramps; yours may have nothing to do with it. "
                "Change nothing, and take this list to your pharmacist or doctor.",
                evidence=(
                    "rf-medication-any",
                    "med-statin",
                    "med-laba",
                    "med-thiazide",
                    "med-other-list",
                    "med-wording",
                ),
                lasts=True,
            ),
        ]
        | None
    ) = None
    medicines_discussed: (
        Annotated[
            bool,
            ask(
                "Talked over with a pharmacist or doctor?",
                seed=1,
                group="Medicines",
                why="They know your reasons for taking it; this app does not. Mention the race.",
                evidence="med-wording",
            ),
        ]
        | None
    ) = None
    symptoms_now: (
        Annotated[
            tuple[
                Literal[
                    "chest_pain",
                    "breathing",
                    "fever",
                    "chills",
                    "fatigue",
                    "aches",
                    "dizziness",
                    "cough",
                    "headache",
                    "stomach",
                    "unwell",
                    "throat_nose",
                ],
                ...,
            ],
            ask(
                "Any of these now?",
                choices=SYMPTOMS,
                group="Illness",
                why="Experts advise against hard exercise with any of these. A cold “above the "
                "neck” is no permission either: that rule has not been tested.",
                evidence=("ill-checklist", "ill-neckcheck"),
            ),
        ]
        | None
    ) = None
    illness_last_14_days: (
        Annotated[
            Literal["none", "local", "systemic"],
            ask(
                "Ill in the last 14 days?",
                choices={
                    "none": "no",
                    "local": "nose or throat only",
                    "systemic": "fever, aches, chest, stomach",
                },
                group="Illness",
                why="Runners with a recent illness finished less often, above all when it had "
                "affected the whole body.",
                evidence=("ill-dnf", "ill-frequency"),
            ),
        ]
        | None
    ) = None
    conditions: (
        Annotated[
            tuple[
                Literal[
                    "heart_vessel",
                    "heart_risk",
                    "diabetes",
                    "kidney",
                    "blood_immune",
                    "cancer",
                    "sickle_trait",
                    "pregnancy",
                    "respiratory",
                    "digestive",
                    "nervous",
                    "thyroid",
                    "allergies",
                ],
                ...,
            ],
            ask(
                "Any of these conditions?",
                choices=CONDITIONS,
                group="Conditions",
                why="Long-term illness is linked with past cramps in surveys, and some "
                "conditions need a doctor's word before a race.",
                evidence=("rf-chronic-disease", "rf-disease-by-system", "ill-screening"),
                lasts=True,
            ),
        ]
        | None
    ) = None
    collapse_before: (
        Annotated[
            bool,
            ask(
                "Ever collapsed at a race?",
                group="Conditions",
                why="Linked with past cramps in a survey, and a reason to ask a doctor.",
                evidence="rf-collapse-history",
                lasts=True,
            ),
        ]
        | None
    ) = None
    resting_cramps: (
        Annotated[
            bool,
            ask(
                "Cramps at rest, at night, or one-sided?",
                group="Conditions",
                why="Cramps away from running, or always on one side, can have another cause.",
                evidence="other-conditions",
                lasts=True,
            ),
        ]
        | None
    ) = None
    doctor_agrees: (
        Annotated[
            bool,
            ask(
                "Has a doctor agreed to this race?",
                group="Conditions",
                why="Who has talked a condition, a collapse or resting cramps over need not be "
                "told to ask again.",
                evidence="ill-screening",
            ),
        ]
        | None
    ) = None
    injuries_last_12_months: (
        Annotated[
            bool,
            ask(
                "Running injury in the last 12 months?",
                group="Conditions",
                why="Linked with past cramps in surveys; which came first is not known.",
                evidence="rf-injury",
            ),
        ]
        | None
    ) = None
    cramps_last_10: (
        Annotated[
            int,
            ask(
                "Races with cramps, of your last 10",
                at_least=0,
                at_most=10,
                group="Past cramps",
                why="Past cramps are the most consistent predictor. They cannot be changed, so "
                "they move no points: they put pacing and the cramp plan first.",
                evidence="rf-history",
                lasts=True,
            ),
        ]
        | None
    ) = None
    cramp_muscles: (
        Annotated[
            tuple[Muscle, ...],
            ask(
                "Which muscles?",
                choices=MUSCLES,
                group="Past cramps",
                why="The cramp screen and your race card show their stretches first.",
                evidence="eamc-muscle-distribution",
                lasts=True,
            ),
        ]
        | None
    ) = None
    cramp_where: (
        Annotated[
            Literal["first_half", "third_quarter", "final_quarter", "after"],
            ask(
                "When do they come?",
                choices={
                    "first_half": "first half",
                    "third_quarter": "third quarter",
                    "final_quarter": "final quarter",
                    "after": "after the race",
                },
                group="Past cramps",
                why="Most come late in a race. Knowing yours tells you when to ease off in time.",
                evidence="eamc-onset-late",
                lasts=True,
            ),
        ]
        | None
    ) = None
    family_cramps: (
        Annotated[
            bool,
            ask(
                "Do relatives get them too?",
                group="Past cramps",
                why="Reported more often by runners who cramp. It cannot be changed.",
                evidence="rf-family-history",
                lasts=True,
            ),
        ]
        | None
    ) = None
    episodes: (
        Annotated[
            tuple[Episode, ...],
            ask(
                "Cramps logged",
                group="Past cramps",
                why="Your own record: where, which muscle, and what helped.",
                evidence="rf-history",
                lasts=True,
            ),
        ]
        | None
    ) = None
