"""The cramp plan in three lines: when to stop for good, how to stretch, how to run on."""

from collections import Counter

from msgspec import Struct

from mile18.evidence.cramp_steps import (
    COMES_BACK,
    FIRST_TWITCH,
    PICKLE_CAUTION,
    RECURRENCE,
    RECURRENCE_CARE,
    RESTART,
    STOP_ACTION,
    STOP_IN_SHORT,
    STOP_SIGNS,
)
from mile18.evidence.stretches import HOLD_STEP, Muscle
from mile18.plan.cramp.protocol import USUAL_SLOWER, find_muscle, pickle_juice
from mile18.plan.day.words import Lack, Said, lack
from mile18.plan.shut import DO_NOT_RUN_ON
from mile18.profile import Unanswered
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race, Target
from mile18.units import number

# The share of the distance that an answer about when cramps come stands for.
ZONES = {
    "first_half": (0.0, 0.5),
    "third_quarter": (0.5, 0.75),
    "final_quarter": (0.75, 1.0),
}


class CrampPlan(Struct, frozen=True, kw_only=True):
    """Three lines for the pocket, and what health answers add to them.

    `stretch` and `zone` (from and to, in km) tell of past cramps; `any_muscle` tells nothing.
    """

    stop: Said
    stretch: Said
    any_muscle: Said
    restart: Said
    muscle: Muscle | None
    zone: tuple[float, float] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]

    @property
    def lines(self) -> tuple[Said, Said, Said]:
        """Stop signs, stretch, restart."""
        return self.stop, self.stretch, self.restart


def cramp_plan(
    race: Race,
    health: Health,
    aim: Target | None,
    unanswered: Unanswered,
    *,
    run_on: bool,
    pickle: bool,
) -> CrampPlan:
    """The protocol of `plan.cramp` in three lines, the usual muscle first.

    Without `run_on` nothing comes after the stretch; `pickle` if pickle juice is taken along and
    nothing is held against it.
    Source: redflag-app-list, firstaid-stop-stretch, return-to-run, recurrence-window.
    """
    usual = usual_muscle(health)
    anything = Said(
        f"{FIRST_TWITCH.text} Cramp: off the course, lengthen the muscle slowly. {HOLD_STEP.text}",
        (*FIRST_TWITCH.evidence, "firstaid-stop-stretch", "st-general-rule"),
    )
    return CrampPlan(
        stop=_stop(),
        stretch=anything if usual is None else _stretch(usual),
        any_muscle=anything,
        restart=_restart(aim) if run_on else Said(DO_NOT_RUN_ON.text, DO_NOT_RUN_ON.evidence),
        muscle=usual,
        zone=_zone(race.distance, health.cramp_where),
        notes=_pickle(race.body_mass) if pickle else (),
        lacks=lack(
            unanswered,
            "Usual muscle: not answered, so this is the general stretch.",
            "health.cramp_muscles",
        )
        if run_on and usual is None
        else (),
    )


def usual_muscle(health: Health) -> Muscle | None:
    """The muscle logged most often, else the first one named; None if neither is answered."""
    logged = Counter(each.muscle for each in health.episodes or () if each.muscle is not None)
    named = logged.most_common(1)[0][0] if logged else next(iter(health.cramp_muscles or ()), None)
    return find_muscle(named) if named else None


def _stop() -> Said:
    claims = dict.fromkeys(claim for each in (*STOP_ACTION, *STOP_SIGNS) for claim in each.evidence)
    return Said(
        f"{STOP_ACTION[0].text} {STOP_IN_SHORT}",
        tuple(claims),
        loud=True,
    )


def _stretch(usual: Muscle) -> Said:
    position = " ".join(step.text for step in usual.position)
    return Said(
        f"{FIRST_TWITCH.text} {usual.name}: off the course. {position} {HOLD_STEP.text}",
        (*FIRST_TWITCH.evidence, "firstaid-stop-stretch", *usual.evidence),
    )


def _restart(aim: Target | None) -> Said:
    paces = "slower than before"
    if aim:
        paces = f"slower, about {{pace:{number(aim.pace * (1 + USUAL_SLOWER))}}}"
    return Said(
        f"{RESTART[0].text} Walk 1–2 min, jog, then run {paces}. {RECURRENCE.text} "
        f"{RECURRENCE_CARE.text} {COMES_BACK.text}",
        (*COMES_BACK.evidence, *RECURRENCE.evidence, *RECURRENCE_CARE.evidence),
    )


def _zone(km: float | None, where: str | None) -> tuple[float, float] | None:
    if km is None or where not in ZONES:
        return None
    start, end = ZONES[where]
    return start * km, end * km


def _pickle(kg: float | None) -> tuple[Said, ...]:
    dose = pickle_juice(kg)
    return (
        Said(dose.text, dose.evidence),
        Said(PICKLE_CAUTION.text, PICKLE_CAUTION.evidence),
    )
