"""The standing cautions of the app, in one place so that every screen uses the same words."""

GENERAL = (
    "This is general information for healthy adults who run, not medical advice. What a doctor, a "
    "pharmacist or the race medics tell you comes first."
)

NOT_BREATHING = (
    "Not answering and not breathing normally, or only gasping: call the emergency number, start "
    "chest compressions, send someone for a defibrillator."
)

MEDICINES = (
    "Studies link some medicines with cramps. That does not make yours the cause. Do not stop or "
    "change any of them; take your list to your pharmacist or doctor."
)

HEAT = (
    "This is an estimate from air temperature and humidity. Sun, wind and hot ground can shift it "
    "by several degrees. Follow the organiser's flag. Heat stroke can happen on a cool day too."
)

FLUIDS = (
    "Let thirst guide you, and weigh no more at the finish than at the start. Another runner's "
    "amounts may not suit you."
)

ILLNESS = (
    "Do not race today with any one of these: fever or chills; chest pain or hard breathing; "
    "dizziness or palpitations; vomiting or diarrhoea; aches all over; any ill feeling. Ask a "
    "doctor before you run again. With chest pain or hard breathing, get medical help now."
)

READINESS = (
    "Readiness counts how much of your preparation is in place. It is not your chance of cramping."
)

CLINICIAN = (
    "Are you under 18 or pregnant, or do you have heart or kidney disease, diabetes or sickle cell "
    "trait? Ask your doctor before you follow this plan."
)
