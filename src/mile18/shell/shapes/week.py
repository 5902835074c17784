"""What `week` prints with `--json`."""

from typing import Literal

from mile18.shell.shapes.parts import Claims, Clock, Danger, Data, Day, Days, PlainGate


class Task(Data):
    """Something to do; `private` says that a health answer is behind it."""

    id: str
    topic: str
    title: str
    detail: str
    why: str
    evidence: Claims
    grade: str
    status: str
    when: str
    at: Clock | None
    minutes_before_start: int | None
    planned_days_to_race: Days | None
    private: bool


class WeekDay(Data):
    """A day of race week."""

    days_to_race: Days
    date: Day | None
    tasks: list[Task]


class FoodPortion(Data):
    """A portion of a loading day."""

    id: str
    food: str
    grams: int
    done: bool


class LoadingDay(Data):
    """A day of loading."""

    days_to_race: Days
    eaten_g: int
    portions: list[FoodPortion]


class Loading(Data):
    """The loading plan; amounts are null where they are withheld or no body weight is known."""

    g_per_kg: list[float]
    grams_a_day: list[int] | None
    own_grams_a_day: int | None
    days: list[LoadingDay]


class NoLongerFits(Data):
    """What time is too short for."""

    what: str
    why: str
    private: bool


class NotNeeded(Data):
    """What this race does not need."""

    what: str
    why: str


class NotKnown(Data):
    """What cannot be said yet, and the questions that would fill it."""

    what: str
    questions: list[str]


class Week(Data):
    """`mile18 week NAME --json`."""

    schema: Literal[1]
    profile: str
    today: Day
    days_to_race: Days | None
    headline: str
    gate: PlainGate
    now: list[str]
    warnings: list[Danger]
    days: list[WeekDay]
    loading: Loading | None
    no_longer_fits: list[NoLongerFits]
    not_needed: list[NotNeeded]
    not_known: list[NotKnown]
