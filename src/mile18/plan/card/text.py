"""The race card as plain text of 32 columns, for a note on a phone."""

from collections.abc import Iterable, Iterator, Sequence

from mile18.plan.card.card import INSTEAD, Card
from mile18.plan.card.parts import CrampPart, FuelPart, Line, PlanPart, SplitPart
from mile18.plan.day.page import Kind, line_rows
from mile18.plan.day.page import Line as Row
from mile18.plan.wrap import columns, padded, wrapped

COLUMNS = 32


def card_text(card: Card) -> str:
    """The card in lines of at most 32 columns, wide letters counted as two."""
    return "\n".join(_lines(card)) + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield from _told(card.name)
    for fact in card.facts:
        yield from _told(fact)
    yield from _said(card.opening)
    yield from _gaps(card.gaps)
    if card.contact:
        yield from _section("Emergency")
        yield from _told(card.contact.emergency)
        yield from _told(card.contact.medical)
        yield from _gaps(card.contact.gaps)
    yield from _stop(card.cramp)
    if card.plan:
        yield from _plans(card.plan.plans)
        yield from _splits(card.plan.splits)
        yield from _fuel(card.plan.fuel)
        yield from _section("Drink")
        yield from _said(card.plan.drink.lines)
        yield from _gaps(card.plan.drink.gaps)
    if card.instead:
        yield from _section(INSTEAD)
        yield from _said(card.instead)
    yield from _cramp(card.cramp)
    yield ""
    yield from _told(card.small_print)


def _plans(part: PlanPart) -> Iterator[str]:
    yield from _section("Plans")
    for row in part.rows:
        first, *more = [each for each in (row.finish, row.air, row.source) if each]
        told = f"{first} · {row.pace}" if row.pace else first
        yield from wrapped(told, COLUMNS, f"{row.letter}  ")
        for each in more:
            yield from wrapped(each, COLUMNS, "   ")
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _splits(part: SplitPart) -> Iterator[str]:
    yield from _section("Splits")
    if part.marks:
        head = (part.unit, *part.letters)
        yield from _table([head, *((mark.short, *mark.times) for mark in part.marks)])
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _fuel(part: FuelPart) -> Iterator[str]:
    yield from _section("Fuel")
    if part.rows:
        rows = [
            (f"{row.number}", row.minute, row.clock, row.place + ("*" if row.station else " "))
            for row in part.rows
        ]
        yield from _table([("", "min", "h:mm", "at "), *rows])
    if any(row.station for row in part.rows):
        yield from _told("* an aid station is near")
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _stop(cramp: CrampPart) -> Iterator[str]:
    yield from _section(cramp.title)
    yield from _told(cramp.rule)
    yield from _bullets(cramp.signs, "!")
    yield from _numbered(cramp.actions)


def _cramp(cramp: CrampPart) -> Iterator[str]:
    yield from _section("Cramp: stretch")
    yield from _numbered(cramp.steps)
    for each in cramp.stretches:
        yield from wrapped(f"{each.muscle}: {each.how}", COLUMNS, "-  ")
    yield from _bullets((cramp.hold_note, *cramp.cautions, *cramp.pickle))
    if cramp.restart:
        yield from _section("Run again")
        yield from _numbered(cramp.restart)
        yield from _bullets(cramp.recurrence)


def _section(title: str) -> tuple[str, str]:
    return "", title.upper()


def _said(said: Iterable[Line]) -> Iterator[str]:
    for each in said:
        yield from _told(each.text, "loud" if each.loud else "said")


def _gaps(texts: Iterable[str]) -> Iterator[str]:
    for each in texts:
        yield from _told(each, "lack")


def _bullets(texts: Iterable[str], sign: str = "-") -> Iterator[str]:
    for each in texts:
        yield from wrapped(each, COLUMNS, f"{sign}  ")


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    for at, each in enumerate(texts, 1):
        yield from wrapped(each, COLUMNS, f"{at}  ")


def _told(text: str, kind: Kind = "figure") -> Iterator[str]:
    if text:
        yield from line_rows(Row(text, kind), COLUMNS)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with the first column to the left, the others to the right and as wide apart as fits."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    free = COLUMNS - sum(widths)
    gap = " " * max(1, min(3, free // max(1, len(widths) - 1)))
    for first, *others in rows:
        cells = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        yield gap.join((padded(first, widths[0]), *cells)).rstrip()
