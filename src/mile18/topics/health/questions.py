"""What is asked about health, and the words that choices are shown in; none of it moves points."""

from typing import Literal

from mile18.question import Answers, ask
from mile18.topics.health.episode import MUSCLES, Episode, Muscle

MEDICINES = {
    "statin": "statin (cholesterol)",
    "beta2_agonist": "long-acting inhaler (beta2-agonist)",
    "diuretic": "diuretic (water tablet)",
    "blood_pressure": "blood pressure medicine",
    "insulin": "insulin",
    "hormones": "contraceptive pill or oestrogen",
    "nsaid": "painkiller such as ibuprofen or naproxen",
    "corticosteroid": "corticosteroid",
    "lithium": "lithium",
    "antidepressant": "antidepressant",
    "stimulant": "stimulant, such as for ADHD",
    "allergy": "allergy medicine (antihistamine)",
    "sulfonylurea": "sulfonylurea (diabetes tablet)",
    "antipsychotic": "antipsychotic",
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
                "antidepressant",
                "stimulant",
                "allergy",
                "sulfonylurea",
                "antipsychotic",
                "other",
            ],
            ...,
        ]
        | None
    ) = ask(
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
    )
    medicines_discussed: bool | None = ask(
        "Talked over with a pharmacist or doctor?",
        seed=1,
        why="They know why you take it, and this app does not. Mention the race.",
        evidence="med-wording",
    )
    symptoms_now: (
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
        ]
        | None
    ) = ask(
        "Any of these now?",
        choices=SYMPTOMS,
        group="Illness",
        why="Experts advise against hard exercise with any of these. A cold “above the neck” is "
        "no exception: that rule has not been tested.",
        evidence=("ill-checklist", "ill-neckcheck"),
    )
    illness_last_14_days: Literal["none", "local", "systemic"] | None = ask(
        "Ill in the last 14 days?",
        choices={
            "none": "no",
            "local": "nose or throat only",
            "systemic": "fever, aches, chest, stomach",
        },
        why="Runners with a recent illness finished less often, above all if it had affected the "
        "whole body.",
        evidence=("ill-dnf", "ill-frequency"),
    )
    illness_cleared: bool | None = ask(
        "If so: cleared by a doctor since?",
        why="Only after an illness of the whole body. Until a doctor has cleared you, mile18 plans "
        "nothing hard or long.",
        evidence=("ill-checklist", "ill-fever-no-trial"),
    )
    conditions: (
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
        ]
        | None
    ) = ask(
        "Any of these conditions?",
        choices=CONDITIONS,
        group="Conditions",
        why="Long-term illness is linked with past cramps in surveys, and some conditions need a "
        "doctor's word before a race.",
        evidence=("rf-chronic-disease", "rf-disease-by-system", "ill-screening"),
        lasts=True,
    )
    collapse_before: bool | None = ask(
        "Ever collapsed at a race?",
        why="Linked with past cramps in a survey, and a reason to ask a doctor.",
        evidence="rf-collapse-history",
        lasts=True,
    )
    resting_cramps: bool | None = ask(
        "Cramps at rest, at night, or one-sided?",
        why="Cramps away from running, or always on one side, can have another cause.",
        evidence="other-conditions",
        lasts=True,
    )
    doctor_agrees: bool | None = ask(
        "Has a doctor agreed to this race?",
        why="If you have talked a condition, a collapse or cramps at rest over with a doctor, "
        "mile18 need not tell you to ask again.",
        evidence="ill-screening",
    )
    injuries_last_12_months: bool | None = ask(
        "Running injury in the last 12 months?",
        why="Linked with past cramps in surveys. Which came first is unclear.",
        evidence="rf-injury",
    )
    cramps_last_10: int | None = ask(
        "Races with cramps, of your last 10",
        within=(0, 10),
        example="2 of 5",
        group="Past cramps",
        why="If you have run fewer, say it like 2 of 5. Past cramps are the most consistent "
        "predictor. You cannot change them, so they move no points. They put pacing and the cramp "
        "plan first.",
        evidence="rf-history",
        lasts=True,
    )
    cramp_muscles: tuple[Muscle, ...] | None = ask(
        "Which muscles?",
        choices=MUSCLES,
        why="The cramp screen and your race card show their stretches first.",
        evidence="eamc-muscle-distribution",
        lasts=True,
    )
    cramp_where: Literal["first_half", "third_quarter", "final_quarter", "after"] | None = ask(
        "When do they come?",
        choices={
            "first_half": "first half",
            "third_quarter": "third quarter",
            "final_quarter": "final quarter",
            "after": "after the race",
        },
        why="Most cramps come late in a race. If you know when yours come, you can ease off in "
        "time.",
        evidence="eamc-onset-late",
        lasts=True,
    )
    family_cramps: bool | None = ask(
        "Do relatives get them too?",
        why="Runners who cramp report this more often. It cannot be changed.",
        evidence="rf-family-history",
        lasts=True,
    )
    episodes: tuple[Episode, ...] | None = ask(
        "Cramps logged",
        why="Your own record of where, which muscle and what helped.",
        evidence="rf-history",
        lasts=True,
    )
