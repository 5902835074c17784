"""The cramp protocol on the card: the same for everyone, so that it tells nothing of past cramps."""

from collections.abc import Iterator

from mile18.plan import cramp
from mile18.plan.card_parts import CrampPart, Stretch
from mile18.plan.race_day import RaceDay
from mile18.units import Units, localise, pace

CARD_CAUTIONS = (
    cramp.SEVERAL_MUSCLES,
    cramp.TEAR,
    cramp.WONT_LET_GO,
    *cramp.NOT_THIS[:2],
    cramp.CALF_AFTERWARDS,
)
FIND_MUSCLE = "Find the muscle below and get into its position, slowly."


def cramp_part(day: RaceDay, units: Units, *, run_on: bool) -> CrampPart:
    """Stop signs, stretches, restart and the hour after, with the slower pace if there is a goal.

    Without `run_on` nothing after the stretch is left.

    Source: redflag-app-list, firstaid-stop-stretch, st-general-rule, return-to-run,
    recurrence-window.
    """
    steps = cramp.OFF_COURSE.text, FIND_MUSCLE, cramp.HOLD_STEP.text, cramp.EASE_OFF.text
    return CrampPart(
        title=cramp.STOP_TITLE,
        rule=cramp.STOP_RULE,
        signs=tuple(sign.full for sign in cramp.STOP_SIGNS),
        actions=tuple(action.text for action in cramp.STOP_ACTION),
        steps=steps,
        stretches=tuple(
            Stretch(each.name, " ".join(step.text for step in each.position))
            for each in cramp.MUSCLES
        ),
        hold_note=cramp.HOLD_MARK.text,
        hold_mark=cramp.HOLD_MARK_SECONDS,
        restart=tuple(_restart(day, units)) if run_on else (),
        cautions=tuple(each.text for each in CARD_CAUTIONS),
        recurrence=(cramp.RECURRENCE.text, cramp.RECURRENCE_CARE.text) if run_on else (),
        hour=cramp.RECURRENCE_SECONDS,
        pickle=tuple(localise(note.text, units) for note in day.cramp.notes),
    )


def _restart(day: RaceDay, units: Units) -> Iterator[str]:
    for step in cramp.RESTART:
        yield step.text
    aim = day.goal.target
    if aim:
        fast, slow = (pace(aim.pace * (1 + slower), units) for slower in cramp.SLOWER_BY)
        yield f"Slower than before means {fast} to {slow}: 5–10 % slower, practical advice."
