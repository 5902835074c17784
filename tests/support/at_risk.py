"""Runners who must not be told something, and the healthy one who may be told it all."""

import re
from collections.abc import Mapping
from datetime import timedelta
from itertools import combinations
from typing import Any, Final

from plan_screens import EXAMPLE, RACE

from mile18.plan.week.food import PORTIONS
from mile18.profile import Profile
from mile18.topics.health.restraints import Withheld

TODAY = RACE - timedelta(days=12)
DAYS = (60, 12, 2, 0, -1)

# The runner's own numbers, unlike any that mile18 would come to by itself.
OWN_LOADING, OWN_DRINK, OWN_BREAKFAST = 7.77, 0.87, 111.0
WELL: Final[Mapping[str, Any]] = {
    "conditions": (),
    "medicines": (),
    "symptoms_now": (),
    "doctor_agrees": None,
    "medicines_discussed": None,
}
# Everything that is to be withheld from somebody is there to be withheld.
HEALTHY = EXAMPLE.with_changes(
    {
        "health": WELL,
        "nutrition": {
            "loading_plan": "in_mind",
            "loading_g_per_kg": OWN_LOADING,
            "drink_plan": "amount",
            "drink_per_hour": OWN_DRINK,
            "breakfast_g": OWN_BREAKFAST,
            "pickle_juice": True,
        },
        "debrief": {"temperature": 20.0, "mass_before": 70.0, "mass_after": 69.0},
    }
)
ULTRAS = {
    "100 km": HEALTHY.with_changes({"race": {"distance": 100.0, "goal_time": 12 * 3600}}),
    "51 km": HEALTHY.with_changes({"race": {"distance": 51.0, "goal_time": None}}),
    "over 5 h": HEALTHY.with_changes({"race": {"goal_time": 5 * 3600 + 60}}),
}


RELEVANT = [
    *(("conditions", each) for each in ("diabetes", "kidney", "heart_vessel", "heart_risk")),
    *(("conditions", each) for each in ("allergies", "digestive")),
    *(("medicines", each) for each in ("insulin", "diuretic", "blood_pressure")),
]
REASONS: Final[Mapping[Withheld, set[str]]] = {
    "loading": {"diabetes", "kidney", "insulin"},
    "drinking": {"kidney", "diuretic"},
    "pickle juice": {
        "kidney", "heart_vessel", "heart_risk", "allergies", "digestive", "blood_pressure",
        "diuretic",
    },
}  # fmt: skip


def with_health(profile: Profile, *reported: tuple[str, str], word: bool | None) -> Profile:
    """The profile with conditions and medicines, and whether a doctor and a pharmacist agreed."""
    answers = {
        kind: tuple(each for of, each in reported if of == kind)
        for kind in ("conditions", "medicines")
    }
    agreed = {"doctor_agrees": word, "medicines_discussed": word}
    return profile.with_changes({"health": answers | agreed})


COMBINATIONS = [
    *((each,) for each in RELEVANT),
    *combinations(RELEVANT, 2),
    tuple(RELEVANT),
]

# What tells of each, in the words that outputs have for it.
SPOKEN: Final[Mapping[Withheld, re.Pattern[str]]] = {
    "loading": re.compile(
        r"\d\s*g(?: of carbohydrate)? per kg|g/kg|\d–\d+ g of carbohydrate|\bg a day|g ticked"
        r"|48 hours are enough|" + "|".join(re.escape(each.words) for each in PORTIONS)
    ),
    "drinking": re.compile(
        r"\d\s*(?:mL\b|L/h|L\b|fl oz)|mL per kg|\d litres an hour|measured amount|[Bb]oth limits"
    ),
    "pickle juice": re.compile(
        r"(?i)pickle juice(?: may help|, (?:\d|1 mL))|small sip|in 10 men|provoked toe|mouth or throat"
    ),
    "two per cent": re.compile(
        r"2% of body|(?:over|than|hold|above) 2%|% of (?:your )?body weight|−2%|2% lost"
        r"|[Bb]oth limits|no more than 2%|loss to 2%"
    ),
}
OWN = re.compile(
    rf"[Yy]our answer(?:: to thirst, about|:|,) (?:{OWN_LOADING} g per kg a day|{OWN_DRINK} L/h"
    rf"|29\.4 fl oz/h|111 g of carbohydrate)"
)

# What tells of a plan.
PLAN = re.compile(
    r"\d:\d\d ?/(?:km|mi)|\d g/h|\d g an hour|\d\s*(?:L/h|mL|fl oz)|\+\d\.\d |[Pp]lan A|\d portion|[Ee]ach portion"
    r"|\b3:45:00\b|1:52:30|[Ww]ristband|[Ss]plits|Walk 1–2|[Jj]og|[Rr]un again(?: |$)(?!\.)"
    r"|g of carbohydrate|New finish|goal pace"
)
