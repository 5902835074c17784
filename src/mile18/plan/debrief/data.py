"""The debrief as data: one race, and the pattern over all."""

from typing import Any

from msgspec import to_builtins

from mile18.plan.debrief.pages import bearing
from mile18.plan.debrief.pattern import FEWEST, Compared, Pattern, Raced, Side
from mile18.plan.debrief.row import Row
from mile18.plan.debrief.scorecard import Scorecard
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


PATTERN_SCHEMA = 1


def pattern_data(found: Pattern) -> dict[str, Any]:
    """The races and the figures of both sides in SI units; a side with too few values is null."""
    cramped, clear = found.counts
    return {
        "schema": PATTERN_SCHEMA,
        "about": bearing(found),
        "with_cramps": cramped,
        "without": clear,
        "fewest_to_compare": FEWEST,
        "copies_left_out": found.copies,
        "races": [_race(each) for each in found.races],
        "compared": [_compared(each) for each in found.compared],
    }


def _race(race: Raced) -> dict[str, Any]:
    return {
        "race": race.name,
        "date": race.day,
        "cramped": race.cramped,
        "figures": {key: round(value, 3) for key, value in race.figures.items()},
    }


def _compared(each: Compared) -> dict[str, Any]:
    return {
        "id": each.id,
        "what": each.what,
        "unit": each.unit,
        "known": each.known,
        "with_cramps": _side(each.with_cramps),
        "without": _side(each.without),
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    middle, low, high = (round(value, 3) for value in (side.middle, side.low, side.high))
    return {"n": side.n, "median": middle, "lowest": low, "highest": high}
