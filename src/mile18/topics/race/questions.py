"""Race: the day, the distance, the goal, and a recent race to hold it against."""

import datetime
from typing import Literal

from msgspec import Struct

from mile18.factor import Countdown
from mile18.question import DURATION_UNIT, Answers, Entry, ask

# Seconds per km: a little faster than the best half marathon, over a shorter race than the best
# short one; and a slow walk, over a short race one that still does 5 km in the 75 minutes which
# need no fuel.
FASTEST_PACE = 160
FASTEST_SHORT_PACE = 130
LONG_KM = 21
SLOWEST_PACE = 1200
SLOWEST_SHORT_PACE = 900
SHORT_KM = 10
LONGEST_GOAL = 48 * 3600

DISTANCES = {
    "5": "5 km",
    "10": "10 km",
    "21.0975": "half marathon",
    "42.195": "marathon",
    "50": "50 km",
    "100": "100 km",
}


class AidStation(Entry, frozen=True, kw_only=True):
    """One aid station on the course."""

    km: float | None = ask("At", unit="km", within=(0, 250), why="Where on the course it is.")
    offers: str | None = ask("Offers", why="What you can count on there.")


class CutOff(Entry, frozen=True, kw_only=True):
    """One place that closes during the race."""

    km: float | None = ask("At", unit="km", within=(0, 250), why="Where on the course it is.")
    closes: datetime.time | None = ask("Closes", why="Whoever comes later may not run on.")


class Race(Answers, frozen=True, kw_only=True):
    """What is asked about the race."""

    name: str | None = ask(
        "Race", example="Berlin Marathon", why="So that you find this race among your others."
    )
    place: str | None = ask(
        "Place",
        example="Berlin",
        why="For your race card. It is looked up only if you ask for the weather.",
    )
    zone: str | None = ask(
        "Time zone",
        example="Europe/Berlin",
        why="Only for a race in the night on which the clocks change. The weather fills it in.",
    )
    date: datetime.date | None = ask(
        "Race day",
        example="2027-09-26",
        why="The days left decide which steps still have time to work.",
    )
    start_time: datetime.time | None = ask(
        "Start",
        example="9:15",
        why="Breakfast, the last drink and the warm-up are counted back from here.",
        evidence=("carb-preevent-meal", "fluid-pre-event"),
    )
    distance: float | None = ask(
        "Distance",
        example="marathon",
        unit="km",
        within=(1, 250),
        choices=DISTANCES,
        why="Longer races are linked with more cramps, and need more training and fuel.",
        evidence="rf-distance",
    )
    goal_time: int | None = ask(
        "Goal time",
        example="3h45",
        unit=DURATION_UNIT,
        within=(600, LONGEST_GOAL),
        as_pace=True,
        why="Type a time, or a pace such as 5:20/km. Beside past cramps, racing faster than "
        "training supports is the best-supported predictor of cramps, though from small studies.",
        evidence=("rf-faster-than-trained-56k", "rf-faster-ironman", "train-goal-realism"),
    )
    wish_time: int | None = ask(
        "Wish, on a very good day",
        example="3h40",
        unit=DURATION_UNIT,
        within=(600, LONGEST_GOAL),
        as_pace=True,
        why="Only if you have one. Splits, portions and plans follow the goal. If you type a "
        "range such as 3:45-3:50, its slower end is the goal.",
    )
    goal_settled: bool | None = ask(
        "Settled on this goal?",
        example="yes",
        why="A recent race may support less. Yes keeps your goal, and nothing asks again. Your "
        "points stay as they are. O on race day (F7) puts both side by side.",
        evidence="train-goal-realism",
    )
    first_half: Literal["slower", "even", "faster"] | None = ask(
        "Planned first half",
        example="even",
        choices={
            "slower": "slower than goal pace",
            "even": "at goal pace",
            "faster": "faster than goal pace",
        },
        why="In one 56 km race, those who cramped had run the first half faster, with similar "
        "bests. In a marathon the gap came later.",
        evidence=("rf-faster-than-trained-56k", "rf-pacing-late", "pace-fast-start"),
    )
    run_minutes: float | None = ask(
        "Walk breaks: run for",
        example="9",
        unit="min",
        within=(0.25, 120),
        why="Only if you plan to walk in turns, such as 9 min of running and 1 of walking. Splits "
        "average both, and race day puts your portions into the walks.",
    )
    walk_minutes: float | None = ask(
        "… and walk for",
        example="1",
        unit="min",
        within=(0.25, 30),
        why="A minute is usual. Nobody has tested walk breaks against cramps.",
    )
    recent_distance: float | None = ask(
        "Recent race: distance",
        example="half marathon",
        unit="km",
        within=(1, 250),
        choices=DISTANCES,
        group="A recent race",
        why="Your goal is compared with what known formulas predict from this race. The closer "
        "its distance to your race, the less they have to guess.",
        evidence=("formula-riegel", "formula-vdot", "formula-riegel-bias"),
        lasts=True,
    )
    recent_time: int | None = ask(
        "Recent race: time",
        example="1:42:30",
        unit=DURATION_UNIT,
        within=(120, LONGEST_GOAL),
        why="Formulas turn it into a range for your race. The range holds only if you have "
        "trained for the distance. One common formula is often too fast.",
        evidence=("formula-riegel", "formula-vdot", "formula-riegel-bias"),
        lasts=True,
    )
    recent_date: datetime.date | None = ask(
        "Recent race: day",
        example="2027-03-14",
        why="For your own judgement. The formulas do not count how long ago it was, and an old "
        "race says less about today.",
        lasts=True,
    )
    aid_stations: tuple[AidStation, ...] | None = ask(
        "Aid stations",
        example="5 water; 10 water, gel",
        group="On the course",
        why="Portions and drinks are then planned for where you can have them.",
        evidence="carb-in-race-dose",
    )
    cut_offs: tuple[CutOff, ...] | None = ask(
        "Cut-offs",
        example="30 12:05; 37 13:00",
        why="Race day then shows how much time your goal leaves you at each.",
    )
    hills: Literal["flat", "rolling", "hilly", "long_descents"] | None = ask(
        "Hills on the course",
        example="rolling",
        choices={
            "flat": "flat",
            "rolling": "rolling",
            "hilly": "hilly",
            "long_descents": "long descents",
        },
        why="Running downhill leaves muscles sore, less so once you have practised it. No study "
        "shows fewer cramps, so it moves no points.",
        evidence=("downhill-rbe-weeks", "downhill-exposure"),
    )
    emergency_contact: str | None = ask(
        "Emergency contact",
        example="Ana 555 0100",
        group="On the card, if you say so",
        why="A name and a phone number for whoever finds you. It stays in this file unless you "
        "put it on the card.",
        lasts=True,
    )
    medical_line: str | None = ask(
        "Medical line",
        example="allergic to penicillin",
        why="What a medic must know, such as an allergy, in your own words. It stays in this file "
        "unless you put it on the card.",
        lasts=True,
    )
    share_on_card: bool | None = ask(
        "Print these two on the card?",
        example="yes",
        why="Without a yes here, the card shows nothing about your health.",
        lasts=True,
    )
    body_mass: float | None = ask(
        "Body weight",
        example="70 kg",
        unit="kg",
        within=(25, 250),
        usual=(30, 150),
        group="You",
        why="Only for amounts given per kg: loading, breakfast, and the check against drinking "
        "too much. It moves no points by itself.",
        evidence=("carb-loading-acsm", "carb-preevent-meal", "fluid-acsm-2pc"),
        lasts=True,
    )


class Target(Struct, frozen=True):
    """A goal that is no slip: km, and seconds to the finish."""

    km: float
    seconds: int

    @property
    def pace(self) -> float:
        """The even pace in seconds per km."""
        return self.seconds / self.km


def target(race: Race) -> Target | None:
    """The distance and goal, None unless both are known and the goal is no slip.

    That is 2:40 to 20:00 per km; from 2:10 below 21 km, and to 15:00 over 10 km or less.
    """
    if race.distance is None or race.goal_time is None:
        return None
    found = Target(race.distance, race.goal_time)
    likely = fastest_pace(found.km) <= found.pace <= slowest_pace(found.km)
    return found if likely else None


def fastest_pace(km: float) -> int:
    """Seconds per km that no one is taken to run over a race of `km` or faster than."""
    return FASTEST_PACE if km >= LONG_KM else FASTEST_SHORT_PACE


def slowest_pace(km: float) -> int:
    """Seconds per km that no one is taken to plan a race of `km` slower than."""
    return SLOWEST_SHORT_PACE if km <= SHORT_KM else SLOWEST_PACE


def duration_span(race: Race) -> tuple[float, float] | None:
    """Seconds that the race may take, from and to; None while the distance is unknown.

    A plausible goal is taken at its word; without one, any plausible pace counts.
    """
    if race.distance is None:
        return None
    if aim := target(race):
        return aim.seconds, aim.seconds
    return race.distance * fastest_pace(race.distance), race.distance * slowest_pace(race.distance)


def countdown_to(race: Race, today: datetime.date) -> Countdown:
    """The days to a race, which is over once start plus goal is."""
    aim = target(race)
    if race.date is None or race.start_time is None or aim is None:
        return Countdown(today, race.date)
    start = datetime.datetime.combine(race.date, race.start_time)
    return Countdown(today, race.date, (start + datetime.timedelta(seconds=aim.seconds)).date())


def lasts_longer_than(race: Race, seconds: float) -> bool | None:
    """Whether the race takes longer than `seconds`; None while that is open."""
    return longer_than(duration_span(race), seconds)


def longer_than(span: tuple[float, float] | None, seconds: float) -> bool | None:
    """Whether a race that takes from and to so many seconds takes longer than `seconds`."""
    if span is None:
        return None
    shortest, longest = span
    if shortest > seconds:
        return True
    return None if longest > seconds else False
