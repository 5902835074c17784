"""The race card as a page: which parts, in which order."""

from collections.abc import Iterable, Iterator, Sequence

from mile18.page import (
    Block,
    Either,
    Facts,
    Page,
    Section,
    Sentence,
    Table,
    numbered,
    plain,
    points,
    said,
)
from mile18.plan.card.card import INSTEAD, Card, CardPlan
from mile18.plan.card.parts import Contact, CrampPart, FuelPart, Line, PlanPart, PlanRow, SplitPart

# A note on a phone; narrow tables are made to fit.
NOTE_COLUMNS = 32
_WIDEST_GAP = 3


def card_page(card: Card) -> Page:
    """The card as a page: first what a cramp needs, then the plan in the order of the day."""
    facts = (Facts(card.facts),) if card.facts else ()
    head = (*facts, *told(card.opening), *open_questions(card.gaps))
    return Page(tuple(_sections(card)), head, card.name)


def _sections(card: Card) -> Iterator[Section]:
    if card.contact:
        yield Section("Emergency", tuple(_contact(card.contact)))
    yield _stop(card.cramp)
    yield from _cramp(card.cramp)
    if card.plan:
        yield from _planned(card.plan)
    if card.instead:
        yield Section(INSTEAD, tuple(told(card.instead)))
    yield Section("", (plain(card.small_print),))


def _planned(plan: CardPlan) -> Iterator[Section]:
    for title, tables, part in (
        ("Plans", _plans(plan.plans), plan.plans),
        ("Splits", _splits(plan.splits), plan.splits),
        ("Fuel", _fuel(plan.fuel), plan.fuel),
        ("Drink", (), plan.drink),
    ):
        yield Section(title, (*tables, *told(part.lines), *open_questions(part.gaps)))


def told(lines: Iterable[Line]) -> Iterator[Sentence]:
    """Sentences of the card, warnings marked."""
    return (said(each.text, "loud" if each.loud else "said") for each in lines)


def open_questions(gaps: Iterable[str]) -> Iterator[Sentence]:
    """What is lacking."""
    return (said(each, "missing") for each in gaps)


def _contact(contact: Contact) -> Iterator[Sentence]:
    for label, text in (("Contact:", contact.emergency), ("Medical:", contact.medical)):
        if text:
            yield Sentence(text, margin="  ", label=label)
    yield from open_questions(contact.gaps)


def _stop(cramp: CrampPart) -> Section:
    signs = points(cramp.signs, "!")
    return Section(cramp.title, (plain(cramp.rule), *signs, *numbered(cramp.actions)))


def _plans(part: PlanPart) -> Iterator[Block]:
    rows = ((each.letter, each.air, _finish(each), each.pace) for each in part.rows)
    narrow = tuple(line for row in part.rows for line in _plan(row))
    if part.rows:
        yield Either(Table((("Plan", "Air", "Finish", "Pace"), *rows), "<<<<", head=True), narrow)


def _finish(row: PlanRow) -> str:
    source = f"({row.source})" if row.finish and row.source else row.source
    return f"{row.finish} {source}".strip()


def _plan(row: PlanRow) -> Iterator[Sentence]:
    first, *more = [each for each in (row.finish, row.air, row.source) if each]
    yield Sentence(f"{first} · {row.pace}" if row.pace else first, lead=f"{row.letter}  ")
    for each in more:
        yield Sentence(each, lead="   ")


def _splits(part: SplitPart) -> Iterator[Block]:
    # The time of day of the first plan; on a phone's note there is room for it beside one plan only.
    clocked = any(mark.clocks for mark in part.marks)
    head = ("At", *(f"Plan {letter}" for letter in part.letters), *(["Clock, A"] * clocked))
    rows = ((mark.label, *mark.times, *mark.clocks[:1]) for mark in part.marks)
    few = clocked and len(part.letters) == 1
    short = ((mark.short, *mark.times, *(mark.clocks[:1] if few else ())) for mark in part.marks)
    if part.marks:
        top = (part.unit, *part.letters, *(["clock"] * few))
        narrow = (_narrow([top, *short]),)
        yield Either(Table((head, *rows), ">" * len(head), head=True), narrow)


def _fuel(part: FuelPart) -> Iterator[Block]:
    mixed = any(row.product for row in part.rows)
    head = ("Portion", "Minute", "h:mm", "At", "Aid station", *(["Of"] if mixed else []))
    rows = (
        (
            *(str(row.number), row.minute, row.clock, row.place, row.station or "–"),
            *([row.product or "–"] if mixed else []),
        )
        for row in part.rows
    )
    if part.rows:
        sides = ">>>>><"[: len(head)]
        yield Either(Table((head, *rows), sides, head=True), tuple(_portions(part, mixed)))


def _portions(part: FuelPart, mixed: bool) -> Iterator[Sentence | Table]:
    rows = [
        (f"{row.number}", row.minute, row.clock, row.place + ("*" if row.station else " "))
        for row in part.rows
    ]
    yield _narrow([("", "min", "h:mm", "at "), *rows])
    if any(row.station for row in part.rows):
        yield plain("* an aid station is near")
    if mixed:
        for name in dict.fromkeys(row.product for row in part.rows):
            numbers = ", ".join(str(row.number) for row in part.rows if row.product == name)
            yield plain(f"{numbers}: {name or 'the other one'}")


def _narrow(rows: Sequence[tuple[str, ...]]) -> Table:
    """The first column to the left, the others to the right and as wide apart as fits."""
    sides = "<" + ">" * (len(rows[0]) - 1)
    free = NOTE_COLUMNS - sum(Table(tuple(rows), sides).widths)
    gap = max(1, min(_WIDEST_GAP, free // max(1, len(sides) - 1)))
    return Table(tuple(rows), sides, gap)


def _cramp(cramp: CrampPart) -> Iterator[Section]:
    stretches = (f"{each.muscle}: {each.how}" for each in cramp.stretches)
    care = points((*stretches, cramp.hold_note, *cramp.cautions, *cramp.pickle))
    yield Section("Stretch", (*numbered(cramp.steps), *care), of="Cramp")
    yield Section(cramp.clear_title, tuple(numbered(cramp.clear_headed)), of="Cramp")
    if cramp.restart:
        again = (*numbered(cramp.restart), *points(cramp.recurrence))
        yield Section("Run again", again, of="Cramp")
