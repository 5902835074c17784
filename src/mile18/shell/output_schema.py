"""`mile18 schema --outputs`: the JSON Schema of whatever `--json` prints, command by command.

A key that is not known is null and never missing; days are `YYYY-MM-DD`, moments are
`YYYY-MM-DDTHH:MM:SSZ`, times of the race day are the clock of the runner.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Points = Annotated[int, Meta(ge=0, le=100, description="Whole points of 100")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$", description="A day")]
Moment = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", description="A moment in UTC")
]
Clock = Annotated[str, Meta(pattern=r"^\d\d:\d\d(:\d\d)?$", description="The runner's clock")]
Seconds = Annotated[int, Meta(description="Whole seconds")]
Km = Annotated[float, Meta(ge=0, description="Kilometres from the start")]
Pace = Annotated[float, Meta(description="Seconds per km")]
Days = Annotated[int, Meta(description="Days to the race; below 0 after it")]
Claims = Annotated[list[str], Meta(description="Ids of the claims behind it")]
Grade = Literal["A", "B", "C"]


class _Data(Struct, kw_only=True, forbid_unknown_fields=True):
    """An object whose keys are always there."""


class Interval(_Data):
    """What the answers have made sure, and what they leave possible."""

    low: Points
    high: Points


class Warning(_Data):  # noqa: A001 - what it is called in the output
    """A danger already visible; the loud ones come first."""

    topic: str
    text: str
    evidence: Claims
    loud: bool


class Race(_Data):
    """The race that it is about."""

    name: str | None
    date: Day | None
    distance: Km | None
    goal: Seconds | None


class Reason(_Data):
    """Why the health gate stands as it does."""

    text: str
    evidence: Claims


class HealthGate(_Data):
    """Whether symptoms speak against running, with the reasons and their claims."""

    status: Literal["clear", "not answered", "ask first", "do not race today"]
    reasons: list[Reason]


class PlainGate(_Data):
    """The same with the reasons as text."""

    status: Literal["clear", "not answered", "ask first", "do not race today"]
    reasons: list[str]


class TrailPoint(_Data):
    """The readiness on one day."""

    date: Day
    low: Points
    high: Points


class Part(_Data):
    """A part of a factor and its share in per cent."""

    share: int
    low: Points
    high: Points
    label: str


class Cap(_Data):
    """What keeps a factor down; not `certain` while an answer is open."""

    at: Points
    reason: str
    certain: bool


class Factor(_Data):
    """A factor of readiness; `applies` is null while it is open whether the race needs it."""

    id: str
    topic: str
    title: str
    weight: int
    low: Points
    high: Points
    grade: Grade
    applies: bool | None
    arithmetic: str
    parts: list[Part]
    cap: Cap | None
    why: str
    evidence: Claims


class Lever(_Data):
    """Something worth doing, and the answers that it would change, as the race file holds them."""

    factor: str
    action: str
    points: float
    lead_days: int
    possible: bool
    changes: dict[str, Any]


class Show(_Data):
    """`mile18 show NAME --json`; without factors and questions while the health gate is shut."""

    schema: Literal[1]
    about: str
    profile: str
    race: Race
    today: Day
    days_to_race: Days | None
    readiness: Interval
    race_morning: Interval
    trail: list[TrailPoint]
    answered: Annotated[float, Meta(ge=0, le=1)]
    gate: HealthGate
    warnings: list[Warning]
    factors: list[Factor]
    levers: list[Lever]
    open_questions: list[str]


class Task(_Data):
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


class WeekDay(_Data):
    """A day of race week."""

    days_to_race: Days
    date: Day | None
    tasks: list[Task]


class FoodPortion(_Data):
    """A portion of a loading day."""

    id: str
    food: str
    grams: int
    done: bool


class LoadingDay(_Data):
    """A day of loading."""

    days_to_race: Days
    eaten_g: int
    portions: list[FoodPortion]


class Loading(_Data):
    """The loading plan; amounts are null where they are withheld or no body mass is known."""

    g_per_kg: list[float]
    grams_a_day: list[int] | None
    own_grams_a_day: int | None
    days: list[LoadingDay]


class NoLongerFits(_Data):
    """What time is too short for."""

    what: str
    why: str
    private: bool


class NotNeeded(_Data):
    """What this race does not need."""

    what: str
    why: str


class NotKnown(_Data):
    """What cannot be said yet, and the questions that would fill it."""

    what: str
    questions: list[str]


class Week(_Data):
    """`mile18 week NAME --json`."""

    schema: Literal[1]
    profile: str
    today: Day
    days_to_race: Days | None
    headline: str
    gate: PlainGate
    now: list[str]
    warnings: list[Warning]
    days: list[WeekDay]
    loading: Loading | None
    no_longer_fits: list[NoLongerFits]
    not_needed: list[NotNeeded]
    not_known: list[NotKnown]


class Goal(_Data):
    """The goal."""

    km: Km
    seconds: Seconds
    pace: Pace


class _Place(_Data):
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


class CourseFacts(_Data):
    """The course of the race in metres up and down."""

    km: Km
    ascent: int | None
    descent: int | None
    source: str | None


class Hour(_Data):
    """An hour of weather."""

    at: Clock | None
    celsius: float | None
    humidity: float | None
    dew_point: float | None
    sun: str | None


class HeatOfDay(_Data):
    """The hours from start to an hour after the goal, the warmest air, and the flags in words."""

    hours: list[Hour]
    warmest: float | None
    flags: str


class Plan(_Data):
    """Plan A, B or C."""

    plan: Literal["A", "B", "C"]
    celsius: float | None
    goal: Seconds | None
    times: list[float]
    suggested: bool


class Withheld(_Data):
    """What a health answer withholds."""

    what: str
    why: str


class DayOfRace(_Data):
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


class DebriefRow(_Data):
    """Planned against done, in the unit named; `verdict` is null where nothing can be held against it."""

    id: str
    what: str
    unit: str
    planned: float | None
    done: float | None
    verdict: str | None
    told: str
    limits: str
    notes: list[str]
    evidence: Claims


class Debrief(_Data):
    """`mile18 debrief NAME --json`; cramps have the keys of the race file."""

    schema: Literal[1]
    profile: str
    today: Day
    days_to_race: Days | None
    result: str | None
    rows: list[DebriefRow]
    cramped: bool | None
    cramps: list[dict[str, Any]]
    said: list[str]
    change: str | None
    not_noted: list[str]


class Raced(_Data):
    """A race that was run."""

    race: str
    date: Day | None
    cramped: bool | None
    figures: dict[str, float]


class Spread(_Data):
    """The figures of one side."""

    n: int
    median: float
    lowest: float
    highest: float


class Compared(_Data):
    """A figure with and without cramps."""

    id: str
    what: str
    unit: str
    known: int
    with_cramps: Spread | None
    without: Spread | None


class DebriefAll(_Data):
    """`mile18 debrief --json`: all races that were run, and no cause."""

    schema: Literal[1]
    about: str
    with_cramps: int
    without: int
    fewest_to_compare: int
    copies_left_out: int
    races: list[Raced]
    compared: list[Compared]


class Side(_Data):
    """One of two races."""

    profile: str
    days_to_race: Days | None
    readiness: Interval
    race_morning: Interval
    answered: Annotated[float, Meta(ge=0, le=1)]
    gate: str
    warnings: list[Warning]


class AnswerPair(_Data):
    """Two answers that differ, as the race file holds them."""

    question: str
    prompt: str
    a: Any
    b: Any


class FactorSide(_Data):
    """A factor on one side."""

    low: Points
    high: Points
    applies: bool | None


class FactorPair(_Data):
    """A factor that differs."""

    id: str
    title: str
    a: FactorSide
    b: FactorSide


class OpenLever(_Data):
    """What one side still could do, and the other has in place."""

    factor: str
    action: str
    points: float
    lead_days: int
    open_to: Literal["a", "b"]


class Compare(_Data):
    """`mile18 compare A B --json`: only what differs."""

    schema: Literal[1]
    about: str
    today: Day
    a: Side
    b: Side
    same_answers: int
    answers: list[AnswerPair]
    factors: list[FactorPair]
    levers: list[OpenLever]


class Weakest(_Data):
    """The weakest factor; empty where none is needed."""

    factor: str
    title: str
    low: Points
    high: Points


class ListedRace(_Data):
    """A race of a folder."""

    profile: str
    path: str
    race: str | None
    date: Day | None
    days_to_race: Days | None
    readiness: Interval
    gate: str
    weakest: Weakest
    warnings: list[str]
    changed: Moment | None
    problems: list[str]


class NotRead(_Data):
    """A file that cannot be read."""

    profile: str
    path: str
    problems: list[str]


class Listed(_Data):
    """`mile18 list --json`."""

    schema: Literal[1]
    profiles: list[ListedRace]
    not_read: list[NotRead]


class _Kept(_Data):
    """A file kept of a race; the counts are null for what cannot be read."""

    path: str
    answers: int | None
    answers_apart: int | None
    factors_apart: int | None


class Version(_Kept):
    """An earlier version, which stood until then."""

    version: int
    until: Moment


class Trashed(_Kept):
    """A deleted race."""

    place: str
    since: Moment


class Restore(_Data):
    """`mile18 restore NAME --json`."""

    schema: Literal[1]
    profile: str
    versions: list[Version]
    trash: list[Trashed]


class Aid(_Data):
    """An aid station."""

    km: Km
    offers: str | None


class Course(_Data):
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


class Weather(_Data):
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


OUTPUTS: dict[str, type[_Data]] = {
    "show": Show,
    "week": Week,
    "day": DayOfRace,
    "debrief": Debrief,
    "debrief, all races": DebriefAll,
    "compare": Compare,
    "list": Listed,
    "restore": Restore,
    "course": Course,
    "weather": Weather,
}
"""By the command that prints it."""


def outputs_schema() -> dict[str, Any]:
    """One JSON Schema (draft 2020-12): `properties` has that of each command."""
    refs, definitions = msgspec.json.schema_components(
        OUTPUTS.values(), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What mile18 prints with --json",
        "description": " ".join((__doc__ or "").split("\n\n", 1)[1].split()),
        "type": "object",
        "properties": dict(zip(OUTPUTS, refs, strict=True)),
        "$defs": definitions,
    }
