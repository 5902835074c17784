"""What is said in JSON alike wherever it stands: plain data in SI units."""

from datetime import UTC, datetime
from typing import Any

from mile18.factor import Caution
from mile18.readiness import Interval
from mile18.topics.race.questions import Race
from mile18.units import SI, localise


def interval_data(interval: Interval) -> dict[str, int]:
    """Both ends in whole points, as on screen."""
    return {"low": int(interval.low + 0.5), "high": int(interval.high + 0.5)}


def moment_data(moment: datetime) -> str:
    """A moment in UTC, to the second: `2027-04-19T20:00:00Z`."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def race_data(race: Race) -> dict[str, Any]:
    """The race that a profile is for; what is not answered is null."""
    return {
        "name": race.name,
        "date": race.date.isoformat() if race.date else None,
        "distance": race.distance,
        "goal": race.goal_time,
    }


def caution_data(each: Caution) -> dict[str, Any]:
    """A warning."""
    return {
        "topic": each.topic,
        "text": localise(each.text, SI),
        "evidence": list(each.evidence),
        "loud": each.loud,
    }
