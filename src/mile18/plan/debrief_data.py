"""The debrief as plain data, for programs."""

from typing import Any

from msgspec import to_builtins

from mile18.plan.debrief import Scorecard
from mile18.plan.debrief_row import Row
from mile18.units import SI, localise

SCHEMA = 1


def debrief_data(name: str, card: Scorecard) -> dict[str, Any]:
    """The scorecard as plain data in SI units; what was not planned or not noted is null."""
    debrief = card.profile.debrief
    return {
        "schema": SCHEMA,
        "profile": name,
        "today": card.countdown.today.isoformat(),
        "days_to_race": card.countdown.days,
        "result": debrief.result,
        "rows": [_row(row) for row in card.rows],
        "cramped": card.cramps.cramped,
        "cramps": [
            {key: said for key, said in to_builtins(each).items() if said is not None}
            for each in card.cramps.episodes
        ],
        "said": [localise(each.text, SI) for each in (*card.notes, *card.cramps.lines)],
        "change": debrief.change,
        "not_noted": card.asks,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "what": row.what,
        "unit": row.unit,
        "planned": _rounded(row.planned),
        "done": _rounded(row.done),
        "verdict": row.verdict,
        "told": localise(row.told, SI),
        "limits": row.limits,
        "notes": [localise(each.text, SI) for each in row.notes],
        "evidence": row.evidence,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
