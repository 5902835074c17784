"""What stands in the place of every plan while symptoms speak against running."""

from typing import Final

from mile18.evidence.step import step
from mile18.plan.day.words import Said
from mile18.profile import Profile
from mile18.topics.health.gate import speaks_against_running
from mile18.topics.race.questions import Race

NOW: Final = (
    step(
        "Do not run, train hard or race while you feel ill or have a symptom.", "A", "ill-checklist"
    ),
    step(
        "With chest pain or hard breathing, get medical help now.",
        "B",
        "ill-checklist",
        "redflag-app-list",
    ),
    step(
        "After chest pain, palpitations, fainting or unusual breathlessness, see a doctor before you "
        "run again.",
        "B",
        "ill-checklist",
        "redflag-app-list",
    ),
    step(
        "Wait until fever and symptoms are gone without medicine, and an ordinary day feels normal "
        "again. No good study says how long that takes.",
        "C",
        "ill-checklist",
        "ill-fever-no-trial",
    ),
    step("Then begin with easy runs. Go back a step if anything returns.", "C", "ill-covid-graded"),
)
"""What to do now and how to come back, for anyone; no date is promised."""

NOW_SAID: Final = tuple(Said(each.text, each.evidence) for each in NOW)

DO_NOT_RUN_ON: Final = step(
    "Once the cramp lets go, do not run on: your symptoms come first.", "A", "ill-checklist"
)


def without_plan(profile: Profile) -> Profile:
    """The profile with nothing in it that a plan could be made of, while symptoms forbid running.

    Any other profile comes back as it is.
    """
    if not speaks_against_running(profile.health):
        return profile
    race = profile.race
    kept = Race(
        name=race.name,
        place=race.place,
        date=race.date,
        emergency_contact=race.emergency_contact,
        medical_line=race.medical_line,
        share_on_card=race.share_on_card,
    )
    return Profile(race=kept, health=profile.health)
