"""What several outputs have in common."""

from typing import Annotated, Literal

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


class Data(Struct, kw_only=True, forbid_unknown_fields=True):
    """An object whose keys are always there."""


class Interval(Data):
    """What the answers have made sure, and what they leave possible."""

    low: Points
    high: Points


class Danger(Data):
    """A danger already visible; the loud ones come first."""

    topic: str
    text: str
    evidence: Claims
    loud: bool


class Race(Data):
    """The race that it is about."""

    name: str | None
    date: Day | None
    distance: Km | None
    goal: Seconds | None


class Reason(Data):
    """Why the health gate stands as it does."""

    text: str
    evidence: Claims


class HealthGate(Data):
    """Whether symptoms speak against running, with the reasons and their claims."""

    status: Literal["clear", "not answered", "ask first", "do not race today"]
    reasons: list[Reason]


class PlainGate(Data):
    """The same with the reasons as text."""

    status: Literal["clear", "not answered", "ask first", "do not race today"]
    reasons: list[str]


class TrailPoint(Data):
    """The readiness on one day."""

    date: Day
    low: Points
    high: Points
