"""A question, declared once: form row, TOML key, validation, help text and schema follow from it."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Literal, get_args, get_origin

from msgspec import Struct, StructMeta
from msgspec.structs import fields, replace

from mile18.units import Units


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
    """What is asked, what is allowed, and why; a question of a log entry has no topic."""

    topic: str = ""
    key: str = ""
    kind: Kind = Kind.TEXT
    prompt: str
    why: str
    amounts: str = ""
    amounts_of: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    usual: tuple[float, float] | None = None
    choices: Mapping[str, str] = {}
    seed: int | None = None
    group: str = ""
    entry: "type[Entry] | None" = None
    as_pace: bool = False
    lasts: bool = False
    example: str = ""

    @property
    def id(self) -> str:
        """What names it among all questions: `topic.key`, in the entries of a log the key."""
        return f"{self.topic}.{self.key}" if self.topic else self.key

    @property
    def in_full(self) -> str:
        """The topic and what is asked: `Race: Goal time`."""
        return f"{self.topic.capitalize()}: {self.prompt}"

    @property
    def told(self) -> str:
        """Why it is asked, with the amounts that guidance names."""
        return f"{self.why} {self.amounts}".rstrip()

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
    within: tuple[float, float] | None = None,
    usual: tuple[float, float] | None = None,
    choices: Mapping[str, str] | None = None,
    seed: int | None = None,
    group: str = "",
    as_pace: bool = False,
    lasts: bool = False,
    example: str = "",
) -> Any:
    """Declare a question as what its field begins with: `hours: float | None = ask("Hours", why="…")`.

    `unit` is the SI unit that the answer is stored in, `within` what is allowed in it, and an
    answer outside of `usual` is allowed but asked about. `choices` are the labels of the keys where
    these are no words themselves. `group` is a heading, above this question and those that follow.
    `seed` is the number of the seed article's question that it answers, `as_pace` allows `5:20/km`
    for a time. `lasts` marks an answer that holds for the next race too. `example` is one as a
    runner types it. `amounts` says what guidance names; it follows `why`, unless one of `amounts_of`
    is withheld from the runner.
    """
    at_least, at_most = within or (None, None)
    return Question(
        prompt=prompt,
        why=why,
        amounts=amounts,
        amounts_of=(amounts_of,) if isinstance(amounts_of, str) else amounts_of,
        evidence=(evidence,) if isinstance(evidence, str) else evidence,
        unit=unit,
        at_least=at_least,
        at_most=at_most,
        usual=usual,
        choices=choices or {},
        seed=seed,
        group=group,
        as_pace=as_pace,
        lasts=lasts,
        example=example,
    )


class _Asking(StructMeta):
    """Keeps what a sheet asks, so that each of its fields begins as None: not answered."""

    asked: dict[str, Question]

    def __new__(
        mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> "_Asking":
        asked = {key: each for key, each in namespace.items() if isinstance(each, Question)}
        made = super().__new__(mcls, name, bases, namespace | dict.fromkeys(asked), **options)
        made.asked = {**getattr(made, "asked", {}), **asked}
        return made


class Answers(Struct, metaclass=_Asking, frozen=True, kw_only=True, omit_defaults=True):
    """The answers of one topic, called like it; None means not answered, never zero or no.

    A sheet that is no tab is kept by a screen of its own, and its questions are not asked. What is
    not answered either is written by mile18 itself, and sets no two profiles apart.
    """

    is_tab: ClassVar[bool] = True
    is_answered: ClassVar[bool] = True

    notes: str | None = ask(
        "Notes",
        why="Room for whatever you want to keep with this topic.",
        example="two laps, the hill is at km 8",
    )


class Entry(Struct, metaclass=_Asking, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a log: a night, a cramp."""

    in_words: ClassVar[bool] = False
    """Whether a line of words says it, which can be typed where the log is asked for."""

    def words(self, units: Units) -> str:
        """The entry as a line that `read` reads back."""
        raise NotImplementedError

    @classmethod
    def read(cls, text: str, setting: Any) -> "Entry":
        """The entry that a line says; raises EntryError."""
        raise NotImplementedError


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
    topic, group = sheet.__name__.lower() if issubclass(sheet, Answers) else "", ""
    found = []
    for field in fields(sheet):
        asked = sheet.asked[field.name]
        group = asked.group or group
        answered = _answered(asked, field.type)
        found.append(replace(asked, key=field.name, topic=topic, group=group, **answered))
    return tuple(sorted(found, key=lambda question: question.key == "notes"))


def _answered(asked: Question, declared: Any) -> dict[str, Any]:
    """How a question is answered, by the type of its field."""
    answer = next(each for each in get_args(declared) if each is not NoneType)
    if get_origin(answer) is Literal:
        return {"kind": Kind.CHOICE, "choices": asked.choices or _labels(answer)}
    if get_origin(answer) is not tuple:
        is_duration = asked.unit in (DURATION_UNIT, SHORT_DURATION_UNIT)
        return {"kind": Kind.DURATION if is_duration else _KINDS[answer]}
    item = get_args(answer)[0]
    if item is str:
        return {"kind": Kind.TICKS}
    if get_origin(item) is Literal:
        return {"kind": Kind.CHECKLIST, "choices": asked.choices or _labels(item)}
    return {"kind": Kind.LOG, "entry": item}


def _labels(keys: Any) -> dict[str, str]:
    return {key: key.replace("_", " ") for key in get_args(keys)}
