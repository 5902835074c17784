"""The words that rules are written in: parts, caps, factors, advice and cautions."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

Grade = Literal["A", "B", "C"]
Changes = Mapping[str, Mapping[str, Any]]


class Countdown(Struct, frozen=True):
    """Today, and the race date if it is known; `ends` is the day of the finish if that is later."""

    today: date
    race: date | None = None
    ends: date | None = None

    @property
    def days(self) -> int | None:
        """Whole days until the race, 0 while it runs; negative once it is past."""
        if self.race is None:
            return None
        left = (self.race - self.today).days
        return left if left >= 0 else min(0, (self.last_day - self.today).days)

    @property
    def last_day(self) -> date:
        """The day of the finish, as far as it is known."""
        return self.ends or self.race_day

    @property
    def race_day(self) -> date:
        """The race date, or today as long as none is known."""
        return self.race or self.today


class Part(Struct, frozen=True):
    """One addend of a factor: its share in per cent, and the points that the answers leave possible."""

    share: int
    low: int
    high: int
    label: str


def scored(share: int, points: float, label: str) -> Part:
    """A part that the answers settle at `points` (0–100)."""
    settled = max(0, min(100, int(points + 0.5)))
    return Part(share, settled, settled, label)


def unanswered(share: int, what: str) -> Part:
    """A part that nothing is known about yet."""
    return Part(share, 0, 100, f"{what}: not answered")


def at_most(part: Part) -> Part:
    """The part while another answer, still open, may take all of it away."""
    return replace(part, low=0)


class Cap(Struct, frozen=True):
    """A limit that a factor cannot pass for now; `certain` is False while the reason is unanswered."""

    at: int
    reason: str
    certain: bool = True


class Verdict(Struct, frozen=True):
    """What a rule says about a set of answers.

    `applies` is None while it is open whether the race needs this factor; `because` says why it is
    not needed, or why that is open.
    """

    parts: tuple[Part, ...]
    cap: Cap | None = None
    applies: bool | None = True
    because: str = ""


class Caution(Struct, frozen=True):
    """A danger in the answers, in a few short sentences, and the claims behind it.

    `topic` is the id of the factor that it is about, else a topic. A loud one comes before every
    other advice; a `private` one tells of a health answer.
    """

    text: str
    evidence: tuple[str, ...]
    topic: str = "nutrition"
    loud: bool = True
    private: bool = False


class Todo(Struct, frozen=True):
    """What advice is in the plan of race week: its title, and how many days before the race is best.

    Ticks in race files and entries in calendars know it by its `id`. Where the title `says_all`, the
    words of the advice would only say it again. `why`, `evidence` and `grade` stand in for the
    rule's where only a part of them is about it.
    """

    id: str
    title: str
    best_days: int
    says_all: bool = False
    why: str = ""
    evidence: tuple[str, ...] = ()
    grade: Grade | None = None


class Advice(Struct, frozen=True):
    """Something worth doing: in words, as changed answers, and the days it needs before the race.

    Without a `todo` it is no task of its own, since race week has tasks for it anyway. `hard` is
    running that is hard or long, or tries something out on a long run.
    """

    action: str
    changes: Changes
    lead_days: int = 0
    todo: Todo | None = None
    hard: bool = False


class Rule(Struct, frozen=True, kw_only=True):
    """How one factor follows from the answers of the topics named in `reads`.

    `judge` and `advise` are called with those topics' answers and the countdown; `asks` names the
    questions that settle the factor, most telling first; `todos` is what its advice may become.
    """

    id: str
    title: str
    topic: str
    grade: Grade
    why: str
    evidence: tuple[str, ...]
    reads: tuple[str, ...]
    asks: tuple[str, ...]
    judge: Callable[..., Verdict]
    advise: Callable[..., Iterable[Advice]]
    todos: tuple[Todo, ...] = ()


class Factor(Struct, frozen=True):
    """A rule applied: its weight, and the interval (whole points, 0–100) still possible.

    With `amounts_withheld` its parts name amounts that the runner must not be told.
    """

    rule: Rule
    weight: int
    verdict: Verdict
    low: int
    high: int
    amounts_withheld: bool = False

    @property
    def applies(self) -> bool:
        """False if this race does not need the factor, so that it carries no weight."""
        return self.verdict.applies is not False

    @property
    def settled(self) -> bool:
        """True once no answer is open that could move the factor."""
        return self.low == self.high

    @property
    def arithmetic(self) -> str:
        """The sum that gives the interval, for anyone to redo."""
        if not self.applies:
            return f"not needed: {self.verdict.because}"
        if self.amounts_withheld:
            return f"{span(self.low, self.high)}, from your answers. Ask your doctor about amounts"
        addends = " + ".join(
            f"{part.share / 100:g} × {span(part.low, part.high)} ({part.label})"
            for part in self.verdict.parts
        )
        line = f"{span(self.low, self.high)} = {addends}"
        if cap := self.verdict.cap:
            end = "" if cap.certain else "low end "
            line += f", {end}at most {cap.at}: {cap.reason}"
        if self.verdict.because:
            line += f"; {self.verdict.because}"
        return line


def factor(rule: Rule, weight: int, verdict: Verdict) -> Factor:
    """Fold a verdict's parts and cap into whole points, halves rounded up."""
    low = high = 50
    for part in verdict.parts:
        low += part.share * part.low
        high += part.share * part.high
    low //= 100
    high //= 100
    if cap := verdict.cap:
        low = min(low, cap.at)
        if cap.certain:
            high = min(high, cap.at)
    return Factor(rule, weight, verdict, low, high)


def span(low: float, high: float) -> str:
    """An interval in whole points, halves rounded up: `64–82`, or `73` once nothing is open."""
    first, last = int(low + 0.5), int(high + 0.5)
    return f"{first}" if first == last else f"{first}–{last}"
