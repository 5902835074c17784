"""Past cramps in a few words, for the runner and for nobody else."""

from mile18.topics.health.episode import MUSCLES
from mile18.topics.health.questions import Health

_WHERE = {
    "first_half": "in the first half",
    "third_quarter": "in the third quarter",
    "final_quarter": "in the last quarter",
    "after": "after the race",
}


def history_words(health: Health) -> str:
    """What was answered of past cramps: `5 of your last 10 races, calf, in the last quarter`."""
    told = []
    if health.cramps_last_10:
        told.append(f"{health.cramps_last_10} of your last 10 races")
    told += [MUSCLES[each].lower() for each in (health.cramp_muscles or ())[:2]]
    if health.cramp_where:
        told.append(_WHERE[health.cramp_where])
    return ", ".join(told)
