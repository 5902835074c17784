"""A coach's folder: as many athletes as wanted, varied and plausible, the same every time."""

import os
import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import tomli_w

SEED = 18
LAST_CHANGE = datetime(2027, 4, 19, 20, 0, tzinfo=UTC)
# Name, day, distance in km; None is an athlete who has not put a race down yet.
RACES: tuple[tuple[str, date | None, float | None], ...] = (
    ("Flying Pig Marathon", date(2027, 5, 2), 42.195),
    ("Harbour Half", date(2027, 5, 9), 21.0975),
    ("Two Bridges Marathon", date(2027, 6, 6), 42.195),
    ("Mill Lane 10", date(2027, 4, 25), 10.0),
    ("Ridgeway Ultra", date(2027, 8, 14), 100.0),
    ("Old Town Marathon", date(2027, 4, 11), 42.195),
    ("", None, None),
)
WEIGHTS = (10, 8, 8, 4, 3, 4, 3)


def fill(folder: Path, count: int) -> list[str]:
    """Write `athlete-01.toml` and so on into a folder; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    digits = max(2, len(str(count)))
    names = [f"athlete-{number:0{digits}}" for number in range(1, count + 1)]
    for number, name in enumerate(names):
        file = folder / f"{name}.toml"
        file.write_bytes(tomli_w.dumps(athlete(number)).encode())
        changed = (LAST_CHANGE - timedelta(hours=13 * (number % 60))).timestamp()
        os.utime(file, (changed, changed))
    return names


def athlete(number: int) -> dict[str, Any]:
    """What the file of one athlete holds: some have answered everything, some next to nothing."""
    dice = random.Random(SEED * 100_003 + number)
    name, day, km = dice.choices(RACES, WEIGHTS)[0]
    race: dict[str, Any] = {"name": name, "date": day, "distance": km}
    document: dict[str, Any] = {
        "schema": 2,
        "race": {key: said for key, said in race.items() if said} | (_race(dice, km) if km else {}),
        "sleep": _sleep(dice),
        "training": _training(dice),
        "nutrition": _nutrition(dice),
        "heat": _heat(dice),
        "nerves": _nerves(dice),
        "health": _health(dice),
    }
    said = dice.choices((0.1, 0.5, 0.85, 1.0), (1, 2, 4, 3))[0]
    return document | {
        topic: {key: value for key, value in document[topic].items() if dice.random() < said}
        for topic in ("sleep", "training", "nutrition", "heat", "nerves", "health")
    }


def _race(dice: random.Random, km: float) -> dict[str, Any]:
    pace = dice.randint(255, 400)
    recent = dice.choice((10.0, 21.0975))
    return {
        "goal_time": _clock(int(km * pace * 1.03)),
        "first_half": dice.choice(("slower", "even", "even", "faster")),
        "recent_distance": recent,
        "recent_time": _clock(int(recent * pace * dice.uniform(0.9, 1.02))),
        "recent_date": date(2027, 3, dice.randint(1, 28)),
        "body_mass": dice.randint(480, 900) / 10,
    }


def _sleep(dice: random.Random) -> dict[str, Any]:
    usual = dice.randint(55, 85) / 10
    return {
        "usual_hours": usual,
        "rested": dice.choice(("rarely", "sometimes", "mostly", "always")),
        "race_bedtime": time(dice.randint(20, 22), 30),
        "race_wake_time": time(dice.randint(4, 6), 15),
        "nights": [
            {"date": date(2027, 4, 14 + night), "hours": usual + dice.randint(-9, 9) / 10}
            for night in range(dice.randint(0, 5))
        ],
    }


def _training(dice: random.Random) -> dict[str, Any]:
    return {
        "weekly_distance": float(dice.randint(25, 95)),
        "longest_run": float(dice.randint(14, 36)),
        "longest_run_date": date(2027, 4, dice.randint(1, 18)),
        "goal_pace_distance": float(dice.randint(0, 45)),
        "goal_pace_feel": dice.choice(("could_not_hold", "hard", "comfortable")),
        "strength_sessions": float(dice.randint(0, 3)),
        "strength_weeks": dice.randint(0, 14),
        "plyometrics": dice.random() < 0.4,
        "taper": dice.choice(("none", "one_week", "two_weeks_or_more")),
    }


def _nutrition(dice: random.Random) -> dict[str, Any]:
    return {
        "loading_plan": dice.choice(("none", "in_mind", "written")),
        "loading_days": float(dice.randint(1, 3)),
        "loading_g_per_kg": float(dice.randint(5, 10)),
        "products": [
            {
                "name": f"Gel, {dice.choice(('lemon', 'berry', 'cola'))}",
                "carbohydrate": float(dice.choice((20, 25, 30))),
                "every": float(dice.choice((20, 25, 30, 40))),
            }
        ],
        "fuel_practised": dice.choice(("no", "once", "several")),
        "drink_plan": dice.choice(("none", "to_thirst", "amount")),
        "drink_per_hour": dice.randint(3, 9) / 10,
        "breakfast_g": float(dice.randint(40, 140)),
    }


def _heat(dice: random.Random) -> dict[str, Any]:
    return {
        "temperature": float(dice.randint(6, 30)),
        "humidity": float(dice.randint(35, 90)),
        "sun": dice.choice(("sun", "mixed", "shade")),
        "training_temperature": float(dice.randint(4, 22)),
        "hot_sessions": dice.randint(0, 9),
        "last_hot_session": date(2027, 4, dice.randint(1, 18)),
        "plan_b": dice.choice(("none", "in_mind", "written")),
    }


def _nerves(dice: random.Random) -> dict[str, Any]:
    return {
        "routine": dice.choice(("none", "in_mind", "written")),
        "rehearsed": dice.choice(("no", "once", "several")),
        "tension": dice.randint(1, 9),
        "worry": dice.randint(1, 9),
        "confidence": dice.randint(2, 10),
    }


def _health(dice: random.Random) -> dict[str, Any]:
    return {
        "medicines": dice.choices(([], ["statin"], ["nsaid"]), (8, 1, 1))[0],
        "symptoms_now": dice.choices(([], ["throat_nose"], ["fever"]), (12, 2, 1))[0],
        "illness_last_14_days": dice.choices(("none", "local"), (9, 1))[0],
        "conditions": dice.choices(([], ["diabetes"]), (12, 1))[0],
        "doctor_agrees": True,
        "cramps_last_10": dice.randint(0, 4),
    }


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
