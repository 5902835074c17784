"""One cramp, as the cramp screen logs it or as the runner remembers it."""

import datetime
from typing import Literal

from mile18.question import SHORT_DURATION_UNIT, Entry, ask

MUSCLES = {
    "calf": "upper calf",
    "soleus": "lower calf",
    "hamstring": "back of thigh",
    "thigh": "front of thigh",
    "foot": "foot or toes",
    "adductor": "inner thigh",
    "trunk": "trunk or hip",
}
Muscle = Literal["calf", "soleus", "hamstring", "thigh", "foot", "adductor", "trunk"]


class Episode(Entry, frozen=True, kw_only=True):
    """One cramp, as remembered or as logged during the race."""

    date: datetime.date | None = ask("Day", why="Which race or run it was.")
    time: datetime.time | None = ask("Time of day", why="Places it in the race.")
    km: float | None = ask(
        "At",
        unit="km",
        within=(0, 250),
        why="Cramps tend to come late. Yours may have their own place.",
        evidence="eamc-onset-late",
    )
    muscle: Muscle | None = ask(
        "Muscle",
        choices=MUSCLES,
        why="The cramp screen opens with its stretch next time.",
        evidence="eamc-muscle-distribution",
    )
    helped: (
        tuple[
            Literal["stretch", "massage", "drink", "pickle_juice", "slowing", "rest", "nothing"],
            ...,
        ]
        | None
    ) = ask(
        "What helped",
        choices={
            "stretch": "stretching",
            "massage": "massage",
            "drink": "a drink",
            "pickle_juice": "pickle juice",
            "slowing": "slowing down",
            "rest": "rest",
            "nothing": "nothing",
        },
        why="Stretching has the best support. What eased yours is worth knowing too.",
        evidence=("firstaid-stop-stretch", "firstaid-pickle-grade"),
    )
    stopped: int | None = ask(
        "Stopped for", unit=SHORT_DURATION_UNIT, within=(0, 43200), why="Shows what it cost."
    )
    severity: Literal["mild", "moderate", "severe"] | None = ask(
        "How bad",
        choices={
            "mild": "mild: ran on, slower",
            "moderate": "had to stop or walk",
            "severe": "could not go on",
        },
        why="Nearly all cramps that runners remember were mild or moderate. With other signs, "
        "such as confusion or dark urine, see the medics.",
        evidence=("eamc-mostly-mild", "severity-table-serious"),
    )
