"""A question, declared once: form row, TOML key, validation, help text and schema follow from it."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import fields


class Kind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    DURATION = "duration"
    DATE = "date"
    TIME = "time of day"
    YES_NO = "yes or no"
    CHOICE = "choice"
    CHECKLIST = "checklist"
    LOG = "log"
    TICKS = "ticks"


class Question(Struct, frozen=True, kw_only=True):
    """What is asked, what is allowed, and why."""

    key: str
    kind: Kind
    prompt: str
    why: str
    amounts: str = ""
    amounts_of: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    choices: Mapping[str, str] = {}
    seed: int | None = None
    group: str = ""
    entry: "type[Entry] | None" = None
    as_pace: bool = False
    lasts: bool = False
    example: str = ""

    @property
    def is_short(self) -> bool:
        """True for a duration of minutes, where 1:30 means a minute and a half."""
        return self.unit == SHORT_DURATION_UNIT

    @property
    def allowed(self) -> str:
        """What an answer may be, in words, in SI units."""
        match self.kind:
            case Kind.CHOICE | Kind.CHECKLIST:
                words = ", ".join(self.choices)
                return f"one of: {words}" if self.kind is Kind.CHOICE else f"a list of: {words}"
            case Kind.NUMBER | Kind.WHOLE:
                noun = "a number" if self.kind is Kind.NUMBER else "a whole number"
                unit = f" {self.unit}" if self.unit else ""
                return f"{noun} from {self.at_least:g} to {self.at_most:g}{unit}"
            case _:
                return _ALLOWED[self.kind]


DURATION_UNIT = "h:mm:ss"
SHORT_DURATION_UNIT = "m:ss"

_ALLOWED = {
    Kind.TEXT: "text in quotes",
    Kind.DURATION: 'a duration such as "3:45:00", or seconds',
    Kind.DATE: "a date such as 2027-05-02",
    Kind.TIME: "a time of day such as 07:30:00",
    Kind.YES_NO: "true or false",
    Kind.LOG: "a list of entries, each a table of its own",
    Kind.TICKS: "a list of texts in quotes",
}


def ask(
    prompt: str,
    *,
    why: str,
    amounts: str = "",
    amounts_of: str | tuple[str, ...] = (),
    evidence: str | tuple[str, ...] = (),
    unit: str = "",
    at_least: float | None = None,
    at_most: float | None = None,
    choices: Mapping[str, str] | None = None,
    seed: int | None = None,
    group: str = "",
    as_pace: bool = False,
    lasts: bool = False,
    example: str = "",
) -> Meta:
    """Declare a question; the result stands inside the union: `Annotated[float, ask(…)] | None`.

    `unit` is the SI unit that the answer is stored in, `seed` the number of the seed article's
    question that it answers, `group` the heading above it, `as_pace` allows `5:20/km` for a time.
    `lasts` marks an answer that holds for the next race too. `example` is one as a runner types it.
    `amounts` says what guidance names; it follows `why`, unless one of `amounts_of` is withheld from
    the runner.
    """
    told: dict[str, Any] = {
        "prompt": prompt,
        "why": why,
        "amounts": amounts,
        "amounts_of": (amounts_of,) if isinstance(amounts_of, str) else amounts_of,
        "evidence": (evidence,) if isinstance(evidence, str) else evidence,
        "unit": unit,
        "at_least": at_least,
        "at_most": at_most,
        "choices": choices or {},
        "seed": seed,
        "group": group,
        "as_pace": as_pace,
        "lasts": lasts,
        "example": example,
    }
    told_all = f"{why} {amounts}".rstrip()
    return Meta(ge=at_least, le=at_most, title=prompt, description=told_all, extra={"ask": told})


class Answers(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answers of one topic; None means not answered, never zero or no.

    A sheet that is no tab is kept by a screen of its own, and its questions are not asked. What is
    not answered either is written by mile18 itself, and sets no two profiles apart.
    """

    is_tab: ClassVar[bool] = True
    is_answered: ClassVar[bool] = True

    notes: (
        Annotated[
            str,
            ask(
                "Notes",
                why="Room for whatever you want to keep with this topic.",
                example="two laps, the hill is at km 8",
            ),
        ]
        | None
    ) = None


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a log: a night, a cramp."""


_KINDS: dict[Any, Kind] = {
    str: Kind.TEXT,
    float: Kind.NUMBER,
    int: Kind.WHOLE,
    bool: Kind.YES_NO,
    date: Kind.DATE,
    time: Kind.TIME,
}


@cache
def questions(sheet: type[Answers] | type[Entry]) -> tuple[Question, ...]:
    """The questions of a topic or of a log entry, in the order asked; notes come last."""
    found = [_question(field.name, field.type) for field in fields(sheet)]
    return tuple(sorted(found, key=lambda question: question.key == "notes"))


def _question(key: str, declared: Any) -> Question:
    annotated = next(part for part in get_args(declared) if get_origin(part) is Annotated)
    answer, meta = get_args(annotated)
    told = meta.extra["ask"]
    entry = None
    if get_origin(answer) is Literal:
        kind = Kind.CHOICE
    elif get_origin(answer) is tuple:
        item = get_args(answer)[0]
        if item is str:
            kind = Kind.TICKS
        else:
            kind = Kind.CHECKLIST if get_origin(item) is Literal else Kind.LOG
        entry = item if kind is Kind.LOG else None
    elif told["unit"] in (DURATION_UNIT, SHORT_DURATION_UNIT):
        kind = Kind.DURATION
    else:
        kind = _KINDS[answer]
    return Question(key=key, kind=kind, entry=entry, **told)
