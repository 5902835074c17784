"""What `day`, `course` and `weather` print with `--json`."""

from typing import Annotated, Literal

from msgspec import Meta

from mile18.shell.shapes.parts import Clock, Data, Day, Days, Km, Moment, Pace, PlainGate, Seconds


class Goal(Data):
    """The goal."""

    km: Km
    seconds: Seconds
    pace: Pace


class _Place(Data):
    """A place of the race; `days` past the day of the start, null without a start."""

    km: Km
    elapsed: Seconds | None
    clock: Clock | None
    days: int | None


class Place(_Place):
    """A place, with the time since the start and the clock."""


class Split(_Place):
    """The end of a stretch, with the pace over it."""

    pace: Pace | None


class Portion(_Place):
    """A portion; `product` is empty where it has no name."""

    product: str


class Station(_Place):
    """An aid station or cut-off; `margin` is what is left to it, below 0 for too late."""

    offers: str
    cutoff: Clock | None
    margin: Seconds | None


class CourseFacts(Data):
    """The course of the race in metres up and down."""

    km: Km
    ascent: int | None
    descent: int | None
    source: str | None


class Hour(Data):
    """An hour of weather."""

    at: Clock | None
    celsius: float | None
    humidity: float | None
    dew_point: float | None
    sun: str | None


class HeatOfDay(Data):
    """The hours from start to an hour after the goal, the warmest air, and the flags in words."""

    hours: list[Hour]
    warmest: float | None
    flags: str


class Plan(Data):
    """Plan A, B or C."""

    plan: Literal["A", "B", "C"]
    celsius: float | None
    goal: Seconds | None
    times: list[float]
    suggested: bool


class Withheld(Data):
    """What a health answer withholds."""

    what: str
    why: str


class DayOfRace(Data):
    """`mile18 day NAME --json`; while the health gate is shut the keys of the plan are null."""

    schema: Literal[1]
    profile: str
    today: Day
    days_to_race: Days | None
    gate: PlainGate
    goal: Goal | None
    splits: list[Split] | None
    each: list[Split] | None
    half: Place | None
    portions: list[Portion] | None
    stations: list[Station] | None
    course: CourseFacts | None
    heat: HeatOfDay | None
    plans: list[Plan] | None
    withheld: list[Withheld]


class Aid(Data):
    """An aid station."""

    km: Km
    offers: str | None


class Course(Data):
    """`mile18 course NAME --json`; `points` are pairs of km and metres."""

    schema: Literal[1]
    profile: str
    km: Km | None
    ascent: int | None
    descent: int | None
    points: list[Annotated[list[float], Meta(min_length=2, max_length=2)]]
    stations: list[Aid]
    scaled_by: float | None
    source: str | None
    notes: list[str]


class Weather(Data):
    """`mile18 weather NAME --json`; `sent` is all that left the machine."""

    schema: Literal[1]
    profile: str
    place: str | None
    zone: str | None
    fetched: Moment | None
    kind: str | None
    hours: list[Hour]
    warm: float | None
    hottest: float | None
    sent: list[str]
    notes: list[str]
