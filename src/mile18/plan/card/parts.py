"""What the race card is made of, in words and in the runner's units; each format only lays it out."""

from collections.abc import Iterable

from msgspec import Struct

from mile18.plan.day.words import Lack, Said, listed
from mile18.profile import question_by_id
from mile18.units import Units, localise

_QUESTIONS_NAMED = 3


class Line(Struct, frozen=True):
    """A sentence on the card; a loud one is a warning."""

    text: str
    loud: bool = False


class PlanRow(Struct, frozen=True):
    """One plan: its letter, the air it is for, the finish time, the pace, and where these come from.

    An empty text is not known.
    """

    letter: str
    air: str
    finish: str
    pace: str
    source: str = ""


class PlanPart(Struct, frozen=True, kw_only=True):
    """Plans A, B and C and the weather they were made for."""

    rows: tuple[PlanRow, ...]
    lines: tuple[Line, ...]
    gaps: tuple[str, ...]


class Mark(Struct, frozen=True):
    """A place on the course: short for a narrow column, in full, and the time of each plan there.

    `clocks` is the time of day of each plan, empty while the start is unknown.
    """

    short: str
    label: str
    times: tuple[str, ...]
    clocks: tuple[str, ...] = ()
    is_key: bool = False


class CoursePart(Struct, frozen=True, kw_only=True):
    """Heights in m, evenly spaced; `stations` and named `ticks` are shares of the way."""

    heights: tuple[float, ...]
    stations: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    words: str


class SplitPart(Struct, frozen=True, kw_only=True):
    """Elapsed times at even pace, a column for each plan in `letters`; `unit` is km or mi."""

    unit: str
    letters: tuple[str, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    gaps: tuple[str, ...]


class PortionRow(Struct, frozen=True):
    """One portion: number, minutes and h:mm after the start, place, and the aid station near it.

    `product` is empty where all portions are of one.
    """

    number: int
    minute: str
    clock: str
    place: str
    station: str
    product: str


class FuelPart(Struct, frozen=True, kw_only=True):
    """What to take when; `rows` are the first of the portions where there are very many (`more`)."""

    rows: tuple[PortionRow, ...]
    more: bool
    lines: tuple[Line, ...]
    gaps: tuple[str, ...]


class DrinkPart(Struct, frozen=True, kw_only=True):
    """How to drink, between losing too much and gaining any."""

    lines: tuple[Line, ...]
    gaps: tuple[str, ...]


class Stretch(Struct, frozen=True):
    """A muscle and how to lengthen it."""

    muscle: str
    how: str


class CrampPart(Struct, frozen=True, kw_only=True):
    """The cramp protocol in short; `hold_mark` is in seconds, `hour` too.

    `restart` and `recurrence` are empty for who must not run on.
    """

    title: str
    rule: str
    signs: tuple[str, ...]
    actions: tuple[str, ...]
    clear_title: str
    clear_headed: tuple[str, ...]
    steps: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    hold_note: str
    hold_mark: int
    restart: tuple[str, ...]
    cautions: tuple[str, ...]
    recurrence: tuple[str, ...]
    hour: int
    pickle: tuple[str, ...]


class Contact(Struct, frozen=True, kw_only=True):
    """Whom to call and what a medic must know, as far as it was written down."""

    emergency: str
    medical: str
    gaps: tuple[str, ...]


def lines(said: Iterable[Said], units: Units) -> tuple[Line, ...]:
    """Sentences in the runner's units, each once, warnings first, and nothing of a health answer."""
    told = dict.fromkeys(
        Line(localise(each.text, units), each.loud) for each in said if not each.private
    )
    return tuple(sorted(told, key=lambda line: not line.loud))


def gaps(lacks: Iterable[Lack], units: Units) -> tuple[str, ...]:
    """What is lacking and which answers would fill it, in words, each once."""
    return tuple(dict.fromkeys(_gap(each, units) for each in lacks))


def _gap(lack: Lack, units: Units) -> str:
    asked = [question_by_id(name) for name in lack.questions]
    told = []
    for topic in dict.fromkeys(each.topic for each in asked):
        prompts = [f"“{each.prompt}”" for each in asked if each.topic == topic]
        more = len(prompts) - _QUESTIONS_NAMED
        if more > 1:
            prompts[_QUESTIONS_NAMED:] = [f"{more} more"]
        told.append(f"{listed(prompts)} under {topic.capitalize()}")
    what = localise(lack.what, units)
    return f"{what} Fill in {listed(told)}." if told else what
