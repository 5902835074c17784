"""Pharmacist and doctor, and the calm before the race."""

from collections.abc import Iterator

from mile18.plan.race_week_task import Task
from mile18.profile import Profile
from mile18.topics.health.gate import Gate, Reason

BREATHING_DAYS = 3
_MEDICINES = "med-wording"
_WHY = "They know your reasons and your history; this app does not. Then note it under Health."


def care_tasks(gate: Gate, days_left: int | None) -> Iterator[Task]:
    """Whom to ask before the race, from the reasons of the health gate; private, all of it.

    Source: med-wording, ill-checklist, ill-screening.
    """
    if gate.status not in ("ask first", "do not race today"):
        return
    medicines = [reason for reason in gate.reasons if _MEDICINES in reason.evidence]
    others = [reason for reason in gate.reasons if _MEDICINES not in reason.evidence]
    if others and gate.shut:
        # A sign that speaks against running is asked about today, however far the race is.
        now = "redflag-app-list" in others[0].evidence
        yield _ask(
            "doctor",
            "Get medical help now" if now else "See a doctor before you run again",
            others,
            why="Experts advise against hard exercise with any of these.",
            days_before=max(0, days_left or 0),
            latest=0,
        )
    elif others:
        yield _ask("doctor", "Ask a doctor before you race", others, days_before=10, latest=0)
    if medicines:
        yield _ask(
            "pharmacist",
            "Talk your medicines over with a pharmacist or doctor",
            medicines,
            days_before=10,
            latest=1,
        )


def _ask(
    name: str,
    title: str,
    reasons: list[Reason],
    *,
    days_before: int,
    latest: int,
    why: str = _WHY,
) -> Task:
    return Task(
        id=name,
        topic="health",
        title=title,
        detail="\n".join(reason.text for reason in reasons),
        why=why,
        evidence=tuple(dict.fromkeys(each for reason in reasons for each in reason.evidence)),
        days_before=days_before,
        latest=latest,
        private=True,
        gone="there is no time for it before the start: change nothing on your own, and tell the "
        "race's medical team",
    )


def calm_tasks(profile: Profile) -> Iterator[Task]:
    """Slow breathing in the last three evenings, and a look at the routine.

    Source: breathing-slow, breathing-duration, routines-meta.
    """
    for days_before in range(BREATHING_DAYS, 0, -1):
        yield Task(
            id=f"breathe-D-{days_before}",
            topic="nerves",
            title="Breathe slowly for 5 minutes",
            detail="In for 4 s, out for 6 s, sitting or lying down.",
            why="Slow breathing lowers heart rate and blood pressure a little; shorter sessions "
            "did not help in most trials. No study links it to cramps.",
            evidence=("breathing-slow", "breathing-duration"),
            grade="B",
            days_before=days_before,
            slot="evening",
            minutes=5,
            series="Slow breathing",
            gone="those evenings are past",
        )
    if profile.nerves.routine in ("in_mind", "written"):
        yield Task(
            id="routine-look",
            topic="nerves",
            title="Go through your routine in your mind",
            detail="The last hour before the start, step by step.",
            why="Routines before a performance improved it, though not tested in endurance running.",
            evidence=("routines-meta",),
            grade="B",
            days_before=1,
            slot="evening",
        )
