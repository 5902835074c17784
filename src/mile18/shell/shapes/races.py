"""What `show`, `list`, `compare` and `restore` print with `--json`."""

from typing import Annotated, Any, Literal

from msgspec import Meta

from mile18.shell.shapes.parts import (
    Claims,
    Danger,
    Data,
    Day,
    Days,
    Grade,
    HealthGate,
    Interval,
    Moment,
    Points,
    Race,
    TrailPoint,
)


class Part(Data):
    """A part of a factor and its share in per cent."""

    share: int
    low: Points
    high: Points
    label: str


class Cap(Data):
    """What keeps a factor down; not `certain` while an answer is open."""

    at: Points
    reason: str
    certain: bool


class Factor(Data):
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


class Lever(Data):
    """Something worth doing, and the answers that it would change, as the race file holds them."""

    factor: str
    action: str
    points: float
    lead_days: int
    possible: bool
    changes: dict[str, Any]


class Show(Data):
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
    warnings: list[Danger]
    factors: list[Factor]
    levers: list[Lever]
    open_questions: list[str]


class Side(Data):
    """One of two races."""

    profile: str
    days_to_race: Days | None
    readiness: Interval
    race_morning: Interval
    answered: Annotated[float, Meta(ge=0, le=1)]
    gate: str
    warnings: list[Danger]


class AnswerPair(Data):
    """Two answers that differ, as the race file holds them."""

    question: str
    prompt: str
    a: Any
    b: Any


class FactorSide(Data):
    """A factor on one side."""

    low: Points
    high: Points
    applies: bool | None


class FactorPair(Data):
    """A factor that differs."""

    id: str
    title: str
    a: FactorSide
    b: FactorSide


class OpenLever(Data):
    """What one side still could do, and the other has in place."""

    factor: str
    action: str
    points: float
    lead_days: int
    open_to: Literal["a", "b"]


class Compare(Data):
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


class Weakest(Data):
    """The weakest factor; empty where none is needed."""

    factor: str
    title: str
    low: Points
    high: Points


class ListedRace(Data):
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


class NotRead(Data):
    """A file that cannot be read."""

    profile: str
    path: str
    problems: list[str]


class Listed(Data):
    """`mile18 list --json`."""

    schema: Literal[1]
    profiles: list[ListedRace]
    not_read: list[NotRead]


class _Kept(Data):
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


class Restore(Data):
    """`mile18 restore NAME --json`."""

    schema: Literal[1]
    profile: str
    versions: list[Version]
    trash: list[Trashed]
