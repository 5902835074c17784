"""One race in one row: what the list on the screen, `mile18 list`, its JSON and its CSV all show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from mile18.factor import span
from mile18.plan.data import moment_data
from mile18.plan.words import GATE_MARKS, GATE_SHORT
from mile18.profile import Profile
from mile18.readiness import standing
from mile18.topics.race.questions import countdown_to
from mile18.units import SI, localise
from mile18.warnings import warnings

# The gravest first, as it comes when one sorts by it.
_GRAVITY = ("do not race today", "ask first", "not answered", "clear")


class Weakest(Struct, frozen=True):
    """The factor with the lowest middle, in whole points."""

    factor: str
    title: str
    low: int
    high: int

    @property
    def middle(self) -> float:
        """What it is sorted by: 0–100, which is unknown, comes after what is known to be weak."""
        return (self.low + self.high) / 2


class Row(Struct, frozen=True, kw_only=True):
    """What a list shows of one file; it keeps neither the answers nor the document.

    Without a `gate` the file was not read: it cannot be if there are `problems`, and is still to be
    if there are none. `reported` is True if something stands behind a clear one, `odd` if an answer
    in it is none. `warnings` are the loud ones, in SI.
    """

    path: str
    name: str
    race: str = ""
    day: date | None = None
    days: int | None = None
    low: int = 0
    high: int = 100
    gate: str = ""
    reported: bool = False
    weakest: Weakest | None = None
    warnings: tuple[str, ...] = ()
    changed: datetime | None = None
    problems: tuple[str, ...] = ()
    odd: bool = False

    @property
    def readable(self) -> bool:
        """Whether the file was read."""
        return bool(self.gate)


def row(place: Row, profile: Profile, today: date) -> Row:
    """The row of a profile; `place` is a row that says only which file it is, and what is odd."""
    countdown = countdown_to(profile.race, today)
    stands = standing(profile, countdown)
    weakest = stands.weakest
    return replace(
        place,
        race=profile.race.name or "",
        day=profile.race.date,
        days=countdown.days,
        low=int(stands.overall.low + 0.5),
        high=int(stands.overall.high + 0.5),
        gate=stands.gate.status,
        reported=bool(stands.gate.reported),
        weakest=Weakest(weakest.rule.id, weakest.rule.title, weakest.low, weakest.high),
        warnings=tuple(
            localise(each.text, SI) for each in warnings(profile, countdown) if each.loud
        ),
    )


class Column(Struct, frozen=True):
    """A column: its title, the width it has on a screen, its words, and what it is sorted by.

    `rank` is None for a row that has nothing to be sorted by, which then comes last.
    """

    id: str
    title: str
    width: int
    text: Callable[[Row], str]
    rank: Callable[[Row], Any]
    right: bool = False


def _health(each: Row) -> str:
    if not each.gate:
        return ""
    return f"{GATE_MARKS[each.gate]} {'reported' if each.reported else GATE_SHORT[each.gate]}"


def _race(each: Row) -> str:
    return " ".join(each.race.split())


def _next_race_first(each: Row) -> tuple[int, int]:
    if each.days is None:
        return 1, 0
    return (0, each.days) if each.days >= 0 else (2, -each.days)


def _weakest_words(each: Row) -> str:
    found = each.weakest
    return f"{found.title} {span(found.low, found.high)}" if found else ""


COLUMNS: tuple[Column, ...] = (
    Column("name", "file", 14, lambda each: each.name, lambda each: each.name.casefold()),
    Column("race", "race", 11, _race, lambda each: _race(each).casefold() or None),
    Column(
        "date", "date", 10, lambda each: str(each.day) if each.day else "", lambda each: each.day
    ),
    Column(
        "days",
        "days",
        5,
        lambda each: "" if each.days is None else str(each.days),
        _next_race_first,
        right=True,
    ),
    Column(
        "ready",
        "ready",
        6,
        lambda each: span(each.low, each.high),
        lambda each: (each.low, each.high),
        right=True,
    ),
    Column(
        "gate",
        "health check",
        14,
        _health,
        lambda each: _GRAVITY.index(each.gate),
    ),
    Column(
        "warnings",
        "warn",
        5,
        lambda each: f"! {len(each.warnings)}" if each.warnings else "",
        # The most first.
        lambda each: -len(each.warnings),
    ),
    Column(
        "weakest",
        "weakest factor",
        23,
        _weakest_words,
        lambda each: each.weakest and (each.weakest.middle, each.weakest.low, each.weakest.title),
    ),
    Column(
        "changed",
        "last change",
        11,
        lambda each: str(each.changed.astimezone().date()) if each.changed else "",
        # The latest first: that is what one looks for.
        lambda each: -each.changed.timestamp() if each.changed else None,
    ),
)
BY_ID = {column.id: column for column in COLUMNS}
USUAL_ORDER = "days"
# Where there is no room for all columns, these go first, in this order.
FIRST_TO_GO = ("changed", "date", "weakest", "days", "warnings", "race")


def fitting(widths: Mapping[str, int], room: int | None, gap: int) -> list[str]:
    """The columns, by their ids, that fit into so many characters with gaps between; None is all."""
    kept = list(widths)
    for column in FIRST_TO_GO:
        if room is None or sum(widths[each] + gap for each in kept) - gap <= room:
            break
        if column in kept:
            kept.remove(column)
    return kept


def in_order(rows: Iterable[Row], column: Column, *, backwards: bool = False) -> list[Row]:
    """The rows sorted by a column, equals as they came; what has no value or is not read comes last."""
    known: list[tuple[Any, Row]] = []
    unknown: list[Row] = []
    unread: list[Row] = []
    for each in rows:
        if not each.readable:
            unread.append(each)
        elif (rank := column.rank(each)) is None:
            unknown.append(each)
        else:
            known.append((rank, each))
    known.sort(key=lambda pair: pair[0], reverse=backwards)
    unread.sort(key=lambda each: bool(each.problems))
    return [*(each for _, each in known), *unknown, *unread]


def matching(rows: Sequence[Row], typed: str) -> Sequence[Row]:
    """The rows in which every word that was typed occurs, in whatever column."""
    words = typed.casefold().split()
    if not words:
        return rows
    return [each for each in rows if _has_all(each, words)]


def _has_all(each: Row, words: Sequence[str]) -> bool:
    shown = "\n".join(
        (
            each.name,
            each.race,
            str(each.day or ""),
            each.gate,
            each.weakest.title if each.weakest else "",
            *each.problems,
        )
    ).casefold()
    return all(word in shown for word in words)


def data(each: Row) -> dict[str, Any]:
    """The row for programs; `race` is None if the race has no name."""
    found = each.weakest or Weakest("", "", 0, 100)
    return {
        "profile": each.name,
        "path": each.path,
        "race": each.race or None,
        "date": each.day.isoformat() if each.day else None,
        "days_to_race": each.days,
        "readiness": {"low": each.low, "high": each.high},
        "gate": each.gate,
        "weakest": asdict(found),
        "warnings": each.warnings,
        "changed": moment_data(each.changed) if each.changed else None,
        "problems": each.problems,
    }


def flat(each: Row) -> dict[str, Any]:
    """The same for a table of values: what is nested gets a name such as `readiness_low`."""
    found: dict[str, Any] = {}
    for key, value in data(each).items():
        if isinstance(value, dict):
            found |= {f"{key}_{name}": inside for name, inside in value.items()}
        elif isinstance(value, tuple):
            found[key] = "; ".join(value)
        else:
            found[key] = "" if value is None else value
    return found
