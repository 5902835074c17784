"""Nine runners for whom most goes wrong at once, each read whole: what health, heat or length withholds."""

from datetime import date, time
from typing import Any, Final

from fuel_plans import gels

from mile18.profile import Profile

TODAY = date(2027, 4, 20)
RACE_DAY = date(2027, 5, 2)
_WELL: Final[dict[str, Any]] = {
    "symptoms_now": (),
    "illness_last_14_days": "none",
    "conditions": (),
    "medicines": (),
}
_RACE: Final[dict[str, Any]] = {
    "name": "Spring race",
    "date": RACE_DAY,
    "start_time": time(9),
    "distance": 42.195,
    "goal_time": 14400,
    "first_half": "even",
    "body_mass": 70.0,
}
_SLEEP: Final[dict[str, Any]] = {
    "usual_hours": 7.5,
    "rested": "mostly",
    "race_bedtime": time(21, 30),
    "race_wake_time": time(5, 30),
}
_TRAINING: Final[dict[str, Any]] = {
    "weekly_distance": 55.0,
    "longest_run": 32.0,
    "longest_run_date": date(2027, 4, 11),
    "weeks_off": 0,
    "goal_pace_distance": 36.0,
    "goal_pace_feel": "hard",
    "strength_sessions": 2.0,
    "strength_weeks": 10,
    "taper": "two_weeks_or_more",
    "hard_last_3_days": "none",
}
_NUTRITION: Final[dict[str, Any]] = {
    "loading_plan": "in_mind",
    "loading_days": 2.0,
    "loading_g_per_kg": 8.0,
    "products": gels(25.0, 30.0, "Gel"),
    "fuel_practised": "several",
    "drink_plan": "to_thirst",
    "drink_per_hour": 0.5,
    "breakfast_g": 110.0,
    "breakfast_hours_before": 3.0,
    "race_caffeine_mg": 200.0,
    "pickle_juice": True,
}
_HEAT: Final[dict[str, Any]] = {"temperature": 15.0, "humidity": 60.0, "training_temperature": 12.0}


def _runner(**tables: dict[str, Any]) -> Profile:
    whole = {
        "race": _RACE,
        "sleep": _SLEEP,
        "training": _TRAINING,
        "nutrition": _NUTRITION,
        "heat": _HEAT,
        "health": _WELL,
    }
    names = whole.keys() | tables.keys()
    return Profile().with_changes(
        {name: {**whole.get(name, {}), **tables.get(name, {})} for name in names}
    )


_KIDNEY_AND_DIABETES = {"conditions": ("diabetes", "kidney"), "medicines": ("insulin",)}

RUNNERS: Final[dict[str, Profile]] = {
    "a nervous first-timer": Profile().with_changes(
        {
            "race": {"name": "My first marathon", "date": RACE_DAY, "distance": 42.195},
            "nerves": {
                "tension": 9,
                "worry": 9,
                "confidence": 2,
                "routine": "none",
                "rehearsed": "no",
            },
            "sleep": {"usual_hours": 6.0, "rested": "rarely"},
            "health": {"symptoms_now": (), "cramps_last_10": 1},
        }
    ),
    "statin, diuretic and a fever last week": _runner(
        health={
            "medicines": ("statin", "diuretic"),
            "medicines_discussed": False,
            "illness_last_14_days": "systemic",
        }
    ),
    "diabetes and kidney disease": _runner(health=_KIDNEY_AND_DIABETES),
    "diabetes and kidney disease, with a doctor's word": _runner(
        health=_KIDNEY_AND_DIABETES | {"doctor_agrees": True, "medicines_discussed": True}
    ),
    "5 km": _runner(
        race={
            "distance": 5.0,
            "goal_time": 1500,
            "recent_distance": 5.0,
            "recent_time": 1530,
            "recent_date": date(2027, 3, 28),
        },
        training={"weekly_distance": 25.0, "longest_run": 9.0, "goal_pace_distance": 3.0},
        heat={"temperature": 12.0},
    ),
    "100 km": _runner(
        race={
            "distance": 100.0,
            "goal_time": 13 * 3600,
            "start_time": time(5),
            "recent_distance": 50.0,
            "recent_time": 19800,
            "recent_date": date(2027, 3, 14),
            "hills": "long_descents",
        },
        training={"weekly_distance": 85.0, "longest_run": 55.0},
        health={
            "cramps_last_10": 5,
            "cramp_muscles": ("thigh", "calf"),
            "cramp_where": "final_quarter",
        },
    ),
    "a fever now": _runner(health={"symptoms_now": ("fever", "aches")}),
    "1.4 L/h at 60 kg": _runner(
        race={"body_mass": 60.0}, nutrition={"drink_plan": "amount", "drink_per_hour": 1.4}
    ),
    "a race at WBGT 34": _runner(
        heat={"temperature": 33.0, "humidity": 60.0, "sun": "sun", "plan_b": "in_mind"}
    ),
}
