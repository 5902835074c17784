"""Sleep: usual hours, waking rested, the last nights, and the night before the race."""

import datetime
from collections.abc import Iterator
from typing import Any, Literal

from msgspec.structs import replace

from mile18.factor import Advice, Countdown, Part, Rule, Todo, Verdict, scored, unanswered
from mile18.question import Answers, Entry, ask
from mile18.science.sleep import mean_hours
from mile18.units import number

ENOUGH_HOURS = 7.0
ADVISED_HOURS = 7.5
LOST_PER_HOUR = 60
NIGHTS_FOR_A_MEAN = 3
FRESH_DAYS = 14
LEAD_DAYS = 3
MOST_NIGHTS_AHEAD = 7
RESTED_POINTS = {"rarely": 10, "sometimes": 50, "mostly": 85, "always": 100}


class Night(Entry, frozen=True, kw_only=True):
    """One night slept."""

    date: datetime.date | None = ask("Morning of", why="The day you woke up.")
    hours: float | None = ask(
        "Hours slept", unit="h", within=(0, 16), why="Asleep, not just in bed."
    )
    rested: bool | None = ask("Woke rested?", why="How you feel says more than hours alone.")


class Sleep(Answers, frozen=True, kw_only=True):
    """What is asked about sleep."""

    usual_hours: float | None = ask(
        "How long do you usually sleep?",
        unit="h",
        within=(0, 16),
        usual=(4, 11),
        seed=2,
        why="Most adults need 7 to 9 hours. In tests, a night of 6 h or less lowered performance "
        "the next day. What a few short nights do is not settled. No study links sleep to cramps "
        "directly.",
        evidence=(
            "sleep-nsf-hours",
            "sleep-loss-meta",
            "sleep-partial-1-3-nights",
            "sleep-cramp-link",
        ),
        lasts=True,
    )
    rested: Literal["rarely", "sometimes", "mostly", "always"] | None = ask(
        "Do you wake rested?",
        seed=2,
        why="Needs differ, so how you feel by day counts beside the hours.",
        evidence=("sleep-athletes-individual", "sleep-adult-hours"),
        lasts=True,
    )
    nights: tuple[Night, ...] | None = ask(
        "Nights logged",
        why="Three or more nights of the last two weeks replace your usual hours. Experts put the "
        "week before the race above the last night. That is opinion, not a result.",
        evidence=("sleep-banking", "sleep-extension-trial", "sleep-prerace-common"),
    )
    race_bedtime: datetime.time | None = ask(
        "Bedtime before the race",
        group="The night before",
        why="A poor night before a race is common. In one study of 103 athletes there was no "
        "clear link with results. In tests, a night cut short did cost something. A plan helps "
        "you to take it calmly.",
        evidence=("sleep-prerace-common", "sleep-loss-meta"),
    )
    race_wake_time: datetime.time | None = ask(
        "Wake time on race day",
        why="Early starts cut the night short. Count back from here for breakfast and bed.",
        evidence=("sleep-loss-meta", "carb-preevent-meal"),
    )


def judge(sleep: Sleep, countdown: Countdown) -> Verdict:
    """60% hours (full from 7 h, 60 points less for each hour below), 40% waking rested."""
    rested = (
        scored(40, RESTED_POINTS[sleep.rested], f"rested {sleep.rested}")
        if sleep.rested
        else unanswered(40, "waking rested")
    )
    return Verdict((_hours(sleep, countdown.today), rested))


def _hours(sleep: Sleep, today: datetime.date) -> Part:
    logged = _logged(sleep, today)
    if len(logged) >= NIGHTS_FOR_A_MEAN:
        hours, source = round(mean_hours(logged), 2), f", {len(logged)} nights"
    elif sleep.usual_hours is not None:
        hours, source = sleep.usual_hours, ""
    else:
        return unanswered(60, "hours")
    points = 100 - LOST_PER_HOUR * max(0.0, ENOUGH_HOURS - hours)
    return scored(60, points, f"{number(hours)} h{source}")


def _logged(sleep: Sleep, today: datetime.date) -> list[float]:
    return [
        night.hours
        for night in sleep.nights or ()
        if night.hours is not None
        # A night that is still to come was not slept.
        and (night.date is None or 0 <= (today - night.date).days <= FRESH_DAYS)
    ]


ONE_BEDTIME = Todo("one-bedtime", "Keep the same bedtime", 7)


def advise(sleep: Sleep, countdown: Countdown) -> Iterator[Advice]:
    """More hours from tonight; a steadier week for those who do not wake rested."""
    now = _hours(sleep, countdown.today)
    if now.high < 100:
        changes = _longer(sleep, countdown)
        if _hours(replace(sleep, **changes), countdown.today).low > now.low:
            yield Advice("Be in bed for 8 h every night", {"sleep": changes}, LEAD_DAYS)
    if sleep.rested and RESTED_POINTS[sleep.rested] < RESTED_POINTS["mostly"]:
        yield Advice(
            "Go to bed at the same time for three nights or more, with no coffee in the 9 h "
            "before bed",
            {"sleep": {"rested": "mostly"}},
            LEAD_DAYS,
            ONE_BEDTIME,
        )


def _longer(sleep: Sleep, countdown: Countdown) -> dict[str, Any]:
    """Longer nights from tonight; a log keeps the short ones, so its mean rises only so far."""
    if len(_logged(sleep, countdown.today)) < NIGHTS_FOR_A_MEAN:
        return {"usual_hours": ADVISED_HOURS}
    left = MOST_NIGHTS_AHEAD if countdown.days is None else countdown.days
    ahead = min(MOST_NIGHTS_AHEAD, max(LEAD_DAYS, left))
    # Without a date, since these nights are still to come.
    tonight_on = tuple(Night(hours=ADVISED_HOURS) for _ in range(ahead))
    return {"nights": (*(sleep.nights or ()), *tonight_on)}


RULE = Rule(
    id="sleep",
    title="Sleep",
    topic="sleep",
    grade="B",
    why="In tests, a night of 6 h or less lowered performance the next day. What a few short "
    "nights do is not settled. A link with cramps is not shown.",
    evidence=(
        "sleep-nsf-hours",
        "sleep-loss-meta",
        "sleep-partial-1-3-nights",
        "sleep-extension-trial",
        "sleep-cramp-link",
        "caffeine-cutoff",
        "caffeine-trial-2024",
    ),
    reads=("sleep",),
    asks=("sleep.usual_hours", "sleep.rested"),
    judge=judge,
    advise=advise,
    todos=(ONE_BEDTIME,),
)
