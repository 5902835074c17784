"""The standing cautions of the app, in one place so that every screen uses the same words."""

GENERAL = (
    "mile18 gives general information for healthy adults who run. It makes no diagnosis, and what "
    "a doctor, a pharmacist or the race medical team tells you comes first."
)

NOT_BREATHING = (
    "Not answering and not breathing normally, or only gasping: call the emergency number, start "
    "chest compressions, send someone for a defibrillator."
)

EMERGENCY = (
    f"{NOT_BREATHING} Stop and call the race medics or the emergency number if someone is confused, "
    "collapses or faints, has a seizure (fit), keeps vomiting, is very hot, has a bad headache, chest pain "
    "or no breath at rest, very weak or swollen legs or dark urine, or cramps in many muscles at "
    "once: more to drink does not fix these signs, and no app should decide about them."
)

MEDICINES = (
    "Studies link some medicines with cramps, which does not make yours the cause. Do not stop or "
    "change any of them; take your list to your pharmacist or doctor."
)

HEAT = (
    "Estimated from air temperature and humidity alone: sun, wind and hot ground can shift it by "
    "several degrees. The organiser's flag counts, and heat stroke can happen on a cool day too."
)

FLUIDS = (
    "Let thirst guide you and weigh no more at the finish than at the start. Another runner's "
    "amounts may not suit you."
)

ILLNESS = (
    "With a fever or chills, chest pain or hard breathing, dizziness or palpitations, vomiting or "
    "diarrhoea, aches all over or any ill feeling, leave today's race out and ask a clinician "
    "before you run again. With chest pain or hard breathing get medical help now."
)

READINESS = (
    "The figure counts how much of your preparation is in place. It is not your chance of cramping."
)

STRETCH = "Stay in the stretch until the muscle lets go. The timer is a rough aid, not a dose."

CLINICIAN = (
    "If you are under 18 or pregnant, or have heart or kidney disease, diabetes or sickle cell "
    "trait, talk to your clinician before you follow any plan made here."
)
