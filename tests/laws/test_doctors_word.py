"""A doctor's word opens the gate; what was reported is never called nothing."""

from collections.abc import Iterator

import pytest
from at_risk import (
    HEALTHY,
    TODAY,
)
from msgspec.structs import replace
from outputs import said

from mile18.plan.overview import BY_ID, Row, row
from mile18.plan.words import GATE_SHORT, gate_short, gate_title
from mile18.readiness import assess
from mile18.topics.health.gate import gate
from mile18.topics.health.questions import Health


def _gates() -> Iterator[tuple[Health, str]]:
    well = Health(
        symptoms_now=(),
        medicines=(),
        conditions=(),
        illness_last_14_days="none",
        collapse_before=False,
        resting_cramps=False,
    )
    yield well, "Health check: nothing reported"
    for each in ("diabetes", "kidney", "heart_vessel", "pregnancy"):
        agreed = replace(well, conditions=(each,), doctor_agrees=True)
        yield agreed, "Health check: reported; your doctor agreed"
    yield (
        replace(well, collapse_before=True, doctor_agrees=True),
        "Health check: reported; your doctor agreed",
    )
    yield (
        replace(well, medicines=("insulin",), medicines_discussed=True),
        "Health check: reported; talked over",
    )
    yield replace(well, conditions=("allergies",)), "Health check: reported; nothing to ask first"


@pytest.mark.parametrize(("health", "words"), _gates())
def test_what_was_reported_is_never_called_nothing(health: Health, words: str) -> None:
    profile = replace(HEALTHY, health=health)
    readiness = assess(profile, TODAY)
    assert readiness.gate.status == "clear"
    assert gate_title(gate(health, readiness.countdown)) == words
    for name in ("panel", "narrow panel", "preview", "show", "week", "sum screen"):
        text = said(name, profile, TODAY)
        reported = words != "Health check: nothing reported"
        short = f"Health check: {gate_short(readiness.gate)}"
        assert words in text or (name == "narrow panel" and short in " ".join(text.split())), name
        assert not (reported and ("nothing reported" in text or GATE_SHORT["clear"] in text)), name
    listed = BY_ID["gate"].text(row(Row(path="", name="race"), profile, TODAY))
    assert listed == ("✓ reported" if reported else f"✓ {GATE_SHORT['clear']}")
    assert gate_short(readiness.gate) in (GATE_SHORT["clear"], words.partition("; ")[2])
    assert "nothing" not in GATE_SHORT["clear"]
