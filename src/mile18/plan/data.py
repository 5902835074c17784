"""What is said in JSON alike wherever it stands: plain data in SI units."""

from typing import Any

from mile18.factor import Caution
from mile18.readiness import Interval
from mile18.units import SI, localise


def interval_data(interval: Interval) -> dict[str, int]:
    """Both ends in whole points, as on screen."""
    return {"low": int(interval.low + 0.5), "high": int(interval.high + 0.5)}


def caution_data(each: Caution) -> dict[str, Any]:
    """A warning."""
    return {
        "topic": each.topic,
        "text": localise(each.text, SI),
        "evidence": list(each.evidence),
        "loud": each.loud,
    }
