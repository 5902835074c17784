"""Blood sugar that may fall too low: for whom, and what is said to them and to nobody else."""

from typing import Final

from mile18.evidence.step import step
from mile18.topics.health.questions import Health

_CONDITIONS = frozenset({"diabetes"})
_MEDICINES = frozenset({"insulin", "sulfonylurea"})

CARRY: Final = step(
    "With diabetes, insulin or a sulfonylurea: carry fast sugar and medical ID. Check before and "
    "during the run, and agree the plan with your diabetes team.",
    "B",
    "hypo-carry",
    "hypo-plan",
)
UNKNOWN_INSULIN: Final = step(
    "The amounts of carbohydrate here do not know your insulin or your tablets.", "B", "hypo-plan"
)
CONFUSED: Final = step(
    "Confusion can be low sugar: check it, and tell the medics.", "B", "hypo-signs"
)
NO_START: Final = step(
    "Do not start within 24 hours of a low that needed another person, or when you feel unwell.",
    "B",
    "hypo-no-start",
)
DROWSY: Final = step("Drowsy: nothing by mouth. Call for help.", "C", "hypo-mouth")


def may_run_low(health: Health) -> bool:
    """Whether an answer speaks of diabetes, insulin or a sulfonylurea. Source: hypo-who."""
    conditions, medicines = health.conditions or (), health.medicines or ()
    return not (_CONDITIONS.isdisjoint(conditions) and _MEDICINES.isdisjoint(medicines))
