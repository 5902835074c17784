"""The pattern over many races as plain data, for programs."""

from typing import Any

from mile18.plan.pattern import FEWEST, Compared, Pattern, Raced, Side
from mile18.plan.pattern_text import bearing

SCHEMA = 1


def pattern_data(found: Pattern) -> dict[str, Any]:
    """The races and the figures of both sides in SI units; a side with too few values is null."""
    cramped, clear = found.counts
    return {
        "schema": SCHEMA,
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
